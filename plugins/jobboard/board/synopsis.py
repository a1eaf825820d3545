"""What orders, lists and plans need of a posting, worked out once and remembered from build to build.

Of ten thousand postings all but one are as they were. A synopsis is a function of its file, the organisations and
topics it may name, and the settings; the instant of a build and the other postings have no part in it.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from jobboard.board.status import Lifecycle
from jobboard.model.closing import Because
from jobboard.source.problem import Level, Problem


class Synopsis(NamedTuple):
    """Plain JSON values: lists for tuples, instants in ISO 8601 (UTC).

    `own` is a digest of the file with its name and zone, `card` of what lists show of it but for its status.
    `changes_at` is when its `updated` comes to count. `deadline_changes` are what came of earlier deadlines, each with
    what it was, its instant and the instant from which it is told (`board/changes.py`). `has_deadline` is
    true if it has one or had one. `links` are the references of its text: as written, and the folder and id of the item
    or the file they lead to. `said` is the advice there is on it, without its path.
    """

    own: str
    card: str
    zone: str
    deadline_zone: str
    lang: str
    organisations: list[str]
    topics: list[str]
    is_draft: bool
    opens_at: str
    closing_soon_at: str
    closes_at: str
    archived_at: str
    closed_early: str
    last_day: str
    changes_at: str
    deadline_changes: list[list[str]]
    is_rolling: bool
    has_deadline: bool
    kind: str
    countries: list[str]
    workplace: str
    files: list[str]
    links: list[list[str]]
    said: list[list[Any]]

    @property
    def changes(self) -> datetime | None:
        """When its `updated` comes to count (UTC), if it has one."""
        return datetime.fromisoformat(self.changes_at) if self.changes_at else None

    @property
    def life(self) -> Lifecycle:
        """The instants of the posting."""
        at = datetime.fromisoformat
        return Lifecycle(
            is_draft=self.is_draft,
            opens_at=at(self.opens_at),
            closing_soon_at=at(self.closing_soon_at),
            closes_at=at(self.closes_at),
            archived_at=at(self.archived_at),
            closed_early=Because(self.closed_early) if self.closed_early else None,
            last_day=date.fromisoformat(self.last_day),
        )

    def problems(self, path: str) -> list[Problem]:
        """The advice there is on the posting at `path`."""
        return [Problem(path, line, field, text, hint, Level(level)) for line, field, text, hint, level in self.said]
