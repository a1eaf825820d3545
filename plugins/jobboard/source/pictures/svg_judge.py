"""What of a drawing is kept, and what in it could act: element by element, attribute by attribute."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping

from jobboard.source.message import UNSAID, Phrase, phrase
from jobboard.source.pictures.picture import PictureError
from jobboard.source.pictures.svg_list import (
    MOVABLE,
    MOVING,
    SVG_ATTRIBUTES,
    SVG_ELEMENTS,
    WITHOUT_CSS,
    WORDS,
    active_in_css,
)

_HREFS = ("href", "http://www.w3.org/1999/xlink href")
_SPACE = "http://www.w3.org/XML/1998/namespace space"
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,(?P<packed>[A-Za-z0-9+/=\s]+)", re.IGNORECASE)
_SCHEME = re.compile(r"\s*([a-zA-Z][\w+.-]*):")
_MOST_PIXELS = 50_000_000


class Judge:
    """Collects what could act, each with its line."""

    def __init__(self) -> None:
        self.active: list[Phrase] = []
        self._pixels = 0

    def finds(self, what: Phrase, line: int) -> None:
        """Notes something that no drawing may hold."""
        self.active.append(phrase("%(what)s (line %(line)s)", what=what, line=str(line)))

    def keeps(self, name: str, attributes: Mapping[str, str], line: int, *, is_known: bool) -> bool:
        """True for an element of a drawing; one that could act is noted, one of editors' own goes."""
        if not is_known:
            self._look_at(attributes, line)
            return False
        if name in SVG_ELEMENTS:
            return True
        if name not in WORDS:
            self.finds(phrase("the element %(name)s", name=f"<{name}>"), line)
        return False

    def attributes(self, name: str, given: Mapping[str, str], line: int) -> dict[str, str]:
        """The attributes of a kept element that are kept with it."""
        self._look_at(given, line)
        kept: dict[str, str] = {}
        for key, value in given.items():
            if key in _HREFS:
                kept |= self._href(name, value, line)
            elif key == _SPACE:
                kept["xml:space"] = value
            elif key in SVG_ATTRIBUTES and self._may_say(key, value, line):
                kept[key] = value
        moved = given.get("attributeName")
        if name in MOVING and moved is not None and moved not in MOVABLE:
            self.finds(phrase("an animation of %(name)s", name=moved), line)
        return kept

    def style(self, text: str, line: int) -> None:
        """Looks at a style sheet, which ends at that line."""
        if found := active_in_css(text):
            self.finds(found, line)

    def _look_at(self, given: Mapping[str, str], line: int) -> None:
        for key in given:
            if key.lower().startswith("on"):
                self.finds(phrase("the attribute %(name)s", name=key), line)

    def _may_say(self, key: str, value: str, line: int) -> bool:
        found = UNSAID if key in WITHOUT_CSS else active_in_css(value)
        if found:
            self.finds(found, line)
        return not found

    def _href(self, name: str, value: str, line: int) -> dict[str, str]:
        if value.startswith("#"):
            return {"href": value}
        if name == "image" and (found := _PICTURE.fullmatch(value.strip())):
            return {"href": self._picture(found["packed"], line)}
        scheme = _SCHEME.match(value)
        if scheme:
            self.finds(phrase("an address that begins with %(scheme)s:", scheme=scheme[1].lower()), line)
        else:
            self.finds(phrase("an address outside of it"), line)
        return {}

    def _picture(self, packed: str, line: int) -> str:
        """A picture within the drawing, looked at and rid of its notes as any other."""
        from jobboard.source.pictures.metadata import without_metadata  # noqa: PLC0415 (most drawings hold none)
        from jobboard.source.pictures.size import measure  # noqa: PLC0415

        try:
            data = base64.b64decode(packed, validate=False)
            measured = measure(data)
        except (PictureError, binascii.Error) as error:
            told = error.reason if isinstance(error, PictureError) else str(error)
            reason = phrase("the picture in line %(line)s of the SVG: %(reason)s", line=str(line), reason=told)
            raise PictureError(reason, phrase("leave it out, or save it anew")) from None
        self._pixels += measured.width * measured.height
        if self._pixels > _MOST_PIXELS:
            reason = phrase("the pictures in the SVG have more than 50 million pixels")
            raise PictureError(reason, phrase("make them smaller"))
        plain = base64.b64encode(without_metadata(data)).decode()
        return f"data:image/{measured.form.lower()};base64,{plain}"
