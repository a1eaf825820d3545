"""Lists depend on what their cards say, whatever that is: nobody tells them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from jobboard.engine.write import Summary
from jobboard.outputs.addresses import calendar_path
from jobboard.outputs.plan import selection
from jobboard.outputs.text.cached import forget_content
from jobboard.pipeline.build import Job, bring_up_to_date
from jobboard.pipeline.session import Session
from tests.helpers import NOW, SITE, make_event, make_news, make_posting, project_theme, read_tree, write_site

FILES = {
    "postings/one.md": make_posting(),
    "postings/two.md": make_posting(title="Data Officer"),
    "news/bridge.md": make_news(),
    "events/walk.md": make_event(),
}
KEY = b"a key"


def build(folder: Path, files: Mapping[str, str]) -> Summary:
    """As a process of its own does."""
    forget_content()
    write_site(folder / "content", files)
    job = Job(
        site=SITE,
        now=NOW,
        theme=project_theme(),
        content=folder / "content",
        output=folder / "output",
        cache=folder / "cache",
    )
    return bring_up_to_date(job, session=Session(KEY)).summary


def edited(path: str, **changes: str) -> dict[str, str]:
    make: Callable[..., str] = {"postings": make_posting, "news": make_news, "events": make_event}[
        path.partition("/")[0]
    ]
    return {**FILES, path: make(**changes)}


@pytest.mark.parametrize("path", ["postings/one.md", "events/walk.md"])
def test_lists_and_calendars_are_left_alone_by_an_edit_that_no_card_shows(path: str, tmp_path: Path) -> None:
    build(tmp_path, FILES)
    shown = {"summary": "As before."} if path.startswith("events") else {}
    build(tmp_path, edited(path, **shown))
    again = build(tmp_path, edited(path, body="Another text.\n", **shown))
    lists = {"index.html", "jobs/index.html", "events/index.html", calendar_path("deadlines"), calendar_path("events")}
    assert again.stale
    assert not lists & again.stale.keys()


@pytest.mark.parametrize(
    ("path", "lists"),
    [
        ("postings/one.md", {"index.html", "jobs/index.html", calendar_path("deadlines")}),
        ("news/bridge.md", {"index.html", "news/index.html"}),
        ("events/walk.md", {"index.html", "events/index.html", calendar_path("events")}),
    ],
)
def test_lists_and_calendars_are_made_anew_once_a_card_reads_differently(
    path: str, lists: set[str], tmp_path: Path
) -> None:
    build(tmp_path, FILES)
    assert lists <= build(tmp_path, edited(path, title="Another title")).stale.keys()


def test_a_field_that_is_put_on_cards_is_known_to_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = selection.job_card

    def with_reference(site: Any, posting: Any) -> Any:
        return structs.replace(real(site, posting), place=posting.content.reference or "")

    monkeypatch.setattr(selection, "job_card", with_reference)
    build(tmp_path, edited("postings/one.md", reference="A-1"))
    build(tmp_path, edited("postings/one.md", reference="A-2"))
    build(tmp_path / "clean", edited("postings/one.md", reference="A-2"))
    assert read_tree(tmp_path / "output") == read_tree(tmp_path / "clean/output")


def test_the_card_of_an_item_that_is_as_it_was_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    real = selection.job_card
    monkeypatch.setattr(
        selection, "job_card", lambda site, posting: made.append((site.lang, posting.id)) or real(site, posting)
    )
    build(tmp_path, FILES)
    made.clear()
    build(tmp_path, edited("postings/one.md", body="Another text.\n"))
    assert {id_ for _, id_ in made} == {"one"}
