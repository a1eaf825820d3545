"""Feeds: their views. What a feed of postings and news says, before it is RSS or Atom.

Ids are made of the item's identity and never of its address, title or date, so no edit makes an item appear twice.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from html import escape

from msgspec import Struct

from jobboard.board.board import BoardEvent, BoardNews, BoardPosting
from jobboard.board.site import Site
from jobboard.outputs import words
from jobboard.outputs.addresses import (
    SUBSCRIBE,
    absolute,
    event_path,
    feed_path,
    here,
    identifier,
    news_path,
    posting_path,
)
from jobboard.outputs.bodies import html_elsewhere, in_direction, summary_of
from jobboard.outputs.clocks import clock
from jobboard.outputs.event_words import KINDS, announced_title, occasion, summary_of_event
from jobboard.outputs.feed_entry import Category, Entry, JobDetails
from jobboard.outputs.remembered import remembered
from jobboard.source.direction import isolated


class FeedView(Struct, frozen=True, kw_only=True):
    """The view of a feed. `home` is the page that lists the same, `address` the feed's own, `about` explains feeds."""

    id: str
    title: str
    description: str
    home: str
    address: str
    about: str
    lang: str
    updated: datetime
    entries: tuple[Entry, ...]


class Channel(Struct, frozen=True, kw_only=True):
    """What a feed is, whatever is in it; `scope` is its path below /feeds/, `home` that of its page.

    `name` is what it is called where the site is known, `title` where it is not: in a reader. `formerly` are its
    paths before it was renamed, oldest first; the first it ever had is its identity.
    """

    scope: str
    name: str
    title: str
    description: str
    home: str
    formerly: tuple[str, ...] = ()


class FeedItem(Struct, frozen=True, eq=False):
    """An item that feeds hold, the same object for all the feeds of a build, so that its entry is made once.

    `id`, `published` and `updated` are those of its translation group, so that a text that comes later in the reader's
    language takes the place of the one before it and is no second item. The dates are on the clocks of the zone that
    its page is dated in, so that the day in a feed is the day on the page.
    """

    item: BoardPosting | BoardNews | BoardEvent
    id: str
    published: datetime
    updated: datetime
    digest: str


def feed_item(
    item: BoardPosting | BoardNews | BoardEvent, id_: str, published: datetime, updated: datetime
) -> FeedItem:
    """An item as feeds hold it, known as `id_`."""
    updated = told_apart(max(updated, published), id_)
    return FeedItem(item, id_, published, updated, f"{item.digest} {id_} {published} {updated}")


def entry_id(site: Site, item: BoardPosting | BoardNews | BoardEvent, identity: str) -> str:
    """What subscribers know an item by, for ever; `identity` is that of its translation group."""
    kind = "job" if isinstance(item, BoardPosting) else "event" if isinstance(item, BoardEvent) else "news"
    return identifier(site, kind, identity)


def feed_view(site: Site, channel: Channel, extension: str, updated: datetime, items: tuple[FeedItem, ...]) -> FeedView:
    """A feed of listed items, most recently published first."""
    return view_of(site, channel, extension, updated, tuple(_entry(site, each) for each in items))


def view_of(site: Site, channel: Channel, extension: str, updated: datetime, entries: tuple[Entry, ...]) -> FeedView:
    """A feed of entries, dated (UTC) by the newest of them, or by `updated` if that is later."""
    return FeedView(
        id=identifier(site, "feed", here(site, (*channel.formerly, channel.scope)[0])),
        title=channel.title,
        description=channel.description,
        home=absolute(site, here(site, channel.home)),
        address=absolute(site, here(site, feed_path(channel.scope, extension))),
        about=absolute(site, here(site, SUBSCRIBE)),
        lang=site.lang,
        updated=max([updated, *(entry.updated for entry in entries)]).astimezone(UTC),
        entries=entries,
    )


def told_apart(instant: datetime, id_: str) -> datetime:
    """The instant with a fraction of a second made of the id, the same for ever.

    Items dated by the day would share their instant, and readers that tell entries apart by `updated` would
    drop one of two; the W3C validator warns of it.
    """
    fraction = int.from_bytes(hashlib.blake2b(id_.encode(), digest_size=4).digest(), "big") % 1_000_000
    return instant + timedelta(microseconds=fraction)


