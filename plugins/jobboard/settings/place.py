"""Where in the settings file a setting stands: a name in, a file and a line out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

Add = Callable[[str, str, str], None]
"""Reports a problem: the setting, what is wrong, the way out."""


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
