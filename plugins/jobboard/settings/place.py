"""Where in the settings file a setting stands: a name in, a file and a line out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from jobboard.source.message import Phrase, message, phrase

SETTING_VALUE = message("setting-value", "expected %(words)s, found %(found)s")

COMMAND_LINE = phrase("command line").pattern
"""Where a setting stands that is in no file."""

Add = Callable[[str, Phrase, Phrase], None]
"""Reports a problem: the setting, what is wrong, the way out."""


def example(written: str) -> Phrase:
    """The hint that shows how a setting may be written."""
    return phrase("for example %(written)s", written=written)


def line_of_setting(name: str, settings_file: Path) -> tuple[str, int]:
    """Where a setting got its value: the last line that sets it, in this file or the one it extends."""
    for file in dict.fromkeys((settings_file, settings_file.with_name("pelicanconf.py"))):
        try:
            lines = file.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError):
            continue
        found = [number for number, line in enumerate(lines, 1) if re.match(rf"{name}\s*=", line)]
        if found:
            return file.name, found[-1]
    return settings_file.name, 1
