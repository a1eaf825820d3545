"""Advice on postings that are not translated, where those of the same organisation always are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from jobboard.board.advice.rounds import who_hires
from jobboard.board.board import Board, BoardPosting
from jobboard.board.checks import Locator
from jobboard.source.message import message, phrase
from jobboard.source.problem import Level, Problem

TRANSLATION_MISSING = message(
    "translation-missing", "not in '%(lang)s', in which %(organisation)s gave %(number)s of the %(all)s before"
)

_LAST = 5
"""How many postings before it are looked at: what an organisation did years ago is no habit."""

_ENOUGH = 4
"""How many of those must have a translation."""


def advise_on_translations(board: Board, locator: Locator) -> Iterator[Problem]:
    """An open posting, or one to come, that lacks a language nearly all of the last five like it are in: those of the
    same organisation, of the same kind, written in the same language first."""
    spoken = _languages(board)
    for postings in _by_who(board).values():
        asked = {each.id for each in locator.asked(postings)}
        for number, posting in enumerate(postings):
            if posting.id in asked and not posting.status.is_closed:
                yield from _advise(posting, postings[max(0, number - _LAST) : number], spoken, locator)


def _advise(
    posting: BoardPosting, before: list[BoardPosting], spoken: Mapping[str, set[str]], locator: Locator
) -> Iterator[Problem]:
    times = Counter(lang for each in before for lang in spoken[each.id] - spoken[posting.id])
    for lang in sorted(lang for lang, number in times.items() if number >= _ENOUGH):
        first = posting.organisations[0].content
        message = TRANSLATION_MISSING(
            lang=lang, organisation=first.short_name or first.name, number=times[lang], all=len(before)
        )
        hint = phrase("add a file with 'translation_of: %(id)s' and 'lang: %(lang)s'", id=posting.id, lang=lang)
        yield locator.at(posting.content, "title", message, hint, Level.ADVICE)


def _languages(board: Board) -> dict[str, set[str]]:
    """The languages that each posting is in, by the id of its original: drafts count, for somebody is at them."""
    found: dict[str, set[str]] = {}
    for each in board.postings:
        found.setdefault(each.group, set()).add(each.lang)
    return found


def _by_who(board: Board) -> dict[tuple[str, str, str], list[BoardPosting]]:
    """The originals that are no drafts, in the order in which they appeared."""
    found: dict[tuple[str, str, str], list[BoardPosting]] = {}
    for each in sorted(board.postings, key=lambda each: (each.life.opens_at, each.id)):
        if each.group == each.id and not each.life.is_draft:
            found.setdefault(who_hires(each), []).append(each)
    return found
