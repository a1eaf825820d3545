"""The key that the state of builds is sealed with, kept where the state is not: with the user, or in their secret.

Whoever can write into a cache folder, say a cache restored in continuous integration, is not thereby believed.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from jobboard.engine.state import read_own

LEAST = 16
"""Characters a secret must have, so that nobody finds it by trying."""

_SIZE = 32


def key_of_secret(secret: str) -> bytes:
    """The key made of a secret."""
    return hashlib.blake2b(secret.encode(), digest_size=_SIZE).digest()


def key_kept_in(folder: Path) -> bytes:
    """The user's own key, made when it is first asked for.

    Where none can be kept there is a new one each time: what another process left is then not believed.
    """
    file = folder / "jobboard" / "seal"
    try:
        key = _read(file)
        if key is None:
            _make(file)
            key = _read(file)
    except OSError:
        key = None
    return key or os.urandom(_SIZE)


def _read(file: Path) -> bytes | None:
    try:
        key = read_own(file)
    except FileNotFoundError:
        return None
    return key if len(key) == _SIZE else None


def _make(file: Path) -> None:
    """Write a new key for this user's eyes only, whole or not at all."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = file.with_name(f".seal.{os.getpid()}")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(descriptor, os.urandom(_SIZE))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    partial.replace(file)
