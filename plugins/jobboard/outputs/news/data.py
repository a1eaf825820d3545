"""News as data: `news.json`, and the JSON Schema that says what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.engine.output import Pieces
from jobboard.model.news import NewsKind
from jobboard.model.parts import Image
from jobboard.outputs.addresses import NEWS_SCHEMA, absolute, identifier, media_path, news_path
from jobboard.outputs.data.files import (
    ADDRESS,
    INSTANT,
    TEXT,
    Declaration,
    Property,
    Rows,
    Translations,
    data_json,
    fields_of,
    list_of,
    of_records,
    own,
    record,
    schema_json,
    topics_property,
    translations_property,
)
from jobboard.outputs.data.named import NAMED, named_organisations
from jobboard.outputs.text.bodies import summary_of
from jobboard.outputs.text.clocks import utc_text


def _image(site: Site, image: Image | None) -> dict[str, Any] | None:
    if image is None:
        return None
    return {"url": absolute(site, media_path(image.file)), **fields_of(image, ("alt", "credit"))}


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
        TEXT,
        lambda s, n, _: identifier(s, "news", n.identity),
        is_required=True,
    ),
    "url": Property("Its page.", ADDRESS, lambda s, n, _: absolute(s, news_path(n.id)), is_required=True),
    "title": Property("Title, in plain text.", TEXT, own("title"), is_required=True),
    "summary": Property(
        "What lists say of it, in plain text.", TEXT, lambda _s, n, _: summary_of(n.content.summary, n.body)
    ),
    "lang": Property("Language of its text.", TEXT, lambda _s, n, _: n.lang, is_required=True),
    "kind": Property("What it is.", {"enum": [*NewsKind]}, own("kind"), is_required=True),
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
        list_of(NAMED),
        lambda s, n, _: named_organisations(s, n.organisations),
        is_required=True,
    ),
    "authors": Property(
        "Who wrote it; `organisation` is an id.",
        list_of(record("name", name=TEXT, role=TEXT, organisation=TEXT)),
        of_records("authors", "name", "role", "organisation"),
    ),
    "places": Property("Places it is about or comes from, in words.", list_of(TEXT), own("places")),
    "topics": topics_property(),
    "link": Property("Where it was published first or in full.", ADDRESS, own("link")),
    "image": Property(
        "Its picture.",
        record("url alt", url=ADDRESS, alt=TEXT, credit=TEXT),
        lambda s, n, _: _image(s, n.content.image),
    ),
    "quotes": Property(
        "What people say in it.",
        list_of(record("text name", text=TEXT, name=TEXT, role=TEXT, organisation=TEXT)),
        of_records("quotes", "text", "name", "role", "organisation"),
    ),
    "contacts": Property(
        "Whom the press may ask.",
        list_of(record(name=TEXT, email=TEXT, phone=TEXT, organisation=TEXT)),
        of_records("contacts", "name", "email", "phone", "organisation"),
    ),
    "assets": Property(
        "Pictures and files for the press.",
        list_of(record("url title", url=ADDRESS, title=TEXT, alt=TEXT, credit=TEXT)),
        _assets,
    ),
    "embeds": Property(
        "Media on other sites.",
        list_of(record("url title", url=ADDRESS, title=TEXT)),
        of_records("embeds", "url", "title"),
    ),
    "distributed_by": Property("Who sent it out.", TEXT, own("distributed_by")),
    "corrections": Property(
        "What was put right later, and on which day.", list_of(record("on note", on=TEXT, note=TEXT)), _corrections
    ),
    "translations": translations_property("The same in other languages."),
}
"""Every property of a news item, in the order of the file."""

NEWS = Declaration(
    schema_path=NEWS_SCHEMA,
    title="News",
    name="news",
    one="item",
    doc="Press releases and news, newest first.",
    properties=PROPERTIES,
)


def news_json(site: Site, rows: Rows[BoardNews]) -> Pieces[Any]:
    """News in the lists, one item a line."""
    return data_json(site, NEWS, rows)


def news_schema(site: Site) -> str:
    """What `news.json` may hold."""
    return schema_json(site, NEWS)
