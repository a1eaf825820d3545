"""An hour and a zone named beside a day: the end of a sentence in, `17:00` and `Europe/Brussels` out."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from zoneinfo import available_timezones

from jobboard.model.texts.towns import town_names
from jobboard.source.slug import base_letters

_HOUR = re.compile(
    r"(?<![\d.,/:-])(\d{1,2})(?:\s?(?::|h|hs|\.)\s?(\d{2})|\s?h(?:eures?|oras?|rs?|s)?\b(?!\w))?(?:\s?h(?:eures?|oras?|rs?|s)?\b)?"
    r"\s?(a\.?\s?m\b\.?|p\.?\s?m\b\.?|o['’]clock)?(?![\d/-])",
    re.IGNORECASE,
)
_NOON = re.compile(r"\b(?:noon|midday|midi|mediodía|mediodia)\b", re.IGNORECASE)
_REACH = 70
"""Characters behind a day in which its hour is looked for; before it fewer."""

_BEFORE = 45
_NAMED = {
    "Europe/Brussels": r"CES?T|MES?Z|HEC|Central European(?: Summer)? Time|heure d['’]Europe centrale|"
    r"hora (?:de|central de) Europa(?: central)?|heure belge|hora belga|Belgian time",
    "Europe/Lisbon": r"WES?T|Portuguese time|hora portuguesa|heure portugaise",
    "Europe/Athens": r"EES?T|Greek time",
    "Europe/London": r"BST|UK time|British time|heure britannique",
    "Europe/Dublin": r"Irish time",
    "Europe/Paris": r"French time|heure française|heure de (?:la )?métropole",
    "Europe/Madrid": r"(?:hora )?peninsular|hora española|Spanish time",
    "Atlantic/Canary": r"hora (?:canaria|insular canaria|de Canarias)",
    "Europe/Zurich": r"Swiss time|heure suisse",
}
"""Zones by what they are called, beside the names of towns."""

_ZONE_NAMES = {zone: re.compile(rf"\b(?:{names})\b") for zone, names in _NAMED.items()}
_UTC = re.compile(r"\b(?:UTC|GMT)\b(?:\s?([+-])\s?(\d{1,2}))?")
_AOE = re.compile(r"\bAoE\b|anywhere on earth", re.IGNORECASE)
_OF_TOWN = re.compile(
    r"(?:heure de|hora de|heures? locales? de|hora local de)\s+(?P<behind>[^\W\d_]+)|"
    r"\b(?P<before>[^\W\d_]+)\s+(?:local\s+)?time\b"
)
_COUNTRIES = {"Europe/Brussels": "BE", "Europe/Paris": "FR", "Europe/Madrid": "ES", "Europe/London": "GB"} | {
    "Europe/Rome": "IT",
    "Europe/Lisbon": "PT",
    "Europe/Berlin": "DE",
    "Europe/Vienna": "AT",
    "Europe/Athens": "GR",
    "Europe/Warsaw": "PL",
    "Europe/Amsterdam": "NL",
    "Europe/Copenhagen": "DK",
    "Europe/Luxembourg": "LU",
    "Europe/Dublin": "IE",
}
"""Zones of towns whose names in other languages are known."""

_OTHERS = {"barcelona": "Europe/Madrid", "barcelone": "Europe/Madrid", "strasbourg": "Europe/Paris"} | dict.fromkeys(
    ("geneva", "geneve", "ginebra"), "Europe/Zurich"
)


def hour_in(sentence: str, end: int, start: int) -> str:
    """The hour beside a day that stands from `start` to `end`; empty if there is none."""
    for text in (sentence[end : end + _REACH], sentence[max(0, start - _BEFORE) : start]):
        if _NOON.search(text):
            return "12:00"
        for found in _HOUR.finditer(text):
            if hour := _as_hour(found):
                return hour
    return ""


def zone_in_words(sentence: str, end: int, start: int, day: str) -> tuple[str, str]:
    """The zone of an hour beside a day that stands from `start` to `end`: a name of a zone, or an offset like `+02:00`
    or `Z`; both empty if none."""
    text = sentence[max(0, start - _BEFORE) : end + 2 * _REACH] if day else ""
    if _AOE.search(text):
        return "AoE", ""
    if named := next((zone for zone, pattern in _ZONE_NAMES.items() if pattern.search(text)), ""):
        return named, ""
    if found := _UTC.search(text):
        return "", f"{found[1]}{int(found[2]):02}:00" if found[1] else "Z"
    for found in _OF_TOWN.finditer(text):
        if zone := _zones().get(base_letters((found["behind"] or found["before"]).casefold()), ""):
            return zone, ""
    return "", ""


def _as_hour(found: re.Match[str]) -> str:
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    is_hour = found[2] is not None or half or re.search(r"\d\s?h", found[0], re.IGNORECASE)
    if half[:1] in ("a", "p"):
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02}:{minute:02}" if is_hour and hour < 24 and minute < 60 else ""


@functools.cache
def _zones() -> Mapping[str, str]:
    """Zones by the names of their towns."""
    found = {
        zone.rpartition("/")[2].replace("_", " ").casefold(): zone
        for zone in sorted(available_timezones())
        if "/" in zone
    }
    for zone, country in _COUNTRIES.items():
        for name in town_names(country, zone.rpartition("/")[2]):
            found[base_letters(name.casefold())] = zone
    return found | _OTHERS
