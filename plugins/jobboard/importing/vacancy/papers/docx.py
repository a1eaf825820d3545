"""A Word file (.docx) in, its text as HTML out, by mammoth.

mammoth is given a package of our making, of those parts alone that hold the text: nothing else can be reached by it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from jobboard.importing.vacancy.papers.docx_parts import settled, words_in
from jobboard.importing.vacancy.papers.extra import library
from jobboard.importing.vacancy.papers.packed import XmlParts, xml_of
from jobboard.importing.vacancy.papers.paper import Paper, shortened
from jobboard.source.message import Phrase, phrase

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_BESIDE = ("[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/numbering.xml")
_MARGINS = re.compile(r"word/(header|footer)[0-9]*\.xml")
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
"""


def read_docx(parts: XmlParts, name: str) -> Paper:
    """The text of a Word file, whose parts were looked through. Raises ImportFailedError."""
    mammoth = library("mammoth")
    dropped: list[Phrase] = []
    package = {each: parts[each] for each in (*_BESIDE, *_relations(parts)) if each in parts}
    for each in _TEXTS:
        if each in parts:
            root = xml_of(parts[each], name)
            dropped += settled(root)
            package[each] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for each, part in package.items():
            archive.writestr(each, part)
    converted = mammoth.convert_to_html(packed, style_map=_STYLES)
    return Paper(html=converted.value, dropped=tuple(dict.fromkeys((*dropped, *_left_out(parts, name)))))


def _relations(parts: XmlParts) -> list[str]:
    return [f"word/_rels/{each.removeprefix('word/')}.rels" for each in _TEXTS if each in parts]


def _left_out(parts: XmlParts, name: str) -> Iterator[Phrase]:
    """What a Word file holds beside its text."""
    margins: dict[str, None] = {}
    for each, part in parts.items():
        if _MARGINS.fullmatch(each) and (words := words_in(xml_of(part, name))):
            margins[words] = None
    if margins:
        yield phrase("headers and footers: %(words)s", words=shortened(" / ".join(margins)))
    if "word/comments.xml" in parts and (count := len(xml_of(parts["word/comments.xml"], name))):
        yield phrase("comments: %(number)s", number=count)
    if "docProps/core.xml" in parts and any(
        (each.text or "").strip() for each in xml_of(parts["docProps/core.xml"], name)
    ):
        yield phrase("what the file says of its author")
