"""The part of the plan that is for other programs: the visible content as data, with schemas, and as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from jobboard.board.board import BoardNews, BoardOrganisation, BoardPosting
from jobboard.board.site import Site
from jobboard.engine.output import Chunks, InChunks, Output, Text
from jobboard.outputs import addresses
from jobboard.outputs.data.files import Rows, Translations
from jobboard.outputs.news.data import news_json, news_schema
from jobboard.outputs.organisations.data import organisations_json, organisations_schema
from jobboard.outputs.plan.job_sites import newest_change
from jobboard.outputs.plan.selection import Selection, began, by_name
from jobboard.outputs.postings.data import jobs_json, jobs_schema
from jobboard.outputs.postings.table import jobs_csv


def plan_job_data(chosen: Selection) -> Iterator[Output]:
    """Open postings as data and as a table: an extra, as are all files that show the whole board."""
    if chosen.site.has_extras:
        jobs = _jobs(chosen)
        yield _file(chosen.site, addresses.JOBS_JSON, jobs_json, jobs)
        yield _schema(chosen.site, addresses.JOBS_SCHEMA, jobs_schema)
        yield _file(chosen.site, addresses.JOBS_CSV, jobs_csv, jobs)


def plan_news_data(chosen: Selection) -> Iterator[Output]:
    """Listed news as data."""
    if chosen.site.has_extras:
        yield _file(chosen.site, addresses.NEWS_JSON, news_json, _news(chosen))
        yield _schema(chosen.site, addresses.NEWS_SCHEMA, news_schema)


def plan_organisation_data(chosen: Selection) -> Iterator[Output]:
    """Organisations as data."""
    if chosen.site.has_extras:
        yield _file(chosen.site, addresses.ORGANISATIONS_JSON, organisations_json, _organisations(chosen))
        yield _schema(chosen.site, addresses.ORGANISATIONS_SCHEMA, organisations_schema)


def _file(site: Site, path: str, make: Callable[[Site, Rows[Any]], Chunks[Any]], rows: Rows[Any]) -> Output:
    return Output(path=path, make=make, inputs=(site, rows), format=InChunks())


def _schema(site: Site, path: str, make: Callable[[Site], str]) -> Output:
    return Output(path=path, make=make, inputs=(site,), format=Text())


def _jobs(chosen: Selection) -> Rows[BoardPosting]:
    return Rows(
        items=tuple(chosen.postings_newest),
        translations=_translations(chosen, chosen.postings_newest),
        updated=newest_change(chosen),
    )


def _news(chosen: Selection) -> Rows[BoardNews]:
    return Rows(items=tuple(chosen.news), translations=_translations(chosen, chosen.news), updated=_newest_news(chosen))


def _organisations(chosen: Selection) -> Rows[BoardOrganisation]:
    return Rows(items=by_name(chosen.organisations, chosen.site.lang), translations={}, updated=None)


def _translations(chosen: Selection, items: Iterable[BoardPosting] | Iterable[BoardNews]) -> dict[str, Translations]:
    found = ((each, chosen.members(each)) for each in items)
    return {
        each.id: tuple(member for member in members if member[1] != addresses.path_of(each))
        for each, members in found
        if len(members) > 1
    }


def _newest_news(chosen: Selection) -> datetime:
    """When an item last appeared, changed or left the lists."""
    changes = [each.updated_at if each.is_listed else each.leaves_at for each in chosen.visible_news]
    dated = [each for each in changes if each is not None]
    return max(dated, default=began(chosen.site.identity))
