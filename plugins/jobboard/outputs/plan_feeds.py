"""The part of the plan that is about feeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jobboard.outputs import addresses
from jobboard.outputs.feed_formats import Atom, Rss
from jobboard.outputs.feeds import Channel, feed_view
from jobboard.outputs.frame import jobs_feed, news_feed
from jobboard.outputs.organisations import organisation_feed
from jobboard.outputs.planned import Output
from jobboard.outputs.selection import (
    Item,
    Selection,
    by_organisation,
    feed_updated,
    group_of,
    newest_first,
    recent_groups,
)


def plan_feeds(chosen: Selection) -> Iterator[Output]:
    """RSS and Atom of the jobs, of the news, and of each organisation with both."""
    site, name = chosen.site, chosen.site.name
    jobs = Channel(
        scope="jobs",
        title=jobs_feed(site),
        description=site.say("Open postings of %(name)s.", name=name),
        home=addresses.JOBS,
    )
    yield from _feed(chosen, jobs, chosen.newest, chosen.visible)
    latest = Channel(
        scope="news", title=news_feed(site), description=site.say("News of %(name)s.", name=name), home=addresses.NEWS
    )
    yield from _feed(chosen, latest, chosen.news, chosen.visible_news)
    all_listed: list[Item] = [*chosen.newest, *chosen.news]
    all_visible: list[Item] = [*chosen.visible, *chosen.visible_news]
    listed, visible = by_organisation(all_listed), by_organisation(all_visible)
    for each in chosen.everyone:
        channel = Channel(
            scope=f"organisations/{each.id}",
            title=organisation_feed(site, each),
            description=site.say("Open postings and news of %(name)s.", name=each.content.name),
            home=addresses.organisation_path(each.id),
        )
        yield from _feed(chosen, channel, newest_first(listed.get(each.id, ())), visible.get(each.id, ()))


def _feed(chosen: Selection, channel: Channel, listed: Sequence[Item], visible: Sequence[Item]) -> Iterator[Output]:
    """Both forms of a feed: the listed ones among the most recently published of its scope."""
    recent = recent_groups(visible, chosen.site.feed_size)
    shown = tuple(each for each in listed if group_of(each) in recent)
    updated = feed_updated(shown, visible, chosen.site.identity)
    for extension, format_ in (("rss.xml", Rss()), ("atom.xml", Atom())):
        inputs = (chosen.site, channel, extension, updated, shown)
        yield Output(
            path=addresses.here(chosen.site, addresses.feed_path(channel.scope, extension)),
            make=feed_view,
            inputs=inputs,
            format=format_,
        )
