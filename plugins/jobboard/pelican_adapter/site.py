"""A build of the board of some settings, and what is said of it: the same with Pelican around it and without."""

from __future__ import annotations

import sys
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from jobboard.base.map import Spreading
from jobboard.engine.folder import OutputError, Waiting
from jobboard.outputs.page.theme import ThemeError
from jobboard.pipeline import check as checking
from jobboard.pipeline import report
from jobboard.pipeline.build import Built, ContentError, Job, bring_up_to_date
from jobboard.pipeline.failure import SYSTEM_ERRORS, ClusterError
from jobboard.pipeline.pagefind import FullTextError, version_here
from jobboard.pipeline.session import Session
from jobboard.pipeline.workers import spread
from jobboard.settings.settings import Settings, SettingsError, read_settings
from jobboard.settings.theme import check_templates, load_theme
from jobboard.source.message import phrase


def build_or_exit(pelican: dict[str, Any]) -> Settings:
    """Build the board of these settings of Pelican's. Ends the process with exit code 1 if it cannot."""
    try:
        settings = read_settings(pelican)
        build_site(settings, is_verbose=bool(pelican.get("DEBUG")))
        if settings.is_published:
            _bring_index_up_to_date(settings)
    except (SettingsError, ThemeError, ContentError, OutputError, FullTextError, ClusterError, *SYSTEM_ERRORS) as error:
        report.print_failure(error)
        sys.exit(1)
    return settings


def _bring_index_up_to_date(settings: Settings) -> None:
    """The index of full texts, of a site that has one; it is taken away where the settings no longer want it."""
    from jobboard.pipeline.full_text import index_full_text, without_full_text  # noqa: PLC0415 (for readers alone)

    started, waiting = time.perf_counter(), Waiting(settings.wait, report.print_waiting)
    if not settings.site.has_full_text:
        without_full_text(settings.output, waiting)
        return
    project = Path.cwd()
    texts = index_full_text(settings.site, settings.output, settings.now, version_here(project), project, waiting)
    if texts:
        seconds = time.perf_counter() - started
        report.tell(phrase("%(texts)s texts indexed by Pagefind in %(seconds)s s", texts=texts, seconds=seconds))


def job_of(settings: Settings) -> Job:
    """The build these settings ask for."""
    return Job(
        site=settings.site,
        now=settings.now,
        theme=load_theme(settings.theme),
        content=settings.content,
        output=settings.output,
        cache=settings.cache,
        engine=settings.engine,
        shown_as=shown_as(settings.content),
        is_published=settings.is_published,
        removals=settings.removals,
        is_now_given=settings.is_now_given,
        waiting=Waiting(settings.wait, report.print_waiting),
    )


def build_site(
    settings: Settings,
    *,
    is_verbose: bool = False,
    session: Session | None = None,
    changed: Collection[str] | None = None,
    is_quiet: bool = False,
) -> Built:
    """Build and report. Raises ThemeError, ContentError, OutputError or ClusterError.

    `session` and `changed` are those of `bring_up_to_date`. With `is_quiet` a build that found nothing to do is silent.
    """
    started = time.perf_counter()
    job, session = job_of(settings), session or Session(settings.key)
    try:
        with sharing(settings.cluster) as share, report.progress() as progress:
            job = replace(job, share=share)
            built = bring_up_to_date(job, progress, session=session, changed=changed)
    except ThemeError as error:
        found = sorted(check_templates(job.theme))
        known = {problem.path for problem in found}
        raise ThemeError(*(problem for problem in error.problems if problem.path not in known), *found) from error
    if is_quiet and not built.summary.is_new:
        return built
    report.print_problems((*built.problems, *built.recalled))
    if is_verbose:
        report.print_reasons(built.summary)
    seconds = time.perf_counter() - started
    report.print_summary(
        built.summary, seconds, built.next_change and built.next_change.astimezone(ZoneInfo(settings.site.zone))
    )
    return built


@contextmanager
def sharing(cluster: str) -> Iterator[Spreading]:
    """Who shares the work of a build: the cluster at an address, or this machine's processors."""
    if not cluster:
        yield spread
        return
    from jobboard.pipeline.cluster import shared_by  # noqa: PLC0415 (of no use to most)

    with shared_by(cluster) as share:
        yield share


def checked_content(
    settings: Settings, output: Path | None = None, about: Collection[str] | None = None
) -> checking.Validated:
    """What `check` says of the content of these settings; `output` is the site that readers see, if that is asked.

    `about` are the files of the content that advice is asked about; None for all.
    """
    return checking.check(
        settings.content,
        settings.site,
        settings.now,
        shown_as=shown_as(settings.content),
        cache=settings.cache,
        engine=settings.engine,
        output=output,
        key=settings.key,
        about=about,
    )


def shown_as(folder: Path) -> str:
    """A folder as people call it: relative to where they are, if it is below."""
    return folder.relative_to(Path.cwd()).as_posix() if folder.is_relative_to(Path.cwd()) else folder.as_posix()
