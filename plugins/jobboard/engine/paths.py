"""Paths below the output folder: which are any, and which lead out of it through a link.

Everything that names a file of the site is held against this where it is used, the plan as well as what an earlier
build, or anybody else, left on the disk.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

_OURS = r"\.jobboard-"
"""Begins the names the build keeps for itself at the top of the output folder."""

_PART = r"(?!\.\.?(?:/|$))[^\x00-\x1f\x7f/\\\ud800-\udfff]{1,255}"
_PATH = re.compile(rf"(?!{_OURS}){_PART}(?:/{_PART})*")
_LONGEST_PART, _LONGEST = 255, 3000
"""In bytes: what common disks take."""


def is_of_site(path: str) -> bool:
    r"""True for the path of a file of the site: relative, with `/`, and without a part that is empty, `.` or `..`.

    Not for one with a `\`, which some systems take for a `/`, or with a control character; nor for the build's own.
    """
    if _PATH.fullmatch(path) is None:
        return False
    return len(path) <= _LONGEST if path.isascii() else _fits(path.encode())


def link_above(folder: Path, path: str, known: dict[str, bool]) -> str:
    """The first folder on the way to a path that is a link, so that the file is elsewhere; empty if there is none.

    `known` remembers what was looked at.
    """
    end = path.find("/")
    while end > 0:
        above = path[:end]
        if above not in known:
            known[above] = os.path.islink(f"{folder}/{above}")  # noqa: PTH114 (many thousands of times)
        if known[above]:
            return above
        end = path.find("/", end + 1)
    return ""


def _fits(path: bytes) -> bool:
    return len(path) <= _LONGEST and max(map(len, path.split(b"/"))) <= _LONGEST_PART
