"""What authors are told, said in a language: phrases and problems in, texts out."""

from __future__ import annotations

from jobboard.source.catalogue import MESSAGES, SOURCE_LANGUAGE, Catalogue, catalogue_of, locale_of
from jobboard.source.message import Phrase, Value
from jobboard.source.problem import Problem


def worded(words: Phrase, lang: str) -> str:
    """A phrase in a language of the interface."""
    return str(words) if lang == SOURCE_LANGUAGE else _said(words, catalogue_of(lang, MESSAGES))


def worded_line(problem: Problem, lang: str) -> str:
    """`path:line: field: message; hint` in a language. What stands for a file that there is not has a name in each."""
    return f"{worded(Phrase(problem.path), lang)}:{problem.line}: {worded_trouble(problem, lang)}"


def worded_trouble(problem: Problem, lang: str) -> str:
    """The same without its place: `field: message; hint`."""
    field = f"{problem.field}: " if problem.field else ""
    return f"{field}{worded(problem.in_full, lang)}"


def _said(words: Phrase, catalogue: Catalogue) -> str:
    values = {name: _value(value, catalogue) for name, value in words.values.items()}
    pattern = catalogue.pattern(words.pattern, values)
    return pattern % values if values else pattern


def _value(value: Value, catalogue: Catalogue) -> str:
    if isinstance(value, Phrase):
        return _said(value, catalogue)
    if isinstance(value, str):
        return value
    from babel.numbers import format_decimal  # noqa: PLC0415 (most messages have no number)

    return str(format_decimal(round(value, 1), locale=locale_of(catalogue.lang)))
