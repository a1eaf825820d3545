"""The last day to apply, with its hour and zone, and the days of interviews: sentences in, guesses out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from jobboard.importing.vacancy.guesses.applying import DOCUMENTS_NAMED
from jobboard.importing.vacancy.guesses.guess import Guess, Sure, in_flow, sentences_in, where_of, without_end
from jobboard.importing.vacancy.guesses.hours import hour_in, zone_in_words
from jobboard.importing.vacancy.guesses.labels import field_of, split_label
from jobboard.importing.vacancy.guesses.lines import Line, Lined
from jobboard.importing.vacancy.guesses.named import NAMED_JOB, is_title
from jobboard.source.language.days import Day, days_in, wrong_weekday
from jobboard.source.language.phrases import is_last_day
from jobboard.source.language.tongues.known import TONGUES, words_of
from jobboard.source.message import UNSAID, Phrase, in_turn, phrase

_READ = [TONGUES[code] for code in ("en", "fr", "es")]
_MIDNIGHT = re.compile(rf"\b(?:{words_of('midnight', _READ)})\b|(?<![\d:.])(?:24|00?)[:h.]00(?![\d:])", re.IGNORECASE)
_QUOTED = re.compile(r"[“«\"][^”»\"]{1,150}[”»\"]|\S{1,64}@\S{1,200}|https?://\S{1,500}")
"""Words that say nothing of a day: the subject of a mail, an address."""

_FIGURES = re.compile(r"(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-])")
_INTERVIEWS = re.compile(r"\binterview(?:s|ed)?\b|\bentretiens?\b|\bentrevistas?\b|\bépreuves?\b", re.IGNORECASE)
_MONTHS = "|".join(
    sorted((name for tongue in _READ for names in tongue.months for name in names.split("|")), key=len, reverse=True)
)
_WHEN = re.compile(
    rf"\b(?:in|on|during|from|between|around|for|as of|as from|by|starting|le|la|les|en|dans|du|au|aux?|"
    rf"entre|à partir du|"
    rf"vers|courant|el|los|entre el|durante|hacia|a partir del|del)\s+((?:the\s+|la\s+|el\s+|l['’])?"
    rf"(?:(?!\b(?:and|et|y)\b[^.;]*@)[^.;()]){{0,60}}?\b(?:{_MONTHS})\b\.?(?:\s+(?:de(?:l)?\s+|of\s+)?\d{{4}})?)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s*:\s*([^.;()]{{0,40}}?\b(?:{_MONTHS})\b\.?(?:\s+(?:de(?:l)?\s+|of\s+)?\d{{4}})?)", re.IGNORECASE
)
_SPAN = re.compile(r"(?:between|from|entre|du|del)\b", re.IGNORECASE)
"""What belongs to the two days that follow."""

_LATEST = re.compile(
    r"[^.;@]{0,40}?(?P<words>\b(?:au plus tard|dernier délai|at the latest|latest|a más tardar|como máximo|"
    r"deadline)\b)",
    re.IGNORECASE,
)
"""What makes the day before it the last one."""

_UNTIL_FILLED = (
    r"until (?:the (?:post|position|vacancy|role) is )?filled|\brolling basis\b|au fil de l['’]eau|"
    r"jusqu['’]à ce que le poste soit pourvu|hasta cubrir"
)
_ROLLING = re.compile(
    rf"{_UNTIL_FILLED}|^\W*rolling\b|open until|no deadline|rolling (?:deadline|recruitment)|sans date limite|"
    r"dès que possible|sin fecha límite",
    re.IGNORECASE,
)
_ROLLS_ON = re.compile(_UNTIL_FILLED, re.IGNORECASE)
"""What says so wherever it stands."""

_MOVED = re.compile(
    r"\bextend|\bpostponed|\bprolong|\breport[ée]e?\b|\bprorrog|\bampliad[oa]|\bau lieu d|\binstead of|\binitial|"
    r"\bpreviously\b",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:previously|initially|originally|formerly|initialement|auparavant|anteriormente|inicialmente|"
    r"antes (?:terminaba|era)|instead of|au lieu du?|en lugar del?)\b[^.;]{0,40}",
    re.IGNORECASE,
)
"""What makes the day behind it one that no longer counts."""

_FORM = re.compile(r"\b(?:form|formulaire|formulario)\b[^.;]{0,60}https?://", re.IGNORECASE)
_TO = re.compile(
    r"\s*(?:to|until|till|and|au|jusqu['’]au|et|al?|hasta|y|[–—-])\s*(?:the\s|le\s|el\s)?\s*(?:[^\W\d_]{3,10}[., ]+)?",
    re.IGNORECASE,
)
"""Between the first and the last day of a time."""

_TO_APPLY = re.compile(
    r"\b(?:apply|applications?|candidatures?|postule[rz]|inscripci[oó]n|candidaturas?|solicitudes?)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_IF_CHOSEN = re.compile(
    r"\bif (?:you are |you['’]re )?(?:shortlisted|selected|invited|successful)|\bsi vous êtes (?:retenu|"
    r"sélectionné|présélectionné)|"
    r"\bsi (?:resultas?|eres|es|ha sido) (?:pre)?seleccionad",
    re.IGNORECASE,
)
"""What those are asked for who got further, and not everybody who applies."""


class Last(Struct, frozen=True):
    """A last day as front matter has it, with what an author should know of it."""

    value: str
    zone: str
    sure: Sure
    note: Phrase


def guess_deadline(sheet: Lined, lang: str, today: str) -> Iterator[Guess]:
    """The last day to apply; `today` (ISO) tells whether it is over."""
    titles = {line.text.rstrip(" :") for line in sheet.lines if is_title(line)}
    for line in sheet.lines:
        is_labelled = line.field == "deadline"
        if (_ROLLING if is_labelled else _ROLLS_ON).search(line.said):
            yield _guess(
                line, line.text, Last("rolling", "", Sure.DOUBTFUL, phrase("a rolling posting needs review_by"))
            )
        lead = ""
        for sentence in [line.said] if is_labelled else sentences_in(line.text):
            heading = f"{line.label} {lead} {'' if line.heading in titles else line.heading}"
            lead = sentence if field_of(sentence) in ("apply", "deadline") else ""
            for found in _last_days(sentence, heading, lang, today, is_labelled=is_labelled):
                yield _guess(line, line.text if is_labelled and line.label else sentence, found)
                if found.zone:
                    yield Guess(
                        field="timezone",
                        value=found.zone,
                        words=sentence,
                        sure=Sure.LIKELY,
                        line=line,
                        where=where_of(line),
                    )


def guess_interviews(sheet: Lined) -> Iterator[Guess]:
    """When interviews are held, in the words that say so."""
    for line in sheet.lines:
        if line.field == "interviews" and line.label:
            yield _interviews(line, line.said, line.label, fills=True)
            continue
        for sentence in sentences_in(line.text):
            label, value = split_label(sentence)
            if label and field_of(label) == "interviews":
                yield _interviews(line, value, label, fills=False)
            elif found := _INTERVIEWS.search(sentence):
                when = (
                    _BEHIND.match(sentence, found.end())
                    or _WHEN.search(sentence, found.end())
                    or _WHEN.search(sentence)
                )
                if when and not line.level:
                    yield _interviews(line, when[0] if _SPAN.match(when[0]) else when[1], found[0], fills=False)


def _interviews(line: Line, when: str, what: str, *, fills: bool) -> Guess:
    named = what[:1].upper() + what[1:]
    if named.lower() in ("interviewed", "interview"):
        named = "Interviews"
    value = f"[{{what: {in_flow(named)}, when: {in_flow(without_end(when))}}}]"
    sure = Sure.CERTAIN if fills else Sure.LIKELY
    return Guess(field="dates", value=value, words=line.text, sure=sure, line=line, where=where_of(line), fills=fills)


def _guess(line: Line, words: str, last: Last) -> Guess:
    return Guess(
        field="deadline",
        value=f'"{last.value}"' if " " in last.value else last.value,
        words=words,
        sure=last.sure,
        line=line,
        where=where_of(line),
        fills=line.field == "deadline" and bool(line.label) and last.sure is Sure.CERTAIN,
        note=last.note,
    )


def _last_days(sentence: str, heading: str, lang: str, today: str, *, is_labelled: bool) -> Iterator[Last]:
    before, bare = 0, _QUOTED.sub(lambda found: " " * len(found[0]), sentence)
    sent = "application" if DOCUMENTS_NAMED.search(sentence) or _FORM.search(sentence) else ""
    days = [] if _IF_CHOSEN.search(sentence) else _days(sentence)
    for at, day in enumerate(days):
        if _WAS.search(bare, before, day.start):
            continue
        behind = _LATEST.match(bare, day.end)
        lead = f"{NAMED_JOB.sub(' ', bare[before : day.start])} {behind['words'] if behind else ''}"
        end = _end_of_time(days, at, bare)
        is_time = end is not day and _TO_APPLY.search(lead) is not None
        if is_labelled or is_last_day(f"{lead} {'until' if is_time else ''}", f"{bare} {sent}", heading):
            last = _latest(days[at:]) if _MOVED.search(bare) else end
            yield _last(last, sentence, lang, today, Sure.CERTAIN if is_labelled else Sure.LIKELY)
            return
        before = day.end


def _end_of_time(days: list[Day], at: int, sentence: str) -> Day:
    """The last day of a time that begins with a day; that day itself if none does."""
    following = days[at + 1] if at + 1 < len(days) else None
    return following if following and _TO.fullmatch(sentence, days[at].end, following.start) else days[at]


def _latest(days: list[Day]) -> Day:
    """Of a last day that was moved, and the one it was, the later; the first where a year is missing."""
    return max(days, key=lambda day: day.value) if all(len(day.value) == len("2027-03-31") for day in days) else days[0]


def _days(sentence: str) -> list[Day]:
    """The days of a sentence, those in figures that may be read in two ways among them."""
    found = {day.start: day for day in days_in(sentence) if day.value}
    for each in _FIGURES.finditer(sentence):
        found.setdefault(each.start(), Day(each.start(), each.end(), each[0], ""))
    return [found[start] for start in sorted(found)]


def _last(day: Day, sentence: str, lang: str, today: str, sure: Sure) -> Last:
    value, notes = day.value, []
    if not value:
        value, sure, note = _in_figures(day.words, lang)
        notes.append(note)
    if len(value) == len("03-31"):
        value, sure = _with_year(value, today), Sure.DOUBTFUL
        notes.append(phrase("no year is written"))
    hour, zone, offset = hour_in(sentence, day.end, day.start), *zone_in_words(sentence, day.end, day.start, value)
    if midnight := _MIDNIGHT.search(sentence):
        hour, zone, offset = "", "", ""
        notes.append(phrase("'%(words)s': that day counts to its end", words=midnight[0]))
    if wrong := wrong_weekday(day, sentence):
        sure = min(sure, Sure.LIKELY)
        notes.append(phrase("it says %(word)s, and that day is a %(right)s", word=wrong[0], right=Phrase(wrong[1])))
    if value and value < today:
        notes.append(phrase("it is over"))
    full = f"{value} {hour}{offset}" if hour and value else value
    return Last(full, zone if hour else "", sure, in_turn(*notes) if notes else UNSAID)


def _in_figures(words: str, lang: str) -> tuple[str, Sure, Phrase]:
    """A day in figures: the day comes first in French and Spanish, and in English as most of Europe writes it."""
    found = _FIGURES.fullmatch(words)
    first, second, year = (int(found[1]), int(found[3]), found[4]) if found else (0, 0, "0")
    full = int(year) + (2000 if len(year) == 2 else 0)
    made = _day(full, second, first)
    other = _day(full, first, second)
    if made and (not other or lang in ("fr", "es")):
        return made, Sure.LIKELY, phrase("day and month are read in this order")
    return made or other, Sure.DOUBTFUL, phrase("it may be %(one)s or %(other)s", one=made or "–", other=other or "–")


def _with_year(value: str, today: str) -> str:
    """The next such day, seen from today."""
    this = _day(int(today[:4]), int(value[:2]), int(value[3:]))
    return this if this >= today else _day(int(today[:4]) + 1, int(value[:2]), int(value[3:])) or this


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
