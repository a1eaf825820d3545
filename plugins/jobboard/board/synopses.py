"""Synopses of items that are changed: noted of their records, so that the next build need not look at them again."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jobboard.base.digest import digest_of
from jobboard.board.deadline_changes import deadline_changes
from jobboard.board.digests import files_digest, text_digest
from jobboard.board.files import named_files
from jobboard.board.history import dated_changes, steps_of
from jobboard.board.resolve import Reachable, links_of
from jobboard.board.site import Site
from jobboard.board.status import deadline_zone, to_zone
from jobboard.board.synopsis import NewsSynopsis, Pay, PostingSynopsis, Step, Terms, files_in
from jobboard.board.timing import Timed, zone_of
from jobboard.model.fields.hosts import host_in
from jobboard.model.library import Library
from jobboard.model.moments.moment import Moment
from jobboard.model.news import NewsItem, Quote
from jobboard.model.parts.closing import Rolling
from jobboard.model.parts.employment import Salary
from jobboard.model.parts.general import Author, Contact
from jobboard.model.posting import Posting


def posting_synopsis(timed: Timed, library: Library, reachable: Reachable, site: Site) -> PostingSynopsis:
    """The synopsis of a posting in its zone. Raises ValueError for one without a deadline."""
    posting, zone, lives = timed.posting, timed.zone, timed.lives
    if not lives:
        raise ValueError(f"{posting.path} has no deadline")
    body = library.documents[posting.path].body
    links = links_of(body, reachable)
    own = files_digest(posting, library.postings.get(posting.translation_of or ""), library), zone, repr(links)
    return PostingSynopsis(
        formerly=posting.formerly,
        original=posting.translation_of or "",
        own=digest_of("|".join(own).encode()),
        text=text_digest(posting.title, body),
        zone=zone,
        lang=posting.lang or site.lang,
        kind=posting.kind.value,
        organisations=posting.organisation,
        topics=posting.topics,
        named=tuple(named_files(posting)),
        changes=dated_changes(posting, zone),
        links=links,
        linked_files=files_in(links),
        people=_organisations_of(posting.contacts),
        lives=lives,
        deadline_zone=deadline_zone(posting, zone),
        is_rolling=isinstance(posting.deadline, Rolling),
        has_deadline=not isinstance(posting.deadline, Rolling) or bool(posting.deadline_was),
        told=tuple(
            Step(each.what.value, each.at, each.told_from)
            for each, *_ in steps_of(posting, lives, zone, deadline_zone(posting, zone))
        ),
        countries=tuple(dict.fromkeys(place.country for place in posting.place)),
        workplace=posting.workplace.value if posting.workplace else "",
        applicants_from=posting.applicants_from,
        apply_hosts=_apply_hosts(posting),
        terms=_terms_of(posting, zone),
    )


def _apply_hosts(posting: Posting) -> tuple[str, ...]:
    apply = posting.apply
    addresses = (*apply.email, *((apply.url,) if apply.url else ())) if apply else ()
    return tuple(dict.fromkeys(map(host_in, addresses)))


def _terms_of(posting: Posting, zone: str) -> Terms:
    changes = deadline_changes(posting, deadline_zone(posting, zone))
    deadline = posting.deadline if isinstance(posting.deadline, Moment) else None
    return Terms(
        title=posting.title,
        places=tuple((place.country, place.town_or_region) for place in posting.place),
        contract=posting.contract.type.value if posting.contract and posting.contract.type else "",
        pay=_pay_of(posting.salary) if posting.salary else None,
        languages=tuple((code, level.value if level else "") for code, level in posting.languages),
        permit=posting.eligibility.permit.value if posting.eligibility and posting.eligibility.permit else "",
        has_minute=deadline is not None and deadline.time is not None,
        deadline=deadline.ends_at(to_zone(deadline_zone(posting, zone))) if deadline else None,
        was_extended=changes[-1].is_extension if changes else None,
    )


def _pay_of(salary: Salary) -> Pay | None:
    """Its figures; None of pay that is told in words alone."""
    low, high = (each if salary.amount is None else salary.amount for each in (salary.min, salary.max))
    if (low is None and high is None) or salary.currency is None or salary.per is None:
        return None
    return Pay(_float(low), _float(high), salary.currency, salary.per.value)


def _float(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)


def news_synopsis(item: NewsItem, library: Library, reachable: Reachable, site: Site) -> NewsSynopsis:
    """The synopsis of a news item in its zone."""
    zone, body = zone_of(item, library.organisations, site), library.documents[item.path].body
    links = links_of(body, reachable)
    own = f"{files_digest(item, library.news.get(item.translation_of or ''), library)} {zone} {links!r}"
    opens_at = item.published.starts_at(to_zone(zone))
    return NewsSynopsis(
        formerly=item.formerly,
        original=item.translation_of or "",
        own=digest_of(own.encode()),
        text=text_digest(item.title, body),
        zone=zone,
        lang=item.lang or site.lang,
        kind=item.kind.value,
        organisations=item.organisations,
        topics=item.topics,
        named=tuple(named_files(item)),
        changes=(item.updated.starts_at(to_zone(zone)),) if item.updated else (),
        links=links,
        linked_files=files_in(links),
        people=_organisations_of((*item.authors, *item.quotes, *item.contacts)),
        is_draft=item.status is not None,
        opens_at=opens_at,
        leaves_at=item.expires.ends_at(to_zone(zone)) if item.expires else None,
        year=opens_at.astimezone(to_zone(zone)).year,
        related=item.related,
    )


def _organisations_of(people: Iterable[Author | Quote | Contact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.organisation for each in people if each.organisation))
