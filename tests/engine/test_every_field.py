"""The guard: whatever shows a field is made anew when that field changes, for every field that is declared anywhere.

Postings and events have files of their own, so that several processes can share the work.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from tests.engine.every_field import Board, StaleError, check_field
from tests.fields import Field, every_field
from tests.given import given

from jobboard.engine.output import Output
from jobboard.model.library import RECORDS
from jobboard.model.references import OWN_FOLDER
from jobboard.outputs.events.calendar import entry_of
from jobboard.outputs.events.card import event_card
from jobboard.outputs.news.card import news_card
from jobboard.outputs.postings.calendar import deadline_of
from jobboard.outputs.postings.card import job_card

OTHERS = [folder for folder in RECORDS if folder not in ("postings", "events")]


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    return Board(tmp_path_factory.mktemp("board"))


@pytest.mark.parametrize("field", every_field(*OTHERS), ids=str)
def test_a_field_is_known_wherever_it_is_shown(field: Field, board: Board) -> None:
    check_field(board, field)


def test_every_field_is_changed_but_for_those_that_can_say_one_thing_only() -> None:
    unchanged = [each for each in every_field() if given(each).changed is None]
    assert [str(each) for each in unchanged if not has_one_value(each)] == []


def has_one_value(field: Field) -> bool:
    """True for a record, of which the fields are changed; for the one word there is; and for the one item named."""
    type_ = field.declaration.type
    return type_.record is not None or len(type_.schema.get("enum", ())) == 1 or type_.refers_to == OWN_FOLDER


Maker = Callable[..., Any]


def job_card_with_salary(facts: Any, site: Any) -> Any:
    card = job_card(facts, site)
    return structs.replace(card, title=f"{card.title} {facts.posting.content.salary}")


def news_card_with_distributor(facts: Any, site: Any) -> Any:
    card = news_card(facts, site)
    return structs.replace(card, title=f"{card.title} {facts.item.content.distributed_by}")


def event_card_with_languages(facts: Any, site: Any) -> Any:
    card = event_card(facts, site)
    return structs.replace(card, title=f"{card.title} {facts.event.content.languages}")


def event_entry_with_recording(site: Any, held: Any) -> Any:
    entry = entry_of(site, held)
    return structs.replace(entry, summary=f"{entry.summary} {held.event.content.recording}")


def deadline_with_reference(site: Any, dated: Any) -> Any:
    entry = deadline_of(site, dated)
    return structs.replace(entry, summary=f"{entry.summary} {dated.posting.content.reference}")


@pytest.mark.parametrize(
    ("maker", "seeded", "name", "stale"),
    [
        pytest.param(job_card, job_card_with_salary, "postings.salary.amount", "jobs/index.html", id="job card"),
        pytest.param(
            news_card, news_card_with_distributor, "news.distributed_by", "news/index.html", id="card of a news item"
        ),
        pytest.param(event_card, event_card_with_languages, "events.languages", "events/index.html", id="event card"),
        pytest.param(
            entry_of, event_entry_with_recording, "events.recording.captions", "calendars/events.ics", id="event"
        ),
        pytest.param(
            deadline_of, deadline_with_reference, "postings.reference", "calendars/deadlines.ics", id="deadline"
        ),
    ],
)
def test_what_shows_a_field_that_nobody_told_of_is_found(
    maker: Maker, seeded: Maker, name: str, stale: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One field more on a card, made as CONTRIBUTING says, and lists that do not know of it."""
    put_in_place_of(maker, seeded, monkeypatch)
    with pytest.raises(StaleError) as found:
        check_field(Board(tmp_path), named(name))
    assert stale in str(found.value)


def test_an_output_that_does_not_know_what_it_is_made_of_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Output, "key", property(lambda output: f"{output.path} {output.format.version}"))
    with pytest.raises(StaleError, match=r"jobs/index\.html"):
        check_field(Board(tmp_path), named("postings.title"))


def put_in_place_of(maker: Maker, other: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every module that asks `maker` ask the other."""
    asking = [
        (module, name)
        for path, module in sys.modules.items()
        if path.startswith("jobboard.")
        for name, each in vars(module).items()
        if each is maker
    ]
    assert asking
    for module, name in asking:
        monkeypatch.setattr(module, name, other)


def named(name: str) -> Field:
    return next(each for each in every_field() if str(each) == name)
