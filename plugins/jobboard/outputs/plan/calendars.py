"""The part of the plan that is about calendars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from jobboard.board.board import Board, BoardPosting
from jobboard.board.changes.timeline import leaves_calendars_at
from jobboard.board.order import chosen_for
from jobboard.engine.output import InChunks, Output
from jobboard.model.former import other_ids
from jobboard.outputs import addresses
from jobboard.outputs.calendars.entry import CalendarEntry
from jobboard.outputs.calendars.formats import ICalendar, calendar_file
from jobboard.outputs.events.calendar import entry_of
from jobboard.outputs.page.collection import Collection, of_organisation, standing
from jobboard.outputs.page.made import Made
from jobboard.outputs.plan.events import held_sessions
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.postings.calendar import Dated, deadline_of, has_deadline, posting_calendar


def plan_posting_calendars(chosen: Selection, dated: Mapping[str, Dated]) -> Iterator[Output]:
    """One file for each posting that has or had a deadline, in the words of its own language.

    At former addresses too: a subscriber's calendar does not follow a page that sends readers on.
    """
    format_ = ICalendar()
    for each in dated.values() if chosen.site.has_item_calendars else ():
        inputs = (chosen.edition_of(each.posting), each)
        for id_ in (each.posting.id, *other_ids(each.posting)):
            yield Output(path=addresses.deadline_path(id_), make=posting_calendar, inputs=inputs, format=format_)


def plan_calendars(chosen: Selection, board: Board, dated: Mapping[str, Dated]) -> Iterator[Output]:
    """An edition's calendars: all open deadlines, and those of each organisation; at former addresses too."""
    if not chosen.site.has_extras:
        return
    shown = [each for each in chosen.by_deadline if not each.synopsis.is_rolling]
    shown += chosen_for((each for each in chosen.postings if _is_cancelled(each, board)), chosen.site)
    deadlines = chosen.making(deadline_of, chosen.site, [dated[each.id] for each in shown])
    held = held_sessions(chosen, chosen.events)
    sessions = chosen.making(entry_of, chosen.site, held)
    timed: dict[tuple[str, str], list[tuple[datetime, Made[CalendarEntry]]]] = {}
    for each, entry in zip(shown, deadlines, strict=True):
        timed[each.folder, each.id] = [(each.life.closes_at, entry)]
    for session, entry in zip(held, sessions, strict=True):
        timed.setdefault((session.event.folder, session.event.id), []).append((session.slot.starts_at, entry))
    yield from _calendar(chosen, standing(chosen.site, "deadlines"), deadlines)
    found, events = chosen.grouping.dealt(shown), chosen.listed["events"]
    for organisation in chosen.organisations:
        collection = of_organisation(chosen.site, organisation)
        items = (*found.get(collection.path, ()), *events.get(collection.path, ()))
        own = sorted((each for item in items for each in timed[item.folder, item.id]), key=lambda each: each[0])
        yield from _calendar(chosen, collection, (entry for _, entry in own))


def all_dated(chosen: Selection, board: Board) -> dict[str, Dated]:
    """What calendars must know of every posting that has or had a deadline, by id: the same for all editions.

    A translation is its original's deadline, and a change of one one of both. What is still to come does not count.
    """
    if not chosen.site.has_extras:
        return {}
    identities = {each.id: each.identity for each in chosen.postings}
    changed: dict[str, datetime] = {}
    for each in chosen.postings:
        come = [at for at in each.synopsis.changes if at <= board.now] if each.synopsis.changes else ()
        if come:
            changed[each.group] = max(come[-1], changed.get(each.group, come[-1]))
    return {
        each.id: Dated(
            posting=each, identity=identities.get(each.group, each.identity), changed=changed.get(each.group)
        )
        for each in chosen.postings
        if has_deadline(each)
    }


def _calendar(chosen: Selection, collection: Collection, entries: Iterable[Made[CalendarEntry]]) -> Iterator[Output]:
    """The calendar of a collection at its address, and at those it had before."""
    inputs = (chosen.site, collection, tuple(entries))
    for path in collection.paths:
        address = addresses.here(chosen.site, addresses.calendar_path(path))
        yield Output(path=address, make=calendar_file, inputs=inputs, format=InChunks())


def _is_cancelled(posting: BoardPosting, board: Board) -> bool:
    """True for thirty days after an early closing, if there was an open deadline to cancel."""
    leaves_at = leaves_calendars_at(posting, posting.life) if posting.status.is_closed else None
    return leaves_at is not None and board.now < leaves_at
