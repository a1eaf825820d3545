"""What `publish` tells search engines and the hub of the feeds, and what it says of that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jobboard.pipeline import report
from jobboard.source.message import phrase

if TYPE_CHECKING:
    from jobboard.publishing.site_files import SiteFile
    from jobboard.publishing.told import ToTell
    from jobboard.settings.settings import Settings


def files_of_board(files: Mapping[str, SiteFile], path: str) -> Mapping[str, SiteFile]:
    """The files of the board, by their paths in it; of a guest those below `path`, else all."""
    if path == ".":
        return files
    return {name.removeprefix(f"{path}/"): file for name, file in files.items() if name.startswith(f"{path}/")}


def tell_others(found: Settings, files: Mapping[str, SiteFile]) -> None:
    """Tell of what has changed since they were told last. What fails is told with the next publish."""
    from jobboard.publishing.telling import NotToldError  # noqa: PLC0415 (for those who asked for it)
    from jobboard.publishing.told import ToldState, news_between, read_told, save_told, told_file, told_now  # noqa: PLC0415

    file = told_file(found.cache, found.site.url)
    before = read_told(file, found.key)
    now = told_now(files, before or ToldState())
    if before is None:
        report.tell(phrase("Search engines and feed readers are told of what changes from now on."))
    else:
        try:
            _tell(found, news_between(before, now))
        except NotToldError as error:
            report.print_trouble(f"{error}; it is told with the next publish")
            return
    save_told(file, now, found.key)


def _tell(found: Settings, news: ToTell) -> None:
    from jobboard.outputs.site.hosting import indexnow_key  # noqa: PLC0415 (as above)
    from jobboard.publishing.telling import tell_hub, tell_indexnow  # noqa: PLC0415

    site = found.site
    if site.indexnow and news.pages:
        tell_indexnow(site.indexnow, site.url, indexnow_key(site), news.pages)
    if site.hub and news.feeds:
        tell_hub(site.hub, site.url, news.feeds)
    if news.pages or news.feeds:
        pages, feeds = len(news.pages), len(news.feeds)
        report.tell(phrase("Told of what changed: %(pages)s pages, %(feeds)s feeds", pages=pages, feeds=feeds))
