"""SVG drawings: the text of one in; the same with nothing in it that can act or lead away out, or why it is refused.

A drawing is read by expat, which resolves no entity here and asks for no file, and written anew from lists of what is
needed. What can act is refused, so that nobody wonders what became of it; what only programs and people wrote beside
the drawing is left out: notes, comments, what editors keep for themselves (docs/standards.md#pictures, decision 53).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, tostring
from xml.parsers import expat

from jobboard.source.message import Phrase, in_a_row, phrase
from jobboard.source.pictures.picture import Measured, PictureError
from jobboard.source.pictures.svg_judge import Judge
from jobboard.source.pictures.svg_size import size_of
from jobboard.source.pictures.svg_weight import check_weight

_SVG, _XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
_MOST_BYTES = 2_000_000
_MOST_ELEMENTS = 20_000
_DEEPEST = 100
_SHOWN = 4
_PLAIN = phrase("save it anew as a plain SVG, without what editors and websites add")
_SIMPLER = phrase("draw it with fewer parts, or save it as PNG")


def measure_svg(data: bytes) -> Measured:
    """A drawing's size in CSS pixels. Raises PictureError for one that cannot be shown, or that could act."""
    width, height = size_of(_read(data))
    return Measured(width=width, height=height, form="SVG")


def safe_svg(data: bytes) -> bytes:
    """The drawing alone, written anew. Raises PictureError as above."""
    root = _read(data)
    if "viewBox" not in root.attrib:  # else browsers cut it off instead of scaling it
        root.set("viewBox", "0 0 {} {}".format(*size_of(root)))
    root.set("xmlns", _SVG)
    return tostring(root, encoding="unicode").encode() + b"\n"


def _read(data: bytes) -> Element:
    if len(data) > _MOST_BYTES:
        size, most = len(data) / 1e6, _MOST_BYTES // 1_000_000
        raise PictureError(phrase("the SVG has %(size)s MB; at most %(most)s MB fit", size=size, most=most), _SIMPLER)
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)  # noqa: FBT003 (that this is all of it)
    except expat.ExpatError as error:
        line, trouble = str(error.lineno), expat.ErrorString(error.code)
        reason = phrase("this is no SVG: line %(line)s cannot be read (%(reason)s)", line=line, reason=trouble)
        raise PictureError(reason, _PLAIN) from None
    if builder.root is None:
        raise PictureError(phrase("this is no SVG: it does not begin with <svg> of the SVG namespace"), _PLAIN)
    if active := builder.judge.active:
        raise PictureError(phrase("the SVG holds %(found)s", found=_some_of(active)), _PLAIN)
    check_weight(builder.root)
    return builder.root


def _some_of(active: Sequence[Phrase]) -> Phrase:
    """The first of what could act, and how many more there are."""
    shown, left = in_a_row(*active[:_SHOWN]), len(active) - _SHOWN
    return phrase("%(found)s and %(number)s more", found=shown, number=left) if left > 0 else shown


class _Builder:
    """Builds the tree of what is kept, while it tells the judge of everything."""

    def __init__(self) -> None:
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self.root: Element | None = None
        self.judge = Judge()
        self._open: list[Element] = []
        self._count = self._left_out = 0

    def _line(self) -> int:
        return self.parser.CurrentLineNumber

    def _doctype(self, *_: object) -> None:
        """Refused at once: what it may declare is never resolved."""
        hint = phrase("delete what stands between <!DOCTYPE and >: nothing needs it")
        raise PictureError(phrase("the SVG holds a DOCTYPE (line %(line)s)", line=str(self._line())), hint)

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self.judge.finds(phrase("a style sheet of another file"), self._line())

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) + self._left_out > _DEEPEST:
            reason = phrase(
                "the SVG has more than %(most)s parts, or more than %(deepest)s within one another",
                most=_MOST_ELEMENTS,
                deepest=_DEEPEST,
            )
            raise PictureError(reason, _SIMPLER)
        space, _, local = name.rpartition(" ")
        is_ours = space in (_SVG, _XHTML)
        is_kept = not self._left_out and self.judge.keeps(local, attributes, self._line(), is_known=is_ours)
        if not is_kept or (not self._open and (space, local) != (_SVG, "svg")):
            self._left_out += 1
            return
        element = Element(local, self.judge.attributes(local, attributes, self._line()))
        if self._open:
            self._open[-1].append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        element = self._open.pop()
        if element.tag == "style":
            self.judge.style(element.text or "", self._line())

    def _text(self, text: str) -> None:
        if self._left_out or not self._open:
            return
        element = self._open[-1]
        if len(element):
            element[-1].tail = (element[-1].tail or "") + text
        elif element.tag in ("text", "tspan", "textPath", "style") or text.isspace():
            element.text = (element.text or "") + text
