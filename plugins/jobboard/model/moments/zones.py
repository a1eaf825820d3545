"""Names of time zones (IANA), as `Europe/Brussels`: never an abbreviation, which says nothing of summer time."""

from __future__ import annotations

import functools
import re
import zoneinfo

from babel.core import get_global

from jobboard.model.texts.codes import country_of
from jobboard.model.texts.tongues import folded
from jobboard.source.message import Phrase, phrase
from jobboard.source.problem import near_spelling

_OFFSET = re.compile(r"(?:UTC|GMT)? ?[+\u2212-][0-9]{1,2}(?::?[0-9]{2})?", re.IGNORECASE)
_ABBREVIATIONS = {
    "Europe/Brussels": "CET CEST MET MEZ MESZ HEC HNEC",
    "Europe/London": "BST GMT/BST",
    "Europe/Lisbon": "WET WEST",
    "Europe/Athens": "EET EEST",
    "Europe/Moscow": "MSK",
    "Europe/Istanbul": "TRT",
    "America/New_York": "EST EDT ET",
    "America/Chicago": "CST CDT CT",
    "America/Denver": "MST MDT MT",
    "America/Los_Angeles": "PST PDT PT",
    "Australia/Sydney": "AEST AEDT",
    "Asia/Kolkata": "IST",
    "Asia/Tokyo": "JST",
    "UTC": "GMT Z ZULU",
}
_ZONES_OF_ABBREVIATIONS = {short: zone for zone, names in _ABBREVIATIONS.items() for short in names.split()}
"""A zone for each abbreviation people write: one of several that share it, so it is given as an example."""

_SHOWN = 3
"""How many zones of one country are named in a proposal."""

_FIXED = re.compile(r"Etc/GMT([+-])([0-9]{1,2})")
_UNIVERSAL = {"UTC", "UCT", "GMT", "Universal", "Greenwich", "Zulu"}
"""Names of UTC itself, alone or after `Etc/`; `GMT0`, `GMT+0` and `GMT-0` are the same."""


@functools.lru_cache(maxsize=1024)
def is_zone(name: str) -> bool:
    """True for a name with a slash out of the IANA database, and for UTC."""
    if name == "UTC":
        return True
    if "/" not in name or name.startswith(("right/", "posix/")):
        return False
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def fixed_zone_name(zone: str) -> str:
    """A zone that no city gave its name, by its distance from UTC: "UTC", "UTC−5"; empty for any other.

    In the IANA names of fixed offsets the sign is the other way round: `Etc/GMT+5` is five hours *behind* UTC.
    """
    if zone.removeprefix("Etc/").rstrip("+-0") in _UNIVERSAL:
        return "UTC"
    fixed = _FIXED.fullmatch(zone)
    return f"UTC{'−' if fixed[1] == '+' else '+'}{fixed[2]}" if fixed else ""


@functools.lru_cache(maxsize=1024)
def zone_proposal(text: str) -> Phrase:
    """A hint for a text that is no zone: the zone of that city or country, or one spelt nearly so."""
    zones, name = _zones_by_city(), text.strip()
    city = folded(name.rsplit("/", 1)[-1].replace("_", " ").removesuffix(" time"))
    if city in zones:
        return phrase("write %(written)s", written=zones[city])
    if zone := _ZONES_OF_ABBREVIATIONS.get(name.upper()):
        return phrase(
            "an abbreviation says nothing of summer time: write the zone's own name, like %(zone)s", zone=zone
        )
    if _OFFSET.fullmatch(name):
        return phrase("an offset says nothing of summer time: write the zone's own name, like Europe/Brussels")
    if of_country := _zones_of(name):
        return phrase("write the zone's own name: %(zones)s", zones=of_country)
    names = {folded(zone.replace("_", " ")): zone for zone in zones.values()}
    found = names.get(near_spelling(folded(name.replace("_", " ")), names)) or zones.get(near_spelling(city, zones, 1))
    if found:
        return phrase("did you mean '%(near)s'?", near=found)
    return phrase("write the zone's own name, like Europe/Brussels")


def _zones_of(name: str) -> str:
    """The zones of a country, of which the first few are named."""
    code = country_of(name)
    zones = get_global("territory_zones").get(code, ()) if code else ()
    return ", ".join(zones[:_SHOWN]) + (" …" if len(zones) > _SHOWN else "")


@functools.cache
def _zones_by_city() -> dict[str, str]:
    """Every zone with a slash, by the city it ends in. Finding them opens hundreds of files, so once is enough."""
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    return {folded(name.rsplit("/", 1)[-1].replace("_", " ")): name for name in names} | {"utc": "UTC"}
