"""The part of the plan that is about feeds, and the page and the file that list them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from jobboard.board.board import Board, BoardEvent, BoardPosting
from jobboard.board.changes.announcements import changes_of, last_change_of, one_of_each_group
from jobboard.board.history import Change, What
from jobboard.engine.output import InChunks, Output, Text
from jobboard.outputs import addresses
from jobboard.outputs.feeds.formats import FEED_FORMATS
from jobboard.outputs.feeds.groups import FeedGroup
from jobboard.outputs.feeds.item import told_apart
from jobboard.outputs.feeds.opml import opml
from jobboard.outputs.page.collection import Collection, standing
from jobboard.outputs.page.follow import calendar_link
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.plan.feed_items import FeedItems, listed_by_group
from jobboard.outputs.plan.selection import Selection, began
from jobboard.outputs.site.calendars import calendars_of
from jobboard.outputs.site.changes import ChangeOf, ChangesTold, change_entry, change_id, changes_file
from jobboard.outputs.site.feed import feed_view
from jobboard.outputs.site.feed_groups import collections_with_feeds, feed_groups
from jobboard.outputs.site.subscribe import subscribe_page

_MOST_CHANGES = 500
"""Of ninety days' changes the latest: a feed that grew with the board would be megabytes (decision 16)."""

_LATER_FIRST = list(What)[::-1]
"""Of changes at one instant the closing is the later one, and later still that it was taken back."""


def plan_feeds(
    board: Board, chosen: Selection, held: FeedItems, changes: tuple[datetime, list[ChangeOf]], page: PageMaker
) -> Iterator[Output]:
    """Every feed in every form, the page that lists them, and the same as OPML."""
    site = chosen.site
    found = collections_with_feeds(site, chosen.organisations, board.topics, held, chosen.visible["postings"])
    of_items = (each for group, collections in found.items() if group != "changes" for each in collections)
    yield from _feeds(held, chosen, of_items)
    if site.has_extras:
        updated, told = changes
        entries = tuple(chosen.making(change_entry, site, told))
        yield from _changes(chosen, found["changes"][0], ChangesTold(updated, entries))
        yield from _lists(chosen, page, feed_groups(site, found))


def _feeds(held: FeedItems, chosen: Selection, collections: Iterable[Collection]) -> Iterator[Output]:
    """Each feed at its address, and at those it had before."""
    listed = listed_by_group(chosen)
    for collection in collections:
        updated, shown = held.shown(collection.path, listed)
        for extension, format_ in FEED_FORMATS.items() if chosen.site.has_extras else [*FEED_FORMATS.items()][:2]:
            inputs = (chosen.site, collection, extension, updated, shown)
            for path in collection.paths:
                address = addresses.here(chosen.site, addresses.feed_path(path, extension))
                yield Output(path=address, make=feed_view, inputs=inputs, format=format_)


def all_changes(board: Board, chosen: Selection) -> tuple[datetime, list[ChangeOf]]:
    """What became of postings and events in the last ninety days, the latest first, with the date of the feed: the same
    for all editions."""
    speakers: list[BoardPosting | BoardEvent] = []
    if chosen.site.has_extras:
        speakers += one_of_each_group(chosen.postings)
        speakers += [each for each in one_of_each_group(chosen.visible_events) if each.content.reopened]
    told = [ChangeOf(each, change) for each in speakers for change in changes_of(each, board.now)]
    told.sort(key=lambda each: (-each.change.at.timestamp(), _LATER_FIRST.index(each.change.what), each.item.id))
    return _changes_updated(speakers, board), told[:_MOST_CHANGES]


def _changes(chosen: Selection, collection: Collection, told: ChangesTold) -> Iterator[Output]:
    """The feed of changes, in every form."""
    for extension in FEED_FORMATS:
        inputs = (chosen.site, collection, extension, told)
        path = addresses.here(chosen.site, addresses.feed_path(collection.path, extension))
        yield Output(path=path, make=changes_file, inputs=inputs, format=InChunks())


def _changes_updated(speakers: list[BoardPosting | BoardEvent], board: Board) -> datetime:
    """The latest change there was, as its entry is dated; what leaves the feed takes nothing back. Without any, the
    start of the site's identity."""
    latest: list[tuple[BoardPosting | BoardEvent, Change]] = []
    for each in speakers:
        change = last_change_of(each, board.now)
        if change is not None and (not latest or change.at >= latest[0][1].at):
            latest = [*(latest if latest and change.at == latest[0][1].at else ()), (each, change)]
    dated = (told_apart(change.at, change_id(board.site, each, change)) for each, change in latest)
    return max(dated, default=began(board.site.identity))


def _lists(chosen: Selection, page: PageMaker, groups: tuple[FeedGroup, ...]) -> Iterator[Output]:
    """The page in plain words, and the list that readers import."""
    site = chosen.site
    deadlines, *of_organisations = calendars_of(site, chosen.organisations)
    events = [calendar_link(site, standing(site, "events"))] if chosen.visible_events else []
    inputs = (site, groups, (deadlines, *events), tuple(of_organisations))
    yield page(addresses.here(site, addresses.SUBSCRIBE), subscribe_page, *inputs)
    yield Output(path=addresses.here(site, addresses.OPML), make=opml, inputs=(site, groups), format=Text())
