"""Cards: what a listing shows of one posting or news item, and nothing more.

Listings depend on cards, not on items, so that a change in a posting's text leaves them alone.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import urlsplit

from jobboard.board.board import BoardNews, BoardOrganisation, BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import Status, to_zone
from jobboard.model.closing import Rolling
from jobboard.model.moment import Moment
from jobboard.model.parts import Place
from jobboard.model.posting import PostingKind, Workplace
from jobboard.outputs import words
from jobboard.outputs.addresses import href, news_path, organisation_path, posting_path
from jobboard.outputs.bodies import summary_of
from jobboard.outputs.planned import digest_of_fields
from jobboard.outputs.words import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link with its words; `lang` only where they are in another language than the page."""

    text: str
    href: str
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobCard:
    """One posting in a listing. `closes` is the instant it closes; `deadline` is None if it is rolling."""

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
    language_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsCard:
    """One news item in a listing. `elsewhere` is the site that published it, if not ours."""

    title: str
    href: str
    lang: str
    kind: str
    organisations: tuple[Link, ...]
    published: When
    summary: str
    language_words: str
    elsewhere: str
    digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", digest_of_fields(self))


@dataclass(frozen=True, slots=True, eq=False)
class JobFacts:
    """All that a card says of a posting, before it is put into words.

    Listings depend on these and not on the posting. Making them is cheap; a card is made only for a listing that
    must be expressed. Two with one digest are equal.
    """

    id: str
    title: str
    lang: str
    organisations: tuple[tuple[str, str, str], ...]
    kind: PostingKind
    place: tuple[Place, ...]
    workplace: Workplace | None
    applicants_from: tuple[str, ...]
    status: Status
    deadline: Moment | Rolling | None
    deadline_zone: str
    closes_at: datetime
    closed_on: date
    digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", digest_of_fields(self))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, JobFacts) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


def job_facts(posting: BoardPosting) -> JobFacts:
    """What a card needs of a posting, and no more."""
    content = posting.content
    return JobFacts(
        posting.id,
        content.title,
        posting.lang,
        tuple((each.id, each.content.short_name or each.content.name, each.lang) for each in posting.organisations),
        content.kind,
        content.place,
        content.workplace,
        content.applicants_from,
        posting.status,
        content.deadline,
        posting.deadline_zone,
        posting.life.closes_at,
        closed_on(posting),
    )


@functools.lru_cache(maxsize=16384)
def job_card(facts: JobFacts, site: Site) -> JobCard:
    """What listings show of a posting, in the site's language."""
    is_closed = facts.status.is_closed
    return JobCard(
        title=facts.title,
        href=href(site, posting_path(facts.id)),
        lang=other_language(facts.lang, site),
        organisations=tuple(
            Link(text=name, href=href(site, organisation_path(id_)), lang=other_language(lang, site))
            for id_, name, lang in facts.organisations
        ),
        kind=words.KINDS[facts.kind],
        place=place_line(facts.place, facts.workplace, facts.applicants_from, site.lang),
        status=facts.status,
        status_words=words.STATUSES[facts.status],
        deadline=None if is_closed else words.deadline_words(facts.deadline, facts.deadline_zone, site.lang),
        closed_on=words.day(facts.closed_on, site.lang) if is_closed else None,
        closes=machine_instant(facts.closes_at),
        language_words=language_label(facts.lang, site),
    )


def machine_instant(instant: datetime) -> str:
    """An instant (UTC) for the reader's clock: `2026-03-31T22:00:00Z`."""
    return instant.isoformat().replace("+00:00", "Z")


def news_card(item: BoardNews, site: Site) -> NewsCard:
    """What listings show of a news item."""
    return NewsCard(
        title=item.content.title,
        href=href(site, news_path(item.id)),
        lang=other_language(item.lang, site),
        kind=words.NEWS_KINDS[item.content.kind],
        organisations=organisation_links(item.organisations, site),
        published=words.day_of(item.opens_at, item.zone, site.lang),
        summary=summary_of(item.content.summary, item.body),
        language_words=language_label(item.lang, site),
        elsewhere=(urlsplit(item.content.link or "").hostname or "").removeprefix("www."),
    )


def organisation_links(organisations: Iterable[BoardOrganisation], site: Site) -> tuple[Link, ...]:
    """The short names of organisations, leading to their pages."""
    return tuple(
        Link(
            text=each.content.short_name or each.content.name,
            href=href(site, organisation_path(each.id)),
            lang=other_language(each.lang, site),
        )
        for each in organisations
    )


def other_language(lang: str, site: Site) -> str:
    """The language code, if it is not the page's own; else empty, so that no `lang` is written."""
    return "" if lang == site.lang else lang


def language_label(lang: str, site: Site) -> str:
    """ "in French", for an item in another language than the page."""
    return "" if lang == site.lang else f"in {words.language_words(lang, site.lang)}"


def closed_on(posting: BoardPosting) -> date:
    """The first day it was no longer open, for an early closing; else its last day."""
    if posting.life.closed_early is None:
        return posting.life.last_day
    return posting.life.closes_at.astimezone(to_zone(posting.zone)).date()


def place_line(
    place: tuple[Place, ...], workplace: Workplace | None, applicants_from: tuple[str, ...], lang: str
) -> str:
    """Where the work is, on one line: "Brussels, Belgium · hybrid"."""
    places = [words.place_words(each, lang) for each in place]
    if workplace is Workplace.REMOTE:
        countries = ", ".join(words.country_words(code, lang) for code in applicants_from)
        return " · ".join([*places, f"{'remote' if places else 'Remote'}, from {countries}"])
    how = [words.WORKPLACES[workplace].lower()] if workplace is Workplace.HYBRID else []
    return " · ".join([*places, *how])
