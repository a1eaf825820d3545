"""Facets: the ways a list of postings can be narrowed without a script, each value a listing of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.model.topic import Topic
from jobboard.outputs.addresses import facet_path, link_here
from jobboard.outputs.page.frame import Feed, feed_forms, standing_feed, titled
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.listing import Collection
from jobboard.outputs.postings.list import Groups, jobs_collection
from jobboard.outputs.text import words
from jobboard.outputs.text.alphabet import alphabetical
from jobboard.source.catalogue import mark

_TERMS = {
    "kind": mark("Kind"),
    "country": mark("Country"),
    "topic": mark("Topic"),
    "language": mark("Language of the text"),
    "workplace": mark("Workplace"),
}

FEED_SCOPES = {"kind": "kind", "topic": "topics"}
"""The facets whose values have a feed, with the folder of those below /feeds/."""


class Facet(NamedTuple):
    """One value a posting is found by, whatever the language: `Facet("country", "be")`."""

    name: str
    value: str


def facets_of(posting: BoardPosting) -> tuple[Facet, ...]:
    """Every facet value of a posting."""
    synopsis = posting.synopsis
    return (
        Facet("kind", synopsis.kind),
        *(Facet("country", code.lower()) for code in synopsis.countries),
        *(Facet("topic", topic.id) for topic in posting.topics),
        Facet("language", posting.lang),
        *((Facet("workplace", synopsis.workplace),) if synopsis.workplace else ()),
    )


ByFacet = Mapping[Facet, list[BoardPosting]]
"""Listed postings by the values that any visible one has or had."""


def by_facet(visible: Iterable[BoardPosting], listed: Iterable[BoardPosting]) -> ByFacet:
    """The listed postings, which must be among the visible ones, in their order below each facet value."""
    facets = {posting.id: facets_of(posting) for posting in visible}
    found: dict[Facet, list[BoardPosting]] = {facet: [] for each in facets.values() for facet in each}
    for posting in listed:
        for facet in facets[posting.id]:
            found[facet].append(posting)
    return found


def paths_in_use(found: ByFacet) -> list[str]:
    """The addresses of the facet values that some listed posting has."""
    return [facet_path(name, value) for name, value in sorted(facet for facet, postings in found.items() if postings)]


class FacetIndex:
    """Postings by facet value, in the words of an edition."""

    def __init__(self, site: Site, found: ByFacet, topics: Iterable[Topic]) -> None:
        self._site = site
        self._topics = {topic.id: topic for topic in topics}
        self._found = sorted(
            ((facet.name, self._words_of(facet), facet.value, postings) for facet, postings in found.items()),
            key=lambda each: (each[0], alphabetical(each[1], site.lang), each[2]),
        )

    def listings(self) -> Iterator[tuple[Collection, list[BoardPosting]]]:
        """A listing for each value any visible posting has or had, so that an address once given stays, if empty."""
        say = self._site.say
        for name, text, value, postings in self._found:
            listing = jobs_collection(
                facet_path(name, value),
                say("Open postings: %(value)s", value=text),
                say("Open postings by %(term)s: %(value)s.", term=say(_TERMS[name]).lower(), value=text),
                say("There is no open posting of this kind at the moment."),
                self._feeds(name, value, text),
            )
            yield listing, postings

    def _feeds(self, name: str, value: str, text: str) -> tuple[Feed, ...]:
        """The feed of the same, where there is one; else that of all jobs, which holds these among others."""
        if name in FEED_SCOPES:
            return feed_forms(self._site, f"{FEED_SCOPES[name]}/{value}", titled(self._site, text))
        return standing_feed(self._site, "jobs")

    def groups(self) -> Groups:
        """Links to the values that some listed posting has."""
        links: dict[str, list[Link]] = {name: [] for name in _TERMS}
        for name, text, value, postings in self._found:
            if postings:
                links[name].append(Link(text=text, href=link_here(self._site, facet_path(name, value))))
        return Groups(tuple((self._site.say(term), tuple(links[name])) for name, term in _TERMS.items() if links[name]))

    def _words_of(self, facet: Facet) -> str:
        """What readers of the edition call a value."""
        match facet.name:
            case "kind":
                return self._site.say(words.POSTING_KINDS[facet.value])
            case "country":
                return words.country_words(facet.value.upper(), self._site.lang)
            case "topic":
                return self._topics[facet.value].name_in(self._site.lang, self._site.main)
            case "language":
                return words.language_words(facet.value, self._site.lang)
            case _:
                return self._site.say(words.WORKPLACES[facet.value])
