"""Every feed of the site: what it is called and which page shows the same."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.model.posting import PostingKind
from jobboard.model.topic import Topic
from jobboard.outputs import addresses, words
from jobboard.outputs.feeds import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelGroup:
    """Feeds that belong together, under a heading; `id` is its anchor on the page that lists them."""

    id: str
    title: str
    explanation: str
    channels: tuple[Channel, ...]


def standing_channels(site: Site) -> tuple[Channel, Channel, Channel, Channel]:
    """The feeds of everything, jobs, news and changes."""
    name = site.name

    def channel(scope: str, what: str, description: str, home: str) -> Channel:
        return Channel(scope=scope, name=what, title=f"{name}: {scope}", description=description, home=home)

    return (
        channel("all", "Jobs and news together", f"Open postings and news of {name}.", addresses.HOME),
        channel("jobs", "All jobs", f"Open postings of {name}.", addresses.JOBS),
        channel("news", "All news", f"News of {name}.", addresses.NEWS),
        channel(
            "changes",
            "Changes to postings",
            f"What becomes of the postings of {name}: opened, extended, brought forward, closed, filled, withdrawn.",
            addresses.JOBS,
        ),
    )


def organisation_channels(site: Site, organisations: Iterable[BoardOrganisation]) -> tuple[Channel, ...]:
    """A feed for each organisation, by name."""
    found = (
        Channel(
            scope=f"organisations/{each.id}",
            name=each.content.name,
            title=f"{each.content.short_name or each.content.name} on {site.name}",
            description=f"Open postings and news of {each.content.name}.",
            home=addresses.organisation_path(each.id),
            formerly=tuple(f"organisations/{old}" for old in each.content.formerly),
        )
        for each in organisations
    )
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.scope)))


def kind_channels(site: Site, there: Container[str]) -> tuple[Channel, ...]:
    """A feed for each kind of posting whose scope is among those `there`."""
    return tuple(
        Channel(
            scope=f"kind/{kind}",
            name=words.KINDS[kind],
            title=f"{site.name}: {words.KINDS[kind]}",
            description=f"Open postings of {site.name} of this kind: {words.KINDS[kind]}.",
            home=addresses.facet_path("kind", kind),
        )
        for kind in PostingKind
        if f"kind/{kind}" in there
    )


def topic_channels(
    site: Site, topics: Iterable[Topic], there: Container[str], of_postings: Container[str]
) -> tuple[Channel, ...]:
    """A feed for each topic whose scope is among those `there`, by name. `of_postings` have a list of postings."""
    found = (
        Channel(
            scope=f"topics/{each.id}",
            name=each.name_in(site.lang),
            title=f"{site.name}: {each.name_in(site.lang)}",
            description=f"Open postings and news of {site.name} on this topic: {each.name_in(site.lang)}.",
            home=addresses.facet_path("topic", each.id) if each.id in of_postings else addresses.NEWS,
        )
        for each in topics
        if f"topics/{each.id}" in there
    )
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.scope)))


def channel_groups(
    standing: tuple[Channel, Channel, Channel, Channel],
    organisations: tuple[Channel, ...],
    topics: tuple[Channel, ...],
    kinds: tuple[Channel, ...],
) -> tuple[ChannelGroup, ...]:
    """All feeds in the order a reader is offered them; groups without any are left out."""
    everything, jobs, news, changes = standing
    groups = (
        ChannelGroup(
            id="all",
            title="Everything",
            explanation="Whatever appears here, job or news.",
            channels=(everything, news),
        ),
        ChannelGroup(
            id="jobs",
            title="Jobs",
            explanation="Open postings, the newest first. One that closes leaves the feed.",
            channels=(jobs,),
        ),
        ChannelGroup(
            id="changes",
            title="Changes",
            explanation="Tells you when a posting opens, when its deadline is extended or brought forward, and when "
            "it closes, is filled or is withdrawn: an entry for each, kept for 90 days.",
            channels=(changes,),
        ),
        ChannelGroup(
            id="kind",
            title="Jobs by kind",
            explanation="Only traineeships, say, or only calls for experts.",
            channels=kinds,
        ),
        ChannelGroup(
            id="topics",
            title="By topic",
            explanation="Open postings and news on one subject.",
            channels=topics,
        ),
        ChannelGroup(
            id="organisations",
            title="By organisation",
            explanation="Open postings and news of one organisation and of those that are part of it.",
            channels=organisations,
        ),
    )
    return tuple(each for each in groups if each.channels)
