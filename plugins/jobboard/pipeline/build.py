"""The six stages in order: settings and folders in, a site on the disk or a list of problems out.

`check` is the first three stages of `build`; there is no second validator. Stages 2 to 5 are loaded when they are
needed: a build that finds nothing to do needs none of them, and loading them takes longer than it does.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.engine.folder import Waiting
from jobboard.engine.ledger import Stamp
from jobboard.engine.retired import keeps_nothing
from jobboard.engine.write import Progress, Summary, complete, from_stamp, last_build, to_stamp, write_site
from jobboard.outputs.page.theme import Theme
from jobboard.pipeline.check import Checked, Read, check_content, read
from jobboard.pipeline.collecting import collecting_only_what_is_new, without_collecting
from jobboard.pipeline.memory import Removals, compared_with_last, decide, named, note, refused
from jobboard.pipeline.session import Session
from jobboard.pipeline.version import code_version
from jobboard.pipeline.workers import spread
from jobboard.source.content.media import Media
from jobboard.source.digest import digest_of
from jobboard.source.lazy import Lazy
from jobboard.source.markdown.convert import Engine
from jobboard.source.problem import Problem, from_note, is_blocking, to_note

if TYPE_CHECKING:
    from jobboard.board.seen.vanished import Look
    from jobboard.outputs.page.media import MediaFile


class ContentError(Exception):
    """Content with problems: nothing was written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the content")
        self.problems = problems


def build(
    checked: Checked,
    theme: Theme,
    output: Path,
    cache: Path,
    progress: Progress = lambda _done, _total: None,
    *,
    session: Session | None = None,
    is_watched: bool = False,
    is_published: bool = False,
    look: Look | None = None,
    shown_as: str = "content",
    waiting: Waiting = Waiting(),  # noqa: B008 (frozen)
) -> Summary:
    """Plan and write the site of content that was checked. Raises ContentError if it has problems.

    Of a site that `is_published`, readers may still have older pages: what those load from the theme stays a while.
    `look` is what it shows beside what was shown before; it is noted once the site is written.
    """
    from jobboard.board.changes.next_change import changes_around  # noqa: PLC0415
    from jobboard.outputs.addresses import is_asset  # noqa: PLC0415
    from jobboard.outputs.page.made import Making  # noqa: PLC0415
    from jobboard.outputs.plan.site import plan_site  # noqa: PLC0415

    board, scan = checked.board, checked.read.scan
    if board is None or is_blocking(checked.problems):
        raise ContentError(checked.problems)
    sizes = {path: size for path, (size, *_) in scan.files.items()}
    around = changes_around(board)
    documents = checked.read.cache
    with documents.store.reading():
        making = Making(documents.digests, spread)
        outputs = plan_site(board, around, theme, sizes, _media_reader(checked.read), making)
    recalled = named(look.problems, shown_as) if look else ()
    stamp = Stamp(
        inputs_of(checked.read, board.site, theme),
        to_stamp(board.now),
        to_stamp(around[1]),
        *(tuple(map(to_note, each)) for each in (checked.problems, recalled)),
    )
    session = session or Session()
    ledger = session.ledger(cache, output, code_version())
    with collecting_only_what_is_new(), checked.read.cache.store.reading():
        summary = write_site(
            outputs,
            output,
            cache,
            stamp=stamp,
            map_=spread,
            progress=progress,
            ledger=ledger,
            is_watched=is_watched,
            keeps=is_asset if is_published else keeps_nothing,
            waiting=waiting,
        )
    summary.until = from_stamp(stamp.until)
    if look is not None:
        note(look, cache, output)
    checked.read.cache.save()
    return summary


class Built(Struct, frozen=True):
    """What a build did, what it has to say of the content, and when the site will next look different (UTC).

    `recalled` is advice on the difference to the site as it was: what readers knew and would not find any more.
    """

    summary: Summary
    problems: tuple[Problem, ...]
    next_change: datetime | None
    recalled: tuple[Problem, ...] = ()


class Job(Struct, frozen=True, kw_only=True):
    """Everything a whole build needs: the site, the instant (aware), the theme and three folders.

    `is_published` says that readers see what comes of it, `is_now_given` that somebody means that very instant, and it
    is not just what the clock says; `waiting` how it waits for another build of its folder.
    """

    site: Site
    now: datetime
    theme: Theme
    content: Path
    output: Path
    cache: Path
    engine: Engine = Engine.MARKDOWN
    shown_as: str = "content"
    is_published: bool = False
    removals: Removals = Removals.ADVISE
    is_now_given: bool = True
    waiting: Waiting = Waiting()


def bring_up_to_date(
    job: Job,
    progress: Progress = lambda _done, _total: None,
    *,
    session: Session | None = None,
    changed: Collection[str] | None = None,
) -> Built:
    """All six stages. Raises ContentError, ThemeError or OutputError, and then the site is as it was, but for an
    UnfinishedError, which says how it is. What an earlier build could not move is moved first.

    If the last build was of the same content, settings, theme and code, and nothing has opened or closed since,
    the site is only looked at: there is nothing to do.

    A process that builds often hands in the same `session` each time, and what has `changed` in the content folder
    since the last build if it knows of all that: then nobody else has touched the output either, and neither folder is
    looked through.
    """
    session = session or Session()
    with without_collecting():
        complete(job.output, job.waiting)
        content = read(job.content, job.cache, job.engine, session=session, changed=changed)
        theme = session.theme(job.theme)
        inputs = inputs_of(content, job.site, theme)
        ledger = session.ledger(job.cache, job.output, code_version())
        last = last_build(job.output, ledger, inputs, job.now)
        if last is not None and (job.removals is Removals.ADVISE or not last.stamp.recalled):
            problems, recalled = (tuple(map(from_note, each)) for each in (last.stamp.notes, last.stamp.recalled))
            return Built(Summary(unchanged=len(last.written)), problems, from_stamp(last.stamp.until), recalled)
        checked = check_content(content, job.site, job.now, job.shown_as, session=session)
        look = compared_with_last(checked.board, checked.library, job.cache, job.output)
        if look is not None:
            clock = None if job.is_now_given else job.now
            if held := refused(look, content.scan, job.output, clock, job.removals, job.shown_as):
                raise ContentError((*checked.problems, *held))
            look = decide(look, job.removals, job.now, clock)
        summary = build(
            checked,
            theme,
            job.output,
            job.cache,
            progress,
            session=session,
            is_watched=changed is not None,
            is_published=job.is_published,
            look=look,
            shown_as=job.shown_as,
            waiting=job.waiting,
        )
        return Built(summary, checked.problems, summary.until, named(look.problems, job.shown_as) if look else ())


def get_ready(job: Job, session: Session) -> None:
    """Load and understand beforehand what the next build of `session` begins with, if its first had nothing to do."""
    if session.understood is None:
        from jobboard.outputs.plan.site import plan_site  # noqa: F401, PLC0415 (loading it takes a moment)

        with without_collecting():
            content = read(job.content, job.cache, job.engine, session=session)
            check_content(content, job.site, job.now, job.shown_as, session=session)


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
    from jobboard.outputs.page.media import MediaFile  # noqa: PLC0415

    media = Media(content.scan.root, content.scan.files, content.cache)

    def read_one(path: str) -> MediaFile:
        return MediaFile(
            path,
            media.digest(path),
            Lazy(functools.partial(media.data, path)),
            Lazy(functools.partial(media.measured, path)),
        )

    return read_one
