"""What the calendar of an organisation is, whatever is in it."""

from __future__ import annotations

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.model.former import first_id
from jobboard.outputs.addresses import (
    organisation_calendar_path,
    organisation_path,
)
from jobboard.outputs.calendars.calendar import Subject


def organisation_subject(site: Site, item: BoardOrganisation) -> Subject:
    """The calendar of an organisation's open deadlines and its events, with those of its parts."""
    name = item.content.short_name or item.content.name
    return Subject(
        path=organisation_calendar_path(item.id),
        name=f"organisations/{first_id(item.content)}",
        title=site.say("%(organisation)s on %(site)s: deadlines and events", organisation=name, site=site.name),
        home=organisation_path(item.id),
    )
