"""Field types of values that are one text: a function that reads it in, the type out, with what is said of others."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as MappingType
from enum import StrEnum
from typing import Any, TypeVar

from jobboard.model.fields.field import EXPECTED, FieldType, InvalidError
from jobboard.model.fields.input import Input
from jobboard.model.fields.record import describe
from jobboard.model.moments.not_a_moment import NotAMomentError, RangeError, Side, range_hint
from jobboard.model.texts.other_words import Meanings
from jobboard.source.characters import as_meant, hidden_in, is_visible, name_of
from jobboard.source.message import UNSAID, Phrase, in_turn, message, phrase
from jobboard.source.problem import Report, did_you_mean
from jobboard.source.yaml.syntax import in_quotes
from jobboard.source.yaml.tree import Mapping, Node, Scalar, Sequence

VALUE_MISSING = message("value-missing", EXPECTED)

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_TYPOGRAPHY = re.compile("[\u2010-\u201f\u2026]")
"""Dashes and quotation marks that everybody sees, and that are right in a text."""


_LONGEST = 2_000
"""Characters of what is no prose: nobody types as many, and what may have been meant would be looked for long."""


def scalar_type(
    convert: Callable[[str], T],
    code: str,
    words: Phrase,
    schema: dict[str, Any],
    *,
    is_prose: bool = False,
    is_loose: bool = False,
    side: Side | None = None,
    advise: Callable[[T], tuple[Phrase, Phrase]] = lambda _: (UNSAID, UNSAID),
    as_typed: Callable[[str], str] = str,
    asked: Input = Input.LINE,
) -> FieldType[T]:
    """A field type from a function that turns the typed text into a value or raises InvalidError.

    `is_prose` is for texts that may begin with a bracket, which YAML takes for a list; `side` for moments. `advise`
    answers a message and a hint for a value that is legal and probably wrong, else nothing twice. `code` is that of
    the message for any other value, `asked` what a form has for it.
    """
    expected = message(code, EXPECTED)

    def parse(node: Node, name: str, report: Report) -> T | None:
        if not isinstance(node, Scalar):
            hint = _hint_on_brackets(node) if is_prose else _hint_on_list(node, convert, as_typed)
            report.problem(node.line, name, expected(words=words, found=describe(node)), hint)
            return None
        if emptiness := _emptiness_of(node.text.strip(), is_prose=is_prose):
            report.problem(node.line, name, VALUE_MISSING(words=words, found=emptiness[0]), emptiness[1])
            return None
        if len(node.text) > _LONGEST and not is_prose:
            report.problem(node.line, name, expected(words=words, found=describe(node)))
            return None
        try:
            value = convert(node.text)
        except (InvalidError, NotAMomentError) as error:
            hint = _hint_on_range(error, side) or _hint_on_hidden(node.text, convert, error.hint) or error.hint
            report.problem(node.line, name, expected(words=words, found=describe(node)), hint)
            return None
        advice, hint = advise(value)
        if advice:
            report.advise(node.line, name, advice, hint)
        return value

    return FieldType(parse, words, schema, side=side, is_loose=is_prose or is_loose, as_typed=as_typed, asked=asked)


def _hint_on_range(error: Exception, side: Side | None) -> Phrase:
    """What this field writes of two moments."""
    return range_hint(side, error.first, error.last) if isinstance(error, RangeError) and side is not None else UNSAID


def _hint_on_hidden(text: str, convert: Callable[[str], object], hint: Phrase) -> Phrase:
    """The character that is not what it looks like, if that is why a text is not taken."""
    hidden, plain = hidden_in(text), as_meant(text).strip()
    if hidden and _is_taken(convert, plain):
        return phrase("%(hidden)s; write %(plain)s", hidden=hidden, plain=plain)
    is_odd = hidden and not _TYPOGRAPHY.search(text)
    return in_turn(hidden, hint or phrase("type it anew")) if is_odd else UNSAID


def _emptiness_of(text: str, *, is_prose: bool) -> tuple[Phrase, Phrase] | None:
    """What is said of a text that is empty, or that readers would see nothing of; else None."""
    if not text:
        return phrase("nothing"), phrase("write a value or delete the line")
    if is_prose and not is_visible(text):
        hint = phrase("there is only %(character)s; type it anew", character=name_of(text[0]))
        return phrase("nothing that readers see"), hint
    return None


def _is_taken(convert: Callable[[str], object], text: str) -> bool:
    try:
        convert(text)
    except (InvalidError, NotAMomentError):
        return False
    return True


def _hint_on_list(node: Node, convert: Callable[[str], object], as_typed: Callable[[str], str]) -> Phrase:
    """What to do about a list where one value goes, if its first is one, be it spelt as it should be."""
    first = node.items[0] if isinstance(node, Sequence) and node.items else None
    texts = (first.text, as_typed(first.text)) if isinstance(first, Scalar) else ()
    written = next((each for each in texts if _is_taken(convert, each)), "")
    if not (written and isinstance(node, Sequence)):
        return UNSAID
    if len(node.items) == 1:
        return phrase("write %(written)s", written=written)
    return phrase("only one goes here: write %(written)s, and the others into a note or the text", written=written)


def _hint_on_brackets(node: Node) -> Phrase:
    """What to do about a text that YAML takes for a list or a mapping."""
    entries = node.entries if isinstance(node, Mapping) else ()
    if len(entries) == 1 and isinstance(entries[0].value, Scalar) and entries[0].value.text:
        text = f"{entries[0].key}: {entries[0].value.text}"
        return phrase("a colon followed by a space needs quotes: %(text)s", text=in_quotes(text))
    return phrase("put quotes around a text that begins with %(sign)s", sign="{" if isinstance(node, Mapping) else "[")


def one_of(
    choices: type[E],
    otherwise: Phrase = UNSAID,
    also: MappingType[str, str] | None = None,
    *,
    hint_for: Callable[[str], Phrase] = lambda _: UNSAID,
    is_spoken_of: bool = False,
) -> FieldType[E]:
    """A word out of a short list; `otherwise` is the hint for a text that is near none of them.

    `also` gives other words that people write, each followed by the one they mean; where the field `is_spoken_of` in
    many words, they are looked for among others, too. `hint_for` may say more of a text than which word it means.
    """
    meanings = Meanings(tuple(choices), also or {})
    words = ", ".join(choice.value for choice in choices)

    def hint_on(text: str) -> Phrase:
        if hint := hint_for(text):
            return hint
        if word := meanings.exactly(text) or (is_spoken_of and meanings.within(text)):
            return phrase("write %(word)s", word=word)
        return did_you_mean(text.lower(), list(choices)) or otherwise

    def convert(text: str) -> E:
        try:
            return choices(text)
        except ValueError:
            raise InvalidError(hint_on(text)) from None

    def as_typed(text: str) -> str:
        return meanings.exactly(text) or text

    expected = phrase("one of %(words)s", words=words) if len(choices) > 1 else Phrase(words)
    return scalar_type(
        convert,
        "word-expected",
        expected,
        {"enum": [choice.value for choice in choices]},
        as_typed=as_typed,
        asked=Input.CHOICE,
    )
