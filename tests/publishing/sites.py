"""Small sites for the tests of publishing, and a publish of one without a build."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from jobboard.publishing.course import load_of
from jobboard.publishing.host import Host, Load
from jobboard.publishing.target import PublishTarget
from tests.helpers import NOW

OLD: Mapping[str, bytes] = {
    "index.html": b"old home",
    "build.json": b'{"content": "old"}',
    "feeds/jobs.rss.xml": b"<rss>old</rss>",
    "jobs/index.html": b"old list",
    "jobs/analyst/index.html": b"analyst",
    "jobs/gone/index.html": b"gone",
    "media/plan.pdf": b"%PDF plan",
    "theme/style.1.css": b"old style" * 400,
}
NEW: Mapping[str, bytes] = {
    "index.html": b"new home",
    "build.json": b'{"content": "new"}',
    "feeds/jobs.rss.xml": b"<rss>new</rss>",
    "jobs/index.html": b"new list",
    "jobs/analyst/index.html": b"analyst",
    "jobs/mapper/index.html": b"mapper",
    "media/plan.pdf": b"%PDF plan",
    "theme/style.2.css": b"new style" * 400,
}


def put_site(folder: Path, files: Mapping[str, bytes]) -> Path:
    """A built site with these files, beside what a build keeps for itself."""
    for path, data in {**files, ".jobboard-files": b"list"}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def load_for(host: Host, site: Path, target: PublishTarget, now: datetime = NOW) -> Load:
    return load_of(site, site.parent / "cache", target, host, host.look(), now)


def bring(host: Host, site: Path, target: PublishTarget, now: datetime = NOW) -> Load:
    """Publish a site; what of it travelled is in the answer."""
    load = load_for(host, site, target, now)
    if not load.travel.is_nothing:
        host.carry(load, host.look())
    return load
