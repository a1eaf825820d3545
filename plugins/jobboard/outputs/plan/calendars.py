"""The part of the plan that is about calendars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from jobboard.board.board import Board, BoardPosting
from jobboard.board.order import chosen_for
from jobboard.board.timeline import leaves_calendars_at
from jobboard.engine.output import Output
from jobboard.model.former import other_ids
from jobboard.outputs import addresses
from jobboard.outputs.calendars.calendar import Subject
from jobboard.outputs.calendars.formats import ICalendar
from jobboard.outputs.events.calendar import Held
from jobboard.outputs.organisations.calendar import organisation_subject
from jobboard.outputs.plan.events import held_events
from jobboard.outputs.plan.selection import Selection, by_organisation
from jobboard.outputs.postings.calendar import Dated, deadlines_subject, has_deadline, posting_calendar
from jobboard.outputs.site.calendars import events_calendar


def plan_posting_calendars(chosen: Selection, dated: Mapping[str, Dated]) -> Iterator[Output]:
    """One file for each posting that has or had a deadline, in the words of its own language.

    At former addresses too: a subscriber's calendar does not follow a page that sends readers on.
    """
    format_ = ICalendar()
    for each in dated.values():
        inputs = (chosen.edition_of(each.posting), each)
        for id_ in (each.posting.id, *other_ids(each.posting)):
            yield Output(path=addresses.deadline_path(id_), make=posting_calendar, inputs=inputs, format=format_)


def plan_calendars(chosen: Selection, board: Board, dated: Mapping[str, Dated]) -> Iterator[Output]:
    """An edition's calendars: all open deadlines, and those of each organisation; at former addresses too."""
    if not chosen.site.has_extras:
        return
    shown = [each for each in chosen.by_deadline if not each.synopsis.is_rolling]
    shown += chosen_for((each for each in chosen.visible if _is_cancelled(each, board)), chosen.site)
    yield _calendar(chosen, addresses.DEADLINES, deadlines_subject(chosen.site), (dated[each.id] for each in shown))
    found = by_organisation(shown)
    held = {each.event.id: each for each in held_events(chosen, chosen.events)}
    events = by_organisation(chosen.events)
    for organisation in chosen.everyone:
        subject = organisation_subject(chosen.site, organisation)
        for id_ in (organisation.id, *other_ids(organisation.content)):
            path = addresses.organisation_calendar_path(id_)
            deadlines = [dated[each.id] for each in found.get(organisation.id, ())]
            yield _calendar(
                chosen, path, subject, deadlines, [held[each.id] for each in events.get(organisation.id, ())]
            )


def all_dated(chosen: Selection, board: Board) -> dict[str, Dated]:
    """What calendars must know of every posting that has or had a deadline, by id: the same for all editions.

    A translation is its original's deadline, and a change of one one of both. What is still to come does not count.
    """
    if not chosen.site.has_extras:
        return {}
    identities = {each.id: each.identity for each in chosen.visible}
    changed: dict[str, datetime] = {}
    for each in chosen.visible:
        come = [at for at in each.synopsis.changes if at <= board.now] if each.synopsis.changes else ()
        if come:
            changed[each.group] = max(come[-1], changed.get(each.group, come[-1]))
    return {
        each.id: Dated(
            posting=each, identity=identities.get(each.group, each.identity), changed=changed.get(each.group)
        )
        for each in chosen.visible
        if has_deadline(each)
    }


def _calendar(
    chosen: Selection, path: str, subject: Subject, items: Iterable[Dated], held: Iterable[Held] = ()
) -> Output:
    path = addresses.here(chosen.site, path)
    inputs = (chosen.site, subject, tuple(items), tuple(held))
    return Output(path=path, make=events_calendar, inputs=inputs, format=ICalendar())


def _is_cancelled(posting: BoardPosting, board: Board) -> bool:
    """True for thirty days after an early closing, if there was an open deadline to cancel."""
    leaves_at = leaves_calendars_at(posting, posting.life) if posting.status.is_closed else None
    return leaves_at is not None and board.now < leaves_at
