"""The title and text of a feed's entry: which of its elements hold them, as HTML whatever they are written in."""

from __future__ import annotations

import base64
import binascii
import re
from html import escape, unescape

from jobboard.importing.sources import xml

_TITLES = ("title", "atom:title", "dc:title", "?:title")
_CONTENTS = ("content:encoded", "atom:content", "xhtml:body", "xhtml:div", "content", "fulltext", "?:content")
_SUMMARIES = ("description", "atom:summary", "?:description", "dc:description", "itunes:summary", "abstract")
_LAST = ("media:description", "media:group")
_PLAIN = frozenset({"text", "text/plain"})
_MARKUP = frozenset({"html", "text/html"})
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ESCAPED_TAG = re.compile(
    r"&lt;/?(?:p|div|br|a|b|i|strong|em|ul|ol|li|h[1-6]|img|span|table|figure)\b.*?&gt;", re.DOTALL
)
_MARKED_UP = re.compile(r"</[a-zA-Z][a-zA-Z0-9]*\s*>|<(?:br|p|img|hr)\b", re.IGNORECASE)
_NOT_IN_A_TITLE = re.compile(
    r"<(?!/?(?:a|abbr|b|bdi|br|cite|code|em|font|i|img|ins|del|kbd|mark|p|q|s|small|span|strong|sub|sup|tt|u|wbr)\b[^<>]*>)",
    re.IGNORECASE,
)
_TWICE = 2
"""So many escaped tags, and no other, are markup that was escaped once too often; one may be what a text is about."""


def title_of_element(values: xml.Values) -> str:
    """The title of an item as HTML; a caption's title (`media:title`) is none."""
    for name in _TITLES:
        for each in values.get(name, ()):
            if html := html_of(each, is_line=True).strip():
                return _NOT_IN_A_TITLE.sub("&lt;", html)
    return ""


def text_of_entry(values: xml.Values) -> tuple[str, str, xml.Element | None]:
    """An entry's text and summary as HTML, and the element that holds the text.

    Of several texts the one with most words counts: the others are parts of it, or a picture's caption. One that is
    not within it stands below.
    """
    contents = [(html_of(each), each) for name in _CONTENTS for each in values.get(name, ())]
    contents = sorted((each for each in contents if each[0].strip()), key=lambda each: -len(_words(each[0])))
    summary, element = _first_of(values, _SUMMARIES)
    if not contents:
        if not summary:
            summary, element = _first_of(values, _LAST)
        return summary, "", element
    html, element = contents[0]
    for more, _ in contents[1:]:
        if _words(more) not in _words(html):
            html += f"\n<div>{more}</div>"
    return html, summary, element


def html_of(element: xml.Element, *, is_line: bool = False) -> str:
    """What an element holds as HTML: markup within it, markup that is escaped, or plain text."""
    kind = (element.get("type") or "").lower().split(";", 1)[0].strip()
    if len(element):
        return "" if xml.element_name(element).startswith("media:") else xml.inner_html(element)
    text = element.text or ""
    if element.get("mode") == "base64":
        text = _decoded(text)
    is_atom = xml.element_name(element).startswith("atom:")
    if kind in _PLAIN or (is_atom and kind not in _MARKUP and not _MARKED_UP.search(text)):
        return escape(text, quote=False) if is_line else _in_paragraphs(escape(text, quote=False))
    if not _TAG.search(text):
        if len(_ESCAPED_TAG.findall(text)) >= _TWICE:
            return unescape(text)
        return text if is_line else _in_paragraphs(text)
    return text


def _first_of(values: xml.Values, names: tuple[str, ...]) -> tuple[str, xml.Element | None]:
    for name in names:
        for each in values.get(name, ()):
            found = (
                next(iter(xml.element_values(each).get("media:description", ())), None)
                if name == "media:group"
                else each
            )
            if found is not None and (html := html_of(found)).strip():
                return html, found
    return "", None


def _in_paragraphs(text: str) -> str:
    """A text without a tag: empty lines part its paragraphs."""
    parts = [part.strip() for part in re.split(r"\n[ \t\r]*\n", text) if part.strip()]
    return "".join(f"<p>{part}</p>" for part in parts) if len(parts) > 1 else text


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text, validate=False).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _words(html: str) -> str:
    """The words of some HTML in a row, to find one text within another."""
    return " ".join(re.findall(r"\w+", unescape(_TAG.sub(" ", html))))
