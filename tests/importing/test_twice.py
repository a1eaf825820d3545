"""Importing again: what nobody touched follows its source, what somebody touched is theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.pipeline import check as checking
from jobboard.source.problem import Level
from tests.helpers import NOW, SITE, build_site, make_news, read_tree
from tests.importing.conftest import ATOM, RSS, WXR, Import, make_feed, make_item


@pytest.mark.parametrize("source", [RSS, ATOM, WXR])
def test_a_second_import_changes_nothing(import_: Import, content: Path, source: str) -> None:
    first = import_(source, takes_drafts=True)
    before = read_tree(content)
    second = import_(source, takes_drafts=True, day="2027-07-07")
    assert read_tree(content) == before
    assert first.deeds["new"] == second.deeds["unchanged"] == first.deeds.total() == second.deeds.total() > 0


@pytest.mark.parametrize("source", [RSS, ATOM, WXR])
def test_what_is_imported_passes_every_check_and_builds(import_: Import, content: Path, source: str) -> None:
    import_(source, takes_drafts=True)
    problems = checking.check(content, SITE, NOW).problems
    assert [str(each) for each in problems if each.level is Level.PROBLEM] == []
    site = build_site(content)
    assert {path for path in site if path.startswith("news/") and path.count("/") == 2}
    assert not any(name in path for path in site for name in ("brouillon", "interne", "sous-cle"))


def test_a_dry_run_writes_nothing_and_says_what_it_would(import_: Import, content: Path) -> None:
    before = read_tree(content)
    assert import_(RSS, is_dry=True).deeds["new"] == 3
    assert read_tree(content) == before


def test_an_untouched_file_follows_its_source(import_text: Import, content: Path) -> None:
    import_text(make_feed(make_item(description="Old.")))
    assert import_text(make_feed(make_item(description="New."))).lines == [
        "changed: content/news/a-bridge.md: its source, or what this command says of it, has changed"
    ]
    assert (content / "news/a-bridge.md").read_text().endswith("---\nNew.\n")


def test_an_edited_file_is_left_alone_and_named(import_text: Import, content: Path) -> None:
    import_text(make_feed(make_item()))
    file = content / "news/a-bridge.md"
    file.write_text(file.read_text().replace("Text.", "Better text."))
    edited = file.read_text()
    assert import_text(make_feed(make_item(description="New."))).lines == [
        "left alone: content/news/a-bridge.md: it was edited since it was imported"
    ]
    assert file.read_text() == edited


def test_a_renamed_file_is_known_by_its_comment(import_text: Import, content: Path) -> None:
    import_text(make_feed(make_item()))
    (content / "news/2024").mkdir()
    (content / "news/a-bridge.md").rename(content / "news/2024/the-bridge.md")
    assert import_text(make_feed(make_item())).deeds["unchanged"] == 1
    import_text(make_feed(make_item(description="New.")))
    assert sorted(path for path in read_tree(content) if path.startswith("news")) == ["news/2024/the-bridge.md"]


def test_a_file_with_other_line_ends_counts_as_untouched(import_text: Import, content: Path) -> None:
    import_text(make_feed(make_item()))
    file = content / "news/a-bridge.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert import_text(make_feed(make_item())).deeds["unchanged"] == 1


def test_a_file_written_by_hand_is_never_overwritten(import_text: Import, content: Path) -> None:
    (content / "news").mkdir()
    (content / "news/a-bridge.md").write_text(make_news())
    import_text(make_feed(make_item()))
    assert (content / "news/a-bridge.md").read_text() == make_news()
    assert (content / "news/a-bridge-2.md").is_file()


def test_a_file_that_lost_its_comments_is_known_by_title_and_day(import_text: Import, content: Path) -> None:
    (content / "news").mkdir()
    (content / "news/bridge.md").write_text(make_news(title="A bridge", published="2024-03-05"))
    assert import_text(make_feed(make_item())).lines == [
        "left alone: content/news/bridge.md: it has this title and date, and was not imported"
    ]


def test_an_old_name_and_the_address_of_a_list_are_not_taken(import_text: Import, content: Path) -> None:
    (content / "news").mkdir()
    (content / "news/tram.md").write_text(make_news(formerly="[a-bridge]"))
    import_text(make_feed(make_item(), make_item("Kind", guid="tag:2")))
    assert (content / "news/a-bridge-2.md").is_file()
    assert (content / "news/kind-2.md").is_file()


def test_an_item_given_twice_is_taken_once(import_text: Import) -> None:
    outcome = import_text(make_feed(make_item(), make_item("Again")))
    assert outcome.lines[0] == "skipped: 'Again': the source gives it twice"
    assert (outcome.deeds["new"], outcome.skipped) == (1, 1)


def test_what_an_export_brought_is_not_replaced_by_its_feed(import_: Import, import_text: Import) -> None:
    import_(WXR)
    outcome = import_text(make_feed(make_item(guid="https://blog.example/?p=12")))
    assert outcome.lines == [
        "left alone: content/news/le-pont.md: it was imported from another kind of source (wordpress)"
    ]
