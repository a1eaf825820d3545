"""The part of the plan that is for programs that read texts: `/llms.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jobboard.engine.output import Output, Text
from jobboard.outputs import addresses
from jobboard.outputs.addresses import file_of
from jobboard.outputs.page.trail import SECTIONS
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.site.llms import MOST_POSTINGS, NamedPaths, llms_text
from jobboard.source.catalogue import mark

_LISTS = {**SECTIONS, addresses.NEWEST: mark("Newest postings"), addresses.CLOSING_SOON: mark("Closing soon")}

_FILES = {
    addresses.JOBS_JSON: mark("Open postings as JSON"),
    addresses.JOBS_SCHEMA: mark("What that says, as JSON Schema"),
    addresses.JOBS_CSV: mark("Open postings as a table (CSV)"),
    addresses.NEWS_JSON: mark("News as JSON"),
    addresses.EVENTS_JSON: mark("Events as JSON"),
    addresses.ORGANISATIONS_JSON: mark("Organisations as JSON"),
    addresses.feed_path("jobs", "rss.xml"): mark("Feed of the open postings (RSS)"),
    addresses.feed_path("changes", "rss.xml"): mark("Feed of what changes (RSS)"),
    addresses.calendar_path("deadlines"): mark("Calendar of the deadlines"),
    addresses.OPML: mark("Every feed there is (OPML)"),
}


def plan_llms(chosen: Selection, planned: Iterable[Output]) -> Iterator[Output]:
    """Written anew when one of the newest open postings comes, goes or changes. It names nothing but what is
    `planned`."""
    there = {each.path for each in planned}
    postings = tuple(chosen.postings_newest[:MOST_POSTINGS])
    lists, files = (_named(chosen, each, there) for each in (_LISTS, _FILES))
    inputs = (chosen.site, lists, files, postings, len(chosen.postings_newest))
    yield Output(path=addresses.LLMS, make=llms_text, inputs=inputs, format=Text())


def _named(chosen: Selection, names: dict[str, str], there: set[str]) -> NamedPaths:
    return tuple((chosen.site.say(name), path) for path, name in names.items() if file_of(path) in there)
