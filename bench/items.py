"""The invented content as plain data, before any generator's layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town with the code of its country and its time zone."""

    name: str
    country: str
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Who hires and who issues. Its host name ends in `.example`."""

    id: str
    name: str
    town: Town
    body: str

    @property
    def website(self) -> str:
        return f"https://{self.id}.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A posting. `deadline` is as an author writes it; `review_by` is set for a rolling one; `closes` is UTC.

    `filled_on` is the day on which its author closed it early.
    """

    id: str
    title: str
    summary: str
    body: str
    organisation: Organisation
    published: date
    deadline: str
    review_by: date | None
    zone: str | None
    closes: datetime
    is_closed: bool
    kind: str
    topics: tuple[str, ...]
    town: Town
    workplace: str
    employment: str
    contract: str
    salary: tuple[int, int]
    languages: tuple[tuple[str, str], ...]
    lang: str
    reference: str
    filled_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A news item of one organisation."""

    id: str
    title: str
    summary: str
    body: str
    organisation: Organisation
    published: date
    kind: str
    topics: tuple[str, ...]


Item = Posting | News
