"""The dates of a procedure, as a posting's page tells them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import at, build_site, make_posting, write_site
from tests.outputs.reading import document, find, text_of

PAGE = "jobs/x/index.html"


def steps(tmp_path: Path, dates: str, now: str = "2026-03-16 12:00") -> list[tuple[str, str]]:
    """What is said of each, and the instant from which it is past."""
    site = build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting(dates=dates)}), at(now))
    (shown,) = find(document(site, PAGE), "ol", class_="steps")
    return [(text_of(each), each.get("data-over", "")) for each in find(shown, "li")]


@pytest.mark.parametrize(
    ("when", "said", "over"),
    [
        ("2026-04-10", "10 April 2026", "2026-04-09T22:00:00Z"),
        ('"2026-04-10 14:30"', "10 April 2026", "2026-04-10T12:31:00Z"),
        ("second half of April 2026", "second half of April 2026", ""),
        ("2026-02-30", "2026-02-30", ""),
    ],
)
def test_a_day_is_told_in_words_and_words_stay(tmp_path: Path, when: str, said: str, over: str) -> None:
    ((text, instant),) = steps(tmp_path, f"[{{what: Interviews, when: {when}}}]")
    assert text.startswith(f"Interviews: {said}")
    assert bool(instant) == bool(over)


def test_a_day_is_over_with_its_last_minute(tmp_path: Path) -> None:
    assert steps(tmp_path, "[{what: Test, when: 2026-04-10}]")[0][1] == "2026-04-10T22:00:00Z"


def test_they_stand_in_the_order_of_their_author_and_not_among_the_facts(tmp_path: Path) -> None:
    dates = "[{what: Start, when: 2026-05-01}, {what: Interviews, when: 2026-04-10}]"
    assert [each.split(":")[0] for each, _ in steps(tmp_path, dates)] == ["Start", "Interviews"]
    site = build_site(tmp_path / "content", at("2026-03-16 12:00"))
    assert "Other dates" not in text_of(document(site, PAGE))


def test_a_closed_posting_keeps_its_dates_without_whom_to_ask(tmp_path: Path) -> None:
    dates = '[{what: "Interviews, ask ada@example.org", when: 2026-04-10}]'
    ((text, _),) = steps(tmp_path, dates, now="2026-04-02 12:00")
    assert text == "Interviews, ask [contact details removed]: 10 April 2026"
