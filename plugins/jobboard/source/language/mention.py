"""What is kept of words in a body that advice is given on. `mentions` finds them; a warm build only carries them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class About(StrEnum):
    """What a mention is about."""

    LAST_DAY = "last-day"
    WEEKDAY = "weekday"
    MIDNIGHT = "midnight"
    PAY = "pay"
    PERSON = "person"


class Mention(Struct, frozen=True, array_like=True):
    """Words of a body on that line of its file. `value` depends on what they are about.

    A last day is `2026-03-31`, or `03-31` where no year is written; a wrong weekday has the right one's English name.
    """

    about: About
    line: int
    words: str
    value: str = ""
