"""Lists of news: all of it, by kind, by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.outputs.addresses import NEWS, NEWS_BY_KIND, NEWS_BY_YEAR, link_here, news_kind_path, news_year_path
from jobboard.outputs.news.card import NewsCard
from jobboard.outputs.page.browse import Folder, Way
from jobboard.outputs.page.collection import Collection, standing
from jobboard.outputs.page.follow import Follow
from jobboard.outputs.page.frame import Head
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.listing import Listing, Pages, Slice, follow_of_list, head_of_list, pages_of
from jobboard.outputs.page.made import Made
from jobboard.outputs.page.menus import Ways, ways_of
from jobboard.outputs.page.trail import Crumb
from jobboard.source.catalogue import mark, mark_as

_KINDS = {
    "news": (mark_as("list", "News"), mark("What has happened, without the press releases.")),
    "press-release": (mark_as("list", "Press releases"), mark("What our organisations tell the press.")),
    "opinion": (mark_as("list", "Opinions"), mark("What people in our organisations think.")),
    "report": (mark_as("list", "Reports"), mark("What our organisations have found out.")),
}


_FOLDERS = {
    NEWS_BY_KIND: (mark("Kind"), mark("News by kind")),
    NEWS_BY_YEAR: (mark("Year"), mark("News by year")),
}
"""By what there are lists, and what is at the address above those."""


class NewsListPage(Struct, frozen=True, kw_only=True):
    """The view of one page of a list. `groups` are cards under their year, `ways` other lists, under their terms."""

    template: ClassVar = "news_list.html"
    head: Head
    heading: str
    groups: tuple[tuple[str, tuple[NewsCard, ...]], ...]
    pages: Pages | None
    ways: Ways
    follow: Follow | None


_Found = tuple[tuple[str, ...], tuple[int, ...]]
"""The kinds and the years of which there is news: what a list leads on to."""

NOTHING: _Found = ((), ())


def listings(site: Site, found: _Found, listed: Iterable[BoardNews]) -> Iterator[tuple[Listing, list[BoardNews]]]:
    """Every list with its items, newest first: all, then kinds, then years.

    `found` counts news that has left the lists, too: an address once given stays, be it an empty list.
    """
    everything = news_listing(
        site, NEWS, site.say("News"), site.say("Press releases and news of %(site)s.", site=site.name)
    )
    by_kind: dict[str, list[BoardNews]] = {}
    by_year: dict[int, list[BoardNews]] = {}
    items = list(listed)
    for item in items:
        by_kind.setdefault(item.synopsis.kind, []).append(item)
        by_year.setdefault(item.synopsis.year, []).append(item)
    yield everything, items
    for kind in found[0]:
        title, description = _KINDS[kind]
        yield (
            _below(
                site, NEWS_BY_KIND, news_listing(site, news_kind_path(kind), site.say(title), site.say(description))
            ),
            by_kind.get(kind, []),
        )
    for year in found[1]:
        title = site.say("News of %(year)s", year=year)
        description = site.say("%(what)s on %(site)s.", what=title, site=site.name)
        listing = news_listing(site, news_year_path(year), title, description)
        yield replace(_below(site, NEWS_BY_YEAR, listing), called=str(year)), by_year.get(year, [])


def _below(site: Site, folder: str, listing: Listing) -> Listing:
    return replace(listing, within=(Crumb(path=folder, name=site.say(_FOLDERS[folder][0])),))


def folders(site: Site, lists: Iterable[tuple[Listing, list[BoardNews]]]) -> Iterator[tuple[Folder, tuple[Way, ...]]]:
    """What these lists are below, with those on which there is something."""
    found = [(each, len(items)) for each, items in lists]
    for path, (term, title) in _FOLDERS.items():
        below = [(each, number) for each, number in found if each.path.startswith(path)]
        folder = Folder(
            path=path,
            term=site.say(term),
            title=site.say(title),
            description=site.say("Press releases and news of %(site)s.", site=site.name),
            section=NEWS,
            empty=site.say("There is no news here yet."),
        )
        values = tuple(
            (each.called or each.title, link_here(site, each.path), number) for each, number in below if number
        )
        if below:
            yield folder, ((folder.term, values),) if values else ()


def news_listing(
    site: Site,
    path: str,
    title: str,
    description: str,
    section: str = NEWS,
    collection: Collection | None = None,
) -> Listing:
    """A list of news; it announces the feed of all news if no other is nearer."""
    return Listing(
        path=path,
        title=title,
        description=description,
        section=section,
        collection=collection or standing(site, "news"),
        is_archive=True,
    )


def found_in(items: Iterable[BoardNews]) -> _Found:
    """The kinds in the order of the list of kinds, the years newest first."""
    pairs = {(item.synopsis.kind, item.synopsis.year) for item in items}
    kinds, years = {kind for kind, _ in pairs}, {year for _, year in pairs}
    return tuple(kind for kind in _KINDS if kind in kinds), tuple(sorted(years, reverse=True))


def news_list_page(
    site: Site, listing: Listing, part: Slice, cards: tuple[Made[NewsCard], ...], found: _Found
) -> NewsListPage:
    """One page of a list. `found` is NOTHING for all but the newest: only that one leads on to other lists."""
    shown = [each.value for each in cards]
    return NewsListPage(
        head=head_of_list(site, listing, part, shown[0].title if shown else ""),
        heading=listing.title,
        groups=tuple((year, tuple(group)) for year, group in groupby(shown, lambda card: card.published.datetime[:4])),
        pages=pages_of(site, listing, part),
        ways=ways_of(site.say("Lists of news"), _ways(site, found), link_here(site, listing.path)),
        follow=follow_of_list(site, listing),
    )


def _ways(site: Site, found: _Found) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    kinds, years = found
    if not years:
        return ((site.say("All"), (Link(text=site.say("All news"), href=link_here(site, NEWS)),)),)
    return (
        (
            site.say("Kind"),
            (
                Link(text=site.say("All news"), href=link_here(site, NEWS)),
                *(Link(text=site.say(_KINDS[kind][0]), href=link_here(site, news_kind_path(kind))) for kind in kinds),
            ),
        ),
        (site.say("Year"), tuple(Link(text=str(year), href=link_here(site, news_year_path(year))) for year in years)),
    )
