"""The commands about time: `next-change`, `timeline` and `fresh`."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from jobboard.commands.ends import COULD_NOT_LOOK, Looking
from jobboard.commands.options import with_options
from jobboard.pipeline import report
from jobboard.source.characters import escaped, escaped_json

if TYPE_CHECKING:
    from jobboard.board.board import Board

_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)


@click.command("next-change", cls=Looking)
@with_options
@_FORMAT
def next_change(settings: str, content: str, now: str, form: str) -> None:
    """Say when the site will next look different, and what changes then.

    A site must be built again at that instant or soon after. Writes nothing but its cache. Ends with exit code 1 if
    the content or the settings have problems, and 2 if it could not look.
    """
    from jobboard.commands import forecast  # noqa: PLC0415 (the help needs none of this)

    board = board_at(settings, content, now)
    render = forecast.next_as_json if form == "json" else forecast.next_as_text
    text = render(board)
    report.put(escaped_json(text) if form == "json" else escaped(text))


@click.command(cls=Looking)
@with_options
@click.option(
    "--weeks", type=click.IntRange(1, 520), default=8, show_default=True, metavar="N", help="How far to look ahead."
)
@_FORMAT
def timeline(settings: str, content: str, now: str, weeks: int, form: str) -> None:
    """Show what opens, begins to close soon, closes and is archived in the coming weeks.

    Times are in the zone of the site. Drafts are left out. Writes nothing but its cache. Ends with exit code 1 if the
    content or the settings have problems, and 2 if it could not look.
    """
    from jobboard.commands import forecast  # noqa: PLC0415

    board = board_at(settings, content, now)
    until = board.now + timedelta(weeks=weeks)
    render = forecast.timeline_as_json if form == "json" else forecast.timeline_as_text
    text = render(board, until)
    report.put(escaped_json(text) if form == "json" else escaped(text))


@click.command(cls=Looking)
@click.argument("site", metavar="URL-OR-FOLDER")
@click.option(
    "--grace", default="3h", show_default=True, metavar="TIME", help="How late a build may be: 90m, 3h or 2d."
)
@click.option("--now", default="", metavar="INSTANT", help="Judge as of this instant.  [default: the clock]")
def fresh(site: str, grace: str, now: str) -> None:
    """Say whether a published site is up to date, for a monitor that runs elsewhere.

    Reads the build.json of the site, which names the instant it must be built again by. Ends with exit code 0 if that
    has not passed by more than the grace, 1 if it has, so that somebody should look at what builds the site, and 2 if
    it cannot be told.

    \b
      jobboard fresh https://example.org/board
      jobboard fresh output --grace 30m
    """
    from jobboard.commands import freshness  # noqa: PLC0415
    from jobboard.settings.clock import clock_now  # noqa: PLC0415

    try:
        allowed = freshness.parse_grace(grace)
        instant = freshness.parse_instant(now) if now else clock_now()
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    try:
        info = freshness.read_info(site)
        if not now:
            freshness.check_clock(info, instant)
        is_fresh, sentence = freshness.judge(info, instant, allowed)
    except Exception as error:  # noqa: BLE001 (a monitor takes 1 for stale, and a traceback ends with 1)
        reason = error if isinstance(error, freshness.UnreadableError) else f"{site}: {type(error).__name__}: {error}"
        report.print_trouble(f"Cannot tell: {reason}")
        sys.exit(COULD_NOT_LOOK)
    if is_fresh:
        report.put(sentence)
    else:
        report.print_trouble(sentence)
    sys.exit(0 if is_fresh else 1)


def board_at(settings: str, content: str, now: str) -> Board:
    """The board of the content; with any problem a report instead, and exit code 1."""
    from jobboard.pelican_adapter.run import Options, load_settings  # noqa: PLC0415
    from jobboard.pelican_adapter.site import checked_content  # noqa: PLC0415
    from jobboard.settings.settings import SettingsError  # noqa: PLC0415

    try:
        found = load_settings(Options(settings=settings, content=content, now=now))
        checked = checked_content(found)
        board, problems = checked.board, checked.problems
    except SettingsError as error:
        board, problems = None, error.problems
    if board is None:
        report.print_problems(problems)
        sys.exit(1)
    return board
