"""What is raised for a text that is no moment, and what each kind of field says of a range."""

from __future__ import annotations

from enum import StrEnum

from jobboard.source.message import UNSAID, Phrase, phrase


class Side(StrEnum):
    """How a field reads a moment: from its first instant, to its last, or as one of an event's two."""

    FIRST = "first"
    LAST = "last"
    STARTS = "starts"
    ENDS = "ends"


class NotAMomentError(ValueError):
    """The text is no date; `hint` proposes what to write instead."""

    def __init__(self, hint: Phrase = UNSAID) -> None:
        super().__init__(hint)
        self.hint = hint


class MidnightError(NotAMomentError):
    """The text says "midnight", which can be either end of a day."""


class RangeError(NotAMomentError):
    """The text names two moments; each is given as it would be written alone."""

    def __init__(self, first: str, last: str) -> None:
        super().__init__(range_hint(Side.FIRST, first, last))
        self.first = first
        self.last = last


def range_hint(side: Side, first: str, last: str) -> Phrase:
    """What a field writes of a range, which no field holds whole."""
    if side is Side.STARTS:
        return phrase(
            "this is a range, and its end goes into 'ends'; write starts: %(first)s and ends: %(last)s",
            first=first,
            last=last,
        )
    if side is Side.ENDS:
        return phrase("this is a range, and its beginning goes into 'starts'; write ends: %(last)s", last=last)
    if side is Side.LAST:
        return phrase("this is a range; write its end alone: %(last)s", last=last)
    return phrase("this is a range; write its beginning alone: %(first)s", first=first)
