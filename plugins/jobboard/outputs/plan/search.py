"""The part of the plan that is for search engines and job sites: the sitemap, and the files of open jobs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from jobboard.engine.output import InPieces, Output, Text
from jobboard.model.offer import MARKED_KINDS
from jobboard.outputs import addresses
from jobboard.outputs.plan.selection import Selection, began
from jobboard.outputs.plan.topics import topic_paths
from jobboard.outputs.postings.facets import paths_in_use
from jobboard.outputs.postings.job_sites import indeed_file, jooble_file
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


def plan_job_sites(chosen: Selection) -> Iterator[Output]:
    """Every open job in the dialects of job sites.

    These files show all of the board and are made again at every change of it, so a site without extras, which wants
    to be small, has none.
    """
    site = chosen.site
    if not site.has_extras:
        return
    marked = tuple(each for each in chosen.newest if each.synopsis.kind in MARKED_KINDS)
    updated = newest_change(chosen)
    for path, make in ((addresses.JOBS_XML, indeed_file), (addresses.JOBS_JOOBLE, jooble_file)):
        yield Output(path=path, make=make, inputs=(site, updated, marked), format=InPieces())


def newest_change(chosen: Selection) -> datetime:
    """When a posting last appeared, changed or closed; of a board that never had one, when its identity began."""
    changes = [each.updated_at if each.status.is_listed else each.life.closes_at for each in chosen.visible]
    return max(changes, default=began(chosen.site.identity))


def _lists(chosen: Selection) -> Iterator[str]:
    """The lists of an edition that a search engine should know: no archive, none that is empty or says `noindex`.

    Lists have no date, because what they show changes with every posting. Their further pages are found from the first.
    """
    standing = ((addresses.NEWEST, chosen.newest), (addresses.CLOSING_SOON, chosen.closing_soon))
    paths = [addresses.HOME, addresses.JOBS, addresses.NEWS, addresses.ORGANISATIONS]
    paths += [addresses.EVENTS] if chosen.events else []
    paths += [addresses.SUBSCRIBE] if chosen.site.has_extras else []
    paths += [path for path, postings in standing if postings]
    paths += paths_in_use(chosen.by_facet)
    paths += [addresses.organisation_path(each.id) for each in chosen.everyone]
    paths += topic_paths(chosen)
    paths += [addresses.ACCESSIBILITY] if chosen.site.accessibility else []
    return (sitemap_line(addresses.here(chosen.site, path)) for path in paths)


def _items(chosen: Selection) -> Iterator[str]:
    """Plain pages, and those of news and of open postings, each there once."""
    for page in chosen.pages:
        yield sitemap_line(addresses.plain_path(page.id))
    for item in chosen.visible_news:
        yield sitemap_line(addresses.news_path(item.id), item.updated_at)
    for event in chosen.visible_events:
        yield sitemap_line(addresses.event_path(event.id), event.updated_at)
    for each in chosen.visible:
        if each.status.is_listed:
            yield sitemap_line(addresses.posting_path(each.id), each.updated_at)
