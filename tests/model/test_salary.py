"""Pay: a range, an amount or a note alone, and what is missing or contradicts itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jobboard.model.parts.employment import SALARY, Period, Salary
from jobboard.source.problem import Report
from jobboard.source.yaml.front_matter import parse_front_matter
from jobboard.source.yaml.syntax import as_value, in_quotes
from tests.helpers import lines_of

CURRENCY = "missing; an amount needs a currency: add currency: EUR"
PER = "missing; an amount is for a time, or for all of the work: add per: month"


def _parse(typed: str) -> tuple[Salary | None, list[str]]:
    report = Report("x.md")
    tree = parse_front_matter(f"salary: {typed}", 1, report)
    assert tree is not None
    return SALARY.parse(tree.entries[0].value, "salary", report), lines_of(report)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(
            "{min: 3400, max: 4100, currency: EUR, per: month}",
            Salary(min=Decimal(3400), max=Decimal(4100), currency="EUR", per=Period.MONTH),
            id="range",
        ),
        pytest.param(
            "{min: 3400, max: 3400, currency: EUR, per: month}",
            Salary(min=Decimal(3400), max=Decimal(3400), currency="EUR", per=Period.MONTH),
            id="range-of-one",
        ),
        pytest.param(
            "{min: 3400, currency: EUR, per: month}",
            Salary(min=Decimal(3400), currency="EUR", per=Period.MONTH),
            id="from",
        ),
        pytest.param(
            "{max: 4100, currency: EUR, per: month}",
            Salary(max=Decimal(4100), currency="EUR", per=Period.MONTH),
            id="up-to",
        ),
        pytest.param(
            '{amount: "17.50", currency: GBP, per: hour, note: plus tips}',
            Salary(amount=Decimal("17.50"), currency="GBP", per=Period.HOUR, note="plus tips"),
            id="amount-and-note",
        ),
        pytest.param("{note: scale B2 of the civil service}", Salary(note="scale B2 of the civil service"), id="note"),
    ],
)
def test_pay_is_a_range_an_amount_or_a_note(typed: str, expected: Salary) -> None:
    assert (expected, []) == _parse(typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(
            "{currency: EUR, per: month}",
            ["1: salary.amount: missing; give min and max, or an amount, or a note"],
            id="nothing",
        ),
        pytest.param("{amount: 3400, per: month}", [f"1: salary.currency: {CURRENCY}"], id="currency"),
        pytest.param("{amount: 3400, currency: EUR}", [f"1: salary.per: {PER}"], id="period"),
        pytest.param(
            "{min: 3400, max: 4100}",
            [f"1: salary.currency: {CURRENCY}", f"1: salary.per: {PER}"],
            id="both",
        ),
        pytest.param(
            "\n  min: 4100\n  max: 3400\n  currency: EUR\n  per: month",
            ["2: salary.min: 4100 is above max 3400; exchange the two"],
            id="order",
        ),
        pytest.param(
            "{min: 3400, amount: 3600, currency: EUR, per: month}",
            ["1: salary.amount: given together with a range; keep either min and max or amount"],
            id="amount-and-range",
        ),
        pytest.param(
            "{amount: 3400, currency: EUR, per: fortnight}",
            ["1: salary.per: expected one of year, month, week, day, hour, assignment, found 'fortnight'"],
            id="fortnight",
        ),
        pytest.param(
            "{amount: 3400, curency: EUR, per: month}",
            ["1: salary.curency: unknown field; did you mean 'currency'?"],
            id="misspelt-field",
        ),
    ],
)
def test_pay_that_does_not_add_up_is_refused(typed: str, expected: list[str]) -> None:
    assert (None, expected) == _parse(typed)


@pytest.mark.parametrize("amount", ["0", "0.00", "00"])
def test_nothing_is_no_amount_and_not_said_to_be_missing(amount: str) -> None:
    _, told = _parse(f"{{amount: {amount}, currency: EUR, per: month}}")
    unpaid = "for unpaid work give only a note: {note: unpaid}"
    assert told == [f"1: salary.amount: expected an amount like 48000, found '{amount}'; {unpaid}"]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        pytest.param("competitive", "give figures, or only a note: {note: competitive}", id="word"),
        pytest.param("scale B2", "give figures, or only a note: {note: scale B2}", id="words"),
        pytest.param("48000", "write {amount: 48000, currency: …, per: …}", id="figure"),
        pytest.param(
            '"EUR 48,000: gross"', "for example {min: 42000, max: 48000, currency: EUR, per: year}", id="both"
        ),
    ],
)
def test_pay_in_one_word_is_refused_with_a_way_to_write_it(typed: str, hint: str) -> None:
    found = typed.strip('"')
    assert (None, [f"1: salary: expected an amount or a range, found '{found}'; {hint}"]) == _parse(typed)


@pytest.mark.parametrize("field", ["min", "max", "amount"])
@pytest.mark.parametrize(
    "grade", ["GS-12", "TV-L E13", "EG 13 TVöD", "P-3", "AST 3", "Grade 7", "SMIC", "à négocier", "A: 3"]
)
def test_a_pay_grade_goes_into_the_note(field: str, grade: str) -> None:
    _, told = _parse(f"{{{field}: {in_quotes(grade)}, currency: EUR, per: month}}")
    note = f"figures only; words and pay grades go into the note: note: {as_value(grade)}"
    assert told == [f"1: salary.{field}: expected an amount like 48000, found '{grade}'; {note}"]


@pytest.mark.parametrize(
    "typed", ["42000-48000", "42000 \u2013 48000", "42.000 € - 48.000 €", "42k to 48k", "42000 à 48000"]
)
def test_a_range_in_one_field_is_taken_apart(typed: str) -> None:
    _, told = _parse(f"{{amount: {in_quotes(typed)}, currency: EUR, per: year}}")
    assert told[0].endswith("; a range has two ends: write min: 42000, max: 48000")


@pytest.mark.parametrize("typed", ["48000 EUR a year", "up to 48,000", "48.000 brutto"])
def test_a_figure_in_words_is_asked_for_in_digits(typed: str) -> None:
    _, told = _parse(f"{{amount: {in_quotes(typed)}, currency: EUR, per: year}}")
    assert told[0].endswith("; digits only, without separators or a currency: 48000 or 17.50")
