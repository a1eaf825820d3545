"""Every feed of the site: what it is called and which page shows the same."""

from __future__ import annotations

from collections.abc import Container, Iterable

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.model.posting import PostingKind
from jobboard.model.topic import Topic
from jobboard.outputs import addresses
from jobboard.outputs.feeds.channel import Channel, ChannelGroup
from jobboard.outputs.page.frame import standing_title, titled
from jobboard.outputs.text import words
from jobboard.outputs.text.alphabet import alphabetical


def standing_channels(site: Site) -> tuple[Channel, Channel, Channel, Channel, Channel]:
    """The feeds of everything, jobs, news, events and changes."""
    name = site.name

    def channel(scope: str, what: str, description: str, home: str) -> Channel:
        title = standing_title(site, scope)
        return Channel(scope=scope, name=what, title=title, description=description, home=home)

    return (
        channel(
            "all",
            site.say("Jobs, news and events together"),
            site.say("Open postings, news and events of %(name)s.", name=name),
            addresses.HOME,
        ),
        channel("jobs", site.say("All jobs"), site.say("Open postings of %(name)s.", name=name), addresses.JOBS),
        channel("news", site.say("All news"), site.say("News of %(name)s.", name=name), addresses.NEWS),
        channel("events", site.say("All events"), site.say("Events to come of %(name)s.", name=name), addresses.EVENTS),
        channel(
            "changes",
            site.say("Changes to postings"),
            site.say(
                "What becomes of the postings of %(name)s: opened, extended, brought forward, closed, filled, "
                "withdrawn, open again. And which events take place after all.",
                name=name,
            ),
            addresses.JOBS,
        ),
    )


def organisation_channels(site: Site, organisations: Iterable[BoardOrganisation]) -> tuple[Channel, ...]:
    """A feed for each organisation, by name."""
    found = (
        Channel(
            scope=f"organisations/{each.id}",
            name=each.content.name,
            title=site.say(
                "%(organisation)s on %(site)s",
                organisation=each.content.short_name or each.content.name,
                site=site.name,
            ),
            description=site.say("Open postings, news and events of %(name)s.", name=each.content.name),
            home=addresses.organisation_path(each.id),
            formerly=tuple(f"organisations/{old}" for old in each.content.formerly),
        )
        for each in organisations
    )
    return tuple(sorted(found, key=lambda each: (alphabetical(each.name, site.lang), each.scope)))


def kind_channels(site: Site, there: Container[str]) -> tuple[Channel, ...]:
    """A feed for each kind of posting whose scope is among those `there`."""
    return tuple(
        Channel(
            scope=f"kind/{kind}",
            name=site.say(words.POSTING_KINDS[kind]),
            title=titled(site, site.say(words.POSTING_KINDS[kind])),
            description=site.say(
                "Open postings of %(site)s of this kind: %(kind)s.",
                site=site.name,
                kind=site.say(words.POSTING_KINDS[kind]),
            ),
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
            name=each.name_in(site.lang, site.main),
            title=titled(site, each.name_in(site.lang, site.main)),
            description=site.say(
                "Open postings, news and events of %(site)s on this topic: %(topic)s.",
                site=site.name,
                topic=each.name_in(site.lang, site.main),
            ),
            home=addresses.facet_path("topic", each.id) if each.id in of_postings else addresses.NEWS,
            formerly=tuple(f"topics/{old}" for old in each.formerly),
        )
        for each in topics
        if f"topics/{each.id}" in there
    )
    return tuple(sorted(found, key=lambda each: (alphabetical(each.name, site.lang), each.scope)))


def channel_groups(
    site: Site,
    standing: tuple[Channel, Channel, Channel, Channel, Channel],
    organisations: tuple[Channel, ...],
    topics: tuple[Channel, ...],
    kinds: tuple[Channel, ...],
    *,
    has_events: bool,
) -> tuple[ChannelGroup, ...]:
    """All feeds in the order a reader is offered them; groups without any are left out."""
    everything, jobs, news, events, changes = standing
    groups = (
        ChannelGroup(
            id="all",
            title=site.say("Everything"),
            explanation=site.say("Whatever appears here: jobs, news and events."),
            channels=(everything, news, *((events,) if has_events else ())),
        ),
        ChannelGroup(
            id="jobs",
            title=site.say("Jobs"),
            explanation=site.say("Open postings, the newest first. One that closes leaves the feed."),
            channels=(jobs,),
        ),
        ChannelGroup(
            id="changes",
            title=site.say("Changes"),
            explanation=site.say(
                "Tells you when a posting opens, when its deadline is extended or brought forward, when it closes, "
                "is filled or is withdrawn, and when that is taken back: an entry for each, kept for 90 days. "
                "Events that were called off and take place after all are in it, too."
            ),
            channels=(changes,),
        ),
        ChannelGroup(
            id="kind",
            title=site.say("Jobs by kind"),
            explanation=site.say("Only traineeships, say, or only calls for experts."),
            channels=kinds,
        ),
        ChannelGroup(
            id="topics",
            title=site.say("By topic"),
            explanation=site.say("Open postings, news and events on one subject."),
            channels=topics,
        ),
        ChannelGroup(
            id="organisations",
            title=site.say("By organisation"),
            explanation=site.say(
                "Open postings, news and events of one organisation and of those that are part of it."
            ),
            channels=organisations,
        ),
    )
    return tuple(each for each in groups if each.channels)
