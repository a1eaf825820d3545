"""What was closed or called off and taken back: what cannot be true of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jobboard.board.checks import Locator
from jobboard.board.status import in_order, to_zone
from jobboard.board.timing import SECOND_ROUND, Timed
from jobboard.model.posting import Posting
from jobboard.source.message import in_turn, message, phrase
from jobboard.source.problem import Problem

CLOSED_BEFORE_PUBLISHED = message("closed-before-published", "%(on)s is before it was published (%(before)s)")
CLOSED_BEFORE_OPENED = message("closed-before-opened-again", "%(on)s is before it was opened again (%(before)s)")
OPENED_BEFORE_CLOSED = message("opened-again-before-closed", "%(on)s is before it was closed (%(closed)s)")
CLOSED_THOUGH_OPENED_AGAIN = message("closed-though-opened-again", "closed from %(on)s, but opened again only %(last)s")
OVER_BEFORE_OPENED = message(
    "over-before-opened-again", "%(day)s is before it was opened again (%(last)s): it would not be open"
)
_CORRECT = phrase("correct one of them")


def check_reopened(timed: Iterable[Timed], locator: Locator) -> Iterator[Problem]:
    """A posting is closed and opened again in turns, and is open in the end for some time."""
    for each in timed:
        if each.posting.reopened and each.posting.translation_of is None:
            yield from _check_turns(each, locator)
            yield from _check_last(each, locator)


def _check_turns(each: Timed, locator: Locator) -> Iterator[Problem]:
    posting, zone = each.posting, to_zone(each.zone)
    before, is_again = posting.published, False
    for one in in_order(posting.reopened, zone):
        field = _field(posting, posting.reopened.index(one))
        if one.was.on.day < before.day or (is_again and one.was.on.starts_at(zone) < before.starts_at(zone)):
            message = (CLOSED_BEFORE_OPENED if is_again else CLOSED_BEFORE_PUBLISHED)(
                on=str(one.was.on), before=str(before)
            )
            hint = _CORRECT if is_again else in_turn(_CORRECT, SECOND_ROUND)
            yield locator.at(posting, f"{field}.was.on", message, hint)
        elif one.on.starts_at(zone) < one.was.on.starts_at(zone):
            message = OPENED_BEFORE_CLOSED(on=str(one.on), closed=str(one.was.on))
            hint = phrase('give the minute, if both were on one day: "2026-03-10 15:00"; else correct one of them')
            yield locator.at(posting, f"{field}.on", message, hint)
        before, is_again = one.on, True


def _check_last(each: Timed, locator: Locator) -> Iterator[Problem]:
    posting, life = each.posting, each.lives[-1]
    if life.since < life.closes_at:
        return
    last = in_order(posting.reopened, to_zone(each.zone))[-1].on
    if life.closed_early is not None and posting.closed is not None:
        hint = phrase("delete 'closed' if it is open; what it said stands in 'reopened' as 'was'")
        message = CLOSED_THOUGH_OPENED_AGAIN(on=str(posting.closed.on), last=str(last))
        yield locator.at(posting, "closed.on", message, hint)
        return
    field = "review_by" if posting.review_by else "deadline"
    message = OVER_BEFORE_OPENED(day=str(getattr(posting, field)), last=str(last))
    yield locator.at(posting, field, message, phrase("set a new one"))


def _field(posting: Posting, index: int) -> str:
    return f"reopened.{index + 1}" if len(posting.reopened) > 1 else "reopened"
