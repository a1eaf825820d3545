"""What an operator states about the accessibility of the site, as plain values: a page is made of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

InLanguages = tuple[tuple[str, str], ...]
"""A text as (language, text) pairs, the one for everybody else first."""


class Compliance(StrEnum):
    """How far the site meets the standard (Implementing Decision (EU) 2018/1523, annex, section 1)."""

    FULLY = "fully"
    PARTIALLY = "partially"
    NOT = "not"


class Method(StrEnum):
    """Who assessed the site (the same, section 3)."""

    SELF = "self"
    THIRD_PARTY = "third-party"


class Accessibility(Struct, frozen=True, kw_only=True):
    """The statement. `audited` is the day of the audit on record; without one nothing may be called compliant.

    `non_compliant`, `burden` and `out_of_scope` are the content that is not accessible, by the reason why.
    `contact` is a mail address; `enforcement_url` leads to the body that hears complaints.
    """

    status: Compliance
    method: Method
    prepared: date
    reviewed: date | None
    audited: date | None
    non_compliant: tuple[InLanguages, ...]
    burden: tuple[InLanguages, ...]
    out_of_scope: tuple[InLanguages, ...]
    contact: str
    enforcement_name: InLanguages
    enforcement_url: str
