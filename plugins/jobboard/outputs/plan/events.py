"""The part of the plan that is about events: their lists, pages and calendars, and the same as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from jobboard.board.board import BoardEvent
from jobboard.board.files import files_led_to
from jobboard.engine.output import InChunks, Output, Text
from jobboard.model.former import other_ids
from jobboard.outputs import addresses
from jobboard.outputs.calendars.formats import ICalendar, calendar_file
from jobboard.outputs.data.files import Rows
from jobboard.outputs.events import card as event_cards
from jobboard.outputs.events import page as events
from jobboard.outputs.events.calendar import Held, entry_of, event_calendar
from jobboard.outputs.events.data import events_json, events_schema
from jobboard.outputs.events.twin import event_twin
from jobboard.outputs.page.collection import standing
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.link import Link, organisation_links
from jobboard.outputs.page.listing import cut_into_pages
from jobboard.outputs.page.people import Extras
from jobboard.outputs.plan.moves import plan_numbers_before
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.plan.twins import plan_twin


def plan_events(chosen: Selection, pages: Mapping[str, PageMaker]) -> Iterator[Output]:
    """A page and a calendar for every event, in the words of its own language, and the frames of the page."""
    ids = [each.id for each in chosen.organisations]
    names = {
        lang: dict(zip(ids, organisation_links(site, chosen.organisations), strict=True))
        for lang, site in (chosen.sites.items() if chosen.visible_events else ())
    }
    for held in held_events(chosen, chosen.visible_events):
        event, site = held.event, chosen.edition_of(held.event)
        for shown, path in chosen.shown(event):
            inputs = (shown, event, _extras(chosen, event, names[shown.lang]), chosen.members(event))
            yield pages[shown.lang](path, events.event_page, *inputs)
            yield from plan_twin(shown, path, addresses.path_of(event), event_twin, *inputs[1:])
        for id_ in (event.id, *other_ids(event.content)) if site.has_extras and site.has_item_calendars else ():
            path = addresses.event_calendar_path(id_)
            yield Output(path=path, make=event_calendar, inputs=(site, held), format=ICalendar())


def plan_event_lists(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """An edition's lists of events and its calendar of them; nothing as long as the site never had one."""
    site = chosen.site
    if not chosen.visible_events:
        return
    lists = ((event_cards.upcoming(site), chosen.events), (event_cards.past(site), chosen.past_events))
    for listing, items in lists:
        yield from plan_numbers_before(site, page, listing, len(chosen.visible_events))
        for part, on_page in cut_into_pages(site, listing, items):
            yield page(part.path, event_cards.event_list_page, site, listing, part, chosen.event_cards(on_page))
    if site.has_extras:
        entries = chosen.making(entry_of, site, held_sessions(chosen, chosen.events))
        collection = standing(site, "events")
        path = addresses.here(site, addresses.calendar_path(collection.path))
        inputs = (site, collection, tuple(entries))
        yield Output(path=path, make=calendar_file, inputs=inputs, format=InChunks())


def plan_event_data(chosen: Selection) -> Iterator[Output]:
    """Events to come as data, and the schema of that."""
    site = chosen.site
    if not site.has_extras or not chosen.visible_events:
        return
    changes = [each.updated_at if each.is_listed else each.leaves_at for each in chosen.visible_events]
    members = {each.id: chosen.members(each) for each in chosen.events}
    others = {
        id_: tuple(member for member in group if member[1] != addresses.event_path(id_))
        for id_, group in members.items()
        if len(group) > 1
    }
    rows = Rows(items=tuple(chosen.events), translations=others, updated=max(changes))
    yield Output(path=addresses.EVENTS_JSON, make=events_json, inputs=(site, rows), format=InChunks())
    yield Output(path=addresses.EVENTS_SCHEMA, make=events_schema, inputs=(site,), format=Text())


def held_events(chosen: Selection, listed: list[BoardEvent]) -> Iterator[Held]:
    """Events with the identity of their original, which calendars know a translation by."""
    identities = {each.id: each.identity for each in chosen.visible_events}
    changed: dict[str, datetime] = {}
    for each in chosen.visible_events:
        if each.changed_at is not None:
            changed[each.group] = max(each.changed_at, changed.get(each.group, each.changed_at))
    return (
        Held(event=each, identity=identities.get(each.group, each.identity), changed=changed.get(each.group))
        for each in listed
    )


def held_sessions(chosen: Selection, listed: list[BoardEvent]) -> list[Held]:
    """Their sessions, each an entry of a calendar."""
    return [each for held in held_events(chosen, listed) for each in held.sessions]


def _extras(chosen: Selection, event: BoardEvent, names: Mapping[str, Link]) -> Extras:
    return Extras(
        names=tuple((id_, names[id_]) for id_ in events.people_of(event)),
        files=chosen.files_named(files_led_to(event)),
    )
