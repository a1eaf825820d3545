"""Where the work is: towns that are known, with their countries."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from jobboard.importing.vacancy.guesses.guess import Guess, Sure, in_flow, sentences_in, where_of, without_end
from jobboard.importing.vacancy.guesses.lines import Lined
from jobboard.importing.vacancy.guesses.named import is_title
from jobboard.importing.vacancy.guesses.recruiter import Recruiter
from jobboard.model.texts.codes import country_of
from jobboard.model.texts.towns import names_of_towns, town_names
from jobboard.model.texts.towns_elsewhere import TOWNS_ELSEWHERE
from jobboard.model.texts.towns_of_europe import TOWNS_OF_EUROPE
from jobboard.source.language.phrases import is_office
from jobboard.source.message import UNSAID, phrase
from jobboard.source.slug import base_letters

_NAME = (
    r"(?P<town>[^\W\d_][\w’'-]*(?:\s(?:de|la|le|les|of|sur|del|den|am)\s[^\W\d_][\w’'-]*|"
    r"\s(?-i:[A-ZÉÁÎ])[\w’'-]*){0,3})"
)
_BASED = (
    re.compile(
        rf"\b(?:based|located|situated) (?:in|at) (?:the )?(?:our )?(?:office(?:s)? in )?{_NAME}", re.IGNORECASE
    ),
    re.compile(r"(?P<town>[^\W\d_]\w+(?:[ -][^\W\d_]\w+)?)[- ]based\b"),
    re.compile(r"(?P<town>[^\W\d_]\w+)[- ]based\b"),
    re.compile(rf"\b(?:our|the) offices? in {_NAME}", re.IGNORECASE),
    re.compile(r"\b(?:our|the) (?P<town>[^\W\d_]\w+(?:[ -][^\W\d_]\w+)?) (?:office|headquarters|secretariat)\b"),
    re.compile(rf"\b(?:basé|situé|localisé)(?:[·.]?e|\(e\))?(?:[·.]?s)? (?:à|en|au) {_NAME}", re.IGNORECASE),
    re.compile(
        r"\b(?:internship|traineeship|position|post|job|role|stage|poste|emploi|puesto|plaza|prácticas|"
        r"beca)s? (?:in|à|en) "
        rf"{_NAME}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:con (?:sede|base) en|ubicad[oa] en|basad[oa] en|situad[oa] en|presencial en|"
        rf"lugar de trabajo (?:en|es)) {_NAME}",
        re.IGNORECASE,
    ),
)
_OF_OFFICE = re.compile(
    rf"\b(?:office|bureaux?|oficinas?|siège|sede)\b[^.]{{0,60}}?\b(?:in|à|en|de|near)\b\s{_NAME}", re.IGNORECASE
)
_LONGEST = 120
_WORDS_OF_TOWN = 4
_SPLIT = re.compile(r"\s*[,(/–—-]\s*|\)")
_SEVERAL = re.compile(r"\s*/\s*|\s+(?:or|and|ou|et|o|y)\s+")
_DEPARTMENT = re.compile(r"\(\s?(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])\s?\)")
"""The number of a French department, behind a town's name."""

_WITHIN = re.compile(r"(?P<town>[^\W\d_][^\d(),/]{1,40}?)\s*\((?P<around>[^()]{2,40})\)")
"""A town with what it lies in: Tortosa (Tarragona)."""

_SEGMENTS = re.compile(r"\s[–—|·•-]\s|\t")
_BELOW_TITLE = 6
"""Lines below a title among which one may hold no more than a place."""


def guess_place(sheet: Lined) -> Iterator[Guess]:
    """Where the work is, by a label or by words like "based in"."""
    for line in sheet.lines:
        if line.field == "place" and len(line.said) <= _LONGEST and (value := _place(line.said)):
            known = value.count(":") > 1
            yield Guess(
                field="place",
                value=value,
                words=line.text,
                sure=Sure.CERTAIN if known else Sure.LIKELY,
                line=line,
                where=where_of(line),
                fills=bool(line.label),
            )
    yield from _below_title(sheet)
    for line in sheet.lines:
        for sentence in sentences_in(line.text):
            for pattern in (*_BASED, _OF_OFFICE):
                found = next((each for each in pattern.finditer(sentence) if _known(each["town"])), None)
                if found:
                    town, country = _known(found["town"])
                    value = f"{{city: {in_flow(town)}, country: {country}}}"
                    sure = Sure.DOUBTFUL if pattern is _OF_OFFICE else Sure.LIKELY
                    yield Guess(field="place", value=value, words=sentence, sure=sure, line=line, where=where_of(line))


