"""Facets: the ways a list of postings can be narrowed without a script, each value a listing of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.outputs import words
from jobboard.outputs.addresses import facet_path, href
from jobboard.outputs.cards import Link
from jobboard.outputs.frame import Feed, feed_forms
from jobboard.outputs.listing import Groups, Listing

_TERMS = {
    "kind": "Kind",
    "country": "Country",
    "topic": "Topic",
    "language": "Language of the text",
    "workplace": "Workplace",
}

FEED_SCOPES = {"kind": "kind", "topic": "topics"}
"""The facets whose values have a feed, with the folder of those below /feeds/."""


class Facet(NamedTuple):
    """One value a posting is found by: `Facet("country", "Belgium", "be")`."""

    name: str
    words: str
    value: str


def facets_of(posting: BoardPosting, site: Site) -> Iterator[Facet]:
    """Every facet value of a posting."""
    synopsis, lang = posting.synopsis, site.lang
    yield Facet("kind", words.KINDS[synopsis.kind], synopsis.kind)
    for code in synopsis.countries:
        yield Facet("country", words.country_words(code, lang), code.lower())
    for topic in posting.topics:
        yield Facet("topic", topic.name_in(lang), topic.id)
    yield Facet("language", words.language_words(posting.lang, lang), posting.lang)
    if synopsis.workplace:
        yield Facet("workplace", words.WORKPLACES[synopsis.workplace], synopsis.workplace)


def paths_in_use(listed: Iterable[BoardPosting]) -> list[str]:
    """The addresses of the facet values that some listed posting has: quicker than an index, for the sitemap."""
    found = {(name, value) for posting in listed for name, value in _values_of(posting)}
    return [facet_path(name, value) for name, value in sorted(found)]


def _values_of(posting: BoardPosting) -> Iterator[tuple[str, str]]:
    synopsis = posting.synopsis
    yield "kind", synopsis.kind
    yield "language", posting.lang
    for code in synopsis.countries:
        yield "country", code.lower()
    for topic in posting.topics:
        yield "topic", topic.id
    if synopsis.workplace:
        yield "workplace", synopsis.workplace


class FacetIndex:
    """Postings by facet value. `listed` must be among `visible`."""

    def __init__(self, site: Site, visible: Iterable[BoardPosting], listed: Iterable[BoardPosting]) -> None:
        self._site = site
        facets = {posting.id: tuple(facets_of(posting, site)) for posting in visible}
        self._found: dict[Facet, list[BoardPosting]] = {facet: [] for each in facets.values() for facet in each}
        for posting in listed:
            for facet in facets[posting.id]:
                self._found[facet].append(posting)

    def listings(self) -> Iterator[tuple[Listing, list[BoardPosting]]]:
        """A listing for each value any visible posting has or had, so that an address once given stays, if empty."""
        for facet, postings in sorted(self._found.items(), key=lambda item: item[0]):
            listing = Listing(
                path=facet_path(facet.name, facet.value),
                title=f"Open postings: {facet.words}",
                description=f"Open postings by {_TERMS[facet.name].lower()}: {facet.words}.",
                empty="There is no open posting of this kind at the moment.",
                feeds=self._feeds(facet),
            )
            yield listing, postings

    def _feeds(self, facet: Facet) -> tuple[Feed, ...]:
        """The feed of the same, where there is one; else that of all jobs, which holds these among others."""
        name = self._site.name
        if facet.name in FEED_SCOPES:
            return feed_forms(self._site, f"{FEED_SCOPES[facet.name]}/{facet.value}", f"{name}: {facet.words}")
        return feed_forms(self._site, "jobs", f"{name}: jobs")

    def groups(self) -> Groups:
        """Links to the values that some listed posting has."""
        links: dict[str, list[Link]] = {name: [] for name in _TERMS}
        for facet in sorted(facet for facet, postings in self._found.items() if postings):
            links[facet.name].append(Link(text=facet.words, href=href(self._site, facet_path(facet.name, facet.value))))
        return Groups(tuple((term, tuple(links[name])) for name, term in _TERMS.items() if links[name]))
