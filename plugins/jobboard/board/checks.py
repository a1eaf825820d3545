"""Checks between files: what one names must exist in another. Documents and models in, problems out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from msgspec import Struct

from jobboard.model import codes
from jobboard.model.event import Event
from jobboard.model.introduction import Introduction
from jobboard.model.library import Library
from jobboard.model.news import NewsItem, Quote
from jobboard.model.organisation import Organisation
from jobboard.model.page import Page
from jobboard.model.parts import Author, Contact
from jobboard.model.posting import Posting
from jobboard.source.document import Document
from jobboard.source.folder import TOPICS
from jobboard.source.problem import Level, Problem, did_you_mean
from jobboard.source.slug import is_id
from jobboard.source.tree import Mapping as MappingNode
from jobboard.source.tree import Node
from jobboard.source.tree import Sequence as SequenceNode

RESERVED: Mapping[str, frozenset[str]] = {
    "postings": frozenset(
        ["page", "closing-soon", "closed", "newest", "kind", "country", "topic", "language", "workplace"]
    ),
    "news": frozenset(["page", "kind", "year"]),
    "events": frozenset(["page", "past", "kind"]),
    "organisations": frozenset({"page"}),
    "pages": frozenset(
        ["404", "accessibility", "calendars", "events", "feeds", "jobs", "media", "news", "organisations"]
    ).union(["page", "pictures", "subscribe", "theme", "topics"]),
    "topics": frozenset(),
}
"""Ids that would take the address of a listing (DESIGN section 5); of a plain page those at the root."""

Item = Posting | NewsItem | Event | Organisation | Page | Introduction
Translated = Posting | NewsItem | Event | Page | Introduction


class Checker(Struct, frozen=True):
    """Places problems at the line of a field of a document."""

    library: Library

    def at(self, item: Item, field: str, message: str, hint: str = "", level: Level = Level.PROBLEM) -> Problem:
        return Problem(item.path, line_of(self.library.documents[item.path], field), field, message, hint, level)


def line_of(document: Document, field: str) -> int:
    """The line of a dotted field (`place.2.country`) in its file; its nearest known parent's, else 1."""
    node: Node = document.fields
    line = 1
    for part in field.split("."):
        if isinstance(node, MappingNode):
            entry = next((entry for entry in node.entries if entry.key == part), None)
            if entry is None:
                return line
            line, node = entry.line, entry.value
        elif isinstance(node, SequenceNode) and part.isdigit() and 0 < int(part) <= len(node.items):
            node = node.items[int(part) - 1]
            line = node.line
    return line


def check_library(library: Library) -> Iterator[Problem]:
    """Every problem between files, except those of files and pictures (`links`) and of time (`timing`).

    Of settled documents nothing is asked: they name what is there, and were never called anything else.
    """
    checker = Checker(library)
    for folder, items in _folders(library):
        unsettled = [item for item in items.values() if item.path not in library.settled]
        yield from _check_ids(folder, unsettled, items, checker)
    postings = [item for item in library.postings.values() if item.path not in library.settled]
    for posting in postings:
        yield from _check_known(posting, "organisation", posting.organisation, "organisations", checker)
    news = [item for item in library.news.values() if item.path not in library.settled]
    for item in news:
        yield from _check_known(item, "organisations", item.organisations, "organisations", checker)
        yield from _check_known(item, "related", item.related, "news", checker)
        yield from _check_people(item, checker)
    for event in library.events.values():
        yield from _check_known(event, "organisations", event.organisations, "organisations", checker)
        yield from _check_people(event, checker)
    for organisation in library.organisations.values():
        yield from _check_tree(organisation, checker)
    tagged_items: list[Posting | NewsItem | Event] = [*postings, *news, *library.events.values()]
    for tagged in tagged_items:
        yield from _check_topics(tagged, checker)
        yield from _check_translation(tagged, checker)
    for page in library.pages.values():
        yield from _check_translation(page, checker)
    for introduction in library.introductions.values():
        yield from _check_introduction(introduction, checker)
        yield from _check_translation(introduction, checker)


def _folders(library: Library) -> Iterator[tuple[str, Mapping[str, Item]]]:
    yield "postings", library.postings
    yield "news", library.news
    yield "events", library.events
    yield "organisations", library.organisations
    yield "pages", library.pages
    yield "topics", library.introductions


def _check_ids(
    folder: str, unsettled: Iterable[Item], items: Mapping[str, Item], checker: Checker
) -> Iterator[Problem]:
    claimed: dict[str, str] = {}
    taken = "an address of the site itself" if folder == "pages" else "the address of a listing"
    for item in unsettled:
        if _is_reserved(item.id, folder):
            yield checker.at(item, "", f"'{item.id}' is {taken}", "rename the file")
        for name in item.formerly:
            if _is_reserved(name, folder):
                yield checker.at(item, "formerly", f"'{name}' is {taken}", "delete it here")
            elif name in items and name != item.id:
                yield checker.at(
                    item,
                    "formerly",
                    f"{name} is the name of content/{items[name].path} today",
                    "an old name belongs to one item for ever; take another name for the new file",
                )
            elif name in claimed:
                yield checker.at(
                    item,
                    "formerly",
                    f"{name} was also content/{claimed[name]}",
                    "an old name belongs to one item for ever; keep it in one of the two",
                )
            claimed[name] = item.path


