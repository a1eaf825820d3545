"""The field types for single values: text, dates, addresses, codes. Each answers a value or a problem."""

from __future__ import annotations

import functools
import re
import zoneinfo
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlsplit

from jobboard.model import codes
from jobboard.model.field import FieldType
from jobboard.model.moment import Moment, NotAMomentError, parse_moment
from jobboard.model.record import describe
from jobboard.source.problem import Report, did_you_mean
from jobboard.source.tree import Node, Scalar

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
STRING: dict[str, Any] = {"type": "string"}

AOE = "AoE"
"""Anywhere on Earth: UTC-12, where a day ends last (IEEE 802.16's rule for deadlines)."""


class InvalidError(ValueError):
    """A text that is not of its type; the argument is a hint, or empty."""


def scalar_type(convert: Callable[[str], T], words: str, schema: dict[str, Any]) -> FieldType[T]:
    """A field type from a function that turns the typed text into a value or raises InvalidError."""

    def parse(node: Node, name: str, report: Report) -> T | None:
        if isinstance(node, Scalar) and node.text.strip():
            try:
                return convert(node.text)
            except (InvalidError, NotAMomentError) as error:
                report.problem(node.line, name, f"expected {words}, found {describe(node)}", str(error))
        elif isinstance(node, Scalar):
            report.problem(node.line, name, f"expected {words}, found nothing", "write a value or delete the line")
        else:
            report.problem(node.line, name, f"expected {words}, found {describe(node)}")
        return None

    return FieldType(parse, words, schema)


def _line(limit: int) -> Callable[[str], str]:
    def convert(text: str) -> str:
        if "\n" in text.strip():
            raise InvalidError("keep it on one line")
        if len(text) > limit:
            raise InvalidError(f"it has {len(text)} characters; at most {limit} fit")
        return text.strip()

    return convert


def _text(text: str) -> str:
    if len(text) > 5000:
        raise InvalidError("long text belongs in the body, below the front matter")
    return text.strip()


LINE = scalar_type(_line(200), "a line of text", {**STRING, "maxLength": 200})
LONG_LINE = scalar_type(_line(400), "a line of text", {**STRING, "maxLength": 400})
TEXT = scalar_type(_text, "text", {**STRING, "maxLength": 5000})


def _identifier(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text):
        raise InvalidError("an id is a file name without '.md': lower-case letters, digits and hyphens")
    return text


ID = scalar_type(_identifier, "an id like data-analyst", {**STRING, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})


def _yes_or_no(text: str) -> bool:
    if text.lower() not in ("true", "false", "yes", "no"):
        raise InvalidError
    return text.lower() in ("true", "yes")


YES_OR_NO = scalar_type(_yes_or_no, "yes or no", {"enum": ["yes", "no", "true", "false"]})


def _whole_number(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,5}", text):
        raise InvalidError
    return int(text)


NUMBER = scalar_type(_whole_number, "a number like 2", {"type": ["string", "integer"], "pattern": "^[1-9][0-9]{0,5}$"})


def _amount(text: str) -> Decimal:
    if not re.fullmatch(r"\d{1,9}(?:\.\d{1,2})?", text):
        raise InvalidError("digits only, without separators or a currency: 48000 or 17.50")
    return Decimal(text)


AMOUNT = scalar_type(_amount, "an amount like 48000", {"type": ["string", "number"]})


def one_of(choices: type[E]) -> FieldType[E]:
    """A word out of a short list."""
    words = ", ".join(choice.value for choice in choices)

    def convert(text: str) -> E:
        try:
            return choices(text)
        except ValueError:
            raise InvalidError(did_you_mean(text.lower(), list(choices))) from None

    return scalar_type(convert, f"one of {words}", {"enum": [choice.value for choice in choices]})


MOMENT: FieldType[Moment] = scalar_type(parse_moment, "a date like 2026-03-31", {**STRING, "format": "date"})
"""A date, a date with a minute, or an ISO time with an offset."""


def _day(text: str) -> Moment:
    moment = parse_moment(text)
    if moment.time is not None:
        raise InvalidError("the day alone, without a time")
    return moment


DAY = scalar_type(_day, "a date like 2026-03-31", {**STRING, "format": "date"})


def _zone(text: str) -> str:
    try:
        if "/" in text or text == "UTC":
            zoneinfo.ZoneInfo(text)
            return text
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        pass
    raise InvalidError(did_you_mean(text, zoneinfo.available_timezones()))


ZONE = scalar_type(_zone, "a time zone like Europe/Brussels", STRING)


def _zone_or_aoe(text: str) -> str:
    return AOE if text == AOE else _zone(text)


ZONE_OR_AOE = scalar_type(_zone_or_aoe, "a time zone like Europe/Brussels, or AoE", STRING)


def _code(is_known: Callable[[str], bool], proposal: Callable[[str], str]) -> Callable[[str], str]:
    def convert(text: str) -> str:
        if not is_known(text):
            raise InvalidError(proposal(text))
        return text

    return convert


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

_LOCAL = r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*"
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
_EMAIL = re.compile(rf"{_LOCAL}@{_HOST}")


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise InvalidError("the address alone; a subject goes into 'subject'" if re.search(r"[?\s&]", text) else "")
    return text


EMAIL = scalar_type(_email, "an e-mail address", {**STRING, "format": "email"})
PHONE = scalar_type(
    _code(
        lambda text: bool(re.fullmatch(r"\+?[0-9][0-9 ()./-]{4,25}", text)), lambda _: "digits, spaces and a leading +"
    ),
    "a phone number like +32 2 511 74 77",
    STRING,
)


@functools.lru_cache(maxsize=4096)
def _https_url(text: str) -> str:
    hint = "it must start with https://" if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|www\.", text) else ""
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise InvalidError(hint) from None
    if re.search(r"[\s<>\"'`\\{}|^]", text) or parts.scheme != "https" or "@" in parts.netloc or port == 0:
        raise InvalidError(hint if parts.scheme != "https" else "no spaces, quotes or passwords in an address")
    if not re.fullmatch(_HOST, host.encode("idna").decode() if _encodes(host) else ""):
        raise InvalidError(hint)
    return text


def _encodes(host: str) -> bool:
    try:
        return bool(host.encode("idna"))
    except UnicodeError:
        return False


HTTPS_URL = scalar_type(_https_url, "an address like https://example.org/apply", {**STRING, "pattern": "^https://"})


def _path(text: str) -> str:
    parts = text.split("/")
    if text.startswith("/") or "\\" in text or any(part in ("", ".", "..") for part in parts):
        raise InvalidError("a path below content/, with '/' between folders")
    return text


FILE = scalar_type(_path, "a file of the content like images/office.jpg", STRING)
