"""How large a drawing is in CSS pixels, by its own word (SVG 2, section 8; CSS Images 3, section 5)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from jobboard.source.message import phrase
from jobboard.source.pictures.picture import PictureError

_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)(px|pt|pc|in|cm|mm|)\s*", re.IGNORECASE)
_DEFAULT = (300.0, 150.0)
_LARGEST = 10_000


def size_of(root: Element) -> tuple[int, int]:
    """Width and height as browsers show it where nothing else is said."""
    width, height = _length(root.get("width")), _length(root.get("height"))
    box = [float(each) for each in re.findall(r"[+-]?\d*\.?\d+(?:e[+-]?\d+)?", root.get("viewBox", ""))]
    ratio = box[2] / box[3] if len(box) == 4 and box[2] > 0 and box[3] > 0 else None
    if width is None and height is None:
        width = _DEFAULT[0]
        height = width / ratio if ratio else _DEFAULT[1]
    elif width is None or height is None:
        ratio = ratio or _DEFAULT[0] / _DEFAULT[1]
        width = (height or 0) * ratio if width is None else width
        height = width / ratio if height is None else height
    if not (width > 0 and height > 0 and max(width, height) / min(width, height) < _LARGEST):
        hint = phrase("give its <svg> a viewBox: 0 0 200 100")
        raise PictureError(phrase("the SVG says that it has no width or no height"), hint)
    smaller = min(1.0, _LARGEST / max(width, height))
    return max(1, round(width * smaller)), max(1, round(height * smaller))


def _length(text: str | None) -> float | None:
    found = _LENGTH.fullmatch(text or "")
    return float(found[1]) * _PIXELS[found[2].lower()] if found else None
