"""Checks between files: what one names must exist in another. Documents and models in, problems out."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from msgspec import Struct

from jobboard.board.chains import cycles_in
from jobboard.model.fields.references import NamedId, references_of
from jobboard.model.introduction import Introduction
from jobboard.model.library import Library
from jobboard.model.organisation import Organisation
from jobboard.model.records import Items
from jobboard.model.texts import codes
from jobboard.source.content.document import Document
from jobboard.source.content.folder import TOPICS
from jobboard.source.kinds import BY_FOLDER, RESERVED
from jobboard.source.message import UNSAID, Phrase, message, phrase
from jobboard.source.problem import Level, Problem, did_you_mean
from jobboard.source.slug import is_id
from jobboard.source.yaml.tree import Mapping as MappingNode
from jobboard.source.yaml.tree import Node
from jobboard.source.yaml.tree import Sequence as SequenceNode

NAME_OF_THE_SITE = message("name-of-the-site", "'%(name)s' is an address of the site itself")
NAME_OF_A_LISTING = message("name-of-a-listing", "'%(name)s' is the address of a listing")
FORMER_NAME_IN_USE = message("former-name-in-use", "%(name)s is the name of content/%(path)s today")
FORMER_NAME_TWICE = message("former-name-twice", "%(name)s was also content/%(path)s")
RENAMED = message("renamed", "%(old)s is called %(today)s today")
FILE_MISSING = message("file-missing", "no file content/%(path)s")
TOPIC_UNKNOWN = message("topic-unknown", "'%(id)s' is no topic of content/topics.yaml")
NAMES_ITSELF = message("names-itself", "names its own file")
CIRCLE = message("circle", "goes round in a circle: %(files)s")


class Item(Protocol):
    """The record of a file, of whatever kind."""

    @property
    def id(self) -> str: ...

    @property
    def path(self) -> str: ...

    @property
    def formerly(self) -> tuple[str, ...]: ...


T = TypeVar("T", bound=Any)
"""An item as a board has it: with a folder and an id."""


class Locator(Struct, frozen=True):
    """Places problems at the line of a field of a document.

    `about` are the files that are asked about; None for all.
    """

    library: Library
    about: Collection[str] | None = None

    def asked(self, items: Iterable[T]) -> list[T]:
        """Those of a board's items that are asked about."""
        if self.about is None:
            return [*items]
        of = self.library.items
        return [each for each in items if of[each.folder].paths[each.id] in self.about]

    def at(
        self, item: Item, field: str, message: Phrase, hint: Phrase = UNSAID, level: Level = Level.PROBLEM
    ) -> Problem:
        return Problem(item.path, line_of(self.library.documents[item.path], field), field, message, hint, level)


def line_of(document: Document, field: str) -> int:
    """The line of a dotted field (`place.2.country`) in its file; its nearest known parent's, else 1."""
    node: Node = document.fields
    line = 1
    for part in field.split("."):
        if isinstance(node, MappingNode):
            entry = node.entry(part)
            if entry is None:
                return line
            line, node = entry.line, entry.value
        elif isinstance(node, SequenceNode) and part.isdigit() and 0 < int(part) <= len(node.items):
            node = node.items[int(part) - 1]
            line = node.line
    return line


def check_library(library: Library) -> Iterator[Problem]:
    """Every problem between files, except those of files and pictures (`links`), translations and time (`timing`).

    Of unchanged documents nothing is asked: they name what is there, and were never called anything else.
    """
    locator = Locator(library)
    for folder, items in library.items.items():
        yield from _check_ids(folder, library.changed[folder], items, locator)
        for item in library.changed[folder]:
            yield from _check_references(item, folder, locator)
    for introduction in library.introductions.values():
        yield from _check_introduction(introduction, locator)
    yield from _check_tree(library.organisations, locator)


