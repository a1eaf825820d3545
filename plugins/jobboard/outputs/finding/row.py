"""A posting as the filter in the browser knows it: what it is found by, and what its card says."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import TICK
from jobboard.board.synopsis import Pay
from jobboard.outputs.text.clocks import local


class FindRow(Struct, frozen=True, kw_only=True):
    """Values as authors write them, whatever the language; instants are UTC.

    `published` is a day in its own zone, `last_day` the last to apply, in that of the deadline.

    `group` is the id of the original, `languages` those asked for with their levels. `change` is what lists say of an
    open posting that was opened again or whose deadline was changed: `again`, `extended`, `forward`, or nothing.
    """

    id: str
    title: str
    lang: str
    group: str
    organisations: tuple[str, ...]
    kind: str
    places: tuple[tuple[str, str], ...]
    workplace: str
    applicants_from: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    contract: str
    permit: str
    pay: Pay | None
    closes: datetime
    soon: datetime
    deadline: datetime | None
    has_minute: bool
    last_day: date
    zone: str
    published: date
    change: str


def find_row(_: Site, posting: BoardPosting) -> FindRow:
    """What there is to say of an open posting. It asks the synopsis alone: no record is read for it."""
    synopsis, terms, life = posting.synopsis, posting.synopsis.terms, posting.life
    return FindRow(
        id=posting.id,
        title=terms.title,
        lang=posting.lang,
        group=posting.group,
        organisations=tuple(each.id for each in posting.organisations),
        kind=synopsis.kind,
        places=terms.places,
        workplace=synopsis.workplace,
        applicants_from=synopsis.applicants_from,
        languages=terms.languages,
        topics=tuple(each.id for each in posting.topics),
        contract=terms.contract,
        permit=terms.permit,
        pay=terms.pay,
        closes=life.closes_at,
        soon=life.closing_soon_at,
        deadline=terms.deadline,
        has_minute=terms.has_minute,
        last_day=local(life.closes_at - TICK, posting.deadline_zone).date(),
        zone=posting.deadline_zone,
        published=local(life.opens_at, posting.zone).date(),
        change=_change_of(posting),
    )


def _change_of(posting: BoardPosting) -> str:
    if posting.life.since > posting.life.opens_at:
        return "again"
    return {None: "", True: "extended", False: "forward"}[posting.synopsis.terms.was_extended]
