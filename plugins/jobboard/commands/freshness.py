"""Whether a published site is up to date: its `build.json` read, and its next change compared with the clock.

Needs nothing of a project but that one file, so that a monitor can run it anywhere.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from jobboard.net.download import NotFetchedError, Request, addresses_of, download
from jobboard.source.system_error import reason_of

TIMEOUT = 20
"""Seconds a site has to answer, and to send its file."""
_LIMIT = 65_536
_LENIENCE = timedelta(hours=1)
"""How far the clocks of two machines may be apart."""
_NAME = "build.json"
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


class UnreadableError(Exception):
    """It cannot be told whether the site is up to date."""


class Info(Struct, frozen=True):
    """What a site says of itself: when it must be built again by, None if nothing will change by itself.

    `last_change` is the newest instant at which it changed (both UTC), None if it does not say.
    """

    next_change: datetime | None
    last_change: datetime | None = None


def parse_grace(text: str) -> timedelta:
    """Read `90m`, `3h` or `2d`. Raises ValueError with a sentence for anything else."""
    match = re.fullmatch(r"([0-9]{1,4}) ?([mhd])", text.strip())
    if match is None:
        raise ValueError(f"--grace: expected a time like 90m, 3h or 2d, found '{text}'")
    return int(match[1]) * _UNITS[match[2]]


def parse_instant(text: str) -> datetime:
    """Read an instant with its offset. Raises ValueError with a sentence for anything else."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        instant = datetime.min  # noqa: DTZ901 (which has no offset, and so is refused like any without)
    if instant.tzinfo is None:
        raise ValueError(f"--now: expected an instant like 2026-12-01T12:00+01:00, found '{text}'")
    return instant


def read_info(site: str) -> Info:
    """Read the `build.json` of a site at an address (http, https) or in a folder. Raises UnreadableError."""
    is_address = re.match(r"[a-z][a-z0-9+.-]+://", site, re.IGNORECASE) is not None
    where = site if site.endswith(f"/{_NAME}") or site == _NAME else f"{site.rstrip('/')}/{_NAME}"
    return parse_info(_fetch(where) if is_address else _load(Path(where)), where)


def parse_info(data: bytes, where: str) -> Info:
    """Parse the file's text; `where` names it in the message of UnreadableError."""
    try:
        found = json.loads(data)
        instants = [_instant(found["next_change"]), _instant(found.get("last_change"))]
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise UnreadableError(f"{where} is no {_NAME} of a job board") from None
    if any(instant is not None and instant.tzinfo is None for instant in instants):
        raise UnreadableError(f"{where}: next_change names no offset")
    return Info(*instants)


def check_clock(info: Info, now: datetime) -> None:
    """Raises UnreadableError if the clock (aware) lies before what the site has lived through: it cannot judge."""
    if info.last_change is not None and now < info.last_change - _LENIENCE:
        words = f"it is {now:%d %b %Y} by the clock of this machine, and the site last changed on"
        raise UnreadableError(
            f"{words} {info.last_change:%d %b %Y}; set the clock right, or name the instant with --now"
        )


def judge(info: Info, now: datetime, grace: timedelta) -> tuple[bool, str]:
    """Whether the site is up to date at `now` (aware), with a sentence that says why."""
    if info.next_change is None:
        return True, "Fresh: nothing on the site will change by itself."
    when = f"{info.next_change.astimezone(UTC):%a %d %b %Y %H:%M} UTC"
    if now < info.next_change:
        return True, f"Fresh: the next change is due on {when}."
    late = now - info.next_change
    if late <= grace:
        return True, f"Fresh: a change was due on {when}, {_words(late)} ago, which is within the grace."
    return False, (
        f"Stale: a change was due on {when}, {_words(late)} ago, and the site has not been built since. "
        "Build it now, and find out what stopped its schedule."
    )


def _instant(text: str | None) -> datetime | None:
    if text is None:
        return None
    instant = datetime.fromisoformat(text)
    return instant.astimezone(UTC) if instant.tzinfo else instant


def _words(span: timedelta) -> str:
    """ "3 days", "5 hours", "20 minutes": rounded down to one unit."""
    minutes = span // timedelta(minutes=1)
    for size, name in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size or size == 1:
            number = minutes // size
            return f"{number} {name}{'' if number == 1 else 's'}"
    raise AssertionError


def _load(file: Path) -> bytes:
    try:
        if not (file.is_file() or file.is_dir() or not file.exists()):
            raise UnreadableError(f"{file} is no file")  # a pipe that nobody writes into would be waited for
        with file.open("rb") as opened:
            return _whole(opened.read(_LIMIT + 1), str(file))
    except OSError as error:
        raise UnreadableError(f"{file}: {reason_of(error)}") from None


def _fetch(address: str) -> bytes:
    headers = {"User-Agent": "jobboard-fresh", "Cache-Control": "no-cache", "Accept": "application/json"}
    request = Request(headers=headers, most=_LIMIT, seconds=TIMEOUT, look_up=addresses_of)
    try:
        return download(address, request)
    except NotFetchedError as error:
        raise UnreadableError(f"{address}: {error}") from None


def _whole(data: bytes, where: str) -> bytes:
    if len(data) > _LIMIT:
        raise UnreadableError(f"{where} is no {_NAME} of a job board")
    return data
