"""What ends a command that cannot go on: an error of the system in, one line and what is true of the site out.

Every command and the `pelican` command come here, so that nobody sees a traceback for a full disk, a file that may not
be read, or a process that was ended for want of memory.
"""

from __future__ import annotations

import os
from pathlib import Path

from jobboard.engine.folder import OutputError
from jobboard.engine.unfinished import UnfinishedError
from jobboard.pipeline.pagefind import FullTextError
from jobboard.source.message import phrase
from jobboard.source.system_error import reason_of, way_out_of

SYSTEM_ERRORS = (OSError, MemoryError)
"""What is the system's doing, and no mistake in the content, the settings or the code."""

UNTOUCHED = phrase("Nothing was written; the site is as it was.").pattern

_MEMORY = "free some, or let one processor do the work: taskset -c 0 make html"


class ClusterError(Exception):
    """A cluster that cannot be used. Nothing was begun."""


def sentence_of(error: BaseException) -> str:
    """`path: reason; way out`, without the full stop; of an error that is none of the system's, what it says."""
    cause = error.__cause__
    if isinstance(error, OutputError) and isinstance(cause, OSError):
        return _of_system(cause, str(error))
    if isinstance(error, MemoryError):
        return f"there is not enough memory; {_MEMORY}"
    return _of_system(error, _named(error)) if isinstance(error, OSError) else str(error)


def ending_of(error: BaseException) -> str:
    """What a build that ended so has left of the site."""
    return error.state if isinstance(error, UnfinishedError | FullTextError) else UNTOUCHED


def _named(error: OSError) -> str:
    if error.filename is None and _is_nowhere():
        return "the folder this was started in is gone"
    return f"{_shown(error.filename)}: {reason_of(error)}" if error.filename is not None else str(reason_of(error))


def _of_system(error: OSError, line: str) -> str:
    way = "go to that of the project" if error.filename is None and _is_nowhere() else way_out_of(error)
    return f"{line}; {way}" if way else line


def _shown(name: object) -> str:
    """A path as people call it: from where they are, if it is below."""
    path = Path(os.fsdecode(name)) if isinstance(name, str | bytes | os.PathLike) else Path(str(name))
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except (OSError, ValueError):
        return str(path)


def _is_nowhere() -> bool:
    """True if the folder this process works in was removed."""
    try:
        Path.cwd()
    except OSError:
        return True
    return False
