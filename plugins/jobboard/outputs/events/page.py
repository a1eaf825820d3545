"""The page of an event: when and where, how to register, who speaks, what has become of it."""

from __future__ import annotations

import dataclasses
from html import escape
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.board import BoardEvent
from jobboard.board.site import Site
from jobboard.model.fields.addresses import in_own_script
from jobboard.model.parts.general import Author, Contact, Image
from jobboard.outputs.addresses import EVENTS, event_calendar_path, event_path, href
from jobboard.outputs.contacts.blanking import blanked, without_contacts
from jobboard.outputs.events.facts import event_facts_of
from jobboard.outputs.events.markup import event_markup
from jobboard.outputs.events.notice import EventNotice, ReinstatedLine, event_notice, reinstated_line
from jobboard.outputs.events.social import social_of_event
from jobboard.outputs.events.words import (
    EVENT_KINDS,
    EVENT_STATUSES,
    SessionLine,
    announced_title,
    register_until,
    session_lines,
    sessions_words,
    status_of,
    summary_of_event,
    title_of_event,
    when_words,
    where_words,
)
from jobboard.outputs.framed import path_here
from jobboard.outputs.page.collection import of_organisation
from jobboard.outputs.page.facts import Fact
from jobboard.outputs.page.frame import Head, feeds_of, head_of
from jobboard.outputs.page.link import Link, organisation_links, other_language
from jobboard.outputs.page.meta import Meta, meta_of
from jobboard.outputs.page.people import Extras, Names, Person, author_views, contact_view, site_of, unit_of
from jobboard.outputs.page.pictures import LinkPreview, Picture, picture_of, preview_or_card
from jobboard.outputs.page.trail import Position
from jobboard.outputs.page.twin import twin_of
from jobboard.outputs.page.versions import translation_links, versions_of_item
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import body_html
from jobboard.outputs.text.words import When


class Registration(Struct, frozen=True, kw_only=True):
    """How to register: until when, if not until the event is over; on which site, or by mail."""

    until: When | None
    link: str
    host: str
    address: str

    @property
    def address_words(self) -> str:
        """The address as its readers write it: a domain in its own script."""
        return in_own_script(self.address)


class RecordingView(Struct, frozen=True, kw_only=True):
    """Where it can be seen: a link that says whose site it opens; `note` speaks of captions."""

    href: str
    host: str
    note: str


class EventPage(Struct, frozen=True, kw_only=True):
    """The view of an event. `registration_over` says so where one could register once; else it is empty."""

    template: ClassVar = "event.html"
    head: Head
    title: str
    lang: str
    kind: str
    status: str
    """`upcoming`, `running`, `past`, `cancelled` or `postponed`."""
    status_words: str
    organisations: tuple[Link, ...]
    meta: Meta | None
    when: When
    sessions_words: str
    """How many sessions it has, if several; `sessions` are all of them."""
    sessions: tuple[SessionLine, ...]
    where: str
    notice: EventNotice | None
    reinstated: ReinstatedLine | None
    calendar: str
    registration: Registration | None
    registration_over: str
    join: Link | None
    facts: tuple[Fact, ...]
    picture: Picture | None
    body: str
    """HTML: print it with `|judged`."""
    speakers: tuple[Person, ...]
    recording: RecordingView | None
    contacts: tuple[Person, ...]


def event_page(site: Site, event: BoardEvent, extras: Extras, members: tuple[tuple[str, str], ...]) -> EventPage:
    """The page of a visible event. `members` are (language, path) of its translation group, the original first."""
    path, names, content = event_path(event.id), dict(extras.names), event.content
    is_held = content.status is None and not event.is_past
    has_calendar = is_held and site.has_extras and site.has_item_calendars
    image, seen = _image(site, event), extras.files.measured
    preview = preview_or_card(site, image, seen, event_path(event.id), social_of_event(site, event).words)
    return EventPage(
        head=_head(site, event, members, preview),
        title=title_of_event(site, event),
        lang=other_language(site, event.lang),
        kind=site.say(EVENT_KINDS[content.kind]),
        status=status_of(event),
        status_words=site.say(EVENT_STATUSES[status_of(event)]),
        organisations=organisation_links(site, event.organisations),
        meta=meta_of(site, event.lang, translation_links(site, members, path)),
        when=when_words(event, site.lang),
        sessions_words=sessions_words(site, event),
        sessions=session_lines(site, event),
        where=where_words(site, event),
        notice=event_notice(site, event),
        reinstated=reinstated_line(site, event) if is_held else None,
        calendar=href(site, event_calendar_path(event.id)) if has_calendar else "",
        registration=_registration(site, event),
        registration_over=_registration_over(site, event),
        join=_join(site, event) if is_held else None,
        facts=event_facts_of(site, event),
        picture=picture_of(site, image, seen) if image else None,
        body=_body(site, event, extras),
        speakers=_speakers(site, event, names),
        recording=_recording(site, event),
        contacts=() if event.is_past else _contacts(site, event, names),
    )


