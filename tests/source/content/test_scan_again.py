"""What a scan may take from the one before, told what was saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.source.content.cache import Cache
from jobboard.source.content.scan import Scan, scan_again, scan_content
from tests.helpers import make_posting, write_site

FILE = "postings/x.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path / "content", {FILE: make_posting(), "images/a.txt": "A"})


def again(root: Path, cache: Cache, before: Scan, *changed: str) -> Scan | None:
    return scan_again(before, changed, cache)


def test_an_edited_document_has_the_digest_a_whole_scan_gives_it(root: Path) -> None:
    cache = Cache()
    before = scan_content(root, cache)
    (root / FILE).write_text(make_posting(title="Data Officer"))
    found = again(root, cache, before, FILE)
    assert found == scan_content(root, Cache())
    assert found != before


def test_nothing_saved_is_the_same_scan(root: Path) -> None:
    cache = Cache()
    before = scan_content(root, cache)
    assert again(root, cache, before) == before


def test_what_came_and_went_and_what_is_hidden_means_nothing(root: Path) -> None:
    cache = Cache()
    before = scan_content(root, cache)
    (root / "postings/.x.md.swp").write_text("hidden")
    assert again(root, cache, before, "postings/4913", "postings/.x.md.swp") == before


@pytest.mark.parametrize("path", ["postings/new.md", "topics.yaml", "images/a.txt", "images", "postings"])
def test_whatever_else_was_saved_the_folder_is_looked_through(root: Path, path: str) -> None:
    cache = Cache()
    before = scan_content(root, cache)
    if path == "postings/new.md":
        (root / path).write_text(make_posting())
    assert again(root, cache, before, path) is None


@pytest.mark.parametrize("harm", ["removed", "linked", "too large", "folder"])
def test_a_document_that_is_none_any_more_is_left_to_a_whole_scan(root: Path, harm: str) -> None:
    cache, file = Cache(), root / FILE
    before = scan_content(root, cache)
    file.unlink()
    if harm == "linked":
        file.symlink_to(root / "images/a.txt")
    elif harm == "too large":
        file.write_text("x" * 1_000_000)
    elif harm == "folder":
        file.mkdir()
    assert again(root, cache, before, FILE) is None


def test_after_a_scan_with_problems_the_folder_is_looked_through(root: Path) -> None:
    (root / "postings/notes.txt").write_text("no document")
    cache = Cache()
    before = scan_content(root, cache)
    assert again(root, cache, before, FILE) is None
