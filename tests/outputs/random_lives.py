"""Lives by chance: what an editor does to a posting or an event day after day, and what is true of it, kept by hand.

Each thing is written as its files are, and beside that it keeps its own account of where it stands and what was to be
told; nothing of that is taken from the code that is tested.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.helpers import make_event, make_posting

ZONE = ZoneInfo("Europe/Brussels")
TOLD = timedelta(days=90)


def written(instant: datetime) -> str:
    return f'"{instant.astimezone(ZONE):%Y-%m-%d %H:%M}"'


def midnight_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), ZONE)


@dataclass
class Told:
    """Something a subscriber is told: what, and as of when."""

    what: str
    at: datetime


@dataclass
class Thing:
    """What postings and events have in common: their names."""

    first: str
    opened: datetime
    name: str = ""
    formerly: list[str] = field(default_factory=list)
    title: int = 0
    updated: datetime | None = None
    told: list[Told] = field(default_factory=list)
    is_undeclared: bool = False

    def __post_init__(self) -> None:
        self.name = self.first

    def rename(self, _now: datetime, chance: random.Random) -> None:
        """To a new name, or back to one it had."""
        earlier = [name for name in self.formerly if name != self.name]
        back = chance.choice(earlier) if earlier and chance.random() < 0.5 else ""
        new = back or f"{self.first}-{len(self.formerly)}-{chance.randrange(1000)}"
        self.formerly = [*dict.fromkeys([*self.formerly, self.name])]
        self.name = new

    def update(self, now: datetime, _chance: random.Random) -> None:
        self.title += 1
        self.updated = now

    def names(self) -> str | None:
        """`formerly` as written: renamed back to its first name, that stands first."""
        names = [name for name in self.formerly if name != self.name or name == self.first]
        return f"[{', '.join(names)}]" if names else None


@dataclass
class Posting(Thing):
    """A posting: open up to `deadline`, unless `closed`. `moved` are its earlier deadlines, `reopened` its closings."""

    deadline: date = date.max
    is_rolling: bool = False
    closed: tuple[datetime, str] | None = None
    moved: list[tuple[date, datetime]] = field(default_factory=list)
    reopened: list[tuple[datetime, datetime, str]] = field(default_factory=list)

    @property
    def path(self) -> str:
        return f"postings/{self.name}.md"

    @property
    def ends(self) -> datetime:
        return midnight_after(self.deadline)

    def status(self, now: datetime) -> str:
        if now < self.opened:
            return "scheduled"
        if self.closed and self.closed[0] < self.ends:
            return {"other": "closed"}.get(self.closed[1], self.closed[1])
        if now >= self.ends:
            return "closed"
        soon = datetime.combine(self.deadline - timedelta(days=7), datetime.min.time(), ZONE)
        return "open" if now < soon else "closing-soon"

    def is_open(self, now: datetime) -> bool:
        return self.status(now) in ("open", "closing-soon")

    def announcements(self, now: datetime) -> set[tuple[str, datetime]]:
        """All that was to be told up to now and is not older than ninety days."""
        told = [*self.told]
        if self.closed is None and self.ends <= now:
            told.append(Told("closed", self.ends))
        return {(each.what, each.at) for each in told if each.at <= now < each.at.astimezone(UTC) + TOLD}

    def move(self, now: datetime, chance: random.Random) -> None:
        """Extend, bring forward, or, where it had passed, open again by another day."""
        if self.closed:
            return
        day = now.astimezone(ZONE).date() + timedelta(days=chance.randrange(2, 40))
        if day == self.deadline:
            return
        was, had_passed = self.deadline, self.ends <= now
        if had_passed:
            self.told += [Told("closed", self.ends), Told("reopened", now)]
        elif not self.is_rolling:
            self.told.append(Told("extended" if day > was else "brought-forward", now))
        self.moved.append((was, now))
        self.deadline = day

    def close(self, now: datetime, chance: random.Random) -> None:
        if self.closed or self.ends <= now:
            return
        because = chance.choice(["filled", "withdrawn", "other"])
        self.closed = now, because
        self.told.append(Told({"other": "closed"}.get(because, because), now))

    def reopen(self, now: datetime, chance: random.Random) -> None:
        """Take the closing back; with another deadline where that has passed by now."""
        if not self.closed:
            return
        self.reopened.append((now, *self.closed))
        self.told.append(Told("reopened", now))
        self.closed = None
        if self.ends <= now + timedelta(days=1):
            self.moved.append((self.deadline, now))
            self.deadline = now.astimezone(ZONE).date() + timedelta(days=chance.randrange(3, 40))

    def delete_closed(self, _now: datetime, _chance: random.Random) -> None:
        """Somebody takes the line out, and says nothing: nobody can know that it was ever closed."""
        if self.closed:
            at, because = self.closed
            self.told.remove(Told({"other": "closed"}.get(because, because), at))
            self.closed, self.is_undeclared = None, True

    def text(self) -> str:
        earlier = "review_by" if self.is_rolling else "deadline"
        moved = ", ".join(f"{{{earlier}: {was}, changed: {written(at)}}}" for was, at in self.moved)
        again = ", ".join(
            f"{{on: {written(at)}, was: {{on: {written(on)}, because: {why}}}}}" for at, on, why in self.reopened
        )
        closed = f"{{on: {written(self.closed[0])}, because: {self.closed[1]}, note: No.}}" if self.closed else None
        return make_posting(
            title=f"{self.first} {self.title}",
            published=written(self.opened),
            deadline="rolling" if self.is_rolling else str(self.deadline),
            review_by=str(self.deadline) if self.is_rolling else None,
            closed=closed,
            reopened=f"[{again}]" if again else None,
            updated=written(self.updated) if self.updated else None,
            formerly=self.names(),
            **{f"{'review' if self.is_rolling else 'deadline'}_was": f"[{moved}]" if moved else None},
        )

    def actions(self) -> list[Callable[[datetime, random.Random], None]]:
        often = [self.move, self.close, self.reopen, self.reopen]
        return [*often, self.rename, self.update, self.delete_closed]


@dataclass
class Event(Thing):
    """An event: held unless `off`."""

    starts: date = date.max
    off: str = ""
    reopened: list[tuple[datetime, str]] = field(default_factory=list)

    @property
    def path(self) -> str:
        return f"events/{self.name}.md"

    def status(self, now: datetime) -> str:
        return "scheduled" if now < self.opened else self.off

    def announcements(self, now: datetime) -> set[tuple[str, datetime]]:
        return {(each.what, each.at) for each in self.told if each.at <= now < each.at.astimezone(UTC) + TOLD}

    def call_off(self, now: datetime, chance: random.Random) -> None:
        self.off = chance.choice(["cancelled", "postponed"])
        self.updated = now

    def reinstate(self, now: datetime, _chance: random.Random) -> None:
        if self.off:
            self.reopened.append((now, self.off))
            self.told.append(Told("reinstated", now))
            self.off = ""

    def delete_status(self, _now: datetime, _chance: random.Random) -> None:
        self.is_undeclared |= bool(self.off)
        self.off = ""

    def text(self) -> str:
        again = ", ".join(f"{{on: {written(at)}, was: {was}}}" for at, was in self.reopened)
        return make_event(
            title=f"{self.first} {self.title}",
            published=written(self.opened),
            starts=str(self.starts),
            status=self.off or None,
            reopened=f"[{again}]" if again else None,
            updated=written(self.updated) if self.updated else None,
            formerly=self.names(),
        )

    def actions(self) -> list[Callable[[datetime, random.Random], None]]:
        return [self.call_off, self.reinstate, self.reinstate, self.delete_status, self.rename, self.update]


def born(number: int, now: datetime, chance: random.Random) -> Posting | Event:
    """A posting or event that appears now."""
    if chance.random() < 0.25:
        return Event(first=f"event{number}", opened=now, starts=now.astimezone(ZONE).date() + timedelta(days=300))
    day = now.astimezone(ZONE).date() + timedelta(days=chance.randrange(5, 60))
    return Posting(
        first=f"post{number}",
        opened=now,
        deadline=day,
        is_rolling=chance.random() < 0.2,
        told=[Told("opened", now)],
    )
