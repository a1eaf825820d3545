"""Settings: what `pelicanconf.py` says, checked and turned into plain values. The one place that reads the clock.

Beside Pelican's own SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG, PATH, OUTPUT_PATH and THEME there are the
`JOBBOARD_…` settings named in `KNOWN`. Those that make the board a guest in another site are read in `guest.py`.
"""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.engine.folder import PATIENCE
from jobboard.engine.key import LEAST, key_kept_in, key_of_secret
from jobboard.pipeline.memory import Removals
from jobboard.settings import guest
from jobboard.settings.accessibility import check_accessibility
from jobboard.settings.languages import check_languages
from jobboard.settings.place import line_of_setting
from jobboard.settings.site_address import is_address
from jobboard.source.markdown.convert import Engine
from jobboard.source.problem import Problem, did_you_mean

NOW = "JOBBOARD_NOW"
IDENTITY = "JOBBOARD_IDENTITY"
PUBLISHED = "PUBLISHED"
"""True on the command line alone: `jobboard build --publish` makes a site that readers see."""
REMOVALS = "JOBBOARD_REMOVALS"
WAIT = "JOBBOARD_WAIT"
SEAL = "JOBBOARD_SEAL"
"""Of the environment alone: a secret in a file of the project would lie beside what it seals."""

_IDENTITY = re.compile(r"[a-z0-9.-]+\.[a-z]{2,},\d{4}(?:-\d{2}(?:-\d{2})?)?")
KNOWN = (
    "JOBBOARD_DESCRIPTION",
    IDENTITY,
    NOW,
    REMOVALS,
    WAIT,
    "JOBBOARD_RETENTION_DAYS",
    "JOBBOARD_PAGE_SIZE",
    "JOBBOARD_FEED_SIZE",
    "JOBBOARD_CACHE",
    "JOBBOARD_MARKDOWN",
    "JOBBOARD_EXTRAS",
    "JOBBOARD_LANGUAGES",
    "JOBBOARD_UNTRANSLATED",
    "JOBBOARD_ACCESSIBILITY",
    guest.PATH,
    guest.CONTENT,
    guest.THEME,
)


class Settings(Struct, frozen=True, kw_only=True):
    """Everything a build is told from outside: the site, the instant, five folders, and whether readers will see it.

    `root` is the folder a host serves; `output` is the board's, that folder or, as a guest, one within it.
    `is_now_given` tells an instant that somebody has named from what the clock says. What it keeps for the next build
    is sealed with `key`; it waits for another one of its folder for `wait` seconds.
    """

    site: Site
    now: datetime
    content: Path
    output: Path
    root: Path
    theme: Path
    cache: Path
    engine: Engine
    is_published: bool = False
    removals: Removals = Removals.ADVISE
    is_now_given: bool = True
    key: bytes = b""
    wait: int = PATIENCE


