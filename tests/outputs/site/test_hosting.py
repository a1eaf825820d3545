"""What hosts are told changes with the board: by what is archived and what is renamed, and by nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jobboard.board.site import FileHost
from tests.helpers import SITE, at, build_site, make_posting, write_site

BOARD = replace(SITE, languages=("en", "fr"))
FILES = {"postings/x.md": make_posting(formerly="[w]"), "postings/later.md": make_posting(deadline="2026-06-30")}
OPEN, ARCHIVED = at("2026-03-16 12:00"), at("2027-04-02 12:00")


def told(folder: Path, host: FileHost) -> tuple[list[str], list[str]]:
    """The lines of `_redirects` while both are open, and once the first is archived: built one after the other in one
    folder, and each the same as from nothing."""
    content, site = write_site(folder / "content", FILES), replace(BOARD, host=host)
    kept = {"output": folder / "output", "cache": folder / "cache"}
    found = []
    for number, now in enumerate((OPEN, ARCHIVED, OPEN, ARCHIVED)):
        built = build_site(content, now, site=site, **kept)
        clean = build_site(content, now, site=site, output=folder / f"clean{number}", cache=folder / f"cache{number}")
        assert [built[name] for name in ("_headers", "_redirects")] == [clean[n] for n in ("_headers", "_redirects")]
        found.append(built["_redirects"].decode().splitlines())
    assert found[:2] == found[2:]
    return found[0], found[1]


def test_netlify_is_told_what_is_archived_once_it_is(tmp_path: Path) -> None:
    before, after = told(tmp_path, FileHost.NETLIFY)
    moves = ["/jobs/w/ /jobs/x/ 301!", "/fr/jobs/w/ /fr/jobs/x/ 301!"]
    assert before == [*moves, "/fr/* /fr/404.html 404"]
    gone = ["/jobs/x/ /jobs/x/index.html 410!", "/fr/jobs/x/ /fr/jobs/x/index.html 410!"]
    assert after == [*moves, *gone, "/fr/* /fr/404.html 404"]


def test_cloudflare_can_only_send_elsewhere(tmp_path: Path) -> None:
    before, after = told(tmp_path, FileHost.CLOUDFLARE)
    assert before == after == ["/jobs/w/ /jobs/x/ 301", "/fr/jobs/w/ /fr/jobs/x/ 301"]


@pytest.mark.parametrize("host", FileHost)
def test_an_edit_of_a_text_tells_hosts_nothing(host: FileHost, tmp_path: Path) -> None:
    site = replace(BOARD, host=host)
    content = write_site(tmp_path / "content", FILES)
    before = build_site(content, site=site, output=tmp_path / "output", cache=tmp_path / "cache")
    write_site(content, {"postings/later.md": make_posting("Another text.", deadline="2026-07-31")})
    after = build_site(content, site=site, output=tmp_path / "output", cache=tmp_path / "cache")
    assert before["jobs/later/index.html"] != after["jobs/later/index.html"]
    assert [before[name] == after[name] for name in ("_headers", "_redirects", "robots.txt")] == [True] * 3


def test_a_new_folder_at_the_top_is_told_to_netlify(tmp_path: Path) -> None:
    site = replace(BOARD, host=FileHost.NETLIFY)
    content = write_site(tmp_path / "content", FILES)
    before = build_site(content, site=site, output=tmp_path / "output", cache=tmp_path / "cache")
    write_site(content, {"pages/council.md": "---\ntitle: The council\n---\nIt meets twice a year.\n"})
    after = build_site(content, site=site, output=tmp_path / "output", cache=tmp_path / "cache")
    rules = [set(each["_headers"].decode().splitlines()) for each in (before, after)]
    assert rules[1] - rules[0] == {"/council/*", "/fr/council/*"}
