"""A site with an address of every kind, at the top of its host and below a path."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from jobboard.board.site import FileHost, Site, WritingForm
from jobboard.outputs.site.host_rules import base_of
from jobboard.outputs.site.hosting import Elsewhere
from tests.helpers import (
    SITE,
    build_site,
    make_event,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    write_site,
)
from tests.pictures import jpeg

EVERYTHING = replace(
    SITE, languages=("en", "fr"), has_embeds=True, has_twins=True, has_full_text=True, form=WritingForm()
)
BELOW = replace(EVERYTHING, url="https://hub.example/board")
SITES = {"/": EVERYTHING, "/board/": BELOW}

FILES: Mapping[str, str | bytes] = {
    "postings/x.md": make_posting(
        topics="[theme]", formerly="[w]", attachments="[{file: files/a.pdf, title: Profile}]"
    ),
    "postings/old.md": make_posting(title="Archivist", published="2024-01-08", deadline="2024-02-01"),
    "news/n.md": make_news(formerly="[m]", image="{file: images/town.jpg, alt: A town, credit: Example Network}"),
    "events/y.md": make_event(),
    "pages/about.md": make_page(),
    "topics.yaml": "theme: {en: Theme, fr: Thème}\n",
    "organisations/example-network.md": make_organisation(logo="{file: images/logo.svg, alt: A logo}"),
    "images/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    "images/town.jpg": jpeg(),
    "files/a.pdf": b"%PDF-1.4\n%%EOF\n",
}
ELSEWHERE = Elsewhere(
    moves=(
        ("jobs/w/", "jobs/x/"),
        ("fr/jobs/w/", "fr/jobs/x/"),
        ("news/m/", "news/n/"),
        ("fr/news/m/", "fr/news/n/"),
    ),
    gone=("jobs/old/", "fr/jobs/old/"),
)


def publish(site: Site, folder: Path) -> Path:
    """The folder that a host serves at `/`, with the site where its address says; its files are weeks old."""
    root = folder / "root"
    output = root / base_of(site).strip("/")
    build_site(write_site(folder / "content", FILES), output=output, site=site)
    for file in output.rglob("*"):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    return root


def of_host(site: Site, host: FileHost) -> Site:
    """The same with the files of another host."""
    return replace(site, host=host)
