"""The figures of one year as Markdown, for an annual report: the tables of the page, without its drawings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from jobboard.board.site import Site
from jobboard.outputs.numbers.figures import Figures
from jobboard.outputs.numbers.groups import Months, group_tables
from jobboard.outputs.numbers.names import GroupNames
from jobboard.outputs.numbers.years import published_and_closed, year_of_figures
from jobboard.outputs.text import words

_MARKS = re.compile(r"([\\|*_<>\[\]`#~])")
"""What Markdown would take for more than a letter."""


def numbers_markdown(site: Site, figures: Figures, names: GroupNames, year: int, now: datetime) -> str:
    """The report of a year as of an instant (aware), in the language of the site."""
    return "\n\n".join(_blocks(site, figures.within(year), names, year, now))


def _blocks(site: Site, figures: Figures, names: GroupNames, year: int, now: datetime) -> Iterator[str]:
    yield _heading(1, site.say("%(site)s: %(year)s in figures", site=site.name, year=year))
    yield _plain(site.say("As of %(day)s.", day=words.day_of(now, site.zone, site.lang).text))
    if not figures.rows:
        yield _plain(site.say("No posting was published or closed in %(year)s.", year=year))
        return
    found = year_of_figures(site, figures, year, 1)
    lines = [(each.month, each.opened, each.closed) for each in (*found.lines, found.total)]
    yield _heading(2, site.say("Published and closed"))
    yield _table((site.say("Month"), *published_and_closed(site)), lines)
    for table in group_tables(site, figures, (Months(f"{year}-01", f"{year}-12", str(year)),), names):
        yield _heading(2, table.title)
        yield from (_plain(note) for note in [table.note] if note)
        heads = table.first, table.number, site.say("Share")
        yield _table(heads, [(each.label.text, each.number, each.share) for each in table.lines])


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {_plain(text)}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table: words to one side, numbers to the other."""
    rule = ["---", *("---:" for _ in heads[1:])]
    return "\n".join(
        f"| {' | '.join(cells)} |" for cells in (map(_plain, heads), rule, *(map(_plain, row) for row in rows))
    )


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _MARKS.sub(r"\\\1", text)
