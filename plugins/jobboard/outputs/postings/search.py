"""A posting as it is searched."""

from __future__ import annotations

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import Status
from jobboard.model.moments.moment import Moment
from jobboard.outputs.contacts.blanking import blanked
from jobboard.outputs.data.search import SUMMARY, SearchRow, each_once, group_in_row, seconds
from jobboard.outputs.postings.card import closed_on
from jobboard.outputs.text.bodies import summary_of
from jobboard.outputs.text.clocks import last_minute


def posting_row(site: Site, posting: BoardPosting) -> SearchRow:
    """A visible posting. Contact data are blanked while it is open, too: the row is the same when it has closed.

    Once only its tombstone is left, the summary is gone.
    """
    content, deadline = posting.content, posting.content.deadline
    is_tombstone = posting.status is Status.ARCHIVED
    return SearchRow(
        folder=posting.folder,
        kind=content.kind,
        id=posting.id,
        lang=posting.lang,
        group=group_in_row(posting.id, posting.group),
        title=blanked(site, content.title),
        summary="" if is_tombstone else blanked(site, summary_of(content.summary, posting.body, SUMMARY)),
        organisations=tuple(each.id for each in posting.organisations),
        topics=tuple(each.id for each in posting.topics),
        towns=each_once(tuple(blanked(site, each.town_or_region) for each in content.place)),
        countries=each_once(tuple(each.country for each in content.place)),
        opened=seconds(posting.opens_at),
        closes=seconds(posting.life.closes_at),
        first=f"{last_minute(deadline, posting.deadline_zone):%Y-%m-%d}" if isinstance(deadline, Moment) else "",
        last=closed_on(posting).isoformat(),
    )
