"""What lists show of an event, and the lists: what is to come month by month, and the archive year by year."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from msgspec import Struct

from jobboard.board.board import BoardEvent
from jobboard.board.site import Site
from jobboard.outputs.addresses import EVENTS, PAST_EVENTS, link_here
from jobboard.outputs.events.words import (
    EVENT_KINDS,
    EVENT_STATUSES,
    register_until,
    sessions_words,
    status_of,
    summary_of_event,
    title_of_event,
    when_words,
    where_words,
)
from jobboard.outputs.framed import link_to
from jobboard.outputs.page.collection import standing
from jobboard.outputs.page.follow import Follow
from jobboard.outputs.page.frame import Head
from jobboard.outputs.page.link import Link, language_label, organisation_links, other_language
from jobboard.outputs.page.listing import Listing, Pages, Slice, follow_of_list, head_of_list, pages_of
from jobboard.outputs.page.made import Made
from jobboard.outputs.page.menus import PageMenu, menu_of
from jobboard.outputs.page.pictures import picture_on_card
from jobboard.outputs.text import words
from jobboard.outputs.text.clocks import local
from jobboard.outputs.text.words import When


class EventCard(Struct, frozen=True, kw_only=True):
    """One event in a list. `sessions` says how many there are, if several. `register_until` is the last moment to
    register; there is none where nobody registers. `picture` is an address, or empty."""

    title: str
    href: str
    lang: str
    kind: str
    organisations: tuple[Link, ...]
    when: When
    sessions: str
    where: str
    status: str
    status_words: str
    register_until: When | None
    summary: str
    language_words: str
    month: str
    year: str
    picture: str


class EventListPage(Struct, frozen=True, kw_only=True):
    """The view of one page of a list. `groups` are cards under their month or year."""

    template: ClassVar = "event_list.html"
    head: Head
    heading: str
    empty: str
    groups: tuple[tuple[str, tuple[EventCard, ...]], ...]
    pages: Pages | None
    views: PageMenu
    follow: Follow | None


def event_card(site: Site, event: BoardEvent) -> EventCard:
    """What lists show of an event, in the site's language."""
    first = local(event.life.starts_at, event.zone).date()
    return EventCard(
        title=title_of_event(site, event),
        href=link_to(site, event),
        lang=other_language(site, event.lang),
        kind=site.say(EVENT_KINDS[event.content.kind]),
        organisations=organisation_links(site, event.organisations),
        when=when_words(event, site.lang),
        sessions=sessions_words(site, event),
        where=where_words(site, event),
        status=status_of(event),
        status_words=site.say(EVENT_STATUSES[status_of(event)]),
        register_until=register_until(event, site.lang),
        summary=summary_of_event(site, event),
        language_words=language_label(site, event.lang),
        month=words.month_words(first, site.lang),
        year=str(first.year),
        picture=picture_on_card(site, event.content.image),
    )


def upcoming(site: Site) -> Listing:
    """What is to come and under way, the soonest first."""
    return Listing(
        path=EVENTS,
        title=site.say("Events"),
        description=site.say("Trainings, webinars, exchanges and meetings of %(site)s.", site=site.name),
        section=EVENTS,
        empty=site.say("No event is announced at the moment."),
        collection=standing(site, "events"),
    )


def past(site: Site) -> Listing:
    """What is over, the latest first."""
    return Listing(
        path=PAST_EVENTS,
        title=site.say("Past events"),
        description=site.say("What our organisations held, and where it was recorded."),
        section=EVENTS,
        empty=site.say("No event is past yet."),
        collection=standing(site, "events"),
        is_archive=True,
    )


def event_list_page(site: Site, listing: Listing, part: Slice, cards: tuple[Made[EventCard], ...]) -> EventListPage:
    """One page of a list, under the month events begin in; of an archive, under their year."""
    by = "year" if listing.is_archive else "month"
    shown = [each.value for each in cards]
    return EventListPage(
        head=head_of_list(site, listing, part, shown[0].title if shown else ""),
        heading=listing.title,
        empty=listing.empty,
        groups=tuple((name, tuple(group)) for name, group in groupby(shown, lambda card: getattr(card, by))),
        pages=pages_of(site, listing, part),
        views=_views(site, link_here(site, listing.path)),
        follow=follow_of_list(site, listing),
    )


def _views(site: Site, current: str) -> PageMenu:
    links = (
        Link(text=site.say("To come"), href=link_here(site, EVENTS)),
        Link(text=site.say("Past events"), href=link_here(site, PAST_EVENTS)),
    )
    return menu_of(site.say("Views of the events"), links, current)
