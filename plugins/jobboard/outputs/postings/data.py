"""Open postings as data: `jobs.json`, and the JSON Schema that says what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import Status
from jobboard.engine.output import Chunks
from jobboard.model.moments.moment import Moment
from jobboard.model.parts.eligibility import Permit
from jobboard.model.posting import PostingKind, Workplace
from jobboard.outputs.addresses import JOBS_SCHEMA, absolute, identifier, posting_path
from jobboard.outputs.data.files import (
    ADDRESS,
    CONTACT_SCHEMA,
    INSTANT,
    NUMBER_SCHEMA,
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
    topics_property,
    translations_property,
)
from jobboard.outputs.data.named import NAMED, named_organisations
from jobboard.outputs.text.bodies import summary_of
from jobboard.outputs.text.clocks import last_as_written, utc_text

NOT_SAID = "not-said"
"""For programs: the level of a language that is asked for, and nothing more."""


def _deadline(_site: Site, posting: BoardPosting, _others: Translations) -> str:
    deadline = posting.content.deadline
    return last_as_written(deadline, posting.deadline_zone) if isinstance(deadline, Moment) else str(deadline)


def _apply(_site: Site, posting: BoardPosting, _others: Translations) -> dict[str, Any] | None:
    apply = posting.content.apply
    if apply is None:
        return None
    first, several = apply.email[:1], apply.email if len(apply.email) > 1 else ()
    mailboxes = {**({"email": first[0]} if first else {}), **({"emails": several} if several else {})}
    return mailboxes | fields_of(apply, ("url", "subject", "documents", "limit", "note"))


PROPERTIES: Mapping[str, Property[BoardPosting]] = {
    "id": Property(
        "Its name for ever, as in the feeds.",
        TEXT_SCHEMA,
        lambda s, p, _: identifier(s, "job", p.identity),
        is_required=True,
    ),
    "url": Property("Its page.", ADDRESS, lambda s, p, _: absolute(s, posting_path(p.id)), is_required=True),
    "title": Property("Title, in plain text.", TEXT_SCHEMA, own_field("title"), is_required=True),
    "summary": Property(
        "What lists say of it, in plain text.", TEXT_SCHEMA, lambda _s, p, _: summary_of(p.content.summary, p.body)
    ),
    "lang": Property("Language of its text.", TEXT_SCHEMA, lambda _s, p, _: p.lang, is_required=True),
    "kind": Property("What is offered.", {"enum": [*PostingKind]}, own_field("kind"), is_required=True),
    "status": Property(
        "Whether it closes within seven days. Only what is open is here.",
        {"enum": [Status.OPEN, Status.CLOSING_SOON]},
        lambda _s, p, _: p.status,
        is_required=True,
    ),
    "opens_at": Property(
        "When it appeared (UTC).", INSTANT, lambda _s, p, _: utc_text(p.life.opens_at), is_required=True
    ),
    "closes_at": Property(
        "The first instant at which it is closed (UTC).",
        INSTANT,
        lambda _s, p, _: utc_text(p.life.closes_at),
        is_required=True,
    ),
    "updated_at": Property(
        "When its content last changed (UTC).",
        INSTANT,
        lambda _s, p, _: utc_text(p.updated_at),
        is_required=True,
    ),
    "deadline": Property(
        "The last day or minute to apply on the clocks of `timezone`, or `rolling`; a minute that comes twice has its "
        "offset.",
        TEXT_SCHEMA,
        _deadline,
        is_required=True,
    ),
    "review_by": Property(
        "The last day of a rolling posting.",
        TEXT_SCHEMA,
        lambda _s, p, _: p.content.review_by and str(p.content.review_by),
    ),
    "timezone": Property(
        "Zone of the deadline: an IANA name (in which `Etc/GMT+5` is UTC-5), or AoE (UTC-12).",
        TEXT_SCHEMA,
        lambda _s, p, _: p.deadline_zone,
        is_required=True,
    ),
    "organisations": Property(
        "Who hires, first.",
        schema_of_list(NAMED),
        lambda s, p, _: named_organisations(s, p.organisations),
        is_required=True,
    ),
    "place": Property(
        "Where the work is; countries as ISO 3166-1 codes. Without a city it is anywhere in the region or country.",
        schema_of_list(PLACE_SCHEMA),
        of_records("place", *PLACE_SCHEMA["properties"]),
    ),
    "workplace": Property("Where one works.", {"enum": [*Workplace]}, own_field("workplace")),
    "applicants_from": Property(
        "Of remote work: the countries one may work from, or `anywhere`.",
        schema_of_list(TEXT_SCHEMA),
        own_field("applicants_from"),
    ),
    "employment": Property("Full time, part time and the like.", schema_of_list(TEXT_SCHEMA), own_field("employment")),
    "contract": Property(
        "Kind and length of the contract.",
        record("type", type=TEXT_SCHEMA, duration=TEXT_SCHEMA, ends=TEXT_SCHEMA, renewable={"type": "boolean"}),
        of_record("contract", "type", "duration", "ends", "renewable"),
    ),
    "starts": Property("First day, in words.", TEXT_SCHEMA, own_field("starts")),
    "hours": Property("Working time, in words.", TEXT_SCHEMA, own_field("hours")),
    "positions": Property(
        "How many people are wanted, where that is a number.",
        {"type": "integer"},
        lambda _s, p, _: p.content.positions if isinstance(p.content.positions, int) else None,
    ),
    "positions_in_words": Property(
        "How many people are wanted, where that is no number.",
        TEXT_SCHEMA,
        lambda _s, p, _: p.content.positions if isinstance(p.content.positions, str) else None,
    ),
    "salary": Property(
        "Pay; `currency` is an ISO 4217 code.",
        record(
            min=NUMBER_SCHEMA,
            max=NUMBER_SCHEMA,
            amount=NUMBER_SCHEMA,
            currency=TEXT_SCHEMA,
            per=TEXT_SCHEMA,
            note=TEXT_SCHEMA,
        ),
        of_record("salary", "min", "max", "amount", "currency", "per", "note"),
    ),
    "benefits": Property("What else comes with it.", schema_of_list(TEXT_SCHEMA), own_field("benefits")),
    "languages": Property(
        f"Languages asked for, each with a level, or `{NOT_SAID}`.",
        {"type": "object", "additionalProperties": TEXT_SCHEMA},
        lambda _s, p, _: {code: level or NOT_SAID for code, level in p.content.languages},
    ),
    "skills": Property("What one should be able to do.", schema_of_list(TEXT_SCHEMA), own_field("skills")),
    "experience": Property("Experience asked for, in words.", TEXT_SCHEMA, own_field("experience")),
    "education": Property("Education asked for, in words.", TEXT_SCHEMA, own_field("education")),
    "travel": Property("How much one travels, in words.", TEXT_SCHEMA, own_field("travel")),
    "eligibility": Property(
        "Who may apply: whether a permit to work is needed, and whether the employer helps with moving.",
        record(permit={"enum": [*Permit]}, relocation={"type": "boolean"}, note=TEXT_SCHEMA),
        of_record("eligibility", "permit", "relocation", "note"),
    ),
    "topics": topics_property(),
    "reference": Property("The employer's own number for it.", TEXT_SCHEMA, own_field("reference")),
    "apply": Property(
        "How to apply. `emails` are all addresses to write to, where there are several; `email` is the first of them.",
        record(
            email=TEXT_SCHEMA,
            emails=schema_of_list(TEXT_SCHEMA),
            url=ADDRESS,
            subject=TEXT_SCHEMA,
            documents=schema_of_list(TEXT_SCHEMA),
            limit=TEXT_SCHEMA,
            note=TEXT_SCHEMA,
        ),
        _apply,
    ),
    "contacts": Property(
        "Whom to ask about the work.",
        schema_of_list(CONTACT_SCHEMA),
        of_records("contacts", *CONTACT_SCHEMA["properties"]),
    ),
    "translations": translations_property("The same posting in other languages."),
}
"""Every property of a posting, in the order of the file."""


JOBS = DataFile(
    schema_path=JOBS_SCHEMA,
    title="Open postings",
    name="postings",
    one="posting",
    doc="Every open posting, newest first.",
    properties=PROPERTIES,
)


def jobs_json(site: Site, rows: Rows[BoardPosting]) -> Chunks[Any]:
    """Open postings, one a line."""
    return data_json(site, JOBS, rows)


def jobs_schema(site: Site) -> str:
    """What `jobs.json` may hold."""
    return schema_json(site, JOBS)
