"""Names of time zones (IANA), as `Europe/Brussels`: never an abbreviation, which says nothing of summer time."""

from __future__ import annotations

import functools
import re
import zoneinfo
from collections.abc import Iterable
from datetime import datetime, timedelta

from babel import Locale
from babel.core import get_global

from jobboard.model.texts.codes import country_of
from jobboard.model.texts.tongues import folded, known_names
from jobboard.source.message import Phrase, any_of, phrase
from jobboard.source.problem import near_spelling

_OFFSET = re.compile(r"(?<![\w-])(?:UTC|GMT)? ?[+\u2212-] ?[0-9]{1,2}(?:[:.h]?[0-9]{2})?(?!\w)", re.IGNORECASE)
_PARTS_OF_OFFSET = re.compile("([+-]) ?([0-9]{1,2}?)[:.h]?([0-9]{2})?$")
_AROUND_A_CITY = re.compile(
    r"(?:^| )(?:local )?time$| ortszeit$|(?:er)? zeit$|^(?:heure|hora)(?: local| locale)?(?: de la| del| de| du| d)? "
)
"""What people say of a time that is a city's: "Brussels time", "heure de Paris"."""

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
    "America/Halifax": "AST ADT",
    "America/St_Johns": "NST NDT",
    "America/Anchorage": "AKST AKDT",
    "Pacific/Honolulu": "HST",
    "America/Bogota": "COT",
    "America/Sao_Paulo": "BRT",
    "America/Argentina/Buenos_Aires": "ART",
    "Africa/Lagos": "WAT",
    "Africa/Maputo": "CAT",
    "Africa/Johannesburg": "SAST",
    "Africa/Nairobi": "EAT",
    "Asia/Dubai": "GST",
    "Asia/Karachi": "PKT",
    "Asia/Bangkok": "ICT",
    "Asia/Jakarta": "WIB",
    "Asia/Hong_Kong": "HKT",
    "Asia/Singapore": "SGT",
    "Asia/Manila": "PHT",
    "Asia/Seoul": "KST",
    "Australia/Perth": "AWST",
    "Australia/Adelaide": "ACST ACDT",
    "Pacific/Auckland": "NZST NZDT",
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
    parts = [folded(each.replace("_", " ")) for each in (name.rsplit("/", 1)[-1], *re.split("[/(),;]", name))]
    cities = [_AROUND_A_CITY.sub("", each).strip() for each in parts if each.strip()]
    cities = [each for each in cities if each.upper() not in _ZONES_OF_ABBREVIATIONS]
    short = _ZONES_OF_ABBREVIATIONS.get(_AROUND_A_CITY.sub("", name.lower()).upper(), "")
    if not short and (found := next(filter(None, (zones.get(each) or _zone_by_name(each) for each in cities)), None)):
        return phrase("write %(written)s", written=found)
    if short := short or next(filter(None, map(_zone_of_time, (*_apart(name), *parts))), ""):
        return phrase(
            "an abbreviation says nothing of summer time: write the zone's own name, like %(zone)s", zone=short
        )
    if offset := _OFFSET.search(name):
        return phrase(
            "an offset says nothing of summer time: write the zone's own name, like %(zone)s",
            zone=any_of(*_zones_at(offset[0])),
        )
    if of_country := _zones_of(name):
        return phrase("write the zone's own name: %(zones)s", zones=of_country)
    names = {folded(zone.replace("_", " ")): zone for zone in zones.values()}
    found = names.get(near_spelling(folded(name.replace("_", " ")), names)) or zones.get(
        near_spelling(cities[0], zones, 1) if cities else ""
    )
    if found:
        return phrase("did you mean '%(near)s'?", near=found)
    return phrase("write the zone's own name, like Europe/Brussels")


def _apart(name: str) -> list[str]:
    """What may be an abbreviation within a name."""
    return [each for each in re.split(r"[\s/(),;]+", name.upper()) if each not in ("", "Z")]


def _zone_by_name(city: str) -> str:
    """The zone of a city by its name in a language of the interface."""
    return known_names(_city_names).get(city, "")


def _zone_of_time(name: str) -> str:
    """A zone for an abbreviation, or for a time like "Central European Time" in such a language."""
    return _ZONES_OF_ABBREVIATIONS.get(name, "") or known_names(_time_names).get(name, "")


def _city_names(locale: Locale) -> Iterable[tuple[str, str]]:
    return ((zone, names["city"]) for zone, names in locale.time_zones.items() if "city" in names and is_zone(zone))


def _time_names(locale: Locale) -> Iterable[tuple[str, str]]:
    for zone in _ABBREVIATIONS:
        names = locale.meta_zones.get(get_global("meta_zones").get(zone, ""), {}).get("long", {})
        yield from ((zone, name) for name in names.values())


def _zones_at(offset: str) -> list[str]:
    """Zones with that distance from UTC, in winter and in summer, one of each."""
    sign, hours, minutes = _PARTS_OF_OFFSET.findall(offset.replace("\u2212", "-"))[0]
    distance = timedelta(hours=int(hours), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    found = [
        next((zone for zone in _ABBREVIATIONS if zoneinfo.ZoneInfo(zone).utcoffset(day) == distance), "")
        for day in (datetime(2026, 1, 1), datetime(2026, 7, 1))  # noqa: DTZ001 (of each zone)
    ]
    return list(dict.fromkeys(filter(None, found))) or ["Europe/Brussels"]


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
