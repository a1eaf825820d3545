"""The six stages in order: settings and folders in, a site on the disk or a list of problems out.

`check` is the first three stages of `build`; there is no second validator. Stages 2 to 5 are loaded when they are
needed: a build that finds nothing to do needs none of them, and loading them takes longer than it does.
"""

from __future__ import annotations

import dataclasses
import functools
import gc
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jobboard.board.site import Site
from jobboard.engine.ledger import Stamp
from jobboard.engine.write import Progress, Summary, from_stamp, last_build, to_stamp, write_site
from jobboard.outputs.theme import Theme
from jobboard.session import Session, Understood
from jobboard.source.cache import Cache
from jobboard.source.content import Scan, scan_again, scan_content
from jobboard.source.document import digest_of
from jobboard.source.documents import open_documents
from jobboard.source.lazy import Lazy
from jobboard.source.markdown import Engine
from jobboard.source.media import Media
from jobboard.source.problem import Level, Problem, is_blocking
from jobboard.source.tree import Mapping
from jobboard.version import code_version
from jobboard.workers import spread

if TYPE_CHECKING:
    from jobboard.board.board import Board
    from jobboard.outputs.media import MediaFile


@dataclass(frozen=True, slots=True)
class Read:
    """The content folder looked through, with the cache it was read into."""

    scan: Scan
    cache: Cache


@dataclass(frozen=True, slots=True)
class Checked:
    """Content after the first three stages; `board` is None if any problem is more than advice."""

    read: Read
    board: Board | None
    problems: tuple[Problem, ...]


MANY = 1000
"""New postings above which it pays to look at the board a second time, when they are settled."""


class ContentError(Exception):
    """Content with problems: nothing was written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the content")
        self.problems = problems


def read(
    content_folder: Path,
    cache: Path | None = None,
    engine: Engine = Engine.MARKDOWN,
    *,
    session: Session | None = None,
    changed: Collection[str] | None = None,
) -> Read:
    """Read the content folder, through the cache in the folder `cache` if one is given.

    `changed` are the files of the folder that may have changed since the session's last scan; None for any.
    """
    session = session or Session()
    known = Cache() if cache is None else session.open_cache(cache, f"{code_version()}-{engine}")
    scan = None
    if changed is not None and session.scan is not None and session.scan.root == content_folder:
        scan = scan_again(session.scan, changed, known, spread, engine, _understood)
    session.scan = scan or scan_content(content_folder, known, spread, engine, _understood)
    return Read(session.scan, known)


def _understood(path: str, fields: Mapping) -> str | None:
    """The second stage's work on one file that is new: it is done where the file is read, several at a time."""
    from jobboard.model.library import understand  # noqa: PLC0415

    return understand(path, fields)


def check(
    content_folder: Path,
    site: Site,
    now: datetime,
    *,
    shown_as: str = "content",
    cache: Path | None = None,
    engine: Engine = Engine.MARKDOWN,
) -> Checked:
    """Read, model and link the content as seen at `now` (aware). Writes nothing but the cache, if one is given.

    Problems name their file below `shown_as`, the content folder as the author calls it. Content without a problem
    gets the advice that a build does not give, since that needs the instant or more than one file (decision 19).
    """
    return understand(read(content_folder, cache, engine), site, now, shown_as, is_advised=True)


def understand(
    content: Read,
    site: Site,
    now: datetime,
    shown_as: str,
    *,
    is_advised: bool = False,
    session: Session | None = None,
) -> Checked:
    """Model and link content that was read: the second and third stage.

    When many postings are new, this is done twice: what the first time leaves behind, every record with all its fields,
    would be in the way while pages are made, and it is not needed once the postings are settled.
    """
    session = session or Session()
    checked, looked_at = _understand(content, site, now, shown_as, session, is_advised=is_advised)
    if checked.board is not None and looked_at > MANY and not is_advised:
        del checked
        session.understood = None
        checked, _ = _understand(content, site, now, shown_as, session, is_advised=False)
    return checked


def _understand(
    content: Read, site: Site, now: datetime, shown_as: str, session: Session, *, is_advised: bool
) -> tuple[Checked, int]:
    """Beside what was understood, how many postings had to be looked at."""
    from jobboard.board.link import link_board  # noqa: PLC0415
    from jobboard.board.pictures import check_pictures  # noqa: PLC0415
    from jobboard.board.settling import context_of, settled, to_note  # noqa: PLC0415
    from jobboard.model.library import parse_content  # noqa: PLC0415

    scan, cache = content.scan, content.cache
    context = context_of(scan, site)
    notes = cache.notes(context)
    synopses = settled(scan, notes, session.noted())
    known = set(synopses)
    records = session.records(scan, known)
    with cache.store.reading():
        opened = open_documents(scan, cache, frozenset(known), session.documents())
        library = parse_content(opened, site.lang, cache.memos, records)
    board, problems = link_board(library, scan.files, site, now, synopses, session.board(context))
    new = {path: to_note(each, str(scan.digests[path])) for path, each in synopses.items() if path not in known}
    notes = {path: notes[path] for path in known} | new
    cache.note(context, notes)
    noted = {path: (notes[path], each) for path, each in synopses.items()}
    session.understood = Understood(scan, context, opened.documents, library, noted, board or session.board(context))
    media = Media(scan.root, scan.files, cache)
    of_pictures = tuple(check_pictures(library, scan.files, media.measured, synopses))
    board = None if is_blocking(of_pictures) else board
    problems += of_pictures
    if is_advised and board is not None:
        from jobboard.board.advice import advise  # noqa: PLC0415
        from jobboard.board.embargo import advise_on_embargo  # noqa: PLC0415

        problems += (*advise(board, library), *advise_on_embargo(library, site, now))
    cache.save()
    named = {dataclasses.replace(problem, path=f"{shown_as}/{problem.path}".rstrip("/")) for problem in problems}
    return Checked(content, board, tuple(sorted(named))), len(new)


