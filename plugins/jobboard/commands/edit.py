"""The commands that change what files say: `close`, `extend`, `reopen`, `ready`, `rename`, `fmt`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jobboard.commands.ends import Doing
from jobboard.commands.options import with_lang, with_options
from jobboard.pipeline import report
from jobboard.source.message import phrase
from jobboard.source.wording import worded

if TYPE_CHECKING:
    from jobboard.editing.item import ContentFile, Edit, Recipe
    from jobboard.writing_desk.desk import Desk

F = TypeVar("F", bound=Callable[..., Any])


def with_answer(command: F) -> F:
    """Give a command the options of those that show what they would change, and ask."""
    yes = click.option("-y", "--yes", is_flag=True, help="Write it without asking.")
    return with_options(with_lang(yes(command)))


@click.command(cls=Doing)
@click.argument("named", metavar="ID")
@click.option("--because", type=click.Choice(["filled", "withdrawn", "other"]), required=True, help="Why it closes.")
@click.option("--on", default="", metavar="DATE", help="From when, like 2026-03-10.  [default: today]")
@click.option("--note", default="", metavar="TEXT", help="A sentence for readers; 'other' needs one.")
@with_answer
def close(named: str, because: str, on: str, note: str, **options: Any) -> None:
    """Close a posting before its deadline; withdraw an event or a news item.

    A posting keeps its page, which says that it was filled or withdrawn. An event that is withdrawn is cancelled, a
    news item leaves the lists. What changes is shown, and written once you say yes. Then the board is checked: if it
    has a problem that it had not before, the file is put back as it was.

    \b
      jobboard close data-analyst --because filled
      jobboard close data-analyst --because withdrawn --on 2026-03-10
      jobboard close data-analyst --because other --note "The project was put off."
    """
    from jobboard.editing.closing import closing  # noqa: PLC0415 (the help needs none of this)
    from jobboard.source.answer import cleaned  # noqa: PLC0415

    told = {"on": on, "because": because, "note": cleaned(note)}
    given = {name: each for name, each in told.items() if each}
    with changing(**options) as (desk, write):
        zone, now = desk.zone, desk.settings.now
        write(_facts(desk, named, lambda item: closing(item, {**given}, now, zone(item))))


@click.command(cls=Doing)
@click.argument("named", metavar="ID")
@click.argument("date")
@with_answer
def extend(named: str, date: str, **options: Any) -> None:
    """Move the deadline of a posting to DATE, or the day a rolling one is looked at again.

    The deadline that held until now is kept in the file, with the day it was changed: readers are told that it was
    extended, or brought forward. One that had passed opens the posting again; one that was closed before it stays
    closed until `jobboard reopen`. Shows what changes, asks, writes, and checks.

    \b
      jobboard extend data-analyst 2026-04-15
      jobboard extend data-analyst "2026-04-15 17:00" --yes
    """
    from jobboard.editing.closing import still_closed  # noqa: PLC0415 (as above)
    from jobboard.editing.extending import extending  # noqa: PLC0415

    with changing(**options) as (desk, write):
        zone, now = desk.zone, desk.settings.now
        edits = [*_facts(desk, named, lambda item: extending(item, date.strip(), now, zone(item)))]
        if told := still_closed(desk.original(desk.item(named))):
            report.tell(told)
        write(edits)


@click.command(cls=Doing)
@click.argument("named", metavar="ID")
@click.option("--on", default="", metavar="DATE", help="From when it is open again.  [default: today]")
@with_answer
def reopen(named: str, on: str, **options: Any) -> None:
    """Take back that a posting was closed, or an event cancelled.

    What had been said is kept in the file, and readers are told that it is open again. Shows what changes, asks,
    writes, and checks.

    \b
      jobboard reopen data-analyst
    """
    from jobboard.editing.closing import reopening  # noqa: PLC0415 (as above)

    with changing(**options) as (desk, write):
        zone, now = desk.zone, desk.settings.now
        write(_facts(desk, named, lambda item: reopening(item, on, now, zone(item))))


@click.command(cls=Doing)
@click.argument("named", metavar="ID")
@with_answer
def ready(named: str, **options: Any) -> None:
    """Take away `status: draft`: the file appears with the next build, or on the day in `published`.

    Shows what changes, asks, writes, and checks.
    """
    from jobboard.editing.closing import without_draft  # noqa: PLC0415 (as above)
    from jobboard.editing.item import told_of, with_changes  # noqa: PLC0415

    with changing(**options) as (desk, write):
        item = desk.item(named)
        with told_of(item):
            write([with_changes(item, without_draft(item))])


@click.command(cls=Doing)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@with_answer
def rename(old: str, new: str, **options: Any) -> None:
    """Give a file another name, which is its address. The old one keeps leading to it.

    The file is moved and keeps its old name in `formerly`; every file that names it, in a field or in a link of its
    text, names it anew. Shows what changes, asks, writes, and checks.

    \b
      jobboard rename data-analyst data-analyst-mobility
      jobboard rename organisations/cmer cemr
    """
    from jobboard.editing.refusal import NotEditedError  # noqa: PLC0415 (as above)
    from jobboard.editing.renaming import renaming  # noqa: PLC0415
    from jobboard.source.message import Phrase  # noqa: PLC0415

    with changing(**options) as (desk, write):
        item = desk.item(old)
        name = new.strip().removesuffix(".md")
        if trouble := desk.trouble_with_name(name, item, is_renamed=True):
            raise NotEditedError(Phrase(trouble))
        write(renaming(item, name, [each for each in desk.items if each is not item]))


@click.command(cls=Doing)
@click.argument("files", metavar="[FILE]...", nargs=-1)
@with_answer
def fmt(files: tuple[str, ...], **options: Any) -> None:
    """Put the fields of files in the order of the reference; of all files, if none is named.

    A comment moves with the line it stands on or above; nothing else changes. Shows what changes, asks, writes, and
    checks.
    """
    with changing(**options) as (desk, write):
        items = [desk.item(each) for each in files] or desk.items
        write([*map(_in_order, items)])


def _in_order(item: ContentFile) -> Edit:
    from jobboard.editing.item import Edit, told_of  # noqa: PLC0415 (as above)
    from jobboard.editing.order import ordered  # noqa: PLC0415

    with told_of(item):
        return Edit(item.path, item.data, ordered(item.data, item.record))


@contextmanager
def changing(
    settings: str, content: str, now: str, *, yes: bool
) -> Iterator[tuple[Desk, Callable[[Iterable[Edit]], bool]]]:
    """Everything a command changes files with: what there is, and what carries out edits. A refusal ends it."""
    from jobboard.editing.refusal import NotEditedError  # noqa: PLC0415
    from jobboard.settings.settings import SettingsError  # noqa: PLC0415
    from jobboard.writing_desk.carry_out import carry_out  # noqa: PLC0415 (as above)
    from jobboard.writing_desk.desk import open_desk  # noqa: PLC0415

    try:
        desk = open_desk(settings, content, now)
        yield desk, lambda edits: carry_out(desk, edits, is_asked=not yes)
    except SettingsError as error:
        report.print_failure(error)
        raise SystemExit(1) from None
    except NotEditedError as error:
        raise click.ClickException(worded(error.words, report.spoken())) from None


def _facts(desk: Desk, named: str, recipe: Recipe) -> Iterator[Edit]:
    """What a recipe does to an item. Of a translation the original is meant, where the facts are: all follow it."""
    from jobboard.editing.item import in_every_language  # noqa: PLC0415 (as above)

    item = desk.item(named)
    original = desk.original(item)
    if original is not item:
        told = phrase("%(id)s is a translation: what is fact stands in %(original)s.md")
        report.tell(told(id=item.id, original=original.id))
    return in_every_language(original, recipe, desk.translations(original))
