"""Plain Pelican with its cache on, and a minimal theme in `peers/pelican`."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.corpus import Corpus
from bench.generators import (
    PEERS,
    instant,
    languages_words,
    salary_words,
    with_addresses,
    write_file,
)
from bench.items import Item, News, Organisation, Posting
from bench.measure import Command


@dataclass(frozen=True, kw_only=True)
class PlainPelican:
    """Pelican's articles: a category for each organisation, a paginated index, feeds, a sitemap."""

    folder: Path
    name: str = "pelican"
    removes_pages: bool = False

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def caches(self) -> tuple[Path, ...]:
        return (self.folder / "cache",)

    def prepare(self, corpus: Corpus) -> None:
        settings = (PEERS / "pelican/pelicanconf.py").read_text(encoding="utf-8")
        write_file(self.folder / "pelicanconf.py", f"{settings}THEME = {str(PEERS / 'pelican/theme')!r}\n")
        known = {each.id: {"name": each.name, "website": each.website} for each in corpus.organisations}
        write_file(self.folder / "organisations.json", json.dumps(known))

    def write_posting(self, posting: Posting) -> None:
        fields = {
            "Closes": instant(posting.closes),
            "Kind": posting.kind,
            "Place": f"{posting.town.name}, {posting.town.country}",
            "Workplace": posting.workplace,
            "Salary": salary_words(posting),
            "Languages": languages_words(posting),
        }
        self._write("jobs", posting, fields)

    def remove_posting(self, posting: Posting) -> None:
        self._file("jobs", posting).unlink(missing_ok=True)

    def write_news(self, item: News) -> None:
        self._write("news", item, {"Kind": item.kind})

    def write_organisation(self, organisation: Organisation) -> None:
        """Nothing: a category has no file; its name comes with the settings."""

    def command(self, now: datetime) -> Command:
        program = str(Path(sys.executable).with_name("pelican"))
        settings = (
            "--settings",
            "pelicanconf.py",
            "--extra-settings",
            f"NOW={json.dumps(instant(now.astimezone(UTC)))}",
        )
        return Command(
            arguments=(program, "content", "--output", "output", *settings), folder=self.folder, output=self.output
        )

    def _write(self, section: str, item: Item, fields: dict[str, str]) -> None:
        head = {
            "Title": item.title,
            "Date": item.published.isoformat(),
            "Slug": item.id,
            "Category": item.organisation.id,
            "Section": section,
            "Topics": ", ".join(item.topics),
            "Summary": item.summary,
            **fields,
        }
        front = "".join(f"{name}: {value}\n" for name, value in head.items())
        write_file(self._file(section, item), f"{front}\n{with_addresses(item.body)}")

    def _file(self, section: str, item: Item) -> Path:
        return self.folder / f"content/{section}/{item.published.year}/{item.id}.md"
