"""A judge of the import: the words readers of a source can see, compared with those of the files made of it.

    python -m tests.words_lost FILES…

reads feeds and exports, imports each into a folder of its own, and prints how many words of the imported items are
neither in their files nor named in the report. It reads the sources with other means than the import: any XML with
lxml's recovering parser, any HTML as a browser would, with html5lib.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import html5lib
from lxml import etree

from jobboard.importing.known import known_key
from jobboard.importing.order import Order
from jobboard.importing.run import run_import
from jobboard.importing.sources.entry import ImportFailedError
from jobboard.source.markdown.convert import to_html
from tests.helpers import write_site

_WORD = re.compile(r"[^\W_]+")
_SHORTCODE = re.compile(r"\[/?[a-zA-Z][\w-]{1,40}(?:\s[^\[\]<>]*)?\]")
_NAMES = re.compile(r'^(?:title: "(.+)"|# imported-from: \S+ (.+))$', re.MULTILINE)
_UNSEEN = frozenset(
    {
        *("script", "style", "template", "noscript", "noembed", "noframes", "title", "desc", "iframe", "video"),
        *("audio", "object", "canvas", "head"),
    }
)
_APART = frozenset(
    {
        *(
            "p",
            "div",
            "br",
            "li",
            "td",
            "th",
            "tr",
            "address",
            "section",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "dt",
            "dd",
            "pre",
        ),
        *("blockquote", "figure", "figcaption", "caption", "summary", "option"),
    }
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_CLASSES = frozenset({"screen-reader-text", "sr-only", "visually-hidden"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one source: `items` of it were imported, with so many visible words, of which `lost` are gone."""

    name: str
    items: int
    words: int
    lost: Counter[str]
    refused: str = ""


def judge(source: Path) -> Verdict:
    """Import a source, as what it is, into a folder of its own and count."""
    with tempfile.TemporaryDirectory() as folder:
        content = write_site(Path(folder) / "content", {})
        order = Order(
            source=str(source),
            content=content,
            folder="news",
            organisation="example-network",
            issuers={},
            topics={},
            day="2026-03-16",
        )
        try:
            report = "\n".join(run_import(order).lines)
        except ImportFailedError as error:
            return Verdict(source.name, 0, 0, Counter(), str(error))
        texts = [_read(file) for file in sorted(content.rglob("news/*.md"))]
        files = {known_key("".join(found)): text for text in texts for found in _NAMES.findall(text)}
    lost: Counter[str] = Counter()
    items = words = 0
    taken: set[str] = set()  # of items that share an id, the one without a file of its title is of another type
    for keys, text in seen_in(source.read_bytes()):
        file = next((files[key] for key in keys if key in files), None)
        if keys and file not in (None, files.get(keys[-1])) and keys[-1] in files and _titled(file) not in keys:
            file = files[keys[-1]]  # several items share an id, and this one has a file of its title
        if file is not None and (file not in taken or _titled(file) in keys):
            taken.add(file)
            visible = words_of(text)
            items, words = items + 1, words + visible.total()
            lost += visible - words_of_file(file) - words_of(report)
    return Verdict(source.name, items, words, lost)


