"""The commands that make a new file of one that is there: `translate`, `relist`, and `new --like`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jobboard.commands.edit import changing, with_answer
from jobboard.commands.ends import Doing
from jobboard.pipeline import report
from jobboard.source.message import Phrase, phrase

if TYPE_CHECKING:
    from jobboard.editing.item import ContentFile, Edit
    from jobboard.writing_desk.desk import Desk

_OF_A_ROUND = frozenset({"name", "title", "published", "deadline", "starts"})
"""What may be said of a new round when it begins."""

_NAME = click.option("--name", default="", help="Name of the new file, which is its address.")


@click.command(cls=Doing)
@click.argument("named", metavar="ID")
@click.argument("language")
@_NAME
@with_answer
def translate(named: str, language: str, name: str, **options: Any) -> None:
    """Begin the translation of an item into LANGUAGE: a file to fill in.

    It holds what only a translation can say, in the words of the item, to be written anew: title, summary and text, and
    the words beside its facts. Facts it takes from its original. It is a draft until `jobboard ready`. What it is to
    hold is shown, and written once you say yes.

    \b
      jobboard translate data-analyst fr
      jobboard translate data-analyst es --name analista-de-datos
    """
    from jobboard.writing_desk.translation import translation_begun  # noqa: PLC0415 (the help needs none of this)

    with changing(**options) as (desk, write):
        new = translation_begun(desk, desk.item(named), language.strip(), name)
        if write([new]):
            ready = f"jobboard ready {Path(new.path).stem}"
            report.tell(phrase("Write it in its language; then take away the draft: %(command)s", command=ready))


@click.command(cls=Doing)
@click.argument("named", metavar="ID")
@click.argument("date", default="")
@_NAME
@with_answer
def relist(named: str, date: str, name: str, **options: Any) -> None:
    """Advertise a posting again: a new round is a new file, and the old one stays closed.

    The new file is like the old one, without the days of that: it appears today, and DATE is its last day to apply; of
    an event, the day it starts. It is asked for if it is not given. The same is `jobboard new posting --like ID`.

    \b
      jobboard relist data-analyst 2027-03-31
      jobboard relist data-analyst 2027-03-31 --name data-analyst-brussels
    """
    from jobboard.editing.closing import still_open  # noqa: PLC0415 (the help needs none of this)

    with changing(**options) as (desk, write):
        item = desk.item(named)
        new = round_like(desk, item, {"name": name}, date.strip())
        if told := still_open(item, desk.settings.now, desk.zone(item)):
            report.tell(told)
        write([new])


def round_like(desk: Desk, item: ContentFile, given: Mapping[str, str], date: str = "") -> Edit:
    """The file of a new round of an item, with those answers; `date` is the day to come which its kind asks for.

    Raises NotEditedError if an answer cannot be used.
    """
    from jobboard.commands.new import NotPossibleError, answer_to, in_a_year  # noqa: PLC0415 (the help needs none of this)
    from jobboard.commands.new_questions import questions_of  # noqa: PLC0415
    from jobboard.editing.copying import relisting  # noqa: PLC0415
    from jobboard.editing.item import ORIGINAL, Edit, told_of  # noqa: PLC0415
    from jobboard.editing.refusal import NotEditedError  # noqa: PLC0415
    from jobboard.model.parts.closing import Rolling  # noqa: PLC0415
    from jobboard.writing_desk.translation import free_name  # noqa: PLC0415

    if others := sorted(name for name in given if given[name] and name not in _OF_A_ROUND):
        raise NotEditedError(phrase("--%(name)s: change that in the file, once it is there", name=others[0]))
    if item.text(ORIGINAL):
        words = phrase("it is a translation; begin with its original: jobboard relist %(id)s", id=item.text(ORIGINAL))
        raise NotEditedError(words)
    questions = [each for each in questions_of(item.kind.command) if each.is_to_come] if item.kind.command else []
    if not questions:
        raise NotEditedError(phrase("files of %(folder)s/ have no rounds", folder=item.folder))
    today = desk.stamp(item)
    answers = {"published": given.get("published") or today}
    if given.get("title"):
        answers[item.kind.title] = given["title"]
    try:
        for each in questions:
            told = {**answers, each.name: given.get(each.name) or date, "organisation": item.employer}
            answers[each.name] = answer_to(each, told, desk.project, asking)
    except NotPossibleError as error:
        raise NotEditedError(Phrase(str(error))) from None
    if Rolling.ROLLING in answers.values():
        answers["review_by"] = in_a_year(today)
    year = next((answers[each.name][:4] for each in questions if answers[each.name][:4].isdecimal()), today[:4])
    name = free_name(desk, item, given.get("name", ""), f"{item.id}-{year}")
    with told_of(item):
        return Edit(f"{item.path.rpartition('/')[0]}/{name}.md", None, relisting(item, answers))


def asking(question: str, check_answer: Callable[[str], str]) -> str:
    """The answer of somebody, on a terminal or not, once nothing is wrong with it."""

    def convert(text: str) -> str:
        if trouble := check_answer(text):
            raise click.UsageError(trouble)
        return text

    return str(click.prompt(question, value_proc=convert))