def build(
    checked: Checked,
    theme: Theme,
    output: Path,
    cache: Path,
    progress: Progress = lambda _done, _total: None,
    *,
    session: Session | None = None,
    is_watched: bool = False,
) -> Summary:
    """Plan and write the site of content that was checked. Raises ContentError if it has problems."""
    from jobboard.board.next_change import changes_around  # noqa: PLC0415
    from jobboard.outputs.plan import plan_site  # noqa: PLC0415

    board, scan = checked.board, checked.read.scan
    if board is None or is_blocking(checked.problems):
        raise ContentError(checked.problems)
    sizes = {path: size for path, (size, _) in scan.files.items()}
    around = changes_around(board)
    outputs = plan_site(board, around, theme, sizes, _media_reader(checked.read))
    stamp = Stamp(
        inputs_of(checked.read, board.site, theme),
        to_stamp(board.now),
        to_stamp(around[1]),
        tuple(dataclasses.astuple(problem) for problem in checked.problems),
    )
    ledger = (session or Session()).ledger(cache, output, code_version())
    with _collecting_only_what_is_new():
        summary = write_site(
            outputs,
            output,
            cache,
            stamp=stamp,
            map_=spread,
            progress=progress,
            ledger=ledger,
            is_watched=is_watched,
        )
    summary.until = from_stamp(stamp.until)
    checked.read.cache.save()
    return summary


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, what it has to say of the content, and when the site will next look different (UTC)."""

    summary: Summary
    problems: tuple[Problem, ...]
    next_change: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Everything a whole build needs: the site, the instant (aware), the theme and three folders."""

    site: Site
    now: datetime
    theme: Theme
    content: Path
    output: Path
    cache: Path
    engine: Engine = Engine.MARKDOWN
    shown_as: str = "content"


def bring_up_to_date(
    job: Job,
    progress: Progress = lambda _done, _total: None,
    *,
    session: Session | None = None,
    changed: Collection[str] | None = None,
) -> Built:
    """All six stages. Raises ContentError, ThemeError or OutputError, and then the site is as it was.

    If the last build was of the same content, settings, theme and code, and nothing has opened or closed since,
    the site is only looked at: there is nothing to do.

    A process that builds often hands in the same `session` each time, and what has `changed` in the content folder
    since the last build if it knows of all that: then nobody else has touched the output either, and neither folder is
    looked through.
    """
    session = session or Session()
    with _without_collecting():
        content = read(job.content, job.cache, job.engine, session=session, changed=changed)
        theme = session.theme(job.theme)
        inputs = inputs_of(content, job.site, theme)
        ledger = session.ledger(job.cache, job.output, code_version())
        last = last_build(job.output, ledger, inputs, job.now)
        if last is not None:
            problems = tuple(_to_problem(note) for note in last.stamp.notes)
            return Built(Summary(unchanged=len(last.written)), problems, from_stamp(last.stamp.until))
        checked = understand(content, job.site, job.now, job.shown_as, session=session)
        summary = build(
            checked, theme, job.output, job.cache, progress, session=session, is_watched=changed is not None
        )
        return Built(summary, checked.problems, summary.until)


def get_ready(job: Job, session: Session) -> None:
    """Load and understand beforehand what the next build of this session would begin with, if its first had none to."""
    if session.understood is None:
        from jobboard.outputs.plan import plan_site  # noqa: F401, PLC0415 (loading it takes a moment)

        with _without_collecting():
            content = read(job.content, job.cache, job.engine, session=session)
            understand(content, job.site, job.now, job.shown_as, session=session)


def _to_problem(note: tuple[str | int, ...]) -> Problem:
    path, line, field, message, hint, level = note
    return Problem(str(path), int(line), str(field), str(message), str(hint), Level(str(level)))


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Up to the plan a build makes many objects and few circles: looking for those takes a third of its time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _collecting_only_what_is_new() -> Iterator[None]:
    """Templates leave circles behind. Those are collected, without looking through the whole board each time."""
    was_enabled = gc.isenabled()
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
        if not was_enabled:
            gc.disable()


def inputs_of(content: Read, site: Site, theme: Theme) -> str:
    """A digest of everything a build is made of, but for the instant and the code."""
    scan = content.scan
    everything = (
        scan.digests,
        scan.files,
        scan.topics_digest,
        scan.problems,
        scan.engine.value,
        tuple(each.digest for each in site.editions()),
        theme.digest,
    )
    return digest_of(repr(everything).encode())


def _media_reader(content: Read) -> Callable[[str], MediaFile]:
    """Names a picture or attachment by its digest; its bytes are read only if they must be published anew."""
    from jobboard.outputs.media import MediaFile  # noqa: PLC0415

    media = Media(content.scan.root, content.scan.files, content.cache)

    def read_one(path: str) -> MediaFile:
        return MediaFile(
            path,
            media.digest(path),
            Lazy(functools.partial(media.data, path)),
            Lazy(functools.partial(media.measured, path)),
        )

    return read_one
