"""Which way a language is written, and words of the other way kept apart from the sentence around them."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping

LEFT_TO_RIGHT, RIGHT_TO_LEFT = "ltr", "rtl"
"""As HTML's `dir` says it."""

_SCRIPTS = frozenset(
    """
    Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh
    Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre Syrj Syrn Thaa Yezi
    """.split()  # noqa: SIM905 (as a list it would fill the page)
)
"""Scripts written from right to left (CLDR, scriptMetadata), by ISO 15924."""

_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""Where Unicode has the letters of those scripts (UAX 9, table 4: classes R and AL)."""

_ISOLATE, _END = "\u2068", "\u2069"


@functools.cache
def direction_of(lang: str) -> str:
    """`rtl` for a language whose usual script, or the one its code names (BCP 47), is written from right to left."""
    return RIGHT_TO_LEFT if _script_of(lang) in _SCRIPTS else LEFT_TO_RIGHT


def isolated(text: str, lang: str) -> str:
    """Text to stand in a sentence of that language: between isolates (UAX 9, 2.4.2) if it has letters of the other way.

    Without them the punctuation around it would jump to its other side. A title in the language's own script, which is
    nearly every one, stays as it is.
    """
    return f"{_ISOLATE}{text}{_END}" if _foreign_to(direction_of(lang))(text) else text


def isolated_values(values: Mapping[str, object], lang: str) -> Mapping[str, object]:
    """The values of a message, each kept apart from its words where it has to be."""
    is_foreign = _foreign_to(direction_of(lang))
    foreign = {name: each for name, each in values.items() if type(each) is str and is_foreign(each)}
    return {**values, **{name: f"{_ISOLATE}{each}{_END}" for name, each in foreign.items()}} if foreign else values


@functools.cache
def _foreign_to(direction: str) -> Callable[[str], object]:
    """Finds a letter of the other direction."""
    is_left = direction == LEFT_TO_RIGHT
    return re.compile(f"[{_LETTERS}]" if is_left else rf"(?![{_LETTERS}])[^\W\d_]").search


def _script_of(lang: str) -> str:
    from babel.core import get_global  # noqa: PLC0415 (loaded when a page is made, and not before)

    known: Mapping[str, str] = get_global("likely_subtags")
    aliases: Mapping[str, str] = get_global("language_aliases")
    first, *rest = lang.replace("_", "-").split("-")
    alias: str = aliases.get(first.lower(), first.lower())
    language, *subtags = [*alias.split("_"), *rest]
    scripts = [each.title() for each in subtags if len(each) == 4 and each.isalpha()]
    regions = [each.upper() for each in subtags if len(each) in (2, 3)]
    likely: str = known.get("_".join([language, *regions[-1:]])) or known.get(language) or ""
    found: list[str] = [*scripts, *likely.split("_")[1:2], ""]
    return found[0]
