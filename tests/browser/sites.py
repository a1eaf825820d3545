"""The sites that readers open in these tests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.helpers import SITE, at, build_site, make_posting, write_site

PAGE = "/jobs/x/"
STALE = {"last_change": "2026-03-02T08:00:00Z", "next_change": "2026-03-20T23:00:00Z", "content": ""}


def build_one(tmp_path: Path, now: str = "2026-03-16 12:00", **fields: str | None) -> dict[str, bytes]:
    return build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting(**fields)}), at(now))


def build_many(tmp_path: Path, *deadlines: str, now: str = "2026-03-16 12:00", page_size: int = 25) -> dict[str, bytes]:
    files = {f"postings/p{n}.md": make_posting(title=f"Post {n}", deadline=day) for n, day in enumerate(deadlines, 1)}
    return build_site(write_site(tmp_path / "content", files), at(now), site=replace(SITE, page_size=page_size))