def seen_in(data: bytes) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each item's possible names, and its title and text as a browser shows them."""
    root = etree.parse(io.BytesIO(_told(data)), etree.XMLParser(recover=True, resolve_entities=False)).getroot()
    for item in root.iter("{*}item", "{*}entry") if root is not None else ():
        children = [child for child in item if isinstance(child.tag, str) and "/mrss" not in child.tag]
        texts = {_local(child): _inner(child) for child in reversed(children)}
        names = [(child.text or "").strip() for child in children if _local(child) in ("guid", "id")]
        names += [
            (child.text or child.get("href") or "").strip()
            for child in children
            if child.tag.endswith(("}link", "link"))
        ]
        names.append(item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about") or "")
        post = texts.get("post_id")
        title = " ".join(visible(texts.get("title", "")).split())
        names = [*(f"{name}#{post}" for name in names if post and name), *names, title]
        shown = [visible(texts.get("title", ""))]
        shown += [visible(_SHORTCODE.sub(" ", texts[name])) for name in ("encoded", "content") if texts.get(name)]
        if len(shown) == 1:
            shown += [visible(texts[name]) for name in ("description", "summary") if texts.get(name)][:1]
        yield tuple(known_key(name) for name in names if name), "\n".join(shown)


def visible(html: str) -> str:
    """The text a browser shows of some HTML. One that was escaped twice counts as its author meant it."""
    if "<" not in html and re.search(r"&lt;/?[a-z]+[^&]*&gt;", html):
        html = unescape(html)
    html = re.sub("[\x80-\x9f]", lambda found: bytes([ord(found[0])]).decode("cp1252", "ignore"), html)
    return "".join(_shown(html5lib.parseFragment(html, treebuilder="lxml", namespaceHTMLElements=False)))


def words_of(text: str) -> Counter[str]:
    """The words of a text, as they are compared: without case, in one form of accents."""
    shown = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", shown).casefold()))


def words_of_file(text: str) -> Counter[str]:
    """The words a file holds: its fields and comments, and its body as the site shows it."""
    fields, _, body = text.partition("\n---\n")
    _, html = to_html(body)
    return words_of(fields.replace('\\"', '"')) + words_of(visible(html))


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2].rpartition(":")[2]


def _told(data: bytes) -> bytes:
    """The source without an encoding it wrongly declares: what can be read as UTF-8 is."""
    data = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    return re.sub(rb"^\s*<\?xml[^>]*\?>", b"", data.removeprefix(b"\xef\xbb\xbf"))


def _inner(element: etree._Element) -> str:
    """What is within an element: its text, or the markup it holds."""
    if element.get("mode") == "base64":
        return ""
    inside = "".join(etree.tostring(child, encoding="unicode") for child in element if isinstance(child.tag, str))
    inside = re.sub(r"(</?)[a-z]+:", r"\1", inside)
    text = element.text or ""
    if inside or element.get("type") == "text":
        text = text.replace("&", "&amp;").replace("<", "&lt;")
    return text + inside


def _shown(nodes: object) -> Iterator[str]:
    for node in nodes:  # type: ignore[attr-defined]
        if isinstance(node, str):
            yield node
            continue
        if not isinstance(node.tag, str):
            yield node.tail or ""
            continue
        if not _is_unseen(node):
            yield "\n" if node.tag in _APART else ""
            yield node.text or ""
            yield from _shown(node)
            yield "\n" if node.tag in _APART else ""
        yield node.tail or ""


def _is_unseen(node: etree._Element) -> bool:
    classes = set((node.get("class") or "").split())
    is_hidden = node.get("hidden") is not None or _HIDING.search(node.get("style") or "") is not None
    return node.tag in _UNSEEN or is_hidden or bool(classes & _UNSEEN_CLASSES)


def _titled(file: str | None) -> str:
    return next((known_key(found[0]) for found in _NAMES.findall(file or "") if found[0]), "")


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def main(files: list[str]) -> None:
    """Print a line a source, the worst first, and the sum."""
    verdicts = sorted((judge(Path(file)) for file in files), key=lambda each: -each.lost.total())
    for each in verdicts:
        what = each.refused or ", ".join(f"{word} ({count})" for word, count in each.lost.most_common(12))
        print(f"{each.lost.total():>7,} of {each.words:>8,} words, {each.items:>5,} items  {each.name}  {what}"[:240])  # noqa: T201 (a command)
    lost, words = sum(each.lost.total() for each in verdicts), sum(each.words for each in verdicts)
    items, refused = sum(each.items for each in verdicts), sum(bool(each.refused) for each in verdicts)
    print(f"{lost:,} of {words:,} words lost; {items:,} items of {len(files):,} sources, {refused} refused")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
