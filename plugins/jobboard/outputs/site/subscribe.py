"""The page `/subscribe/`: by mail, in a calendar, in a feed reader; what few look for is folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import OPML, SUBSCRIBE, absolute, here, link_here
from jobboard.outputs.feeds.groups import FeedGroup
from jobboard.outputs.page.collection import Collection
from jobboard.outputs.page.follow import CalendarLink, mail_of
from jobboard.outputs.page.frame import Feed, Head, feeds_of, head_of
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.versions import versions_of_list

_FORMS = {"application/rss+xml": "RSS", "application/atom+xml": "Atom", "application/feed+json": "JSON"}
_CALENDAR = "text/calendar"
_MAIN = ("jobs", "news", "events", "changes", "all")
"""The collections that are offered first, in this order."""


class _Form(Struct, frozen=True, kw_only=True):
    """One form of what can be subscribed to. `href` is the full address, which is what a reader is given."""

    text: str
    href: str
    type: str


class Offer(Struct, frozen=True, kw_only=True):
    """One thing to subscribe to, with the page that shows the same; `id` is its anchor, where it has one."""

    id: str = ""
    page: Link
    forms: tuple[_Form, ...]


class OfferGroup(Struct, frozen=True, kw_only=True):
    """Offers that are folded under a title."""

    id: str
    title: str
    explanation: str
    offers: tuple[Offer, ...]


class SubscribePage(Struct, frozen=True, kw_only=True):
    """The view of the page. `mails` are there if somebody sends any, `feeds` are the main ones, in one form each.

    `groups` are folded: the other forms of those, and all other feeds and calendars.
    """

    template: ClassVar = "subscribe.html"
    head: Head
    mails: tuple[Link, ...]
    calendars: tuple[CalendarLink, ...]
    feeds: tuple[Offer, ...]
    groups: tuple[OfferGroup, ...]
    opml: str


def subscribe_page(
    site: Site,
    feeds: tuple[FeedGroup, ...],
    calendars: tuple[CalendarLink, ...],
    of_organisations: tuple[CalendarLink, ...],
) -> SubscribePage:
    """Everything one can subscribe to. `calendars` are those of the whole board."""
    main = _main(feeds)
    return SubscribePage(
        head=head_of(
            site,
            here(site, SUBSCRIBE),
            site.say("Subscribe"),
            site.say(
                "Every feed of %(site)s, and how to be told of new jobs and news without looking here.", site=site.name
            ),
            section=SUBSCRIBE,
            versions=versions_of_list(site, SUBSCRIBE),
        ),
        mails=tuple(Link(text=each.name, href=mail_of(site, each)) for each in main if site.mailing),
        calendars=calendars,
        feeds=tuple(_offer(site, each, feeds_of(site, each)[:1], each.path) for each in main),
        groups=tuple(_groups(site, feeds, main, of_organisations)),
        opml=absolute(site, here(site, OPML)),
    )


def _main(feeds: Iterable[FeedGroup]) -> tuple[Collection, ...]:
    there = {each.path: each for group in feeds for each in group.collections}
    return tuple(there[path] for path in _MAIN if path in there)


def _groups(
    site: Site, feeds: tuple[FeedGroup, ...], main: tuple[Collection, ...], calendars: tuple[CalendarLink, ...]
) -> Iterator[OfferGroup]:
    """What is folded, in order: each feed with all of its forms, but for what stands above."""
    yield OfferGroup(
        id="forms",
        title=site.say("The same in other forms"),
        explanation=site.say("Atom and JSON say the same as RSS. A few programs read one of these alone."),
        offers=tuple(_offer(site, each, feeds_of(site, each)[1:]) for each in main),
    )
    for group in feeds:
        offers = tuple(_offer(site, each, feeds_of(site, each)) for each in group.collections if each not in main)
        if offers:
            yield OfferGroup(id=group.id, title=group.title, explanation=group.explanation, offers=offers)
    if calendars:
        yield _calendars(site, calendars)


def _calendars(site: Site, calendars: tuple[CalendarLink, ...]) -> OfferGroup:
    return OfferGroup(
        id="calendars-organisations",
        title=site.say("Calendars by organisation"),
        explanation=site.say("Deadlines and events of one organisation and of those that are part of it."),
        offers=tuple(
            Offer(
                page=Link(text=each.name, href=each.home),
                forms=(
                    _Form(text="webcal", href=each.webcal, type=_CALENDAR),
                    _Form(text="iCalendar", href=each.href, type=_CALENDAR),
                ),
            )
            for each in calendars
        ),
    )


def _offer(site: Site, collection: Collection, feeds: tuple[Feed, ...], anchor: str = "") -> Offer:
    return Offer(
        id=anchor,
        page=Link(text=collection.name, href=link_here(site, collection.home)),
        forms=tuple(_Form(text=_FORMS[each.type], href=each.href, type=each.type) for each in feeds),
    )
