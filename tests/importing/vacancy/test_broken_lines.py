"""Lines that were broken for want of room: text and addresses are whole again, facts stay apart."""

from __future__ import annotations

import textwrap

import pytest

from jobboard.importing.vacancy.papers.broken import put_together
from jobboard.importing.vacancy.papers.pdf_lines import Printed, html_of_lines
from jobboard.importing.vacancy.papers.plain import html_of_text

CUT = {
    ("at https://a.example/jobs/com-", "27. Ask us"): "at https://a.example/jobs/com-27. Ask us",
    ("at https://a.example/apply?id=", "27"): "at https://a.example/apply?id=27",
    ("at https://a.example/jobs/", "vacancy-27"): "at https://a.example/jobs/vacancy-27",
    ("at https://a.example/jobs/", "for more"): "at https://a.example/jobs/ for more",
    ("at https://a.example/jobs", "27 people"): "at https://a.example/jobs 27 people",
    ("to jobs@", "a.example"): "to jobs@a.example",
    ("to jobs@northern-", "towns.example"): "to jobs@northern-towns.example",
    ("a well-", "known town"): "a well- known town",
}


@pytest.mark.parametrize(("above", "below"), CUT)
def test_an_address_goes_on_in_the_next_line_and_a_word_does_not(above: str, below: str) -> None:
    assert put_together(above, below) == CUT[above, below]


def test_an_address_broken_in_a_pdf_is_whole() -> None:
    texts = ("Apply at https://a.example/jobs/com-", "27. Ask us.")
    lines = [
        Printed(text=text, left=50, top=at * 12, bottom=at * 12 + 10, right=400, size=10, is_bold=False, page=0)
        for at, text in enumerate(texts)
    ]
    assert html_of_lines(lines) == "<p>Apply at https://a.example/jobs/com-27. Ask us.</p>"


TEXT = "Send your CV to somebody.with.a.name@a-very-long-domain.example (no pictures) by Friday, 5 March 2027. " * 3


@pytest.mark.parametrize("width", [66, 72, 78, 90])
def test_a_paragraph_is_whole_at_every_width(width: int) -> None:
    broken = textwrap.fill(TEXT.strip(), width, break_on_hyphens=False)
    assert html_of_text(broken) == f"<p>{TEXT.strip()}</p>"


def test_an_entry_that_goes_on_is_whole() -> None:
    text = "* keep the books of four projects, and those of the office\nin Brussels\n* pay"
    assert html_of_text(text).count("<li>") == 2


def test_facts_below_each_other_stay_apart() -> None:
    facts = ["Place: Brussels", "Salary: to be settled, within 58-65 k€ gross a year, plus vouchers", "Closing: Friday"]
    assert html_of_text("\n".join(facts)) == "\n".join(f"<p>{fact}</p>" for fact in facts)


def test_a_line_that_is_underlined_is_a_heading() -> None:
    assert html_of_text("Experts\n=======\n\nWe seek.") == "<h2>Experts</h2>\n<p>We seek.</p>"
