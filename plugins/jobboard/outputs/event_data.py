"""Events to come as data: `events.json`, and the JSON Schema that says what is in it.

One declaration makes both. Instants are in UTC; days are days in the event's zone. Bodies are left out: they are on
the pages, and in the feeds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jobboard.board.board import BoardEvent
from jobboard.board.event_time import Phase
from jobboard.board.site import Site
from jobboard.model.event import EventKind, EventStatus
from jobboard.outputs.addresses import EVENTS_SCHEMA, absolute, event_path, identifier, organisation_path
from jobboard.outputs.cards import machine_instant
from jobboard.outputs.event_words import status_of, summary_of_event

_TEXT = {"type": "string"}
_ADDRESS = {"type": "string", "format": "uri"}
_INSTANT = {"type": "string", "format": "date-time", "pattern": "Z$"}


def _list_of(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": schema}


def _record(required: str = "", **properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": required.split(), "properties": properties}


Members = tuple[tuple[str, str], ...]
"""Language and path of the members of a translation group."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of an event: what it is, its schema, and how it is read. What is empty is left out."""

    doc: str
    schema: Mapping[str, Any]
    value: Callable[[Site, BoardEvent, Members], Any]
    is_required: bool = False


def _organisations(site: Site, event: BoardEvent, _members: Members) -> list[dict[str, Any]]:
    return [
        {"id": each.id, "name": each.content.name, "url": absolute(site, organisation_path(each.id))}
        for each in event.organisations
    ]


def _register(_site: Site, event: BoardEvent, _members: Members) -> dict[str, Any]:
    register, ends_at = event.content.register, event.life.registration_ends_at
    if register is None or ends_at is None or not event.takes_registrations:
        return {}
    return _given(url=register.url, email=register.email, until=machine_instant(ends_at))


def _join(_site: Site, event: BoardEvent, _members: Members) -> str | None:
    """Where to join, if it takes place."""
    return event.content.online.url if event.content.online and event.content.status is None else None


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _place(_site: Site, event: BoardEvent, _members: Members) -> dict[str, Any]:
    place = event.content.place
    if place is None:
        return {}
    return _given(city=place.city, country=place.country, postcode=place.postcode, street=place.street)


