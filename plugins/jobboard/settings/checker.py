"""Settings taken one after the other: what is wrong with each is collected, with the line it stands on."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from jobboard.engine.key import LEAST, key_kept_in, key_of_secret
from jobboard.settings.clock import EARLIEST, NOW, clock_now, to_instant
from jobboard.settings.place import COMMAND_LINE, SETTING_VALUE, example, line_of_setting
from jobboard.settings.site_address import is_address
from jobboard.source.markdown.convert import Engine
from jobboard.source.message import Phrase, any_of, in_turn, message, phrase
from jobboard.source.problem import CLOCK, Problem, did_you_mean

CLOCK_WRONG = message("clock-wrong", "the clock of this machine says %(day)s, which cannot be")
ENGINE_NOT_INSTALLED = message("engine-not-installed", "%(engine)s is not installed")
SETTING_UNKNOWN = message("setting-unknown", "unknown setting")

SEAL = "JOBBOARD_SEAL"
"""Of the environment alone: a secret in a file of the project would lie beside what it seals."""

_IDENTITY = re.compile(r"[a-z0-9.-]+\.[a-z]{2,},\d{4}(?:-\d{2}(?:-\d{2})?)?")

_WITHOUT_ZONES = phrase("this computer knows no time zones at all; install them: pip install tzdata")


class SettingsChecker:
    """Takes one setting after another and collects what is wrong with them."""

    def __init__(self, pelican: Mapping[str, Any], settings_file: str, overridden: Collection[str]) -> None:
        self._pelican = pelican
        self._file = Path(settings_file)
        self._overridden = {*overridden, SEAL, *([NOW] if os.environ.get(NOW) else [])}
        self.problems: list[Problem] = []

    def add(self, name: str, message: Phrase, hint: Phrase) -> None:
        path, line = (COMMAND_LINE, 1) if name in self._overridden else line_of_setting(name, self._file)
        self.problems.append(Problem(path, line, name, message, hint))

    def text(self, name: str, default: str = "") -> str:
        value = self._pelican.get(name, default)
        if not isinstance(value, str) or not value.strip():
            self.add(name, SETTING_VALUE(words=phrase("a text"), found=repr(value)), example(f"{name} = 'Talent Hub'"))
            return default
        return value.strip()

    def number(self, name: str, default: int, *, least: int = 1) -> int:
        value = self._pelican.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= 100_000:
            self.add(
                name,
                SETTING_VALUE(words=phrase("a number from %(least)s", least=least), found=repr(value)),
                example(f"{name} = {default}"),
            )
            return default
        return value

    def yes_or_no(self, name: str, *, default: bool) -> bool:
        value = self._pelican.get(name, default)
        if not isinstance(value, bool):
            self.add(
                name, SETTING_VALUE(words=any_of("True", "False"), found=repr(value)), example(f"{name} = {default}")
            )
            return default
        return value

    def url(self, name: str) -> str:
        value = str(self._pelican.get(name) or "").rstrip("/")
        if not is_address(value):
            self.add(
                name,
                SETTING_VALUE(words=phrase("the full address of the site"), found=repr(value)),
                example("SITEURL = 'https://example.org/board'"),
            )
        return value

    def zone(self, name: str) -> str:
        value = str(self._pelican.get(name))
        try:
            ZoneInfo(value)
        except (OSError, ValueError, KeyError):
            self.add(
                name,
                SETTING_VALUE(words=phrase("a time zone like Europe/Brussels"), found=repr(value)),
                phrase("see the list of IANA time zones") if available_timezones() else _WITHOUT_ZONES,
            )
        return value

    def choice(self, name: str, values: tuple[str, ...]) -> str:
        """One of several words; the first is the default."""
        value = self._pelican.get(name, values[0])
        if value not in values:
            self.add(name, SETTING_VALUE(words=any_of(*values), found=repr(value)), did_you_mean(str(value), values))
            return values[0]
        return str(value)

    def identity(self, name: str) -> str:
        value = self._pelican.get(name)
        if not isinstance(value, str) or not _IDENTITY.fullmatch(value):
            self.add(
                name,
                SETTING_VALUE(words=phrase("a host name and a year"), found=repr(value)),
                in_turn(
                    example(f"{name} = 'hub.example,2026'"),
                    phrase("choose once and never change it, feed ids are made of it"),
                ),
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
        except ValueError:
            self.add(
                NOW,
                SETTING_VALUE(words=phrase("an instant like 2026-12-01T12:00+01:00"), found=repr(value)),
                phrase("leave it out to use the clock"),
            )
            return clock_now()

    def _by_the_clock(self) -> datetime:
        now = clock_now()
        if now < EARLIEST:
            message = CLOCK_WRONG(day=f"{now:%Y-%m-%d}")
            hint = phrase("set it right, or name the instant: --now 2026-12-01T12:00+01:00")
            self.problems.append(Problem(CLOCK, 1, "", message, hint))
        return now

    def key(self) -> bytes:
        secret = os.environ.get(SEAL)
        if not secret:
            state = os.environ.get("XDG_STATE_HOME") or Path("~/.local/state").expanduser()
            return key_kept_in(Path(state))
        if len(secret) < LEAST:
            hint = phrase("for example the output of: openssl rand -hex 32")
            words = phrase("a secret of at least %(least)s characters", least=LEAST)
            self.add(SEAL, SETTING_VALUE(words=words, found=str(len(secret))), hint)
        return key_of_secret(secret)

    def engine(self, name: str) -> Engine:
        value = self._pelican.get(name, Engine.MARKDOWN.value)
        if value not in list(Engine):
            self.add(
                name,
                SETTING_VALUE(words=phrase("one of %(words)s", words=", ".join(Engine)), found=repr(value)),
                did_you_mean(str(value), list(Engine)),
            )
            return Engine.MARKDOWN
        if importlib.util.find_spec(value) is None:
            self.add(name, ENGINE_NOT_INSTALLED(engine=value), Phrase(f".venv/bin/python -m pip install {value}"))
        return Engine(value)

    def refuse_unknown(self, known: Collection[str]) -> None:
        for name in self._pelican:
            if name.startswith("JOBBOARD_") and name not in known:
                self.add(name, SETTING_UNKNOWN, did_you_mean(name, known))
