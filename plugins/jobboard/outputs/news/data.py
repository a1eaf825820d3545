"""News as data: `news.json`, and the JSON Schema that says what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.engine.output import Chunks
from jobboard.model.news import NewsKind
from jobboard.model.parts.general import Image
from jobboard.outputs.addresses import NEWS_SCHEMA, absolute, identifier, media_path, news_path
from jobboard.outputs.data.files import (
    ADDRESS,
    CONTACT_SCHEMA,
    INSTANT,
    TEXT_SCHEMA,
    DataFile,
    Property,
    Rows,
    Translations,
    data_json,
    fields_of,
    of_records,
    own_field,
    record,
    schema_json,
    schema_of_list,
    topics_property,
    translations_property,
)
from jobboard.outputs.data.named import NAMED, named_organisations
from jobboard.outputs.page.pictures import picture_address
from jobboard.outputs.text.bodies import summary_of
from jobboard.outputs.text.clocks import utc_text


def _image(site: Site, image: Image | None) -> dict[str, Any] | None:
    if image is None:
        return None
    return {"url": picture_address(site, image), **fields_of(image, ("alt", "credit"))}


def _assets(site: Site, item: BoardNews, _others: Translations) -> list[dict[str, Any]]:
    return [
        {"url": absolute(site, media_path(each.file)), **fields_of(each, ("title", "alt", "credit"))}
        for each in item.content.assets
    ]


def _corrections(_site: Site, item: BoardNews, _others: Translations) -> list[dict[str, Any]]:
    return [{"on": str(each.on), "note": each.note} for each in item.content.corrections]


PROPERTIES: Mapping[str, Property[BoardNews]] = {
    "id": Property(
        "Its name for ever, as in the feeds.",
        TEXT_SCHEMA,
        lambda s, n, _: identifier(s, "news", n.identity),
        is_required=True,
    ),
    "url": Property("Its page.", ADDRESS, lambda s, n, _: absolute(s, news_path(n.id)), is_required=True),
    "title": Property("Title, in plain text.", TEXT_SCHEMA, own_field("title"), is_required=True),
    "summary": Property(
        "What lists say of it, in plain text.", TEXT_SCHEMA, lambda _s, n, _: summary_of(n.content.summary, n.body)
    ),
    "lang": Property("Language of its text.", TEXT_SCHEMA, lambda _s, n, _: n.lang, is_required=True),
    "kind": Property("What it is.", {"enum": [*NewsKind]}, own_field("kind"), is_required=True),
    "published_at": Property(
        "When it appeared (UTC).", INSTANT, lambda _s, n, _: utc_text(n.opens_at), is_required=True
    ),
    "updated_at": Property(
        "When its content last changed (UTC).",
        INSTANT,
        lambda _s, n, _: utc_text(n.updated_at),
        is_required=True,
    ),
    "expires_at": Property(
        "When it leaves the lists (UTC).", INSTANT, lambda _s, n, _: n.leaves_at and utc_text(n.leaves_at)
    ),
    "organisations": Property(
        "Who issues it, in the order given.",
        schema_of_list(NAMED),
        lambda s, n, _: named_organisations(s, n.organisations),
        is_required=True,
    ),
    "authors": Property(
        "Who wrote it; `organisation` is an id.",
        schema_of_list(record("name", name=TEXT_SCHEMA, role=TEXT_SCHEMA, organisation=TEXT_SCHEMA)),
        of_records("authors", "name", "role", "organisation"),
    ),
    "places": Property("Places it is about or comes from, in words.", schema_of_list(TEXT_SCHEMA), own_field("places")),
    "topics": topics_property(),
    "link": Property("Where it was published first or in full.", ADDRESS, own_field("link")),
    "image": Property(
        "Its picture.",
        record("url alt", url=ADDRESS, alt=TEXT_SCHEMA, credit=TEXT_SCHEMA),
        lambda s, n, _: _image(s, n.content.image),
    ),
    "quotes": Property(
        "What people say in it.",
        schema_of_list(
            record("text name", text=TEXT_SCHEMA, name=TEXT_SCHEMA, role=TEXT_SCHEMA, organisation=TEXT_SCHEMA)
        ),
        of_records("quotes", "text", "name", "role", "organisation"),
    ),
    "contacts": Property(
        "Whom the press may ask.",
        schema_of_list(CONTACT_SCHEMA),
        of_records("contacts", *CONTACT_SCHEMA["properties"]),
    ),
    "assets": Property(
        "Pictures and files for the press.",
        schema_of_list(record("url title", url=ADDRESS, title=TEXT_SCHEMA, alt=TEXT_SCHEMA, credit=TEXT_SCHEMA)),
        _assets,
    ),
    "embeds": Property(
        "Media on other sites.",
        schema_of_list(record("url title", url=ADDRESS, title=TEXT_SCHEMA)),
        of_records("embeds", "url", "title"),
    ),
    "distributed_by": Property("Who sent it out.", TEXT_SCHEMA, own_field("distributed_by")),
    "corrections": Property(
        "What was put right later, and on which day.",
        schema_of_list(record("on note", on=TEXT_SCHEMA, note=TEXT_SCHEMA)),
        _corrections,
    ),
    "translations": translations_property("The same in other languages."),
}
"""Every property of a news item, in the order of the file."""

NEWS = DataFile(
    schema_path=NEWS_SCHEMA,
    title="News",
    name="news",
    one="item",
    doc="Press releases and news, newest first.",
    properties=PROPERTIES,
)


def news_json(site: Site, rows: Rows[BoardNews]) -> Chunks[Any]:
    """News in the lists, one item a line."""
    return data_json(site, NEWS, rows)


def news_schema(site: Site) -> str:
    """What `news.json` may hold."""
    return schema_json(site, NEWS)
