"""Pagefind, which comes from npm and runs in Node: which one is here, and records into an index in a folder."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, json

from jobboard.source.message import phrase

_VERSION = """\
import { readFileSync } from "node:fs";
console.log(JSON.parse(readFileSync(new URL("../package.json", import.meta.resolve("pagefind")))).version);
"""
"""What its package says, looked for from the folder of the project upwards, as Node does."""

_LEAST = (1, 6)
"""The first version whose index is the same for the same records."""


class FullTextError(Exception):
    """The index could not be made. The site is written; the index, if there was one, is as it was."""

    state = phrase("The site is written; the index of full texts is as it was.").pattern


class TextRecord(Struct, frozen=True, kw_only=True):
    """A text as Pagefind takes it. `meta` has the `key` of its row and the part it is in, `filters` whether it is
    over."""

    url: str
    content: str
    language: str
    meta: dict[str, str]
    filters: dict[str, list[str]]


def node() -> str | None:
    """Where Node is, if it is here."""
    return shutil.which("node")


def version_here(project: Path) -> str:
    """The version of the package that a project has; empty if none."""
    found = _run(["-e", _VERSION], project)
    return found.stdout.decode().strip() if found.returncode == 0 else ""


def is_new_enough(version: str) -> bool:
    """True of a version with which the same texts give the same index."""
    numbers = version.partition("-")[0].split(".")[:2]
    return all(each.isdecimal() for each in numbers) and tuple(map(int, numbers)) >= _LEAST


def make_index(records: Iterable[TextRecord], project: Path, folder: Path) -> None:
    """Write the index of these records into `folder`. Raises FullTextError."""
    script = Path(__file__).with_suffix(".mjs").read_text("utf-8")
    made = _run(["-e", script, str(folder.absolute())], project, b"\n".join(map(json.encode, records)))
    if made.returncode != 0 or not (folder / "pagefind.js").is_file():
        lines = made.stderr.decode(errors="replace").strip().splitlines()
        raise FullTextError(f"Pagefind failed: {lines[-1] if lines else 'it was ended'}")


def _run(arguments: list[str], project: Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [node() or "node", "--input-type=module", *arguments]
    return subprocess.run(command, cwd=project, input=given, capture_output=True, check=False)  # noqa: S603 (our own)
