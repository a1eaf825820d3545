"""Facets: the ways a list of postings can be narrowed without a script, each value a listing of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec import structs

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.model.parts.offer import ANYWHERE
from jobboard.model.topic import Topic
from jobboard.outputs.addresses import BROWSE, JOBS, facet_folder, facet_path, here, link_here
from jobboard.outputs.finding.fields import FIELDS, ValueNames
from jobboard.outputs.page.browse import BrowsePage, Folder, Way
from jobboard.outputs.page.collection import (
    Collection,
    collection_path,
    of_country,
    of_kind,
    of_language,
    of_topic,
    of_workplace,
)
from jobboard.outputs.page.frame import head_of
from jobboard.outputs.page.listing import Listing
from jobboard.outputs.page.trail import Crumb
from jobboard.outputs.page.versions import versions_of_list
from jobboard.outputs.postings.list import NOTHING_OPEN, Section, jobs_listing, views_of
from jobboard.outputs.text import words
from jobboard.outputs.text.alphabet import alphabetical
from jobboard.source.catalogue import mark

_NAMES = ("kind", "country", "topic", "language", "workplace")
_TERMS = {name: FIELDS[name].term for name in _NAMES} | {"language": mark("Language of the text")}
"""What facets are called: as the fields of the filter, but for the language, which there is what one speaks."""

_FOLDERS = {
    "kind": mark("Open postings by kind"),
    "country": mark("Open postings by country"),
    "topic": mark("Open postings by topic"),
    "language": mark("Open postings by language of the text"),
    "workplace": mark("Open postings by workplace"),
}
"""What the page of a facet's values is called."""

_NOTHING = ValueNames(organisations={}, topics={}, towns={})


_COLLECTIONS: Mapping[str, Callable[[Site, str, str], Collection]] = {
    "kind": of_kind,
    "country": of_country,
    "workplace": of_workplace,
    "language": of_language,
}
"""By the facet, what makes the collection of a value that is called so; that of a topic has news and events, too."""

_ORDERED = {"kind": words.POSTING_KINDS, "workplace": words.WORKPLACES}
"""The facets whose values have an order of their own; others are in that of the alphabet."""

_THERE, _REMOTE = mark("Work in this country"), mark("Remote work from this country")


class Facet(NamedTuple):
    """One value a posting is found by, whatever the language: `Facet("country", "be")`."""

    name: str
    value: str

    @property
    def path(self) -> str:
        """That of the collection of all with this value."""
        return collection_path(self.name, self.value)


def countries_of(posting: BoardPosting) -> Iterator[str]:
    """The countries a posting is in, and those one may work from, as addresses write them."""
    synopsis = posting.synopsis
    return (code.lower() for code in (*synopsis.countries, *synopsis.applicants_from) if code != ANYWHERE)


def facets_of(posting: BoardPosting) -> tuple[Facet, ...]:
    """Every facet value of a posting: its countries are those it is in and those one may work from.

    Work from anywhere belongs to every country that has a list, and makes none by itself.
    """
    synopsis = posting.synopsis
    return (
        Facet("kind", synopsis.kind),
        *(Facet("country", code) for code in countries_of(posting)),
        *(Facet("topic", topic.id) for topic in posting.topics),
        Facet("language", posting.lang),
        *((Facet("workplace", synopsis.workplace),) if synopsis.workplace else ()),
    )


def facets_among(paths: Iterable[str]) -> Iterator[Facet]:
    """The facet values among the paths of collections."""
    names = {collection_path(name, ""): name for name in _TERMS}
    for path in paths:
        folder, slash, value = path.partition("/")
        if folder + slash in names:
            yield Facet(names[folder + slash], value)


def browse_page(site: Site, ways: tuple[Way, ...]) -> BrowsePage:
    """The ways to narrow the open postings. They stand here alone: on lists, all would change with each."""
    return BrowsePage(
        head=head_of(
            site,
            here(site, BROWSE),
            site.say("Browse the open postings"),
            site.say("Open postings by kind, country, topic, language and workplace."),
            section=JOBS,
            versions=versions_of_list(site, BROWSE),
        ),
        heading=site.say("Browse the open postings"),
        ways=ways,
        empty=site.say(NOTHING_OPEN),
        views=views_of(site, link_here(site, BROWSE)),
    )