@remembered(1024)
def _entry(site: Site, each: FeedItem) -> Entry:
    item = each.item
    if isinstance(item, BoardPosting):
        return _job_entry(site, item, each)
    return _event_entry(site, item, each) if isinstance(item, BoardEvent) else _news_entry(site, item, each)


def _job_entry(site: Site, posting: BoardPosting, known_as: FeedItem) -> Entry:
    content = posting.content
    path = posting_path(posting.id)
    deadline = words.deadline_words(posting.content.deadline, posting.deadline_zone, site.lang, weekday=True)
    employers = words.list_words((each.content.name for each in posting.organisations), site.lang)
    apply_by = (
        site.say("Apply by %(deadline)s.", deadline=deadline.text)
        if deadline
        else site.say("No fixed deadline: applications are read as they arrive.")
    )
    valid_through = clock(posting.life.closes_at, posting.deadline_zone)
    countries = dict.fromkeys(place.country for place in content.place)
    return Entry(
        id=known_as.id,
        title=content.title,
        href=absolute(site, path),
        published=known_as.published,
        updated=known_as.updated,
        summary=f"{employers}. {apply_by} {isolated(summary_of(content.summary, posting.body), site.lang)}".strip(),
        html=in_direction(html_elsewhere(posting.body, posting.links, site, path), posting.lang),
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
        summary_lang=site.lang,
        valid=valid_until(valid_through) if deadline else "",
        job=JobDetails(
            id=known_as.id,
            valid_through=valid_through,
            employment_type=tuple(each.value for each in content.employment),
            location=tuple((place.city, place.country) for place in content.place),
            apply_url=(content.apply.url if content.apply else "") or "",
        ),
    )


def valid_until(instant: str) -> str:
    """An instant (W3C-DTF) as the end of a DCMI period, for `dcterms:valid`."""
    return f"end={instant}; scheme=W3C-DTF;"


def _news_entry(site: Site, item: BoardNews, known_as: FeedItem) -> Entry:
    content = item.content
    path = news_path(item.id)
    return Entry(
        id=known_as.id,
        title=content.title,
        href=absolute(site, path),
        published=known_as.published,
        updated=known_as.updated,
        summary=summary_of(content.summary, item.body) or content.title,
        html=in_direction(html_elsewhere(item.body, item.links, site, path), item.lang),
        authors=tuple(author.name for author in content.authors)
        or tuple(each.content.name for each in item.organisations),
        categories=(
            Category(
                term=content.kind, label=site.say(words.NEWS_KINDS[content.kind]), scheme=absolute(site, "news/kind/")
            ),
            *_topics(site, item),
        ),
        lang=item.lang,
        summary_lang=item.lang,
        valid="",
    )


def _event_entry(site: Site, item: BoardEvent, known_as: FeedItem) -> Entry:
    path, kind = event_path(item.id), site.say(KINDS[item.content.kind])
    body = html_elsewhere(item.body, item.links, site, path)
    return Entry(
        id=known_as.id,
        title=announced_title(item, site),
        href=absolute(site, path),
        published=known_as.published,
        updated=known_as.updated,
        summary=f"{occasion(item, site)} {isolated(summary_of_event(item, site), site.lang)}".strip(),
        html="\n".join(
            (in_direction(f"<p>{escape(occasion(item, site))}</p>", site.lang), in_direction(body, item.lang))
        ),
        authors=tuple(each.content.name for each in item.organisations),
        categories=(
            Category(term=item.content.kind, label=kind, scheme=absolute(site, "events/kind/")),
            *_topics(site, item),
        ),
        lang=item.lang,
        summary_lang=site.lang,
        valid="",
    )


def _topics(site: Site, item: BoardPosting | BoardNews | BoardEvent) -> tuple[Category, ...]:
    return tuple(
        Category(term=topic.id, label=topic.name_in(site.lang, site.main), scheme=absolute(site, "jobs/topic/"))
        for topic in item.topics
    )
