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
from jobboard.model.fields.references import OWN_FOLDER
from jobboard.model.library import RECORDS
from jobboard.outputs.events.calendar import entry_of
from jobboard.outputs.events.card import event_card
from jobboard.outputs.news.card import news_card
from jobboard.outputs.page import made
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


def job_card_with_reference(site: Any, posting: Any) -> Any:
    card = job_card(site, posting)
    return structs.replace(card, title=f"{card.title} {posting.content.reference}")


def news_card_with_distributor(site: Any, item: Any) -> Any:
    card = news_card(site, item)
    return structs.replace(card, title=f"{card.title} {item.content.distributed_by}")


def event_card_with_languages(site: Any, event: Any) -> Any:
    card = event_card(site, event)
    return structs.replace(card, title=f"{card.title} {event.content.languages}")


def event_entry_with_recording(site: Any, held: Any) -> Any:
    entry = entry_of(site, held)
    return structs.replace(entry, summary=f"{entry.summary} {held.event.content.recording}")


def deadline_with_reference(site: Any, dated: Any) -> Any:
    entry = deadline_of(site, dated)
    return structs.replace(entry, summary=f"{entry.summary} {dated.posting.content.reference}")


@pytest.mark.parametrize(
    ("maker", "with_more", "name"),
    [
        pytest.param(job_card, job_card_with_reference, "postings.reference", id="job card"),
        pytest.param(news_card, news_card_with_distributor, "news.distributed_by", id="card of a news item"),
        pytest.param(event_card, event_card_with_languages, "events.languages", id="event card"),
        pytest.param(entry_of, event_entry_with_recording, "events.recording.captions", id="event"),
        pytest.param(deadline_of, deadline_with_reference, "postings.reference", id="deadline"),
    ],
)
def test_a_field_more_on_a_card_is_known_to_its_lists(
    maker: Maker, with_more: Maker, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Put there as CONTRIBUTING says, and nothing else: lists once named by hand what cards show, and went stale."""
    put_in_place_of(maker, with_more, monkeypatch)
    check_field(Board(tmp_path), named(name))


def test_cards_that_are_known_by_their_item_alone_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key_of = made._key_of
    monkeypatch.setattr(made, "_key_of", lambda item: item.id if hasattr(item, "id") else key_of(item))
    with pytest.raises(StaleError, match=r"jobs/index\.html"):
        check_field(Board(tmp_path), named("postings.title"))


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
