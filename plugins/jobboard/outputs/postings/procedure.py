"""The dates of a procedure: a test, interviews, the first day, in the order their author gives."""

from __future__ import annotations

from msgspec import Struct

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.model.moments.moment import Moment, NotAMomentError, parse_moment
from jobboard.model.parts.general import KeyDate
from jobboard.outputs.contacts.blanking import link_without_contacts, said_of
from jobboard.outputs.page.link import other_language
from jobboard.outputs.text import words
from jobboard.outputs.text.clocks import utc_text


class ProcedureDate(Struct, frozen=True, kw_only=True):
    """One date: `what` in the language `lang`, and when, in words.

    Where the author wrote a day or a minute `datetime` is the same for machines and `over` the instant (UTC) from which
    it is past; both are empty for words like "second half of March", of which nobody can say that.
    """

    what: str
    when: str
    datetime: str
    over: str
    href: str
    lang: str
    when_lang: str


def procedure_of(site: Site, posting: BoardPosting) -> tuple[ProcedureDate, ...]:
    """The dates of a posting; those of a closed one without contact data."""
    return tuple(_date(site, posting, each) for each in posting.content.dates)


def _date(site: Site, posting: BoardPosting, date: KeyDate) -> ProcedureDate:
    own, moment = other_language(site, posting.lang), _moment(date.when)
    when = words.moment_words(moment, posting.zone, site.lang) if moment else None
    address = date.url or ""
    return ProcedureDate(
        what=said_of(site, posting, date.what),
        when=when.text if when else said_of(site, posting, date.when),
        datetime=when.datetime if when else "",
        over=utc_text(moment.ends_at(to_zone(posting.zone))) if moment else "",
        href=link_without_contacts(address) if address and posting.status.is_closed else address,
        lang=own,
        when_lang="" if when else own,
    )


def _moment(text: str) -> Moment | None:
    try:
        return parse_moment(text)
    except NotAMomentError:
        return None
