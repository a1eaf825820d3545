"""Where a text says how to call somebody. Text in, spans out.

Whatever has as many digits as a telephone number is taken for one, unless it is known to be something else: a date, an
hour, an amount, a reference. The text comes as a reader takes it (`contact_spelling`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from jobboard.outputs.contacts.spelling import Extent
from jobboard.source.language.tongues.known import words_of

_FEWEST, _FEWEST_AFTER_A_WORD, _FEWEST_BESIDE_LETTERS, _FEWEST_OF_AN_EXTENSION, _MOST = 7, 6, 3, 2, 15
"""Digits of a telephone number: if it is nothing else, after a word like "tel.", with letters that look like digits or
stand for them, of an extension; and at most (ITU-T E.164)."""

_BETWEEN = r"[\s().\-/·•*_|~;='\"\[\]]"
_RUN = rf"\d(?:{_BETWEEN}{{0,4}}\d)*"

_PROGRAMS = "whats ?app|signal|viber|sms|imessage|telegram|wechat|skype"
_CALL = rf"{_PROGRAMS}|{words_of('call')}"
_CALLED = re.compile(rf"(?<!\w)(?:{_CALL})(?:\.|\b)[^\d\n+]{{0,30}}$", re.IGNORECASE)
_EXTENDED = re.compile(rf"(?<!\w)(?:{words_of('extension')})\b\.?\s?:?\s?$", re.IGNORECASE)
_ABROAD = re.compile(r"00[\s(]{0,2}[1-9]")
_FOUND = re.compile(_RUN)
_WEAK = re.compile(rf"(?<!\w){_RUN}(?!\w)")
_LOOK_BACK = 50
_VANITY = re.compile(r"8\d\d[-. ][A-Z]{3,}(?:[-. ]?[A-Z0-9]+)?(?!\w)")
_LIKE_DIGITS = re.compile(r"[\dOolI](?<!\w[\dOolI])(?:[ .()/-]{0,2}[\dOolI]){6,}(?!\w)")
_DIGIT = re.compile(r"\d")
_DIGIT_BEFORE = re.compile(r"[\w][\s./-]?$")

_DIGIT_WORDS = words_of("digits")
_SPOKEN_WORDS = frozenset(_DIGIT_WORDS.split("|"))
_SPOKEN = re.compile(rf"(?<!\w)(?:(?:{_DIGIT_WORDS})[\s,.-]+){{5,}}(?:{_DIGIT_WORDS})(?!\w)", re.IGNORECASE)

_YEAR, _MONTH, _DAY = r"(?:19|20)\d\d", r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_CLOCK = r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
_ISO = rf"{_YEAR}-{_MONTH}-{_DAY}(?!\d){_CLOCK}"
_DAY_FIRST = rf"{_DAY}(?P<sep>[-/.]\s?| ){_MONTH}(?P=sep){_YEAR}(?:\s?-\s?{_DAY}(?P=sep){_MONTH}(?P=sep){_YEAR})?"
_HOUR = r"(?:[01]?\d|2[0-4])"
_AMOUNT = r"(?:\d{1,3}(?:[ .,'’]\d{3})+|\d+)(?:[.,]\d{1,2})?"
_RANGE = rf"{_AMOUNT}(?:\s?(?:-|{words_of('and_to')})\s?{_AMOUNT})?"
_MONEY = (
    r"[€$£¥₣₤]|(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|RSD|UAH|TRY|MAD|TND|DZD|EGP|ZAR|KES|NGN|XOF|XAF"
    r"|GHS|UGX|TZS|RWF|ETB|CAD|AUD|NZD|JPY|CNY|KRW|INR|IDR|PHP|BRL|ARS|CLP|COP|PEN|MXN|UYU|CRC|ILS|JOD|LBP|GEL|AMD|MDL"
    rf"|ALL|MKD|BAM)\b|(?:k€|k\b|(?:{words_of('money')})\b)"
)
_UNIT = rf"{words_of('units')}|km²?|m²|%"
_REFERENCE = rf"{words_of('references')}|vat|tva|iva|btw|siret|siren|kvk|bce|rfc|iso"
_NUMBERED = r"isbn|issn|iban|bic|doi|orcid|siret|siren|vat|tva|btw|kvk"
_KNOWN = re.compile(
    "|".join(
        (
            rf"(?<!\w)(?:{_NUMBERED})(?:-1[03])?\b[\s:]{{0,3}}(?-i:[\dA-Z](?:[ ./-]?[\dA-Z]){{4,40}}\b)",
            r"(?<![\d+])\d{1,3}-\d{1,3},?\s\d{4,5}(?=\s(?-i:[A-Z]))",
            rf"(?<![\d+])(?<!\d[-/.]){_ISO}(?:\s?[-/]\s?{_ISO})?",
            rf"(?<![\d+])(?<!\d[-/.]){_YEAR}(?P<mark>[/.]){_MONTH}(?P=mark){_DAY}(?!\d)",
            rf"(?<![\d+])(?<!\d[-/. ]){_DAY_FIRST}(?!\d)(?![-. ]\d\d\b[-. ]?\d)",
            rf"(?<![\d+])(?<!\d[-/.]){_MONTH}/{_DAY}/{_YEAR}(?!\d)",
            rf"(?<!\d){_HOUR}\s?[:h]\s?[0-5]\d(?!\d)",
            rf"(?<![\d.]){_HOUR}\.[0-5]\d\s?-\s?{_HOUR}\.[0-5]\d(?![\d.]|\s?-?\s?\d\d)",
            r"(?<![\d+])(?<!\d[ -])(?:[01]\d|2[0-4])[0-5]\d\s?-\s?(?:[01]\d|2[0-4])[0-5]\d(?!\d|[ .-]\d)",
            rf"(?<![\d+])(?<!\d[ ./-]){_YEAR}(?:\s?[-/]\s?(?:{_YEAR}|\d\d))?(?!\d|[ ./-]\d)",
            rf"(?<![\d+]){_YEAR}\s?[-/]\s?{_YEAR}(?!\d|[ ./-]\d)",
            r"https?://(?:(?!\d{9})[^\s?#+])+",
            rf"(?<![\d+/.-])(?:{_YEAR}/\d{{1,5}}|\d{{1,5}}/{_YEAR})(?![\d/]|[ .-]\d)",
            rf"(?<!\w)(?:{_MONEY})\s?{_RANGE}(?!\d)",
            rf"(?<![\d+])(?<!\d[ .-])(?!0\d){_RANGE}\s?(?:{_MONEY}|(?:{_UNIT})(?!\w))",
            r"(?<![\d+])(?<!\d[ .-])[1-9]\d{0,2}(?:[,'’]\d{3})+(?:\.\d+)?(?!\d)",
            rf"(?<!\w)(?:{_REFERENCE})(?!\w)[\s.:#°º-]{{0,3}}[\w./-]{{0,40}}?\d[\w./-]{{0,40}}(?![\w./-]|\s\d)",
            r"(?<!\w)[#§]\s?\d[\w./-]{0,40}(?![\w./-]|\s\d)",
            r"(?<![\w+])(?-i:[A-Z]{1,8}\d{0,20}[-/._]?)(?=\d)[\w./-]{0,40}(?![\w./-]|\s\d)",
            r"(?<![\d+])(?:\d{4}-\d{3}|\d{5}-\d{3,4})(?=,?\s(?-i:[A-Z]))",
            r"〒?(?<=〒)\s?\d{3}-\d{4}",
            r"(?<!\w)v(?:ersion)?\.?\s?\d+(?:\.\d+)+",
        )
    ),
    re.IGNORECASE,
)
"""Digits that are known to be no telephone number, each with what stands around it."""


def numbers_in(text: str, *, is_reference: bool = False) -> Iterator[Extent]:
    """Every place of the text that says which number to call.

    Of a text that is a reference as a whole, only what is said to be a telephone number.
    """
    if _counts_aloud(text):
        yield from (spoken.span() for spoken in _SPOKEN.finditer(text))
    if _DIGIT.search(text) is None:
        return
    if "8" in text:
        yield from (found.span() for found in _VANITY.finditer(text))
    for found in _LIKE_DIGITS.finditer(text):
        if _count(found[0]) >= _FEWEST_BESIDE_LETTERS and any(letter in found[0] for letter in "OolI"):
            yield found.span()
    may_be_more = False
    for found in _FOUND.finditer(text):
        digits = _count(found[0])
        if digits >= _FEWEST_OF_AN_EXTENSION and _is_called(text, found, digits):
            yield _start(text, found.start()), found.end()
        elif digits >= _FEWEST:
            may_be_more = True
    if may_be_more and not is_reference:
        yield from _unknown(text)


def _is_called(text: str, found: re.Match[str], digits: int) -> bool:
    """True for a number that is said to be a telephone's, by a word before it or by the prefix of a country."""
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    if digits <= _FEWEST_AFTER_A_WORD and _EXTENDED.search(before):
        return True
    if digits >= _FEWEST and not text[found.end() : found.end() + 1].isalnum():
        if text[_start(text, found.start())] == "+":
            return True
        if _ABROAD.match(found[0]) and not _DIGIT_BEFORE.search(before):
            return True
    if digits < _FEWEST_AFTER_A_WORD or not _CALLED.search(before):
        return False
    return _count(_KNOWN.sub("", found[0])) >= _FEWEST_AFTER_A_WORD


