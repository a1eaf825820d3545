"""Feeds: their views. What a feed of postings and news says, before it is RSS or Atom.

Ids are made of the item's identity and never of its address, title or date, so no edit makes an item appear twice.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from jobboard.board.board import BoardNews, BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.outputs import words
from jobboard.outputs.addresses import absolute, feed_path, here, identifier, news_path, posting_path
from jobboard.outputs.bodies import body_html, summary_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A term with its scheme: a kind, topic or country."""

    term: str
    label: str
    scheme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed. `valid` is the deadline for machines (dcterms:valid), empty where there is none."""

    id: str
    title: str
    href: str
    published: datetime
    updated: datetime
    summary: str
    html: str
    authors: tuple[str, ...]
    categories: tuple[Category, ...]
    lang: str
    valid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """The view of a feed. `home` is the page that lists the same, `address` the feed's own."""

    id: str
    title: str
    description: str
    home: str
    address: str
    lang: str
    updated: datetime
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What a feed is, whatever is in it; `scope` is its path below /feeds/, `home` that of its page."""

    scope: str
    title: str
    description: str
    home: str


def feed_view(
    site: Site, channel: Channel, extension: str, updated: datetime, items: tuple[BoardPosting | BoardNews, ...]
) -> FeedView:
    """A feed of listed items, most recently published first."""
    entries = tuple(
        _job_entry(site, item) if isinstance(item, BoardPosting) else _news_entry(site, item) for item in items
    )
    return FeedView(
        id=identifier(site, "feed", here(site, channel.scope)),
        title=channel.title,
        description=channel.description,
        home=absolute(site, here(site, channel.home)),
        address=absolute(site, here(site, feed_path(channel.scope, extension))),
        lang=site.lang,
        updated=max([updated, *(entry.updated for entry in entries)]),
        entries=entries,
    )


def told_apart(instant: datetime, id_: str) -> datetime:
    """The instant with a fraction of a second made of the id, the same for ever.

    Items dated by the day would share their instant, and readers that tell entries apart by `updated` would
    drop one of two; the W3C validator warns of it.
    """
    fraction = int.from_bytes(hashlib.blake2b(id_.encode(), digest_size=4).digest(), "big") % 1_000_000
    return instant + timedelta(microseconds=fraction)


def _job_entry(site: Site, posting: BoardPosting) -> Entry:
    content = posting.content
    path = posting_path(posting.id)
    deadline = words.deadline_words(posting.content.deadline, posting.deadline_zone, site.lang, weekday=True)
    employers = words.list_words((each.content.name for each in posting.organisations), site.lang)
    apply_by = (
        site.say("Apply by %(deadline)s.", deadline=deadline.text)
        if deadline
        else site.say("No fixed deadline: applications are read as they arrive.")
    )
    countries = dict.fromkeys(place.country for place in content.place)
    return Entry(
        id=identifier(site, "job", posting.identity),
        title=content.title,
        href=absolute(site, path),
        published=posting.life.opens_at,
        updated=told_apart(posting.updated_at, identifier(site, "job", posting.identity)),
        summary=f"{employers}. {apply_by} {summary_of(content.summary, posting.body)}".strip(),
        html=body_html(posting.body, posting.links, site, path),
        authors=tuple(each.content.name for each in posting.organisations),
        categories=(
            Category(term=content.kind, label=site.say(words.KINDS[content.kind]), scheme=absolute(site, "jobs/kind/")),
            *_topics(site, posting),
            *(
                Category(term=code, label=words.country_words(code, site.lang), scheme=absolute(site, "jobs/country/"))
                for code in countries
            ),
        ),
        lang=posting.lang,
        valid=f"end={posting.life.closes_at.astimezone(to_zone(posting.deadline_zone)).isoformat()}; scheme=W3C-DTF;"
        if deadline
        else "",
    )


def _news_entry(site: Site, item: BoardNews) -> Entry:
    content = item.content
    path = news_path(item.id)
    return Entry(
        id=identifier(site, "news", item.identity),
        title=content.title,
        href=absolute(site, path),
        published=item.opens_at,
        updated=told_apart(item.updated_at, identifier(site, "news", item.identity)),
        summary=summary_of(content.summary, item.body) or content.title,
        html=body_html(item.body, item.links, site, path),
        authors=tuple(author.name for author in content.authors)
        or tuple(each.content.name for each in item.organisations),
        categories=(
            Category(
                term=content.kind, label=site.say(words.NEWS_KINDS[content.kind]), scheme=absolute(site, "news/kind/")
            ),
            *_topics(site, item),
        ),
        lang=item.lang,
        valid="",
    )


def _topics(site: Site, item: BoardPosting | BoardNews) -> tuple[Category, ...]:
    return tuple(
        Category(term=topic.id, label=topic.name_in(site.lang, site.main), scheme=absolute(site, "jobs/topic/"))
        for topic in item.topics
    )
