"""What the words of one language are made of; the same keys in each, so that one may be the translation of another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody does: a title, tasks, and what is asked for."""

    title: str
    tasks: tuple[str, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """What it is about: words that follow a title, and two sentences on who works on it."""

    name: str
    team: str
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    """A news item or an event: `{field}` and `{organisation}` stand in its title."""

    title: str
    summary: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The words of a language."""

    sample_posting: str
    sample_news: str
    sample_event: str
    about: str
    """On an organisation, with `{name}` in it."""
    doing: str
    bringing: str
    offering: str
    choosing: str
    roles: Mapping[str, Role]
    fields: Mapping[str, Field]
    offers: tuple[str, ...]
    process: tuple[str, ...]
    benefits: tuple[str, ...]
    experience: tuple[str, ...]
    education: tuple[str, ...]
    hours: tuple[str, ...]
    starts: tuple[str, ...]
    durations: tuple[str, ...]
    documents: tuple[str, ...]
    skills: tuple[str, ...]
    travel: tuple[str, ...]
    several: str
    """Of positions."""
    team: str
    """Whom to ask about the work."""
    gross: str
    unpaid: str
    """What volunteers get, and experts."""
    interviews: tuple[str, str]
    filled: str
    withdrawn: str
    equal: str
    profile: str
    """The title of an attachment."""
    picture: str
    press_office: str
    news: Mapping[str, Story]
    events: Mapping[str, Story]
    quotes: tuple[str, ...]
    offices: tuple[str, ...]
    correction: str
    film: str
    monthly: str
    """How often an event is held again."""
    page: Story
