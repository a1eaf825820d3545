"""Days, pay and people found in a body."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.source.language import mentions
from jobboard.source.language.mentions import MAX_MENTIONS, About, Mention, dates_in, mentions_of


def said(text: str) -> list[tuple[str, str]]:
    return [(each.about.value, each.value or each.words) for each in mentions_of(text, 1)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29 February 2024", "2024-02-29"),
        ("29 of February 2024", "2024-02-29"),
        ("29th February, 2024", "2024-02-29"),
        ("February 29, 2024", "2024-02-29"),
        ("Feb. 29th 2024", "2024-02-29"),
        ("2024-02-29", "2024-02-29"),
        ("29 février 2024", "2024-02-29"),
        ("1er fevrier 2024", "2024-02-01"),
        ("29 de febrero de 2024", "2024-02-29"),
        ("29 de febrero del 2024", "2024-02-29"),
        ("29\u00a0FEBRUARY\u00a02024", "2024-02-29"),
        ("31 March", "03-31"),
    ],
)
def test_a_day_is_found_in_every_usual_form(text: str, day: str) -> None:
    assert dates_in(f"Send it before {text}, please.") == [day]


@pytest.mark.parametrize(
    "text", ["31 February 2024", "2024-13-01", "you may 45", "May 2024", "3.31 March", "12:30 mar"]
)
def test_what_is_no_day_is_passed_over(text: str) -> None:
    assert dates_in(text) == []


def test_a_mention_names_the_line_of_its_own_words() -> None:
    text = "We are many.\n\n- One\n- Apply by\n  **Friday 9 April 2026**, at midnight.\n"
    assert mentions_of(text, 9) == (
        Mention(About.WEEKDAY, 13, "Friday 9 April 2026", "Thursday"),
        Mention(About.LAST_DAY, 13, "9 April 2026", "2026-04-09"),
        Mention(About.MIDNIGHT, 13, "midnight"),
    )


def test_a_heading_speaks_for_the_sentence_below_it_alone() -> None:
    assert said("## Deadline\n\n1 May 2026. Work starts 2 May 2026.") == [("last-day", "2026-05-01")]
    assert said("## Deadline\n\nSoon.\n\n1 May 2026") == []


@pytest.mark.parametrize(
    ("address", "is_person"),
    [
        ("ada.example", True),
        ("Ada_Example-Sample", True),
        ("human.resources", False),
        ("jobs", False),
        ("a1.b2", False),
    ],
)
def test_a_mailbox_of_two_names_is_a_person_and_its_address_is_not_kept(address: str, is_person: bool) -> None:
    found = mentions_of(f"Write to {address}@example.org.", 1)
    assert found == ((Mention(About.PERSON, 1, ""),) if is_person else ())


@given(st.text(alphabet="aA1 \n.@#-*:\u00a0") | st.text())
def test_any_text_at_all_has_mentions_on_its_own_lines(text: str) -> None:
    assert all(1 <= each.line <= text.count("\n") + 1 for each in mentions_of(text, 1))


PIECES = [
    *("Apply", "apply by", "until", "deadline", "midnight", "competitive", "salary", "Friday", "the", "of", "a.b@c"),
    *("May", "May.", "3", "3rd", "12", "1er", "2026", "2026-05-03", "03", "-", "1.", "2)", "#", ".", ". ", "A", ":"),
    *(" ", " ", " ", "  ", "\u00a0", "\n", "\n", "\n\n", "\t", ","),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_what_is_passed_over_quickly_has_nothing_in_it(text: str) -> None:
    quickly = mentions_of(text, 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mentions, "_may_mention", lambda text, _telling: bool(text.strip()))
        assert mentions_of(text, 1) == quickly


@pytest.mark.parametrize(
    "piece",
    ["by 1 may ", "by 1 may. A", "apply by 1 may\n\n", "a@", "a.b@c ", "1 ", "competitive ", "\n#", "midnight "],
)
def test_looking_through_the_longest_body_takes_no_second(piece: str) -> None:
    text = piece * (256 * 1024 // len(piece))
    started = time.process_time()
    assert len(mentions_of(text, 1)) <= MAX_MENTIONS
    assert time.process_time() - started < 1
