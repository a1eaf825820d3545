"""The page `/subscribe/`: every feed in plain words, each in its forms, and how to use one."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import OPML, SUBSCRIBE, absolute, here, link_here
from jobboard.outputs.calendars.calendar import CalendarLink
from jobboard.outputs.feeds.groups import FeedGroup
from jobboard.outputs.page.collection import Collection
from jobboard.outputs.page.frame import Head, feeds_of, head_of
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.versions import versions_of_list

_FORMS = {"application/rss+xml": "RSS", "application/atom+xml": "Atom", "application/feed+json": "JSON"}
_CALENDAR = "text/calendar"


class _Form(Struct, frozen=True, kw_only=True):
    """One form of what can be subscribed to. `href` is the full address, which is what a reader is given."""

    text: str
    href: str
    type: str


class Offer(Struct, frozen=True, kw_only=True):
    """One thing to subscribe to, with the page that shows the same."""

    page: Link
    forms: tuple[_Form, ...]


class OfferGroup(Struct, frozen=True, kw_only=True):
    """Offers under one heading."""

    id: str
    title: str
    explanation: str
    offers: tuple[Offer, ...]


class SubscribePage(Struct, frozen=True, kw_only=True):
    """The view of the page."""

    template: ClassVar = "subscribe.html"
    head: Head
    groups: tuple[OfferGroup, ...]
    opml: str


def subscribe_page(site: Site, groups: tuple[FeedGroup, ...], calendars: tuple[CalendarLink, ...]) -> SubscribePage:
    """Everything one can subscribe to."""
    return SubscribePage(
        head=head_of(
            site,
            here(site, SUBSCRIBE),
            site.say("Subscribe"),
            site.say(
                "Every feed of %(site)s, and how to be told of new jobs and news without looking here.", site=site.name
            ),
            versions=versions_of_list(site, SUBSCRIBE),
        ),
        groups=subscription_groups(site, groups, calendars),
        opml=absolute(site, here(site, OPML)),
    )


def subscription_groups(
    site: Site, feeds: tuple[FeedGroup, ...], calendars: tuple[CalendarLink, ...]
) -> tuple[OfferGroup, ...]:
    """What is offered, in order: the feeds, then the calendars."""
    found = tuple(
        OfferGroup(
            id=group.id,
            title=group.title,
            explanation=group.explanation,
            offers=tuple(_offer(site, each) for each in group.collections),
        )
        for group in feeds
    )
    return (*found, _calendars(site, calendars)) if calendars else found


def _calendars(site: Site, calendars: tuple[CalendarLink, ...]) -> OfferGroup:
    return OfferGroup(
        id="calendars",
        title=site.say("Calendars"),
        explanation=site.say(
            "Deadlines in your own calendar program, which asks for changes by itself. Choose “webcal” to subscribe in "
            "one step, or copy the address into your program."
        ),
        offers=tuple(
            Offer(
                page=Link(text=each.title, href=each.home),
                forms=(
                    _Form(text="iCalendar", href=each.href, type=_CALENDAR),
                    _Form(text="webcal", href=each.webcal, type=_CALENDAR),
                ),
            )
            for each in calendars
        ),
    )


def _offer(site: Site, collection: Collection) -> Offer:
    return Offer(
        page=Link(text=collection.name, href=link_here(site, collection.home)),
        forms=tuple(
            _Form(text=_FORMS[each.type], href=each.href, type=each.type) for each in feeds_of(site, collection)
        ),
    )
