"""The kinds of content, each declared here once: its folder, names, addresses. Every list of them follows.

A later stage attaches what it knows of a kind by one entry in a table of its own, made by `of_each_kind`: the record in
`model/kinds.py`, what becomes of it on the site in `outputs/plan/kinds.py`. Nothing is loaded here but these words: a
build that finds nothing to do needs no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

from msgspec import Struct

T = TypeVar("T")

TOPIC_TEXTS: Final = "topics"
"""The folder of the texts that introduce topics: a file there has the name of its topic, and the topic has the page."""


class Kind(Struct, frozen=True, kw_only=True):
    """A kind of content: one Markdown file an item, in a folder of the content.

    `name` is one of them in words, `command` what `new` is told; empty where it writes none. `title` is the field that
    says what an item is called. Pages are below `root`, an address with a slash at its end, where the `reserved` names
    are taken; a kind that joins lists has a page of each item `in_editions`. `feed` is the path below /feeds/ of the
    feed of all of them, where there is one, `tag` what their ids for subscribers begin with. One that `has_data` is
    published for programs, too. `taken_down` is what takes an item down and leaves its page: a line of its front
    matter, with `%(today)s`. `leaves` is the field of the day or minute after which an item that has no rules of its
    own is listed no more.
    """

    folder: str
    name: str
    root: str
    command: str = ""
    title: str = "title"
    reserved: frozenset[str] = frozenset()
    in_editions: bool = False
    feed: str = ""
    tag: str = ""
    has_data: bool = False
    taken_down: str = ""
    leaves: str = ""

    def path(self, id_: str) -> str:
        """The page of an item, from the root of the site."""
        return f"{self.root}{id_}/"

    @property
    def data_file(self) -> str:
        """All of them for programs, of a kind that `has_data`."""
        return f"{self.root.rstrip('/')}.json"

    @property
    def schema_file(self) -> str:
        """What the data says."""
        return f"{self.root.rstrip('/')}.schema.json"


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


KINDS: tuple[Kind, ...] = (
    Kind(
        folder="postings",
        name="posting",
        command="posting",
        root="jobs/",
        reserved=_names("page browse closing-soon closed newest kind country topic language workplace"),
        feed="jobs",
        tag="job",
        has_data=True,
        taken_down="closed: {on: %(today)s, because: withdrawn}",
    ),
    Kind(
        folder="news",
        name="news item",
        command="news",
        root="news/",
        reserved=_names("page kind year"),
        feed="news",
        tag="news",
        has_data=True,
        taken_down="expires: %(today)s",
    ),
    Kind(
        folder="events",
        name="event",
        command="event",
        root="events/",
        reserved=_names("page past kind"),
        feed="events",
        tag="event",
        has_data=True,
        taken_down="status: cancelled",
    ),
    Kind(
        folder="organisations",
        name="organisation",
        command="organisation",
        title="name",
        root="organisations/",
        reserved=_names("page"),
        in_editions=True,
        has_data=True,
    ),
    Kind(
        folder="pages",
        name="plain page",
        command="page",
        root="",
        reserved=_names(
            "404 accessibility calendars embed feeds media numbers page pagefind pictures saved search subscribe theme "
            "write"
        ),
    ),
    Kind(folder=TOPIC_TEXTS, name="introduction of a topic", root="topics/", in_editions=True),
)
"""All of them, in the order they are spoken of."""

BY_FOLDER: Mapping[str, Kind] = {kind.folder: kind for kind in KINDS}

FOLDERS: tuple[str, ...] = tuple(BY_FOLDER)
"""Where documents live; every other folder of the content holds pictures and attachments."""

COMMANDS: Mapping[str, str] = {kind.command: kind.folder for kind in KINDS if kind.command}
"""The folder of what `new` writes."""

_ROOTS = frozenset(kind.root.strip("/") for kind in KINDS if kind.root)

RESERVED: Mapping[str, frozenset[str]] = {
    kind.folder: kind.reserved if kind.root else kind.reserved | _ROOTS for kind in KINDS
}
"""Ids that would take the address of a listing (docs/standards.md#addresses); at the root also those of the kinds."""


def of_each_kind(what: str, parts: Mapping[str, T]) -> dict[str, T]:
    """What a stage attaches to the kinds, by folder, in the order it is given. Raises LookupError with the name of a
    kind that has none, and of one that is not declared."""
    if missing := [folder for folder in FOLDERS if folder not in parts]:
        raise LookupError(f"{what}: nothing for {', '.join(missing)}, declared in source/kinds.py")
    if unknown := [folder for folder in parts if folder not in FOLDERS]:
        raise LookupError(f"{what}: {', '.join(unknown)} is not declared in source/kinds.py")
    return dict(parts)


def folder_of(path: str) -> str:
    """The folder of the kind that a document's path, relative to the content, is of."""
    return path.partition("/")[0]


def folders_in_words() -> str:
    """`postings/, news/, … and topics/`."""
    *others, last = (f"{folder}/" for folder in FOLDERS)
    return f"{', '.join(others)} and {last}"


def commands_in_words() -> str:
    """`posting, news item, … or plain page`: what `new` writes."""
    *others, last = (kind.name for kind in KINDS if kind.command)
    return f"{', '.join(others)} or {last}"