PROPERTIES: Mapping[str, Property] = {
    "id": Property(
        "Its name for ever, as in the feeds.",
        _TEXT,
        lambda s, e, _: identifier(s, "event", e.identity),
        is_required=True,
    ),
    "url": Property("Its page.", _ADDRESS, lambda s, e, _: absolute(s, event_path(e.id)), is_required=True),
    "title": Property("Title, in plain text.", _TEXT, lambda _s, e, _: e.content.title, is_required=True),
    "summary": Property("What lists say of it.", _TEXT, lambda s, e, _: summary_of_event(e, s)),
    "lang": Property("Language of its text.", _TEXT, lambda _s, e, _: e.lang, is_required=True),
    "kind": Property("What it is.", {"enum": [*EventKind]}, lambda _s, e, _: e.content.kind, is_required=True),
    "status": Property(
        "Where it stands. Only what is not over is here.",
        {"enum": [Phase.UPCOMING, Phase.RUNNING, EventStatus.CANCELLED, EventStatus.POSTPONED]},
        lambda _s, e, _: status_of(e),
        is_required=True,
    ),
    "starts": Property(
        "First day, or the minute it begins, on the clocks of `timezone`.",
        _TEXT,
        lambda _s, e, _: str(e.content.starts),
        is_required=True,
    ),
    "ends": Property(
        "Last day, or the minute it is over.", _TEXT, lambda _s, e, _: e.content.ends and str(e.content.ends)
    ),
    "starts_at": Property(
        "The instant it begins (UTC).",
        _INSTANT,
        lambda _s, e, _: machine_instant(e.life.starts_at),
        is_required=True,
    ),
    "ends_at": Property(
        "The first instant at which it is over (UTC).",
        _INSTANT,
        lambda _s, e, _: machine_instant(e.life.ends_at),
        is_required=True,
    ),
    "timezone": Property("Zone of its times (IANA).", _TEXT, lambda _s, e, _: e.zone, is_required=True),
    "updated_at": Property(
        "When its content last changed (UTC).",
        _INSTANT,
        lambda _s, e, _: machine_instant(e.updated_at),
        is_required=True,
    ),
    "organisations": Property(
        "Who holds it; the first answers for it.",
        _list_of(_record("id name url", id=_TEXT, name=_TEXT, url=_ADDRESS)),
        _organisations,
        is_required=True,
    ),
    "place": Property(
        "Where it is held; the country as its ISO 3166-1 code.",
        _record("city country", city=_TEXT, country=_TEXT, postcode=_TEXT, street=_TEXT),
        _place,
    ),
    "is_online": Property(
        "Whether it is (also) held on the web.",
        {"type": "boolean"},
        lambda _s, e, _: e.content.online is not None,
        is_required=True,
    ),
    "online_url": Property("Where to join.", _ADDRESS, _join),
    "register": Property(
        "How to register, and the first instant at which one cannot any more (UTC).",
        _record("until", url=_ADDRESS, email=_TEXT, until=_INSTANT),
        _register,
    ),
    "languages": Property("Languages spoken at it.", _list_of(_TEXT), lambda _s, e, _: e.content.languages),
    "speakers": Property(
        "Who speaks.",
        _list_of(_record("name", name=_TEXT, role=_TEXT, organisation=_TEXT)),
        lambda _s, e, _: [
            _given(name=each.name, role=each.role, organisation=each.organisation) for each in e.content.speakers
        ],
    ),
    "topics": Property(
        "What it is about.",
        _list_of(_record("id name", id=_TEXT, name=_TEXT)),
        lambda s, e, _: [{"id": each.id, "name": each.name_in(s.lang, s.main)} for each in e.topics],
    ),
    "translations": Property(
        "The same event in other languages.",
        _list_of(_record("lang url", lang=_TEXT, url=_ADDRESS)),
        lambda s, e, members: [
            {"lang": lang, "url": absolute(s, path)} for lang, path in members if path != event_path(e.id)
        ],
    ),
}
"""Every property of an event, in the order of the file."""


def events_json(site: Site, updated: datetime, events: tuple[BoardEvent, ...], members: tuple[Members, ...]) -> str:
    """Events to come, one a line, the soonest first. `updated` is the newest change; `members` are each event's."""
    head = {
        "$schema": absolute(site, EVENTS_SCHEMA),
        "name": site.name,
        "url": f"{site.url}/",
        "updated_at": machine_instant(updated),
    }
    lines = ",\n".join(_json(_event(site, each, own)) for each, own in zip(events, members, strict=True))
    return f'{_json(head)[:-1]}, "events": [\n{lines}\n]}}\n'


def _event(site: Site, event: BoardEvent, members: Members) -> dict[str, Any]:
    values = ((name, each.value(site, event, members)) for name, each in PROPERTIES.items())
    return {name: value for name, value in values if value is False or value not in (None, "", (), [], {})}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def events_schema(site: Site) -> str:
    """The JSON Schema (draft 2020-12) of `events.json`. Properties may be added; these stay."""
    event = {
        "type": "object",
        "required": [name for name, each in PROPERTIES.items() if each.is_required],
        "properties": {name: {"description": each.doc, **each.schema} for name, each in PROPERTIES.items()},
    }
    whole = _record(
        "name url updated_at events",
        **{"$schema": _ADDRESS},
        name=_TEXT,
        url=_ADDRESS,
        updated_at={"description": "The newest change of the list (UTC).", **_INSTANT},
        events={"description": "Every event to come, the soonest first.", **_list_of({"$ref": "#/$defs/event"})},
    )
    draft = "https://json-schema.org/draft/2020-12/schema"
    schema = {"$schema": draft, "$id": absolute(site, EVENTS_SCHEMA), "title": "Events to come", **whole}
    return json.dumps({**schema, "$defs": {"event": event}}, ensure_ascii=False, indent=2) + "\n"