class SettingsError(Exception):
    """Settings that cannot be used; `problems` say which and why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


def read_settings(
    pelican: Mapping[str, Any], settings_file: str = "pelicanconf.py", overridden: Collection[str] = ()
) -> Settings:
    """Check Pelican's settings and this site's own. Raises SettingsError with everything that is wrong.

    `overridden` names the settings that do not come from the file.
    """
    checker = _Checker(guest.as_board(pelican), settings_file, overridden)
    place = guest.place_in(pelican, checker.add)
    site = _site(guest.as_board(pelican), checker, place.path)
    now, engine = checker.now(), checker.engine("JOBBOARD_MARKDOWN")
    removals = Removals(checker.choice(REMOVALS, tuple(Removals)))
    key, wait = checker.key(), checker.number(WAIT, PATIENCE, least=0)
    checker.refuse_unknown()
    if not (place.theme / "templates").is_dir():
        name = guest.THEME if place.path else "THEME"
        hint = f"name the folder of the theme, {name} = 'theme', or leave it out for the one that comes with the board"
        checker.add(name, f"there is no folder {place.theme}/templates", hint)
    for what, folder in (("content", place.content), ("theme", place.theme)):
        if place.root == folder or place.root in folder.parents or folder in place.root.parents:
            hint = "give it one of its own: OUTPUT_PATH = 'output'"
            checker.add("OUTPUT_PATH", f"the site and the {what} would be in one folder", hint)
    if checker.problems:
        raise SettingsError(tuple(checker.problems))
    return Settings(
        site=site,
        now=now,
        content=place.content,
        output=place.output,
        root=place.root,
        theme=place.theme,
        cache=Path(pelican.get("JOBBOARD_CACHE", ".cache")),
        engine=engine,
        is_published=bool(pelican.get(PUBLISHED)),
        removals=removals,
        is_now_given=bool(checker.given_now()),
        key=key,
        wait=wait,
    )


def _site(pelican: Mapping[str, Any], checker: _Checker, path: str) -> Site:
    spoken = check_languages(pelican, guest.hint_for_guest(pelican, checker.add))
    url = checker.url("SITEURL")
    return Site(
        name=checker.text("SITENAME"),
        description=dict(spoken.descriptions)[spoken.lang],
        url=f"{url}/{path}" if path else url,
        zone=checker.zone("TIMEZONE"),
        lang=spoken.lang,
        identity=checker.identity(IDENTITY),
        retention_days=checker.number("JOBBOARD_RETENTION_DAYS", 365),
        page_size=checker.number("JOBBOARD_PAGE_SIZE", 50),
        feed_size=checker.number("JOBBOARD_FEED_SIZE", 100),
        has_extras=checker.yes_or_no("JOBBOARD_EXTRAS", default=True),
        languages=spoken.languages,
        descriptions=spoken.descriptions,
        shows_untranslated=checker.choice("JOBBOARD_UNTRANSLATED", ("show", "hide")) == "show",
        accessibility=check_accessibility(pelican, spoken.languages, checker.add),
    )


EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)
"""Nothing of this was written before; a clock that is further back was never set."""


def clock_now() -> datetime:
    """The instant now (UTC)."""
    return datetime.now(UTC)


def instant_here(given: str, zone: str) -> datetime:
    """The instant given, or named by the environment, on the clocks of a zone if it names none; else the clock's (UTC).

    Raises ValueError with a sentence.
    """
    value = given or os.environ.get(NOW) or ""
    return _instant(value, zone) if value else clock_now()


def _instant(value: str, zone: str) -> datetime:
    try:
        now = datetime.fromisoformat(value)
        return now.replace(tzinfo=now.tzinfo or ZoneInfo(zone)).astimezone(UTC)
    except (ValueError, OSError, KeyError, OverflowError):
        raise ValueError(f"expected an instant like 2026-12-01T12:00+01:00, found {value!r}") from None


class _Checker:
    """Takes one setting after another and collects what is wrong with them."""

    def __init__(self, pelican: Mapping[str, Any], settings_file: str, overridden: Collection[str]) -> None:
        self._pelican = pelican
        self._file = Path(settings_file)
        self._overridden = {*overridden, SEAL, *([NOW] if os.environ.get(NOW) else [])}
        self.problems: list[Problem] = []

    def add(self, name: str, message: str, hint: str) -> None:
        path, line = ("command line", 1) if name in self._overridden else line_of_setting(name, self._file)
        self.problems.append(Problem(path, line, name, message, hint))

    def text(self, name: str, default: str = "") -> str:
        value = self._pelican.get(name, default)
        if not isinstance(value, str) or not value.strip():
            self.add(name, f"expected a text, found {value!r}", f"for example {name} = 'Talent Hub'")
            return default
        return value.strip()

    def number(self, name: str, default: int, *, least: int = 1) -> int:
        value = self._pelican.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= 100_000:
            self.add(name, f"expected a number from {least}, found {value!r}", f"for example {name} = {default}")
            return default
        return value

    def yes_or_no(self, name: str, *, default: bool) -> bool:
        value = self._pelican.get(name, default)
        if not isinstance(value, bool):
            self.add(name, f"expected True or False, found {value!r}", f"for example {name} = {default}")
            return default
        return value

    def url(self, name: str) -> str:
        value = str(self._pelican.get(name) or "").rstrip("/")
        if not is_address(value):
            self.add(
                name,
                f"expected the full address of the site, found {value!r}",
                "for example SITEURL = 'https://example.org/board'",
            )
        return value

    def zone(self, name: str) -> str:
        value = str(self._pelican.get(name))
        try:
            ZoneInfo(value)
        except (OSError, ValueError, KeyError):
            self.add(
                name, f"expected a time zone like Europe/Brussels, found {value!r}", "see the list of IANA time zones"
            )
        return value

    def choice(self, name: str, values: tuple[str, ...]) -> str:
        """One of several words; the first is the default."""
        value = self._pelican.get(name, values[0])
        if value not in values:
            self.add(name, f"expected {' or '.join(values)}, found {value!r}", did_you_mean(str(value), values))
            return values[0]
        return str(value)

    def identity(self, name: str) -> str:
        value = self._pelican.get(name)
        if not isinstance(value, str) or not _IDENTITY.fullmatch(value):
            self.add(
                name,
                f"expected a host name and a year, found {value!r}",
                f"for example {name} = 'hub.example,2026'; choose once and never change it, feed ids are made of it",
            )
            return "invalid.example,2000"
        return value

    def given_now(self) -> str:
        return str(os.environ.get(NOW) or self._pelican.get(NOW) or "")

    def now(self) -> datetime:
        if not (value := self.given_now()):
            return self._by_the_clock()
        try:
            return _instant(value, str(self._pelican["TIMEZONE"]))
        except ValueError as error:
            self.add(NOW, str(error), "leave it out to use the clock")
            return clock_now()

    def _by_the_clock(self) -> datetime:
        now = clock_now()
        if now < EARLIEST:
            message = f"the clock of this machine says {now:%Y-%m-%d}, which cannot be"
            hint = "set it right, or name the instant: --now 2026-12-01T12:00+01:00"
            self.problems.append(Problem("clock", 1, "", message, hint))
        return now

    def key(self) -> bytes:
        secret = os.environ.get(SEAL)
        if not secret:
            state = os.environ.get("XDG_STATE_HOME") or Path("~/.local/state").expanduser()
            return key_kept_in(Path(state))
        if len(secret) < LEAST:
            hint = "for example the output of: openssl rand -hex 32"
            self.add(SEAL, f"expected a secret of at least {LEAST} characters, found {len(secret)}", hint)
        return key_of_secret(secret)

    def engine(self, name: str) -> Engine:
        value = self._pelican.get(name, Engine.MARKDOWN.value)
        if value not in list(Engine):
            self.add(
                name, f"expected one of {', '.join(Engine)}, found {value!r}", did_you_mean(str(value), list(Engine))
            )
            return Engine.MARKDOWN
        if importlib.util.find_spec(value) is None:
            self.add(name, f"{value} is not installed", f".venv/bin/python -m pip install {value}")
        return Engine(value)

    def refuse_unknown(self) -> None:
        for name in self._pelican:
            if name.startswith("JOBBOARD_") and name not in KNOWN:
                self.add(name, "unknown setting", did_you_mean(name, KNOWN))
