"""How readers follow what a page shows: by mail, in their calendar, in a feed reader (decision 68)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from jobboard.board.mailing import mail_address
from jobboard.board.site import Site
from jobboard.outputs.addresses import SUBSCRIBE, absolute, calendar_path, here, link_here
from jobboard.outputs.page.collection import Collection, standing
from jobboard.outputs.page.frame import Feed, feeds_of

_CALENDARS: Mapping[str, str] = {"jobs": "deadlines", "events": "events"}
"""Whose dates are in the calendar of which standing collection. Organisations have one of their own."""


class CalendarLink(Struct, frozen=True, kw_only=True):
    """A calendar as a page offers it: its address, and (`webcal`) a link that subscribes in one step."""

    name: str
    home: str
    href: str
    webcal: str


class Follow(Struct, frozen=True, kw_only=True):
    """The ways to follow a collection, in the order readers are offered them; `more` is the page of all ways.

    `mail` is empty where nobody sends any. The feed is RSS, which every reader reads.
    """

    heading: str
    mail: str
    calendar: CalendarLink | None
    feed: Feed
    more: str


def follow_of(site: Site, collection: Collection) -> Follow:
    """How to follow a collection that has a feed."""
    return Follow(
        heading=site.say("Follow: %(what)s", what=collection.name),
        mail=mail_of(site, collection),
        calendar=_calendar_of(site, collection),
        feed=feeds_of(site, collection)[0],
        more=link_here(site, SUBSCRIBE) if site.has_extras else "",
    )


def mail_of(site: Site, collection: Collection) -> str:
    """Where one asks for mail about a collection; empty where the site names no such place."""
    return mail_address(
        site.mailing,
        id=collection.identity,
        lang=site.lang,
        feed=feeds_of(site, collection)[0].href,
        name=collection.name,
    )


def calendar_link(site: Site, collection: Collection) -> CalendarLink:
    """How a page offers the calendar of a collection."""
    address = absolute(site, here(site, calendar_path(collection.path)))
    return CalendarLink(
        name=collection.name,
        home=link_here(site, collection.home),
        href=address,
        webcal=f"webcal:{address.partition(':')[2]}",
    )


def _calendar_of(site: Site, collection: Collection) -> CalendarLink | None:
    if not site.has_extras:
        return None
    if collection.calendar_title:
        return calendar_link(site, collection)
    dated = _CALENDARS.get(collection.path)
    return calendar_link(site, standing(site, dated)) if dated else None
