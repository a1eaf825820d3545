"""A scan of the content folder in, its documents out: opened at once, or when they are asked for."""

from __future__ import annotations

import functools
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from jobboard.base.files import State
from jobboard.source.content.cache import Cache
from jobboard.source.content.document import Document
from jobboard.source.content.folder import TOPICS, on_disk
from jobboard.source.content.parts import Parts, make_parts, to_document, to_unchanged_document
from jobboard.source.content.scan import Scan
from jobboard.source.markdown.convert import Engine
from jobboard.source.message import Phrase, message, phrase
from jobboard.source.problem import Problem, Report, is_blocking
from jobboard.source.recent import Recent
from jobboard.source.system_error import FILE_UNREADABLE, reason_of, way_out_of
from jobboard.source.yaml.tree import Mapping as MappingNode

FILE_NOT_READ = message("file-not-read", "the file could not be read")


class Content(Struct, frozen=True):
    """Everything in the content folder, read but not yet validated.

    `paths` are those of the documents, in order. `unchanged` are those that later stages need not look at again: each
    is opened when it is asked for. `files` maps the path of each picture or attachment, relative to `root`, to its
    state. `unread` are the paths that are there but could not be read; `problems` says why.
    """

    root: Path
    paths: tuple[str, ...]
    documents: Documents
    unchanged: frozenset[str]
    topics: MappingNode
    topics_digest: str
    files: dict[str, State]
    unread: frozenset[str]
    problems: tuple[Problem, ...]


class Documents(Recent[Document]):
    """Documents by path; the unchanged ones are opened when they are asked for, and the most recent ones kept.

    `silent` are those that were opened without anything to say of them: while its file is as it was, such a one need
    not be opened again, should the process build again.
    """

    def __init__(self, scan: Scan, cache: Cache) -> None:
        super().__init__(self._open)
        self._scan = scan
        self._cache = cache
        self.silent: set[str] = set()

    def look_again(self, scan: Scan, cache: Cache, unchanged: Collection[str]) -> None:
        """Go on with a later scan of the same folder. Only what is silent still, and changed now, stays open."""
        self._scan, self._cache = scan, cache
        same = {path for path in self.silent if scan.digests.get(path) == self[path].digest}
        self.silent = same.difference(unchanged)
        self.keep_only(self.silent)

    def _open(self, path: str) -> Document:
        parts = self.parts(path)
        if parts is None:
            raise KeyError(path)
        return to_unchanged_document(path, parts)

    def digest(self, path: str) -> str | None:
        """The digest of the file at that path; None if there is none, or it cannot be read."""
        return self._scan.digests.get(path)

    def parts(self, path: str) -> Parts | None:
        """The parts of the file at that path; None if it cannot be read."""
        digest = self.digest(path)
        if digest is None:
            return None
        return self._cache.parts(
            digest, functools.partial(_read_again, on_disk(self._scan.root, path), self._scan.engine)
        )


def open_documents(
    scan: Scan, cache: Cache, unchanged: frozenset[str] = frozenset(), known: Documents | None = None
) -> Content:
    """The documents of a scan but for the unchanged ones. What cannot be read is among the problems.

    `known` are those this process opened for an earlier build of the same folder.
    """
    problems = list(scan.problems)
    documents = Documents(scan, cache) if known is None else known
    documents.look_again(scan, cache, unchanged)
    for path in scan.digests:
        if path in unchanged or path in documents.silent:
            continue
        report = Report(path)
        parts = documents.parts(path)
        document = to_document(path, parts, report) if parts else None
        if parts is None:
            report.problem(1, "", *_why_unread(on_disk(scan.root, path)))
        problems += report
        if document is not None:
            documents[path] = document
            if not report.problems:
                documents.silent.add(path)
    unread = {problem.path for problem in problems if is_blocking([problem])} - documents.keys()
    unread = (unread - {TOPICS}) if scan.topics is not None else unread | {TOPICS}
    return Content(
        scan.root,
        tuple(path for path in scan.digests if path in unchanged or path in documents),
        documents,
        unchanged,
        scan.topics or MappingNode((), 1),
        scan.topics_digest,
        scan.files,
        frozenset(unread),
        tuple(problems),
    )


def _why_unread(file: Path) -> tuple[Phrase, Phrase]:
    """Why a file could not be read, as far as it can be told now, and the way out."""
    try:
        file.open("rb").close()
    except OSError as error:
        return FILE_UNREADABLE(reason=reason_of(error)), way_out_of(error)
    return FILE_NOT_READ, phrase("try again; if that does not help, look at the disk")


def _read_again(file: Path, engine: Engine) -> Parts:
    return make_parts(file.read_bytes(), engine)
