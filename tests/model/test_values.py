"""Single values: addresses, numbers, zones and codes; what is accepted as it is, and what is said of the rest."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from jobboard.model.fields.amounts import AMOUNT, NUMBER, NUMBER_OR_WORDS
from jobboard.model.fields.field import FieldType
from jobboard.model.fields.values import (
    COUNTRY,
    CURRENCY,
    EMAIL,
    FILE,
    HTTPS_URL,
    ID,
    LANGUAGE,
    LINE,
    LONG_LINE,
    PHONE,
    TEXT,
    YES_OR_NO,
    ZONE,
    ZONE_OR_AOE,
    day_type,
    one_of,
)
from jobboard.model.moments.not_a_moment import Side
from jobboard.model.posting import Workplace
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Mapping, Scalar, Sequence
from tests.fields import every_declaration
from tests.helpers import lines_of
from tests.hostile import UNSEEN, addresses

WORKPLACE = one_of(Workplace)
DAY = day_type(Side.FIRST)
IDS = "an id is a file name without '.md': lower-case letters, digits and hyphens"
ALONE = "the address alone; a subject goes into 'subject'"
PLAIN = "no spaces, quotes or passwords in an address"
HTTPS = "it must start with https://"
DIGITS = "digits, spaces and a leading +"
ADDRESS = "an address has the form name@example.org"
HOST = "name a host like example.org"
IN_DIGITS = "digits only, without separators or a currency: write"
GRADES = "figures only; words and pay grades go into the note"
AMOUNTS = "digits only, without separators or a currency: 48000 or 17.50"
FASS = "https://xn--fa-hia.example:8443/a%20b/%C3%A9?%C3%BC=1#%C3%B6"
SUMMER = "says nothing of summer time"
NAME = "write the zone's own name, like Europe/Brussels"
MANY = "a place is in one; work from many is 'workplace: remote', with 'applicants_from'"
BELOW = "a path below content/, with '/' between folders"


def _parse(type_: FieldType[Any], text: str) -> tuple[Any, list[str]]:
    report = Report("x.md")
    return type_.parse(Scalar(text, 5), "field", report), lines_of(report)


@pytest.mark.parametrize(
    ("type_", "text", "expected"),
    [
        pytest.param(LINE, "Chargé d'études & c°", "Chargé d'études & c°", id="line"),
        pytest.param(LINE, " a ", "a", id="line-with-spaces-around"),
        pytest.param(LINE, "a" * 200, "a" * 200, id="line-of-200"),
        pytest.param(TEXT, "one\n\ntwo\n", "one\n\ntwo", id="text-of-lines"),
        pytest.param(ID, "data-analyst-2", "data-analyst-2", id="id"),
        pytest.param(YES_OR_NO, "Yes", True, id="yes"),
        pytest.param(YES_OR_NO, "false", False, id="false"),
        pytest.param(NUMBER, "12", 12, id="number"),
        pytest.param(NUMBER_OR_WORDS, "12", 12, id="number-not-words"),
        pytest.param(NUMBER_OR_WORDS, "up to 3", "up to 3", id="words-not-number"),
        pytest.param(AMOUNT, "48000", Decimal(48000), id="amount"),
        pytest.param(AMOUNT, "17.50", Decimal("17.50"), id="amount-with-cents"),
        pytest.param(WORKPLACE, "on-site", Workplace.ON_SITE, id="word"),
        pytest.param(ZONE, "Europe/Brussels", "Europe/Brussels", id="zone"),
        pytest.param(
            ZONE, "America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires", id="zone-of-three-parts"
        ),
        pytest.param(ZONE, "UTC", "UTC", id="utc"),
        pytest.param(ZONE_OR_AOE, "AoE", "AoE", id="anywhere-on-earth"),
        pytest.param(COUNTRY, "NO", "NO", id="norway"),
        pytest.param(COUNTRY, "XK", "XK", id="kosovo"),
        pytest.param(LANGUAGE, "fr", "fr", id="language"),
        pytest.param(LANGUAGE, "ast", "ast", id="language-of-three-letters"),
        pytest.param(CURRENCY, "EUR", "EUR", id="currency"),
        pytest.param(EMAIL, "jobs@example.org", "jobs@example.org", id="email"),
        pytest.param(
            EMAIL,
            "first.last+tag@mail.example-town.example",
            "first.last+tag@mail.example-town.example",
            id="email-with-dots",
        ),
        pytest.param(PHONE, "+32 2 555 01 00", "+32 2 555 01 00", id="phone"),
        pytest.param(PHONE, "+44 (0)20 7946-0000", "+44 (0)20 7946-0000", id="phone-with-brackets"),
        pytest.param(HTTPS_URL, "https://example.org", "https://example.org", id="host"),
        pytest.param(
            HTTPS_URL,
            "https://example.org:8443/a/b?c=d&e=%20#f",
            "https://example.org:8443/a/b?c=d&e=%20#f",
            id="full-address",
        ),
        pytest.param(
            HTTPS_URL,
            "https://münchen.example/größe",
            "https://xn--mnchen-3ya.example/gr%C3%B6%C3%9Fe",
            id="address-with-umlauts",
        ),
        pytest.param(HTTPS_URL, "https://example.org/größe", "https://example.org/gr%C3%B6%C3%9Fe", id="path-alone"),
        pytest.param(HTTPS_URL, "https://faß.example:8443/a%20b/é?ü=1#ö", FASS, id="with-port-query-and-fragment"),
        pytest.param(HTTPS_URL, "https://пример.рф", "https://xn--e1afmkfd.xn--p1ai", id="cyrillic"),
        pytest.param(HTTPS_URL, "https://xn--e1afmkfd.xn--p1ai/", "https://xn--e1afmkfd.xn--p1ai/", id="punycode"),
        pytest.param(HTTPS_URL, "https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/", id="japanese"),
        pytest.param(EMAIL, "jobs@пример.рф", "jobs@xn--e1afmkfd.xn--p1ai", id="email-in-cyrillic"),
        pytest.param(EMAIL, "jobs@xn--e1afmkfd.xn--p1ai", "jobs@xn--e1afmkfd.xn--p1ai", id="email-in-punycode"),
        pytest.param(FILE, "images/2026/team photo.jpg", "images/2026/team photo.jpg", id="file"),
    ],
)
def test_a_valid_value_is_taken(type_: FieldType[Any], text: str, expected: Any) -> None:
    assert (expected, []) == _parse(type_, text)


@pytest.mark.parametrize(
    ("type_", "text", "expected"),
    [
        pytest.param(
            LINE, "", "expected a line of text, found nothing; write a value or delete the line", id="nothing"
        ),
        pytest.param(
            LINE, "  ", "expected a line of text, found nothing; write a value or delete the line", id="blank"
        ),
        pytest.param(LINE, "a\nb", "expected a line of text, found 'a b'; keep it on one line", id="two-lines"),
        pytest.param(
            ID,
            "Data Analyst",
            f"expected an id like data-analyst, found 'Data Analyst'; {IDS}: data-analyst",
            id="id-with-capitals",
        ),
        pytest.param(
            ID,
            "data--analyst",
            f"expected an id like data-analyst, found 'data--analyst'; {IDS}: data-analyst",
            id="id-with-two-hyphens",
        ),
        pytest.param(YES_OR_NO, "perhaps", "expected yes or no, found 'perhaps'", id="perhaps"),
        pytest.param(NUMBER, "0", "expected a number like 2, found '0'", id="nought"),
        pytest.param(NUMBER_OR_WORDS, "0", "expected a number like 2, or words, found '0'", id="nought-of-words"),
        pytest.param(NUMBER_OR_WORDS, "2-3", "expected a number like 2, or words, found '2-3'", id="range-of-figures"),
        pytest.param(NUMBER, "02", "expected a number like 2, found '02'", id="leading-nought"),
        pytest.param(NUMBER, "two", "expected a number like 2, found 'two'", id="number-in-words"),
        pytest.param(
            AMOUNT,
            "48.000",
            f"expected an amount like 48000, found '48.000'; {IN_DIGITS} 48000",
            id="amount-with-dot",
        ),
        pytest.param(
            AMOUNT,
            "48,000",
            f"expected an amount like 48000, found '48,000'; {IN_DIGITS} 48000",
            id="amount-with-comma",
        ),
        pytest.param(
            AMOUNT,
            "€48000",
            f"expected an amount like 48000, found '€48000'; {IN_DIGITS} 48000",
            id="amount-with-symbol",
        ),
        pytest.param(AMOUNT, "-5", f"expected an amount like 48000, found '-5'; {AMOUNTS}", id="negative-amount"),
        pytest.param(AMOUNT, "1e9", f"expected an amount like 48000, found '1e9'; {AMOUNTS}", id="exponent"),
        pytest.param(
            AMOUNT, "NaN", f"expected an amount like 48000, found 'NaN'; {GRADES}: note: NaN", id="not-a-number"
        ),
        pytest.param(AMOUNT, "٤٨٠٠٠", f"expected an amount like 48000, found '٤٨٠٠٠'; {AMOUNTS}", id="arabic-digits"),
        pytest.param(
            DAY,
            "2026-03-31 12:00",
            "expected a date like 2026-03-31, found '2026-03-31 12:00'; the day alone, without a time: 2026-03-31",
            id="day",
        ),
        pytest.param(
            WORKPLACE,
            "onsite",
            "expected one of on-site, hybrid, remote, found 'onsite'; did you mean 'on-site'?",
            id="near-word",
        ),
        pytest.param(
            WORKPLACE,
            "Remote",
            "expected one of on-site, hybrid, remote, found 'Remote'; write remote",
            id="capital",
        ),
        pytest.param(WORKPLACE, "Mars", "expected one of on-site, hybrid, remote, found 'Mars'", id="other-word"),
        pytest.param(
            ZONE,
            "Brussels",
            "expected a time zone like Europe/Brussels, found 'Brussels'; write Europe/Brussels",
            id="city",
        ),
        pytest.param(
            ZONE,
            "../../etc/passwd",
            f"expected a time zone like Europe/Brussels, found '../../etc/passwd'; {NAME}",
            id="path",
        ),
        pytest.param(
            ZONE,
            "/etc/localtime",
            f"expected a time zone like Europe/Brussels, found '/etc/localtime'; {NAME}",
            id="absolute-path",
        ),
        pytest.param(
            ZONE,
            "+01:00",
            f"expected a time zone like Europe/Brussels, found '+01:00'; an offset {SUMMER}: {NAME} or Europe/London",
            id="offset",
        ),
        pytest.param(
            ZONE,
            "CET",
            f"expected a time zone like Europe/Brussels, found 'CET'; an abbreviation {SUMMER}: {NAME}",
            id="abbreviation",
        ),
        pytest.param(
            ZONE,
            "rome",
            "expected a time zone like Europe/Brussels, found 'rome'; write Europe/Rome",
            id="small-city",
        ),
        pytest.param(
            COUNTRY,
            "be",
            "expected a country code like BE (ISO 3166-1), found 'be'; write BE",
            id="small-letters",
        ),
        pytest.param(
            COUNTRY,
            "Belgium",
            "expected a country code like BE (ISO 3166-1), found 'Belgium'; write BE",
            id="country-by-name",
        ),
        pytest.param(
            COUNTRY,
            "Belgum",
            "expected a country code like BE (ISO 3166-1), found 'Belgum'; did you mean 'BE' (Belgium)?",
            id="misspelt-name",
        ),
        pytest.param(
            COUNTRY,
            "EU",
            f"expected a country code like BE (ISO 3166-1), found 'EU'; EU is no country, but several: {MANY}",
            id="union",
        ),
        pytest.param(
            COUNTRY,
            "BEL",
            "expected a country code like BE (ISO 3166-1), found 'BEL'; write BE",
            id="three-letters",
        ),
        pytest.param(COUNTRY, "UK", "expected a country code like BE (ISO 3166-1), found 'UK'; write GB", id="kingdom"),
        pytest.param(
            COUNTRY,
            "England",
            "expected a country code like BE (ISO 3166-1), found 'England'; write GB",
            id="part-of-a-kingdom",
        ),
        pytest.param(COUNTRY, "XX", "expected a country code like BE (ISO 3166-1), found 'XX'", id="no-country"),
        pytest.param(
            LANGUAGE,
            "French",
            "expected a language code like fr (ISO 639-1), found 'French'; write fr",
            id="language-by-name",
        ),
        pytest.param(
            LANGUAGE,
            "FR",
            "expected a language code like fr (ISO 639-1), found 'FR'; write fr",
            id="language-in-capitals",
        ),
        pytest.param(
            LANGUAGE, "mul", "expected a language code like fr (ISO 639-1), found 'mul'", id="several-languages"
        ),
        pytest.param(CURRENCY, "€", "expected a currency code like EUR (ISO 4217), found '€'; write EUR", id="symbol"),
        pytest.param(
            CURRENCY,
            "eur",
            "expected a currency code like EUR (ISO 4217), found 'eur'; write EUR",
            id="currency-in-small",
        ),
        pytest.param(
            CURRENCY,
            "Euro",
            "expected a currency code like EUR (ISO 4217), found 'Euro'; write EUR",
            id="currency-by-name",
        ),
        pytest.param(EMAIL, "jobs", f"expected an e-mail address, found 'jobs'; {ADDRESS}", id="no-at"),
        pytest.param(
            EMAIL, "jobs@example", f"expected an e-mail address, found 'jobs@example'; {ADDRESS}", id="no-dot"
        ),
        pytest.param(
            EMAIL, "a@b@example.org", f"expected an e-mail address, found 'a@b@example.org'; {ADDRESS}", id="two-ats"
        ),
        pytest.param(
            EMAIL, ".a@example.org", f"expected an e-mail address, found '.a@example.org'; {ADDRESS}", id="dot-first"
        ),
        pytest.param(
            EMAIL, "a@-example.org", f"expected an e-mail address, found 'a@-example.org'; {ADDRESS}", id="hyphen-first"
        ),
        pytest.param(
            EMAIL,
            "a@example.org,b@example.org",
            "expected an e-mail address, found 'a@example.org,b@example.org'; one address alone: a@example.org",
            id="two-addresses",
        ),
        pytest.param(
            EMAIL,
            "<a@example.org>",
            "expected an e-mail address, found '<a@example.org>'; the address alone, without the name: a@example.org",
            id="in-brackets",
        ),
        pytest.param(
            EMAIL,
            "a@example.org?subject=Job",
            f"expected an e-mail address, found 'a@example.org?subject=Job'; {ALONE}",
            id="with-subject",
        ),
        pytest.param(
            EMAIL,
            "a@example.org\nBcc: b@example.org",
            "expected an e-mail address, found 'a@example.org Bcc: b@example.org'; one address alone: a@example.org",
            id="with-header",
        ),
        pytest.param(
            PHONE,
            "ask us",
            f"expected a phone number like +32 2 511 74 77, found 'ask us'; {DIGITS}",
            id="phone-in-words",
        ),
        pytest.param(
            PHONE, "112", f"expected a phone number like +32 2 511 74 77, found '112'; {DIGITS}", id="short-phone"
        ),
        pytest.param(
            PHONE,
            "+1;rm=1",
            f"expected a phone number like +32 2 511 74 77, found '+1;rm=1'; {DIGITS}",
            id="phone-with-parameter",
        ),
        pytest.param(
            HTTPS_URL,
            "http://example.org/",
            f"expected an address like https://example.org/apply, found 'http://example.org/'; {HTTPS}: "
            "write https://example.org/, once you saw that it opens",
            id="http",
        ),
        pytest.param(
            HTTPS_URL,
            "www.example.org",
            f"expected an address like https://example.org/apply, found 'www.example.org'; {HTTPS}: write https://www.example.org",
            id="www",
        ),
        pytest.param(
            HTTPS_URL,
            "javascript:alert(1)",
            f"expected an address like https://example.org/apply, found 'javascript:alert(1)'; {HTTPS}",
            id="javascript",
        ),
        pytest.param(
            HTTPS_URL,
            "data:text/html,a",
            f"expected an address like https://example.org/apply, found 'data:text/html,a'; {HTTPS}",
            id="data",
        ),
        pytest.param(
            HTTPS_URL,
            "https://a:b@example.org/",
            f"expected an address like https://example.org/apply, found 'https://a:b@example.org/'; {PLAIN}",
            id="password",
        ),
        pytest.param(
            HTTPS_URL,
            'https://example.org/"onclick="x',
            "expected an address like https://example.org/apply, found 'https://example.org/\"onclick=\"x'; "
            "no spaces, quotes or passwords in an address",
            id="quotes",
        ),
        pytest.param(
            HTTPS_URL,
            "example.org",
            f"expected an address like https://example.org/apply, found 'example.org'; {HTTPS}: write https://example.org",
            id="host-alone",
        ),
        pytest.param(
            HTTPS_URL,
            "https://example.org:99999/",
            "expected an address like https://example.org/apply, found 'https://example.org:99999/'; "
            f"{HOST}, without such a port",
            id="port-that-is-none",
        ),
        pytest.param(
            EMAIL,
            "info at example.org",
            f"expected an e-mail address, found 'info at example.org'; {ADDRESS}: info@example.org",
            id="at-in-words",
        ),
        pytest.param(
            FILE,
            "/etc/passwd",
            f"expected a file of the content like images/office.jpg, found '/etc/passwd'; {BELOW}",
            id="absolute",
        ),
        pytest.param(
            FILE,
            "../secret.pdf",
            f"expected a file of the content like images/office.jpg, found '../secret.pdf'; {BELOW}",
            id="upwards",
        ),
        pytest.param(
            FILE,
            "images\\a.png",
            f"expected a file of the content like images/office.jpg, found 'images\\a.png'; {BELOW}",
            id="backslash",
        ),
        pytest.param(
            FILE,
            "images//a.png",
            f"expected a file of the content like images/office.jpg, found 'images//a.png'; {BELOW}",
            id="two-slashes",
        ),
    ],
)
def test_an_invalid_value_is_refused_in_these_words(type_: FieldType[Any], text: str, expected: str) -> None:
    assert (None, [f"5: field: {expected}"]) == _parse(type_, text)


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        pytest.param(HTTPS_URL, "https://", id="no-host"),
        pytest.param(HTTPS_URL, "https:///path", id="no-host-but-a-path"),
        pytest.param(HTTPS_URL, "https:example.org", id="no-slashes"),
        pytest.param(HTTPS_URL, "https://localhost/", id="local-host"),
        pytest.param(HTTPS_URL, "https://[::1/", id="unclosed-number"),
        pytest.param(HTTPS_URL, "https://exa mple.org/", id="space"),
        pytest.param(HTTPS_URL, "https://example.org:99999/", id="port"),
        pytest.param(HTTPS_URL, "https://example.org\\@example.net/", id="backslash"),
        pytest.param(HTTPS_URL, "https://example.org/\na", id="line-end"),
        pytest.param(ZONE, "right/Europe/Brussels", id="zone-with-leap-seconds"),
        pytest.param(ZONE, "posix/Europe/Brussels", id="zone-of-a-folder"),
        pytest.param(ZONE, "Europe", id="zone-that-is-a-folder"),
        pytest.param(EMAIL, "a@example.org\n", id="email-with-line-end"),
        pytest.param(COUNTRY, "BE\n", id="country-with-line-end"),
        pytest.param(ID, "a\n", id="id-with-line-end"),
        pytest.param(FILE, "images/a\n.png", id="file-with-line-end"),
        pytest.param(LINE, "a\rb", id="line-with-carriage-return"),
        pytest.param(LINE, "a\u2028b", id="line-with-line-separator"),
        pytest.param(FILE, "images/a.png\n", id="file-that-ends-with-a-line-end"),
        pytest.param(FILE, "images/a\r.png", id="file-with-carriage-return"),
        pytest.param(NUMBER, "٢", id="arabic-number"),
    ],
)
def test_a_value_that_could_do_harm_is_refused(type_: FieldType[Any], text: str) -> None:
    value, told = _parse(type_, text)
    assert value is None
    assert len(told) == 1


@pytest.mark.parametrize("type_", [LINE, TEXT, ID, NUMBER, AMOUNT, ZONE, COUNTRY, EMAIL, HTTPS_URL, FILE, WORKPLACE])
def test_a_list_or_mapping_is_no_single_value(type_: FieldType[Any]) -> None:
    report = Report("x.md")
    assert type_.parse(Sequence((), 5), "field", report) is None
    assert type_.parse(Mapping((), 6), "field", report) is None
    hint = "; put quotes around a text that begins with " if type_ in (LINE, TEXT) else ""
    expected = [
        f"5: field: expected {type_.words}, found a list{hint and hint + '['}",
        f"6: field: expected {type_.words}, found fields of its own{hint and hint + '{'}",
    ]
    assert expected == lines_of(report)


@pytest.mark.parametrize(
    "host",
    [
        "192.0.2.1",
        "192.513",
        "3221225985",
        "0xc0000201",
        "0xC0.0.2.1",
        "0300.0.2.1",
        "[2001:db8::1]",
        "[::ffff:192.0.2.1]",
    ],
)
@pytest.mark.parametrize("rest", ["", ":8443/", "/a?b#c", "/größe"])
def test_a_host_that_is_an_ip_number_gets_advice_in_every_spelling(host: str, rest: str) -> None:
    value, said = _parse(HTTPS_URL, f"https://{host}{rest}")
    assert value is not None
    assert [each.partition("; ")[0] for each in said] == [
        f"advice: 5: field: the host is an IP number: {host.strip('[]').lower()}"
    ]


@pytest.mark.parametrize("host", ["1.2.3.4.example", "127.0.0.1.example.org", "example.org"])
def test_a_host_with_a_name_is_no_number(host: str) -> None:
    assert (f"https://{host}/", []) == _parse(HTTPS_URL, f"https://{host}/")


_URLS = [FASS, "https://a.example/x?y=1#z", "https://a.example:8443/"]


@pytest.mark.parametrize("url", _URLS)
def test_no_character_that_shows_nothing_changes_what_an_address_is(url: str) -> None:
    """Refused, or written in ASCII: what was judged is what every output writes."""
    for hidden in UNSEEN:
        for at in (0, 3, 6, 9, len(url)):
            value, told = _parse(HTTPS_URL, f"{url[:at]}{hidden}{url[at:]}")
            assert (value is None) == bool([each for each in told if not each.startswith("advice")])
            assert value is None or (value.startswith("https://") and value.isascii() and value.isprintable()), hidden


@pytest.mark.parametrize("type_", [HTTPS_URL, EMAIL, PHONE])
def test_no_field_for_an_address_takes_one_that_runs(type_: FieldType[Any]) -> None:
    assert [each for each in addresses() if _parse(type_, each)[0] is not None] == []


def test_every_field_that_pages_make_a_link_of_has_one_of_those_types() -> None:
    """A field is for an address of the web if that is what its example is."""
    found = [(name, each.type) for name, each in every_declaration() if re.match(r"[\"']?https?:", each.example)]
    assert [name for name, type_ in found if type_.schema.get("pattern") != "^https://"] == []
    assert len(found) > 8


@pytest.mark.parametrize(("type_", "most"), [(LINE, 1000), (LONG_LINE, 2000), (TEXT, 20_000)])
def test_a_text_too_long_for_a_page_is_refused(type_: FieldType[str], most: int) -> None:
    for length in (most, most + 1):
        report = Report("x.md")
        value = type_.parse(Scalar("a" * length, 2), "title", report)
        assert (value is None) == (length > most)
    assert f"it has {most + 1:,} characters, of {most:,} at most; more goes into the body" in lines_of(report)[-1]
