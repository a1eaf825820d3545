"""The languages a posting asks for, each with a level or alone."""

from __future__ import annotations

import re
from enum import StrEnum

from jobboard.model.fields.mappings import keys_with
from jobboard.model.fields.values import LANGUAGE, one_of
from jobboard.model.texts.codes import language_of
from jobboard.model.texts.other_words import LEVEL_WORDS
from jobboard.source.message import UNSAID, Phrase, phrase


class LanguageLevel(StrEnum):
    """How well a language is asked for: in words, or on the scale of the Council of Europe."""

    NATIVE = "native"
    FLUENT = "fluent"
    PROFESSIONAL = "professional"
    WORKING = "working"
    BASIC = "basic"
    ASSET = "asset"
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"


_ON_THE_SCALE = re.compile(r"(?i)(?<![a-z])[abc][12](?![0-9])")


def _lowest(text: str) -> Phrase:
    """Of `B2 or above`, `niveau C1` and `B2/C1`, the level that is enough."""
    levels = _ON_THE_SCALE.findall(text.upper())
    return phrase("write %(word)s", word=min(levels)) if levels else UNSAID


def _with_levels(languages: list[str]) -> Phrase:
    """How to write languages that stand in a text, if all of them are known."""
    known = [language_of(each) for each in languages]
    if not all(known):
        return UNSAID
    return phrase(
        "write %(written)s, or give each its level: %(levels)s",
        written=f"[{', '.join(known)}]",
        levels="{" + ", ".join(f"{each}: …" for each in known) + "}",
    )


LANGUAGES_ASKED = keys_with(
    LANGUAGE,
    one_of(
        LanguageLevel,
        phrase("write the nearest of them, or none where no level is asked for"),
        LEVEL_WORDS,
        hint_for=_lowest,
        is_spoken_of=True,
    ),
    phrase("languages with a level, like {en: fluent}, or a list of them"),
    _with_levels,
)
