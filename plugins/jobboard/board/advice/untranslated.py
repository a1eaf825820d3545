"""Advice on postings that are not translated, where those of the same organisation always are."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jobboard.board.board import Board, BoardPosting
from jobboard.board.checks import Locator
from jobboard.board.site import Site
from jobboard.model.posting import PostingKind
from jobboard.source.message import message, phrase
from jobboard.source.problem import Level, Problem

TRANSLATION_MISSING = message(
    "translation-missing", "not in '%(lang)s', in which %(organisation)s gave %(number)s of its %(all)s before"
)

_LAST = 5
"""How many postings before it are looked at: what an organisation did years ago is no habit."""

_ENOUGH = 4
"""How many of those must have a translation."""

_Who = tuple[str, PostingKind, str]


def advise_on_translations(board: Board, locator: Locator) -> Iterator[Problem]:
    """An open posting, or one to come, in but one of the languages that nearly all the last five like it are in: by the
    same organisation, of the same kind, written in the same language first."""
    spoken = _languages(board)
    for before in _by_who(board).values():
        for number, posting in enumerate(before):
            if posting.status.is_listed or not posting.status.is_visible:
                yield from _advise(board.site, posting, before[max(0, number - _LAST) : number], spoken, locator)


def _advise(
    site: Site, posting: BoardPosting, before: list[BoardPosting], spoken: dict[str, set[str]], locator: Locator
) -> Iterator[Problem]:
    for lang in _missing(site, spoken[posting.id]):
        number = sum(lang in spoken[each.id] for each in before)
        if number >= _ENOUGH:
            first = posting.organisations[0].content
            message = TRANSLATION_MISSING(
                lang=lang, organisation=first.short_name or first.name, number=number, all=len(before)
            )
            hint = phrase("add a file with 'translation_of: %(id)s' and 'lang: %(lang)s'", id=posting.id, lang=lang)
            yield locator.at(posting.content, "title", message, hint, Level.ADVICE)


def _missing(site: Site, spoken: Collection[str]) -> list[str]:
    """The languages of the site that it is not in."""
    return [lang for lang in site.languages if lang not in spoken]


def _languages(board: Board) -> dict[str, set[str]]:
    """The languages that each posting is in, by the id of its original: drafts count, for somebody is at them."""
    found: dict[str, set[str]] = {}
    for each in board.postings:
        found.setdefault(each.group, set()).add(each.lang)
    return found


def _by_who(board: Board) -> dict[_Who, list[BoardPosting]]:
    """The originals that are no drafts, in the order in which they appeared."""
    found: dict[_Who, list[BoardPosting]] = {}
    for each in sorted(board.postings, key=lambda each: (each.life.opens_at, each.id)):
        if each.group == each.id and not each.life.is_draft:
            who = each.content.organisation[0], each.content.kind, each.lang
            found.setdefault(who, []).append(each)
    return found
