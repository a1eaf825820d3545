"""A document dropped on the form in, drafts of the vacancies that it holds out."""

from __future__ import annotations

from typing import Any

from jobboard.editing.refusal import NotEditedError
from jobboard.importing.sources.entry import ImportFailedError
from jobboard.importing.vacancy.take import Handover, take_vacancies
from jobboard.pipeline import report
from jobboard.source.message import Phrase
from jobboard.source.wording import worded
from jobboard.writing_desk.desk import Desk


def take_paper(desk: Desk, name: str, data: bytes) -> dict[str, Any]:
    """Write a draft for each vacancy of a document, and say what was left out. Raises NotEditedError."""
    handover = Handover(
        source=name,
        data=data,
        content=desk.settings.content,
        shown_as=desk.shown_as,
        day=desk.project.today,
        site_lang=desk.settings.site.lang,
        spoken=report.spoken(),
    )
    try:
        taken = take_vacancies(handover)
    except ImportFailedError as error:
        told = error.args[0]
        raise NotEditedError(told if isinstance(told, Phrase) else Phrase(str(told))) from None
    return {
        "paths": [each.removeprefix(f"{desk.shown_as}/") for each in taken.paths],
        "said": [worded(each, report.spoken()) for each in taken.said],
    }
