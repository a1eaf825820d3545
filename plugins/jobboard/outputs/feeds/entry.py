"""One item of a feed, before it is RSS, Atom or JSON."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import force_setattr

from jobboard.outputs.text.judged import judged


class Category(Struct, frozen=True, kw_only=True):
    """A term with its scheme: a kind, topic or country."""

    term: str
    label: str
    scheme: str


class Location(NamedTuple):
    """A place of a posting; the city and the region are empty where none is named."""

    city: str
    region: str
    country: str


class JobDetails(Struct, frozen=True, kw_only=True):
    """What JSON Feed says of a posting for machines (`_job`). Instants are RFC 3339; what is unknown is empty.

    `change` and `closed` are only set where the entry tells of a change.
    """

    id: str
    valid_through: str = ""
    employment_type: tuple[str, ...] = ()
    location: tuple[Location, ...] = ()
    apply_url: str = ""
    change: str = ""
    closed: str = ""


class Entry(Struct, frozen=True, kw_only=True, eq=False):
    """One item of a feed. `valid` is the deadline for machines (dcterms:valid), empty where there is none.

    `published` and `updated` have the offset they are written with. One is itself and no other, as instants are equal
    whatever their offsets.

    `summary_lang` is the language the summary begins in: ours, where it says more than its author.
    """

    id: str
    title: str
    href: str
    published: datetime
    updated: datetime
    summary: str
    html: str
    authors: tuple[str, ...]
    categories: tuple[Category, ...]
    lang: str
    summary_lang: str
    valid: str
    job: JobDetails | None = None

    def __post_init__(self) -> None:
        """Feed readers have no policy of ours: the text is judged here, whoever made the entry."""
        if self.html:
            home = "/".join([*self.href.split("/", 3)[:3], ""])
            force_setattr(self, "html", judged(self.html, home))
