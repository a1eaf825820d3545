"""Compares what the engines make of real texts with GitHub's own converter: `python -m tests.dialect_judge folder`.

Not a test: it reads every `.md` of a folder of yours, below its front matter, and needs `cmarkgfm`, which nothing else
here does. What it counts are texts in which something that GitHub shows is missing: entries of lists, links, tables,
headings, code, words struck out; and those in which the blocks differ at all, with the first place where they do.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

from bs4 import BeautifulSoup, NavigableString, Tag

from jobboard.source.markdown.anchors import without_notes
from jobboard.source.markdown.body import convert_body
from jobboard.source.markdown.convert import Engine
from jobboard.source.markdown.sanitise import sanitise
from jobboard.source.problem import Report

_FRONT_MATTER = re.compile(r"\A---[ ]*\n.*?\n---[ ]*\n", re.DOTALL)
_NOTES = re.compile(
    r'<section class="footnotes".*?</section>|<sup class="footnote-ref">.*?</sup>|<input type="checkbox"[^>]*>',
    re.DOTALL,
)
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
"""What another generator would have filled in: no Markdown, but full of its signs."""

_EXTENSIONS = ["table", "autolink", "strikethrough", "tasklist"]
_BLOCKS = {*("ul", "ol", "li", "blockquote", "pre", "hr", "dl", "dt", "dd", "p"), *("table", "tr", "th", "td")}
_BLOCKS |= {f"h{level}" for level in range(1, 7)}

Structure = list[tuple[str, str]]


def structure_of(html: str) -> Structure:
    """The blocks of an HTML text in their order, each with its own words; headings are `h`, whatever their level."""
    found: Structure = []
    _walk(BeautifulSoup(html, "html.parser"), "", found)
    return found


def parts_of(html: str) -> dict[str, Counter[str]]:
    """What may get lost, by its kind: each with how often it is there."""
    soup = BeautifulSoup(html, "html.parser")
    links = [unquote(str(each["href"])).rstrip("/") for each in soup.find_all("a", href=True)]
    return {
        "entries of lists": Counter(_own_words(each) for each in soup.find_all("li")),
        "web links": Counter(each for each in links if each.startswith("http")),
        "mail links": Counter(each for each in links if each.startswith("mailto:")),
        "cells of tables": Counter(_own_words(each) for each in soup.find_all(["td", "th"])),
        "headings": Counter(_own_words(each) for each in soup.find_all(re.compile("^h[1-6]$"))),
        "code": Counter(_own_words(each) for each in soup.find_all(["pre", "code"])),
        "words struck out": Counter(_own_words(each) for each in soup.find_all("del")),
    }


def judge(texts: dict[Path, str], reference: Callable[[str], str], engine: Engine) -> Iterator[str]:
    """The report on one engine, line by line."""
    lost: dict[str, dict[Path, Counter[str]]] = {}
    differing: list[str] = []
    for path, text in texts.items():
        body = convert_body(text, 1, Report(str(path)), engine)
        if body is None:
            yield f"{path}: refused"
            continue
        expected = without_notes(sanitise(_NOTES.sub("", reference(text)).strip()))
        actual = without_notes(body.html)
        found = parts_of(actual)
        for kind, parts in parts_of(expected).items():
            if missing := parts - found[kind]:
                lost.setdefault(kind, {})[path] = missing
        if difference := _difference(structure_of(expected), structure_of(actual)):
            differing.append(f"{path.name}: {difference}")
    for kind in parts_of(""):
        missing_in = lost.get(kind, {})
        yield f"{kind}: {len(missing_in)} texts, {sum(each.total() for each in missing_in.values())} lost"
        yield from (f"    {path.name}: {list(missing)[:3]}" for path, missing in missing_in.items())
    yield f"other blocks in any way: {len(differing)} texts"
    yield from (f"    {each}" for each in differing)


def _own_words(tag: Tag) -> str:
    """The words of an element without those of lists within it."""
    return " ".join("".join(_texts(tag)).split())


def _texts(tag: Tag) -> Iterator[str]:
    for child in tag.children:
        if isinstance(child, NavigableString):
            yield str(child)
        elif isinstance(child, Tag) and child.name not in {"ul", "ol"}:
            yield from _texts(child)


def _walk(tag: Tag, kind: str, found: Structure) -> None:
    words: list[str] = []
    for child in [*tag.children, None]:
        if isinstance(child, Tag) and child.name not in _BLOCKS:
            words.extend(_texts(child) if child.name != "br" else [" "])
            continue
        if isinstance(child, NavigableString):
            words.append(str(child))
            continue
        text = " ".join("".join(words).split())
        words = []
        if text:
            found.append((kind, text))
        if isinstance(child, Tag):
            name = "h" if re.fullmatch("h[1-6]", child.name) else child.name
            if name in {"ul", "ol", "table", "hr", "li"}:
                found.append((name, ""))
            _walk(child, name if name != "p" or not kind else f"{kind} p", found)


def _difference(expected: Structure, actual: Structure) -> str:
    """The first place in which two texts differ, empty if they do not."""
    pairs = enumerate(zip([*expected, ("end", "")], [*actual, ("end", "")], strict=False))
    return next((f"{wanted} became {got}" for _, (wanted, got) in pairs if wanted != got), "")


def main(arguments: list[str]) -> int:
    """The exit code is 0 whether anything differs or not: what is a fault, a person must say."""
    parser = argparse.ArgumentParser(prog="python -m tests.dialect_judge")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--engine", type=Engine, choices=list(Engine), nargs="*", default=list(Engine))
    parser.add_argument("--brief", action="store_true", help="only the counts")
    given = parser.parse_args(arguments)
    cmark = importlib.import_module("cmarkgfm")
    options = importlib.import_module("cmarkgfm.cmark").Options
    flags = options.CMARK_OPT_UNSAFE | options.CMARK_OPT_FOOTNOTES

    def by_github(text: str) -> str:
        return str(cmark.markdown_to_html_with_extensions(text, flags, _EXTENSIONS))

    texts = {
        path: _TEMPLATE.sub("x", _FRONT_MATTER.sub("", path.read_text(encoding="utf-8-sig")))
        for path in sorted(given.folder.rglob("*.md"))
    }
    for engine in given.engine:
        sys.stdout.write(f"== {engine.value}: {len(texts)} texts\n")
        for line in judge(texts, by_github, engine):
            if not (given.brief and line.startswith(" ")):
                sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
