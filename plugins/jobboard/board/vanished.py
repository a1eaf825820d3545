"""What readers were shown and would not find any more: renamed, deleted, or hidden again, with the way out.

The board, the library it was made of and the notes of the last build (`shown`) in; what vanishes, and new notes, out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.board import Board, BoardEvent, BoardNews, BoardPosting
from jobboard.board.checks import Checker
from jobboard.board.recalled import recall
from jobboard.board.shown import Item, Name, Shown, items_of, key_of, shown_as, text_of
from jobboard.board.status import Status, to_zone
from jobboard.model.event import Event, EventStatus
from jobboard.model.introduction import Introduction
from jobboard.model.library import Library
from jobboard.model.news import NewsItem
from jobboard.model.organisation import Organisation
from jobboard.model.page import Page
from jobboard.model.posting import Posting
from jobboard.model.topic import Topic
from jobboard.source.folder import TOPICS
from jobboard.source.problem import Level, Problem

_KEEPING = {
    "postings": "closed: {on: %(today)s, because: withdrawn}",
    "news": "expires: %(today)s",
    "events": "status: cancelled",
}
"""What takes an item of a folder down and leaves its page; the others have no such thing."""

_Content = Posting | NewsItem | Event | Organisation | Page | Introduction


class Look(Struct, frozen=True):
    """What a board shows beside what was shown before: the new notes, what vanished, and other advice on the change.

    `vanished` says of each item that readers knew, out of `known`, why it would be gone; `shown` keeps those, which are
    `missing`, until somebody puts them back, or says that they may go. Of what is `gone` there is no file that has or
    had that name or that text, be it archived or not. `clock` is what was noted of the clock.
    """

    shown: dict[str, Shown]
    missing: frozenset[str]
    known: int
    vanished: tuple[Problem, ...]
    recalled: tuple[Problem, ...]
    gone: frozenset[str] = frozenset()
    clock: datetime | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of it as advice."""
        return (*self.vanished, *self.recalled)


def look_back(board: Board, library: Library, before: Mapping[str, Shown]) -> Look:
    """Compare a board with the notes of a build before it."""
    items = list(items_of(board))
    shown: dict[str, Shown] = {}
    changed: list[tuple[Item, Shown]] = []
    for each in items:
        if not each.is_visible:
            continue
        key = key_of(each.name)
        old = before.get(key)
        if old is not None and old.stamp == each.stamp:
            shown[key] = old
            continue
        new = shown[key] = shown_as(each)
        if old is not None and (known := old.as_of(board.now)) is not None:
            changed.append((each, known))
            shown[key] = new
    missing = {key: old for key in before.keys() - shown.keys() if (old := before[key].as_of(board.now)) is not None}
    listed = {f"topics/{each.id}" for each in board.topics}  # of which nothing is left, but the topic is there
    missing = {key: old for key, old in missing.items() if key not in listed}
    if not changed and not missing:
        return Look(shown, frozenset(), len(before), (), ())
    checker = Checker(library)
    search = _Search(board, checker, items, before) if missing else None
    vanished: dict[str, Problem] = {}
    gone: set[str] = set()
    for key, old in sorted(missing.items()):
        folder, _, id_ = key.partition("/")
        successor = search.successor((folder, id_)) if search else None
        is_missed = old.state != Status.ARCHIVED
        if successor is not None and successor.is_visible:
            changed += [(successor, old)] if is_missed else []
        elif search is not None:
            problem, renamed = search.explain((folder, id_), old, successor)
            gone |= set() if renamed or search.is_there((folder, id_), successor) else {key}
            if is_missed:
                vanished[key] = problem
                shown[key] = replace(before[key], renamed=renamed) if renamed else before[key]
    recalled = tuple(_recalled(changed, shown, board, checker))
    return Look(shown, frozenset(vanished), len(before), tuple(vanished.values()), recalled, frozenset(gone))


def _recalled(
    changed: Iterable[tuple[Item, Shown]], shown: dict[str, Shown], board: Board, checker: Checker
) -> Iterator[Problem]:
    """Advice on items that are not as they were noted; `shown` gets what is to be noted of them."""
    changed = list(changed)
    known_as = {(each.name, old.identity) for each, old in changed}
    for each, old in changed:
        new = shown[key_of(each.name)]
        is_same = (each.name, new.identity) in known_as  # to one of those who know it by two names
        problems, kept = recall(each, replace(old, identity=new.identity) if is_same else old, new, board, checker)
        yield from problems
        shown[key_of(each.name)] = kept


