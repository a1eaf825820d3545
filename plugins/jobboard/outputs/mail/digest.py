"""What became of a board within a span of time, each item told once: for those who follow it by mail.

What happened is what the feed of changes announces. Beside that there is what began to close, and news and events that
appeared. An instant belongs to one span: it is after its beginning, and not after its end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from msgspec import Struct

from jobboard.board.board import Board, BoardEvent, BoardNews, BoardOrganisation, BoardPosting
from jobboard.board.changes.announcements import changes_of, one_of_each_group
from jobboard.board.history import Change, What
from jobboard.board.order import chosen_for, order_by_deadline, order_events, order_news
from jobboard.board.site import Site
from jobboard.board.status import Status
from jobboard.outputs.addresses import HOME, SUBSCRIBE, absolute, here, path_of
from jobboard.outputs.events.words import summary_of_event, title_of_event, when_words, where_words
from jobboard.outputs.framed import path_here
from jobboard.outputs.page.link import other_language
from jobboard.outputs.plan.grouping import Grouping, SubjectItem
from jobboard.outputs.postings.card import job_card
from jobboard.outputs.site.changes import ChangeOf, change_entry
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import summary_of

_OPENINGS = (What.OPENED, What.REOPENED)
_MOVES = (What.EXTENDED, What.BROUGHT_FORWARD)


class DigestItem(Struct, frozen=True, kw_only=True):
    """One item: what it is called, its full address, and what there is to say, a line each. `lang` is empty where it is
    the digest's own."""

    title: str
    href: str
    lang: str
    lines: tuple[str, ...]


class DigestPart(Struct, frozen=True, kw_only=True):
    """Items of which the same is told, under a heading."""

    heading: str
    items: tuple[DigestItem, ...]


class Digest(Struct, frozen=True, kw_only=True):
    """All of it, in one language. `home` and `follow` are full addresses with their words; `follow` is empty on a board
    nobody can subscribe to."""

    site: str
    lang: str
    subject: str
    span: str
    parts: tuple[DigestPart, ...]
    home: str
    home_words: str
    follow: str
    follow_words: str


class _Span(Struct, frozen=True):
    """What is to be told about: of which items, and of which instants, after `since` and up to `until` (aware)."""

    grouping: Grouping
    path: str
    since: datetime
    until: datetime

    def is_meant(self, item: SubjectItem) -> bool:
        return not self.path or self.path in self.grouping.paths_of(item)

    def has(self, instant: datetime) -> bool:
        return self.since < instant <= self.until


def digest_of_board(board: Board, site: Site, since: datetime, path: str = "", called: str = "") -> Digest:
    """What became of the board after `since` and up to its now (both aware), for the readers of an edition.

    `path` is that of a collection, like `organisations/cemr`, which is `called` so; empty for all there is.
    """
    grouping = Grouping((each for each in board.postings if each.is_visible), has_extras=True)
    span = _Span(grouping, path, since, board.now)
    postings = _Postings(board, site, span)
    new = postings.new()
    parts = (
        DigestPart(heading=site.say("New postings"), items=new),
        DigestPart(heading=site.say("Closing soon"), items=postings.closing_soon()),
        DigestPart(heading=site.say("Other deadlines than before"), items=postings.moved()),
        DigestPart(heading=site.say("No longer open"), items=postings.closed()),
        DigestPart(heading=site.say("News"), items=_news(board, site, span)),
        DigestPart(heading=site.say("Events"), items=_events(board, site, span)),
    )
    return Digest(
        site=site.name,
        lang=site.lang,
        subject=_subject(site, len(new), called or site.name),
        span=_span_words(site, since, board.now),
        parts=tuple(each for each in parts if each.items),
        home=absolute(site, here(site, HOME)),
        home_words=site.say("Everything on %(site)s", site=site.name),
        follow=absolute(site, here(site, SUBSCRIBE)) if site.has_extras else "",
        follow_words=site.say("Other ways to follow"),
    )


