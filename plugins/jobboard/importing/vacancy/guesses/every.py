"""Everything that is guessed of one vacancy: its lines in, for each field the best guess out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from jobboard.importing.vacancy.guesses.applying import guess_apply, guess_reference
from jobboard.importing.vacancy.guesses.asked import guess_education, guess_experience
from jobboard.importing.vacancy.guesses.days import guess_deadline, guess_interviews
from jobboard.importing.vacancy.guesses.guess import Guess, Sure
from jobboard.importing.vacancy.guesses.lines import Lined
from jobboard.importing.vacancy.guesses.markup import employer_in, guess_by_markup
from jobboard.importing.vacancy.guesses.named import guess_kind, guess_title
from jobboard.importing.vacancy.guesses.pay import guess_salary
from jobboard.importing.vacancy.guesses.places import guess_place, guess_place_of
from jobboard.importing.vacancy.guesses.recruiter import Recruiter, guess_organisation
from jobboard.importing.vacancy.guesses.spoken import guess_languages
from jobboard.importing.vacancy.guesses.terms import (
    guess_contract,
    guess_employment,
    guess_in_words,
    guess_workplace,
)
from jobboard.model.fields.field import declarations
from jobboard.model.posting import Posting
from jobboard.source.problem import Level, Report
from jobboard.source.yaml.front_matter import parse_front_matter

_COMMON = {
    "en": r"the|and|of|to|with|for|you|will|our|we",
    "fr": r"le|la|les|des|du|et|vous|pour|dans|nous|une|votre",
    "es": r"el|los|las|del|y|para|con|una|en|se|que|su",
}
"""Words that nearly every sentence of a language has."""

_LONGEST_LINE = 4_000
"""Characters of a paragraph that is read for fields; none is so long that says them."""


class Circumstances(Struct, frozen=True, kw_only=True):
    """What is known beside the text. `today` is a day (ISO), `lang` a code or empty."""

    recruiters: tuple[Recruiter, ...]
    today: str
    subject: str = ""
    lang: str = ""
    organisation: str = ""
    markup: Mapping[str, Any] = {}


def language_of_text(text: str) -> str:
    """English, French or Spanish, by its commonest words; empty if it is plainly none of them."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {lang: sum(1 for word in words if re.fullmatch(common, word)) for lang, common in _COMMON.items()}
    best = max(counts, key=lambda lang: counts[lang])
    return best if counts[best] * 15 >= len(words) else ""


def best_guesses(sheet: Lined, known: Circumstances) -> list[Guess]:
    """The best guess for each field, and what it would be otherwise where that is in doubt."""
    best: dict[str, Guess] = {}
    sheet = Lined(soup=sheet.soup, lines=[line for line in sheet.lines if len(line.text) <= _LONGEST_LINE])
    for guess in _all(sheet, known):
        if is_taken(guess) and (guess.field not in best or _is_better(guess, best[guess.field])):
            best[guess.field] = guess
    for guess in _after(best, sheet, known):
        if is_taken(guess) and (guess.field not in best or guess.sure > best[guess.field].sure):
            best[guess.field] = guess
    if "timezone" in best and " " not in best["deadline"].value if "deadline" in best else "timezone" in best:
        del best["timezone"]
    return list(best.values())


def _is_better(guess: Guess, other: Guess) -> bool:
    """True for a guess that is surer, or that names the hour of the day which another names."""
    if guess.field == "deadline" and " " in guess.value and " " not in other.value:
        return guess.value.strip('"').startswith(other.value)
    return guess.sure > other.sure


def _after(best: Mapping[str, Guess], sheet: Lined, known: Circumstances) -> Iterator[Guess]:
    """What other guesses lead to."""
    if "title" in best:
        yield from guess_kind(best["title"].words)
    recruiter = next((each for each in known.recruiters if each.id == known.organisation), None)
    recruiter = recruiter or next(
        (each for each in known.recruiters if "organisation" in best and each.id == best["organisation"].value), None
    )
    if recruiter is not None:
        yield from guess_place_of(recruiter, sheet)


def is_taken(guess: Guess) -> bool:
    """True for a value that the field it is for takes."""
    report = Report("")
    tree = parse_front_matter(f"{guess.field}: {guess.value}\n", 1, report)
    node = tree.value(guess.field) if tree else None
    if node is not None:
        declarations(Posting)[guess.field].type.parse(node, guess.field, report)
    return node is not None and not any(each.level is Level.PROBLEM for each in report)


def _all(sheet: Lined, known: Circumstances) -> Iterator[Guess]:
    """Guesses of every kind; of two that are as sure the first counts."""
    yield from guess_by_markup(known.markup, known.today)
    yield from _by_name(employer_in(known.markup), known.recruiters)
    yield from guess_title(sheet, known.subject)
    yield from guess_organisation(sheet, known.recruiters)
    yield from guess_deadline(sheet, known.lang, known.today)
    yield from guess_place(sheet)
    yield from guess_workplace(sheet)
    yield from guess_contract(sheet)
    yield from guess_employment(sheet)
    yield from guess_salary(sheet)
    yield from guess_languages(sheet)
    yield from guess_experience(sheet)
    yield from guess_education(sheet)
    yield from guess_apply(sheet)
    yield from guess_interviews(sheet)
    yield from guess_reference(sheet)
    yield from guess_in_words(sheet)


def _by_name(name: str, recruiters: Iterable[Recruiter]) -> Iterator[Guess]:
    for each in recruiters if name else ():
        if name.casefold() in {known.casefold() for known in (each.full, *each.names)}:
            yield Guess(field="organisation", value=each.id, words=name, sure=Sure.CERTAIN)
