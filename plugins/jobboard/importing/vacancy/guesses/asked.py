"""Experience and education that are asked for, in the words of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobboard.importing.vacancy.guesses.guess import Guess, Sure, in_flow, sentences_in, where_of, without_end
from jobboard.importing.vacancy.guesses.lines import Line, Lined
from jobboard.source.language.tongues.known import counts

_SPAN = (
    rf"\b(?:\d{{1,2}}(?:\s?[-–à]\s?\d{{1,2}})?\+?|{'|'.join(sorted(counts(), key=len, reverse=True))})\s+"
    r"(?:years?|months?|ans?|années?|mois|años?|mes(?:es)?)\b"
)
_EXPERIENCE = re.compile(
    r"\b(?:years?|months?)(?:['’]s?)?\s+(?:of\s+)?(?:[\w-]+\s+){0,4}experience|\bexperience (?:of|in)\b[^.]*\byears?\b|"
    r"\b(?:ans?|années?|mois) d['’]expérience|\bexpérience (?:professionnelle )?d['’]au moins|"
    r"\bau moins \w+ ans?\b[^.]*\bexpérience|\b(?:años?|mes(?:es)?) de experiencia|\bexperiencia\b[^.]*\baños?\b|"
    rf"\b(?:experience|expérience|experiencia)\b[^.;]{{0,60}}{_SPAN}|"
    rf"{_SPAN} (?:in|dans|sur|en) (?:an? |un |une )?(?:puestos? |poste |job |position )?(?:similar|comparable|"
    rf"equivalent|similaire)",
    re.IGNORECASE,
)
_PLAIN_EXPERIENCE = re.compile(
    r"^(?:a )?(?:first |proven |solid |previous |relevant |première |solide |primera )*(?:professional |"
    r"professionnelle )?"
    r"(?:experience|expérience|experiencia)\b",
    re.IGNORECASE,
)
_YEARS_DOING = re.compile(
    r"(?:at least |a minimum of |minimum )?\d{1,2}(?:\s?[-–]\s?\d{1,2})?\+?\s+years?\s+(?:of\s+)?\w+ing\b",
    re.IGNORECASE,
)
_EDUCATION = re.compile(
    r"\bmaster['’]?s?\b|\bmáster\b|\bbachelor\w*|\bdegree\b|\bdiploma\b|\buniversity[- ](?:level|degree|"
    r"education)|\bPh\.?D\b|"
    r"\bdiplôme\w*|\bbac\s?\+\s?\d|\blicence\b|\bformation (?:supérieure|universitaire)|\btitulación\b|"
    r"\blicenciatura\b|\bbrevet\b|(?-i:\b(?:CAP|BTS|BUT|DUT|CFC|CESS|FP|GCSEs?|MQF|EQF|M\.?Sc|B\.?Sc)\b|"
    r"\b[MB]\.?A\.? in\b)|\bbachelier|\bbaccalauréat|\bA[- ]levels?\b|"
    r"\b(?:students?|étudiante?s?|estudiantes?|enrolled|graduated?s?|graduates|diplômée?s?|inscrite?)\b[^.;]{0,20}\b(?:in|of|at|en|de|à|within)\b|"
    r"\bundergraduate|\bpostgraduate|\bsecondary education|\bbachillerato\b|\bciclo formativo|\bcollege\b|"
    r"\bgrado (?:universitario|en)\b|\bformación (?:universitaria|superior)|\btítulo universitario|"
    r"\bestudios (?:universitarios|superiores)",
    re.IGNORECASE,
)
_NOT_EDUCATION = re.compile(
    r"\bhigh degree of|\bdegree of (?:autonomy|independence|flexibility)|\bmaster(?:ed|ing)?\s+(?:of|"
    r"the)\b|scrum master|(?:copies|copy|copie|copia)s? (?:of|de|del|du|des)\b",
    re.IGNORECASE,
)
_LONGEST = 400
_BRACKETED = re.compile(r"\(([^()]{4,120})\)")


def guess_experience(sheet: Lined) -> Iterator[Guess]:
    """What experience is asked for."""
    yield from _in_words(sheet, "experience", _EXPERIENCE, None)
    for line in sheet.lines:
        if line.is_entry and _PLAIN_EXPERIENCE.search(line.text) and len(line.text) <= _LONGEST:
            yield _guess("experience", line, line.text, Sure.LIKELY, fills=False)
    for line in sheet.lines:
        if line.is_entry and _YEARS_DOING.match(line.text) and len(line.text) <= _LONGEST:
            yield _guess("experience", line, line.text, Sure.LIKELY, fills=False)


def guess_education(sheet: Lined) -> Iterator[Guess]:
    """What education is asked for."""
    yield from _in_words(sheet, "education", _EDUCATION, _NOT_EDUCATION)


def _in_words(sheet: Lined, field: str, about: re.Pattern[str], not_about: re.Pattern[str] | None) -> Iterator[Guess]:
    for line in sheet.lines:
        if line.field == field and not line.level and len(line.said) <= _LONGEST:
            yield _guess(field, line, line.said, Sure.CERTAIN, fills=bool(line.label))
    for line in sheet.lines:
        for sentence in [] if line.level else sentences_in(line.text):
            found = about.search(sentence)
            if found and len(sentence) <= _LONGEST and not (not_about and not_about.search(sentence)):
                yield _guess(field, line, _part_of(sentence, found), Sure.LIKELY, fills=False)


def _part_of(sentence: str, found: re.Match[str]) -> str:
    """What stands in brackets of its own, else the sentence."""
    around = (each for each in _BRACKETED.finditer(sentence) if each.start() < found.start() < each.end())
    return next((each[1] for each in around), sentence)


def _guess(field: str, line: Line, words: str, sure: Sure, *, fills: bool) -> Guess:
    value = in_flow(without_end(words))
    return Guess(field=field, value=value, words=words, sure=sure, line=line, where=where_of(line), fills=fills)
