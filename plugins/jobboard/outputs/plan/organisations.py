"""The part of the plan that is about organisations: their list, a page for each, and lists of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized

from msgspec import Struct

from jobboard.board.board import BoardEvent, BoardNews, BoardOrganisation, BoardPosting
from jobboard.board.files import files_led_to
from jobboard.engine.output import Output
from jobboard.model.former import other_ids
from jobboard.outputs import addresses
from jobboard.outputs.addresses import here
from jobboard.outputs.organisations.card import organisations_page
from jobboard.outputs.organisations.lists import jobs_of, news_of, organisation_jobs_page, organisation_news_page
from jobboard.outputs.organisations.page import Shown, organisation_page
from jobboard.outputs.organisations.twin import organisation_twin
from jobboard.outputs.page.collection import collection_path
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.link import Link, organisation_links
from jobboard.outputs.page.listing import cut_into_pages
from jobboard.outputs.page.moved import moved_page
from jobboard.outputs.plan.embeds import plan_embeds
from jobboard.outputs.plan.moves import plan_numbers_before
from jobboard.outputs.plan.selection import Selection, by_name
from jobboard.outputs.plan.twins import plan_twin

_RECENT_NEWS = 10


class OwnLists(Struct, frozen=True, kw_only=True):
    """Ids of the organisations that have a list of postings, and of those that have an archive of news, of their own.

    Whoever ever had more than fit on its page has one: closed postings and news that left the lists count, too, so
    that an address once given stays.
    """

    postings: frozenset[str]
    news: frozenset[str]


def lists_of_organisations(chosen: Selection) -> OwnLists:
    """Counted once for all editions."""
    return OwnLists(
        postings=_with_more_than(chosen.site.page_size, chosen.visible["postings"], chosen.organisations),
        news=_with_more_than(_news_on_page(chosen), chosen.visible["news"], chosen.organisations),
    )


def plan_organisations(chosen: Selection, page: PageMaker, lists: OwnLists) -> Iterator[Output]:
    """An edition's organisations, and of each its page and its lists."""
    inputs = chosen.site, with_open_postings(chosen, chosen.organisations), chosen.logos()
    yield page(here(chosen.site, addresses.ORGANISATIONS), organisations_page, *inputs)
    parts: dict[str, list[BoardOrganisation]] = {}
    for each in chosen.organisations:
        if each.above:
            parts.setdefault(each.above[0].id, []).append(each)
    for each in chosen.organisations:
        path = collection_path("organisation", each.id)
        own, news, events = (chosen.listed[folder].get(path, []) for folder in ("postings", "news", "events"))
        yield _page(chosen, page, each, parts.get(each.id, []), own, news, events)
        yield from _twin(chosen, each, parts.get(each.id, []))
        yield from plan_embeds(chosen, page, each, own)
        if chosen.site.prefix:  # the root's moves are among all others
            yield from _moved(chosen, page, each, addresses.organisation_path)
        if each.id in lists.postings:
            yield from _jobs(chosen, page, each, own)
        if each.id in lists.news:
            yield from _news(chosen, page, each, news)


def with_open_postings(
    chosen: Selection, organisations: Iterable[BoardOrganisation]
) -> tuple[tuple[BoardOrganisation, int], ...]:
    """Organisations by name, each with how many open postings this edition lists of it and its parts."""
    listed = chosen.listed["postings"]
    return tuple(
        (each, len(listed.get(collection_path("organisation", each.id), ())))
        for each in by_name(organisations, chosen.site.lang)
    )


def _page(
    chosen: Selection,
    page: PageMaker,
    organisation: BoardOrganisation,
    parts: list[BoardOrganisation],
    postings: list[BoardPosting],
    news: list[BoardNews],
    events: list[BoardEvent],
) -> Output:
    most, recent = chosen.site.page_size, _news_on_page(chosen)
    shown = Shown(
        postings=chosen.cards(postings[:most]),
        news=chosen.news_cards(news[:recent]),
        events=chosen.event_cards(events[:most]),
        has_more_postings=len(postings) > most,
        has_more_news=len(news) > recent,
        units=_units(chosen, organisation),
        files=chosen.files_named(files_led_to(organisation)),
        apply_hosts=tuple(sorted({host for each in postings for host in each.synopsis.apply_hosts})),
    )
    return page(
        here(chosen.site, addresses.organisation_path(organisation.id)),
        organisation_page,
        chosen.site,
        organisation,
        by_name(parts, chosen.site.lang),
        shown,
    )


def _twin(chosen: Selection, organisation: BoardOrganisation, parts: list[BoardOrganisation]) -> Iterator[Output]:
    path = here(chosen.site, addresses.organisation_path(organisation.id))
    files = chosen.files_named(files_led_to(organisation))
    shown = Shown(postings=(), news=(), units=_units(chosen, organisation), files=files)
    yield from plan_twin(
        chosen.site, path, path, organisation_twin, organisation, by_name(parts, chosen.site.lang), shown
    )


def _units(chosen: Selection, organisation: BoardOrganisation) -> tuple[tuple[str, Link], ...]:
    """Other organisations that the press contacts of one belong to."""
    named = {each.organisation for each in organisation.content.press_contacts} - {organisation.id}
    found = [each for each in chosen.organisations if each.id in named]
    return tuple(zip([each.id for each in found], organisation_links(chosen.site, found), strict=True))


def _jobs(
    chosen: Selection, page: PageMaker, organisation: BoardOrganisation, postings: list[BoardPosting]
) -> Iterator[Output]:
    listing = jobs_of(chosen.site, organisation)
    for part, on_page in cut_into_pages(chosen.site, listing, postings):
        inputs = (chosen.site, organisation, listing, part, chosen.cards(on_page))
        yield page(part.path, organisation_jobs_page, *inputs)
    yield from _moved(chosen, page, organisation, addresses.organisation_jobs_path)
    yield from plan_numbers_before(chosen.site, page, listing, _ever(chosen, "postings", organisation))


def _news(
    chosen: Selection, page: PageMaker, organisation: BoardOrganisation, items: list[BoardNews]
) -> Iterator[Output]:
    listing = news_of(chosen.site, organisation)
    for part, on_page in cut_into_pages(chosen.site, listing, items):
        inputs = (chosen.site, organisation, listing, part, chosen.news_cards(on_page))
        yield page(part.path, organisation_news_page, *inputs)
    yield from _moved(chosen, page, organisation, addresses.organisation_news_path)
    yield from plan_numbers_before(chosen.site, page, listing, _ever(chosen, "news", organisation))


def _moved(
    chosen: Selection, page: PageMaker, organisation: BoardOrganisation, path_of: Callable[[str], str]
) -> Iterator[Output]:
    """A page that leads on, wherever a list was under a former id."""
    for old in other_ids(organisation.content):
        new = here(chosen.site, path_of(organisation.id))
        inputs = (chosen.site, organisation.content.name, new)
        yield page(here(chosen.site, path_of(old)), moved_page, *inputs)


def _ever(chosen: Selection, folder: str, organisation: BoardOrganisation) -> int:
    return len(chosen.visible[folder].get(collection_path("organisation", organisation.id), ()))


def _news_on_page(chosen: Selection) -> int:
    return min(_RECENT_NEWS, chosen.site.page_size)


def _with_more_than(
    most: int, visible: Mapping[str, Sized], organisations: Iterable[BoardOrganisation]
) -> frozenset[str]:
    """Ids of those organisations that, with their parts, have more than `most` of these items."""
    return frozenset(
        each.id for each in organisations if len(visible.get(collection_path("organisation", each.id), ())) > most
    )
