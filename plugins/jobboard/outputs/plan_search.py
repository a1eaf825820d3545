"""The part of the plan that is for machines that look for jobs: the sitemap."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.outputs import addresses
from jobboard.outputs.facets import paths_in_use
from jobboard.outputs.planned import Output, Text
from jobboard.outputs.selection import Selection
from jobboard.outputs.sitemap import MOST_ADDRESSES, sitemap, sitemap_index, sitemap_line, sitemap_parts


def plan_sitemap(chosen: Selection, most: int = MOST_ADDRESSES) -> Iterator[Output]:
    """The sitemap: a plain one as long as it fits, else an index with its parts. `most` addresses go into one."""
    site = chosen.site
    parts = sitemap_parts(site, _lines(chosen), most)
    if len(parts) == 1:
        yield Output(path=addresses.SITEMAP, make=sitemap, inputs=(site, parts[0]), format=Text())
        return
    yield Output(path=addresses.SITEMAP, make=sitemap_index, inputs=(site, len(parts)), format=Text())
    for number, part in enumerate(parts, 1):
        yield Output(path=addresses.sitemap_part_path(number), make=sitemap, inputs=(site, part), format=Text())


def _lines(chosen: Selection) -> list[str]:
    """Every page a search engine should know: nothing closed, no archive, no empty list, no page that says `noindex`.

    Lists have no date, because what they show changes with every posting. Their further pages are found from the first.
    """
    standing = ((addresses.NEWEST, chosen.newest), (addresses.CLOSING_SOON, chosen.closing_soon))
    paths = [addresses.HOME, addresses.JOBS, addresses.NEWS, addresses.ORGANISATIONS]
    paths += [path for path, postings in standing if postings]
    paths += paths_in_use(chosen.by_deadline) if chosen.site.has_facets else []
    paths += [addresses.organisation_path(each.id) for each in chosen.everyone]
    return [
        *map(sitemap_line, paths),
        *(sitemap_line(addresses.news_path(each.id), each.updated_at) for each in chosen.visible_news),
        *(
            sitemap_line(addresses.posting_path(each.id), each.updated_at)
            for each in chosen.visible
            if each.status.is_listed
        ),
    ]
