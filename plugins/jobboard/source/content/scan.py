"""The content folder: which files there are, and each one read into a document."""

from __future__ import annotations

import functools
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from jobboard.base.digest import digest_of
from jobboard.base.files import State
from jobboard.base.map import Spreading
from jobboard.source.content.cache import Cache, Seen
from jobboard.source.content.folder import TOPICS, VisibleFile, look_through, on_disk
from jobboard.source.content.parts import read_parts, stored_parts
from jobboard.source.markdown.convert import Engine
from jobboard.source.message import message, phrase
from jobboard.source.problem import Problem, Report
from jobboard.source.system_error import FILE_UNREADABLE, reason_of, way_out_of
from jobboard.source.text import MAX_BYTES, decode
from jobboard.source.yaml.front_matter import parse_front_matter
from jobboard.source.yaml.tree import Mapping as MappingNode

TOPICS_IS_A_FOLDER = message("topics-is-a-folder", "a folder where the list of topics, a file, should be")
TOPICS_TOO_LONG = message("topics-too-long", "the file has more than %(most)s kB")
TOPICS_MISNAMED = message("topics-misnamed", "the list of topics is called %(name)s")

_MISTAKEN_FOR_TOPICS = (
    *("topics.yml", "topic.yaml", "topic.yml", "topics.json", "topics.yaml.txt", "topics.txt"),
    *("Topics.yaml", "Topics.yml", "TOPICS.yaml", "topics.YAML", "TOPICS.YAML"),
)


MemoOf = Callable[[str, MappingNode], str | None]


class ReadOptions(Struct, frozen=True):
    """How files are read: by which engine, and who shares the work.

    `memo_of` makes of a document's path and fields the memo that a later stage will look for; None if it keeps none.
    That stage's work on a file is thus shared together with the reading of it.
    """

    engine: Engine = Engine.MARKDOWN
    share: Spreading = map
    memo_of: MemoOf = lambda _path, _fields: None


class Fresh(NamedTuple):
    """What came of a file read now, as texts that travel between processes: its parts, and a memo if it has one."""

    digest: str
    head: str
    html: str
    memo: str | None


class _Reading(Struct, frozen=True):
    """The work of reading files below `root`, by their paths; None comes of one that cannot be opened."""

    root: Path
    engine: Engine
    memo_of: MemoOf

    def __call__(self, path: str) -> Fresh | None:
        opened = self.pack(path)
        return None if opened is None else self.do(opened)

    def pack(self, path: str) -> tuple[str, bytes] | None:
        try:
            return path, on_disk(self.root, path).read_bytes()
        except OSError:
            return None

    @property
    def do(self) -> Callable[[tuple[str, bytes]], Fresh]:
        return functools.partial(_read, self.engine, self.memo_of)

    def finish(self, _path: str, fresh: Fresh) -> Fresh:
        return fresh


class Scan(Struct, frozen=True):
    """The content folder looked through: every document's digest (None if it cannot be read), and the other files.

    One that `is_whole` has seen everything there is.
    """

    root: Path
    engine: Engine
    digests: dict[str, str | None]
    files: dict[str, State]
    topics: MappingNode | None
    topics_digest: str
    problems: tuple[Problem, ...]
    is_whole: bool = True


def scan_content(root: Path, cache: Cache, options: ReadOptions = ReadOptions()) -> Scan:  # noqa: B008 (frozen)
    """Look through the content folder and read every file the cache does not know; leave its parts and memo there.

    A file that is as it was, by its state, is not even opened. Nothing found here is an exception.
    """
    cache.look_at(root)
    folder = look_through(root, cache.documents())
    problems = [*folder.unseen, *folder.problems]
    digests = _read_unknown(root, folder.documents, cache, options)
    misplaced = {problem.path for problem in problems}
    cache.files_now = {
        each.path: Seen(each.state, digest)
        for each in folder.documents
        if (digest := digests[each.path]) and each.path not in misplaced
    }
    topics, topics_digest = _read_topics(root, problems, was_seen=folder.has_topics)
    is_whole = not folder.unseen
    return Scan(root, options.engine, digests, folder.files, topics, topics_digest, tuple(problems), is_whole)


def scan_again(
    before: Scan,
    changed: Iterable[str],
    cache: Cache,
    options: ReadOptions = ReadOptions(),  # noqa: B008 (frozen)
) -> Scan | None:
    """The scan once the files at these paths, relative to its root, were written anew.

    None if more than the text of documents may have changed: then the folder must be looked through. `cache` is that of
    the scan before.
    """
    found = [_document_at(before, path) for path in sorted({*changed}) if not _is_passing(before, path)]
    if before.problems or before.engine != options.engine or None in found:
        return None
    again = [each for each in found if each is not None]
    read: dict[str, str | None] = dict.fromkeys((each.path for each in again), None)
    unknown = _unknown(before.root, read, cache)
    _read_into(cache, before.root, unknown, read, options)
    if None in read.values():
        return None
    seen = {each.path: Seen(each.state, digest) for each in again if (digest := read[each.path])}
    cache.files_now = cache.files_now | seen
    return replace(before, digests=before.digests | read)


