"""Words that people write where one of a few goes: each means one of them, and gets it proposed."""

from __future__ import annotations

from enum import StrEnum

import pytest

from jobboard.model.fields.field import FieldType, declarations
from jobboard.model.parts.closing import Because, Closed
from jobboard.model.parts.eligibility import Eligibility, Permit
from jobboard.model.parts.employment import EMPLOYMENT_TYPE, Contract, ContractType, Employment, Period, Salary
from jobboard.model.parts.languages import LANGUAGES_ASKED, LanguageLevel
from jobboard.model.parts.offer import PostingKind, Workplace
from jobboard.model.posting import Posting
from jobboard.model.texts import other_words
from jobboard.model.texts.other_words import OtherWords, plain_words
from jobboard.source.problem import Report
from jobboard.source.yaml.syntax import as_value
from jobboard.source.yaml.tree import Mapping, Pair, Scalar


def _type(record: type, field: str) -> FieldType[StrEnum]:
    return declarations(record)[field].type


FIELDS: dict[str, tuple[OtherWords, type[StrEnum], FieldType[StrEnum]]] = {
    "kind": (other_words.KIND_WORDS, PostingKind, _type(Posting, "kind")),
    "workplace": (other_words.WORKPLACE_WORDS, Workplace, _type(Posting, "workplace")),
    "employment": (other_words.EMPLOYMENT_WORDS, Employment, EMPLOYMENT_TYPE),
    "contract.type": (other_words.CONTRACT_WORDS, ContractType, _type(Contract, "type")),
    "salary.per": (other_words.PERIOD_WORDS, Period, _type(Salary, "per")),
    "eligibility.permit": (other_words.PERMIT_WORDS, Permit, _type(Eligibility, "permit")),
    "closed.because": (other_words.BECAUSE_WORDS, Because, _type(Closed, "because")),
}
WORDS = [
    pytest.param(field, word, other, id=f"{field}-{other}")
    for field, (table, *_) in FIELDS.items()
    for word, others in table.items()
    for other in others.split(", ")
]


def _said(type_: FieldType[StrEnum], text: str) -> str:
    report = Report("x.md")
    assert type_.parse(Scalar(text, 1), "field", report) is None
    return str(next(iter(report)).hint)


def _said_of_level(text: str) -> str:
    report = Report("x.md")
    assert (
        LANGUAGES_ASKED.parse(Mapping((Pair(key="en", line=1, value=Scalar(text, 1)),), 1), "languages", report) is None
    )
    return str(next(iter(report)).hint)


@pytest.mark.parametrize(("field", "word", "other"), WORDS)
def test_a_word_of_a_table_gets_the_one_it_means_proposed(field: str, word: str, other: str) -> None:
    type_ = FIELDS[field][2]
    for typed in (other, other.upper(), other.replace(" ", "-"), f" {other} "):
        assert _said(type_, typed) == f"write {word}"


@pytest.mark.parametrize(
    ("word", "other"),
    [(word, other) for word, others in other_words.LEVEL_WORDS.items() for other in others.split(", ")],
)
def test_a_level_in_other_words_gets_the_one_it_means_proposed(word: str, other: str) -> None:
    assert {_said_of_level(other), _said_of_level(other.upper())} == {f"write {word}"}


TABLES = [*((table, choices) for table, choices, _ in FIELDS.values()), (other_words.LEVEL_WORDS, LanguageLevel)]


@pytest.mark.parametrize(("table", "choices"), TABLES)
def test_a_table_has_other_words_for_every_word_and_each_once(table: OtherWords, choices: type[StrEnum]) -> None:
    assert [*table] == [each.value for each in choices if each.value.islower()]
    others = [plain_words(each) for line in table.values() for each in line.split(", ")]
    assert [each for each in {*others} if others.count(each) > 1] == []
    assert {*others}.isdisjoint(map(plain_words, choices))


WITHIN = [
    ("contract.type", "CDD de 12 mois renouvelable", "fixed-term"),
    ("contract.type", "permanent, after a trial of six months", "permanent"),
    ("contract.type", "befristet auf zwei Jahre", "fixed-term"),
    ("employment", "Vollzeit (40 Stunden)", "full-time"),
    ("employment", "a full-time post", "full-time"),
    ("salary.per", "EUR per month, gross", "month"),
    ("salary.per", "salaire brut mensuel", "month"),
    ("salary.per", "brutto im Monat", "month"),
    ("salary.per", "bruto anual", "year"),
    ("salary.per", "/hour", "hour"),
    ("kind", "offre de stage de six mois", "traineeship"),
    ("closed.because", "the position filled internally", "filled"),
]


@pytest.mark.parametrize(("field", "text", "word"), WITHIN)
def test_a_word_is_found_among_others(field: str, text: str, word: str) -> None:
    assert _said(FIELDS[field][2], text) == f"write {word}"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("contract.type", "CDD ou CDI"),
        ("employment", "full-time or part-time"),
        ("salary.per", "monthly or hourly"),
        ("eligibility.permit", "no permit is required by us"),
        ("workplace", "no telework"),
        ("closed.because", "x" * 1000),
    ],
)
def test_of_two_words_neither_is_proposed(field: str, text: str) -> None:
    assert "write" not in _said(FIELDS[field][2], text)


@pytest.mark.parametrize(
    "share", ["80 %", "80%", "50-80 %", "4/5e", "4/5e temps", "0.8 FTE", "0,5 ETP", "Teilzeit (75 %)"]
)
def test_a_share_of_time_is_part_time_and_goes_into_hours(share: str) -> None:
    assert (
        _said(EMPLOYMENT_TYPE, share)
        == f"write employment: [part-time], and the share beside it: hours: {as_value(share)}"
    )


@pytest.mark.parametrize("text", other_words.PERMANENCE_WORDS["permanent"].split(", "))
def test_how_long_a_contract_holds_goes_into_contract(text: str) -> None:
    assert _said(EMPLOYMENT_TYPE, text) == "that is the contract: write contract: {type: permanent}"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("C1", None),
        ("b2", "B2"),
        ("B2 or above", "B2"),
        ("niveau C1", "C1"),
        ("B2/C1", "B2"),
        ("C1-C2", "C1"),
        ("Niveau B1 (GER)", "B1"),
        ("very good spoken", "professional"),
    ],
)
def test_a_level_of_the_scale_is_found_and_the_lowest_is_enough(text: str, level: str | None) -> None:
    if level is None:
        node = Mapping((Pair(key="en", line=1, value=Scalar(text, 1)),), 1)
        assert LANGUAGES_ASKED.parse(node, "languages", Report("x.md")) == (("en", LanguageLevel.C1),)
    else:
        assert _said_of_level(text) == f"write {level}"


@pytest.mark.parametrize("text", ["CCC", "required", "sufficient"])
def test_of_an_unknown_level_it_is_said_that_it_may_be_left_out(text: str) -> None:
    assert _said_of_level(text) == "write the nearest of them, or none where no level is asked for"
