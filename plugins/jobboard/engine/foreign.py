"""What is in the output folder that no build has put there: it is neither written over nor written through."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from jobboard.engine.folder import OutputError
from jobboard.engine.ledger import Written
from jobboard.engine.paths import link_above
from jobboard.engine.staging import FOLDER, MANIFEST

_MOST_NAMED = 10
"""How many things in the way are named; of more, their number is told."""

_WAY_OUT = (
    "Give the site a folder of its own (OUTPUT_PATH, or --output), or move these away; "
    "if they are all of an older build, delete the folder"
)

_Listings = dict[str, dict[str, list[os.DirEntry[str]]]]


def find_foreign(
    output: Path, files: Iterable[tuple[str, Written | None]], old: Mapping[str, Written], manifest: Collection[str]
) -> tuple[set[str], dict[str, str]]:
    """Of files that are to be written, those that are there though no build has written them; and what else is in the
    way of which, in words.

    `files` are paths, each with the file as it is. The `manifest` in the folder tells what was written; without it,
    what the ledger (`old`) says of the very bytes that are there. Raises OutputError where nothing can be staged.
    """
    if (output / FOLDER).is_symlink():
        refuse(output, [f"{FOLDER} (a link)"])
    if (output / MANIFEST).is_dir():
        refuse(output, [f"{MANIFEST}/ (a folder where a file must be)"])
    found, ahead, links = set(), [], dict[str, bool]()
    for path, on_disk in files:
        before = old.get(path)
        is_known = path in manifest or bool(before and on_disk and before.digest == on_disk.digest)
        if on_disk is None or not is_known or link_above(output, path, links):
            ahead.append(path)
        if on_disk is not None and not is_known:
            found.add(path)
    folders: set[str] = set()

    def is_ours(path: str) -> bool:
        if not folders:
            folders.update(above for each in manifest for above in _above(each))
        return path in manifest or path in folders

    return found, _obstacles(output, ahead, is_ours)


def refuse(output: Path, foreign: Iterable[str]) -> None:
    """Raise OutputError if there is anything `foreign`: what a build would write over, or cannot get past."""
    everything = sorted({*foreign})
    if not everything:
        return
    named = everything[:_MOST_NAMED]
    more = len(everything) - len(named)
    lines = [
        f"{output.name}/ already holds what no build has put there, and this one would write over it:",
        *(f"  {each}" for each in named),
        *([f"  and {more} more"] if more else []),
        _WAY_OUT,
    ]
    raise OutputError("\n".join(lines))


def _obstacles(output: Path, paths: Iterable[str], is_ours: Callable[[str], bool]) -> dict[str, str]:
    """What stands where these files must go, other than files: folders, links, and names that differ by case alone.

    Many disks take `Jobs` and `jobs` for one. `is_ours` tells whether a build has put a file there, or something into a
    folder.
    """
    listings: _Listings = {}
    return {path: found for path in paths if (found := _obstacle_to(output, path, listings, is_ours))}


def _obstacle_to(output: Path, path: str, listings: _Listings, is_ours: Callable[[str], bool]) -> str:
    """The first thing in the way to a file, or in its place; empty if there is none."""
    folder, rest = "", path
    while rest:
        part, slash, rest = rest.partition("/")
        if folder not in listings:
            listings[folder] = _listing(output / folder)
        here = listings[folder].get(_folded(part), [])
        entry = next((each for each in here if each.name == part), None)
        if entry is None:
            return next(
                (f"{folder}{each.name} (beside {folder}{part})" for each in here if not is_ours(folder + each.name)),
                "",
            )
        folder = f"{folder}{part}{slash}"
        if entry.is_symlink() and (slash or not is_ours(folder)):
            return f"{folder.rstrip('/')} (a link)"
        if slash and not entry.is_dir():
            return f"{folder.rstrip('/')} (a file where a folder must be)"
        if not slash and entry.is_dir():
            return f"{folder}/ (a folder where a file must be)"
    return ""


def _listing(folder: Path) -> dict[str, list[os.DirEntry[str]]]:
    """What is in a folder, by names as disks that know no case compare them; nothing if there is no such folder."""
    found: dict[str, list[os.DirEntry[str]]] = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                found.setdefault(_folded(entry.name), []).append(entry)
    except (FileNotFoundError, NotADirectoryError):
        pass
    return found


def _folded(name: str) -> str:
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()


def _above(path: str) -> Iterator[str]:
    """The folders a path leads through."""
    at = path.find("/")
    while at > 0:
        yield path[:at]
        at = path.find("/", at + 1)
