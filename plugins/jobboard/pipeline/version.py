"""A name for this code and the libraries it renders with: with another one, nothing made before is trusted."""

from __future__ import annotations

import functools
import hashlib
import re
import sys
import zoneinfo
from collections.abc import Iterator
from contextlib import suppress
from importlib import metadata
from pathlib import Path

from jobboard.base.digest import digest_of

_PACKAGE = "jobboard"
_NOT_ON_PAGES = ("test", "build", "import", "editor", "publish", "cluster")
"""Extras of which nothing can be seen in a site; whatever any other brings along may be on its pages."""

_PYPROJECT = Path(__file__).parents[3] / "pyproject.toml"
"""Where a checkout says what it requires."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = re.compile(r"""extra\s*==\s*['"]([\w-]+)""")
_VERSION = re.compile(r"^Version:\s*(\S+)", re.MULTILINE)
_REQUIRES = re.compile(r"^Requires-Dist:\s*(.+)", re.MULTILINE)
"""Of the head of the metadata alone: a parser of mail, which the standard library has for it, takes five times as
long, and every build asks."""

_ZONES = "tzdata.zi"
"""Begins with the version of the time zones a system has, which go before those of the package."""


@functools.cache
def code_version() -> str:
    """A digest of all that `edition` names."""
    return digest_of(repr(edition()).encode(), 8)


def edition() -> dict[str, str]:
    """Versions by name: of this package (a digest of its modules), of Python, of libraries and of the time zones."""
    code = hashlib.blake2b(digest_size=8)
    package = Path(__file__).parents[1]
    for module in sorted(package.rglob("*.py")):
        code.update(module.relative_to(package).as_posix().encode() + b"\0" + module.read_bytes() + b"\0")
    return {
        _PACKAGE: code.hexdigest(),
        "Python": sys.version,
        **dict(sorted(libraries().items())),
        "time zones": _system_zones().decode("ascii", "replace").strip(),
    }


def libraries() -> dict[str, str]:
    """The version of everything this package requires, and of what that requires in turn; empty for what is not there,
    as one may leave out the second Markdown engine."""
    found: dict[str, str] = {}
    missing = [*_own_requirements()]
    while missing:
        library = _normal(missing.pop())
        if library not in found:
            head = _metadata_of(library)
            version = _VERSION.search(head)
            found[library] = version[1] if version else ""
            missing += [name for name, extra in _required(_REQUIRES.findall(head)) if not extra]
    return found


def _own_requirements() -> Iterator[str]:
    """As the installed package says, or the project where it runs from a checkout that nobody installed."""
    written = _REQUIRES.findall(_metadata_of(_PACKAGE)) or [*_written_in_project()]
    return (name for name, extra in _required(written) if extra not in _NOT_ON_PAGES)


def _written_in_project() -> Iterator[str]:
    import tomllib  # noqa: PLC0415 (an installed package needs none of it)

    with suppress(OSError, tomllib.TOMLDecodeError):
        project = tomllib.loads(_PYPROJECT.read_text(encoding="utf-8")).get("project", {})
        yield from project.get("dependencies", ())
        for extra, requirements in project.get("optional-dependencies", {}).items():
            yield from (f"{each}; extra == '{extra}'" for each in requirements)


def _required(written: list[str]) -> Iterator[tuple[str, str]]:
    """Names of distributions, each with the extra that asks for it, if one does."""
    for each in written:
        name, extra = _NAME.match(each), _EXTRA.search(each)
        if name:
            yield name[0], extra[1] if extra else ""


def _metadata_of(library: str) -> str:
    """The head of what an installed distribution says of itself; empty if it is not there."""
    try:
        text = metadata.distribution(library).read_text("METADATA") or ""
    except metadata.PackageNotFoundError:
        return ""
    return text.partition("\n\n")[0]


def _normal(name: str) -> str:
    """A name as all spellings of it are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _system_zones() -> bytes:
    for folder in zoneinfo.TZPATH:
        with suppress(OSError), (Path(folder) / _ZONES).open("rb") as file:
            return file.readline(100)
    return b""
