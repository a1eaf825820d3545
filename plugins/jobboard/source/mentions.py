"""What a body says of days, pay and people: found once when it is read, judged later against its fields.

Text in, a short list of mentions out, each with its line. English, French and Spanish, in usual written forms; what is
not recognised is passed over. Every pattern takes time in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct


class About(StrEnum):
    """What a mention is about."""

    LAST_DAY = "last-day"
    WEEKDAY = "weekday"
    MIDNIGHT = "midnight"
    PAY = "pay"
    PERSON = "person"


class Mention(Struct, frozen=True):
    """Words of a body on that line of its file. `value` depends on what they are about.

    A last day is `2026-03-31`, or `03-31` where no year is written; a wrong weekday has the right one's English name.
    """

    about: About
    line: int
    words: str
    value: str = ""


MAX_MENTIONS = 20
"""How many are kept of one body: more would only repeat themselves."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTHS = (
    ("january", "jan", "janvier", "janv", "enero"),
    ("february", "feb", "février", "fevrier", "févr", "febrero"),
    ("march", "mar", "mars", "marzo"),
    ("april", "apr", "avril", "abril"),
    ("may", "mai", "mayo"),
    ("june", "jun", "juin", "junio"),
    ("july", "jul", "juillet", "juil", "julio"),
    ("august", "aug", "août", "aout", "agosto"),
    ("september", "sept", "sep", "septembre", "septiembre", "setiembre"),
    ("october", "oct", "octobre", "octubre"),
    ("november", "nov", "novembre", "noviembre"),
    ("december", "dec", "décembre", "decembre", "diciembre"),
)
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_WEEKDAYS = (
    ("monday", "mon", "lundi", "lunes"),
    ("tuesday", "tue", "tues", "mardi", "martes"),
    ("wednesday", "wed", "mercredi", "miércoles", "miercoles"),
    ("thursday", "thu", "thurs", "jeudi", "jueves"),
    ("friday", "fri", "vendredi", "viernes"),
    ("saturday", "sat", "samedi", "sábado", "sabado"),
    ("sunday", "sun", "dimanche", "domingo"),
)
_WEEKDAY_NUMBER = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}

_NAMES = "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True))
_GAP = r"[ \u00a0]{1,3}"
_DATE = re.compile(
    rf"(?<![\w-])(\d{{4}})-(\d{{2}})-(\d{{2}})(?!\w)"
    rf"|(?<![\w.,:])(\d{{1,2}})(?:st|nd|rd|th|er|º)?{_GAP}(?:(?:of|de){_GAP})?({_NAMES})\b\.?"
    rf"(?:,?{_GAP}(?:(?:of|de|del){_GAP})?(\d{{4}})\b)?"
    rf"|\b(?=[^\W\d_]{{3,10}}\b\.?{_GAP}\d)({_NAMES})\b\.?{_GAP}(\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,?{_GAP}(\d{{4}})\b)?",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(r"(?<!\w)(\w{3,10})[.,]?[*_]{0,2}[ \u00a0]{1,3}[*_]{0,2}(?:(?:the|le|el) )?$")
_BLOCK_END = re.compile(r"\n(?=[ \t]*(?:\n|#|[-*+] |\d{1,3}[.)] |\||>))")
_SENTENCE_END = re.compile(r"[.!?][)\]*_\"'»”]{0,3}[ \u00a0]+(?=\W{0,3}[^\Wa-z])")
_LONGEST = 2_000
"""Characters of a sentence that are looked at: words of one that is longer belong together no more."""

_NEAR_DATE = re.compile(
    r"""
    \d(?:
        (?<=[\w.\ \u00a0\n][\ \u00a0]\d)               # May 3
        | (?<=[\w.\ \u00a0]\n\d)(?!\d{0,2}[.)]\ )       # the same over the end of a line, but no entry of a list
        | [^\W\d_]{0,2}[\ \u00a0\n]                     # 3 May, 3rd May
        | \d{3}-                                        # 2026-05-03
    )
    """,
    re.VERBOSE,
)
"""The surroundings of one digit of every date that `_DATE` finds, and of few others: found many times faster."""

_TELLING = ("midnight", "minuit", "medianoche", "attracti", "atractiv", "competitiv", "compétiti", "selon", "según")
_MIDNIGHT = re.compile(r"\b(?:midnight|minuit|medianoche)\b", re.IGNORECASE)
_APPLYING = re.compile(
    r"\b(?:appl(?:y|ies|ied|ying|icants?|ications?)|deadline|closing date|submi\w+|CVs?|cover letter"
    r"|candidat\w*|postul\w*|dossiers?|date limite|lettre de motivation"
    r"|solicitud\w*|plazo|fecha límite|inscripci\w*|carta de (?:motivación|presentación))\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:before|by|until|till|no later than|latest|deadline|closing date|closes|due"
    r"|avant|jusqu|au plus tard|date limite|clôture|antes|hasta|más tardar|fecha límite|plazo)\b",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:review|interview|inform|notif|select|start|begin|contract|reply|answer|hear|shortlist"
    r"|entretien|contrat|début|réponse|entrevist|inicio|comienz|respuesta)",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:competitive|attractive)\b[^.!?]{0,30}\b(?:salary|pay|package|remuneration|compensation|wages?)\b"
    r"|\b(?:salaire|rémunération|salario|sueldo|retribución|remuneración)\b[^.!?]{0,20}"
    r"\b(?:compétiti|attracti|competitiv|atractiv|selon|según)\w*",
    re.IGNORECASE,
)
_MAILBOX = re.compile(r"(?<![\w.+-])([^\W\d_]{1,30})[._-]([^\W\d_]{2,30}(?:-[^\W\d_]{1,30})?)@\w", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:admin|administration|application|applications|apply|campaign|candidature|candidatures|careers"
    r"|communication|communications|contact|data|empleo|europe|events|finance|general|hello|help|hr|human"
    r"|info|job|jobs|mail|membership|no|noreply|office|policy|prensa|press|presse|privacy|project|projects"
    r"|projets|protection|recruiting|recruitment|recrutement|reply|resources|rh|rrhh|secretariat|service"
    r"|services|support|talent|team|training)",
    re.IGNORECASE,
)
"""Words a mailbox of an office is named by; any other pair of words is taken for a person's name."""


