"""Cards: what a listing shows of one posting or news item, and nothing more.

Listings depend on cards, not on items, so that a change in a posting's text leaves them alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct

from jobboard.board.board import BoardNews, BoardOrganisation, BoardPosting
from jobboard.board.site import Site
from jobboard.model.addresses import host_words
from jobboard.model.parts import Place
from jobboard.model.posting import Workplace
from jobboard.outputs import words
from jobboard.outputs.addresses import href, link_here, news_path, organisation_path, posting_path
from jobboard.outputs.bodies import summary_of
from jobboard.outputs.clocks import local
from jobboard.outputs.contacts import said_of, title_of
from jobboard.outputs.deadline_changes import last_change
from jobboard.outputs.remembered import remembered
from jobboard.outputs.script import Ageing, ageing_of
from jobboard.outputs.words import When
from jobboard.source.catalogue import mark


class Link(Struct, frozen=True, kw_only=True):
    """A link with its words; `lang` only where they are in another language than the page."""

    text: str
    href: str
    lang: str = ""


class JobCard(Struct, frozen=True, kw_only=True):
    """One posting in a listing. `deadline` is None if it is rolling.

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


class NewsCard(Struct, frozen=True, kw_only=True):
    """One news item in a listing. `elsewhere` is the site that published it, if not ours; `through` as in a job's."""

    title: str
    href: str
    lang: str
    kind: str
    organisations: tuple[Link, ...]
    published: When
    summary: str
    language_words: str
    elsewhere: str
    through: str = ""


class JobFacts(Struct, frozen=True, eq=False):
    """A posting as lists know it: they depend on what a card says of it and not on the rest.

    A card is made only for a listing that must be expressed. Two with one digest are equal.
    """

    posting: BoardPosting
    digest: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, JobFacts) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


class NewsFacts(Struct, frozen=True, eq=False):
    """A news item as lists know it."""

    item: BoardNews
    digest: str


def job_facts(posting: BoardPosting) -> JobFacts:
    """What a card needs of a posting, by name."""
    organisations = "|".join([each.digest for each in posting.organisations])
    return JobFacts(posting, f"{posting.synopsis.card}|{posting.standing}|{organisations}")


def news_facts(item: BoardNews) -> NewsFacts:
    """What a card needs of a news item, by name."""
    return NewsFacts(item, "|".join([item.synopsis.card, *(each.digest for each in item.organisations)]))


@remembered(2048)
def job_card(facts: JobFacts, site: Site) -> JobCard:
    """What listings show of a posting, in the site's language."""
    posting = facts.posting
    content, is_closed = posting.content, posting.status.is_closed
    return JobCard(
        title=title_of(posting, site),
        href=href(site, posting_path(posting.id)),
        lang=other_language(posting.lang, site),
        organisations=organisation_links(posting.organisations, site),
        kind=site.say(words.KINDS[content.kind]),
        place=said_of(posting, place_line(content.place, content.workplace, content.applicants_from, site), site),
        status=posting.status,
        status_words=site.say(words.STATUSES[posting.status]),
        deadline=None if is_closed else words.deadline_words(content.deadline, posting.deadline_zone, site.lang),
        closed_on=words.day(closed_on(posting), site.lang) if is_closed else None,
        closes=machine_instant(posting.life.closes_at),
        closing_soon="" if is_closed else machine_instant(posting.life.closing_soon_at),
        ageing=ageing_of(
            content.deadline,
            posting.deadline_zone,
            site.lang,
            closes_early=posting.life.closed_early is not None or is_closed,
        ),
        language_words=language_label(posting.lang, site),
        change="" if is_closed else last_change(posting, site),
    )


def machine_instant(instant: datetime) -> str:
    """An instant (UTC) for the reader's clock: `2026-03-31T22:00:00Z`."""
    return instant.isoformat().replace("+00:00", "Z")


def news_card(facts: NewsFacts, site: Site) -> NewsCard:
    """What listings show of a news item, in the site's language."""
    item = facts.item
    return NewsCard(
        title=item.content.title,
        href=href(site, news_path(item.id)),
        lang=other_language(item.lang, site),
        kind=site.say(words.NEWS_KINDS[item.content.kind]),
        organisations=organisation_links(item.organisations, site),
        published=words.day_of(item.opens_at, item.zone, site.lang),
        summary=summary_of(item.content.summary, item.body),
        language_words=language_label(item.lang, site),
        elsewhere=host_words(item.content.link or "").removeprefix("www."),
    )


def organisation_links(organisations: Iterable[BoardOrganisation], site: Site) -> tuple[Link, ...]:
    """The short names of organisations, leading to their pages."""
    return tuple(
        Link(
            text=each.content.short_name or each.content.name,
            href=link_here(site, organisation_path(each.id)),
            lang=other_language(each.lang, site),
        )
        for each in organisations
    )


def other_language(lang: str, site: Site) -> str:
    """The language code, if it is not the page's own; else empty, so that no `lang` is written."""
    return "" if lang == site.lang else lang


def language_label(lang: str, site: Site) -> str:
    """ "in French", for an item in another language than the page."""
    return "" if lang == site.lang else words.in_language(lang, site.lang)


def closed_on(posting: BoardPosting) -> date:
    """The first day it was no longer open, for an early closing; else its last day."""
    if posting.life.closed_early is None:
        return posting.life.last_day
    return local(posting.life.closes_at, posting.zone).date()


def place_line(
    place: tuple[Place, ...], workplace: Workplace | None, applicants_from: tuple[str, ...], site: Site
) -> str:
    """Where the work is, on one line: "Brussels, Belgium · hybrid"."""
    places = [words.place_words(each, site.lang) for each in place]
    if workplace is Workplace.REMOTE:
        countries = ", ".join(words.country_words(code, site.lang) for code in applicants_from)
        remote = mark("remote, from %(countries)s") if places else mark("Remote, from %(countries)s")
        return " · ".join([*places, site.say(remote, countries=countries)])
    how = [site.say(words.WORKPLACES[workplace]).lower()] if workplace is Workplace.HYBRID else []
    return " · ".join([*places, *how])
