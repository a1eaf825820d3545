"""One item of a feed, before it is RSS, Atom or JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A term with its scheme: a kind, topic or country."""

    term: str
    label: str
    scheme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JobDetails:
    """What JSON Feed says of a posting for machines (`_job`). Instants are RFC 3339; what is unknown is empty.

    `change` and `closed` are only set where the entry tells of a change.
    """

    id: str
    valid_through: str = ""
    employment_type: tuple[str, ...] = ()
    location: tuple[tuple[str, str], ...] = ()
    apply_url: str = ""
    change: str = ""
    closed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed. `valid` is the deadline for machines (dcterms:valid), empty where there is none."""

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
    valid: str
    job: JobDetails | None = None
