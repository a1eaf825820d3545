"""An organisation as it is searched."""

from __future__ import annotations

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.outputs.data.search import SUMMARY, SearchRow, each_once
from jobboard.outputs.text.bodies import summary_of


def organisation_row(_site: Site, item: BoardOrganisation) -> SearchRow:
    """An organisation. The first of its names is what items call it; then those above it."""
    content, place = item.content, item.content.place
    above = tuple(name for each in item.above for name in (each.short_name, each.name))
    return SearchRow(
        folder=item.folder,
        id=item.id,
        lang=item.lang,
        title=content.name,
        summary=summary_of(content.summary, item.body, SUMMARY),
        towns=each_once((place.town_or_region,) if place else ()),
        countries=each_once((place.country,) if place else ()),
        names=each_once((content.short_name or content.name, *above)),
    )
