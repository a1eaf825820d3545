"""Contract, working time and workplace: lines in, guesses out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobboard.importing.vacancy.guesses.guess import Guess, Sure, in_flow, sentences_in, where_of, without_end
from jobboard.importing.vacancy.guesses.lines import Line, Lined
from jobboard.model.parts.employment import Employment
from jobboard.model.parts.offer import Workplace
from jobboard.model.texts.other_words import EMPLOYMENT_WORDS, WORKPLACE_WORDS, Meanings
from jobboard.source.message import UNSAID, phrase

_NUMBER = (
    r"(?:\d{1,2}(?:[.,]\d)?|one|two|three|four|five|six|nine|twelve|eighteen|twenty[- ]four|un|une|deux|"
    r"trois|quatre|cinq|six|"
    r"neuf|douze|dix-huit|vingt-quatre|uno|dos|tres|cuatro|cinco|seis|nueve|doce|dieciocho|veinticuatro)"
)
_UNIT = r"(?:years?|months?|weeks?|ans?|années?|mois|semaines?|años?|mes(?:es)?|semanas?)"
_DURATION = re.compile(rf"\b{_NUMBER}(?:\s?[-–]\s?{_NUMBER})?[\s\u00a0-]+{_UNIT}(?!\w)", re.IGNORECASE)
_PLACEMENT = r"\b(?:internship|traineeship|placement|secondment|stage|détachement|prácticas|beca)s?\b"
_ABOUT = re.compile(
    rf"{_PLACEMENT}[^.;]{{0,40}}{_DURATION.pattern}|{_DURATION.pattern}[^.;]{{0,20}}{_PLACEMENT}|\bpersonal laboral\b|"
    r"(?:^|[–—|·•/]\s?)(?:permanent|open[- ]ended|indefinido|fijo)\s?(?:$|[–—|·•/])|"
    r"\bcontracts?\b|\bcontrat\b|\bcontratos?\b|\bCDD\b|\bCDI\b|\bfixed[- ]term\b|"
    r"\bpermanent (?:position|post|job|role)\b|"
    r"durée (?:in)?déterminée|\bduration of the (?:contract|traineeship|internship)\b|\bdurée du (?:stage|contrat)\b",
    re.IGNORECASE,
)
_NOT_ABOUT = re.compile(
    r"contracts? (?:of|with|for) (?:the )?(?:suppliers|partners|providers)|manag\w+ (?:of )?(?:the )?contracts?|"
    r"(?:draft|monitor|prepare)\w* (?:of )?(?:the )?(?:grant )?(?:agreements? and )?contracts?|"
    r"contrats? de ville|contracting",
    re.IGNORECASE,
)
_PERMANENT = re.compile(
    r"\bpermanent\b|\bopen[- ]ended\b|\bindefinite\b|\bunlimited\b|\bCDI\b|durée indéterminée|"
    r"\bindefinid[oa]\b|\bfij[oa]\b",
    re.IGNORECASE,
)
_FIXED = re.compile(
    r"\bfixed[- ]term\b|\btemporary\b|\blimited\b|\bCDD\b|durée déterminée|\btemporal\b|"
    r"duración determinada|\binterin[oa]\b|"
    r"maternity (?:cover|leave)|parental leave|remplacement|sustitución",
    re.IGNORECASE,
)
_RENEWABLE = re.compile(
    r"\brenew\w*|\bexten(?:d|sion|ded|dable)\b|\bprolong\w*|\brenouvel\w*|\bprorrog\w*|\brenova\w*|\bprórroga\b",
    re.IGNORECASE,
)
_NOT_RENEWABLE = re.compile(
    r"\b(?:not|non|no|sans|without|sin)\s+(?:be\s+)?(?:renew|exten|renouvel|prorrog|renova|possib)", re.IGNORECASE
)
_TRIAL = r"(?:probation\w*|trial|période d['’]essai|periodo de prueba|essai|prueba)"
_ON_TRIAL = re.compile(
    rf"{_DURATION.pattern}[\s-]*(?:d['’]|de\s)?{_TRIAL}(?: period)?|"
    rf"{_TRIAL}(?: period)?[^.;,]{{0,12}}{_DURATION.pattern}",
    re.IGNORECASE,
)
"""A time that is not that of the contract."""

_UNTIL = re.compile(
    r"\b(?:until|till|up to|ending|jusqu['’](?:au|à)|hasta)\s+((?:(?:the|la|el|le)\s+)?(?:end of|fin de|"
    r"fin|final de|finales de)?"
    r"\s*(?:\d{1,2}(?:st|nd|rd|th|er)?\s+)?(?:of\s+|de\s+)?[^\W\d_]+(?:\s+de)?\s+\d{4})",
    re.IGNORECASE,
)
_WORKPLACE = {
    Workplace.REMOTE: re.compile(
        r"\b(?:fully|100 ?%|full|entirely|completely)[- ]remote\b|\bfully remotely\b|"
        r"télétravail (?:complet|total|à 100 ?%)|"
        r"100 ?% (?:en )?(?:télétravail|remoto|teletrabajo)|\btotalmente (?:en )?remoto\b|teletrabajo total|"
        r"\bhome[- ]based position\b",
        re.IGNORECASE,
    ),
    Workplace.HYBRID: re.compile(
        r"\bhybrid\w*\b|\btelework\w*\b|\bremote(?:ly)? (?:work(?:ing)?|days?)\b|\bhome[- ]?(?:office|working)\b|"
        r"\bwork(?:ing)? from home\b|"
        r"\bwork(?:ing)? remotely\b|\btélétravail\w*\b|\bteletrabaj\w*\b|\bhíbrid[oa]\b|\btrabajo a distancia\b",
        re.IGNORECASE,
    ),
    Workplace.ON_SITE: re.compile(
        r"\bon[- ]site\b|\bin[- ]person (?:position|role|job)\b|\ben présentiel\b|\bsur site\b|\bpresencial\b|"
        r"\bno (?:telework|remote)\w*",
        re.IGNORECASE,
    ),
}
_NO_TELEWORK = re.compile(
    r"\b(?:no|not|pas de|sans|sin|without)\s+(?:possibility of |possibilité de )?(?:telework|remote|"
    r"télétravail|teletrabajo)",
    re.IGNORECASE,
)
_TIME = {
    Employment.FULL_TIME: re.compile(
        r"(?<!for )\bfull[- ]time\b(?! equivalent)|\btemps (?:plein|complet)\b|\bplein temps\b|\b(?:tiempo|"
        r"jornada) complet[oa]\b|\b100 ?% ETP\b",
        re.IGNORECASE,
    ),
    Employment.PART_TIME: re.compile(
        r"\b0[.,]\d+ ?(?:FTE|ETP)\b|"
        r"\b(?:poste|emploi|position|job|post|puesto|temps|taux d['’](?:occupation|activité)|jornada|contract|"
        r"contrat)\s"
        r"(?:à|de|of|at|del?)?\s?(?:[1-9]\d)\s?%|"
        r"\bpart[- ]time\b|\bhalf[- ]time\b|\btemps partiel\b|\bmi-temps\b|\b(?:tiempo|"
        r"jornada) parcial\b|\bmedia jornada\b",
        re.IGNORECASE,
    ),
}
_OF_EMPLOYMENT = Meanings(tuple(Employment), EMPLOYMENT_WORDS)
_OF_WORKPLACE = Meanings(tuple(Workplace), WORKPLACE_WORDS)


def guess_contract(sheet: Lined) -> Iterator[Guess]:
    """Kind, length, end and renewal of the contract."""
    for line in sheet.lines:
        is_labelled = line.field == "contract"
        for sentence in [line.said] if is_labelled else sentences_in(line.text):
            if not is_labelled and (line.level or not _ABOUT.search(sentence) or _NOT_ABOUT.search(sentence)):
                continue
            parts = _contract_parts(sentence)
            if parts and (is_labelled or "duration" in parts or "type" in parts or "ends" in parts):
                value = ", ".join(f"{name}: {part}" for name, part in parts.items())
                sure = Sure.CERTAIN if is_labelled else Sure.LIKELY
                fills = is_labelled and bool(line.label)
                yield _of(line, "contract", f"{{{value}}}", sentence, sure, fills=fills)


def guess_employment(sheet: Lined) -> Iterator[Guess]:
    """Full or part time."""
    for line in sheet.lines:
        if line.field == "employment" and (word := _OF_EMPLOYMENT.exactly(line.said)):
            yield _of(line, "employment", f"[{word}]", line.text, Sure.CERTAIN, fills=bool(line.label))
            continue
        for word, pattern in _TIME.items():
            if pattern.search(f"{line.text} {line.label} {line.said}") and not (line.level and len(line.text) > 120):
                sure = Sure.CERTAIN if line.field in ("employment", "contract") else Sure.LIKELY
                fills = line.field == "employment" and bool(line.label)
                yield _of(line, "employment", f"[{word}]", line.text, sure, fills=fills)


def guess_workplace(sheet: Lined) -> Iterator[Guess]:
    """On site, hybrid or remote."""
    for line in sheet.lines:
        if line.field == "workplace" and (word := _OF_WORKPLACE.exactly(line.said)):
            yield _of(line, "workplace", word, line.text, Sure.CERTAIN, fills=bool(line.label))
            continue
        for sentence in sentences_in(line.text) if not line.level else ():
            found = next((kind for kind, pattern in _WORKPLACE.items() if pattern.search(sentence)), None)
            if found:
                word = Workplace.ON_SITE if _NO_TELEWORK.search(sentence) else found
                sure = Sure.DOUBTFUL if word is Workplace.REMOTE else Sure.LIKELY
                note = phrase("remote work also names applicants_from") if word is Workplace.REMOTE else UNSAID
                yield Guess(
                    field="workplace", value=word, words=sentence, sure=sure, line=line, where=where_of(line), note=note
                )


def guess_in_words(sheet: Lined) -> Iterator[Guess]:
    """Fields that hold the words of their label's line as they are."""
    for line in sheet.lines:
        if line.label and line.field in ("starts", "travel", "positions"):
            yield _of(line, line.field, in_flow(without_end(line.said)), line.text, Sure.CERTAIN, fills=True)
        elif line.label and line.field == "benefits":
            yield _of(line, "benefits", f"[{in_flow(without_end(line.said))}]", line.text, Sure.CERTAIN, fills=True)


def _contract_parts(sentence: str) -> dict[str, str]:
    """The parts of a contract that a sentence names, as YAML."""
    parts: dict[str, str] = {}
    sentence = _ON_TRIAL.sub(" ", sentence)
    duration, until = _DURATION.search(sentence), _UNTIL.search(sentence)
    if _PERMANENT.search(sentence) and not _FIXED.search(sentence):
        parts["type"] = "permanent"
    elif _FIXED.search(sentence) or duration or until:
        parts["type"] = "fixed-term"
    if duration and parts["type"] != "permanent":
        parts["duration"] = in_flow(duration[0])
    if until:
        parts["ends"] = in_flow(until[1].strip())
    if parts.get("type") == "fixed-term" and (_RENEWABLE.search(sentence) or _NOT_RENEWABLE.search(sentence)):
        parts["renewable"] = "no" if _NOT_RENEWABLE.search(sentence) else "yes"
    return parts


def _of(line: Line, field: str, value: str, words: str, sure: Sure, *, fills: bool) -> Guess:
    return Guess(field=field, value=value, words=words, sure=sure, line=line, where=where_of(line), fills=fills)
