"""The generators that are compared: what each must be able to do, and how a site is laid out for it."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bench.corpus import Corpus
from bench.items import News, Organisation, Posting
from bench.measure import Command

PEERS = Path(__file__).with_name("peers")
SITE_NAME = "Invented board"
SITE_URL = "https://board.example"
PAGE_SIZE = 50
FEED_SIZE = 100


class Generator(Protocol):
    """One generator with a folder of its own. All answer with the addresses `jobs/<id>/`, `news/<id>/` and so on."""

    @property
    def name(self) -> str: ...

    @property
    def output(self) -> Path:
        """Where its site is written."""
        ...

    @property
    def removes_pages(self) -> bool:
        """Whether the page of what is gone from the content is gone from the site."""
        ...

    @property
    def caches(self) -> tuple[Path, ...]:
        """Folders it keeps between builds, beside the output."""
        ...

    def prepare(self, corpus: Corpus) -> None:
        """Write its settings and everything of the content that is not an item."""
        ...

    def write_posting(self, posting: Posting) -> None:
        """Write the file of a posting."""
        ...

    def remove_posting(self, posting: Posting) -> None:
        """Remove the file of a posting."""
        ...

    def write_news(self, item: News) -> None:
        """Write the file of a news item."""
        ...

    def write_organisation(self, organisation: Organisation) -> None:
        """Write what says who an organisation is."""
        ...

    def command(self, now: datetime) -> Command:
        """The command that builds the site as of `now`."""
        ...


def write_content(generator: Generator, corpus: Corpus) -> None:
    """Lay out the whole corpus for a generator."""
    generator.prepare(corpus)
    for organisation in corpus.organisations:
        generator.write_organisation(organisation)
    for posting in corpus.postings():
        generator.write_posting(posting)
    for item in corpus.news():
        generator.write_news(item)


def remove_site(generator: Generator) -> None:
    """Remove the output and every cache: the next build is a cold one."""
    for folder in (generator.output, *generator.caches):
        shutil.rmtree(folder, ignore_errors=True)


def write_file(path: Path, text: str) -> None:
    """Write a file, and the folders above it that are missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def with_addresses(body: str) -> str:
    """The body with its link to an organisation's file turned into the address peers publish it at."""
    return body.replace("](organisations/", "](/organisations/").replace(".md)", "/)")


def instant(moment: datetime) -> str:
    """An instant as text that sorts as time does, for peers to compare."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def salary_words(posting: Posting) -> str:
    """The pay on one line."""
    return f"{posting.salary[0]} to {posting.salary[1]} EUR a year"


def languages_words(posting: Posting) -> str:
    """The languages on one line."""
    return ", ".join(f"{code} {level}" for code, level in posting.languages)
