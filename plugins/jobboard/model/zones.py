"""Names of time zones (IANA), as `Europe/Brussels`: never an abbreviation, which says nothing of summer time."""

from __future__ import annotations

import functools
import re
import zoneinfo

from jobboard.source.problem import did_you_mean

_OFFSET = re.compile(r"[A-Z]{2,5}|(?:UTC|GMT)? ?[+-][0-9]{1,2}(?::?[0-9]{2})?")
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
def zone_proposal(text: str) -> str:
    """A hint for a text that is no zone: the zone of that city, or a near one."""
    zones = _zones_by_city()
    city = text.strip().lower().replace(" ", "_")
    if city in zones:
        return f"did you mean '{zones[city]}'?"
    if _OFFSET.fullmatch(text) or any(zone.startswith(f"{text}/") for zone in zones.values()):
        return "name a city of the zone"
    return did_you_mean(text, zones.values())


@functools.cache
def _zones_by_city() -> dict[str, str]:
    """Every zone with a slash, by the city it ends in. Finding them opens hundreds of files, so once is enough."""
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    return {name.rsplit("/", 1)[-1].lower(): name for name in names} | {"utc": "UTC"}
