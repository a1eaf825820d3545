"""Settings taken one after the other: what is wrong with each is collected, with the line it stands on."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jobboard.engine.key import LEAST, key_kept_in, key_of_secret
from jobboard.settings.clock import EARLIEST, NOW, clock_now, to_instant
from jobboard.settings.place import line_of_setting
from jobboard.settings.site_address import is_address
from jobboard.source.markdown.convert import Engine
from jobboard.source.problem import Problem, did_you_mean

SEAL = "JOBBOARD_SEAL"
"""Of the environment alone: a secret in a file of the project would lie beside what it seals."""

_IDENTITY = re.compile(r"[a-z0-9.-]+\.[a-z]{2,},\d{4}(?:-\d{2}(?:-\d{2})?)?")


class SettingsChecker:
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
            return to_instant(value, str(self._pelican["TIMEZONE"]))
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

    def refuse_unknown(self, known: Collection[str]) -> None:
        for name in self._pelican:
            if name.startswith("JOBBOARD_") and name not in known:
                self.add(name, "unknown setting", did_you_mean(name, known))
