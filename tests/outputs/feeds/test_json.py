"""JSON Feed 1.1, held against a schema of what docs/standards.md#json-feed asks of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.helpers import at, build_site, make_news, make_posting, write_site

_TEXT = {"type": "string", "minLength": 1}
_ADDRESS = {"type": "string", "pattern": "^https://[^ ]+$"}
_INSTANT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
_LANGUAGE = {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"}


def record(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


JOB = record(
    ["about", "id"],
    about=_ADDRESS,
    id={"type": "string", "pattern": "^tag:.+:job/"},
    valid_through=_INSTANT,
    employment_type={"type": "array", "items": _TEXT, "minItems": 1},
    location={"type": "array", "items": record(["country"], city=_TEXT, region=_TEXT, country=_TEXT), "minItems": 1},
    apply_url=_ADDRESS,
    change={"enum": ["opened", "extended", "brought-forward", "closed", "filled", "withdrawn"]},
    closed=_INSTANT,
)
ITEM = {
    **record(
        ["id", "url", "title", "summary", "date_published", "date_modified", "authors", "tags", "language"],
        id={"type": "string", "pattern": "^tag:"},
        url=_ADDRESS,
        title=_TEXT,
        content_html=_TEXT,
        content_text=_TEXT,
        summary=_TEXT,
        date_published=_INSTANT,
        date_modified=_INSTANT,
        authors={"type": "array", "items": record(["name"], name=_TEXT), "minItems": 1},
        tags={"type": "array", "items": _TEXT, "minItems": 1},
        language=_LANGUAGE,
        _job=JOB,
    ),
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
}
FEED = record(
    ["version", "title", "home_page_url", "feed_url", "description", "user_comment", "language", "items"],
    version={"const": "https://jsonfeed.org/version/1.1"},
    title=_TEXT,
    home_page_url=_ADDRESS,
    feed_url=_ADDRESS,
    description=_TEXT,
    user_comment=_TEXT,
    language=_LANGUAGE,
    items={"type": "array", "items": ITEM},
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files = {
        "postings/open.md": make_posting(
            title='"Analyst <b> & ‘friends’"',
            place="[{city: Ghent, country: BE}, {city: Lille, country: FR}]",
            employment="[full-time, temporary]",
            apply="{url: https://example.org/apply}",
            topics="[culture]",
            lang="fr",
        ),
        "postings/empty.md": make_posting(body="", deadline="rolling", review_by="2026-06-30"),
        "postings/filled.md": make_posting(closed="{on: 2026-03-10, because: filled}"),
        "postings/extended.md": make_posting(deadline_was="{deadline: 2026-03-20, changed: 2026-03-12}"),
        "news/x.md": make_news(authors="[{name: Ada Example}]", link="https://example.org/story", body=""),
    }
    return build_site(write_site(tmp_path_factory.mktemp("json") / "content", files), at("2026-03-16 12:00"))


def items(site: dict[str, bytes], path: str) -> dict[str, Any]:
    return {each["id"].split(":", 2)[-1]: each for each in json.loads(site[path])["items"]}


def test_every_json_feed_is_as_the_schema_says(site: dict[str, bytes]) -> None:
    Draft202012Validator.check_schema(FEED)
    validator = Draft202012Validator(FEED, format_checker=FormatChecker())
    paths = [path for path in site if path.startswith("feeds/") and path.endswith(".json")]
    assert {"feeds/all.json", "feeds/changes.json", "feeds/kind/job.json", "feeds/topics/culture.json"} <= set(paths)
    for path in paths:
        assert [error.message for error in validator.iter_errors(json.loads(site[path]))] == [], path
        assert json.loads(site[path])["feed_url"] == f"https://hub.example/{path}"


def test_a_posting_carries_what_machines_ask_for(site: dict[str, bytes]) -> None:
    entry = items(site, "feeds/jobs.json")["job/open"]
    assert entry["title"] == "Analyst <b> & ‘friends’"
    assert entry["language"] == "fr"
    assert entry["authors"] == [{"name": "Example Network"}]
    assert entry["tags"] == ["Job", "Culture", "Belgium", "France"]
    assert "You will count bicycles." in entry["content_html"]
    assert entry["_job"] == {
        "about": "https://hub.example/subscribe/#job",
        "id": "tag:hub.example,2026:job/open",
        "valid_through": "2026-04-01T00:00:00+02:00",
        "employment_type": ["full-time", "temporary"],
        "location": [{"city": "Ghent", "country": "BE"}, {"city": "Lille", "country": "FR"}],
        "apply_url": "https://example.org/apply",
    }


def test_an_entry_without_a_text_has_its_summary_as_one(site: dict[str, bytes]) -> None:
    for name, entry in items(site, "feeds/all.json").items():
        assert ("content_html" in entry) != ("content_text" in entry), name
    assert items(site, "feeds/all.json")["news/x"]["content_text"] == "A bridge opens"
    assert "_job" not in items(site, "feeds/all.json")["news/x"]


def test_text_is_written_as_it_is(site: dict[str, bytes]) -> None:
    assert "‘friends’".encode() in site["feeds/jobs.json"]
    assert b"\\u" not in site["feeds/jobs.json"]
