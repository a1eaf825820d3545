"""Calendars of several collections: deadlines and events together, of all the board or of one organisation."""

from __future__ import annotations

from collections.abc import Iterable

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.outputs.page.collection import of_organisation, standing
from jobboard.outputs.page.follow import CalendarLink, calendar_link
from jobboard.outputs.text.alphabet import alphabetical


def calendars_of(site: Site, organisations: Iterable[BoardOrganisation]) -> tuple[CalendarLink, ...]:
    """Every calendar people can subscribe to: all deadlines, then each organisation's, by name."""
    if not site.has_extras:
        return ()
    by_name = sorted(organisations, key=lambda each: (alphabetical(each.content.name, site.lang), each.id))
    collections = (standing(site, "deadlines"), *(of_organisation(site, each) for each in by_name))
    return tuple(calendar_link(site, each) for each in collections)
