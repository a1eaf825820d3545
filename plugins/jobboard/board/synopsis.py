"""What orders, lists and plans need of a posting or news item, worked out once and remembered from build to build.

Of ten thousand postings all but one are as they were. A synopsis is a function of its file, the organisations and
topics it may name, the settings, and what it asks of other items; the instant of a build has no part in it.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from jobboard.board.status import Lifecycle
from jobboard.source.markdown.kept import Reference
from jobboard.source.message import Phrase
from jobboard.source.problem import Level, Problem


class Target(Struct, frozen=True, kw_only=True, array_like=True):
    """What a reference in a body leads to: an item (`folder`, `id`) or a file of the content (`file`).

    `anchor` is the place in the item's text, empty for none. A file may be shown as a picture, be led to, or both.
    """

    folder: str = ""
    id: str = ""
    file: str = ""
    anchor: str = ""
    is_led_to: bool = False


Resolved = tuple[tuple[str, Target | None], ...]
"""References of a body as written, each with what it leads to; None where that is nothing."""


def files_in(links: Resolved) -> tuple[str, ...]:
    """The files of the content that they lead to, each once."""
    return tuple(dict.fromkeys(target.file for _, target in links if target and target.file))


class NamedFile(Struct, frozen=True, kw_only=True, array_like=True):
    """A file of the content, with what readers are given of it: the file itself, a picture in sizes, or both.

    `field` is the dotted field that names it, empty where a text does. What is not offered must be a picture.
    """

    path: str
    field: str = ""
    is_offered: bool = False
    is_shown: bool = False
    is_logo: bool = False
    keeps_metadata: bool = False


class Remark(Struct, frozen=True, array_like=True):
    """Advice on an item, without its path."""

    line: int
    field: str
    said: Phrase
    way_out: Phrase
    level: Level


class Step(Struct, frozen=True, array_like=True):
    """What came of it between its opening and its last closing: at which instant, and from which on it is told
    (`board/changes/announcements.py`)."""

    what: str
    at: datetime
    told_from: datetime


class Asked(Struct, frozen=True, kw_only=True, array_like=True):
    """What an item asks of others (`board/others.py`) beside what it is known as: of items it names, by folder and id
    as written, and of where references of its text lead. `heard` is a digest of the answers."""

    names: tuple[tuple[str, str], ...]
    references: tuple[Reference, ...]
    heard: str = ""


class Pay(Struct, frozen=True, array_like=True):
    """Pay in figures, before tax: both ends of a range are the same for one amount, and None where it is open."""

    low: float | None
    high: float | None
    currency: str
    per: str


class Terms(Struct, frozen=True, kw_only=True, array_like=True):
    """What people choose a posting by that orders and lists do not need, as written.

    `places` are the countries with the town or region in each, `languages` those asked for with their levels; what is
    not said is empty. `was_extended` is None if its deadline was never changed.
    """

    title: str
    places: tuple[tuple[str, str], ...]
    contract: str
    pay: Pay | None
    languages: tuple[tuple[str, str], ...]
    permit: str
    has_minute: bool
    deadline: datetime | None
    was_extended: bool | None


class Synopsis(Struct, frozen=True, kw_only=True, array_like=True):
    """What postings and news items have in common; instants are UTC.

    `formerly` are the names it had, `original` is the id of the item it translates, empty if it is none.
    `own` is a digest of the file with its name and zone, `text` of what one reads. `changes` are its dated changes,
    oldest first: each comes to count at its instant. `named` are the files its fields name, `links` the references of
    its text, be it to what readers may not see yet, `linked_files` the files among those, `people` the organisations of
    the people it names.
    """

    formerly: tuple[str, ...]
    original: str
    own: str
    text: str
    zone: str
    lang: str
    kind: str
    organisations: tuple[str, ...]
    topics: tuple[str, ...]
    named: tuple[NamedFile, ...]
    changes: tuple[datetime, ...]
    links: Resolved
    linked_files: tuple[str, ...]
    people: tuple[str, ...]
    said: tuple[Remark, ...] = ()
    asked: Asked | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """The files its fields name, each once."""
        return tuple(dict.fromkeys(each.path for each in self.named))

    def problems(self, path: str) -> list[Problem]:
        """The advice there is on the item at `path`."""
        return [Problem(path, each.line, each.field, each.said, each.way_out, each.level) for each in self.said]


class PostingSynopsis(Synopsis, frozen=True, kw_only=True, array_like=True):
    """`lives` are the times it is open. `has_deadline` is true if it has one or had one. `countries` are those of its
    places, `applicants_from` those that remote work may be done from, or `anywhere`; `apply_hosts` are those that
    applications go to. `terms` is what else it is chosen by.
    """

    lives: tuple[Lifecycle, ...]
    deadline_zone: str
    is_rolling: bool
    has_deadline: bool
    told: tuple[Step, ...]
    countries: tuple[str, ...]
    workplace: str
    applicants_from: tuple[str, ...]
    apply_hosts: tuple[str, ...]
    terms: Terms


class NewsSynopsis(Synopsis, frozen=True, kw_only=True, array_like=True):
    """`year` is that in which it appears, in its zone; `related` are the news items it names."""

    is_draft: bool
    opens_at: datetime
    leaves_at: datetime | None
    year: int
    related: tuple[str, ...]

    def is_out_at(self, instant: datetime) -> bool:
        """True if readers see it at `instant` (aware)."""
        return not self.is_draft and self.opens_at <= instant
