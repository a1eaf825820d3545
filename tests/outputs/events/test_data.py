"""`events.json`: what is in it, and that it is as its schema says."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from jobboard.outputs.events.data import PROPERTIES
from tests.helpers import NOW, at, build_site, make_event, write_site

FULL = make_event(
    "The first paragraph.\n",
    updated="2026-03-09",
    kind="training",
    starts=None,
    sessions='[{starts: "2026-05-05 14:00", ends: "2026-05-05 15:00", title: Plans}, {starts: "2026-05-05 15:30", '
    'ends: "2026-05-05 16:00"}]',
    place="{city: Ghent, country: BE, street: Hall 1}",
    online="{url: https://meet.example.org/1}",
    register="{url: https://example.org/r, email: r@example.org, deadline: 2026-04-30}",
    repeats="every first Tuesday of the month",
    languages="[en]",
    speakers="[{name: Ada Example, role: Head}]",
    topics="[culture]",
)


def test_an_event_as_data(tmp_path: Path) -> None:
    french = make_event(lang="fr", translation_of="day", starts=None, online=None)
    site = build_site(write_site(tmp_path / "content", {"events/day.md": FULL, "events/jour.md": french}), NOW)
    data = json.loads(site["events.json"])
    assert data["updated_at"] == "2026-03-08T23:00:00Z"
    assert data["events"] == [
        {
            "id": "tag:hub.example,2026:event/day",
            "url": "https://hub.example/events/day/",
            "title": "Budgets for residents",
            "summary": "The first paragraph.",
            "lang": "en",
            "kind": "training",
            "status": "upcoming",
            "starts": "2026-05-05 14:00",
            "ends": "2026-05-05 16:00",
            "starts_at": "2026-05-05T12:00:00Z",
            "ends_at": "2026-05-05T14:00:00Z",
            "sessions": [
                {
                    "starts": "2026-05-05 14:00",
                    "ends": "2026-05-05 15:00",
                    "starts_at": "2026-05-05T12:00:00Z",
                    "ends_at": "2026-05-05T13:00:00Z",
                    "title": "Plans",
                },
                {
                    "starts": "2026-05-05 15:30",
                    "ends": "2026-05-05 16:00",
                    "starts_at": "2026-05-05T13:30:00Z",
                    "ends_at": "2026-05-05T14:00:00Z",
                },
            ],
            "repeats": "every first Tuesday of the month",
            "timezone": "Europe/Brussels",
            "updated_at": "2026-03-08T23:00:00Z",
            "organisations": [
                {
                    "id": "example-network",
                    "name": "Example Network",
                    "website": "https://example.org",
                    "url": "https://hub.example/organisations/example-network/",
                }
            ],
            "place": {"city": "Ghent", "country": "BE", "street": "Hall 1"},
            "is_online": True,
            "online_url": "https://meet.example.org/1",
            "register": {"url": "https://example.org/r", "email": "r@example.org", "until": "2026-04-30T22:00:00Z"},
            "languages": ["en"],
            "speakers": [{"name": "Ada Example", "role": "Head"}],
            "topics": [{"id": "culture", "name": "Culture"}],
            "translations": [{"lang": "fr", "url": "https://hub.example/events/jour/"}],
        }
    ]
    assert set(data["events"][0]) == set(PROPERTIES)


def test_it_is_as_its_schema_says_at_every_stage(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"events/day.md": FULL, "events/off.md": make_event(status="cancelled")})
    for hour, count in (("2026-03-16 12:00", 2), ("2026-05-05 14:00", 2), ("2026-05-05 16:00", 1)):
        site = build_site(content, at(hour))
        schema, data = json.loads(site["events.schema.json"]), json.loads(site["events.json"])
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(data, schema, format_checker=jsonschema.FormatChecker())
        assert len(data["events"]) == count
    assert data["updated_at"] == "2026-05-05T14:00:00Z"
