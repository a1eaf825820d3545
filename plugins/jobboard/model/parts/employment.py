"""Terms of work: employment types, contract and pay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from jobboard.model.fields.amounts import AMOUNT
from jobboard.model.fields.field import MISSING, Shared, declared
from jobboard.model.fields.record import Where, record_type
from jobboard.model.fields.values import CURRENCY, LINE, TEXT, YES_OR_NO, one_of
from jobboard.model.texts.other_words import CONTRACT_WORDS, EMPLOYMENT_WORDS, PERIOD_WORDS, PERMANENCE_WORDS, Meanings
from jobboard.source.message import UNSAID, Phrase, message, phrase
from jobboard.source.yaml.syntax import as_value

AMOUNT_AND_RANGE = message("amount-and-range", "given together with a range")
MIN_ABOVE_MAX = message("min-above-max", "%(min)s is above max %(max)s")


class Employment(StrEnum):
    """schema.org's employment types, as Google reads them, in lower case."""

    FULL_TIME = "full-time"
    PART_TIME = "part-time"
    CONTRACTOR = "contractor"
    TEMPORARY = "temporary"
    INTERN = "intern"
    VOLUNTEER = "volunteer"
    PER_DIEM = "per-diem"


_SHARE = re.compile(
    r"(?i)(?<![\d.,])[1-9]?[0-9](?:[.,][0-9]+)? ?%|(?<!\d)[1-9] ?/ ?[1-9]0?(?:e|è?me|th|ths)?(?!\w)|(?<!\d)0[.,][1-9]"
)
"""A part of full time: `80 %`, `4/5e`, `0.8 FTE`."""

_PERMANENCE = Meanings((), PERMANENCE_WORDS)


def _on_employment(text: str) -> Phrase:
    """Where a share of time goes, and a word for how long a contract holds."""
    if kind := _PERMANENCE.exactly(text):
        return phrase("that is the contract: write %(written)s", written=f"contract: {{type: {kind}}}")
    if _SHARE.search(text):
        hours = f"hours: {as_value(' '.join(text.split()))}"
        return phrase("write employment: [part-time], and the share beside it: %(hours)s", hours=hours)
    return UNSAID


EMPLOYMENT_TYPE = one_of(Employment, also=EMPLOYMENT_WORDS, hint_for=_on_employment, is_spoken_of=True)


class ContractType(StrEnum):
    """Whether a contract has an end."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed-term"
    OTHER = "other"


_CONTRACT_TYPE = one_of(ContractType, also=CONTRACT_WORDS, is_spoken_of=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """Kind and length of a contract. "1 year" alone says enough, so no part of it is required."""

    EXAMPLE: ClassVar = ("type", "duration")
    IN_WORDS: ClassVar = "duration"

    type: ContractType | None = declared(
        _CONTRACT_TYPE,
        "Permanent, fixed-term or other.",
        "fixed-term",
        also="kind contract_type genre tipo",
        shared=Shared.SAME,
    )
    duration: str | None = declared(LINE, "How long, in words.", "one year", also="length term period duree duracion")
    ends: str | None = declared(
        LINE,
        "Until when, in words or as a date.",
        "end of August 2026",
        also="end end_date until fin date_de_fin fecha_de_fin",
        shared=Shared.DAYS,
    )
    renewable: bool | None = declared(
        YES_OR_NO,
        "Whether it can be extended.",
        "yes",
        also="extendable extensible renouvelable renovable prorogable",
        shared=Shared.SAME,
    )

    def check(self, where: Where) -> None:
        if not where.has("type", "duration", "ends", "renewable"):
            where.problem("type", MISSING, phrase("say which contract it is, or how long: {duration: one year}"))


def _as_contract(text: str) -> str:
    """What somebody wrote for a contract: its kind, or else its length."""
    kind = _CONTRACT_TYPE.as_typed(text)
    return f"{{type: {kind}}}" if kind in list(ContractType) else ""


CONTRACT = record_type(Contract, phrase("a kind of contract or its length"), as_fields=_as_contract)


class Period(StrEnum):
    """What an amount of pay is for: a stretch of time, as in schema.org's unitText, or all of the work."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"
    ASSIGNMENT = "assignment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Salary:
    """Pay, before tax unless the note says otherwise: a range, one amount, or a note alone."""

    EXAMPLE: ClassVar = ("min", "max", "currency", "per")

    min: Decimal | None = declared(
        AMOUNT, "Lower end of the range.", "42000", also="from minimum min_value de desde", shared=Shared.SAME
    )
    max: Decimal | None = declared(
        AMOUNT, "Upper end of the range.", "48000", also="to maximum max_value hasta", shared=Shared.SAME
    )
    amount: Decimal | None = declared(
        AMOUNT,
        "The amount, where there is no range.",
        "45000",
        also="value gross salary pay montant importe",
        shared=Shared.SAME,
    )
    currency: str | None = declared(
        CURRENCY, "ISO 4217 code.", "EUR", also="currency_code devise monnaie moneda divisa", shared=Shared.SAME
    )
    per: Period | None = declared(
        one_of(Period, also=PERIOD_WORDS, is_spoken_of=True),
        "What the amount is for.",
        "year",
        also="period unit unit_text frequency interval periode periodo",
        shared=Shared.SAME,
    )
    note: str | None = declared(
        TEXT, "Anything to add, such as the scale.", "gross, scale B2", also="notes details comment text remarque nota"
    )

    def check(self, where: Where) -> None:
        if not where.has("min", "max", "amount", "note"):
            where.problem("amount", MISSING, phrase("give min and max, or an amount, or a note"))
        for name, hint in _BESIDE_AN_AMOUNT.items():
            if where.has("min", "max", "amount") and not where.has(name):
                where.problem(name, MISSING, hint)
        if where.has("amount") and where.has("min", "max"):
            where.problem("amount", AMOUNT_AND_RANGE, phrase("keep either min and max or amount"))
        if self.min is not None and self.max is not None and self.min > self.max:
            where.problem("min", MIN_ABOVE_MAX(min=str(self.min), max=str(self.max)), phrase("exchange the two"))


_BESIDE_AN_AMOUNT = {
    "currency": phrase("an amount needs a currency: add %(written)s", written="currency: EUR"),
    "per": phrase("an amount is for a time, or for all of the work: add %(written)s", written="per: month"),
}


def _as_note(text: str) -> Phrase:
    """What somebody wrote for pay, as a note, which is all that words can be."""
    if re.fullmatch(r"[0-9]+(?:\.[0-9]{1,2})?", text):
        return phrase("write %(written)s", written=f"{{amount: {text}, currency: …, per: …}}")
    is_note = re.fullmatch(r"[^\W\d][\w ]{0,60}", text)
    return phrase("give figures, or only a note: {note: %(text)s}", text=text) if is_note else UNSAID


SALARY = record_type(Salary, phrase("an amount or a range"), _as_note)