def _is_passing(before: Scan, path: str) -> bool:
    """True for a file that means nothing to the content: a hidden one, or one that came and went."""
    is_hidden = any(part.startswith(".") for part in path.split("/"))
    return is_hidden or not (path in before.digests or path in before.files or _may_be_there(before.root / path))


def _may_be_there(file: Path) -> bool:
    """False of a file that is certainly not there."""
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        pass
    return True


def _document_at(before: Scan, path: str) -> VisibleFile | None:
    """A document the scan knows, as it is now; None if it is none that can be read."""
    try:
        found = (before.root / path).lstat()
    except OSError:
        return None
    is_document = path in before.digests and stat.S_ISREG(found.st_mode) and found.st_size <= MAX_BYTES
    return VisibleFile(path, State.of(found)) if is_document else None


def _read_unknown(root: Path, found: list[VisibleFile], cache: Cache, options: ReadOptions) -> dict[str, str | None]:
    """The digest of every document; those whose bytes the cache does not know are read into it."""
    digests = {each.path: cache.digest_of_unchanged(each.path, each.state) for each in found}
    unknown = list(digests) if cache.is_empty else _unknown(root, digests, cache)
    _read_into(cache, root, unknown, digests, options)
    return digests


def _read_into(
    cache: Cache, root: Path, paths: list[str], digests: dict[str, str | None], options: ReadOptions
) -> None:
    """Read files into the cache; the digest of each is added, None where that is impossible."""
    reading = _Reading(root, options.engine, options.memo_of)
    for path, fresh in zip(paths, options.share(reading, paths), strict=True):
        digests[path] = fresh and fresh.digest
        if fresh is not None:
            *parts, memo = fresh
            cache.add(stored_parts(*parts), path, memo)


def _unknown(root: Path, digests: dict[str, str | None], cache: Cache) -> list[str]:
    """The files whose bytes the cache does not know, one for the same bytes. Digests that are missing are added."""
    digests |= {path: _digest_of_file(on_disk(root, path)) for path, digest in digests.items() if digest is None}
    return list({each: path for path, each in digests.items() if each is not None and not cache.has(each)}.values())


def _read(engine: Engine, memo_of: MemoOf, opened: tuple[str, bytes]) -> Fresh:
    """Read and convert the bytes of one file, and make its memo."""
    path, data = opened
    parts, fields = read_parts(data, engine)
    memo = None if fields is None else memo_of(path, fields)
    return Fresh(parts.digest, parts.fetch("head"), parts.fetch("html"), memo)


def _digest_of_file(file: Path) -> str | None:
    try:
        return digest_of(file.read_bytes())
    except OSError:
        return None


def _read_topics(root: Path, problems: list[Problem], *, was_seen: bool) -> tuple[MappingNode | None, str]:
    """The list of topics, empty if there is none, and its digest; None if it cannot be read."""
    path = root / TOPICS
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        return None, ""  # which is told where the folder is looked through
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            hint = phrase("move it away, and put the file back")
            problems.append(Problem(TOPICS, 1, "", TOPICS_IS_A_FOLDER, hint))
        elif found.st_size > MAX_BYTES:
            message = TOPICS_TOO_LONG(most=MAX_BYTES // 1024)
            problems.append(Problem(TOPICS, 1, "", message, phrase("name fewer topics")))
        if not stat.S_ISREG(found.st_mode) or found.st_size > MAX_BYTES:  # neither: the folder's own problem
            return None, ""
        data = path.read_bytes()
    except OSError as error:
        if isinstance(error, FileNotFoundError | NotADirectoryError) and not was_seen:
            return _without_topics(root, problems), ""
        message = FILE_UNREADABLE(reason=reason_of(error))
        problems.append(Problem(TOPICS, 1, "", message, way_out_of(error)))
        return None, ""
    return topics_in(data, problems)


def topics_in(data: bytes, problems: list[Problem]) -> tuple[MappingNode | None, str]:
    """The list of topics in these bytes, and its digest; None if it cannot be read, which is added to the problems."""
    from jobboard.source.language.remains import check_conflicts  # noqa: PLC0415 (as in `parse_parts`)

    report = Report(TOPICS)
    text = decode(data, report)
    tree = (
        None
        if text is None or not check_conflicts(text, report)
        else parse_front_matter(text, 1, report, reads_on=True)
    )
    problems += report
    return tree, digest_of(data)


def _without_topics(root: Path, problems: list[Problem]) -> MappingNode | None:
    """The empty list, if there is none by another name."""
    mistaken = [name for name in _MISTAKEN_FOR_TOPICS if os.path.lexists(root / name)]
    if not mistaken:
        return MappingNode((), 1)
    problems.append(
        Problem(mistaken[0], 1, "", TOPICS_MISNAMED(name=TOPICS), phrase("rename it to %(name)s", name=TOPICS))
    )
    return None
