"""The text of a Word file brought into the form that a converter loses nothing of.

Changes that were tracked count as accepted. Text boxes stand behind the paragraph they are anchored in. Pictures, and
text nobody sees, are out.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jobboard.importing.vacancy.papers.paper import shortened
from jobboard.source.message import Phrase, phrase

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_TAKEN_OUT = (f"{_W}del", f"{_W}moveFrom", f"{_W}delText", f"{_W}delInstrText")
_UNWRAPPED = (f"{_W}ins", f"{_W}moveTo", f"{_W}smartTag", f"{_W}customXml", f"{_W}sdtContent", f"{_W}sdt", f"{_W}dir")
_DRAWN = (f"{_W}drawing", f"{_W}pict", f"{_W}object")


def settled(body: etree._Element) -> tuple[Phrase, ...]:
    """Bring the body of a document into shape, in place; what was left out."""
    for alternative in list(body.iter(f"{_MC}AlternateContent")):
        _choose(alternative)
    dropped = [phrase("tracked changes: taken as accepted")] if _accept(body) else []
    words = _take_hidden(body)
    if words:
        dropped.append(phrase("hidden text: %(words)s", words=shortened(words)))
    for box in list(body.iter(*_DRAWN)):
        _take_box(box)
    if pictures := sum(1 for _ in body.iter(f"{_A}blip")):
        dropped.append(phrase("pictures: %(number)s", number=pictures))
    for drawn in list(body.iter(*_DRAWN)):
        _remove(drawn)
    for formula in list(body.iter(f"{_M}oMath")):
        _as_text(formula)
    return tuple(dropped)


def words_in(element: etree._Element) -> str:
    """The words within an element, paragraph by paragraph."""
    texts = ("".join(each.text or "" for each in part.iter(f"{_W}t")) for part in element.iter(f"{_W}p"))
    return " ".join(filter(None, texts))


def _choose(alternative: etree._Element) -> None:
    """Of what is there twice, for new programs and old ones, the one with more words."""
    found = max(alternative, key=lambda each: len(words_in(each)), default=None)
    parent = alternative.getparent()
    if found is not None and parent is not None:
        at = parent.index(alternative)
        for number, child in enumerate(list(found)):
            parent.insert(at + number, child)
        parent.remove(alternative)


def _accept(body: etree._Element) -> bool:
    """Accept all changes; True if there was one."""
    changed = list(body.iter(*_TAKEN_OUT, f"{_W}ins", f"{_W}moveTo"))
    for row in [each for each in body.iter(f"{_W}tr") if each.find(f"{_W}trPr/{_W}del") is not None]:
        _remove(row)
    for paragraph in list(body.iter(f"{_W}p")):
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
            _join(paragraph)
    for mark in list(body.iter(f"{_W}rPr")):
        for each in mark.findall(f"{_W}del") + mark.findall(f"{_W}ins"):
            mark.remove(each)
    for element in list(body.iter(*_TAKEN_OUT)):
        _remove(element)
    for element in list(body.iter(*_UNWRAPPED)):
        _unwrap(element)
    return bool(changed)


def _join(paragraph: etree._Element) -> None:
    """A paragraph whose end was deleted runs into the next."""
    following = paragraph.getnext()
    if following is None or following.tag != f"{_W}p":
        return
    at = 1 if following.find(f"{_W}pPr") is not None else 0
    inner = [each for each in paragraph if each.tag != f"{_W}pPr"]
    for number, child in enumerate(inner):
        following.insert(at + number, child)
    _remove(paragraph)


def _take_hidden(body: etree._Element) -> str:
    """Take out runs that are formatted as hidden; their words."""
    hidden = [run for run in body.iter(f"{_W}r") if _is_on(run.find(f"{_W}rPr/{_W}vanish"))]
    words = " ".join("".join(each.text or "" for each in run.iter(f"{_W}t")) for run in hidden)
    for run in hidden:
        _remove(run)
    return words.strip()


def _take_box(drawn: etree._Element) -> None:
    """Put the paragraphs of text boxes behind the paragraph they are in, and words of other shapes as one."""
    host = next((each for each in drawn.iterancestors(f"{_W}p") if not _is_in_box(each)), None)
    parent = None if host is None else host.getparent()
    if host is None or parent is None:
        return
    found = [child for content in _outermost(drawn) for child in content]
    found += [_paragraph(text) for text in _shape_texts(drawn)]
    at = parent.index(host) + 1
    for number, child in enumerate(found):
        parent.insert(at + number, child)


def _outermost(drawn: etree._Element) -> Iterator[etree._Element]:
    for content in drawn.iter(f"{_W}txbxContent"):
        if not any(each is not drawn and each in drawn.iter() for each in content.iterancestors(f"{_W}txbxContent")):
            yield content


def _is_in_box(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{_W}txbxContent"), None) is not None


def _shape_texts(drawn: etree._Element) -> Iterator[str]:
    for paragraph in drawn.iter(f"{_A}p"):
        if text := "".join(each.text or "" for each in paragraph.iter(f"{_A}t")).strip():
            yield text


def _paragraph(text: str) -> etree._Element:
    made = etree.Element(f"{_W}p")
    etree.SubElement(etree.SubElement(made, f"{_W}r"), f"{_W}t").text = text
    return made


def _as_text(formula: etree._Element) -> None:
    run = etree.Element(f"{_W}r")
    etree.SubElement(run, f"{_W}t").text = "".join(each.text or "" for each in formula.iter(f"{_M}t"))
    parent = formula.getparent()
    if parent is not None:
        parent.replace(formula, run)


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and switch.get(f"{_W}val") not in ("0", "false", "off")


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        for number, child in enumerate(list(element)):
            parent.insert(at + number, child)
        parent.remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
