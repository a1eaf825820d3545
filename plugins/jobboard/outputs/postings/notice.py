"""The notice above a posting that is closed: why, since when, and where to go on."""

from __future__ import annotations

from msgspec import Struct

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import Status
from jobboard.outputs.addresses import CLOSED_JOBS, JOBS, closed_path, facet_path, link_here
from jobboard.outputs.contacts.blanking import blanked
from jobboard.outputs.page.link import Link, other_language
from jobboard.outputs.postings.card import closed_on
from jobboard.outputs.postings.introduced import postings_of
from jobboard.outputs.text import words
from jobboard.outputs.text.words import When
from jobboard.source.catalogue import mark


class Notice(Struct, frozen=True, kw_only=True):
    """What stands above a posting that is not open any more, with ways on."""

    heading: str
    closed_on: When
    note: str
    lang: str
    links: tuple[Link, ...]


_CLOSED = {
    Status.CLOSED: mark("This posting is closed"),
    Status.FILLED: mark("This position has been filled"),
    Status.WITHDRAWN: mark("This posting was withdrawn"),
}


def notice_of(site: Site, posting: BoardPosting) -> Notice:
    """The notice of a closed posting. Of one still open it tells no reason: that is not known before its day."""
    is_explained = posting.life.closed_early and posting.status.is_closed and posting.status is not Status.ARCHIVED
    closed = posting.content.closed if is_explained and posting.life is posting.lives[-1] else None
    return Notice(
        heading=site.say(_CLOSED.get(posting.status, _CLOSED[Status.CLOSED])),
        closed_on=words.day(closed_on(posting), site.lang),
        note=blanked(site, closed.note or "") if closed else "",
        lang=other_language(site, posting.lang),
        links=(
            *(postings_of(site, each) for each in posting.organisations),
            *topics_open(site, posting),
            *([Link(text=site.say("Open postings like this one"), href="#like")] if site.has_extras else []),
            Link(text=site.say("All open postings"), href=link_here(site, JOBS)),
            _archive(site, posting),
        ),
    )


def topics_open(site: Site, posting: BoardPosting) -> tuple[Link, ...]:
    """The lists of open postings on its topics, where the site has them."""
    return tuple(
        Link(
            text=site.say("Open postings on %(topic)s", topic=topic.name_in(site.lang, site.main)),
            href=link_here(site, facet_path("topic", topic.id)),
        )
        for topic in (posting.topics if site.has_extras else ())
    )


def _archive(site: Site, posting: BoardPosting) -> Link:
    """The postings that closed in the same year. An open one may be the first of its year, and is not there yet."""
    if not posting.status.is_closed:
        return Link(text=site.say("Closed jobs"), href=link_here(site, CLOSED_JOBS))
    year = posting.life.last_day.year
    return Link(text=site.say("Postings that closed in %(year)s", year=year), href=link_here(site, closed_path(year)))
