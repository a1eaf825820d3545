"""Collections: sets of items with a name and an address. The pages, the feed and the calendar of one follow from it."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.model.topic import Topic
from jobboard.outputs.addresses import EVENTS, HOME, JOBS, NEWS, facet_path, organisation_path
from jobboard.source.catalogue import mark


class Collection(Struct, frozen=True, kw_only=True):
    """A set of items with a name and an address, whatever is in it.

    `path` is its own below /feeds/ and /calendars/, `home` that of the page that shows it, in every edition. `name` is
    what it is called where the site is known, `title` where it is not: in a reader, and in a calendar if that has no
    `calendar_title` of its own. `formerly` are its paths before it was renamed, oldest first.
    """

    path: str
    home: str
    title: str
    name: str = ""
    description: str = ""
    calendar_title: str = ""
    formerly: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """Where subscribers find it: readers and calendar programs follow no page that says it has moved."""
        return tuple(dict.fromkeys((self.path, *self.formerly)))

    @property
    def identity(self) -> str:
        """The first path it had, which it is known by for ever."""
        return (*self.formerly, self.path)[0]


_FOLDERS = {"organisation": "organisations", "topic": "topics"}


@functools.cache
def collection_path(what: str, value: str) -> str:
    """The path of what shares an organisation, a topic, or a kind, country, language or workplace."""
    return f"{_FOLDERS.get(what, what)}/{value}"


class _Standing(NamedTuple):
    home: str
    title: str
    name: str = ""
    description: str = ""


_STANDING: Mapping[str, _Standing] = {
    "all": _Standing(
        HOME,
        mark("%(site)s: all"),
        mark("Jobs, news and events together"),
        mark("Open postings, news and events of %(name)s."),
    ),
    "jobs": _Standing(JOBS, mark("%(site)s: jobs"), mark("All jobs"), mark("Open postings of %(name)s.")),
    "news": _Standing(NEWS, mark("%(site)s: news"), mark("All news"), mark("News of %(name)s.")),
    "events": _Standing(EVENTS, mark("%(site)s: events"), mark("All events"), mark("Events to come of %(name)s.")),
    "changes": _Standing(
        JOBS,
        mark("%(site)s: changes"),
        mark("Changes to postings"),
        mark(
            "What becomes of the postings of %(name)s: opened, extended, brought forward, closed, filled, withdrawn, "
            "open again. And which events take place after all."
        ),
    ),
    "deadlines": _Standing(JOBS, mark("%(site)s: deadlines"), mark("All deadlines")),
}


def standing(site: Site, path: str) -> Collection:
    """One of those that every site has: all, jobs, news, events, changes to postings, open deadlines."""
    found = _STANDING[path]
    return Collection(
        path=path,
        home=found.home,
        title=site.say(found.title, site=site.name),
        name=site.say(found.name) if found.name else "",
        description=site.say(found.description, name=site.name) if found.description else "",
    )


def of_organisation(site: Site, organisation: BoardOrganisation) -> Collection:
    """What an organisation and those that are part of it publish."""
    content = organisation.content
    called = content.short_name or content.name
    return Collection(
        path=collection_path("organisation", organisation.id),
        home=organisation_path(organisation.id),
        title=site.say("%(organisation)s on %(site)s", organisation=called, site=site.name),
        name=content.name,
        description=site.say("Open postings, news and events of %(name)s.", name=content.name),
        calendar_title=site.say(
            "%(organisation)s on %(site)s: deadlines and events", organisation=called, site=site.name
        ),
        formerly=tuple(collection_path("organisation", old) for old in content.formerly),
    )


def of_topic(site: Site, topic: Topic, *, has_postings: bool) -> Collection:
    """What there is on a topic. Its page is that of its postings, if it has any, whose list is there for ever then."""
    name = topic.name_in(site.lang, site.main)
    return Collection(
        path=collection_path("topic", topic.id),
        home=facet_path("topic", topic.id) if has_postings else NEWS,
        title=titled(site, name),
        name=name,
        description=site.say(
            "Open postings, news and events of %(site)s on this topic: %(topic)s.", site=site.name, topic=name
        ),
        formerly=tuple(collection_path("topic", old) for old in topic.formerly),
    )


def of_kind(site: Site, kind: str, name: str) -> Collection:
    """The postings of a kind, which is called so."""
    said = site.say("Open postings of %(site)s of this kind: %(kind)s.", site=site.name, kind=name)
    return _of_facet(site, "kind", kind, name, said)


def of_country(site: Site, code: str, name: str) -> Collection:
    """The postings in a country, and those that are remote from it."""
    said = site.say(
        "Open postings of %(site)s in this country, and remote work from there: %(country)s.",
        site=site.name,
        country=name,
    )
    return _of_facet(site, "country", code, name, said)


def of_workplace(site: Site, workplace: str, name: str) -> Collection:
    """The postings with a workplace: on site, hybrid or remote."""
    said = site.say("Open postings of %(site)s with this workplace: %(workplace)s.", site=site.name, workplace=name)
    return _of_facet(site, "workplace", workplace, name, said)


def of_language(site: Site, code: str, name: str) -> Collection:
    """The postings whose text is in a language."""
    said = site.say("Open postings of %(site)s written in this language: %(language)s.", site=site.name, language=name)
    return _of_facet(site, "language", code, name, said)


def _of_facet(site: Site, facet: str, value: str, name: str, description: str) -> Collection:
    return Collection(
        path=collection_path(facet, value),
        home=facet_path(facet, value),
        title=titled(site, name),
        name=name,
        description=description,
    )


def titled(site: Site, what: str) -> str:
    """What a set of something is called in a reader."""
    return site.say("%(site)s: %(what)s", site=site.name, what=what)
