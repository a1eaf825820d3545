"""The field types for single values: text, dates, addresses, codes. Each answers a value or a problem."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jobboard.model.fields import addresses
from jobboard.model.fields.field import FieldType, InvalidError
from jobboard.model.fields.input import Input
from jobboard.model.fields.scalar import one_of, scalar_type
from jobboard.model.moments import zones
from jobboard.model.moments.moment import Moment, parse_moment
from jobboard.model.moments.not_a_moment import MidnightError, Side
from jobboard.model.texts import codes
from jobboard.source.message import UNSAID, Phrase, message, phrase
from jobboard.source.slug import is_device, is_id, to_slug

TEXT_LONG = message("text-long", "it has %(number)s characters; %(limit)s are enough for most")
HOST_IS_A_NUMBER = message("host-is-a-number", "the host is an IP number: %(number)s")
_ID = phrase("an id is a file name without '.md': lower-case letters, digits and hyphens")

__all__ = ["one_of", "scalar_type"]

STRING: dict[str, Any] = {"type": "string"}

AOE = "AoE"
"""Anywhere on Earth: UTC-12, where a day ends last (IEEE 802.16's rule for deadlines)."""


def _short(most: int) -> Callable[[str], str]:
    """Text that pages, lists, feeds and calendars can repeat: of so many characters at most (decision 43)."""

    def convert(text: str) -> str:
        if len(text) > most:
            raise InvalidError(
                phrase(
                    "it has %(number)s characters, of %(most)s at most; more goes into the body",
                    number=len(text),
                    most=most,
                )
            )
        return text.strip()

    return convert


def on_one_line(most: int) -> Callable[[str], str]:
    """Takes texts of one line, of so many characters at most."""

    def convert(text: str) -> str:
        if not text.isprintable() and len(text.strip().splitlines()) > 1:
            raise InvalidError(phrase("keep it on one line"))
        return _short(most)(text)

    return convert


def _at_most(limit: int, hint: Phrase) -> Callable[[str], tuple[Phrase, Phrase]]:
    """Advice on a text that is longer than readers, and the programs that show it, bear well."""

    def advise(text: str) -> tuple[Phrase, Phrase]:
        is_long = len(text) > limit
        return (TEXT_LONG(number=str(len(text)), limit=str(limit)), hint) if is_long else (UNSAID, UNSAID)

    return advise


LINE = scalar_type(
    on_one_line(1000),
    "text-expected",
    phrase("a line of text"),
    STRING,
    is_prose=True,
    advise=_at_most(200, phrase("shorten it; more goes into the body")),
)
FEW_WORDS = scalar_type(
    on_one_line(1000),
    "text-expected",
    phrase("a few words"),
    STRING,
    is_prose=True,
    advise=_at_most(60, phrase("a few words each; more goes into the body")),
)
LONG_LINE = scalar_type(
    on_one_line(2000),
    "text-expected",
    phrase("a line of text"),
    STRING,
    is_prose=True,
    advise=_at_most(400, phrase("say what matters; more goes into the body")),
)
TEXT = scalar_type(
    _short(20_000),
    "text-expected",
    phrase("text"),
    STRING,
    is_prose=True,
    advise=_at_most(5000, phrase("long text belongs in the body, below the second '---'")),
    asked=Input.TEXT,
)


def _identifier(text: str) -> str:
    if not is_id(text):
        slug = to_slug(text.strip().removesuffix(".md").rpartition("/")[2])
        proposal = phrase("%(rule)s: %(id)s", rule=_ID, id=slug)
        raise InvalidError(proposal if slug and slug != text else _ID)
    if is_device(text):
        raise InvalidError(phrase("Windows keeps %(text)s for a device; take another, like %(text)s-1", text=text))
    return text


ID = scalar_type(
    _identifier,
    "id-expected",
    phrase("an id like data-analyst"),
    {**STRING, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    is_loose=True,
    as_typed=lambda text: to_slug(text) or text,
    asked=Input.ID,
)


def _yes_or_no(text: str) -> bool:
    if text.lower() not in ("true", "false", "yes", "no"):
        raise InvalidError
    return text.lower() in ("true", "yes")


YES_OR_NO = scalar_type(
    _yes_or_no,
    "yes-or-no-expected",
    phrase("yes or no"),
    {"enum": ["yes", "no", "true", "false"]},
    asked=Input.YES_OR_NO,
)


def _moment(text: str) -> Moment:
    try:
        return parse_moment(text)
    except MidnightError:
        raise InvalidError(
            phrase("midnight can mean either end of a day; name the day alone, like 2026-03-02")
        ) from None


def moment_type(side: Side) -> FieldType[Moment]:
    """A date, a date with a minute, or an ISO time with an offset, read from that side."""
    return scalar_type(
        _moment,
        "date-expected",
        phrase("a date like 2026-03-31"),
        {**STRING, "format": "date"},
        side=side,
        asked=Input.MOMENT,
    )


MOMENT = moment_type(Side.FIRST)
"""When something begins or was done."""


def _day(text: str) -> Moment:
    moment = _moment(text)
    if moment.time is not None:
        raise InvalidError(phrase("the day alone, without a time: %(day)s", day=str(moment.day)))
    return moment


def day_type(side: Side) -> FieldType[Moment]:
    """A date without a time; of a range of days, the first or the last is meant."""
    return scalar_type(
        _day,
        "date-expected",
        phrase("a date like 2026-03-31"),
        {**STRING, "format": "date"},
        side=side,
        asked=Input.DAY,
    )


_LONGEST_CODE = 100
"""Characters of a code, or of a name written for one, that are compared with those there are."""


def _code(is_known: Callable[[str], bool], proposal: Callable[[str], Phrase]) -> Callable[[str], str]:
    def convert(text: str) -> str:
        if len(text) > _LONGEST_CODE:
            raise InvalidError
        if not is_known(text):
            raise InvalidError(proposal(text))
        return text

    return convert


_zone = _code(zones.is_zone, zones.zone_proposal)
ZONE = scalar_type(_zone, "zone-expected", phrase("a time zone like Europe/Brussels"), STRING, asked=Input.ZONE)


def _zone_or_aoe(text: str) -> str:
    return AOE if text == AOE else _zone(text)


ZONE_OR_AOE = scalar_type(
    _zone_or_aoe, "zone-expected", phrase("a time zone like Europe/Brussels, or AoE"), STRING, asked=Input.ZONE
)


def _country(several: Phrase) -> FieldType[str]:
    """The type of a country; `several` is the way out for a name that means more than one."""

    def propose(text: str) -> Phrase:
        proposal = codes.country_proposal(text)
        return (
            phrase("%(proposal)s: %(several)s", proposal=proposal, several=several)
            if codes.is_region(text)
            else proposal
        )

    return scalar_type(
        _code(codes.is_country, propose),
        "country-expected",
        phrase("a country code like BE (ISO 3166-1)"),
        {**STRING, "pattern": "^[A-Z]{2}$"},
        asked=Input.COUNTRY,
    )


COUNTRY = _country(phrase("a place is in one; work from many is 'workplace: remote', with 'applicants_from'"))
COUNTRY_OF_APPLICANTS = _country(phrase("list them, like [BE, FR], or write applicants_from: anywhere"))
LANGUAGE = scalar_type(
    _code(codes.is_language, codes.language_proposal),
    "language-expected",
    phrase("a language code like fr (ISO 639-1)"),
    {**STRING, "pattern": "^[a-z]{2,3}$"},
    asked=Input.LANGUAGE,
)
CURRENCY = scalar_type(
    _code(codes.is_currency, codes.currency_proposal),
    "currency-expected",
    phrase("a currency code like EUR (ISO 4217)"),
    {**STRING, "pattern": "^[A-Z]{3}$"},
    asked=Input.CURRENCY,
)


def _advise_on_host(url: str) -> tuple[Phrase, Phrase]:
    number = addresses.host_number(url)
    hint = phrase("a number changes when the machine does; write the host's name, like example.org")
    return (HOST_IS_A_NUMBER(number=number), hint) if number else (UNSAID, UNSAID)


EMAIL = scalar_type(
    addresses.to_email,
    "email-expected",
    phrase("an e-mail address"),
    {**STRING, "format": "email"},
    as_typed=addresses.spelt_email,
    asked=Input.EMAIL,
)
PHONE = scalar_type(
    addresses.to_phone, "phone-expected", phrase("a phone number like +32 2 511 74 77"), STRING, asked=Input.PHONE
)
HTTPS_URL = scalar_type(
    addresses.to_https_url,
    "address-expected",
    phrase("an address like https://example.org/apply"),
    {**STRING, "pattern": "^https://"},
    advise=_advise_on_host,
    as_typed=addresses.spelt_url,
    asked=Input.URL,
)
FILE = scalar_type(
    addresses.to_path,
    "path-expected",
    phrase("a file of the content like images/office.jpg"),
    STRING,
    is_loose=True,
    asked=Input.FILE,
)