def guess_place_of(recruiter: Recruiter, sheet: Lined) -> Iterator[Guess]:
    """Where who hires has its office: likely where the text names that town, be it in another language."""
    names = [_compared(name) for name in town_names(recruiter.country, recruiter.town)] if recruiter.town else []
    named = next(
        (line for line in sheet.lines if any(f" {name} " in f" {_compared(line.text)} " for name in names)), None
    )
    is_labelled = any(line.field == "place" and line.label for line in sheet.lines)
    yield from _in_country(sheet, recruiter.country)
    if names:
        yield Guess(
            field="place",
            value=f"{{city: {in_flow(recruiter.town)}, country: {recruiter.country}}}",
            words=named.text if named else recruiter.full,
            sure=Sure.LIKELY if named and not is_labelled else Sure.DOUBTFUL,
            line=named,
            where=where_of(named) if named else UNSAID,
            note=phrase("the office of who hires"),
        )


def _in_country(sheet: Lined, country: str) -> Iterator[Guess]:
    """A town that is not known, in the country of who hires."""
    for line in sheet.lines if country else ():
        named = line.said if line.field == "place" and line.label and len(line.said.split()) <= _WORDS_OF_TOWN else ""
        based = next((found["town"] for each in _BASED if (found := each.search(line.text)) and not line.level), "")
        town = without_end(_SPLIT.split(named)[0]) or based
        if town[:1].isupper() and not re.search(r"\d", town):
            yield Guess(
                field="place",
                value=f"{{city: {in_flow(town)}, country: {country}}}",
                words=line.text,
                sure=Sure.LIKELY if named == town else Sure.DOUBTFUL,
                line=line,
                where=where_of(line),
                note=phrase("the country of who hires"),
            )


def _below_title(sheet: Lined) -> Iterator[Guess]:
    """A line below the title, or a part of one between strokes, that names a town and its country and nothing else."""
    start = next((at for at, line in enumerate(sheet.lines) if is_title(line)), None)
    for line in [] if start is None else sheet.lines[start : start + _BELOW_TITLE]:
        parts = _SEGMENTS.split(line.text) if not line.label and len(line.text) <= _LONGEST else []
        for part in [*parts, *(part.rpartition(",")[2].strip() for part in parts if line.level or is_title(line))]:
            names = [without_end(each) for each in _SPLIT.split(part) if each.strip()]
            if names and all(country_of(name) or _known(name)[0] == name for name in names) and (value := _place(part)):
                yield Guess(
                    field="place", value=value, words=line.text, sure=Sure.LIKELY, line=line, where=where_of(line)
                )


def _place(text: str) -> str:
    """Town and country a value names, as YAML; a list of several towns; empty if no country is certain."""
    several = [_one_place(each) for each in _SEVERAL.split(text)]
    if len(several) > 1 and all(each.startswith("{city") for each in several):
        return f"[{', '.join(several)}]"
    return _one_place(text)


def _one_place(text: str) -> str:
    parts = [without_end(part) for part in _SPLIT.split(text) if part.strip()]
    country = next((code for part in parts if len(part) > 2 and (code := country_of(part))), "")
    if not country and (found := _DEPARTMENT.search(text)):
        country, parts = "FR", [without_end(text[: found.start()])]
    within = None if country else _WITHIN.match(text)
    if within and not _known(within["town"])[0] and (around := _known(within["around"])[1]):
        return "" if is_office(within["town"].casefold()) else f"{{city: {in_flow(within['town'])}, country: {around}}}"
    for part in parts:
        town, code = _known(part) if not country else (_in(part, country), country)
        if town:
            return f"{{city: {in_flow(town)}, country: {code}}}"
    if not country:
        return ""
    town = next((part for part in parts if not country_of(part) and not re.search(r"\d", part)), "")
    return f"{{city: {in_flow(town)}, country: {country}}}" if town else f"{{country: {country}}}"


def _in(text: str, country: str) -> str:
    return text if _compared(text) in names_of_towns(country) else ""


def _known(text: str) -> tuple[str, str]:
    """A town that a text begins with, as it is written, and its country; both empty if it is none or of several."""
    words = text.split()
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length]).strip(".,;")
        if country := _countries().get(_compared(name), ""):
            return name, country
    return "", ""


@functools.cache
def _countries() -> Mapping[str, str]:
    """The country of each name of a town; none of a name that two countries share."""
    found: dict[str, set[str]] = {}
    for country in (*TOWNS_OF_EUROPE, *TOWNS_ELSEWHERE):
        for name in names_of_towns(country):
            found.setdefault(name, set()).add(country)
    return {name: next(iter(countries)) for name, countries in found.items() if len(countries) == 1}


def _compared(text: str) -> str:
    return " ".join(re.findall(r"\w+", base_letters(text.casefold())))
