"""The six stages in order: settings and folders in, a site on the disk or a list of problems out.

`check` is the first three stages of `build`; there is no second validator. Stages 2 to 5 are loaded when they are
needed: a build that finds nothing to do needs none of them, and loading them takes longer than it does.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.base.map import Spreading
from jobboard.board.site import Site
from jobboard.engine.folder import Waiting
from jobboard.engine.ledger import Stamp
from jobboard.engine.retired import keeps_nothing
from jobboard.engine.write import Progress, Summary, complete, from_stamp, last_build, to_stamp, write_site
from jobboard.outputs.page.theme import Theme
from jobboard.pipeline.check import Loaded, Validated, load_content, validate
from jobboard.pipeline.collecting import collecting_only_what_is_new, without_collecting
from jobboard.pipeline.memory import Removals, compared_with_last, decide, named, note, refused
from jobboard.pipeline.session import Session
from jobboard.pipeline.version import code_version
from jobboard.pipeline.workers import spread
from jobboard.source.markdown.convert import Engine
from jobboard.source.problem import Problem, from_note, is_blocking, to_note

if TYPE_CHECKING:
    from jobboard.board.board import Board
    from jobboard.board.seen.vanished import Look


class ContentError(Exception):
    """Content with problems: nothing was written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the content")
        self.problems = problems


def build(
    validated: Validated,
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
    share: Spreading = spread,
) -> Summary:
    """Plan and write the site of validated content. Raises ContentError if it has problems.

    Of a site that `is_published`, readers may still have older pages: what those load from the theme stays a while.
    `look` is what it shows beside what was shown before; it is noted once the site is written. What takes long is
    given to `share`.
    """
    from jobboard.outputs.addresses import is_asset  # noqa: PLC0415
    from jobboard.pipeline.planning import planned  # noqa: PLC0415

    board, content = validated.board, validated.loaded
    if board is None or is_blocking(validated.problems):
        raise ContentError(validated.problems)
    outputs, until = planned(board, content, theme)
    stamp = _stamp(validated, board, theme, until, named(look.problems, shown_as) if look else ())
    with collecting_only_what_is_new(), content.cache.store.reading():
        summary = write_site(
            outputs,
            output,
            cache,
            stamp=stamp,
            share=share,
            progress=progress,
            ledger=(session or Session()).ledger(cache, output, code_version()),
            is_watched=is_watched,
            keeps=is_asset if is_published else keeps_nothing,
            waiting=waiting,
        )
    summary.until = from_stamp(stamp.until)
    if look is not None:
        note(look, cache, output)
    content.cache.save()
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
    is not just what the clock says; `waiting` how it waits for another build of its folder; `share` who shares
    the work.
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
    share: Spreading = spread


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
        content = load_content(job.content, job.cache, job.engine, session=session, changed=changed, share=job.share)
        theme = session.theme(job.theme)
        if (as_it_is := _nothing_to_do(job, content, theme, session)) is not None:
            return as_it_is
        validated = validate(content, job.site, job.now, job.shown_as, session=session)
        look = _compared(job, validated)
        summary = build(
            validated,
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
            share=job.share,
        )
        return Built(summary, validated.problems, summary.until, named(look.problems, job.shown_as) if look else ())


def _nothing_to_do(job: Job, content: Loaded, theme: Theme, session: Session) -> Built | None:
    """What the last build had to say, if it was of the same and the site is as it left it; None otherwise."""
    ledger = session.ledger(job.cache, job.output, code_version())
    last = last_build(job.output, ledger, inputs_of(content, job.site, theme), job.now)
    if last is None or (last.stamp.recalled and job.removals is not Removals.ADVISE):
        return None
    problems, recalled = (tuple(map(from_note, each)) for each in (last.stamp.notes, last.stamp.recalled))
    return Built(Summary(unchanged=len(last.written)), problems, from_stamp(last.stamp.until), recalled)


def _compared(job: Job, validated: Validated) -> Look | None:
    """What readers were shown before beside what they would be shown now. Raises ContentError if that must not be."""
    look = compared_with_last(validated.board, validated.library, job.cache, job.output)
    if look is None:
        return None
    clock = None if job.is_now_given else job.now
    if held := refused(look, validated.loaded.scan, job.output, clock, job.removals, job.shown_as):
        raise ContentError((*validated.problems, *held))
    return decide(look, job.removals, job.now, clock)


def get_ready(job: Job, session: Session) -> None:
    """Load and validate beforehand what the next build of `session` begins with, if its first had nothing to do."""
    if session.previous is None:
        from jobboard.pipeline import planning  # noqa: F401, PLC0415 (loading it takes a moment)

        with without_collecting():
            content = load_content(job.content, job.cache, job.engine, session=session)
            validate(content, job.site, job.now, job.shown_as, session=session)


def _stamp(
    validated: Validated, board: Board, theme: Theme, until: datetime | None, recalled: tuple[Problem, ...]
) -> Stamp:
    """What the build is made of, until when it holds, and what is told of it."""
    notes = (tuple(map(to_note, each)) for each in (validated.problems, recalled))
    return Stamp(inputs_of(validated.loaded, board.site, theme), to_stamp(board.now), to_stamp(until), *notes)


def inputs_of(content: Loaded, site: Site, theme: Theme) -> str:
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
