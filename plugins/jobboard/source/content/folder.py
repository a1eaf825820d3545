"""A folder of content looked through: what is a document, what is none, and what is in the wrong place."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

from msgspec import Struct

from jobboard.base.files import State
from jobboard.source.kinds import FOLDERS, folder_of
from jobboard.source.message import Phrase, message, phrase
from jobboard.source.problem import Problem, Report
from jobboard.source.slug import is_device, is_id, to_slug
from jobboard.source.system_error import reason_of, way_out_of
from jobboard.source.text import MAX_BYTES, printable

FOLDER_EMPTY = message("folder-empty", "there is nothing in this folder")
FOLDERS_TOO_DEEP = message("folders-too-deep", "more than %(most)s folders within one another")
ENTRY_UNREADABLE = message("entry-unreadable", "this cannot be looked at: %(reason)s")
FOLDER_MISSING = message("folder-missing", "there is no folder %(folder)s")
FOLDER_UNREADABLE = message("folder-unreadable", "what is in this folder cannot be listed: %(reason)s")
FILE_NAME_UNREADABLE = message(
    "file-name-unreadable", "its name cannot be read as %(encoding)s, in which this system writes names"
)
FILE_NAME_HIDES_A_CHARACTER = message("file-name-hides-a-character", "its name holds a character nobody can see")
LINK_LEADS_OUT = message("link-leads-out", "a link that leads out of its folder")
NOT_A_FILE = message("not-a-file", "this is no file that can be read")
MARKDOWN_MISPLACED = message("markdown-misplaced", "a Markdown file in this place is never published")
FILE_FOR_A_FOLDER = message("file-for-a-folder", "a file where the folder %(name)s/ should be")
FILE_TOO_LARGE = message("file-too-large", "the file has %(size)s MB; at most %(most)s kB are read")
FILE_ENDING = message("file-ending", "the ending of a Markdown file is .md, in small letters, and not %(ending)s")
FILE_NOT_MARKDOWN = message("file-not-markdown", "only Markdown files (.md) belong here")
FILE_NAME_INDEX = message(
    "file-name-index", "the file name becomes the address, and %(name)s says nothing of what it holds"
)
FILE_NAME = message("file-name", "the file name becomes the address: lower-case letters a-z, digits and hyphens only")
FILE_NAME_OF_A_DEVICE = message(
    "file-name-of-a-device", "Windows keeps the name %(name)s for a device, and nobody there could have the file"
)
FILE_NAME_TOO_LONG = message("file-name-too-long", "the file name is longer than %(most)s characters")

TOPICS = "topics.yaml"
MAX_ID = 200
MAX_DEPTH = 40
"""Folders within folders that are looked through. Nobody sorts so finely; a tree that is deeper is a mistake."""

_MARKDOWN = re.compile(r"(?P<stem>.+?)(?P<ending>\.(?:md\.txt|md|markdown|mdown|mkd|mdx|txt))", re.IGNORECASE)
"""Endings of files that are meant to be Markdown; some systems hide a `.txt` behind them."""


_FILL_IT = phrase(
    "if it is mounted, or a submodule of git, fetch what belongs there: git submodule update --init; "
    "for a board that is new: make new KIND=organisation"
)


class VisibleFile(Struct, frozen=True):
    """A visible file of the content folder: its relative path with `/`, and its state."""

    path: str
    state: State


class _Folder(Struct):
    """Documents, other files by path as their state, and what is wrong with where they are.

    `unseen` is what could not be looked at, and why: whoever goes on without it takes it for not there. `has_topics`
    says that a list of topics is there.
    """

    documents: list[VisibleFile]
    files: dict[str, State]
    problems: list[Problem]
    unseen: list[Problem]
    has_topics: bool = False


def look_through(root: Path, known: Collection[str]) -> _Folder:
    """Look at every visible file below `root`. `known` are documents that had nothing wrong with them before.

    What cannot be seen is a problem, and so is a folder with nothing in it: neither is content that is not there.
    """
    found = _Folder([], {}, [], [])
    for each in _walk(root, "", known, found):
        if (each.path in known and each.state.size <= MAX_BYTES) or is_document(each, found.problems):
            found.documents.append(each)
        elif each.path == TOPICS:
            found.has_topics = True
        elif folder_of(each.path) not in FOLDERS and not each.path.endswith(".md"):
            found.files[each.path] = each.state
    if not (found.documents or found.files or found.problems or found.unseen or found.has_topics):
        found.unseen.append(Problem("", 1, "", FOLDER_EMPTY, _FILL_IT))
    return found


def composed(name: str) -> str:
    """A file's name with its accents in one form (NFC), as the text of a file has them."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def on_disk(root: Path, path: str) -> Path:
    """The file at a path of the content: some systems keep accents apart from their letters (NFD)."""
    file = root / path
    if path.isascii():
        return file
    found = root
    try:
        if file.exists():
            return file
        for part in path.split("/"):
            found /= next((each.name for each in found.iterdir() if composed(each.name) == part), part)
    except OSError:
        return file
    return found


