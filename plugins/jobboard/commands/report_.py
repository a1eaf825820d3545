"""The command `report`: a year of the board in figures."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import click

from jobboard.commands.ends import Looking
from jobboard.commands.options import with_options
from jobboard.commands.time import board_at
from jobboard.pipeline import report
from jobboard.source.characters import escaped

_YEAR = click.IntRange(1000, 9999)


@click.command("report", cls=Looking)
@with_options
@click.option("--year", type=_YEAR, metavar="YEAR", help="The year that is counted.  [default: the current one]")
@click.option("--md", "form", flag_value="md", default=True, help="Tables in Markdown, to go on writing.  [default]")
@click.option("--csv", "form", flag_value="csv", help="Every figure in a line, for a spreadsheet.")
def annual_report(settings: str, content: str, now: str, year: int | None, form: str) -> None:
    """Count what a year brought: postings published and closed, by whom, of which kind, and what became of them.

    Of a year that is not over, it counts what there is. Months are those of the zone of the site. Writes nothing but
    its cache. Ends with exit code 1 if the content or the settings have problems, and 2 if it could not look.

    \b
      jobboard report --year 2026 > report.md
      jobboard report --year 2026 --csv > report.csv
    """
    from jobboard.outputs.numbers.figures import figures_of  # noqa: PLC0415 (the help needs none of this)
    from jobboard.outputs.numbers.file import numbers_csv  # noqa: PLC0415
    from jobboard.outputs.numbers.names import group_names  # noqa: PLC0415
    from jobboard.outputs.numbers.report import numbers_markdown  # noqa: PLC0415

    board = board_at(settings, content, now)
    site = board.site
    chosen = year or board.now.astimezone(ZoneInfo(site.zone)).year
    figures = figures_of((each for each in board.postings if each.is_visible), site.zone)
    if form == "csv":
        report.put(numbers_csv(figures.within(chosen)).replace("\r\n", "\n").rstrip("\n"))
        return
    names = group_names(site, figures, board.organisations, board.topics)
    report.put(escaped(numbers_markdown(site, figures, names, chosen, board.now)))
