"""Changes of a deadline: in which order, and which way each went."""

from __future__ import annotations

from jobboard.board.deadline_changes import deadline_changes
from jobboard.model.moments.moment import Moment, parse_moment
from jobboard.model.parts.closing import EarlierDeadline, Rolling
from jobboard.model.posting import Posting


def changes(
    deadline: str, *earlier: tuple[str, str], zone: str = "Europe/Brussels", updated: str = ""
) -> list[tuple[str, str, str, bool]]:
    """(from, to, on, is it an extension) of each change, as text."""
    made = Posting(
        id="x",
        path="p",
        title="X",
        organisation=("o",),
        published=parse_moment("2026-03-01"),
        deadline=Rolling.ROLLING if deadline == "rolling" else parse_moment(deadline),
        updated=parse_moment(updated) if updated else None,
        deadline_was=tuple(
            EarlierDeadline(deadline=parse_moment(was), changed=parse_moment(on) if on else None) for was, on in earlier
        ),
    )
    return [
        (str(each.was), text(each.became), text(each.on), each.is_extension) for each in deadline_changes(made, zone)
    ]


def text(moment: Moment | None) -> str:
    return "" if moment is None else str(moment)


def test_a_later_deadline_is_an_extension_and_an_earlier_one_brought_forward() -> None:
    assert changes("2026-04-30", ("2026-03-31", "2026-03-20")) == [("2026-03-31", "2026-04-30", "2026-03-20", True)]
    assert changes("2026-03-15", ("2026-03-31", "2026-03-10")) == [("2026-03-31", "2026-03-15", "2026-03-10", False)]


def test_instants_decide_where_the_day_stays_the_same() -> None:
    assert [each[-1] for each in changes("2026-03-31", ("2026-03-31 17:00", ""))] == [True]
    assert [each[-1] for each in changes("2026-03-31 12:00", ("2026-03-31", ""))] == [False]


def test_instants_are_those_of_the_zone() -> None:
    offset = ("2026-03-31T17:00-05:00", "")
    assert [each[-1] for each in changes("2026-03-31", offset, zone="Europe/Brussels")] == [False]
    assert [each[-1] for each in changes("2026-03-31", offset, zone="AoE")] == [True]


def test_a_change_that_changes_no_instant_is_none() -> None:
    assert changes("2026-03-31", ("2026-03-31 23:59", "")) == []


def test_several_changes_follow_one_another() -> None:
    expected = [
        ("2026-03-31", "2026-04-15", "2026-03-20", True),
        ("2026-04-15", "2026-04-10", "2026-04-01", False),
    ]
    first, second = ("2026-03-31", "2026-03-20"), ("2026-04-15", "2026-04-01")
    assert changes("2026-04-10", first, second) == expected
    assert changes("2026-04-10", second, first) == expected


def test_without_all_their_days_changes_are_in_the_order_written() -> None:
    made = changes("2026-04-10", ("2026-03-31", ""), ("2026-04-15", "2026-04-01"), updated="2026-04-01")
    assert [each[:3] for each in made] == [
        ("2026-03-31", "2026-04-15", ""),
        ("2026-04-15", "2026-04-10", "2026-04-01"),
    ]


def test_one_change_alone_was_made_when_the_posting_was_updated() -> None:
    assert changes("2026-04-30", ("2026-03-31", ""), updated="2026-03-20")[0][2] == "2026-03-20"


def test_a_posting_made_rolling_was_extended() -> None:
    assert changes("rolling", ("2026-03-31", "")) == [("2026-03-31", "", "", True)]
