"""Open postings as data: `jobs.json`, and the JSON Schema that says what is in it.

One declaration makes both. Fields are named as authors write them; instants are in UTC. Bodies are left out: they are
on the pages, and in the feeds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import Status
from jobboard.model.posting import PostingKind, Workplace
from jobboard.outputs.addresses import JOBS_SCHEMA, absolute, identifier, organisation_path, posting_path
from jobboard.outputs.bodies import summary_of
from jobboard.outputs.cards import machine_instant

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string"}
_ADDRESS = {"type": "string", "format": "uri"}
_INSTANT = {"type": "string", "format": "date-time", "pattern": "Z$"}
_NUMBER = {"type": "number"}


def _list_of(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": schema}


def _record(required: str = "", **properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": required.split(), "properties": properties}


Translations = tuple[tuple[str, str], ...]
"""Language and path of the other members of a translation group."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a posting: what it is, its schema, and how it is read. What is empty is left out."""

    doc: str
    schema: Mapping[str, Any]
    value: Callable[[Site, BoardPosting, Translations], Any]
    is_required: bool = False


def _own(name: str) -> Callable[[Site, BoardPosting, Translations], Any]:
    return lambda _site, posting, _others: getattr(posting.content, name)


def _of_record(name: str, *fields: str) -> Callable[[Site, BoardPosting, Translations], Any]:
    def value(_site: Site, posting: BoardPosting, _others: Translations) -> Any:
        record = getattr(posting.content, name)
        return _fields_of(record, fields) if record is not None else None

    return value


def _fields_of(record: object, fields: tuple[str, ...]) -> dict[str, Any]:
    given = ((name, getattr(record, name)) for name in fields)
    return {name: _number(value) for name, value in given if value is not None and value != ()}


def _number(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value) if value % 1 else int(value)
    return value


def _organisations(site: Site, posting: BoardPosting, _others: Translations) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            **_fields_of(each.content, ("name", "short_name", "part_of", "website")),
            "url": absolute(site, organisation_path(each.id)),
        }
        for each in posting.organisations
    ]


