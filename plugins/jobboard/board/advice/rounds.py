"""Advice on what is about to appear and has been given before: the posting of an earlier round has its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from jobboard.board.board import Board, BoardPosting
from jobboard.board.checks import Locator
from jobboard.board.status import Status
from jobboard.source.message import message, phrase
from jobboard.source.problem import Level, Problem, near_spelling

GIVEN_BEFORE = message("given-before", "given before as content/%(path)s, which closed on %(day)s, with another text")

_TO_COME = (Status.DRAFT, Status.SCHEDULED)
_YEARS = timedelta(days=3 * 366)
"""How long ago the earlier round may have closed: what is older is rarely taken up again."""

_ALIKE = 0.5
"""Share of their words that two texts have in common from which on one was taken from the other."""

_LONG = 6
"""Letters of a word in which one mistake is passed over: `I` and `II` are two posts."""

_ROUND = re.compile(r"\([^)]*\)|\b(?:19|20)\d\d(?:[/–-](?:20)?\d\d)?\b")
"""What titles of rounds differ in: the year, and whatever stands in brackets."""

_Who = tuple[str, str, str]


def advise_on_rounds(board: Board, locator: Locator) -> Iterator[Problem]:
    """Drafts and postings to come that have the title of one that closed, and not its text. Of several the last."""
    over: dict[_Who, list[BoardPosting]] = {}
    for each in board.postings:
        if each.status.is_closed and each.group == each.id:
            over.setdefault(who_hires(each), []).append(each)
    for posting in locator.asked(board.postings):
        if posting.status in _TO_COME and posting.group == posting.id:
            found = [each for each in over.get(who_hires(posting), ()) if _is_earlier_round(each, posting)]
            if found and not any(_have_one_text(each, posting) for each in found):
                yield _advice(max(found, key=lambda each: each.life.closes_at), posting, locator)


def _advice(earlier: BoardPosting, posting: BoardPosting, locator: Locator) -> Problem:
    message = GIVEN_BEFORE(path=earlier.content.path, day=str(earlier.life.last_day))
    hint = phrase("`jobboard relist %(id)s` begins a new round with all that was said of the last one", id=earlier.id)
    return locator.at(posting.content, "title", message, hint, Level.ADVICE)


def who_hires(posting: BoardPosting) -> _Who:
    """Who hires for what kind of work, in which language: of a posting that nobody needs to look at."""
    return posting.synopsis.organisations[0], posting.synopsis.kind, posting.lang


def _is_earlier_round(earlier: BoardPosting, posting: BoardPosting) -> bool:
    opens = posting.life.opens_at
    return opens - _YEARS < earlier.life.closes_at <= opens and _have_one_title(earlier, posting)


def _have_one_title(one: BoardPosting, other: BoardPosting) -> bool:
    """True if they differ at most in the round, or by a mistake in a word."""
    words = [_ROUND.sub(" ", each.content.title.casefold()).split() for each in (one, other)]
    return len(words[0]) == len(words[1]) and all(_is_one_word(*pair) for pair in zip(*words, strict=True))


def _is_one_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _LONG and bool(near_spelling(one, (other,), 1)))


def _have_one_text(one: BoardPosting, other: BoardPosting) -> bool:
    """True if most of what one says is said by the other, or one says nothing yet."""
    first, second = (_words(each.body.fetch()) for each in (one, other))
    return not first or not second or len(first & second) > _ALIKE * min(len(first), len(second))


def _words(html: str) -> frozenset[str]:
    return frozenset(_long(re.sub(r"<[^>]*>", " ", html).casefold().split()))


def _long(words: Iterable[str]) -> Iterator[str]:
    """Without the small words that all texts share."""
    return (each for each in words if len(each) >= _LONG)
