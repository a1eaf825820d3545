"""The words of pages and of messages: two catalogues for each language, in `locale/<lang>/LC_MESSAGES/`.

English is what is written in code and templates, and has no file. A catalogue is read when its first word is said.
Values go in by name, as in `say("Closed in %(year)s", year=2026)`. One in letters of the other direction, such as a
Hebrew name in an English sentence, is kept apart from the words around it.
"""

from __future__ import annotations

import functools
import gettext
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.source.direction import isolated_values
from jobboard.source.language.tongues.tongue import Tongue

SOURCE_LANGUAGE = "en"
CATALOGUES = Path(__file__).parents[1] / "locale"

PAGES, MESSAGES = "jobboard", "messages"
"""What readers see, on which pages depend, and what authors are told, on which none does (`message.py`)."""

_CONTEXT = "\x04"
"""Stands between context and message in the key of a message, as in gettext's own files."""

_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+)?(".*")$')
_PLURAL = re.compile(r"plural=([^;]*);?")
_TAGS = re.compile("<[^>]*>")


class Elision(Struct, frozen=True):
    """A word that loses its vowel before those of a language: "d’Athènes" for "de Athènes"."""

    before_value: re.Pattern[str]
    vowels: tuple[str, ...]

    @classmethod
    def of(cls, word: str, vowels: str) -> Elision:
        """How a word is elided, in small letters or with a capital."""
        return cls(re.compile(rf"\b((?i:{word[0]}){word[1:-1]}){word[-1]} (%\((\w+)\)s)"), tuple(vowels))

    def applied(self, text: str, values: Mapping[str, object]) -> str:
        """A message as it is written before these values."""
        return self.before_value.sub(lambda found: self._elided(found, values), text)

    def _elided(self, found: re.Match[str], values: Mapping[str, object]) -> str:
        is_vowel = _TAGS.sub("", str(values.get(found[3], ""))).lower().startswith(self.vowels)
        return f"{found[1]}’{found[2]}" if is_vowel else found[0]


class Catalogue(Struct, frozen=True):
    """A language's messages by key, each with its plural forms, and which form a number takes.

    What has no translation is said in English.
    """

    lang: str
    messages: Mapping[str, tuple[str, ...]]
    plural_form: Callable[[int], int]
    elision: Elision | None = None

    def say(self, message: str, /, **values: object) -> str:
        """A message with its values in place. One marked by `mark_as` brings its context along."""
        pattern = self.pattern(message, values)
        return pattern % isolated_values(values, self.lang) if values else pattern

    def say_as(self, context: str, message: str, /, **values: object) -> str:
        """A message whose English stands for several things; `context` tells which."""
        return self.say(mark_as(context, message), **values)

    def say_number(self, one: str, several: str, number: int, /, **values: object) -> str:
        """The message for so many; it names them as `%(number)s`, written as the language writes numbers."""
        from babel.numbers import format_decimal  # noqa: PLC0415 (a build with nothing to do says nothing)

        values = {"number": format_decimal(number, locale=locale_of(self.lang)), **values}
        return self.plural_pattern(one, several, number, values) % isolated_values(values, self.lang)

    def pattern(self, message: str, values: Mapping[str, object]) -> str:
        """A translation, before its values are put in place."""
        found = self.messages.get(message)
        return self._fitting(found[0] if found else message.rpartition(_CONTEXT)[2], values)

    def plural_pattern(self, one: str, several: str, number: int, values: Mapping[str, object]) -> str:
        """The form of a translation for so many, before its values are put in place."""
        found = self.messages.get(one)
        return self._fitting(found[self.plural_form(number)] if found else one if number == 1 else several, values)

    def _fitting(self, text: str, values: Mapping[str, object]) -> str:
        """The text as it is written before these values: French contracts, whatever the catalogue says."""
        return self.elision.applied(text, values) if self.elision else text


@functools.lru_cache(maxsize=4096)
def said(lang: str, message: str) -> str:
    """A message of the interface without values, as a language has it. Every page says dozens, always the same."""
    return catalogue_of(lang).say(message)


def mark(message: str) -> str:
    """The message itself: marks words that are said elsewhere, so that they get into the catalogues."""
    return message


def mark_as(context: str, message: str) -> str:
    """Marks words that are said elsewhere, with the context that tells them from others spelt the same."""
    return f"{context}{_CONTEXT}{message}"


@functools.cache
def languages(words: str = PAGES) -> tuple[str, ...]:
    """Every language the interface can speak: English, then those that have a catalogue."""
    return (SOURCE_LANGUAGE, *sorted(path.parents[1].name for path in CATALOGUES.glob(f"*/LC_MESSAGES/{words}.po")))


@functools.cache
def catalogue_of(lang: str, words: str = PAGES) -> Catalogue:
    """The catalogue of an interface language."""
    if lang == SOURCE_LANGUAGE:
        return Catalogue(lang, {}, lambda number: int(number != 1))
    messages = dict(_messages(file_of_catalogue(lang, words).read_text(encoding="utf-8")))
    rule = _PLURAL.search(messages.pop("")[0])
    tongue = _tongue(lang)
    elision = Elision.of(tongue.elided, tongue.vowels) if tongue and tongue.elided else None
    return Catalogue(lang, messages, gettext.c2py(rule[1] if rule else "n != 1"), elision)


@functools.cache
def catalogue_digest(lang: str, words: str = PAGES) -> str:
    """A name for the words of a language; those of English are the code's and the templates'."""
    return "" if lang == SOURCE_LANGUAGE else digest_of(file_of_catalogue(lang, words).read_bytes())


def file_of_catalogue(lang: str, words: str = PAGES) -> Path:
    """Where the words of a language are."""
    return CATALOGUES / lang / "LC_MESSAGES" / f"{words}.po"


@functools.cache
def locale_of(lang: str) -> str:
    """What Babel calls the regional form of a language that we write."""
    tongue = _tongue(lang)
    return tongue.locale or lang if tongue else lang


def _tongue(lang: str) -> Tongue | None:
    from jobboard.source.language.tongues.known import TONGUES  # noqa: PLC0415 (a build with nothing to do says nothing)

    return TONGUES.get(lang)


def _messages(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Key and translations of each message that has one.

    The format is GNU gettext's. Babel reads it too, in twenty times the time, which every build would wait for.
    """
    for block in re.split(r"\n\s*\n", text):
        parts: dict[str, str] = {}
        name, is_fuzzy = "", False
        for line in block.split("\n"):
            is_fuzzy = is_fuzzy or (line.startswith("#,") and "fuzzy" in line)
            if found := _LINE.match(line):
                name = found[1] or name
                parts[name] = parts.get(name, "") + json.loads(found[2])
        forms = tuple(parts[name] for name in sorted(parts) if name.startswith("msgstr"))
        if forms and all(forms) and not (is_fuzzy and parts["msgid"]):
            context = parts.get("msgctxt")
            yield parts["msgid"] if context is None else f"{context}{_CONTEXT}{parts['msgid']}", forms
