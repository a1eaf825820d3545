"""`build.json` says when the site changed and will change, and nothing that differs when nothing did."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jobboard.source.kinds import FOLDERS
from tests.helpers import (
    NOW,
    at,
    build_site,
    make_event,
    make_introduction,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    write_site,
)


def info(tmp_path: Path, files: dict[str, str], now: datetime = NOW) -> dict[str, str | None]:
    content = write_site(tmp_path / "content", files)
    found: dict[str, str | None] = json.loads(build_site(content, now, output=tmp_path / "output")["build.json"])
    return found


def test_it_names_the_last_change_and_the_next_in_utc(tmp_path: Path) -> None:
    found = info(tmp_path, {"postings/analyst.md": make_posting()})
    assert (found["last_change"], found["next_change"]) == ("2026-03-01T23:00:00Z", "2026-03-23T23:00:00Z")


def test_a_site_on_which_nothing_ever_happens_has_neither(tmp_path: Path) -> None:
    found = info(tmp_path, {})
    assert (found["last_change"], found["next_change"]) == (None, None)


def test_it_stays_the_same_while_nothing_changes(tmp_path: Path) -> None:
    files = {"postings/analyst.md": make_posting()}
    assert info(tmp_path, files) == info(tmp_path, files, NOW + timedelta(days=1))


def test_at_the_next_change_what_it_names_is_another_site(tmp_path: Path) -> None:
    files = {"postings/analyst.md": make_posting()}
    before, after = (info(tmp_path, files, at("2026-04-01 00:00") - timedelta(seconds=each)) for each in (1, 0))
    assert before["next_change"] == after["last_change"]
    assert before["content"] != after["content"]


def test_an_edited_draft_or_scheduled_item_does_not_show(tmp_path: Path) -> None:
    def files(title: str) -> dict[str, str]:
        return {"postings/a.md": make_posting(title=title, status="draft"), "postings/b.md": make_posting()}

    assert info(tmp_path, files("One")) == info(tmp_path, files("Another"))


EVERY_KIND = {
    "postings/a.md": make_posting(),
    "news/a.md": make_news(),
    "events/a.md": make_event(),
    "organisations/example-network.md": make_organisation(),
    "pages/a.md": make_page(),
    "topics/culture.md": make_introduction(),
}


def test_there_is_an_item_of_every_kind() -> None:
    assert {path.partition("/")[0] for path in EVERY_KIND} == {*FOLDERS}


@pytest.mark.parametrize("path", EVERY_KIND)
def test_an_edited_item_of_any_kind_makes_another_site(path: str, tmp_path: Path) -> None:
    edited = {**EVERY_KIND, path: f"{EVERY_KIND[path]}And more.\n"}
    assert info(tmp_path, EVERY_KIND)["content"] != info(tmp_path, edited)["content"]


def test_a_renamed_topic_with_a_text_makes_another_site(tmp_path: Path) -> None:
    edited = {**EVERY_KIND, "topics.yaml": "culture: {en: Arts, fr: Arts, es: Artes}\n"}
    assert info(tmp_path, EVERY_KIND)["content"] != info(tmp_path, edited)["content"]


def test_the_start_of_an_event_that_is_off_changes_nothing(tmp_path: Path) -> None:
    files = {"events/a.md": make_event(starts="2026-03-17", ends="2026-03-19", status="cancelled")}
    assert info(tmp_path, files) == info(tmp_path, files, at("2026-03-18 12:00"))


def test_news_that_leaves_the_lists_makes_another_site(tmp_path: Path) -> None:
    files = {"news/bridge.md": make_news(expires="2026-03-16")}
    before, after = (info(tmp_path, files, at("2026-03-17 00:00") - timedelta(seconds=each)) for each in (1, 0))
    assert before["next_change"] == after["last_change"] == "2026-03-16T23:00:00Z"
    assert before["content"] != after["content"]