def _walk(root: Path, prefix: str, known: Collection[str], into: _Folder) -> Iterator[VisibleFile]:
    """Visible files below `root`, in a stable order."""
    if prefix.count("/") > MAX_DEPTH:
        message = FOLDERS_TOO_DEEP(most=MAX_DEPTH)
        into.unseen.append(Problem(prefix.rstrip("/"), 1, "", message, phrase("put what is in them higher up")))
        return
    try:
        with os.scandir(root) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError as error:
        into.unseen.append(_not_listed(root, prefix.rstrip("/"), error))
        return
    for entry in entries:
        path = f"{prefix}{composed(entry.name)}"
        try:
            if path in known and entry.is_file(follow_symlinks=False):
                yield VisibleFile(path, State.of(entry.stat()))
            elif entry.name.startswith("."):
                continue
            elif entry.is_dir(follow_symlinks=False) and not _without_odd_characters(entry.name):
                yield from _walk(Path(entry.path), f"{path}/", known, into)
            elif trouble := _trouble_with(entry, root):
                shown = _without_odd_characters(entry.name)
                into.problems.append(Problem(f"{prefix}{shown}" if shown else path, 1, "", *trouble))
            else:
                yield VisibleFile(path, State.of(entry.stat()))
        except OSError as error:
            message = ENTRY_UNREADABLE(reason=reason_of(error))
            into.unseen.append(Problem(path, 1, "", message, way_out_of(error)))


def _not_listed(folder: Path, path: str, error: OSError) -> Problem:
    """Why a folder could not be listed."""
    if not path and isinstance(error, FileNotFoundError | NotADirectoryError):
        hint = phrase("name the folder that holds postings/ and organisations/")
        return Problem("", 1, "", FOLDER_MISSING(folder=str(folder)), hint)
    return Problem(path, 1, "", FOLDER_UNREADABLE(reason=reason_of(error)), way_out_of(error))


def _trouble_with(entry: os.DirEntry[str], folder: Path) -> tuple[Phrase, Phrase] | None:
    """Why something in a folder is no file that can be read, and the way out. Raises OSError if it cannot be told."""
    if any("\ud800" <= letter <= "\udfff" for letter in entry.name):  # how Python keeps bytes that are no letters
        message = FILE_NAME_UNREADABLE(encoding=sys.getfilesystemencoding())
        return message, phrase("rename it, or set LANG=C.UTF-8")
    if _without_odd_characters(entry.name):
        return FILE_NAME_HIDES_A_CHARACTER, phrase("rename it")
    if entry.is_symlink() and not Path(os.path.realpath(entry.path)).is_relative_to(os.path.realpath(folder)):
        return LINK_LEADS_OUT, phrase("copy the file itself")
    if not entry.is_file():
        return NOT_A_FILE, phrase("remove it")
    return None


def _without_odd_characters(name: str) -> str:
    """A file's name as it can be printed, if it cannot be as it is; else an empty string."""
    shown = printable(name, "?").replace("\n", "?").replace("\t", "?")
    return "" if shown == name else shown


def is_document(found: VisibleFile, problems: list[Problem]) -> bool:
    """True for a file to be read as a document; a file that is in the wrong place, or no document, is reported."""
    folder, _, name = found.path.rpartition("/")
    report = Report(found.path)
    if not folder or folder_of(folder) not in FOLDERS:
        if name.lower().endswith(".md") and name.lower() != "readme.md":
            places = ", ".join(f"{each}/" for each in FOLDERS)
            report.problem(1, "", MARKDOWN_MISPLACED, phrase("move it into one of %(places)s", places=places))
        elif not folder and name in FOLDERS:
            report.problem(1, "", FILE_FOR_A_FOLDER(name=name), phrase("rename it, and put the folder back"))
    elif not name.endswith(".md"):
        report.problem(1, "", *_trouble_with_ending(name))
    else:
        check_id(name.removesuffix(".md"), report, folder)
        if found.state.size > MAX_BYTES:
            size = FILE_TOO_LARGE(size=found.state.size / 1e6, most=MAX_BYTES // 1024)
            report.problem(1, "", size, phrase("attach long documents as files"))
        problems += report
        return found.state.size <= MAX_BYTES
    problems += report
    return False


def _trouble_with_ending(name: str) -> tuple[Phrase, Phrase]:
    """Why a file among the documents is none, and the way out."""
    known = _MARKDOWN.fullmatch(name)
    if known:
        message = FILE_ENDING(ending=known["ending"])
        return message, phrase("rename it to %(name)s.md", name=to_slug(known["stem"]) or "data-analyst")
    hint = phrase("pictures and attachments go into content/images/ or content/files/")
    return FILE_NOT_MARKDOWN, hint


def check_id(name: str, report: Report, folder: str = "") -> None:
    """Report a file name that cannot be an address: lower-case letters, digits and single hyphens.

    `folder` is where the file is: in one of its own it is called after that elsewhere (`data-analyst/index.md`).
    """
    if name.strip("_").lower() == "index":
        inner = folder.rpartition("/")[2] if "/" in folder else ""
        place = (
            f"{folder.rpartition('/')[0]}/{to_slug(inner)}.md" if inner else f"{folder or 'postings'}/data-analyst.md"
        )
        message = FILE_NAME_INDEX(name=name)
        hint = phrase(
            "move it to content/%(place)s, and the files beside it into content/images/ or content/files/", place=place
        )
        report.problem(1, "", message, hint if inner else phrase("rename it, as content/%(place)s", place=place))
    elif not is_id(name):
        report.problem(
            1,
            "",
            FILE_NAME,
            phrase("rename it to %(name)s.md", name=to_slug(name) or "data-analyst"),
        )
    elif is_device(name):
        message = FILE_NAME_OF_A_DEVICE(name=name)
        report.problem(1, "", message, phrase("rename it to %(name)s-1.md", name=name))
    elif len(name) > MAX_ID:
        report.problem(1, "", FILE_NAME_TOO_LONG(most=MAX_ID), phrase("shorten it"))
