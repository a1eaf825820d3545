"""A news item as it is searched."""

from __future__ import annotations

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.outputs.data.search import SUMMARY, SearchRow, each_once, group_in_row, seconds
from jobboard.outputs.text.bodies import summary_of
from jobboard.outputs.text.clocks import local


def news_row(_site: Site, item: BoardNews) -> SearchRow:
    """A visible news item, with who wrote it and who is quoted."""
    content = item.content
    people = (*(each.name for each in content.authors), *(each.name for each in content.quotes))
    return SearchRow(
        folder=item.folder,
        kind=content.kind,
        id=item.id,
        lang=item.lang,
        group=group_in_row(item.id, item.group),
        title=content.title,
        summary=summary_of(content.summary, item.body, SUMMARY),
        organisations=tuple(each.id for each in item.organisations),
        topics=tuple(each.id for each in item.topics),
        towns=each_once(content.places),
        names=each_once(people),
        opened=seconds(item.opens_at),
        closes=seconds(item.leaves_at) if item.leaves_at else None,
        first=local(item.opens_at, item.zone).date().isoformat(),
    )
