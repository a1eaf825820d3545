"""Colours as people write them: a text in, `#rrggbb` out."""

from __future__ import annotations

import re

_LONGEST = 60
"""Characters of a text that may be a colour."""


def hex_of(text: str) -> str:
    """The colour as six hexadecimal digits behind a `#`, of whatever form CSS has for it; empty for any other text."""
    from PIL import ImageColor  # noqa: PLC0415 (large, and needed by those who mistype alone)

    typed = text.strip().lower()
    if len(typed) > _LONGEST or not typed.isascii():
        return ""
    if re.fullmatch("[a-z -]+", typed):
        typed = re.sub("[ -]", "", typed)
    if re.fullmatch("[0-9a-f]{3}(?:[0-9a-f]{3})?", typed):
        typed = f"#{typed}"
    try:
        red, green, blue, *_ = ImageColor.getrgb(typed)
    except ValueError:
        return ""
    return f"#{red:02x}{green:02x}{blue:02x}" if max(red, green, blue) < 256 else ""
