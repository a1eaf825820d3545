"""The field types for single values: text, dates, addresses, codes. Each answers a value or a problem."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from jobboard.model import addresses, codes, zones
from jobboard.model.field import FieldType, InvalidError
from jobboard.model.moment import MidnightError, Moment, NotAMomentError, parse_moment
from jobboard.model.record import describe
from jobboard.source.problem import Report, did_you_mean
from jobboard.source.slug import is_id
from jobboard.source.tree import Mapping, Node, Scalar

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
STRING: dict[str, Any] = {"type": "string"}

AOE = "AoE"
"""Anywhere on Earth: UTC-12, where a day ends last (IEEE 802.16's rule for deadlines)."""


def scalar_type(
    convert: Callable[[str], T], words: str, schema: dict[str, Any], *, is_prose: bool = False
) -> FieldType[T]:
    """A field type from a function that turns the typed text into a value or raises InvalidError.

    `is_prose` is for texts that may begin with a bracket, which YAML takes for a list.
    """

    def parse(node: Node, name: str, report: Report) -> T | None:
        if isinstance(node, Scalar) and node.text.strip():
            try:
                return convert(node.text)
            except (InvalidError, NotAMomentError) as error:
                report.problem(node.line, name, f"expected {words}, found {describe(node)}", str(error))
        elif isinstance(node, Scalar):
            report.problem(node.line, name, f"expected {words}, found nothing", "write a value or delete the line")
        else:
            bracket = "{" if isinstance(node, Mapping) else "["
            hint = f"put quotes around a text that begins with {bracket}" if is_prose else ""
            report.problem(node.line, name, f"expected {words}, found {describe(node)}", hint)
        return None

    return FieldType(parse, words, schema)


def _line(limit: int) -> Callable[[str], str]:
    def convert(text: str) -> str:
        if not text.isprintable() and len(text.strip().splitlines()) > 1:
            raise InvalidError("keep it on one line")
        if len(text) > limit:
            raise InvalidError(f"it has {len(text)} characters; at most {limit} fit")
        return text.strip()

    return convert


def _text(text: str) -> str:
    if len(text) > 5000:
        raise InvalidError("long text belongs in the body, below the front matter")
    return text.strip()


LINE = scalar_type(_line(200), "a line of text", {**STRING, "maxLength": 200}, is_prose=True)
LONG_LINE = scalar_type(_line(400), "a line of text", {**STRING, "maxLength": 400}, is_prose=True)
TEXT = scalar_type(_text, "text", {**STRING, "maxLength": 5000}, is_prose=True)


def _identifier(text: str) -> str:
    if not is_id(text):
        raise InvalidError("an id is a file name without '.md': lower-case letters, digits and hyphens")
    return text


ID = scalar_type(_identifier, "an id like data-analyst", {**STRING, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})


def _yes_or_no(text: str) -> bool:
    if text.lower() not in ("true", "false", "yes", "no"):
        raise InvalidError
    return text.lower() in ("true", "yes")


YES_OR_NO = scalar_type(_yes_or_no, "yes or no", {"enum": ["yes", "no", "true", "false"]})


def _whole_number(text: str) -> int:
    if not re.fullmatch("[1-9][0-9]{0,5}", text):
        raise InvalidError
    return int(text)


NUMBER = scalar_type(_whole_number, "a number like 2", {"type": ["string", "integer"], "pattern": "^[1-9][0-9]{0,5}$"})


def _amount(text: str) -> Decimal:
    if not re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,2})?", text):
        raise InvalidError("digits only, without separators or a currency: 48000 or 17.50")
    if not text.strip("0."):
        raise InvalidError("for unpaid work give only a note: {note: unpaid}")
    return Decimal(text)


AMOUNT = scalar_type(_amount, "an amount like 48000", {"type": ["string", "number"]})


def one_of(choices: type[E], otherwise: str = "") -> FieldType[E]:
    """A word out of a short list; `otherwise` is the hint for a text that is near none of them."""
    words = ", ".join(choice.value for choice in choices)

    def convert(text: str) -> E:
        try:
            return choices(text)
        except ValueError:
            raise InvalidError(did_you_mean(text.lower(), list(choices)) or otherwise) from None

    expected = f"one of {words}" if len(choices) > 1 else words
    return scalar_type(convert, expected, {"enum": [choice.value for choice in choices]})


def _moment(text: str) -> Moment:
    try:
        return parse_moment(text)
    except MidnightError:
        raise InvalidError("midnight can mean either end of a day; name the day alone, like 2026-03-02") from None


MOMENT: FieldType[Moment] = scalar_type(_moment, "a date like 2026-03-31", {**STRING, "format": "date"})
"""A date, a date with a minute, or an ISO time with an offset."""


def _day(text: str) -> Moment:
    moment = _moment(text)
    if moment.time is not None:
        raise InvalidError("the day alone, without a time")
    return moment


DAY = scalar_type(_day, "a date like 2026-03-31", {**STRING, "format": "date"})


def _code(is_known: Callable[[str], bool], proposal: Callable[[str], str]) -> Callable[[str], str]:
    def convert(text: str) -> str:
        if not is_known(text):
            raise InvalidError(proposal(text))
        return text

    return convert


_zone = _code(zones.is_zone, zones.zone_proposal)
ZONE = scalar_type(_zone, "a time zone like Europe/Brussels", STRING)


def _zone_or_aoe(text: str) -> str:
    return AOE if text == AOE else _zone(text)


ZONE_OR_AOE = scalar_type(_zone_or_aoe, "a time zone like Europe/Brussels, or AoE", STRING)


COUNTRY = scalar_type(
    _code(codes.is_country, codes.country_proposal),
    "a country code like BE (ISO 3166-1)",
    {**STRING, "pattern": "^[A-Z]{2}$"},
)
LANGUAGE = scalar_type(
    _code(codes.is_language, codes.language_proposal),
    "a language code like fr (ISO 639-1)",
    {**STRING, "pattern": "^[a-z]{2,3}$"},
)
CURRENCY = scalar_type(
    _code(codes.is_currency, codes.currency_proposal),
    "a currency code like EUR (ISO 4217)",
    {**STRING, "pattern": "^[A-Z]{3}$"},
)

EMAIL = scalar_type(addresses.to_email, "an e-mail address", {**STRING, "format": "email"})
PHONE = scalar_type(addresses.to_phone, "a phone number like +32 2 511 74 77", STRING)
HTTPS_URL = scalar_type(
    addresses.to_https_url, "an address like https://example.org/apply", {**STRING, "pattern": "^https://"}
)
FILE = scalar_type(addresses.to_path, "a file of the content like images/office.jpg", STRING)
