"""Pay that cannot be: slips are found, and nothing that somebody is paid somewhere is taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.test_sites_advised import advice_on_one

SLIPS = [
    ("{amount: 450, currency: EUR, per: month}", "450 EUR a month", "correct the figure, or 'per'"),
    ("{amount: 45000, currency: EUR, per: month}", "45,000 EUR a month", "if it is for a year, write per: year"),
    ("{min: 42000, max: 48000, currency: EUR, per: month}", "42,000 EUR a month", "if it is for a year"),
    ("{min: 3400, max: 4100, currency: EUR, per: year}", "3,400 EUR a year", "if it is for a month, write per: month"),
    ("{min: 340, max: 4100, currency: EUR, per: month}", "340 EUR a month", "correct the figure"),
    ("{min: 3400, max: 41000, currency: EUR, per: month}", "41,000 EUR a month", "if it is for a year"),
    ("{amount: 3400, currency: EUR, per: hour}", "3,400 EUR an hour", "if it is for a month"),
    ("{amount: 36000, currency: GBP, per: month}", "36,000 GBP a month", "if it is for a year"),
    ("{amount: 2900, currency: GBP, per: year}", "2,900 GBP a year", "if it is for a month"),
    ("{amount: 62000, currency: USD, per: month}", "62,000 USD a month", "if it is for a year"),
    ("{amount: 90000, currency: CHF, per: month}", "90,000 CHF a month", "if it is for a year"),
    ("{amount: 800, currency: CHF, per: month}", "800 CHF a month", "correct the figure"),
    ("{amount: 4.5, currency: EUR, per: month}", "4.5 EUR a month", "correct the figure"),
    ("{amount: 4500000, currency: EUR, per: year}", "4,500,000 EUR a year", "correct the figure"),
    ("{amount: 45, currency: EUR, per: year}", "45 EUR a year", "correct the figure"),
    ("{amount: 38000, currency: EUR, per: week}", "38,000 EUR a week", "correct the figure"),
    ("{amount: 42000, currency: EUR, per: day}", "42,000 EUR a day", "correct the figure"),
    ("{amount: 1.5, currency: EUR, per: hour}", "1.5 EUR an hour", "correct the figure"),
    ("{amount: 30, currency: EUR, per: week}", "30 EUR a week", "correct the figure"),
    ("{amount: 12, currency: EUR, per: day}", "12 EUR a day", "correct the figure"),
]

PLAUSIBLE = [
    *("min: 3400, max: 4100, currency: EUR, per: month", "min: 42000, max: 48000, currency: EUR, per: year"),
    *("amount: 620, currency: EUR, per: month", "amount: 1080, currency: EUR, per: month"),
    *("amount: 1823, currency: EUR, per: month", "amount: 2112.34, currency: EUR, per: month"),
    *("amount: 7600, currency: EUR, per: year", "amount: 13000, currency: EUR, per: year"),
    *("amount: 16576, currency: EUR, per: year", "amount: 21876, currency: EUR, per: year"),
    *("amount: 5800, currency: EUR, per: month", "min: 6500, max: 9800, currency: EUR, per: month"),
    *("amount: 18500, currency: EUR, per: month", "amount: 220000, currency: EUR, per: year"),
    *("min: 28000, max: 31000, currency: EUR, per: year", "min: 31200, max: 39600, currency: EUR, per: year"),
    *("amount: 11.88, currency: EUR, per: hour", "amount: 4.2, currency: EUR, per: hour"),
    *("amount: 95, currency: EUR, per: hour", "amount: 350, currency: EUR, per: hour"),
    *("amount: 60, currency: EUR, per: day", "amount: 450, currency: EUR, per: day"),
    *("amount: 1000, currency: EUR, per: day", "amount: 2500, currency: EUR, per: day"),
    *("amount: 450, currency: EUR, per: week", "amount: 1500, currency: EUR, per: week"),
    *("amount: 450, currency: EUR, per: assignment", "amount: 45000, currency: EUR, per: assignment"),
    *("min: 36000, max: 41000, currency: GBP, per: year", "amount: 23500, currency: GBP, per: year"),
    *("amount: 2150, currency: GBP, per: month", "amount: 12.21, currency: GBP, per: hour"),
    *("min: 62000, max: 78000, currency: USD, per: year", "amount: 7.25, currency: USD, per: hour"),
    *("amount: 1300, currency: USD, per: month", "amount: 15500, currency: USD, per: month"),
    *("min: 90000, max: 118000, currency: CHF, per: year", "amount: 7600, currency: CHF, per: month"),
    *("amount: 4200, currency: CHF, per: month", "amount: 52000, currency: CHF, per: year"),
    *("amount: 24, currency: CHF, per: hour", "amount: 320000, currency: CHF, per: year"),
    *("amount: 45000, currency: CZK, per: month", "amount: 450, currency: JPY, per: month"),
    *("amount: 134160, currency: PLN, per: year", "amount: 9800, currency: PLN, per: month"),
    *("amount: 420000, currency: HUF, per: month", "amount: 33000, currency: DKK, per: month"),
    *("amount: 45000, currency: SEK, per: month", "amount: 52000, currency: NOK, per: month"),
    *("amount: 5200, currency: RON, per: month", "amount: 650000, currency: ISK, per: month"),
]


@pytest.mark.parametrize(("pay", "said", "hint"), SLIPS)
def test_a_slip_is_named_with_what_was_meant(pay: str, said: str, hint: str, tmp_path: Path) -> None:
    advice = advice_on_one(tmp_path, salary=pay)
    assert f"{said} is hardly what is paid; {hint}" in advice
    assert advice.count("\n") == 1


@pytest.mark.parametrize("pay", PLAUSIBLE)
def test_what_is_paid_somewhere_is_passed_over(pay: str, tmp_path: Path) -> None:
    assert advice_on_one(tmp_path, salary=f"{{{pay}}}") == ""


LITTLE = "{amount: 450, currency: EUR, per: month}"


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "traineeship"},
        {"kind": "volunteering"},
        {"kind": "secondment"},
        {"kind": "call-for-experts"},
        {"employment": "[part-time]"},
        {"employment": "[full-time, part-time]"},
        {"employment": "[intern]"},
        {"hours": "10 a week"},
        {"place": "{city: Pristina, country: XK}"},
        {"place": "[{city: Ghent, country: BE}, {city: Tirana, country: AL}]"},
        {"place": None, "workplace": "remote", "applicants_from": "[BE, UA]"},
    ],
    ids=str,
)
def test_little_is_only_asked_about_where_nobody_works_full_time_for_that(
    fields: dict[str, str | None], tmp_path: Path
) -> None:
    assert "hardly what is paid" not in advice_on_one(tmp_path, salary=LITTLE, **fields)


@pytest.mark.parametrize(
    "fields", [{"employment": "[full-time]"}, {"place": None, "workplace": "remote", "applicants_from": "[BE, FR]"}]
)
def test_little_is_asked_about_where_it_is_said_to_be_full_time(fields: dict[str, str | None], tmp_path: Path) -> None:
    assert "450 EUR a month is hardly what is paid" in advice_on_one(tmp_path, salary=LITTLE, **fields)


def test_too_much_is_too_much_for_anybody(tmp_path: Path) -> None:
    pay = "{amount: 45000, currency: EUR, per: month}"
    assert "45,000 EUR a month" in advice_on_one(tmp_path, salary=pay, kind="traineeship", employment="[part-time]")