class _Postings:
    """The postings of which something is told, each in one part; of a translation group the one this edition shows."""

    def __init__(self, board: Board, site: Site, span: _Span) -> None:
        visible = [each for each in board.postings if each.is_visible and span.is_meant(each)]
        self._site, self._span = site, span
        self._shown = order_by_deadline(chosen_for(visible, site))
        self._changes = dict(_changes(visible, span, board.now))

    def new(self) -> tuple[DigestItem, ...]:
        """What opened, or is open again; one that has closed since is told as that alone."""
        return tuple(self._open(each, is_told=is_again) for each, is_again in self._opened())

    def closing_soon(self) -> tuple[DigestItem, ...]:
        """What began to close soon, and is not told of otherwise."""
        found = (each for each in self._shown if each.status is Status.CLOSING_SOON and each.group not in self._changes)
        return tuple(self._open(each) for each in found if self._span.has(each.life.closing_soon_at))

    def moved(self) -> tuple[DigestItem, ...]:
        return tuple(self._open(each, is_told=True) for each in self._with(_MOVES) if each.status.is_listed)

    def closed(self) -> tuple[DigestItem, ...]:
        return tuple(self._closed(each) for each in self._with(tuple(What)) if not each.status.is_listed)

    def _with(self, kinds: Collection[What]) -> Iterator[BoardPosting]:
        known = self._changes
        return (each for each in self._shown if each.group in known and known[each.group].change.what in kinds)

    def _opened(self) -> Iterator[tuple[BoardPosting, bool]]:
        for each in self._with(_OPENINGS):
            if each.status.is_listed:
                yield each, self._changes[each.group].change.what is What.REOPENED

    def _open(self, posting: BoardPosting, *, is_told: bool = False) -> DigestItem:
        """With its deadline, or where that `is_told` by what happened, with that."""
        card = job_card(self._site, posting)
        until = self._site.say("Apply by %(deadline)s", deadline=card.deadline.text) if card.deadline else ""
        rolling = self._site.say("There is no fixed deadline: applications are read as they arrive.")
        about = _about(self._site, posting.organisations, card.place, card.kind, card.language_words)
        return _told(self._site, posting, card.title, about, self._sentence(posting) if is_told else until or rolling)

    def _closed(self, posting: BoardPosting) -> DigestItem:
        card = job_card(self._site, posting)
        return _told(
            self._site, posting, card.title, _about(self._site, posting.organisations), self._sentence(posting)
        )

    def _sentence(self, posting: BoardPosting) -> str:
        return change_entry(self._site, self._changes[posting.group]).summary


def _changes(visible: list[BoardPosting], span: _Span, now: datetime) -> Iterator[tuple[str, ChangeOf]]:
    """What is told of each translation group, by its id: while it is open that it opened, and else what came last."""
    for posting in one_of_each_group(visible):
        changes = [each for each in changes_of(posting, now) if span.has(each.told_from)]
        openings = [each for each in changes if each.what in _OPENINGS and posting.status.is_listed]
        told: list[Change] = openings or changes
        if told:
            yield posting.group, ChangeOf(posting, told[-1])


def _news(board: Board, site: Site, span: _Span) -> tuple[DigestItem, ...]:
    listed = [each for each in board.news if each.is_listed and span.is_meant(each)]
    found = order_news(each for each in chosen_for(listed, site) if span.has(each.opens_at))
    return tuple(_news_told(site, each) for each in found)


def _news_told(site: Site, item: BoardNews) -> DigestItem:
    day = words.day_of(item.opens_at, item.zone, site.lang).text
    return _told(
        site,
        item,
        item.content.title,
        _about(site, item.organisations, day),
        summary_of(item.content.summary, item.body),
    )


def _events(board: Board, site: Site, span: _Span) -> tuple[DigestItem, ...]:
    """What is announced or reinstated, and still to come."""
    listed = [each for each in board.events if each.is_listed and span.is_meant(each)]
    return tuple(_event_told(site, each) for each in order_events(chosen_for(listed, site)) if _is_new(each, span))


def _is_new(event: BoardEvent, span: _Span) -> bool:
    return span.has(event.opens_at) or any(span.has(each.told_from) for each in changes_of(event, span.until))


def _event_told(site: Site, event: BoardEvent) -> DigestItem:
    when = " · ".join(filter(None, (when_words(event, site.lang).text, where_words(site, event))))
    about = _about(site, event.organisations)
    return _told(site, event, title_of_event(site, event), about, when, summary_of_event(site, event))


def _told(site: Site, item: BoardPosting | BoardNews | BoardEvent, title: str, *lines: str) -> DigestItem:
    return DigestItem(
        title=title,
        href=absolute(site, path_here(site, item.lang, path_of(item))),
        lang=other_language(site, item.lang),
        lines=tuple(each for each in lines if each),
    )


def _about(site: Site, organisations: Iterable[BoardOrganisation], *more: str) -> str:
    """Whose it is, and what it is chosen by, in a line."""
    names = words.list_words([each.content.name for each in organisations], site.lang)
    return " · ".join(filter(None, (names, *more)))


def _subject(site: Site, new: int, name: str) -> str:
    if not new:
        return site.say("What has changed: %(name)s", name=name)
    return site.say_number("%(number)s new posting: %(name)s", "%(number)s new postings: %(name)s", new, name=name)


def _span_words(site: Site, since: datetime, until: datetime) -> str:
    first, last = (words.day_of(each, site.zone, site.lang).text for each in (since, until))
    return site.say("From %(first)s to %(last)s", first=first, last=last)