def _is_reserved(id_: str, folder: str) -> bool:
    """True for an id that is an address already, be it that of an edition nobody has added yet: `/it/`."""
    return id_ in RESERVED[folder] or (folder == "pages" and len(id_) == 2 and codes.is_language(id_))


def _check_known(item: Item, field: str, ids: Iterable[str], folder: str, checker: Checker) -> Iterator[Problem]:
    known: Mapping[str, Item] = dict(_folders(checker.library))[folder]
    failed = checker.library.failed[folder]
    ids = tuple(ids)
    for number, id_ in enumerate(ids, 1):
        if id_ not in known and id_ not in failed:
            name = field if len(ids) == 1 else f"{field}.{number}"
            yield checker.at(item, name, f"no file content/{folder}/{id_}.md", _nearest_of(id_, known, failed))


def _nearest_of(id_: str, known: Iterable[str], failed: Iterable[str]) -> str:
    """The hint that offers a near id, be it one whose file has problems of its own."""
    return did_you_mean(id_, [*known, *filter(is_id, failed)])


def _check_people(item: NewsItem | Event, checker: Checker) -> Iterator[Problem]:
    named: Mapping[str, Sequence[Author | Quote | Contact]]
    if isinstance(item, Event):
        named = {"speakers": item.speakers, "contacts": item.contacts}
    else:
        named = {"authors": item.authors, "quotes": item.quotes, "contacts": item.contacts}
    for field, people in named.items():
        for number, person in enumerate(people, 1):
            if person.organisation is not None:
                yield from _check_known(
                    item, f"{field}.{number}.organisation", [person.organisation], "organisations", checker
                )


def _check_topics(item: Posting | NewsItem | Event, checker: Checker) -> Iterator[Problem]:
    topics, failed = checker.library.topics, checker.library.failed[TOPICS]
    for number, id_ in enumerate(item.topics if checker.library.has_topics else (), 1):
        if id_ not in topics and id_ not in failed:
            yield checker.at(
                item,
                "topics" if len(item.topics) == 1 else f"topics.{number}",
                f"'{id_}' is no topic of content/topics.yaml",
                _nearest_of(id_, topics, failed),
            )


def _check_tree(organisation: Organisation, checker: Checker) -> Iterator[Problem]:
    if organisation.part_of is None:
        return
    yield from _check_known(organisation, "part_of", [organisation.part_of], "organisations", checker)
    seen = [organisation.id]
    above = checker.library.organisations.get(organisation.part_of)
    while above is not None:
        if above.id in seen:
            if above.id == organisation.id:
                yield checker.at(
                    organisation,
                    "part_of",
                    f"goes round in a circle: {' → '.join([*seen, above.id])}",
                    "an organisation cannot be part of itself",
                )
            return
        seen.append(above.id)
        above = checker.library.organisations.get(above.part_of or "")


def _check_introduction(item: Introduction, checker: Checker) -> Iterator[Problem]:
    """The file of an introduction is named after its topic; that of a translation names it in `translation_of`."""
    library = checker.library
    yield from _check_known(item, "organisations", item.organisations, "organisations", checker)
    topics, failed = library.topics, library.failed[TOPICS]
    if item.translation_of is None and library.has_topics and item.id not in topics and item.id not in failed:
        hint = _nearest_of(item.id, topics, failed) or "the file is named after its topic; add it to the list"
        yield checker.at(item, "", f"'{item.id}' is no topic of content/topics.yaml", hint)


_SHARED: Mapping[str, tuple[str, ...]] = {
    "postings": ("deadline", "review_by", "deadline_was", "closed", "apply", "review_was", "reopened"),
    "pages": ("menu", "order"),
    "topics": ("organisations",),
}
"""The fields of a translation that are its original's."""


def _check_translation(item: Translated, checker: Checker) -> Iterator[Problem]:
    if item.translation_of is None:
        return
    folder = item.path.split("/", 1)[0]
    yield from _check_known(item, "translation_of", [item.translation_of], folder, checker)
    original = cast("Mapping[str, Translated]", dict(_folders(checker.library))[folder]).get(item.translation_of)
    if original is None:
        return
    if original.id == item.id:
        yield checker.at(item, "translation_of", "names its own file", "name the original")
    elif original.translation_of is not None:
        yield checker.at(
            item,
            "translation_of",
            f"{original.id} is a translation itself",
            f"name the original: {original.translation_of}",
        )
    elif item.lang == original.lang:
        yield checker.at(item, "lang", f"the same language as {original.id}", "say the language of this text: lang: fr")
    for field in _SHARED.get(folder, ()):
        own = getattr(item, field)
        if own and own != getattr(original, field):
            yield checker.at(
                item,
                field,
                f"differs from that of {original.id}",
                "delete it here: a translation takes it from its original",
            )
