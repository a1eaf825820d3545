"""What somebody has typed or pasted as an answer, without what comes along unseen."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS = "\u200c\u200d"
"""Letters of Persian and of Indian scripts, and pictures, are joined or kept apart by these."""


def cleaned(answer: str) -> str:
    """The answer on one line, with single plain spaces in it and none around, and no character that nobody sees."""
    text = "".join(" " if each.isspace() else each for each in unicodedata.normalize("NFC", answer))
    seen = (each for each in text if unicodedata.category(each) not in _UNSEEN or each in _JOINERS)
    return " ".join("".join(seen).split()).strip(f"{_JOINERS} ")