class _Search:
    """Looks for what has become of an item."""

    def __init__(self, board: Board, checker: Checker, items: Iterable[Item], before: Mapping[str, Shown]) -> None:
        self._board = board
        self._checker = checker
        self._here = {each.name: each for each in items}
        self._named: dict[Name, Item] = {}
        self._new: dict[tuple[str, str], list[Item]] = {}
        for name, each in self._here.items():
            for old in _formerly(each):
                self._named[name[0], old] = each
            if key_of(name) not in before:
                self._new.setdefault((name[0], text_of(each)), []).append(each)

    def successor(self, name: Name) -> Item | None:
        """The item that says it had that name."""
        return self._named.get(name)

    def is_there(self, name: Name, successor: Item | None) -> bool:
        """True if there is a file of that name, or of one that says it had it, which readers do not see."""
        return self._hidden_content(name, successor) is not None

    def explain(self, name: Name, old: Shown, successor: Item | None) -> tuple[Problem, str]:
        """Why readers would not find it, and what to write; and the id of the file that has its text, if one has."""
        folder, id_ = name
        content = self._hidden_content(name, successor)
        if content is not None:
            return self._hidden(folder, content, old), ""
        same = self._new.get((folder, old.text), [])
        if (folder, old.renamed) in self._here:
            same = [self._here[folder, old.renamed]]
        if len(same) == 1:
            return self._renamed(same[0], id_, old), same[0].name[1]
        return self._gone(folder, id_, old), ""

    def _hidden_content(self, name: Name, successor: Item | None) -> _Content | None:
        hidden = successor or self._here.get(name)
        item = hidden.item if hidden is not None else None
        return self._record(name) if item is None or isinstance(item, Topic) else item.content

    def _record(self, name: Name) -> _Content | None:
        """The record of an item that is no part of the board: a page that is a draft."""
        folder, id_ = name
        return self._checker.library.pages.get(id_) if folder == "pages" else None

    def _hidden(self, folder: str, content: _Content, old: Shown) -> Problem:
        """A draft again, or with a day that is still to come."""
        is_draft = getattr(content, "status", None) in ("draft", EventStatus.DRAFT)
        way = _KEEPING.get(folder, "") % {"today": self._today()}
        if is_draft:
            hint = f"to take it down, write '{way}' instead, which keeps its page" if way else "delete the line"
            return self._at(content, "status", "a draft now, but readers know it: its page would be gone", hint)
        day = (old.opens_at or self._board.now).astimezone(to_zone(self._board.site.zone)).date()
        hint = f"write the day on which it appeared: {day}"
        if way:
            hint += f"; to take it down, write '{way}'"
        published = getattr(content, "published", "")
        return self._at(content, "published", f"{published} is still to come, but readers know it already", hint)

    def _renamed(self, new: Item, id_: str, old: Shown) -> Problem:
        names = ", ".join(dict.fromkeys((*old.formerly, id_)))
        hint = f"write 'formerly: [{names}]', which keeps the old address and what subscribers know it by"
        if _is_topic(new):
            message = f"{new.name[1]}: has the names of the topic {id_}, which readers know"
            return Problem(TOPICS, getattr(new.item, "line", 1), new.name[1], message, hint, Level.ADVICE)
        message = f"this is what readers know as content/{old.path}, whose address would lead nowhere"
        return self._at(new.item.content, "formerly", message, hint)  # type: ignore[union-attr]

    def _gone(self, folder: str, id_: str, old: Shown) -> Problem:
        way = _KEEPING.get(folder, "") % {"today": self._today()}
        back = f"put it back with '{way}'" if way else "put it back"
        where = "the new one" if folder == "topics" else "the new file"
        hint = f"{back}; if it was renamed, write 'formerly: [{id_}]' in {where}; if it must go, --allow-removals"
        message = f"{id_} is gone, but readers know it: its address would lead nowhere"
        return Problem(old.path, 1, "", message, hint, Level.ADVICE)

    def _at(self, content: _Content, field: str, message: str, hint: str) -> Problem:
        return self._checker.at(content, field, message, hint, Level.ADVICE)

    def _today(self) -> str:
        return today(self._board.now, self._board.site.zone)


def today(now: datetime, zone: str) -> str:
    """The day an author would write now."""
    return now.astimezone(to_zone(zone)).date().isoformat()


def _is_topic(each: Item) -> bool:
    return each.name[0] == "topics"


def _formerly(each: Item) -> Iterator[str]:
    """The names an item had, without loading one that has none."""
    item = each.item
    if isinstance(item, BoardPosting | BoardNews):
        yield from item.formerly
    elif isinstance(item, BoardEvent) or not _is_topic(each):
        yield from item.content.formerly  # type: ignore[union-attr]
    else:
        yield from getattr(item, "formerly", ())
