"""Languages a posting asks for, with their levels: lines in, one guess at all of them out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from jobboard.importing.vacancy.guesses.guess import Guess, Sure, sentences_in, where_of
from jobboard.importing.vacancy.guesses.lines import Line, Lined
from jobboard.model.texts.codes import language_of

_NAMES = [
    "English",
    "French",
    "Spanish",
    "German",
    "Italian",
    "Dutch",
    "Portuguese",
    "Catalan",
    "Polish",
    "Danish",
    "Swedish",
    "Finnish",
    "Greek",
    "Romanian",
    "Hungarian",
    "Czech",
    "Croatian",
    "Ukrainian",
    "Russian",
    "Arabic",
    "Turkish",
    "Slovenian",
    "Slovak",
    "Bulgarian",
    "Estonian",
    "Latvian",
    "Lithuanian",
    "Norwegian",
    "Galician",
    "Basque",
    "anglais",
    "français",
    "espagnol",
    "allemand",
    "italien",
    "néerlandais",
    "portugais",
    "catalan",
    "polonais",
    "danois",
    "suédois",
    "finnois",
    "grec",
    "roumain",
    "hongrois",
    "tchèque",
    "croate",
    "ukrainien",
    "russe",
    "arabe",
    "turc",
    "slovène",
    "slovaque",
    "bulgare",
    "norvégien",
    "inglés",
    "francés",
    "español",
    "castellano",
    "alemán",
    "italiano",
    "neerlandés",
    "portugués",
    "catalán",
    "polaco",
    "danés",
    "sueco",
    "griego",
    "rumano",
    "húngaro",
    "checo",
    "croata",
    "ucraniano",
    "ruso",
    "árabe",
    "turco",
    "gallego",
    "euskera",
]
_FEMININE = {"française": "fr", "anglaise": "en", "espagnole": "es", "allemande": "de", "italienne": "it"} | {
    "inglesa": "en",
    "francesa": "fr",
}
_NAMED = re.compile(
    rf"(?<![\w-])(?:l['’]|d['’])?({'|'.join(_NAMES)}|(?:(?<=langue )|(?<=lengua ))(?:{'|'.join(_FEMININE)}))(?![\w-])",
    re.IGNORECASE,
)
_LEVELS: Mapping[str, str] = {
    "asset": (
        r"\bassets?\b|\b(?:is|be) (?:a |considered (?:a )?)?plus\b|\ba plus\b|\badvantage\w*|"
        r"\bdesirable\b|\bappreciated\b|\bbonus\b|\bpreferr?(?:ed|able)\b|"
        r"\batouts?\b|\bun plus\b|\bsouhait\w*|\bapprécié\w*|\bserait\b|\bvalor(?:able|ará|arán|a)\b|"
        r"\bdeseable\b|\bun punto a favor\b|\bbienvenue?s?\b|\bwelcome\b"
    ),
    "native": r"\bnative\b|\bmother tongue\b|\bbilingu\w*|\blangue maternelle\b|\bmaternelle\b|\bnativ[oa]\b|"
    r"\blengua materna\b",
    "professional": r"\b(?:professional|business)(?: working)? (?:proficiency|level|fluen\w+)|\bniveau professionnel\b|"
    r"\bnivel profesional\b",
    "fluent": (
        r"\bfluen\w*|\bexcellent\w*|\bperfect\w*|\bproficien\w*|\badvanced\b|\bfull command\b|"
        r"\bcouramment\b|\bcourante?\b|\bparfaite?\w*|"
        r"\bavancée?\b|\bfluid[oa]\b|\bcon fluidez\b|\bexcelentes?\b|\bavanzad[oa]\b|\balto nivel\b|"
        r"\bnivel alto\b|\bdominio\b"
    ),
    "strong": r"\bprofessional(?: working)?\b|\bvery good\b|\bstrong\b|\bprofessionnel(?:le)?\b|\btrès bonn?e?\b|"
    r"\bprofesional\b|\bmuy buen\w*",
    "working": (
        r"\bworking (?:knowledge|command|level)\b|\bgood\b|\bintermediate\b|\bconversational\b|"
        r"\bsatisfactory\b|\bbonne?s?\b|\bintermédiaire\b|"
        r"\bopérationnel\w*|\bbuen[oa]?s?\b|\bintermedio\b|\bmedio\b"
    ),
    "basic": r"\bbasic\b|\belementary\b|\bbeginner\w*|\bnotions\b|\bde base\b|\bscolaire\b|\bbásic[oa]s?\b|"
    r"\bnociones\b|\belemental\b",
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
    r"\b(?:in|en)\b|\btranslat|\btradui|\btraduc|\b(?:law|school|market|office|member|section|ministry)\b",
    re.IGNORECASE,
)
_OF_A_NOUN = re.compile(
    r"\s+(?!(?:is|are|or|as|at|level|language|languages|skills?|proficiency|would|will|could|may|"
    r"required|preferred|desirable|"
    r"fluently|speaker|well|in|on|with|plus|an?|to|est|serait|sera|ou|niveau|courant\w*|professionnel\w*|"
    r"parlé\w*|écrit\w*|maternel\w*|"
    r"bienvenu\w*|à|intermédiaire|avancé\w*|souhaité\w*|apprécié\w*|exigé\w*|requis\w*|lu|es|será|o|"
    r"nivel|fluido|avanzado|nativo|medio|alto|básico|"
    r"hablado|escrito|valorable|imprescindible|deseable|intermedio|profesional|[abc][12])\b)(?-i:[a-zéèàâçñ])\w+",
    re.IGNORECASE,
)
"""Behind an adjective that is no language: French towns."""

_PARTS = re.compile(
    r"[,;/()•|]|\s+(?:and|et|y|e|as well as|ainsi que|así como|but|mais|pero|while|whereas|tandis que)\s+|\s[–—-]\s|:\s"
)


def guess_languages(sheet: Lined) -> Iterator[Guess]:
    """All languages that are asked for, the first mention of each with its level."""
    found: dict[str, str] = {}
    lines: list[Line] = []
    for line in sheet.lines:
        is_labelled = line.field == "languages" or bool(
            re.search(r"\blang(?:uage|ue)s?\b|\bidiomas?\b", line.heading, re.IGNORECASE)
        )
        for sentence in [] if line.level else [line.said] if line.field == "languages" else sentences_in(line.text):
            asked = _asked_in(sentence, is_labelled=is_labelled)
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


_UNKNOWN = "working"
"""What is written for a language without a level beside others that have one."""


def _asked_in(sentence: str, *, is_labelled: bool) -> dict[str, str]:
    """The languages a sentence asks for, each with its level or nothing."""
    is_asked = is_labelled or ((_ABOUT.search(sentence) or _level(sentence)) and not _NOT_ASKED.search(sentence))
    if not is_asked or not _NAMED.search(sentence):
        return {}
    found: dict[str, str] = {}
    carried = ""
    waiting: list[str] = []
    named: list[str] = []
    for part in filter(str.strip, _PARTS.split(sentence)):
        level = _level(part)
        names = [
            code
            for each in _NAMED.finditer(part)
            if not _OF_A_NOUN.match(part, each.end()) and (code := _code(each[1]))
        ]
        for code in names:
            found.setdefault(code, level or carried)
        if level and not names:
            found |= dict.fromkeys(named if _SCALE.fullmatch(level) else waiting, level)
        if level == "asset" and not names:
            carried = ""
        elif level:
            carried = level
        waiting = [code for code in (names or waiting) if not level or not names]
        named = names or named
    return found if is_labelled or any(found.values()) else {}


def _level(text: str) -> str:
    """The level a few words name: an asset whatever else they say."""
    if re.search(_LEVELS["asset"], text, re.IGNORECASE):
        return "asset"
    if scale := _SCALE.search(text):
        return scale[1]
    found = next((name for name, pattern in _LEVELS.items() if re.search(pattern, text, re.IGNORECASE)), "")
    return "professional" if found == "strong" else found


@functools.cache
def _code(name: str) -> str:
    return (
        _FEMININE.get(name.lower(), "")
        or language_of(name)
        or language_of(name.removesuffix("e"))
        or language_of(name.removesuffix("s"))
    )
