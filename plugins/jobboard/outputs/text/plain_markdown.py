"""The HTML of a body, safe and judged, as Markdown for whoever reads texts and no pages: the same words and links.

What Markdown has no mark for is its words alone. The way back is that of any reader of CommonMark with tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from lxml import html as lxml_html

_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "cite": "*", "del": "~~", "s": "~~"}
_BLOCKS = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr"),
        *("table", "caption", "figure", "figcaption", "div", "section"),
    }
)
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~]|&(?=[#\w]))")
_AT_START = re.compile(r"(?m)^(\d{1,9})([.)])(?=\s)|^([#+=-])")
_SPACE = re.compile(r"[ \t\n\r\f]+")


def markdown_of(html: str, page: str) -> str:
    """The Markdown of a body; `page`, its full address, is where its links begin. Empty for an empty body."""
    if not html.strip():
        return ""
    return "\n\n".join(_blocks(lxml_html.fragment_fromstring(html, create_parent=True), page))


def escaped_markdown(text: str) -> str:
    """Words as they are, in a line, none of them a mark."""
    return _words(text).strip()


def link_in_markdown(text: str, address: str) -> str:
    """A link whose words are Markdown already."""
    safe = address.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")
    return f"[{text}](<{safe}>)" if re.search(r"[()]", safe) else f"[{text}]({safe})"


def _blocks(element: Any, page: str) -> Iterator[str]:
    """The blocks within an element; what stands between them in a line is a paragraph."""
    line = _words(element.text)
    for child in element:
        if child.tag in _BLOCKS:
            yield from _paragraph(line)
            line = ""
            yield from _block(child, page)
        else:
            line += _inline(child, page)
        line += _words(child.tail)
    yield from _paragraph(line)


def _paragraph(line: str) -> Iterator[str]:
    if text := "\n".join(each.strip() for each in line.strip().split("\n")):
        yield _AT_START.sub(_disarmed, text)


def _disarmed(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}"


def _block(element: Any, page: str) -> Iterator[str]:
    match element.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            yield f"{'#' * int(element.tag[1])} {_line(element, page)}"
        case "ul" | "ol":
            yield "\n".join(_items(element, page))
        case "dl":
            yield from _terms(element, page)
        case "blockquote":
            yield _indented("\n\n".join(_blocks(element, page)), "> ", "> ")
        case "pre":
            yield _fenced(element.text_content())
        case "hr":
            yield "---"
        case "table":
            yield from _table(element, page)
        case _:
            yield from _blocks(element, page)


def _items(element: Any, page: str) -> Iterator[str]:
    first = int(element.get("start") or 1)
    for number, item in enumerate(element.findall("li"), first):
        sign = "- " if element.tag == "ul" else f"{number}. "
        yield _indented("\n\n".join(_blocks(item, page)), sign, " " * len(sign))


def _indented(text: str, first: str, others: str) -> str:
    lines = text.split("\n")
    return "\n".join(f"{others if at else first}{line}".rstrip() for at, line in enumerate(lines))


def _terms(element: Any, page: str) -> Iterator[str]:
    for each in element:
        if each.tag == "dt":
            yield f"**{_line(each, page)}**"
        else:
            yield from _blocks(each, page)


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text.rstrip()}\n{fence}"


def _table(element: Any, page: str) -> Iterator[str]:
    for caption in element.findall("caption"):
        yield from _blocks(caption, page)
    rows = [
        [_line(cell, page).replace("\n", " ") for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")
    ]
    if rows:
        width = max(map(len, rows))
        lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
        yield "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


def _line(element: Any, page: str) -> str:
    """All that is in an element, in a line."""
    inner = "".join(_inline(child, page) + _words(child.tail) for child in element)
    return _SPACE.sub(" ", f"{_words(element.text)}{inner}".replace("\\\n", " ")).strip()


def _inline(element: Any, page: str) -> str:
    match element.tag:
        case "br":
            return "\\\n"
        case "img":
            alt = _words(element.get("alt"))
            return f"!{link_in_markdown(alt, urljoin(page, element.get('src') or ''))}"
        case "code" | "kbd":
            return _code(element.text_content())
        case "a":
            text = _within(element, page)
            href = element.get("href")
            return link_in_markdown(text, urljoin(page, href)) if href and text.strip() else text
    mark = _MARKS.get(element.tag, "")
    text = _within(element, page)
    bare = text.strip()
    return text.replace(bare, f"{mark}{bare}{mark}", 1) if mark and bare else text


def _within(element: Any, page: str) -> str:
    return _words(element.text) + "".join(_inline(child, page) + _words(child.tail) for child in element)


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest else f"`{text}`"


def _words(text: str | None) -> str:
    """Words of a text, with the signs of Markdown disarmed that stand anywhere."""
    return _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", text)) if text else ""
