"""`jobboard import` of a document: a vacancy in, a draft out, and what `check` says of it."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from jobboard.pipeline import report
from jobboard.source.message import Phrase, phrase
from jobboard.source.problem import Problem
from jobboard.source.wording import worded

if TYPE_CHECKING:
    from jobboard.importing.vacancy.take import Handover
    from jobboard.settings.settings import Settings

STANDARD_INPUT = "-"
_ENDINGS = frozenset(
    [
        ".docx",
        ".docm",
        ".dotx",
        ".dotm",
        ".doc",
        ".odt",
        ".ott",
        ".rtf",
        ".pdf",
        ".html",
        ".htm",
        ".xhtml",
        ".mht",
        ".mhtml",
        ".eml",
        ".msg",
        ".txt",
    ]
)


def is_document(source: str) -> bool:
    """True for what is a document by its name, and for standard input: all else is a feed or an export."""
    return source == STANDARD_INPUT or ("://" not in source and Path(source).suffix.lower() in _ENDINGS)


def import_vacancy(source: str, found: Settings, given: Mapping[str, Any]) -> int:
    """Write drafts of the vacancies in a document, and answer the exit code."""
    from jobboard.importing.sources.entry import ImportFailedError  # noqa: PLC0415 (a build pays for none of this)
    from jobboard.importing.vacancy.take import take_vacancies  # noqa: PLC0415

    handover = _handover(source, found, given)
    try:
        taken = take_vacancies(handover)
    except ImportFailedError as error:
        told = error.args[0]
        raise click.ClickException(worded(told, report.spoken()) if isinstance(told, Phrase) else str(told)) from None
    for each in taken.said:
        report.tell(each)
    if not handover.is_dry:
        report.print_problems(_problems(taken.paths, found))
    for path in taken.paths:
        report.tell(_DRY(path=path) if handover.is_dry else _WROTE(path=path, id=Path(path).stem))
    return 0


_WROTE = phrase("Wrote %(path)s, a draft: read it, mend what is wrong, then run 'jobboard ready %(id)s'.")
_DRY = phrase("Would write %(path)s.")


def _handover(source: str, found: Settings, given: Mapping[str, Any]) -> Handover:
    from jobboard.importing.vacancy.take import Handover  # noqa: PLC0415 (as above)
    from jobboard.pelican_adapter.site import shown_as  # noqa: PLC0415

    asks = source != STANDARD_INPUT and sys.stdin.isatty() and not given["dry_run"]
    return Handover(
        source=source,
        content=found.content,
        shown_as=shown_as(found.content),
        day=found.now.astimezone(ZoneInfo(found.site.zone)).date().isoformat(),
        site_lang=found.site.lang,
        organisation=given["organisation"],
        lang=given["lang"],
        spoken=report.spoken(),
        is_dry=given["dry_run"],
        announce=report.tell,
        wants=_is_wanted if asks else lambda _: True,
    )


def _is_wanted(title: str) -> bool:
    question = phrase("Write a draft for '%(title)s'?", title=title)
    return click.confirm(worded(question, report.spoken()), default=True)


def _problems(paths: Sequence[str], found: Settings) -> list[Problem]:
    """What `check` says of these files."""
    from jobboard.pelican_adapter.site import checked_content, shown_as  # noqa: PLC0415 (as above)

    about = [each.removeprefix(f"{shown_as(found.content)}/") for each in paths]
    return [problem for problem in checked_content(found, about=about).problems if problem.path in paths]
