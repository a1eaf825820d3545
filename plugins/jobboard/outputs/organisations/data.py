"""Organisations as data: `organisations.json`, and the JSON Schema that says what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.engine.output import Chunks
from jobboard.model.parts.general import Network
from jobboard.outputs.addresses import (
    ORGANISATIONS_SCHEMA,
    absolute,
    calendar_path,
    feed_path,
    organisation_path,
)
from jobboard.outputs.data.files import (
    ADDRESS,
    PLACE_SCHEMA,
    TEXT_SCHEMA,
    DataFile,
    Property,
    Rows,
    Translations,
    data_json,
    fields_of,
    of_record,
    of_records,
    own_field,
    record,
    schema_json,
    schema_of_list,
)
from jobboard.outputs.page.collection import collection_path
from jobboard.outputs.page.pictures import picture_address
from jobboard.outputs.text.bodies import summary_of


def _logo(site: Site, item: BoardOrganisation, _others: Translations) -> dict[str, Any] | None:
    logo = item.content.logo
    return {"url": picture_address(site, logo), **fields_of(logo, ("alt", "credit"))} if logo else None


PROPERTIES: Mapping[str, Property[BoardOrganisation]] = {
    "id": Property(
        "The name of its file, by which others are part of it.", TEXT_SCHEMA, lambda _s, o, _: o.id, is_required=True
    ),
    "url": Property("Its page.", ADDRESS, lambda s, o, _: absolute(s, organisation_path(o.id)), is_required=True),
    "name": Property("Full name.", TEXT_SCHEMA, own_field("name"), is_required=True),
    "short_name": Property("Short name or acronym.", TEXT_SCHEMA, own_field("short_name")),
    "part_of": Property("Id of the organisation it belongs to.", TEXT_SCHEMA, own_field("part_of")),
    "summary": Property(
        "What lists say of it, in plain text.", TEXT_SCHEMA, lambda _s, o, _: summary_of(o.content.summary, o.body)
    ),
    "lang": Property("Language of its text.", TEXT_SCHEMA, lambda _s, o, _: o.lang, is_required=True),
    "website": Property("Its website.", ADDRESS, own_field("website"), is_required=True),
    "newsroom": Property("Its newsroom on another site.", ADDRESS, own_field("newsroom")),
    "email": Property("General address.", TEXT_SCHEMA, own_field("email")),
    "domains": Property(
        "Its own domains, for mail and for the web.", schema_of_list(TEXT_SCHEMA), own_field("domains")
    ),
    "place": Property(
        "Where its office is; the country as an ISO 3166-1 code.",
        PLACE_SCHEMA,
        of_record("place", *PLACE_SCHEMA["properties"]),
    ),
    "timezone": Property(
        "Its zone: an IANA name, in which `Etc/GMT+5` is UTC-5.", TEXT_SCHEMA, lambda _s, o, _: o.zone, is_required=True
    ),
    "logo": Property("Its logo.", record("url alt", url=ADDRESS, alt=TEXT_SCHEMA, credit=TEXT_SCHEMA), _logo),
    "colour": Property("Its colour.", {"type": "string", "pattern": "^#[0-9a-f]{6}$"}, own_field("colour")),
    "social": Property(
        "Its profiles.",
        schema_of_list(record("network url", network={"enum": [*Network]}, url=ADDRESS)),
        of_records("social", "network", "url"),
    ),
    "press_contacts": Property(
        "Whom the press may ask.",
        schema_of_list(record(name=TEXT_SCHEMA, role=TEXT_SCHEMA, email=TEXT_SCHEMA, phone=TEXT_SCHEMA)),
        of_records("press_contacts", "name", "role", "email", "phone"),
    ),
    "equal_opportunities": Property("Its promise to applicants.", TEXT_SCHEMA, own_field("equal_opportunities")),
    "privacy": Property("Its privacy notice for applicants.", ADDRESS, own_field("privacy")),
    "feed": Property(
        "Its postings and news, as JSON Feed.",
        ADDRESS,
        lambda s, o, _: absolute(s, feed_path(collection_path("organisation", o.id), "json")),
        is_required=True,
    ),
    "calendar": Property(
        "The deadlines of its postings, as iCalendar.",
        ADDRESS,
        lambda s, o, _: absolute(s, calendar_path(collection_path("organisation", o.id))),
        is_required=True,
    ),
}
"""Every property of an organisation, in the order of the file."""

ORGANISATIONS = DataFile(
    schema_path=ORGANISATIONS_SCHEMA,
    title="Organisations",
    name="organisations",
    one="organisation",
    doc="Every organisation, by name.",
    properties=PROPERTIES,
    is_dated=False,
)


def organisations_json(site: Site, rows: Rows[BoardOrganisation]) -> Chunks[Any]:
    """Every organisation, one a line. They have no dates, and neither has the file."""
    return data_json(site, ORGANISATIONS, rows)


def organisations_schema(site: Site) -> str:
    """What `organisations.json` may hold."""
    return schema_json(site, ORGANISATIONS)
