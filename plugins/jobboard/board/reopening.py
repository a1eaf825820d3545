"""What was closed or called off and taken back: what cannot be true of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jobboard.board.checks import Locator
from jobboard.board.status import in_order, to_zone
from jobboard.board.timing import SECOND_ROUND, Timed
from jobboard.model.posting import Posting
from jobboard.source.problem import Problem


def check_reopened(timed: Iterable[Timed], locator: Locator) -> Iterator[Problem]:
    """A posting is closed and opened again in turns, and is open in the end for some time."""
    for each in timed:
        if each.posting.reopened and each.posting.translation_of is None:
            yield from _check_turns(each, locator)
            yield from _check_last(each, locator)


def _check_turns(each: Timed, locator: Locator) -> Iterator[Problem]:
    posting, zone = each.posting, to_zone(each.zone)
    before, what = posting.published, "published"
    for one in in_order(posting.reopened, zone):
        field = _field(posting, posting.reopened.index(one))
        if one.was.on.day < before.day or (what != "published" and one.was.on.starts_at(zone) < before.starts_at(zone)):
            message = f"{one.was.on} is before it was {what} ({before})"
            hint = f"correct one of them; {SECOND_ROUND}" if what == "published" else "correct one of them"
            yield locator.at(posting, f"{field}.was.on", message, hint)
        elif one.on.starts_at(zone) < one.was.on.starts_at(zone):
            message = f"{one.on} is before it was closed ({one.was.on})"
            hint = 'give the minute, if both were on one day: "2026-03-10 15:00"; else correct one of them'
            yield locator.at(posting, f"{field}.on", message, hint)
        before, what = one.on, "opened again"


def _check_last(each: Timed, locator: Locator) -> Iterator[Problem]:
    posting, life = each.posting, each.lives[-1]
    if life.since < life.closes_at:
        return
    last = in_order(posting.reopened, to_zone(each.zone))[-1].on
    if life.closed_early is not None and posting.closed is not None:
        hint = "delete 'closed' if it is open; what it said stands in 'reopened' as 'was'"
        message = f"closed from {posting.closed.on}, but opened again only {last}"
        yield locator.at(posting, "closed.on", message, hint)
        return
    field = "review_by" if posting.review_by else "deadline"
    message = f"{getattr(posting, field)} is before it was opened again ({last}): it would not be open"
    yield locator.at(posting, field, message, "set a new one")


def _field(posting: Posting, index: int) -> str:
    return f"reopened.{index + 1}" if len(posting.reopened) > 1 else "reopened"
