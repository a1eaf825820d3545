"""Languages a posting asks for, with their levels: lines in, one guess at all of them out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from jobboard.importing.vacancy.guesses.guess import Guess, Sure, sentences_in, where_of
from jobboard.importing.vacancy.guesses.lines import Line, Lined
from jobboard.model.texts.codes import language_of, names_of_languages

_FEMININE = {"française": "fr", "anglaise": "en", "espagnole": "es", "allemande": "de", "italienne": "it"} | {
    "inglesa": "en",
    "francesa": "fr",
}
_NAME = rf"(?:{'|'.join(sorted(names_of_languages(), key=len, reverse=True))})"
_NAMED = re.compile(
    rf"(?<![\w-])(?:l['’]|d['’])?({_NAME}|(?:(?<=langue )|(?<=lengua ))(?:{'|'.join(_FEMININE)}))(?![\w-])",
    re.IGNORECASE,
)
_PAIR = re.compile(rf"(?<![\w-])({_NAME})[-–](?={_NAME}(?![\w-]))", re.IGNORECASE)
"""Two at once: français-allemand."""

_LEVELS: Mapping[str, str] = {
    "asset": (
        r"\bassets?\b|\b(?:is|be) (?:a |considered (?:a )?)?plus\b|\ba plus\b|\badvantage\w*|"
        r"\bdesirable\b|\bappreciated\b|\bbonus\b|\bpreferr?(?:ed|able)\b|"
        r"\batouts?\b|\bappréciables?\b|\bun plus\b|\bsouhait\w*|\bapprécié\w*|\bserait\b|\bvalor(?:ables?|arán?|"
        r"an?)\b|\bsi possible\b|\bif possible\b|\bsi es posible\b|"
        r"\bdeseables?\b|\bun punto a favor\b|\bbienvenue?s?\b|\bwelcome\b|\bhelps\b|\bhelpful\b|\bnice to have\b|"
        r"\bideally\b|\bidéalement\b"
    ),
    "native": r"\bnatives?\b|\bmother tongues?\b|\bbilingu\w*|\blangues? maternelles?\b|\bmaternelles?\b|"
    r"\bnativ[oa]s?\b|"
    r"\blengua materna\b",
    "professional": r"\b(?:professional|business)(?: working)? (?:proficiency|level|fluen\w+)|\bniveau professionnel\b|"
    r"\bnivel profesional\b",
    "fluent": (
        r"\bfluen\w*|\bexcellent\w*|\bperfect\w*|\bflawless\w*|\bproficien\w*|\badvanced\b|\bfull command\b|"
        r"\bcouramment\b|\bcourante?s?\b|\bparfaite?\w*|\bimpeccable\w*|"
        r"\bavancée?s?\b|\bfluid[oa]s?\b|\bcon fluidez\b|\bexcelentes?\b|\bavanzad[oa]s?\b|\bperfect[oa]s?\b|"
        r"\balto nivel\b|"
        r"\balto\b|\bdominio\b"
    ),
    "strong": r"\bprofessional(?: working)?\b|\bvery good\b|\bstrong\b|\bprofessionnel(?:le)?\b|\btrès bonn?e?\b|"
    r"\bprofesional\b|\bmuy buen\w*",
    "working": (
        r"\bworking (?:knowledge|command|level)\b|\bgood\b|\b(?:well )?enough\b|\bsuffisant\w*|\bsuficiente\b|"
        r"\bintermediate\b|\bconversational\b|"
        r"\bsatisfactory\b|\bbon(?:ne)?s?\b|\bintermédiaire\b|"
        r"\bopérationnel\w*|\bbuen[oa]?s?\b|\bintermedio\b|\bmedio\b"
    ),
    "basic": r"\bbasic\b|\belementary\b|\bbeginner\w*|\bnotions\b|\bde base\b|\bscolaire\b|\bbásic[oa]s?\b|"
    r"\bnociones\b|\belemental\b",
    "known": r"\bknowledge of\b|\bconnaissances? (?:du|de)\b|\bconocimientos? de\b|\brequired\b|\bessential\b|"
    r"\bindispensable\b|\bimprescindible\b|\bexigée?s?\b",
}
_SCALE = re.compile(r"\b([ABC][12])\b(?:\s?[/–-]\s?[ABC][12])?")
_ABOUT = re.compile(
    r"\blanguages?\b|\bknowledge\b|\bcommand\b|\bspoken\b|\bwritten\b|\bspeak\b|\blangues?\b|"
    r"\bmaîtrise\b|\bconnaissances?\b|\bparlée?\b|"
    r"\bécrite?\b|\bniveau\b|\bidiomas?\b|\bconocimientos?\b|\bdominio\b|\bhablad[oa]\b|\bescrito\b|"
    r"\bnivel\b|\blevel\b|\bfluen|\bfluid",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\b(?:cv|letter|application|documents?|interviews?|lettre|candidatures?|entretiens?|carta|"
    r"entrevista|solicitud)\b[^,;.]{0,40}"
    r"\b(?:in|en)\b|\btranslat|\btradui|\btraduc",
    re.IGNORECASE,
)
_OF_A_NOUN = re.compile(
    r"\s+(?!(?:is|are|or|as|at|level|language|languages|skills?|proficiency|would|will|could|may|can|required|preferred|"
    r"desirable|fluently|speakers?|well|in|on|with|plus|an?|to|both|essential|mandatory|necessary|needed|helps|helpful|"
    r"enough|mother|being|welcome|appreciated|useful|beneficial|compulsory|optional|considered|spoken|written|native|knowledge|[abc][12])\b)(?-i:[a-z])\w+",
    re.IGNORECASE,
)
"""Behind an adjective that is no language: French towns."""

_OF_SEVERAL = re.compile(
    r"\b(?:souhaité|apprécié|exigé|requi)e?s\b|\b(?:valorables|deseables|assets|atouts)\b", re.IGNORECASE
)
"""What is said of more than one."""

_PARTS = re.compile(
    r"[,;/()•|]|\s+(?:and|et|y|e|as well as|ainsi que|así como|but|mais|pero|while|whereas|tandis que)\s+|\s[–—-]\s|:\s"
)


def guess_languages(sheet: Lined) -> Iterator[Guess]:
    """All languages that are asked for, the first mention of each with its level."""
    found: dict[str, str] = {}
    lines: list[Line] = []
    for line in (each for each in sheet.lines if not each.is_aside):
        is_labelled = line.field == "languages" or bool(
            re.search(r"\blang(?:uage|ue)s?\b|\bidiomas?\b", line.heading, re.IGNORECASE)
        )
        for sentence in [] if line.level else [line.said] if line.field == "languages" else sentences_in(line.text):
            asked = _asked_in(sentence, is_labelled=is_labelled)
            if _level(line.heading) == "asset" and not _OWN_ASSETS.search(line.heading):
                asked = dict.fromkeys(asked or _asked_in(sentence, is_labelled=line.is_entry), "asset")
            if asked and not (found.keys() >= asked.keys()):
                found |= {code: level for code, level in asked.items() if code not in found}
                lines.append(line)
    if found:
        first = lines[0]
        levels = all(found.values())
        value = (
            f"{{{', '.join(f'{code}: {level}' for code, level in found.items())}}}"
            if levels
            else f"[{', '.join(found)}]"
        )
        if not levels and any(found.values()):
            value = f"{{{', '.join(f'{code}: {level or _UNKNOWN}' for code, level in found.items())}}}"
        yield Guess(
            field="languages",
            value=value,
            words=" / ".join(dict.fromkeys(line.text for line in lines)),
            sure=Sure.CERTAIN if first.field == "languages" and levels else Sure.LIKELY,
            line=first,
            where=where_of(first),
            fills=bool(first.label) and len(set(map(id, lines))) == 1,
        )


_OWN_ASSETS = re.compile(r"\b(?:your|vos|tes|sus|tus)\b", re.IGNORECASE)
"""Of somebody who has all that is asked for."""

_UNKNOWN = "working"
"""What is written for a language without a level beside others that have one."""


def _asked_in(sentence: str, *, is_labelled: bool) -> dict[str, str]:
    """The languages a sentence asks for, each with its level or nothing."""
    sentence = _PAIR.sub(r"\1, ", sentence)
    is_asked = is_labelled or ((_ABOUT.search(sentence) or _level(sentence)) and not _NOT_ASKED.search(sentence))
    if not is_asked or not _NAMED.search(sentence):
        return {}
    found: dict[str, str] = {}
    carried = ""
    waiting: list[str] = []
    named: list[str] = []
    is_levelled = False
    for part in filter(str.strip, _PARTS.split(sentence)):
        level = _level(part)
        names = [code for each in _NAMED.finditer(part) if not _is_of_a_noun(part, each) and (code := _code(each[1]))]
        if level and names and (level != "asset" or _OF_SEVERAL.search(part)) and _stands_behind(part):
            found |= {code: level for code in waiting if not found.get(code)}
        for code in names:
            found.setdefault(code, level or carried)
        if level and not names and not _NAMED.search(part):
            found |= dict.fromkeys(named if _SCALE.fullmatch(level) else waiting, level)
            named = []
        if level:
            carried = "" if level == "asset" and (names or waiting) else level
        waiting = [*waiting, *names] if not level else []
        if names:
            named, is_levelled = [*([] if level or is_levelled else named), *names], bool(level)
    return found if is_labelled or any(found.values()) else {}


def _stands_behind(part: str) -> bool:
    """True if a language is named before its level, which is then that of those before, too: français et anglais
    courants."""
    name = _NAMED.search(part)
    return name is not None and _level(part[: name.start()]) == ""


def _is_of_a_noun(part: str, name: re.Match[str]) -> bool:
    """True for an English name that a noun follows; those of other languages stand behind theirs."""
    return name[1] in _english_names() and _OF_A_NOUN.match(part, name.end()) is not None


@functools.cache
def _english_names() -> frozenset[str]:
    return frozenset(names_of_languages(("en",)))


def _level(text: str) -> str:
    """The level a few words name: an asset whatever else they say."""
    if re.search(_LEVELS["asset"], text, re.IGNORECASE):
        return "asset"
    if scale := _SCALE.search(text):
        return scale[1]
    found = next((name for name, pattern in _LEVELS.items() if re.search(pattern, text, re.IGNORECASE)), "")
    return {"strong": "professional", "known": "working"}.get(found, found)


@functools.cache
def _code(name: str) -> str:
    return (
        _FEMININE.get(name.lower(), "")
        or language_of(name)
        or language_of(name.removesuffix("e"))
        or language_of(name.removesuffix("s"))
    )
