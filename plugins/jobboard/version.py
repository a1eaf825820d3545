"""A name for this code and the libraries it renders with: with another one, nothing made before is trusted."""

from __future__ import annotations

import functools
import hashlib
import sys
from importlib import metadata
from pathlib import Path

_LIBRARIES = ("babel", "feedgen", "jinja2", "lxml", "markdown", "markupsafe", "nh3", "pillow", "pyyaml", "tzdata")


@functools.cache
def code_version() -> str:
    """A digest of every module of this package, of the versions of its libraries, and of Python's."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=8)
    package = Path(__file__).parent
    for module in sorted(package.rglob("*.py")):
        digest.update(module.relative_to(package).as_posix().encode() + b"\0" + module.read_bytes() + b"\0")
    for library in _LIBRARIES:
        digest.update(f"{library} {metadata.version(library)}\0".encode())
    return digest.hexdigest()
