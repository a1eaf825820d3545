"""What closing, opening again, extending and renaming make of a file, however its fields are written."""

from __future__ import annotations

import pytest

from jobboard.editing.closing import closing, reopening
from jobboard.editing.extending import extending
from jobboard.editing.item import ContentFile, with_changes
from jobboard.editing.renaming import renaming
from jobboard.editing.sheet import Data, data_of, read_fields
from tests.helpers import NOW, at, make_event, make_news, make_organisation, make_posting

LATEST = "{deadline: 2026-03-31, changed: 2026-03-16}"
BRUSSELS = NOW.tzinfo
assert BRUSSELS is not None


def posting(**changes: str) -> ContentFile:
    return ContentFile("postings/analyst.md", make_posting(**changes).encode())


def lines_of(item: ContentFile, changes: list[object]) -> list[str]:
    """The lines that come, of a file to which something is done."""
    after = with_changes(item, changes).after  # type: ignore[arg-type]
    assert after is not None
    before = item.data.decode().splitlines()
    return [each for each in after.decode().splitlines() if each not in before]


def said(data: bytes | None) -> Data:
    return data_of(read_fields(data or b""))


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({}, ["updated: 2026-03-16", f"deadline_was: {LATEST}"]),
        (
            {"deadline_was": "2026-02-28", "updated": "2026-02-20"},
            [
                f"deadline_was: [{{deadline: 2026-02-28, changed: 2026-02-20}}, {LATEST}]",
                "updated: 2026-03-16",
            ],
        ),
        (
            {"deadline_was": "2026-02-28"},
            ["updated: 2026-03-16", f"deadline_was: [2026-02-28, {LATEST}]"],
        ),
        (
            {"deadline_was": "[ 2026-01-31 ]  # once"},
            [
                "updated: 2026-03-16",
                f"deadline_was: [ 2026-01-31, {LATEST} ]  # once",
            ],
        ),
        (
            {"deadline_was": "\n- {deadline: 2026-01-31, changed: 2026-01-20}\n- deadline: 2026-02-28"},
            ["updated: 2026-03-16", f"- {LATEST}"],
        ),
        (
            {"deadline_was": "\n  deadline: 2026-02-28\n  changed: 2026-02-20"},
            [
                "updated: 2026-03-16",
                f"deadline_was: [{{deadline: 2026-02-28, changed: 2026-02-20}}, {LATEST}]",
            ],
        ),
        ({"updated": "2026-03-20"}, [f"deadline_was: {LATEST}"]),
    ],
    ids=["none", "a day", "a day nobody dated", "a list in brackets", "a list", "fields of its own", "updated to come"],
)
def test_an_earlier_deadline_is_kept_beside_those_before_it(fields: dict[str, str], lines: list[str]) -> None:
    item = posting(**fields)
    come = lines_of(item, [*extending(item, "2026-04-15", NOW, BRUSSELS)])
    assert sorted(come) == sorted(["deadline: 2026-04-15", *lines])


def test_a_deadline_anywhere_on_earth_has_passed_when_it_has_there() -> None:
    item = posting(timezone="AoE")
    on_the_next_day = at("2026-04-01 13:00")
    changes = extending(item, "2026-04-15", on_the_next_day, BRUSSELS)
    assert "deadline_was: {deadline: 2026-03-31, changed: 2026-04-01}" in lines_of(item, [*changes])


def test_opened_twice_is_a_list_and_a_day_that_comes_twice_has_its_minute() -> None:
    told: dict[str, Data] = {"because": "filled"}
    item = posting()
    for hour in (10, 12):
        closed = with_changes(item, closing(item, told, at(f"2026-03-16 {hour}:00"), BRUSSELS))
        item = ContentFile(item.path, closed.after or b"")
        opened = with_changes(item, reopening(item, "", at(f"2026-03-16 {hour + 1}:00"), BRUSSELS))
        item = ContentFile(item.path, opened.after or b"")
    assert item.fields["reopened"] == [
        {"on": "2026-03-16 11:00", "was": {"on": "2026-03-16", "because": "filled"}},
        {"on": "2026-03-16 13:00", "was": {"on": "2026-03-16 12:00", "because": "filled"}},
    ]


def test_a_renamed_organisation_is_named_anew_wherever_something_may_name_it() -> None:
    files = {
        "organisations/part.md": make_organisation(part_of="league"),
        "postings/analyst.md": make_posting(
            organisation="[league, other]", contacts="\n  - {name: A, email: a@example.org, organisation: league}"
        ),
        "news/bridge.md": make_news(
            organisations="[other, league]", quotes="[{text: Yes, name: A, organisation: league}]", title="league"
        ),
        "events/budgets.md": make_event(organisations="[ 'league' ]  # league", topics="[league]"),
    }
    others = [ContentFile(path, text.encode()) for path, text in files.items()]
    league = ContentFile("organisations/league.md", make_organisation().encode())
    edits = {each.path: each.after for each in renaming(league, "union", others)}
    assert edits["organisations/league.md"] is None
    assert said(edits["organisations/union.md"])["formerly"] == ["league"]  # type: ignore[index, call-overload]
    for path, text in files.items():
        told = (edits[path] or b"").decode()
        kept = sum(text.count(each) for each in ("title: league", "# league", "topics: [league]"))
        assert told.count("league") == kept
        assert told.count("union") == text.count("league") - kept


def test_a_topic_and_an_item_of_another_kind_may_have_the_name_of_what_is_renamed() -> None:
    others = [ContentFile("news/bridge.md", make_news("See [it](events/one.md).\n", related="[one]").encode())]
    event = ContentFile("events/one.md", make_event().encode())
    edits = {each.path: each.after for each in renaming(event, "two", others)}
    told = (edits["news/bridge.md"] or b"").decode()
    assert "related: [one]" in told
    assert "(events/two.md)" in told
