"""Places within a text: anchors of its headings, its table of contents, and the links that lead to them.

Authors write a heading's place as the tools they know write it (`#tasks`, `#section-tasks`, `#Ma%C3%9Fnahmen`,
`#tasks-1` for the second of a name); all of these lead to it.
"""

from __future__ import annotations

import functools
import html as html_module
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from urllib.parse import unquote

from jobboard.source.markdown.autolinks import LINK_REL
from jobboard.source.markdown.sanitise import SECTION_PREFIX

_HEADING = re.compile(r"<h([1-6])((?: [^>]*)?)>(.*?)</h\1>", re.DOTALL)
ID_ATTRIBUTE = re.compile(r' id="([^"]*)"')
_PLACE = re.compile(r'<(?:h[1-6]|li|sup)(?: [a-z]+="[^"]*")*? id="([^"]*)"')
"""A tag that may have an anchor and has one, as nh3 writes it; words that look like one are none."""

NOTE_MARK = re.compile(r'<sup id="fnref[^"]*">.*?</sup>', re.DOTALL)
_NOTES = re.compile(r'(?:<hr>\s*)?<ol>\s*<li id="fn[:-]')
_BACKLINK = re.compile(r'(?:&nbsp;|\s)*<a href="#fnref[^>]*>.*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CONTENTS = "<p>[TOC]</p>"
_CONTENTS_DEPTH = 4
_WITHIN = re.compile(r'<a href="#([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_NOT_A_WORD = re.compile(r"[^\w\s-]")
_GAPS = re.compile(r"[-\s]+")
_ODD = re.compile(r"[\W_]+")

ON_EVERY_PAGE = frozenset({"", "top", "main"})
"""Places that every page has, beside those of its text; an empty one and `top` are its beginning."""


def outlined(html: str) -> str:
    """Headings renumbered from `h2` down without a gap, each with an anchor; the table of contents for `[TOC]`."""
    outer: list[int] = []
    taken = set(anchors_of(html))
    counts: Counter[str] = Counter()
    entries: list[tuple[int, str, str]] = []

    def renumbered(found: re.Match[str]) -> str:
        level, attributes, inner = int(found[1]), found[2], found[3]
        while outer and outer[-1] >= level:
            outer.pop()
        outer.append(level)
        own = ID_ATTRIBUTE.search(attributes)
        words = _words(inner)
        id_ = own[1] if own else _anchor(words, taken, counts)
        if not own:
            attributes += f' id="{id_}"'
        if level <= _CONTENTS_DEPTH:
            entries.append((level, id_, words))
        new = min(6, 1 + len(outer))
        return f"<h{new}{attributes}>{inner}</h{new}>"

    html = _HEADING.sub(renumbered, html)
    return html.replace(_CONTENTS, _contents(entries)) if _CONTENTS in html else html


def anchors_of(html: str) -> tuple[str, ...]:
    """Every anchor of a text, in its order."""
    return tuple(_PLACE.findall(html)) if ' id="' in html else ()


@functools.lru_cache(maxsize=256)
def index_of(anchors: tuple[str, ...]) -> Mapping[str, str]:
    """A text's anchors by what leads to them: themselves, their bare form, the first of a kind taking precedence."""
    index: dict[str, str] = {}
    for each in anchors:
        if each.startswith(SECTION_PREFIX):
            index.setdefault(_bare(each), each)
    return MappingProxyType(index | {each: each for each in anchors})


def anchor_for(fragment: str, index: Mapping[str, str]) -> str | None:
    """The one of a text's anchors that an author means by `fragment`, if any."""
    written = unquote(html_module.unescape(fragment))
    exact = index.get(written) or index.get(SECTION_PREFIX + written)
    return exact or (index.get(_bare(written)) if not written.startswith("fn") else None)


def resolved(html: str) -> tuple[str, list[str]]:
    """The HTML with links within it led to its headings, and the fragments that lead nowhere: their words are text."""
    if 'href="#' not in html:
        return html, []
    index = index_of(anchors_of(html))
    dead: list[str] = []

    def led(found: re.Match[str]) -> str:
        anchor = anchor_for(found[1], index)
        if anchor is None and found[1] in ON_EVERY_PAGE:
            return found[0]
        if anchor is None:
            dead.append(html_module.unescape(found[1]))
            return found[2]
        return f'<a href="#{anchor}{found[0][found.end(1) - found.start() :]}'

    return _WITHIN.sub(led, html), dead


def without_notes(html: str) -> str:
    """The HTML without footnotes and the marks that lead to them."""
    notes = _NOTES.search(html)
    return _BACKLINK.sub("", NOTE_MARK.sub("", html[: notes.start()] if notes else html))


def _words(inner: str) -> str:
    return " ".join((_TAG.sub("", NOTE_MARK.sub("", inner)) if "<" in inner else inner).split())


def _anchor(words: str, taken: set[str], counts: Counter[str]) -> str:
    """A heading's anchor, which no other has and none of the page's own can be."""
    text = unicodedata.normalize("NFKC", html_module.unescape(words)) if not words.isascii() or "&" in words else words
    slug = _GAPS.sub("-", _NOT_A_WORD.sub("", text).strip().lower()) or "1"
    anchor = SECTION_PREFIX + slug
    while anchor in taken:
        counts[slug] += 1
        anchor = f"{SECTION_PREFIX}{slug}_{counts[slug]}"
    taken.add(anchor)
    return anchor


def _bare(anchor: str) -> str:
    """What is left of an anchor however it is spelled: small letters and digits, no accents, one sign between words."""
    text = unicodedata.normalize("NFKD", anchor.removeprefix(SECTION_PREFIX))
    text = "".join(each for each in text if not unicodedata.combining(each)).casefold()
    return _ODD.sub("-", text).strip("-")


def _contents(entries: list[tuple[int, str, str]]) -> str:
    return "".join(_nested(entries))


def _nested(entries: list[tuple[int, str, str]]) -> Iterator[str]:
    """Lists in lists of links, one level for each that is written."""
    levels: list[int] = []
    for level, id_, words in entries:
        if levels and level > levels[-1]:
            yield "\n<ul>\n"
            levels.append(level)
        elif not levels:
            yield "<ul>\n"
            levels.append(level)
        else:
            yield "</li>\n"
            while len(levels) > 1 and level <= levels[-2]:
                levels.pop()
                yield "</ul>\n</li>\n"
            levels[-1] = min(level, levels[-1])
        yield f'<li><a href="#{id_}" {LINK_REL}>{words}</a>'
    yield "</li>\n</ul>\n" * len(levels)
