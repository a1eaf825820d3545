"""Terms of work: employment types, contract, pay and language levels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from jobboard.model.field import Shared, declared
from jobboard.model.record import Where, record_of
from jobboard.model.values import AMOUNT, CURRENCY, LINE, TEXT, YES_OR_NO, one_of


class Employment(StrEnum):
    """schema.org's employment types, as Google reads them, in lower case."""

    FULL_TIME = "full-time"
    PART_TIME = "part-time"
    CONTRACTOR = "contractor"
    TEMPORARY = "temporary"
    INTERN = "intern"
    VOLUNTEER = "volunteer"
    PER_DIEM = "per-diem"


class ContractType(StrEnum):
    """Whether a contract has an end."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed-term"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """Kind and length of a contract."""

    type: ContractType = declared(
        one_of(ContractType),
        "Permanent, fixed-term or other.",
        "fixed-term",
        required="say which: permanent, fixed-term or other",
        shared=Shared.SAME,
    )
    duration: str | None = declared(LINE, "How long, in words.", "one year")
    ends: str | None = declared(LINE, "Until when, in words or as a date.", "end of August 2026", shared=Shared.DAYS)
    renewable: bool | None = declared(YES_OR_NO, "Whether it can be extended.", "yes", shared=Shared.SAME)


CONTRACT = record_of(Contract, "the type of contract")


class Period(StrEnum):
    """What an amount of pay is for (schema.org unitText)."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Salary:
    """Pay, before tax unless the note says otherwise: a range, one amount, or a note alone."""

    EXAMPLE: ClassVar = ("min", "max", "currency", "per")

    min: Decimal | None = declared(AMOUNT, "Lower end of the range.", "42000", shared=Shared.SAME)
    max: Decimal | None = declared(AMOUNT, "Upper end of the range.", "48000", shared=Shared.SAME)
    amount: Decimal | None = declared(AMOUNT, "The amount, where there is no range.", "45000", shared=Shared.SAME)
    currency: str | None = declared(CURRENCY, "ISO 4217 code.", "EUR", shared=Shared.SAME)
    per: Period | None = declared(one_of(Period), "What the amount is for.", "year", shared=Shared.SAME)
    note: str | None = declared(TEXT, "Anything to add, such as the scale.", "gross, scale B2")

    def check(self, where: Where) -> None:
        if not where.has("min", "max", "amount", "note"):
            where.problem("amount", "missing", "give min and max, or an amount, or a note")
        for name in ("currency", "per"):
            if where.has("min", "max", "amount") and not where.has(name):
                where.problem(name, "missing", "an amount needs a currency and a period: currency: EUR, per: month")
        if where.has("amount") and where.has("min", "max"):
            where.problem("amount", "given together with a range", "keep either min and max or amount")
        if self.min is not None and self.max is not None and self.min > self.max:
            where.problem("min", f"{self.min} is above max {self.max}", "exchange the two")


def _as_note(text: str) -> str:
    """What somebody wrote for pay, as a note, which is all that words can be."""
    is_note = re.fullmatch(r"[^\W\d][\w ]{0,60}", text)
    return f"give figures, or only a note: {{note: {text}}}" if is_note else ""


SALARY = record_of(Salary, "an amount or a range", _as_note)


class LanguageLevel(StrEnum):
    """How well a language is asked for: in words, or on the scale of the Council of Europe."""

    NATIVE = "native"
    FLUENT = "fluent"
    PROFESSIONAL = "professional"
    WORKING = "working"
    BASIC = "basic"
    ASSET = "asset"
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"