PROPERTIES: Mapping[str, Property] = {
    "id": Property(
        "Its name for ever, as in the feeds.", _TEXT, lambda s, p, _: identifier(s, "job", p.identity), is_required=True
    ),
    "url": Property("Its page.", _ADDRESS, lambda s, p, _: absolute(s, posting_path(p.id)), is_required=True),
    "title": Property("Title, in plain text.", _TEXT, _own("title"), is_required=True),
    "summary": Property(
        "What lists say of it, in plain text.", _TEXT, lambda _s, p, _: summary_of(p.content.summary, p.body)
    ),
    "lang": Property("Language of its text.", _TEXT, lambda _s, p, _: p.lang, is_required=True),
    "kind": Property("What is offered.", {"enum": [*PostingKind]}, _own("kind"), is_required=True),
    "status": Property(
        "Whether it closes within seven days. Only what is open is here.",
        {"enum": [Status.OPEN, Status.CLOSING_SOON]},
        lambda _s, p, _: p.status,
        is_required=True,
    ),
    "opens_at": Property(
        "When it appeared (UTC).", _INSTANT, lambda _s, p, _: machine_instant(p.life.opens_at), is_required=True
    ),
    "closes_at": Property(
        "The first instant at which it is closed (UTC).",
        _INSTANT,
        lambda _s, p, _: machine_instant(p.life.closes_at),
        is_required=True,
    ),
    "updated_at": Property(
        "When its content last changed (UTC).",
        _INSTANT,
        lambda _s, p, _: machine_instant(p.updated_at),
        is_required=True,
    ),
    "deadline": Property(
        "The last day or minute to apply on the clocks of `timezone`, or `rolling`.",
        _TEXT,
        lambda _s, p, _: str(p.content.deadline),
        is_required=True,
    ),
    "review_by": Property(
        "The last day of a rolling posting.", _TEXT, lambda _s, p, _: p.content.review_by and str(p.content.review_by)
    ),
    "timezone": Property(
        "Zone of the deadline: an IANA name, or AoE (UTC-12).",
        _TEXT,
        lambda _s, p, _: p.deadline_zone,
        is_required=True,
    ),
    "organisations": Property(
        "Who hires, first.",
        _list_of(
            _record(
                "id name website url",
                id=_TEXT,
                name=_TEXT,
                short_name=_TEXT,
                part_of=_TEXT,
                website=_ADDRESS,
                url=_ADDRESS,
            )
        ),
        _organisations,
        is_required=True,
    ),
    "place": Property(
        "Where the work is; countries as ISO 3166-1 codes.",
        _list_of(_record("city country", city=_TEXT, country=_TEXT, postcode=_TEXT, street=_TEXT)),
        lambda _s, p, _: [_fields_of(each, ("city", "country", "postcode", "street")) for each in p.content.place],
    ),
    "workplace": Property("Where one works.", {"enum": [*Workplace]}, _own("workplace")),
    "applicants_from": Property(
        "Of remote work: the countries one may work from, or `anywhere`.", _list_of(_TEXT), _own("applicants_from")
    ),
    "employment": Property("Full time, part time and the like.", _list_of(_TEXT), _own("employment")),
    "contract": Property(
        "Kind and length of the contract.",
        _record("type", type=_TEXT, duration=_TEXT, ends=_TEXT, renewable={"type": "boolean"}),
        _of_record("contract", "type", "duration", "ends", "renewable"),
    ),
    "starts": Property("First day, in words.", _TEXT, _own("starts")),
    "hours": Property("Working time, in words.", _TEXT, _own("hours")),
    "positions": Property("How many people are wanted.", {"type": "integer"}, _own("positions")),
    "salary": Property(
        "Pay; `currency` is an ISO 4217 code.",
        _record(min=_NUMBER, max=_NUMBER, amount=_NUMBER, currency=_TEXT, per=_TEXT, note=_TEXT),
        _of_record("salary", "min", "max", "amount", "currency", "per", "note"),
    ),
    "benefits": Property("What else comes with it.", _list_of(_TEXT), _own("benefits")),
    "languages": Property(
        "Languages asked for, each with a level.",
        {"type": "object", "additionalProperties": _TEXT},
        lambda _s, p, _: dict(p.content.languages),
    ),
    "experience": Property("Experience asked for, in words.", _TEXT, _own("experience")),
    "education": Property("Education asked for, in words.", _TEXT, _own("education")),
    "topics": Property(
        "What it is about.",
        _list_of(_record("id name", id=_TEXT, name=_TEXT)),
        lambda s, p, _: [{"id": each.id, "name": each.name_in(s.lang, s.main)} for each in p.topics],
    ),
    "reference": Property("The employer's own number for it.", _TEXT, _own("reference")),
    "apply": Property(
        "How to apply.",
        _record(email=_TEXT, url=_ADDRESS, subject=_TEXT, documents=_list_of(_TEXT), limit=_TEXT, note=_TEXT),
        _of_record("apply", "email", "url", "subject", "documents", "limit", "note"),
    ),
    "translations": Property(
        "The same posting in other languages.",
        _list_of(_record("lang url", lang=_TEXT, url=_ADDRESS)),
        lambda s, _p, others: [{"lang": lang, "url": absolute(s, path)} for lang, path in others],
    ),
}
"""Every property of a posting, in the order of the file."""


def jobs_json(
    site: Site,
    updated: datetime,
    postings: tuple[BoardPosting, ...],
    translations: tuple[tuple[str, Translations], ...],
) -> str:
    """Open postings, one a line. `updated` is the newest change; `translations` are by id, of those that have any."""
    others = dict(translations)
    head = {
        "$schema": absolute(site, JOBS_SCHEMA),
        "name": site.name,
        "url": f"{site.url}/",
        "updated_at": machine_instant(updated),
    }
    lines = ",\n".join(_json(_posting(site, each, others.get(each.id, ()))) for each in postings)
    return f'{_json(head)[:-1]}, "postings": [\n{lines}\n]}}\n'


def _posting(site: Site, posting: BoardPosting, others: Translations) -> dict[str, Any]:
    values = ((name, each.value(site, posting, others)) for name, each in PROPERTIES.items())
    return {name: value for name, value in values if value not in (None, "", (), [], {})}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def jobs_schema(site: Site) -> str:
    """The JSON Schema (draft 2020-12) of `jobs.json`. Properties may be added; these stay."""
    posting = {
        "type": "object",
        "required": [name for name, each in PROPERTIES.items() if each.is_required],
        "properties": {name: {"description": each.doc, **each.schema} for name, each in PROPERTIES.items()},
    }
    whole = _record(
        "name url updated_at postings",
        **{"$schema": _ADDRESS},
        name=_TEXT,
        url=_ADDRESS,
        updated_at={"description": "The newest change of the list (UTC).", **_INSTANT},
        postings={"description": "Every open posting, newest first.", **_list_of({"$ref": "#/$defs/posting"})},
    )
    schema = {"$schema": _DRAFT, "$id": absolute(site, JOBS_SCHEMA), "title": "Open postings", **whole}
    return json.dumps({**schema, "$defs": {"posting": posting}}, ensure_ascii=False, indent=2) + "\n"