def _start(text: str, at: int) -> int:
    """Where a number begins whose first digit stands there: at its bracket, at its plus."""
    if at and text[at - 1] == "(":
        at -= 1
    plus = at - 1 if at and text[at - 1] == " " else at
    return plus - 1 if plus and text[plus - 1] == "+" else at


def _unknown(text: str) -> Iterator[Extent]:
    """Numbers that nothing is known of."""
    masked = _KNOWN.sub(lambda known: "\0" * len(known[0]), text)
    yield from (found.span() for found in _WEAK.finditer(masked) if _is_long(found[0]))


def _is_long(run: str) -> bool:
    """True for as many digits as a telephone number has, or several of them; one very long number is none."""
    count = _count(run)
    return count >= _FEWEST and (count <= _MOST or not run.isdigit())


def _counts_aloud(text: str) -> bool:
    """True if nearly as many digits follow each other in words as a telephone number has; a sign may stand at either
    end of them."""
    words = text.lower().replace(",", " ").replace("-", " ").replace(".", " ").split()
    least = _FEWEST_AFTER_A_WORD - 2
    for at in range(least - 1, len(words), least):  # of so many in a row one stands there
        if words[at] in _SPOKEN_WORDS:
            runs = itertools.groupby(words[max(at - least + 1, 0) : at + least], _SPOKEN_WORDS.__contains__)
            if any(is_spoken and len(list(run)) >= least for is_spoken, run in runs):
                return True
    return False


def _count(text: str) -> int:
    return len(_DIGIT.findall(text))
