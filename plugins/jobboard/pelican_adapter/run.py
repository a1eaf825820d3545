"""Pelican run from our own command: the same build as the `pelican` command's, with errors in plain words."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.log import console
from pelican.settings import read_settings as read_pelican_settings

from jobboard.pelican_adapter.settings import Settings, SettingsError, read_settings
from jobboard.source.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line may override; empty means the settings file decides."""

    settings: str = "pelicanconf.py"
    content: str = ""
    output: str = ""
    now: str = ""
    site_url: str = ""
    is_verbose: bool = False


def load_settings(options: Options) -> Settings:
    """The settings of a build, checked. Raises SettingsError."""
    return read_settings(_pelican_settings(options), options.settings)


def run(options: Options) -> None:
    """Build the site through Pelican. Raises SettingsError, or SystemExit(1) after a report."""
    settings = _pelican_settings(options)
    read_settings(settings, options.settings)
    console.quiet = True  # Pelican would report on articles, of which there are none
    Pelican(settings).run()


def _pelican_settings(options: Options) -> dict[str, Any]:
    """The settings file with the command line's overrides. Raises SettingsError with the line of a mistake in it."""
    given = {
        "PATH": options.content and str(Path(options.content).resolve()),
        "OUTPUT_PATH": options.output and str(Path(options.output).resolve()),
        "JOBBOARD_NOW": options.now,
        "SITEURL": options.site_url,
        "DEBUG": options.is_verbose,
    }
    file = Path(options.settings)
    if not file.is_file():
        raise SettingsError(
            (
                Problem(
                    options.settings,
                    1,
                    "",
                    "no such file",
                    "run this where pelicanconf.py is, or name it with --settings",
                ),
            )
        )
    try:
        settings: dict[str, Any] = read_pelican_settings(
            options.settings, override={name: value for name, value in given.items() if value}
        )
    except SyntaxError as error:
        raise SettingsError((Problem(file.name, error.lineno or 1, "", f"cannot be read: {error.msg}"),)) from None
    except Exception as error:  # noqa: BLE001 (whatever a settings file does is reported, never shown as a traceback)
        lines = [
            frame.lineno
            for frame in traceback.extract_tb(error.__traceback__)
            if Path(frame.filename).resolve() == file.resolve()
        ]
        raise SettingsError(
            (Problem(file.name, lines[-1] or 1 if lines else 1, "", f"{type(error).__name__}: {error}"),)
        ) from None
    return settings