def mentions_of(text: str, first_line: int) -> tuple[Mention, ...]:
    """The mentions in a Markdown text that starts on `first_line` of its file, in their order."""
    found: list[Mention] = []
    telling = _telling_in(text)
    for start, block, heading in _blocks(text, telling) if _may_mention(text, telling) else ():
        for at, sentence in _sentences(block, telling):
            for about, offset, words, value in _in_sentence(sentence, "" if at else heading, telling):
                line = first_line + text.count("\n", 0, start + at + offset)
                found.append(Mention(about, line, words, value))
            if len(found) >= MAX_MENTIONS:
                return tuple(dict.fromkeys(found))[:MAX_MENTIONS]
    return tuple(dict.fromkeys(found))


def dates_in(text: str) -> list[str]:
    """The dates a line of text names, as `2026-03-31`, or `03-31` where no year is written."""
    return [value for found in _DATE.finditer(text) if (value := _value(found))]


def _telling_in(text: str) -> tuple[str, ...]:
    """The telling words a text has: mostly none, and then they need not be looked for in its sentences."""
    small = text.lower()
    return tuple(word for word in _TELLING if word in small)


def _may_mention(text: str, telling: tuple[str, ...]) -> bool:
    """False for words in which there is nothing to find: most sentences, and this is quickly seen."""
    return "@" in text or _NEAR_DATE.search(text) is not None or bool(telling and _telling_in(text))


def _blocks(text: str, telling: tuple[str, ...]) -> Iterator[tuple[int, str, str]]:
    """Paragraphs, list entries and the like on one line, with their place and the heading they directly follow."""
    start, heading = 0, ""
    for end in [*(found.start() for found in _BLOCK_END.finditer(text)), len(text)]:
        block = text[start:end]
        if block.lstrip(" \t\n").startswith("#"):
            heading = block.replace("\n", " ")
        elif _may_mention(block, telling):
            yield start, block.replace("\n", " "), heading
            heading = ""
        elif block.strip():
            heading = ""
        start = end


def _sentences(block: str, telling: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Those sentences of a block in which there may be something, with their place in it."""
    at = 0
    for stop in [*(found.end() for found in _SENTENCE_END.finditer(block)), len(block)]:
        sentence = block[at : min(stop, at + _LONGEST)].rstrip()
        if sentence and _may_mention(sentence, telling):
            yield at, sentence
        at = stop


def _in_sentence(sentence: str, heading: str, telling: tuple[str, ...]) -> Iterator[tuple[About, int, str, str]]:
    before = 0
    for found in _DATE.finditer(sentence):
        value, lead = _value(found), sentence[before : found.start()]
        if wrong := _wrong_weekday(value, lead):
            word, right = wrong
            yield About.WEEKDAY, found.start(), f"{word} {found[0]}", right
        if value and _is_last_day(sentence, lead, heading):
            yield About.LAST_DAY, found.start(), found[0], value
        before = found.end()
    midnight = _MIDNIGHT.search(sentence) if telling else None
    if midnight and (_UNTIL.search(sentence) or _APPLYING.search(f"{heading} {sentence}")):
        yield About.MIDNIGHT, midnight.start(), midnight[0], ""
    if telling and (pay := _PAY.search(sentence)):
        yield About.PAY, pay.start(), pay[0], ""
    for mailbox in _MAILBOX.finditer(sentence) if "@" in sentence else ():
        if not any(map(_OFFICE.fullmatch, mailbox.groups())):
            yield About.PERSON, mailbox.start(), "", ""


def _is_last_day(sentence: str, lead: str, heading: str) -> bool:
    """True if a day is named as the last one to apply: by the words that lead to it, of this and nothing else."""
    until = _UNTIL.search(f"{heading} {lead}")
    return bool(until and _APPLYING.search(f"{heading} {sentence}") and not _SOMETHING_ELSE.search(lead))


def _value(found: re.Match[str]) -> str:
    """The day a match names; empty if there is no such day, with or without a year."""
    year, month, day, day2, name, year2, name3, day3, year3 = found.groups()
    month_number = int(month or _MONTH_NUMBER[(name or name3).lower()])
    number = int(day or day2 or day3)
    year = year or year2 or year3
    try:
        made = date(int(year or 2000), month_number, number)
    except ValueError:
        return ""
    return made.isoformat() if year else f"{month_number:02}-{number:02}"


def _wrong_weekday(value: str, lead: str) -> tuple[str, str] | None:
    """The weekday written before a day with a year, and the right one, if they differ."""
    found = _WEEKDAY_BEFORE.search(lead[-24:])
    number = _WEEKDAY_NUMBER.get(found[1].lower()) if found else None
    if found is None or number is None or len(value) < 10:
        return None
    right = date.fromisoformat(value).weekday()
    return None if right == number else (found[1], DAYS[right])
