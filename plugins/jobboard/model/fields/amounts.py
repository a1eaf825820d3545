"""The field types for numbers: how many, and how much."""

from __future__ import annotations

import re
from decimal import Decimal

from jobboard.model.fields.field import InvalidError
from jobboard.model.fields.input import Input
from jobboard.model.fields.scalar import scalar_type
from jobboard.model.fields.values import on_one_line
from jobboard.model.texts import codes
from jobboard.source.language.tongues.known import counts
from jobboard.source.message import Phrase, phrase
from jobboard.source.yaml.syntax import as_value


def _whole_number(text: str) -> int:
    if not re.fullmatch("[1-9][0-9]{0,5}", text):
        raise InvalidError
    return int(text)


NUMBER = scalar_type(
    _whole_number,
    "number-expected",
    phrase("a number like 2"),
    {"type": ["string", "integer"], "pattern": "^[1-9][0-9]{0,5}$"},
    is_loose=True,
    asked=Input.NUMBER,
)


def _number_or_words(text: str) -> int | str:
    if re.fullmatch("[1-9][0-9]{0,5}", text):
        return int(text)
    if number := counts().get(text.strip().lower()):
        return number
    if not any(each.isalpha() for each in text):
        raise InvalidError
    return on_one_line(1000)(text)


NUMBER_OR_WORDS = scalar_type(
    _number_or_words,
    "number-or-words-expected",
    phrase("a number like 2, or words"),
    {"type": ["string", "integer"]},
    is_prose=True,
)


_CURRENCY = r"(?:[€$£]|[A-Z]{3}|euros?)?"
_DRESSED = re.compile(
    rf"{_CURRENCY} ?"
    r"(?P<whole>[0-9]{1,3}(?P<joint>[.,' \u00a0\u202f\u2019])[0-9]{3}(?:(?P=joint)[0-9]{3})*|[0-9]{1,9})"
    rf"(?:[.,](?P<part>[0-9]{{2}}|-))? ?(?P<k>[kK])? ?{_CURRENCY}"
)
"""An amount with its currency and with separators: of three digits behind a dot or a comma, thousands are meant."""


def _amount(text: str) -> Decimal:
    if not re.fullmatch(r"[0-9]{1,15}(?:\.[0-9]{1,2})?", text):
        if plain := _undressed(text):
            hint = phrase("digits only, without separators or a currency: write %(amount)s", amount=plain)
            raise InvalidError(hint)
        raise InvalidError(_hint_on_amount(text))
    if not text.strip("0."):
        raise InvalidError(phrase("for unpaid work give only a note: {note: unpaid}"))
    return Decimal(text)


def _hint_on_amount(text: str) -> Phrase:
    """What to do about a text that is no amount: a range, or words and pay grades, as `GS-12` and `TV-L E13`."""
    parts = re.split(r" ?[-\u2013] ?| (?:to|and|à|et|a|y|bis|und) ", text.strip())
    ends = [_undressed(each) for each in parts]
    if len(ends) == 2 and all(ends):
        return phrase("a range has two ends: write %(written)s", written=f"min: {ends[0]}, max: {ends[1]}")
    if re.search(r"^[^\W\d_]|[^\W\d_]{2}", text) and not re.search(r"[€$£]|[0-9]{4}|[0-9][., ][0-9]{3}", text):
        return phrase(
            "figures only; words and pay grades go into the note: %(written)s", written=f"note: {as_value(text)}"
        )
    return phrase("digits only, without separators or a currency: 48000 or 17.50")


def _undressed(text: str) -> str:
    """`3.000 €`, `€3,000.50` and `40k` in digits; empty where that is not plain."""
    found = _DRESSED.fullmatch(text.strip())
    if found is None or not all(map(codes.is_currency, re.findall("[A-Z]{3}", text))):
        return ""
    whole, part = re.sub("[^0-9]", "", found["whole"]), (found["part"] or "").strip("-")
    if found["k"]:
        return "" if part or found["joint"] else f"{whole}000"
    return f"{whole}.{part}" if part else whole


AMOUNT = scalar_type(
    _amount, "amount-expected", phrase("an amount like 48000"), {"type": ["string", "number"]}, asked=Input.AMOUNT
)
