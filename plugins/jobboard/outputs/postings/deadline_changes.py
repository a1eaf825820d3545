"""Changes of a deadline, and of a closing that was taken back, in the words a reader is given."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from jobboard.board.board import BoardPosting
from jobboard.board.changes.announcements import history_of
from jobboard.board.deadline_changes import deadline_changes
from jobboard.board.history import Change, What
from jobboard.board.site import Site
from jobboard.board.status import TICK
from jobboard.outputs.text import words
from jobboard.outputs.text.clocks import first_minute
from jobboard.outputs.text.words import When
from jobboard.source.catalogue import mark

CHANGED = {True: mark("Deadline extended"), False: mark("Deadline brought forward")}
"""What a change is called, by whether it gave more time."""


class ChangeLine(Struct, frozen=True, kw_only=True):
    """A change of the deadline in words: what happened, from when, to when, and the day it was made if known."""

    what: str
    was: When
    became: When | None
    on: When | None


class ReopeningLine(Struct, frozen=True, kw_only=True):
    """That it is open again, and since when; `closed` is when it had closed before that, by which of three ways."""

    since: When
    closed: When
    was_filled: bool
    was_withdrawn: bool


def reopening_lines(site: Site, posting: BoardPosting) -> tuple[ReopeningLine, ...]:
    """Every time a posting that is open was opened again until now, first to last."""
    found: list[ReopeningLine] = []
    closing = None
    for change in history_of(posting) if posting.status.is_listed else ():
        if change.what is What.REOPENED and closing is not None and _has_come(change.at, posting):
            since, closed = (
                words.day_of(each, posting.zone, site.lang) for each in (change.at, _closed(closing, posting))
            )
            filled, withdrawn = closing.what is What.FILLED, closing.what is What.WITHDRAWN
            found.append(ReopeningLine(since=since, closed=closed, was_filled=filled, was_withdrawn=withdrawn))
        elif change.what in (What.CLOSED, What.FILLED, What.WITHDRAWN):
            closing = change
    return tuple(found)


def _closed(closing: Change, posting: BoardPosting) -> datetime:
    """An instant of the day to name: of an early closing its first, of a deadline its last."""
    is_early = any(each.closed_early and each.closes_at == closing.at for each in posting.lives)
    return closing.at if is_early else closing.at - TICK


def _has_come(at: datetime, posting: BoardPosting) -> bool:
    """True of what is part of the life that counts, or of one before it."""
    following = next((each.since for each in posting.lives if each.since > posting.life.since), None)
    return following is None or at < following


def change_lines(site: Site, posting: BoardPosting) -> tuple[ChangeLine, ...]:
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


def last_change(site: Site, posting: BoardPosting) -> str:
    """What lists say of an open posting that was opened again, or of which the deadline was changed; else nothing."""
    if posting.life.since > posting.life.opens_at:
        return site.say_as("change", "Open again")
    changes = deadline_changes(posting.content, posting.deadline_zone)
    return site.say(CHANGED[changes[-1].is_extension]) if changes else ""