class FacetIndex:
    """Postings by facet value, in the words of an edition."""

    def __init__(
        self, site: Site, facets: Iterable[Facet], listed: Mapping[str, list[BoardPosting]], topics: Iterable[Topic]
    ) -> None:
        """Of the values that any visible posting has or had; `listed` are by the paths of collections."""
        self._site = site
        self._topics = {topic.id: topic for topic in topics}
        known = structs.replace(_NOTHING, topics=self._topics)
        self._found = sorted(
            ((facet, facet_words(site, facet, known), listed.get(facet.path, [])) for facet in facets),
            key=lambda each: (each[0].name, alphabetical(each[1], site.lang), each[0].value),
        )

    def listings(self) -> Iterator[tuple[Listing, list[BoardPosting], tuple[Section, ...]]]:
        """A listing for each value any visible posting has or had, so that an address once given stays, if empty.

        Of a country with the sections of its list: the work that is there, then remote work from there.
        """
        say = self._site.say
        for facet, text, postings in self._found:
            listing = jobs_listing(
                facet_path(*facet),
                say("Open postings: %(value)s", value=text),
                say("Open postings by %(term)s: %(value)s.", term=say(_TERMS[facet.name]).lower(), value=text),
                say("There is no open posting of this kind at the moment."),
                self._collection(facet, text),
            )
            above = Crumb(path=facet_folder(facet.name), name=say(_TERMS[facet.name]))
            listing = structs.replace(listing, called=text, within=(above,))
            if facet.name == "country":
                there = [each for each in postings if facet.value.upper() in each.synopsis.countries]
                remote = [each for each in postings if facet.value.upper() not in each.synopsis.countries]
                sections = (Section(say(_THERE), len(there)), Section(say(_REMOTE), len(remote))) if remote else ()
                yield listing, [*there, *remote], tuple(each for each in sections if each.number)
            else:
                yield listing, postings, ()

    def _collection(self, facet: Facet, text: str) -> Collection:
        """What has a feed of the same."""
        if facet.name == "topic":
            return of_topic(self._site, self._topics[facet.value], has_postings=True)
        return _COLLECTIONS[facet.name](self._site, facet.value, text)

    def ways(self) -> tuple[Way, ...]:
        """The values that some listed posting has, under their terms."""
        return tuple(way for name in _TERMS for way in self._way(name))

    def folders(self) -> Iterator[tuple[Folder, tuple[Way, ...]]]:
        """What the lists of each facet are below, with the values that some listed posting has."""
        say, there = self._site.say, {facet.name for facet, _, _ in self._found}
        for name, title in _FOLDERS.items():
            if name in there:
                folder = Folder(
                    path=facet_folder(name),
                    term=say(_TERMS[name]),
                    title=say(title),
                    description=say("Open postings by kind, country, topic, language and workplace."),
                    section=JOBS,
                    empty=say(NOTHING_OPEN),
                )
                yield folder, self._way(name)

    def _way(self, name: str) -> tuple[Way, ...]:
        values = tuple(
            (text, link_here(self._site, facet_path(*facet)), len(postings))
            for facet, text, postings in self._found
            if postings and facet.name == name
        )
        return ((self._site.say(_TERMS[name]), values),) if values else ()


def facet_words(site: Site, facet: Facet, known: ValueNames = _NOTHING) -> str:
    """What readers of an edition call a value; that of a topic is among what is `known`."""
    return FIELDS[facet.name].name(site, facet.value, known)


def collections_of_facets(site: Site, paths: Iterable[str]) -> dict[str, tuple[Collection, ...]]:
    """The collections of facet values among these paths, by facet; those of topics are not postings' alone."""
    found: dict[str, list[Facet]] = {name: [] for name in _COLLECTIONS}
    for facet in facets_among(paths):
        if facet.name in found:
            found[facet.name].append(facet)
    return {
        name: tuple(make(site, each.value, facet_words(site, each)) for each in sorted(found[name], key=_rank_in(site)))
        for name, make in _COLLECTIONS.items()
    }


def _rank_in(site: Site) -> Callable[[Facet], tuple[int, object, str]]:
    """The order readers are offered the values of a facet in: that of the model where it has one, else the alphabet."""

    def rank(facet: Facet) -> tuple[int, object, str]:
        ordered = _ORDERED.get(facet.name)
        if ordered:
            return [*ordered].index(facet.value), "", facet.value
        return 0, alphabetical(facet_words(site, facet), site.lang), facet.value

    return rank
