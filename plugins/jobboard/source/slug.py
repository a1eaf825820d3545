"""File names that are addresses: any text in, lower-case letters, digits and single hyphens out."""

from __future__ import annotations

import re
import unicodedata

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WITHOUT_ACCENT = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
"""Letters that Unicode does not take apart into a plain one and a mark."""


def is_id(text: str) -> bool:
    """True for a file name (without `.md`) that can be an address."""
    return _ID.fullmatch(text) is not None


def to_slug(text: str) -> str:
    """The nearest id of at most 80 characters, `é` as `e`; empty if no letter of `text` can be written so."""
    letters = unicodedata.normalize("NFKD", text.lower().translate(_WITHOUT_ACCENT))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")
