"""The plan: every output of a site, with all it depends on. Reads like a table of contents.

Nothing is expressed here. Each function answers the outputs of one part of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jobboard.board.board import Board, BoardNews, BoardOrganisation, BoardPosting
from jobboard.board.order import order_last_closed
from jobboard.outputs import addresses, home, hosting, news, organisations, posting
from jobboard.outputs.facets import facet_listings, groups_of
from jobboard.outputs.feeds import Atom, Channel, Rss, feed_view
from jobboard.outputs.frame import Frame, feed_pair, frame_of
from jobboard.outputs.html import Html, Theme
from jobboard.outputs.listing import Listing, archive_slices, closed_page, jobs_page, slices
from jobboard.outputs.media import MediaFile, media_bytes
from jobboard.outputs.planned import Output, Raw, Text
from jobboard.outputs.selection import Selection, by_organisation, feed_updated, newest_first

_POSTINGS_AT_HOME = 6
_NEWS_AT_HOME = 3
_NOTHING_OPEN = "There is no open posting at the moment."


def plan_site(board: Board, theme: Theme, sizes: Mapping[str, int], media: Callable[[str], MediaFile]) -> tuple[Output, ...]:
    """Everything the site consists of. `sizes` are the content's files in bytes; `media` reads one of them."""
    chosen = Selection(board, sizes, media)
    page = PageMaker(theme, frame_of(board.site))
    return (
        *plan_home(chosen, page),
        *plan_listings(chosen, page),
        *plan_archive(chosen, page),
        *plan_postings(chosen, page),
        *plan_news(chosen, page),
        *plan_organisations(chosen, page),
        *plan_moves(chosen, page),
        *plan_feeds(chosen),
        *plan_hosting(chosen),
        *plan_theme(theme),
        *plan_media(chosen),
    )


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Plans one page: its address, its template, and the function that makes its view of the inputs."""

    theme: Theme = field(repr=False)
    frame: Frame

    def __call__(self, path: str, template: str, make: Callable[..., object], *inputs: object) -> Output:
        return Output(path=addresses.file_of(path), make=make, inputs=inputs, format=Html(self.theme, template, self.frame))


def plan_home(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """The home page and the page for addresses that do not exist."""
    yield page(
        addresses.HOME,
        "home.html",
        home.home_page,
        chosen.site,
        len(chosen.newest),
        chosen.cards(chosen.closing_soon[:_POSTINGS_AT_HOME]),
        chosen.cards(chosen.newest[:_POSTINGS_AT_HOME]),
        chosen.news_cards(chosen.news[:_NEWS_AT_HOME]),
        chosen.organisation_cards(chosen.everyone),
    )
    yield page(addresses.NOT_FOUND, "not_found.html", home.not_found_page, chosen.site)


def plan_listings(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """Open postings: by deadline, newest first, closing soon, and by every facet."""
    feeds = feed_pair(chosen.site, "jobs", f"{chosen.site.name}: jobs")
    groups = groups_of(chosen.site, chosen.newest)
    what = "Open jobs, traineeships and calls"
    standing = (
        (Listing(path=addresses.JOBS, title="Open postings", description=f"{what}, soonest deadline first.", empty=_NOTHING_OPEN, feeds=feeds),
         chosen.by_deadline),
        (Listing(path=addresses.NEWEST, title="Newest postings", description=f"{what}, newest first.", empty=_NOTHING_OPEN, feeds=feeds),
         chosen.newest),
        (Listing(path=addresses.CLOSING_SOON, title="Closing soon", description="Open postings that close within seven days.",
                 empty="No posting closes within the next seven days.", feeds=feeds),
         chosen.closing_soon),
    )
    for listing, postings in (*standing, *facet_listings(chosen.site, chosen.visible, chosen.by_deadline)):
        for part, on_page in slices(postings, chosen.site.page_size, listing.path):
            yield page(part.path, "jobs.html", jobs_page, chosen.site, listing, part, chosen.cards(on_page), groups)


def plan_archive(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """Closed postings by the year of their last open day."""
    years: dict[int, list[BoardPosting]] = {}
    for each in order_last_closed(chosen.closed):
        years.setdefault(each.life.last_day.year, []).append(each)
    newest_first_years = tuple(sorted(years, reverse=True))
    yield page(addresses.CLOSED, "closed.html", closed_page, chosen.site, newest_first_years)
    for year in newest_first_years:
        listing = Listing(path=addresses.closed_path(year), title=f"Closed in {year}", description=f"Postings that closed in {year}.",
                          empty="", is_archive=True)
        for part, on_page in archive_slices(years[year], chosen.site.page_size, listing.path):
            yield page(part.path, "jobs.html", jobs_page, chosen.site, listing, part, chosen.cards(on_page), ())


def plan_postings(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """A page for every posting that is or was open."""
    for each in chosen.visible:
        sizes = tuple((file, chosen.sizes[file]) for file in posting.files_shown(each))
        yield page(addresses.posting_path(each.id), "posting.html", posting.posting_page, chosen.site, each, chosen.translations(each), sizes)


def plan_news(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """The news, numbered from the oldest, and a page for every item."""
    for part, on_page in archive_slices(chosen.news, chosen.site.page_size, addresses.NEWS):
        yield page(part.path, "news_list.html", news.news_list_page, chosen.site, part, chosen.news_cards(on_page))
    by_id = {each.id: each for each in chosen.visible_news}
    for each in chosen.visible_news:
        related = chosen.news_cards(by_id[id_] for id_ in each.content.related if id_ in by_id)
        yield page(addresses.news_path(each.id), "news.html", news.news_page, chosen.site, each, related)


def plan_organisations(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """The organisations, and a page for each with its open postings and its news."""
    cards = chosen.organisation_cards(chosen.everyone)
    yield page(addresses.ORGANISATIONS, "organisations.html", organisations.organisations_page, chosen.site, cards)
    postings, items = by_organisation(chosen.by_deadline), by_organisation(chosen.news)
    parts: dict[str, list[BoardOrganisation]] = {}
    for each in chosen.everyone:
        if each.above:
            parts.setdefault(each.above[0].id, []).append(each)
    for each in chosen.everyone:
        yield page(
            addresses.organisation_path(each.id),
            "organisation.html",
            organisations.organisation_page,
            chosen.site,
            each,
            chosen.organisation_cards(parts.get(each.id, ())),
            chosen.cards(postings.get(each.id, ())),
            chosen.news_cards(items.get(each.id, [])[: chosen.site.page_size]),
        )


def plan_moves(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """A page at every address an item had before it was renamed."""
    for old, new, title in chosen.moves:
        yield page(old, "moved.html", home.moved_page, chosen.site, title, new)


def plan_feeds(chosen: Selection) -> Iterator[Output]:
    """RSS and Atom of the jobs, of the news, and of each organisation with both."""
    name = chosen.site.name
    jobs = Channel(scope="jobs", title=f"{name}: jobs", description=f"Open postings of {name}.", home=addresses.JOBS)
    yield from _feed(chosen, jobs, chosen.newest, chosen.visible)
    latest = Channel(scope="news", title=f"{name}: news", description=f"News of {name}.", home=addresses.NEWS)
    yield from _feed(chosen, latest, chosen.news, chosen.visible_news)
    listed, visible = by_organisation([*chosen.newest, *chosen.news]), by_organisation([*chosen.visible, *chosen.visible_news])
    for each in chosen.everyone:
        channel = Channel(
            scope=f"organisations/{each.id}",
            title=f"{each.content.short_name or each.content.name} on {name}",
            description=f"Open postings and news of {each.content.name}.",
            home=addresses.organisation_path(each.id),
        )
        yield from _feed(chosen, channel, newest_first(listed.get(each.id, ())), visible.get(each.id, ()))


def _feed(
    chosen: Selection, channel: Channel, listed: Iterable[BoardPosting | BoardNews], visible: Iterable[BoardPosting | BoardNews]
) -> Iterator[Output]:
    """Both forms of a feed: the listed ones among the most recently published of its scope."""
    recent = {each.identity for each in newest_first(visible)[: chosen.site.feed_size]}
    shown = tuple(each for each in listed if each.identity in recent)
    updated = feed_updated(shown, visible, chosen.site.identity)
    for extension, format_ in (("rss.xml", Rss()), ("atom.xml", Atom())):
        inputs = (chosen.site, channel, extension, updated, shown)
        yield Output(path=addresses.feed_path(channel.scope, extension), make=feed_view, inputs=inputs, format=format_)


def plan_hosting(chosen: Selection) -> Iterator[Output]:
    """The sitemap and what hosts read."""
    pages: list[hosting.Page] = [(path, None) for path in (addresses.HOME, addresses.JOBS, addresses.NEWS, addresses.ORGANISATIONS)]
    pages += [(addresses.posting_path(each.id), each.updated_at) for each in chosen.visible if each.status.is_listed]
    pages += [(addresses.news_path(each.id), each.updated_at) for each in chosen.visible_news]
    pages += [(addresses.organisation_path(each.id), None) for each in chosen.everyone]
    moves = tuple((old, new) for old, new, _ in chosen.moves)
    yield Output(path=addresses.SITEMAP, make=hosting.sitemap, inputs=(chosen.site, tuple(pages)), format=Text())
    yield Output(path="robots.txt", make=hosting.robots, inputs=(chosen.site,), format=Text())
    yield Output(path="_headers", make=hosting.headers, inputs=(chosen.site,), format=Text())
    yield Output(path="_redirects", make=hosting.redirects, inputs=(chosen.site, moves), format=Text())


def plan_theme(theme: Theme) -> Iterator[Output]:
    """The stylesheet and the theme's other files."""
    yield Output(path=addresses.STYLESHEET, make=bytes, inputs=(theme.stylesheet,), format=Raw())
    for path, data in theme.files.items():
        yield Output(path=f"theme/{path}", make=bytes, inputs=(data,), format=Raw())


def plan_media(chosen: Selection) -> Iterator[Output]:
    """The pictures and attachments that visible pages show, and no others."""
    shown = dict.fromkeys(file for each in chosen.visible for file in posting.files_shown(each))
    shown |= dict.fromkeys(file for each in chosen.visible_news for file in news.files_shown(each))
    shown |= dict.fromkeys(file for each in chosen.everyone for file in organisations.files_shown(each))
    for file in shown:
        yield Output(path=addresses.media_path(file), make=media_bytes, inputs=(chosen.media(file),), format=Raw())
