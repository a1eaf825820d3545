"""`news.json` and `organisations.json`: what is in them, and that they are as their schemas say."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from jobboard.outputs.news import data as news_data
from jobboard.outputs.organisations import data as organisation_data
from tests.golden import build_golden
from tests.helpers import SITE, build_site, make_news, make_organisation, make_posting, write_site
from tests.outputs.postings.test_data import closed
from tests.pictures import draw_town, encoded

FILES = ("news", "organisations")
ORGANISATION = make_organisation(
    name="Platform",
    short_name="P",
    part_of="example-network",
    place="{city: Ghent, country: BE, postcode: '9000', street: Veld 1}",
    newsroom="https://wire.example/p",
    email="info@p.example",
    logo="{file: images/p.png, alt: The letter P}",
    social="[{network: mastodon, url: 'https://social.example/@p'}]",
    press_contacts="[{name: Press desk, email: press@p.example, phone: +32 2 555 01 00}]",
    equal_opportunities="Everybody is welcome.",
    privacy="https://p.example/privacy",
    domains="[p.example, KÖLN.example]",
    colour='"#0A5A69"',
)
RELEASE = make_news(
    title='"Bridge & <more>"',
    organisations="[platform, example-network]",
    kind="press-release",
    updated="2026-03-09",
    expires="2026-12-31",
    authors="[{name: Ada Example, role: Head of policy, organisation: platform}]",
    places="[Ghent]",
    topics="[culture]",
    link="https://wire.example/1",
    image="{file: images/p.png, alt: A bridge, credit: A. Example}",
    quotes="[{text: It stands., name: Bo Example, role: Mayor}]",
    contacts="[{name: Press office, email: press@example.org}]",
    assets="[{file: images/p.png, title: The bridge, alt: A bridge}]",
    embeds="[{url: https://video.example/1, title: Film}]",
    distributed_by="Wire Example",
    corrections="[{on: 2026-03-09, note: It has two lanes.}]",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files: dict[str, str | bytes | None] = {
        "organisations/platform.md": ORGANISATION,
        "news/bridge.md": RELEASE,
        "news/pont.md": make_news(lang="fr", translation_of="bridge"),
        "news/gone.md": make_news(expires="2026-03-10"),
        "news/draft.md": make_news(status="draft"),
        "news/later.md": make_news(published="2026-03-20"),
        "images/p.png": encoded(draw_town(60, 40), "PNG"),
    }
    return build_site(write_site(tmp_path_factory.mktemp("data") / "content", files))


def items(site: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(site[f"{name}.json"])[name]
    return found


def test_a_release_as_data(site: dict[str, bytes]) -> None:
    (release,) = items(site, "news")
    assert [each.pop("name") for each in release.pop("organisations")] == ["Platform", "Example Network"]
    assert release == {
        "id": "tag:hub.example,2026:news/bridge",
        "url": "https://hub.example/news/bridge/",
        "title": "Bridge & <more>",
        "summary": "Trams and bicycles share it.",
        "lang": "en",
        "kind": "press-release",
        "published_at": "2026-03-01T23:00:00Z",
        "updated_at": "2026-03-08T23:00:00Z",
        "expires_at": "2026-12-31T23:00:00Z",
        "authors": [{"name": "Ada Example", "role": "Head of policy", "organisation": "platform"}],
        "places": ["Ghent"],
        "topics": [{"id": "culture", "name": "Culture"}],
        "link": "https://wire.example/1",
        "image": {
            "url": "https://hub.example/pictures/images/p.png/preview.jpg",
            "alt": "A bridge",
            "credit": "A. Example",
        },
        "quotes": [{"text": "It stands.", "name": "Bo Example", "role": "Mayor"}],
        "contacts": [{"name": "Press office", "email": "press@example.org"}],
        "assets": [
            {"url": "https://hub.example/media/images/p.png", "title": "The bridge", "alt": "A bridge"},
        ],
        "embeds": [{"url": "https://video.example/1", "title": "Film"}],
        "distributed_by": "Wire Example",
        "corrections": [{"on": "2026-03-09", "note": "It has two lanes."}],
        "translations": [{"lang": "fr", "url": "https://hub.example/news/pont/"}],
    }


def test_an_organisation_as_data(site: dict[str, bytes]) -> None:
    network, platform = items(site, "organisations")
    assert network["name"] == "Example Network"
    assert platform == {
        "id": "platform",
        "url": "https://hub.example/organisations/platform/",
        "name": "Platform",
        "short_name": "P",
        "part_of": "example-network",
        "summary": "We bring towns together.",
        "lang": "en",
        "website": "https://example.org",
        "newsroom": "https://wire.example/p",
        "email": "info@p.example",
        "domains": ["p.example", "xn--kln-sna.example"],
        "place": {"city": "Ghent", "country": "BE", "postcode": "9000", "street": "Veld 1"},
        "timezone": "Europe/Brussels",
        "logo": {"url": "https://hub.example/pictures/images/p.png/logo.png", "alt": "The letter P"},
        "colour": "#0a5a69",
        "social": [{"network": "mastodon", "url": "https://social.example/@p"}],
        "press_contacts": [{"name": "Press desk", "email": "press@p.example", "phone": "+32 2 555 01 00"}],
        "equal_opportunities": "Everybody is welcome.",
        "privacy": "https://p.example/privacy",
        "feed": "https://hub.example/feeds/organisations/platform.json",
        "calendar": "https://hub.example/calendars/organisations/platform.ics",
    }


def test_every_address_of_our_own_in_the_data_is_that_of_a_file(site: dict[str, bytes]) -> None:
    for name in FILES:
        text = site[f"{name}.json"].decode()
        for address in {part.split('"')[0] for part in text.split('"https://hub.example/')[1:]}:
            assert (f"{address}index.html" if address.endswith("/") or not address else address) in site


@pytest.mark.parametrize("name", FILES)
def test_data_is_as_its_schema_says_and_names_nothing_else(site: dict[str, bytes], name: str, tmp_path: Path) -> None:
    for each in (site, build_golden("full", tmp_path)):
        schema, data = json.loads(each[f"{name}.schema.json"]), json.loads(each[f"{name}.json"])
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(closed(schema)).validate(data)
        assert data["$schema"] == schema["$id"]


def test_every_property_is_seen_in_the_tests(site: dict[str, bytes]) -> None:
    assert set().union(*items(site, "news")) == set(news_data.PROPERTIES)
    assert set().union(*items(site, "organisations")) == set(organisation_data.PROPERTIES)


def test_news_as_data_is_dated_by_what_last_came_changed_or_left(site: dict[str, bytes]) -> None:
    assert json.loads(site["news.json"])["updated_at"] == "2026-03-10T23:00:00Z"
    assert "updated_at" not in json.loads(site["organisations.json"])


def test_an_edited_posting_leaves_the_data_of_news_and_organisations_alone(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting(), "news/x.md": make_news()})
    before = build_site(content)
    write_site(content, {"postings/x.md": make_posting(title="Another"), "news/x.md": make_news()})
    after = build_site(content)
    assert [name for name in ("jobs", *FILES) if before[f"{name}.json"] != after[f"{name}.json"]] == ["jobs"]


def test_a_bare_board_has_no_data(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"news/x.md": make_news()})
    site = build_site(content, site=replace(SITE, has_extras=False))
    assert [path for path in site if path.endswith((".json", ".csv")) and "/" not in path] == ["build.json"]


def test_hosts_are_told_what_the_files_are(site: dict[str, bytes]) -> None:
    headers = site["_headers"].decode()
    for name in FILES:
        assert f"/{name}.json\n  Content-Type: application/json; charset=utf-8\n" in headers
        assert f"/{name}.schema.json\n  Content-Type: application/schema+json; charset=utf-8\n" in headers
    assert "/jobs.csv\n  Content-Type: text/csv; charset=utf-8; header=present\n" in headers
