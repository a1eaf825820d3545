"""Cards: what a listing shows of one posting or news item, and nothing more.

Listings depend on cards, not on items, so that a change in a posting's text leaves them alone.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.model.parts.general import Place
from jobboard.model.posting import Workplace
from jobboard.outputs.addresses import href, posting_path
from jobboard.outputs.contacts.blanking import said_of, title_of
from jobboard.outputs.page.link import Link, language_label, organisation_links, other_language
from jobboard.outputs.page.script import Ageing, ageing_of
from jobboard.outputs.postings.deadline_changes import last_change
from jobboard.outputs.text import words
from jobboard.outputs.text.clocks import local, utc_text
from jobboard.outputs.text.words import When
from jobboard.source.catalogue import mark


class JobCard(Struct, frozen=True, kw_only=True):
    """One posting in a listing. There is no `deadline` if it is rolling.

    `through` says how it comes to the page of an organisation that it does not name: "Part of CEMR".
    `closes` is the instant it closes, `closing_soon` the one it begins to, empty if it is closed.
    """

    title: str
    href: str
    lang: str
    organisations: tuple[Link, ...]
    kind: str
    place: str
    status: str
    status_words: str
    deadline: When | None
    closed_on: When | None
    closes: str
    closing_soon: str
    ageing: Ageing | None
    language_words: str
    change: str = ""
    through: str = ""


def job_card(site: Site, posting: BoardPosting) -> JobCard:
    """What listings show of a posting, in the site's language."""
    content, is_closed = posting.content, posting.status.is_closed
    return JobCard(
        title=title_of(site, posting),
        href=href(site, posting_path(posting.id)),
        lang=other_language(site, posting.lang),
        organisations=organisation_links(site, posting.organisations),
        kind=site.say(words.POSTING_KINDS[content.kind]),
        place=said_of(site, posting, place_line(site, content.place, content.workplace, content.applicants_from)),
        status=posting.status,
        status_words=site.say(words.STATUSES[posting.status]),
        deadline=None if is_closed else words.deadline_words(content.deadline, posting.deadline_zone, site.lang),
        closed_on=words.day(closed_on(posting), site.lang) if is_closed else None,
        closes=utc_text(posting.life.closes_at),
        closing_soon="" if is_closed else utc_text(posting.life.closing_soon_at),
        ageing=ageing_of(
            content.deadline,
            posting.deadline_zone,
            site.lang,
            closes_early=posting.life.closed_early is not None or is_closed,
        ),
        language_words=language_label(site, posting.lang),
        change="" if is_closed else last_change(site, posting),
    )


def closed_on(posting: BoardPosting) -> date:
    """The first day it was no longer open, for an early closing; else its last day."""
    if posting.life.closed_early is None:
        return posting.life.last_day
    return local(posting.life.closes_at, posting.zone).date()


def place_line(
    site: Site, place: tuple[Place, ...], workplace: Workplace | None, applicants_from: tuple[str, ...]
) -> str:
    """Where the work is, on one line: "Brussels, Belgium · hybrid"."""
    places = [words.place_words(each, site.lang) for each in place]
    if workplace is Workplace.REMOTE:
        countries = ", ".join(words.country_words(code, site.lang) for code in applicants_from)
        remote = mark("remote, from %(countries)s") if places else mark("Remote, from %(countries)s")
        return " · ".join([*places, site.say(remote, countries=countries)])
    how = [site.say(words.WORKPLACES[workplace]).lower()] if workplace is Workplace.HYBRID else []
    return " · ".join([*places, *how])
