"""The part of the plan that is about addresses somebody has trimmed: every folder of the site answers with a page.

Which folders there are is read off the addresses of all that is planned, so none can be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jobboard.board.site import Site
from jobboard.engine.output import Output
from jobboard.outputs.addresses import CALENDARS, FEEDS, HOME, MEDIA, PICTURE_FILES, SUBSCRIBE, THEME, file_of, here
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.moved import moved_page
from jobboard.outputs.page.trail import SECTIONS

_OF_PAGES = (MEDIA, PICTURE_FILES, THEME)
"""Files that pages hold, which nobody looks for by their folder."""


def plan_folders(
    sites: Mapping[str, Site], pages: Mapping[str, PageMaker], planned: Iterable[Output]
) -> Iterator[Output]:
    """A page for every folder that has none: it leads on to what is nearest."""
    there = {each.path for each in planned}
    for folder in sorted(folders_of(there)):
        if file_of(folder) not in there:
            lang = folder[:2] if folder[:2] in sites and folder[2:3] == "/" else next(iter(sites))
            site = sites[lang]
            to = _leads_to(site, folder, there)
            yield pages[lang](folder, moved_page, site, _name(site, to), to)


def folders_of(paths: Iterable[str]) -> set[str]:
    """Every folder above one of these files, each with a slash at its end; not the root, and none of files of pages."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and f"{folder}/" not in found and not path.startswith(_OF_PAGES):
            found.add(f"{folder}/")
            folder = folder.rpartition("/")[0]
    return found


def _leads_to(site: Site, folder: str, there: set[str]) -> str:
    """To where one subscribes from feeds and calendars, else to the nearest page above."""
    subscribe = here(site, SUBSCRIBE)
    if folder.startswith((here(site, FEEDS), here(site, CALENDARS))) and file_of(subscribe) in there:
        return subscribe
    above = folder
    while above:
        above = f"{above[:-1].rpartition('/')[0]}/".lstrip("/")
        if above and file_of(above) in there:
            return above
    return HOME


def _name(site: Site, path: str) -> str:
    """What the page one is led to is called."""
    names = {here(site, each): name for each, name in SECTIONS.items()}
    if path == here(site, SUBSCRIBE):
        return site.say("Subscribe")
    return site.say(names[path]) if path in names else site.name
