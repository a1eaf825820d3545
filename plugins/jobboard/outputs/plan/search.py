"""The part of the plan that is for search engines: the sitemap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jobboard.engine.output import Output, Text
from jobboard.outputs import addresses
from jobboard.outputs.plan.kinds import PARTS, lists_known, parts
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.site.sitemap import MOST_ADDRESSES, sitemap, sitemap_index, sitemap_line, sitemap_parts


def plan_sitemap(editions: Sequence[Selection], most: int = MOST_ADDRESSES) -> Iterator[Output]:
    """The sitemap: a plain one as long as it fits, else an index with its parts. `most` addresses go into one."""
    site = editions[0].site
    lists = [line for each in editions for line in _lists(each)]
    parts = sitemap_parts(site, [*lists, *_items(editions[0])], most)
    if len(parts) == 1:
        yield Output(path=addresses.SITEMAP, make=sitemap, inputs=(site, parts[0]), format=Text())
        return
    yield Output(path=addresses.SITEMAP, make=sitemap_index, inputs=(site, len(parts)), format=Text())
    for number, part in enumerate(parts, 1):
        yield Output(path=addresses.sitemap_part_path(number), make=sitemap, inputs=(site, part), format=Text())


def _lists(chosen: Selection) -> Iterator[str]:
    """The lists of an edition that a search engine should know: no archive, none that is empty or says `noindex`.

    Lists have no date, because what they show changes with every posting. Their further pages are found from the first.
    """
    paths = [addresses.HOME, *lists_known(chosen)]
    paths += [addresses.SUBSCRIBE, addresses.SEARCH, addresses.NUMBERS] if chosen.site.has_extras else []
    paths += [path for _, part in parts() for path in part.more_lists(chosen)]
    paths += [addresses.ACCESSIBILITY] if chosen.site.accessibility else []
    return (sitemap_line(addresses.here(chosen.site, path)) for path in paths)


def _items(chosen: Selection) -> Iterator[str]:
    """The pages of items that search engines should know, each there once."""
    for part in PARTS.values():
        yield from part.known(chosen)
