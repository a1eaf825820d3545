"""Facets: the ways a list of postings can be narrowed without a script, each value a listing of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.outputs import words
from jobboard.outputs.addresses import facet_path, href
from jobboard.outputs.cards import Link
from jobboard.outputs.listing import Listing

_TERMS = {
    "kind": "Kind",
    "country": "Country",
    "topic": "Topic",
    "language": "Language of the text",
    "workplace": "Workplace",
}


@dataclass(frozen=True, slots=True, order=True)
class Facet:
    """One value a posting is found by: `Facet("country", "Belgium", "be")`."""

    name: str
    words: str
    value: str


def facets_of(posting: BoardPosting, site: Site) -> Iterator[Facet]:
    """Every facet value of a posting."""
    content, lang = posting.content, site.lang
    yield Facet("kind", words.KINDS[content.kind], content.kind.value)
    for code in dict.fromkeys(place.country for place in content.place):
        yield Facet("country", words.country_words(code, lang), code.lower())
    for topic in posting.topics:
        yield Facet("topic", topic.name_in(lang), topic.id)
    yield Facet("language", words.language_words(posting.lang, lang), posting.lang)
    if content.workplace is not None:
        yield Facet("workplace", words.WORKPLACES[content.workplace], content.workplace.value)


def facet_listings(
    site: Site, visible: Iterable[BoardPosting], listed: Iterable[BoardPosting]
) -> Iterator[tuple[Listing, list[BoardPosting]]]:
    """A listing for each value any visible posting has or had, so that an address once given stays, if empty."""
    chosen: dict[Facet, list[BoardPosting]] = {facet: [] for posting in visible for facet in facets_of(posting, site)}
    for posting in listed:
        for facet in facets_of(posting, site):
            chosen[facet].append(posting)
    for facet, postings in sorted(chosen.items()):
        listing = Listing(
            path=facet_path(facet.name, facet.value),
            title=f"Open postings: {facet.words}",
            description=f"Open postings by {_TERMS[facet.name].lower()}: {facet.words}.",
            empty="There is no open posting of this kind at the moment.",
        )
        yield listing, postings


def groups_of(site: Site, listed: Iterable[BoardPosting]) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """The facet values that lead somewhere now, under their terms."""
    used = sorted({facet for posting in listed for facet in facets_of(posting, site)})
    return tuple(
        (
            term,
            tuple(
                Link(text=each.words, href=href(site, facet_path(name, each.value)))
                for each in used
                if each.name == name
            ),
        )
        for name, term in _TERMS.items()
        if any(each.name == name for each in used)
    )
