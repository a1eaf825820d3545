"""A name made of bytes: the same for the same, another for any other."""

from __future__ import annotations

import hashlib


def digest_of(data: bytes | bytearray, size: int = 16, key: bytes = b"") -> str:
    """A short, stable name for these bytes (BLAKE2b of `size` bytes, in twice as many characters).

    With a `key` it is a seal: only who has the key can make it.
    """
    return hashlib.blake2b(data, digest_size=size, key=key).hexdigest()
