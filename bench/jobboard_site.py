"""This project, run by its command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bench.corpus import Corpus
from bench.generators import FEED_SIZE, PAGE_SIZE, SITE_NAME, SITE_URL, write_file
from bench.items import News, Organisation, Posting
from bench.measure import Command
from bench.words import TOPICS

PROJECT = Path(__file__).parent.parent
PLAIN = "jobboard"
EVERYTHING = "jobboard-everything"
NATIVE = "jobboard-native"

OURS_SETTINGS: dict[str, Any] = {
    "JOBBOARD_PAGE_SIZE": PAGE_SIZE,
    "JOBBOARD_FEED_SIZE": FEED_SIZE,
    "JOBBOARD_NUMBERED_PAGES": False,
}
"""Settings of every site of ours."""

EXTRAS_OFF: dict[str, Any] = {"JOBBOARD_EXTRAS": False}
"""Settings that switch off the outputs the peers do not have."""

VARIANTS: dict[str, dict[str, Any]] = {
    PLAIN: EXTRAS_OFF,
    NATIVE: {**EXTRAS_OFF, "JOBBOARD_MARKDOWN": "comrak"},
    EVERYTHING: {"JOBBOARD_LANGUAGES": ["en", "fr", "es"]},
}
"""What each variant of ours sets beside `OURS_SETTINGS`, by the name it is chosen and shown by."""


@dataclass(frozen=True, kw_only=True)
class Jobboard:
    """Our generator with a folder of its own, the settings of one variant, and the checkout it comes from."""

    folder: Path
    name: str = PLAIN
    project: Path = PROJECT
    settings: Mapping[str, Any] = field(default_factory=dict)
    removes_pages: bool = True

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def caches(self) -> tuple[Path, ...]:
        return (self.folder / "cache",)

    def prepare(self, corpus: Corpus) -> None:
        settings = {
            "SITENAME": SITE_NAME,
            "SITEURL": SITE_URL,
            "TIMEZONE": "Europe/Brussels",
            "DEFAULT_LANG": "en",
            "PATH": "content",
            "OUTPUT_PATH": "output",
            "THEME": str(self.project / "theme"),
            "PLUGIN_PATHS": [str(self.project / "plugins")],
            "PLUGINS": ["jobboard"],
            "JOBBOARD_IDENTITY": "board.example,2026",
            "JOBBOARD_CACHE": str(self.caches[0]),
            **OURS_SETTINGS,
            **self.settings,
        }
        write_file(self.folder / "conf.py", "".join(f"{name} = {value!r}\n" for name, value in settings.items()))
        topics = (f"{id_}: {{en: {id_.title()}, fr: {id_.title()}}}\n" for id_ in TOPICS)
        write_file(self.folder / "content/topics.yaml", "".join(topics))
        if self.name == EVERYTHING:
            self._write_events(corpus)

    def _write_events(self, corpus: Corpus) -> None:
        """As many events as news items, with the texts of those; the peers have none."""
        for number, item in enumerate(corpus.news()):
            fields = {
                "title": _quoted(item.title),
                "published": item.published.isoformat(),
                "kind": "training",
                "organisations": _list((item.organisation.id,)),
                "topics": _list(item.topics),
                "starts": _quoted(f"{item.published + timedelta(days=60 + number % 300)} 10:00"),
                "online": "true",
            }
            write_file(self.folder / f"content/events/event-{number}.md", _document(fields, item.body))

    def write_posting(self, posting: Posting) -> None:
        write_file(self._file(posting), _document(_posting_fields(posting), posting.body))

    def remove_posting(self, posting: Posting) -> None:
        self._file(posting).unlink(missing_ok=True)

    def write_news(self, item: News) -> None:
        fields = {
            "title": _quoted(item.title),
            "summary": _quoted(item.summary),
            "published": item.published.isoformat(),
            "kind": item.kind,
            "organisations": _list((item.organisation.id,)),
            "topics": _list(item.topics),
            "contacts": f"[{{email: press@{item.organisation.id}.example}}]",
        }
        write_file(self.folder / f"content/news/{item.published.year}/{item.id}.md", _document(fields, item.body))

    def write_organisation(self, organisation: Organisation) -> None:
        town = organisation.town
        fields = {
            "name": _quoted(organisation.name),
            "website": organisation.website,
            "email": f"info@{organisation.id}.example",
            "place": f"{{city: {town.name}, country: {town.country}}}",
            "timezone": town.zone,
        }
        write_file(self.folder / f"content/organisations/{organisation.id}.md", _document(fields, organisation.body))

    def command(self, now: datetime) -> Command:
        program = str(Path(sys.executable).with_name("jobboard"))
        options = ("--settings", "conf.py", "--content", "content", "--output", "output", "--now", now.isoformat())
        return Command(
            arguments=(program, "build", *options),
            folder=self.folder,
            output=self.output,
            environment={"PYTHONPATH": str(self.project / "plugins")},
        )

    def _file(self, posting: Posting) -> Path:
        return self.folder / f"content/postings/{posting.published.year}/{posting.id}.md"


def _posting_fields(posting: Posting) -> dict[str, str]:
    """The front matter, as YAML values."""
    organisation = posting.organisation
    optional = {
        "review_by": posting.review_by.isoformat() if posting.review_by else "",
        "timezone": posting.zone or "",
        "lang": posting.lang if posting.lang != "en" else "",
        "closed": f"{{on: {posting.filled_on}, because: filled}}" if posting.filled_on else "",
        "applicants_from": "anywhere" if posting.workplace == "remote" else "",
    }
    return {
        "title": _quoted(posting.title),
        "summary": _quoted(posting.summary),
        "published": posting.published.isoformat(),
        "organisation": organisation.id,
        "kind": posting.kind,
        "topics": _list(posting.topics),
        "deadline": _quoted(posting.deadline),
        "place": f"{{city: {posting.town.name}, country: {posting.town.country}}}",
        "workplace": posting.workplace,
        "employment": f"[{posting.employment}]",
        "contract": f"{{type: {posting.contract}}}",
        "salary": f"{{min: {posting.salary[0]}, max: {posting.salary[1]}, currency: EUR, per: year}}",
        "languages": "{" + ", ".join(f"{code}: {level}" for code, level in posting.languages) + "}",
        "experience": "2 years",
        "reference": posting.reference,
        "apply": f"{{email: jobs@{organisation.id}.example, documents: [CV, cover letter]}}",
        **{name: value for name, value in optional.items() if value},
    }


def _document(fields: Mapping[str, str], body: str) -> str:
    front = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\n{front}---\n{body}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(values)}]"
