"""Every feed of the site, in the groups and the order in which readers are offered them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.model.topic import Topic
from jobboard.outputs.feeds.groups import FeedGroup
from jobboard.outputs.page.collection import (
    Collection,
    collection_path,
    of_organisation,
    of_topic,
    standing,
)
from jobboard.outputs.postings.facets import collections_of_facets
from jobboard.outputs.text.alphabet import alphabetical
from jobboard.source.catalogue import mark

_GROUPS: Mapping[str, tuple[str, str]] = {
    "all": (mark("Everything"), mark("Whatever appears here: jobs, news and events.")),
    "jobs": (mark("Jobs"), mark("Open postings, the newest first. One that closes leaves the feed.")),
    "changes": (
        mark("Changes"),
        mark(
            "Tells you when a posting opens, when its deadline is extended or brought forward, when it closes, "
            "is filled or is withdrawn, and when that is taken back: an entry for each, kept for 90 days. "
            "Events that were called off and take place after all are in it, too."
        ),
    ),
    "kind": (mark("Jobs by kind"), mark("Only traineeships, say, or only calls for experts.")),
    "country": (mark("Jobs by country"), mark("Work in one country, and remote work from there.")),
    "workplace": (mark("Jobs by workplace"), mark("Only remote work, say, or only work on site.")),
    "language": (mark("Jobs by language"), mark("Postings whose text is in one language.")),
    "topics": (mark("By topic"), mark("Open postings, news and events on one subject.")),
    "organisations": (
        mark("By organisation"),
        mark("Open postings, news and events of one organisation and of those that are part of it."),
    ),
}
"""By the anchor of each, its heading and what it is."""


def collections_with_feeds(
    site: Site,
    organisations: Iterable[BoardOrganisation],
    topics: Iterable[Topic],
    there: Container[str],
    of_postings: Mapping[str, object],
) -> dict[str, tuple[Collection, ...]]:
    """The collections that have a feed, by the group they are offered in.

    Of kinds, topics and events it is those that ever had an item, whose paths are `there`; `of_postings` are the paths
    of those that had a posting.
    """
    events = (standing(site, "events"),) if "events" in there else ()
    facets = collections_of_facets(site, (path for path in of_postings if path in there))
    used = [topic for topic in topics if site.has_extras and collection_path("topic", topic.id) in there]
    return {
        "all": (*_if_extras(site, "all"), standing(site, "news"), *events),
        "jobs": (standing(site, "jobs"),),
        "changes": _if_extras(site, "changes"),
        **facets,
        "topics": _by_name(
            site, (of_topic(site, each, has_postings=collection_path("topic", each.id) in of_postings) for each in used)
        ),
        "organisations": _by_name(site, (of_organisation(site, each) for each in organisations)),
    }


def feed_groups(site: Site, collections: Mapping[str, tuple[Collection, ...]]) -> tuple[FeedGroup, ...]:
    """All feeds in the order a reader is offered them; groups without any are left out."""
    return tuple(
        FeedGroup(id=id_, title=site.say(title), explanation=site.say(explanation), collections=collections[id_])
        for id_, (title, explanation) in _GROUPS.items()
        if collections[id_]
    )


def _if_extras(site: Site, path: str) -> tuple[Collection, ...]:
    return (standing(site, path),) if site.has_extras else ()


def _by_name(site: Site, collections: Iterable[Collection]) -> tuple[Collection, ...]:
    return tuple(sorted(collections, key=lambda each: (alphabetical(each.name, site.lang), each.path)))
