"""The same posting twice: files that say the same, are open at the same time, and are no translations."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace

from jobboard.board.advice.texts import MIN_TEXT
from jobboard.board.board import Board, BoardPosting
from jobboard.board.checks import Locator
from jobboard.board.status import Status
from jobboard.model.parts.general import Place
from jobboard.model.texts.towns import town_key
from jobboard.source.message import message, phrase
from jobboard.source.problem import Level, Problem

SAME_POSTING = message("same-posting", "the same posting as content/%(path)s: same title, organisation and place")
SAME_TEXT = message("same-text", "word for word the text of content/%(path)s")


def advise_on_twins(board: Board, locator: Locator) -> Iterator[Problem]:
    """Name the earlier file (by path) for each that repeats one. A repetition after its closing is none."""
    titles: dict[Hashable, list[BoardPosting]] = {}
    texts: dict[Hashable, list[BoardPosting]] = {}
    asked = {each.synopsis.organisations[0] for each in locator.asked(board.postings)}
    for posting in board.postings:
        if posting.synopsis.organisations[0] not in asked:
            continue
        if posting.status is Status.DRAFT or posting.status.is_closed:
            continue
        content, said = posting.content, posting.body.said
        hires = content.organisation[0]
        title = " ".join(content.title.casefold().split())
        places = tuple(map(_as_one_town, content.place))
        if twin := _twin(posting, titles.setdefault((hires, title, places, content.reference), [])):
            message = SAME_POSTING(path=twin.content.path)
            hint = phrase("delete one of them, or give each its own 'reference'")
            yield locator.at(content, "title", message, hint, Level.ADVICE)
        elif said.size >= MIN_TEXT and (twin := _twin(posting, texts.setdefault((hires, said.digest), []))):
            message = SAME_TEXT(path=twin.content.path)
            hint = phrase("delete one of them, or say what sets them apart")
            yield Problem(content.path, said.line, "body", message, hint, Level.ADVICE)


def _as_one_town(place: Place) -> Place:
    """The place with its town under the key of all its names."""
    return replace(place, city=town_key(place.country, place.city)) if place.city else place


def _twin(posting: BoardPosting, others: list[BoardPosting]) -> BoardPosting | None:
    """The first of the others that is open while this one is; this one joins them."""
    found = _open_together(posting, others)
    others.append(posting)
    return found


def _open_together(posting: BoardPosting, others: Iterable[BoardPosting]) -> BoardPosting | None:
    life = posting.life
    return next(
        (
            each
            for each in others
            if each.group != posting.group
            and each.life.opens_at < life.closes_at
            and life.opens_at < each.life.closes_at
        ),
        None,
    )
