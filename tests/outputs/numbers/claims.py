"""The board in figures: what its file and its pages say, and what is true of every lifecycle, counted by hand."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from babel.dates import get_month_names

from jobboard.board.board import BoardPosting
from jobboard.board.status import to_zone
from jobboard.model.parts.closing import Rolling
from tests.outputs.claims import Site, page
from tests.outputs.lifecycles import BOARD_SITE, CHANGES_OF_DEADLINE, EARLIER_ENDS_AS, EARLIER_LIVES, ENDS_AS, LIVES
from tests.outputs.truth import Truth, instant

Row = tuple[str, str, str]
"""What, group and month, as the file has them."""

OTHER_REASON = "unfunded"
"""Closed early, and neither filled nor withdrawn."""


def numbers_file_claims(site: Site, path: str) -> dict[Row, int]:
    """Every figure of the file; none stands there twice."""
    rows = list(csv.reader(io.StringIO(site[path].decode(), newline=""), strict=True))
    assert rows[0] == ["what", "group", "month", "number"]
    found: dict[Row, int] = {(what, group, month): int(number) for what, group, month, number in rows[1:]}
    assert len(found) == len(rows) - 1
    assert 0 not in found.values()
    return found


def numbers_page_claims(site: Site, path: str) -> dict[str, Any]:
    """What a page says of months, in numbers and by bars, and in all of organisations and topics."""
    it = page(site[path])
    names = get_month_names("wide", "stand-alone", locale=it.getroottree().getroot().get("lang"))
    numbers = {name.casefold(): number for number, name in names.items()}
    months = {
        f"{figure.find('figcaption').text}-{numbers[row[0].text.casefold()]:02}": (int(row[1].text), int(row[2].text))
        for figure in it.xpath("//figure")
        for row in figure.xpath(".//tbody/tr")
    }
    return {
        "months": months,
        "bars": Counter(each.get("data-role") for each in it.xpath("//figure//rect")),
        **{
            part: {
                row.xpath(".//a/@href")[0].rstrip("/").rpartition("/")[2]: int(row[1 if len(row) == 3 else 3].text)
                for row in it.xpath(f"//section[@aria-labelledby='{part}']//tbody/tr")
            }
            for part in ("organisation", "topic")
        },
    }


def true_figures(truth: Truth, _where: Mapping[str, str]) -> Any:
    return Counter(row for posting in one_of_each(truth) for row in rows_of(truth, posting))


def true_numbers_page(truth: Truth, _where: Mapping[str, str]) -> Any:
    figures = true_figures(truth, {})
    months = {month for _, _, month in figures}
    told = {month: (figures["opened", "", month], figures["closed", "", month]) for month in months}
    parts: dict[str, Counter[str]] = {"organisation": Counter(), "topic": Counter()}
    for (what, group, _), number in figures.items():
        if what in parts:
            parts[what][group] += number
    bars = {"opened": sum(bool(opened) for opened, _ in told.values())}
    bars |= {"closed": sum(bool(closed) for _, closed in told.values())}
    return {"months": told, "bars": {role: number for role, number in bars.items() if number}, **parts}


def one_of_each(truth: Truth) -> list[BoardPosting]:
    return [each for each in truth.visible if truth.original(each) is each]


def rows_of(truth: Truth, posting: BoardPosting) -> Iterator[Row]:
    """What one posting counts as."""
    content = posting.content
    opens = instant(EARLIER_LIVES.get(posting.id, LIVES[posting.id])[0])
    opened = month(opens)
    yield "opened", "", opened
    yield "kind", content.kind.value, opened
    yield from (("organisation", id_, opened) for id_ in content.organisation)
    yield from (("topic", id_, opened) for id_ in content.topics)
    yield "pay", "told" if content.salary else "not-told", opened
    yield "language", "none", opened
    yield "days", days(posting), opened
    if truth.status(posting).is_closed:
        is_again = posting.id not in EARLIER_LIVES or truth.now >= instant(LIVES[posting.id][0])
        closes = instant((LIVES if is_again else EARLIER_LIVES)[posting.id][2])
        closed = month(max(opens, closes - timedelta(seconds=1)))
        yield "closed", "", closed
        ended = ENDS_AS.get(posting.id, "other" if posting.id == OTHER_REASON else "deadline")
        yield "ended", ended if is_again else EARLIER_ENDS_AS[posting.id], closed
        yield from (("before", what, closed) for what in sorted(before(truth.now, posting.id, is_again=is_again)))


def before(now: datetime, id_: str, *, is_again: bool) -> set[str]:
    changes = {what for (name, what), (_, told) in CHANGES_OF_DEADLINE.items() if name == id_ and instant(told) <= now}
    return (changes & {"extended", "reopened"}) | ({"reopened"} if id_ in EARLIER_LIVES and is_again else set())


def days(posting: BoardPosting) -> str:
    """From day to day as an author wrote them: all that have an hour or an offset end on the day that is written."""
    deadline = posting.content.deadline
    if deadline is None or isinstance(deadline, Rolling):
        return "none"
    return str((deadline.day - posting.content.published.day).days)


def month(at: datetime) -> str:
    return f"{at.astimezone(to_zone(BOARD_SITE.zone)):%Y-%m}"
