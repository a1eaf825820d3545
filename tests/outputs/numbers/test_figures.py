"""What is counted, by lives that are random and by cases that are not."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jobboard.outputs.numbers.figures import figures_of
from jobboard.pipeline import check as checking
from tests.helpers import NOW, at, make_board, make_posting, write_site
from tests.outputs.numbers.claims import Row
from tests.outputs.random_lives import ZONE, Posting
from tests.outputs.test_random_lives import HUB, START, act


def counted(folder: Path, now: datetime = NOW, **postings: str) -> dict[Row, int]:
    board = make_board(folder, {f"postings/{name}.md": text for name, text in postings.items()}, now)
    rows = figures_of((each for each in board.postings if each.is_visible), board.site.zone).rows
    return {(each.what, each.group, each.month): each.number for each in rows}


def of(figures: dict[Row, int], *whats: str) -> dict[Row, int]:
    return {row: number for row, number in figures.items() if row[0] in whats}


@pytest.mark.parametrize("seed", range(3))
def test_whatever_an_editor_does_each_posting_is_counted_as_it_stands(seed: int, tmp_path: Path) -> None:
    chance, now, things, seen = random.Random(seed), START, [], Counter[str]()
    content = write_site(tmp_path / "content", {})
    for _ in range(40):
        for thing in things:
            (content / thing.path).unlink(missing_ok=True)
        act(things, now, chance)
        write_site(content, {thing.path: thing.text() for thing in things})
        board = checking.check(content, HUB, now).board
        assert board is not None
        rows = figures_of((each for each in board.postings if each.is_visible), HUB.zone).rows
        true = Counter(row for each in things if isinstance(each, Posting) for row in account_of(each, now))
        assert {(each.what, each.group, each.month): each.number for each in rows} == true
        seen.update(f"{what} {group}" for what, group, _ in true if what in ("ended", "before"))
        now = (now + timedelta(days=chance.choice([0, 1, 4, 12, 30]), minutes=chance.randrange(1, 600))).astimezone(
            ZONE
        )
    assert len(seen) > 3


def account_of(posting: Posting, now: datetime) -> Iterator[Row]:
    """What a posting counts as, by its own account of itself."""
    opened = f"{posting.opened:%Y-%m}"
    yield from ((what, group, opened) for what, group in (("opened", ""), ("kind", "job"), ("pay", "not-told")))
    yield from (("organisation", "example-network", opened), ("language", "none", opened))
    yield "days", "none" if posting.is_rolling else str((posting.deadline - posting.opened.date()).days), opened
    if not posting.is_open(now):
        early = posting.closed if posting.closed and posting.closed[0] < posting.ends else None
        end, why = early or (posting.ends, "deadline")
        closed = f"{(end - timedelta(minutes=1)).astimezone(ZONE):%Y-%m}"
        yield from (("closed", "", closed), ("ended", why, closed))
        told = {each.what for each in posting.told}
        yield from (("before", each, closed) for each in ("extended", "reopened") if each in told)


def test_a_translation_is_not_counted_and_neither_is_what_nobody_may_see(tmp_path: Path) -> None:
    figures = counted(
        tmp_path,
        analyst=make_posting(),
        analyste=make_posting(lang="fr", translation_of="analyst", deadline=None, apply=None),
        sketch=make_posting(status="draft"),
        later=make_posting(published="2026-03-20"),
    )
    assert of(figures, "opened", "closed") == {("opened", "", "2026-03"): 1}


def test_a_translation_is_counted_while_nobody_may_see_its_original(tmp_path: Path) -> None:
    figures = counted(
        tmp_path,
        analyst=make_posting(published="2026-03-20"),
        analyste=make_posting(lang="fr", translation_of="analyst", deadline=None, apply=None),
    )
    assert of(figures, "opened") == {("opened", "", "2026-03"): 1}


@pytest.mark.parametrize(
    ("published", "zone", "month"),
    [
        ('"2026-03-31 23:30"', "Europe/Brussels", "2026-03"),
        ('"2026-03-31 20:30"', "America/New_York", "2026-04"),
        ('"2026-04-01 00:30"', "Asia/Tokyo", "2026-03"),
    ],
)
def test_months_are_those_of_the_site(published: str, zone: str, month: str, tmp_path: Path) -> None:
    posting = make_posting(published=published, timezone=zone, deadline="2026-05-31")
    assert of(counted(tmp_path, at("2026-04-02 12:00"), x=posting), "opened") == {("opened", "", month): 1}


def test_a_posting_closes_in_the_month_of_its_last_open_day(tmp_path: Path) -> None:
    before, after = (
        counted(tmp_path / text[:1], at(text), x=make_posting()) for text in ("2026-03-31 23:59", "2026-04-01")
    )
    assert of(before, "closed") == {}
    assert of(after, "closed", "ended") == {("closed", "", "2026-03"): 1, ("ended", "deadline", "2026-03"): 1}


def test_what_a_posting_asks_and_tells_is_counted_once_for_each(tmp_path: Path) -> None:
    posting = make_posting(
        languages="{en: fluent, fr: B2, de: asset}",
        topics="[culture, mobility]",
        salary="{min: 3000, max: 3500, currency: EUR, per: month}",
    )
    words_alone = make_posting(salary="{note: By the scale of the city.}", deadline="rolling", review_by="2026-06-30")
    figures = counted(tmp_path, x=posting, y=words_alone)
    assert of(figures, "language", "topic", "pay", "days") == {
        ("language", "en", "2026-03"): 1,
        ("language", "fr", "2026-03"): 1,
        ("language", "none", "2026-03"): 1,
        ("topic", "culture", "2026-03"): 1,
        ("topic", "mobility", "2026-03"): 1,
        ("pay", "told", "2026-03"): 1,
        ("pay", "not-told", "2026-03"): 1,
        ("days", "29", "2026-03"): 1,
        ("days", "none", "2026-03"): 1,
    }


def test_an_archived_posting_counts_as_it_did(tmp_path: Path) -> None:
    posting = make_posting(closed="{on: 2026-03-10, because: filled}", salary="{amount: 9, currency: EUR, per: hour}")
    closed, archived = (counted(tmp_path / now, at(now), x=posting) for now in ("2026-03-16", "2028-03-16"))
    assert closed == archived
    assert of(closed, "ended") == {("ended", "filled", "2026-03"): 1}