def _check_ids(folder: str, changed: Iterable[Item], items: Items[Any], locator: Locator) -> Iterator[Problem]:
    claimed: dict[str, str] = {}
    taken = NAME_OF_THE_SITE if not BY_FOLDER[folder].root else NAME_OF_A_LISTING
    for item in changed:
        if is_reserved(item.id, folder):
            yield locator.at(item, "", taken(name=item.id), phrase("rename the file"))
        for name in item.formerly:
            if is_reserved(name, folder):
                yield locator.at(item, "formerly", taken(name=name), phrase("delete it here"))
            elif name == item.id:
                continue  # renamed back
            elif name in items:
                yield locator.at(
                    item,
                    "formerly",
                    FORMER_NAME_IN_USE(name=name, path=items.paths[name]),
                    phrase("an old name belongs to one item for ever; take another name for the new file"),
                )
            elif name in claimed:
                yield locator.at(
                    item,
                    "formerly",
                    FORMER_NAME_TWICE(name=name, path=claimed[name]),
                    phrase("an old name belongs to one item for ever; keep it in one of the two"),
                )
            claimed[name] = item.path


def is_reserved(id_: str, folder: str) -> bool:
    """True for an id that is an address already, be it that of an edition nobody has added yet: `/it/`."""
    return id_ in RESERVED[folder] or (not BY_FOLDER[folder].root and len(id_) == 2 and codes.is_language(id_))


def _check_references(item: Item, folder: str, locator: Locator) -> Iterator[Problem]:
    """What an item names must be there. A former id leads to what was called so, with advice."""
    library = locator.library
    known = {TOPICS: library.topics, **library.items}
    for reference in references_of(item, folder):
        is_known = reference.id in known[reference.folder] or reference.id in library.failed[reference.folder]
        if not is_known and (reference.folder != TOPICS or library.has_topics):
            hint = _nearest_of(reference.id, known[reference.folder], library.failed[reference.folder])
            yield locator.at(item, reference.field, _not_there(reference), hint)
    for reference in library.renamed.get(item.path, ()):
        today = library.former[reference.folder, reference.id]
        hint = (
            phrase("write %(written)s", written=today)
            if reference.field
            else phrase("rename it to %(name)s.md", name=today)
        )
        yield locator.at(item, reference.field, RENAMED(old=reference.id, today=today), hint, Level.ADVICE)


def _not_there(reference: NamedId) -> Phrase:
    if reference.folder == TOPICS:
        return TOPIC_UNKNOWN(id=reference.id)
    return FILE_MISSING(path=f"{reference.folder}/{reference.id}.md")


def _nearest_of(id_: str, known: Collection[str], failed: frozenset[str]) -> Phrase:
    """The hint that offers a near id, be it one whose file has problems of its own."""
    return did_you_mean(id_, known, _ids_among(failed))


@functools.lru_cache(maxsize=16)
def _ids_among(failed: frozenset[str]) -> tuple[str, ...]:
    return tuple(filter(is_id, sorted(failed)))


def _check_tree(organisations: Mapping[str, Organisation], locator: Locator) -> Iterator[Problem]:
    """Organisations that are part of one another, or of themselves."""
    following = {
        id_: each.part_of for id_, each in organisations.items() if each.part_of and each.part_of in organisations
    }
    for cycle in cycles_in(following):
        yield cycle_problem(
            [organisations[id_] for id_ in cycle],
            "part_of",
            phrase("an organisation cannot be part of itself"),
            locator,
        )


def cycle_problem(cycle: Sequence[Item], field: str, hint: Phrase, locator: Locator) -> Problem:
    """One problem for all the files of a cycle, in the first of them."""
    if len(cycle) == 1:
        return locator.at(cycle[0], field, NAMES_ITSELF, hint)
    files = " → ".join(f"content/{each.path}" for each in (*cycle, cycle[0]))
    return locator.at(cycle[0], field, CIRCLE(files=files), hint)


def _check_introduction(item: Introduction, locator: Locator) -> Iterator[Problem]:
    """The file of an introduction is named after its topic; that of a translation names it in `translation_of`."""
    library = locator.library
    topics, failed = library.topics, library.failed[TOPICS]
    if item.translation_of is None and library.has_topics and item.id not in topics and item.id not in failed:
        hint = _nearest_of(item.id, topics, failed) or phrase("the file is named after its topic; add it to the list")
        yield locator.at(item, "", TOPIC_UNKNOWN(id=item.id), hint)
