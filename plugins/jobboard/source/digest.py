"""A name made of bytes: the same for the same, another for any other."""

from __future__ import annotations

import hashlib


def digest_of(data: bytes) -> str:
    """A short, stable name for these bytes (BLAKE2b, 128 bits)."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
