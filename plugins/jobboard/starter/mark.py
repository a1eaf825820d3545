"""The first line of what `init` writes: by which version, and whether the file is still as it was written."""

from __future__ import annotations

import re

from jobboard.base.digest import digest_of

_MARK = re.compile(r"# Written by jobboard init (?P<version>\S+)(?: \((?P<digest>[0-9a-f]{12})\))?[.;].*")
_YOURS = "This file is yours: no upgrade touches it."
_OURS = "'jobboard init . --upgrade' shows what a later version would write."


def marked_as_yours(text: str, version: str) -> str:
    """A file that is people's own from the first day."""
    return f"# Written by jobboard init {version}. {_YOURS}\n{text}"


def marked_as_ours(text: str, version: str) -> str:
    """A file that later versions may write anew, as long as nobody has changed it."""
    return f"# Written by jobboard init {version} ({_digest(text)}); {_OURS}\n{text}"


def version_in(text: str) -> str:
    """The version that wrote a file; empty if `init` did not."""
    found = _MARK.fullmatch(text.partition("\n")[0].rstrip("\r"))
    return found["version"] if found else ""


def is_unchanged(text: str) -> bool:
    """True if nobody has changed a file since `init` wrote it. Line ends do not count: Git may turn them."""
    first, _, rest = text.replace("\r\n", "\n").partition("\n")
    found = _MARK.fullmatch(first)
    return found is not None and found["digest"] == _digest(rest)


def _digest(text: str) -> str:
    return digest_of(text.encode(), 6)
