"""The part of the plan that is about feeds, and the page and the file that list them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from jobboard.board.board import Board, BoardEvent, BoardPosting
from jobboard.board.changes.announcements import changes_of, last_change_of, one_of_each_group
from jobboard.board.history import Change, What
from jobboard.engine.output import Format, Output, Text
from jobboard.outputs import addresses
from jobboard.outputs.calendars.calendar import calendar_link
from jobboard.outputs.events.subject import events_subject
from jobboard.outputs.feeds.channel import Channel, ChannelGroup
from jobboard.outputs.feeds.formats import Atom, Json, Rss
from jobboard.outputs.feeds.item import told_apart
from jobboard.outputs.feeds.opml import opml
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.plan.feed_scopes import FeedScopes, listed_by_group
from jobboard.outputs.plan.selection import Selection, began
from jobboard.outputs.site.calendars import calendars_of
from jobboard.outputs.site.changes import ChangeOf, ChangesTold, change_entry, change_id, changes_view
from jobboard.outputs.site.channels import (
    channel_groups,
    kind_channels,
    organisation_channels,
    standing_channels,
    topic_channels,
)
from jobboard.outputs.site.feed import feed_view
from jobboard.outputs.site.subscribe import subscribe_page

_LATER_FIRST = list(What)[::-1]
"""Of changes at one instant the closing is the later one, and later still that it was taken back."""


def plan_feeds(
    board: Board, chosen: Selection, scopes: FeedScopes, changes: tuple[datetime, list[ChangeOf]], page: PageMaker
) -> Iterator[Output]:
    """Every feed in every form, the page that lists them, and the same as OPML."""
    site = chosen.site
    standing = standing_channels(site)
    everything, jobs, news, events, of_changes = standing
    of_events = (events,) if chosen.visible_events else ()
    organisations = organisation_channels(site, chosen.organisations)
    if not site.has_extras:
        yield from _feeds(scopes, chosen, (jobs, news, *of_events, *organisations))
        return
    kinds = kind_channels(site, scopes)
    of_postings = {topic.id for each in chosen.postings for topic in each.topics}
    topics = topic_channels(site, board.topics, scopes, of_postings)
    yield from _feeds(scopes, chosen, (everything, jobs, news, *of_events, *organisations, *topics, *kinds))
    updated, told = changes
    yield from _changes(chosen, of_changes, ChangesTold(updated, tuple(chosen.making(change_entry, site, told))))
    groups = channel_groups(site, standing, organisations, topics, kinds, has_events=bool(of_events))
    yield from _lists(chosen, page, groups)


def _feeds(scopes: FeedScopes, chosen: Selection, channels: Iterable[Channel]) -> Iterator[Output]:
    """Each feed at its address, and at those it had before: readers follow no page that says it has moved."""
    listed = listed_by_group(chosen)
    for channel in channels:
        updated, shown = scopes.shown(channel.scope, listed)
        for extension, format_ in _forms(chosen):
            inputs = (chosen.site, channel, extension, updated, shown)
            for scope in dict.fromkeys((channel.scope, *channel.formerly)):
                path = addresses.here(chosen.site, addresses.feed_path(scope, extension))
                yield Output(path=path, make=feed_view, inputs=inputs, format=format_)


def all_changes(board: Board, chosen: Selection) -> tuple[datetime, list[ChangeOf]]:
    """What became of postings and events in the last ninety days, the latest first, with the date of the feed: the same
    for all editions."""
    speakers: list[BoardPosting | BoardEvent] = []
    if chosen.site.has_extras:
        speakers += one_of_each_group(chosen.postings)
        speakers += [each for each in one_of_each_group(chosen.visible_events) if each.content.reopened]
    told = [ChangeOf(each, change) for each in speakers for change in changes_of(each, board.now)]
    told.sort(key=lambda each: (-each.change.at.timestamp(), _LATER_FIRST.index(each.change.what), each.item.id))
    return _changes_updated(speakers, board), told


def _changes(chosen: Selection, channel: Channel, told: ChangesTold) -> Iterator[Output]:
    """The feed of changes, in every form."""
    for extension, format_ in _forms(chosen):
        inputs = (chosen.site, channel, extension, told)
        path = addresses.here(chosen.site, addresses.feed_path(channel.scope, extension))
        yield Output(path=path, make=changes_view, inputs=inputs, format=format_)


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


def _lists(chosen: Selection, page: PageMaker, groups: tuple[ChannelGroup, ...]) -> Iterator[Output]:
    """The page in plain words, and the list that readers import."""
    site = chosen.site
    deadlines, *others = calendars_of(site, chosen.organisations)
    events = [calendar_link(site, events_subject(site))] if chosen.visible_events else []
    calendars = (deadlines, *events, *others)
    yield page(addresses.here(site, addresses.SUBSCRIBE), subscribe_page, site, groups, calendars)
    yield Output(path=addresses.here(site, addresses.OPML), make=opml, inputs=(site, groups), format=Text())


def _forms(chosen: Selection) -> tuple[tuple[str, Format], ...]:
    forms: tuple[tuple[str, Format], ...] = (("rss.xml", Rss()), ("atom.xml", Atom()), ("json", Json()))
    return forms if chosen.site.has_extras else forms[:2]
