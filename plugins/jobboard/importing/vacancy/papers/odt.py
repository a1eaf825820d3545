"""An OpenDocument text (.odt) in, its text as HTML out, by odfdo, which knows its styles."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape
from typing import Any

from jobboard.importing.vacancy.papers.extra import library
from jobboard.importing.vacancy.papers.packed import XmlParts, refuse_pictures_elsewhere, xml_of
from jobboard.importing.vacancy.papers.paper import Paper, shortened
from jobboard.source.message import Phrase, phrase

_HREF = "{http://www.w3.org/1999/xlink}href"
_BOLD = ("bold", "600", "700", "800", "900")
_DROPPED = frozenset(
    {
        *("text:tracked-changes", "office:annotation", "office:annotation-end", "text:sequence-decls", "office:forms"),
        *("text:note-citation", "svg:title", "svg:desc", "text:variable-decls", "text:user-field-decls"),
    }
)
_BLOCKS = {"text:list": "ul", "text:list-item": "li", "text:list-header": "li", "table:table": "table"} | {
    "table:table-row": "tr",
    "table:table-cell": "td",
}
_MOST_SPACES = 20


def read_odt(data: bytes, parts: XmlParts, name: str) -> Paper:
    """The text of an OpenDocument text, whose parts were looked through. Raises ImportFailedError."""
    tree = xml_of(parts["content.xml"], name)
    refuse_pictures_elsewhere((each.get(_HREF, "") for each in tree.iter("{*}image", "{*}object")), name)
    document = library("odfdo").Document(io.BytesIO(data))
    body = _Body(document)
    return Paper(html="".join(map(body.html, document.body.children)), dropped=tuple(_left_out(parts, body, name)))


def _left_out(parts: XmlParts, body: _Body, name: str) -> Iterator[Phrase]:
    if "styles.xml" in parts:
        margins = xml_of(parts["styles.xml"], name).iter("{*}header", "{*}footer")
        words = dict.fromkeys(" ".join(" ".join(map(str, each.itertext())).split()) for each in margins)
        if shown := " / ".join(filter(None, words)):
            yield phrase("headers and footers: %(words)s", words=shortened(shown))
    if body.comments:
        yield phrase("comments: %(number)s", number=body.comments)
    if body.pictures:
        yield phrase("pictures: %(number)s", number=body.pictures)
    if body.has_changes:
        yield phrase("tracked changes: taken as accepted")
    if "meta.xml" in parts and any(map(str.strip, map(str, xml_of(parts["meta.xml"], name).itertext()))):
        yield phrase("what the file says of its author")


class _Body:
    """Turns elements into HTML, and counts what it leaves out."""

    def __init__(self, document: Any) -> None:
        self._document, self._bold = document, {}  # type: ignore[var-annotated]
        self.comments = self.pictures = 0
        self.has_changes = False

    def html(self, element: Any) -> str:
        """An element as HTML, without the text behind it."""
        tag = element.tag
        self.comments += tag == "office:annotation"
        self.has_changes = self.has_changes or tag == "text:tracked-changes"
        self.pictures += tag == "draw:image"
        if tag in _DROPPED:
            return ""
        return self._paragraph(element) if tag in ("text:p", "text:h") else self._other(tag, element)

    def _other(self, tag: str, element: Any) -> str:
        if tag in _BLOCKS:
            return f"<{_BLOCKS[tag]}>{self._inner(element)}</{_BLOCKS[tag]}>"
        if tag == "text:a":
            return f'<a href="{escape(element.get_attribute("xlink:href") or "")}">{self._inner(element)}</a>'
        if tag == "text:s":
            return " " * min(int(element.get_attribute("text:c") or 1), _MOST_SPACES)
        if tag in ("text:tab", "text:line-break"):
            return "\t" if tag == "text:tab" else "<br>"
        inner = self._inner(element)
        return f"<b>{inner}</b>" if tag == "text:span" and inner.strip() and self._is_bold("text", element) else inner

    def _paragraph(self, element: Any) -> str:
        """A paragraph or heading; boxes within it, and notes, stand behind it."""
        level = int(element.get_attribute("text:outline-level") or 1) if element.tag == "text:h" else 0
        is_title = (element.get_attribute("text:style-name") or "") == "Title"
        behind: list[str] = []
        inner = self._inner(element, behind)
        if level or is_title:
            name = f"h{min(level or 1, 6)}"
            return f"<{name}>{inner}</{name}>{''.join(behind)}"
        bold = inner.strip() and "<b>" not in inner and self._is_bold("paragraph", element)
        return f"<p>{f'<b>{inner}</b>' if bold else inner}</p>{''.join(behind)}"

    def _inner(self, element: Any, behind: list[str] | None = None) -> str:
        done = [escape(element.text or "")]
        for child in element.children:
            made = self.html(child)
            if behind is not None and child.tag in ("draw:frame", "text:note", "draw:custom-shape", "draw:g"):
                behind.append(made)
            else:
                done.append(made)
            done.append(escape(child.tail or ""))
        return "".join(done)

    def _is_bold(self, family: str, element: Any) -> bool:
        name = element.get_attribute("text:style-name")
        if name and (family, name) not in self._bold:
            style = self._document.get_style(family, name)
            properties = (style.get_properties(area="text") if style is not None else None) or {}
            self._bold[family, name] = properties.get("fo:font-weight") in _BOLD
        return bool(name) and self._bold[family, name]
