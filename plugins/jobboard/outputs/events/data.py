"""Events to come as data: `events.json`, and the JSON Schema that says what is in it.

One declaration makes both. Instants are in UTC; days are days in the event's zone. Bodies are left out: they are on
the pages, and in the feeds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jobboard.board.board import BoardEvent
from jobboard.board.event_time import Phase
from jobboard.board.site import Site
from jobboard.engine.output import Chunks
from jobboard.model.event import EventKind, EventStatus
from jobboard.outputs.addresses import EVENTS_SCHEMA, absolute, event_path, identifier
from jobboard.outputs.data.files import (
    ADDRESS,
    INSTANT,
    PLACE_SCHEMA,
    TEXT_SCHEMA,
    DataFile,
    Property,
    Rows,
    Translations,
    data_json,
    of_record,
    of_records,
    own_field,
    record,
    schema_json,
    schema_of_list,
    topics_property,
    translations_property,
)
from jobboard.outputs.data.named import NAMED, named_organisations
from jobboard.outputs.events.words import status_of, summary_of_event
from jobboard.outputs.text.clocks import first_as_written, utc_text


def _register(_site: Site, event: BoardEvent, _others: Translations) -> dict[str, Any]:
    register, ends_at = event.content.register, event.life.registration_ends_at
    if register is None or ends_at is None or not event.takes_registrations:
        return {}
    return _given(url=register.url, email=register.email, until=utc_text(ends_at))


def _join(_site: Site, event: BoardEvent, _others: Translations) -> str | None:
    """Where to join, if it takes place."""
    return event.content.online.url if event.content.online and event.content.status is None else None


def _sessions(_site: Site, event: BoardEvent, _others: Translations) -> list[dict[str, Any]]:
    """Its sessions; none of an event that is held in one go."""
    return [
        _given(
            starts=first_as_written(slot.starts, event.zone),
            ends=slot.ends and first_as_written(slot.ends, event.zone),
            starts_at=utc_text(slot.starts_at),
            ends_at=utc_text(slot.ends_at),
            title=each.title,
        )
        for each, slot in zip(event.content.sessions, event.life.slots, strict=False)
    ]


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


PROPERTIES: Mapping[str, Property[BoardEvent]] = {
    "id": Property(
        "Its name for ever, as in the feeds.",
        TEXT_SCHEMA,
        lambda s, e, _: identifier(s, "event", e.identity),
        is_required=True,
    ),
    "url": Property("Its page.", ADDRESS, lambda s, e, _: absolute(s, event_path(e.id)), is_required=True),
    "title": Property("Title, in plain text.", TEXT_SCHEMA, own_field("title"), is_required=True),
    "summary": Property("What lists say of it.", TEXT_SCHEMA, lambda s, e, _: summary_of_event(s, e)),
    "lang": Property("Language of its text.", TEXT_SCHEMA, lambda _s, e, _: e.lang, is_required=True),
    "kind": Property("What it is.", {"enum": [*EventKind]}, own_field("kind"), is_required=True),
    "status": Property(
        "Where it stands. Only what is not over is here.",
        {"enum": [Phase.UPCOMING, Phase.RUNNING, EventStatus.CANCELLED, EventStatus.POSTPONED]},
        lambda _s, e, _: status_of(e),
        is_required=True,
    ),
    "starts": Property(
        "First day, or the minute it begins, on the clocks of `timezone`; one that comes twice has its offset.",
        TEXT_SCHEMA,
        lambda _s, e, _: first_as_written(e.life.slots[0].starts, e.zone),
        is_required=True,
    ),
    "ends": Property(
        "Last day, or the minute it is over, on the same clocks.",
        TEXT_SCHEMA,
        lambda _s, e, _: e.life.last.ends and first_as_written(e.life.last.ends, e.zone),
    ),
    "starts_at": Property(
        "The instant it begins (UTC).",
        INSTANT,
        lambda _s, e, _: utc_text(e.life.starts_at),
        is_required=True,
    ),
    "ends_at": Property(
        "The first instant at which it is over (UTC).",
        INSTANT,
        lambda _s, e, _: utc_text(e.life.ends_at),
        is_required=True,
    ),
    "sessions": Property(
        "If it is held at several times, each of them, with the same of it as of the event.",
        schema_of_list(
            record(
                "starts starts_at ends_at",
                starts=TEXT_SCHEMA,
                ends=TEXT_SCHEMA,
                starts_at=INSTANT,
                ends_at=INSTANT,
                title=TEXT_SCHEMA,
            )
        ),
        _sessions,
    ),
    "repeats": Property("How often it is held again, in words.", TEXT_SCHEMA, own_field("repeats")),
    "timezone": Property(
        "Zone of its times: an IANA name, in which `Etc/GMT+5` is UTC-5.",
        TEXT_SCHEMA,
        lambda _s, e, _: e.zone,
        is_required=True,
    ),
    "updated_at": Property(
        "When its content last changed (UTC).",
        INSTANT,
        lambda _s, e, _: utc_text(e.updated_at),
        is_required=True,
    ),
    "organisations": Property(
        "Who holds it; the first answers for it.",
        schema_of_list(NAMED),
        lambda s, e, _: named_organisations(s, e.organisations),
        is_required=True,
    ),
    "place": Property(
        "Where it is held; the country as its ISO 3166-1 code.",
        PLACE_SCHEMA,
        of_record("place", *PLACE_SCHEMA["properties"]),
    ),
    "is_online": Property(
        "Whether it is (also) held on the web.",
        {"type": "boolean"},
        lambda _s, e, _: e.content.online is not None,
        is_required=True,
    ),
    "online_url": Property("Where to join.", ADDRESS, _join),
    "register": Property(
        "How to register, and the first instant at which one cannot any more (UTC).",
        record("until", url=ADDRESS, email=TEXT_SCHEMA, until=INSTANT),
        _register,
    ),
    "languages": Property("Languages spoken at it.", schema_of_list(TEXT_SCHEMA), own_field("languages")),
    "speakers": Property(
        "Who speaks.",
        schema_of_list(record("name", name=TEXT_SCHEMA, role=TEXT_SCHEMA, organisation=TEXT_SCHEMA)),
        of_records("speakers", "name", "role", "organisation"),
    ),
    "topics": topics_property(),
    "translations": translations_property("The same event in other languages."),
}
"""Every property of an event, in the order of the file."""


EVENTS = DataFile(
    schema_path=EVENTS_SCHEMA,
    title="Events to come",
    name="events",
    one="event",
    doc="Every event to come or under way, the soonest first.",
    properties=PROPERTIES,
)


def events_json(site: Site, rows: Rows[BoardEvent]) -> Chunks[Any]:
    """Events to come, one a line."""
    return data_json(site, EVENTS, rows)


def events_schema(site: Site) -> str:
    """What `events.json` may hold."""
    return schema_json(site, EVENTS)
