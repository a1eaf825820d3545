"""Changes of a deadline, in the words a reader is given. No page depends on when it is built for these."""

from __future__ import annotations

from msgspec import Struct

from jobboard.board.board import BoardPosting
from jobboard.board.deadline_changes import deadline_changes
from jobboard.board.site import Site
from jobboard.outputs import words
from jobboard.outputs.clocks import first_minute
from jobboard.outputs.words import When
from jobboard.source.catalogue import mark

CHANGED = {True: mark("Deadline extended"), False: mark("Deadline brought forward")}
"""What a change is called, by whether it gave more time."""


class ChangeLine(Struct, frozen=True, kw_only=True):
    """A change of the deadline in words: what happened, from when, to when, and the day it was made if known."""

    what: str
    was: When
    became: When | None
    on: When | None


def change_lines(posting: BoardPosting, site: Site) -> tuple[ChangeLine, ...]:
    """Every change of a posting's deadline, first to last."""
    zone, lang = posting.deadline_zone, site.lang
    return tuple(
        ChangeLine(
            what=site.say(CHANGED[each.is_extension]),
            was=words.moment_words(each.was, zone, lang, is_last=True),
            became=words.moment_words(each.became, zone, lang, is_last=True) if each.became else None,
            on=words.day(first_minute(each.on, posting.zone).date(), lang) if each.on else None,
        )
        for each in deadline_changes(posting.content, posting.deadline_zone)
    )


def last_change(posting: BoardPosting) -> bool | None:
    """Whether the last change of the deadline gave more time; None if it never changed."""
    changes = deadline_changes(posting.content, posting.deadline_zone)
    return changes[-1].is_extension if changes else None
