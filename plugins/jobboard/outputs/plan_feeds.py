"""The part of the plan that is about feeds, and the page and the file that list them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from jobboard.board.board import Board, BoardPosting
from jobboard.board.changes import KEPT, What, changes_of, history_of, one_of_each_group
from jobboard.outputs import addresses
from jobboard.outputs.calendars import calendar_link, calendars_of, events_subject
from jobboard.outputs.channels import (
    ChannelGroup,
    channel_groups,
    kind_channels,
    organisation_channels,
    standing_channels,
    topic_channels,
)
from jobboard.outputs.feed_changes import ChangeFacts, Told, change_facts, changes_view
from jobboard.outputs.feed_formats import Atom, Json, Rss
from jobboard.outputs.feed_scopes import FeedScopes, listed_by_group
from jobboard.outputs.feeds import Channel, feed_view
from jobboard.outputs.html import PageMaker
from jobboard.outputs.opml import opml
from jobboard.outputs.planned import Format, Output, Text
from jobboard.outputs.selection import Selection, began
from jobboard.outputs.subscribe import subscribe_page

_LATER_FIRST = list(What)[::-1]
"""Of changes at one instant the closing is the later one."""


def plan_feeds(board: Board, chosen: Selection, scopes: FeedScopes, told: Told, page: PageMaker) -> Iterator[Output]:
    """Every feed in every form, the page that lists them, and the same as OPML."""
    site = chosen.site
    standing = standing_channels(site)
    everything, jobs, news, events, changes = standing
    of_events = (events,) if chosen.visible_events else ()
    organisations = organisation_channels(site, chosen.everyone)
    if not site.has_extras:
        yield from _feeds(scopes, chosen, (jobs, news, *of_events, *organisations))
        return
    kinds = kind_channels(site, scopes)
    of_postings = {topic.id for each in chosen.visible for topic in each.topics}
    topics = topic_channels(site, board.topics, scopes, of_postings)
    yield from _feeds(scopes, chosen, (everything, jobs, news, *of_events, *organisations, *topics, *kinds))
    yield from _changes(chosen, changes, told)
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


def all_changes(board: Board, chosen: Selection) -> Told:
    """What became of the postings in the last ninety days, the latest first: the same for all editions."""
    speakers = one_of_each_group(chosen.visible) if chosen.site.has_extras else []
    told = [change_facts(each, change) for each in speakers for change in changes_of(each, board.now)]
    told.sort(key=lambda each: (-each.change.at.timestamp(), _LATER_FIRST.index(each.change.what), each.posting.id))
    return Told(_changes_updated(told, speakers, board), tuple(told))


def _changes(chosen: Selection, channel: Channel, told: Told) -> Iterator[Output]:
    """The feed of changes, in every form."""
    for extension, format_ in _forms(chosen):
        inputs = (chosen.site, channel, extension, told)
        path = addresses.here(chosen.site, addresses.feed_path(channel.scope, extension))
        yield Output(path=path, make=changes_view, inputs=inputs, format=format_)


def _changes_updated(told: list[ChangeFacts], speakers: list[BoardPosting], board: Board) -> datetime:
    """The latest change; without any the instant the last one left, else the start of the site's identity."""
    if told:
        return told[0].change.at
    left = (change.at + KEPT for each in speakers for change in history_of(each))
    return max((each for each in left if each <= board.now), default=began(board.site.identity))


def _lists(chosen: Selection, page: PageMaker, groups: tuple[ChannelGroup, ...]) -> Iterator[Output]:
    """The page in plain words, and the list that readers import."""
    site = chosen.site
    deadlines, *others = calendars_of(site, chosen.everyone)
    events = [calendar_link(site, events_subject(site))] if chosen.visible_events else []
    calendars = (deadlines, *events, *others)
    yield page(addresses.here(site, addresses.SUBSCRIBE), "subscribe.html", subscribe_page, site, groups, calendars)
    yield Output(path=addresses.here(site, addresses.OPML), make=opml, inputs=(site, groups), format=Text())


def _forms(chosen: Selection) -> tuple[tuple[str, Format], ...]:
    forms: tuple[tuple[str, Format], ...] = (("rss.xml", Rss()), ("atom.xml", Atom()), ("json", Json()))
    return forms if chosen.site.has_extras else forms[:2]