def people_of(event: BoardEvent) -> tuple[str, ...]:
    """Ids of the organisations that an event's people belong to."""
    people: tuple[Author | Contact, ...] = (*event.content.speakers, *event.content.contacts)
    return tuple(dict.fromkeys(each.organisation for each in people if each.organisation))


def _head(site: Site, event: BoardEvent, members: tuple[tuple[str, str], ...], preview: LinkPreview | None) -> Head:
    original = event_path(event.id)
    path = path_here(site, event.lang, original)
    return head_of(
        site,
        path,
        announced_title(site, event),
        summary_of_event(site, event, 200) or f"{when_words(event, site.lang).text}. {where_words(site, event)}",
        section=EVENTS,
        original=original,
        versions=versions_of_item(site, event, members, EVENTS),
        feeds=feeds_of(site, of_organisation(site, event.organisations[0])),
        markup=(event_markup(site, event),) if path == original else (),
        twin=twin_of(site, original),
        place=Position(called=title_of_event(site, event), lang=other_language(site, event.lang)),
        type="article",
        preview=preview,
    )


def _registration(site: Site, event: BoardEvent) -> Registration | None:
    register = event.content.register
    if register is None or not event.takes_registrations:
        return None
    return Registration(
        until=register_until(event, site.lang),
        link=register.url or "",
        host=site_of(register.url) if register.url else "",
        address=register.email or "",
    )


def _registration_over(site: Site, event: BoardEvent) -> str:
    register, is_held = event.content.register, event.content.status is None and not event.is_past
    if register is None or register.deadline is None or event.takes_registrations or not is_held:
        return ""
    when = words.deadline_words(register.deadline, event.zone, site.lang)
    return site.say("Registration closed on %(date)s.", date=when.text) if when else ""


def _join(site: Site, event: BoardEvent) -> Link | None:
    url = event.content.online.url if event.content.online else None
    return Link(text=site.say("Join on %(host)s", host=site_of(url)), href=url) if url else None


def _image(site: Site, event: BoardEvent) -> Image | None:
    image = event.content.image
    if image is None or not event.is_past:
        return image
    return dataclasses.replace(image, alt=blanked(site, image.alt), credit=blanked(site, image.credit or ""))


def _body(site: Site, event: BoardEvent, extras: Extras) -> str:
    """The text; of an event without one, what lists say of it."""
    summary = event.content.summary
    html = body_html(site, event.body, event.links, seen=extras.files.measured) or (
        f"<p>{escape(summary)}</p>" if summary else ""
    )
    return without_contacts(site, html) if event.is_past else html


def _speakers(site: Site, event: BoardEvent, names: dict[str, Link]) -> tuple[Person, ...]:
    people = author_views(event.content.speakers, names, other_language(site, event.lang))
    if not event.is_past:
        return people
    return tuple(replace(each, name=blanked(site, each.name), role=blanked(site, each.role)) for each in people)


def _contacts(site: Site, event: BoardEvent, names: Names) -> tuple[Person, ...]:
    lang = other_language(site, event.lang)
    return tuple(contact_view(each, unit_of(each, names), lang) for each in event.content.contacts)


def _recording(site: Site, event: BoardEvent) -> RecordingView | None:
    recording = event.content.recording
    if recording is None:
        return None
    notes = {True: site.say("With captions"), False: site.say("Without captions"), None: ""}
    return RecordingView(href=recording.url, host=site_of(recording.url), note=notes[recording.captions])
