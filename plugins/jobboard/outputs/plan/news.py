"""The part of the plan that is about news: its lists, a page and a press kit for every item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jobboard.board.board import BoardNews
from jobboard.board.files import files_led_to
from jobboard.board.site import Site
from jobboard.engine.output import Output
from jobboard.outputs import addresses
from jobboard.outputs.news import kit_files, press_kit
from jobboard.outputs.news import list as news_list
from jobboard.outputs.news import page as news
from jobboard.outputs.news.release import ReleaseSheet
from jobboard.outputs.news.twin import news_twin
from jobboard.outputs.page.browse import folder_page
from jobboard.outputs.page.frame import frame_of
from jobboard.outputs.page.html import Html, PageMaker
from jobboard.outputs.page.link import Link, organisation_links
from jobboard.outputs.page.listing import cut_into_pages
from jobboard.outputs.page.people import Extras
from jobboard.outputs.plan.moves import plan_numbers_before
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.plan.twins import plan_twin


def plan_news(chosen: Selection, pages: Mapping[str, PageMaker]) -> Iterator[Output]:
    """A page for every item, in the words of its own language, and its frames."""
    by_id = {each.id: each for each in chosen.visible_news}
    ids = [each.id for each in chosen.organisations]
    names = {
        lang: dict(zip(ids, organisation_links(site, chosen.organisations), strict=True))
        for lang, site in chosen.sites.items()
    }
    sheets = {
        lang: Html(pages[lang].theme, ReleaseSheet.template, frame_of(site)) for lang, site in chosen.sites.items()
    }
    for each in chosen.visible_news:
        members = chosen.members(each)
        found = [by_id[id_] for id_ in each.synopsis.related if id_ in by_id]
        for site, path in chosen.shown(each):
            extras = _extras(chosen, each, names[site.lang])
            inputs = (site, each, chosen.news_cards(found, site), extras, members)
            yield pages[site.lang](path, news.news_page, *inputs)
            yield from plan_twin(site, path, addresses.path_of(each), news_twin, each, extras, members)
        own = chosen.edition_of(each)
        yield from _press_kit(chosen, each, own, names[own.lang], press_kit.Zipped(sheets[own.lang]))


def plan_news_lists(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """An edition's lists of news."""
    site, found = chosen.site, news_list.found_in(chosen.visible_news)
    lists = [*news_list.listings(site, found, chosen.news)]
    for folder, values in news_list.folders(site, lists):
        yield page(addresses.here(site, folder.path), folder_page, site, folder, values, None)
    for listing, items in lists:
        yield from plan_numbers_before(site, page, listing, len(chosen.visible_news))
        for part, on_page in cut_into_pages(site, listing, items):
            leads_to = found if part.is_first else news_list.NOTHING
            cards = chosen.news_cards(on_page)
            yield page(part.path, news_list.news_list_page, site, listing, part, cards, leads_to)


def _extras(chosen: Selection, item: BoardNews, names: dict[str, Link]) -> Extras:
    ids, files = item.synopsis.people, files_led_to(item)
    if not ids and not files:
        return Extras()
    return Extras(names=tuple((id_, names[id_]) for id_ in ids), files=chosen.files_named(files))


def _press_kit(
    chosen: Selection, item: BoardNews, site: Site, names: dict[str, Link], format_: press_kit.Zipped
) -> Iterator[Output]:
    assets = kit_files.kit_assets(item) if item.synopsis.files and site.has_press_kits else ()
    if assets:
        files = tuple(
            kit_files.KitFile(name=name, file=chosen.media(asset.file), keeps_metadata=asset.keep_metadata)
            for name, asset in zip(kit_files.kit_names(assets), assets, strict=True)
        )
        yield Output(
            path=addresses.press_kit_path(item.id),
            make=press_kit.press_kit,
            inputs=(site, item, tuple((id_, names[id_]) for id_ in item.synopsis.people), files),
            format=format_,
        )
