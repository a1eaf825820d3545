"""The build of our own command: the same as the `pelican` command's, with errors in plain words.

Pelican itself runs where other plugins are listed, or the board is a guest; else nothing of it would be used.
"""

from __future__ import annotations

import os
import traceback
from pathlib import Path
from typing import Any

from msgspec import Struct

from jobboard.pelican_adapter.site import build_or_exit
from jobboard.settings import guest
from jobboard.settings.clock import NOW
from jobboard.settings.place import COMMAND_LINE, line_of_setting
from jobboard.settings.plain import PLUGIN, leaving_no_bytecode, plain_settings
from jobboard.settings.settings import (
    CLUSTER,
    PUBLISHED,
    REMOVALS,
    STAGING,
    WAIT,
    Settings,
    SettingsError,
    read_settings,
)
from jobboard.source.content.folder import FOLDER_MISSING
from jobboard.source.message import message, phrase
from jobboard.source.problem import Problem

PLUGIN_NOT_LOADED = message("plugin-not-loaded", "the plugin jobboard is not loaded")
SETTINGS_ARE_A_FOLDER = message("settings-are-a-folder", "this is a folder")
SETTINGS_MISSING = message("settings-missing", "no such file")
SETTINGS_UNREADABLE = message("settings-unreadable", "cannot be read: %(reason)s")
SETTINGS_FAILED = message("settings-failed", "%(reason)s")


class Options(Struct, frozen=True, kw_only=True):
    """What the command line may override; empty means the settings file decides."""

    settings: str = "pelicanconf.py"
    content: str = ""
    output: str = ""
    now: str = ""
    site_url: str = ""
    is_verbose: bool = False
    is_published: bool = False
    is_staging: bool = False
    removals: str = ""
    wait: int | None = None
    cluster: str = ""


def load_settings(options: Options) -> Settings:
    """The settings of a build, checked. Raises SettingsError."""
    return read_settings(_settings(options)[0], options.settings, _overrides(options))


def run(options: Options) -> None:
    """Build the site. Raises SettingsError, or SystemExit(1) after a report."""
    settings, is_alone = _settings(options)
    found = read_settings(settings, options.settings, _overrides(options))
    if options.is_published:
        from jobboard.settings.full_text import check_full_text  # noqa: PLC0415 (as the next)
        from jobboard.settings.sample import check_publishing  # noqa: PLC0415 (for readers alone)

        problems = (
            *check_publishing(found, options.settings, is_address_given=bool(options.site_url)),
            *check_full_text(found, options.settings),
        )
        if problems:
            raise SettingsError(problems)
    if is_alone:
        build_or_exit(settings)
    else:
        _run_pelican(settings, options)


def _run_pelican(settings: dict[str, Any], options: Options) -> None:
    from pelican import Pelican  # noqa: PLC0415 (it takes longer than a build that finds nothing to do)
    from pelican.log import console  # noqa: PLC0415

    console.quiet = not guest.is_guest(settings)  # Pelican would report on articles, of which there are none
    pelican = Pelican(settings)
    if PLUGIN not in pelican.settings["PLUGINS"]:
        # Pelican goes on without a plugin it could not load, and would write a site of its own
        place = line_of_setting("PLUGINS", Path(options.settings))
        hint = phrase("write PLUGINS = ['jobboard'] (in a checkout of jobboard also PLUGIN_PATHS = ['plugins'])")
        raise SettingsError((Problem(*place, "PLUGINS", PLUGIN_NOT_LOADED, hint),))
    pelican.run()


def _overrides(options: Options, content: str = "PATH") -> dict[str, Any]:
    """Pelican's settings as given on the command line; `content` is the one that names the board's content."""
    given = {
        content: options.content and str(Path(options.content).resolve()),
        "OUTPUT_PATH": options.output and str(Path(options.output).resolve()),
        NOW: options.now,
        "SITEURL": options.site_url,
        "DEBUG": options.is_verbose,
        PUBLISHED: options.is_published,
        STAGING: options.is_staging,
        REMOVALS: options.removals,
        CLUSTER: options.cluster,
    }
    found = {name: value for name, value in given.items() if value}
    return found if options.wait is None else {**found, WAIT: options.wait}


def _settings(options: Options) -> tuple[dict[str, Any], bool]:
    """The settings file with the command line's overrides, and whether they are of a board alone. Raises SettingsError
    with the line of a mistake in it."""
    file = Path(options.settings)
    try:
        file.open("rb").close()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        message = SETTINGS_ARE_A_FOLDER if isinstance(error, IsADirectoryError) else SETTINGS_MISSING
        hint = phrase("run this where pelicanconf.py is, or name it with --settings")
        raise SettingsError((Problem(options.settings, 1, "", message, hint),)) from None
    if options.content and not Path(options.content).is_dir():
        hint = phrase("name the folder that holds postings/ and organisations/")
        raise SettingsError((Problem(COMMAND_LINE, 1, "PATH", FOLDER_MISSING(folder=options.content), hint),))
    plain = plain_settings(file, _overrides(options))
    return (_pelican_settings(options), False) if plain is None else (plain, True)


def _pelican_settings(options: Options) -> dict[str, Any]:
    from pelican.settings import read_settings as read_pelican_settings  # noqa: PLC0415 (as above)

    file = Path(options.settings)
    try:
        with leaving_no_bytecode():
            settings: dict[str, Any] = read_pelican_settings(options.settings, override=_overrides(options))
            if options.content and guest.is_guest(settings):
                settings = read_pelican_settings(options.settings, override=_overrides(options, guest.CONTENT))
    except SyntaxError as error:
        name = Path(error.filename or file).name
        raise SettingsError((Problem(name, error.lineno or 1, "", SETTINGS_UNREADABLE(reason=error.msg)),)) from None
    except (Exception, SystemExit) as error:  # whatever a settings file does is reported, never shown as a traceback
        if isinstance(error, OSError) and _line_in(file, error) is None:
            raise
        raise SettingsError((_locate(error, file),)) from None
    return settings


def _line_in(file: Path, error: BaseException) -> tuple[str, int] | None:
    """The line of the settings file, or of one beside it, that failed; None if none of them did."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if os.path.dirname(os.path.realpath(frame.filename)) == os.path.dirname(os.path.realpath(file)):  # noqa: PTH120
            return Path(frame.filename).name, frame.lineno or 1
    return None


def _locate(error: BaseException, file: Path) -> Problem:
    """The line of the settings file that failed; of a value Pelican refuses, the line that sets it."""
    if place := _line_in(file, error):
        return Problem(*place, "", SETTINGS_FAILED(reason=f"{type(error).__name__}: {error}"))
    name = next((name for name in ("THEME", "PATH") if name.lower() in str(error).lower()), "")
    return Problem(*line_of_setting(name, file), name, SETTINGS_FAILED(reason=str(error)))
