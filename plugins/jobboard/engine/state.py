"""Files that one build leaves for the next: written whole or not at all, and believed only as they were written.

Any of them may have been cut short, restored from elsewhere or written by somebody else. Whoever reads one takes what
cannot be believed for nothing.
"""

from __future__ import annotations

import errno
import hmac
import os
import stat
from contextlib import suppress
from pathlib import Path

from jobboard.base.digest import digest_of

_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_SEAL = 32


def read_own(path: Path) -> bytes:
    """The bytes of a file of the build's own. Raises OSError for what is none: a link, a folder, a pipe without end."""
    descriptor = os.open(path, os.O_RDONLY | _CAREFULLY)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "this is no regular file", str(path))
        return file.read()


def replace_bytes(path: Path, data: bytes, *, is_lasting: bool = False) -> None:
    """Write a file so that it is there whole or not at all; with `is_lasting`, even if the power fails right after."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    with suppress(FileNotFoundError):
        partial.unlink()
    with partial.open("xb") as file:
        file.write(data)
        if is_lasting:
            file.flush()
            os.fsync(file.fileno())
    partial.replace(path)
    if is_lasting:
        _sync(path.parent)


def _sync(folder: Path) -> None:
    """Wait until the disk holds the names in a folder, where the system can tell."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sealed(data: bytes, key: bytes) -> bytes:
    """The data behind a seal that only who has the key can make; without a key it tells damage, and no more."""
    return _seal(data, key) + data


def unsealed(data: bytes, key: bytes) -> bytes | None:
    """What `sealed` was given; None if it is not as it was then, or sealed with another key."""
    seal, rest = data[:_SEAL], data[_SEAL:]
    return rest if hmac.compare_digest(seal, _seal(rest, key)) else None


def _seal(data: bytes, key: bytes) -> bytes:
    return digest_of(data, _SEAL // 2, key).encode()
