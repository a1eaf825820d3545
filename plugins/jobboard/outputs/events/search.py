"""An event as it is searched."""

from __future__ import annotations

from jobboard.board.board import BoardEvent
from jobboard.board.site import Site
from jobboard.outputs.contacts.blanking import blanked
from jobboard.outputs.data.search import SUMMARY, SearchRow, each_once, group_in_row, seconds
from jobboard.outputs.events.words import last_day_of
from jobboard.outputs.text.bodies import summary_of
from jobboard.outputs.text.clocks import local


def event_row(site: Site, event: BoardEvent) -> SearchRow:
    """A visible event, with who speaks. Contact data are blanked before it is past, too, as in a posting's row."""
    content, place = event.content, event.content.place
    return SearchRow(
        folder=event.folder,
        kind=content.kind,
        id=event.id,
        lang=event.lang,
        group=group_in_row(event.id, event.group),
        title=blanked(site, content.title),
        summary=blanked(site, summary_of(content.summary, event.body, SUMMARY)),
        organisations=tuple(each.id for each in event.organisations),
        topics=tuple(each.id for each in event.topics),
        towns=each_once((blanked(site, place.town_or_region),) if place else ()),
        countries=each_once((place.country,) if place else ()),
        names=each_once(tuple(blanked(site, each.name) for each in content.speakers)),
        opened=seconds(event.opens_at),
        closes=seconds(event.leaves_at),
        first=local(event.life.starts_at, event.zone).date().isoformat(),
        last=last_day_of(event.life.last, event.zone).isoformat(),
        state=content.status or "",
    )
