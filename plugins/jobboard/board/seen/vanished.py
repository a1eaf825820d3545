"""What readers were shown and would not find any more: renamed, deleted, or hidden again, with the way out.

The board, the library it was made of and the notes of the last build (`shown`) in; what vanishes, and new notes, out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.board import Board
from jobboard.board.checks import Item, Locator
from jobboard.board.seen.recalled import recall
from jobboard.board.seen.shown import Name, OnBoard, Remembered, items_of, key_of, name_at, reading_of, remembered_as
from jobboard.board.status import to_zone
from jobboard.model.event import EventStatus
from jobboard.model.library import Library
from jobboard.model.topic import Topic
from jobboard.source.kinds import BY_FOLDER, TOPIC_TEXTS
from jobboard.source.message import Phrase, in_turn, message, phrase
from jobboard.source.problem import Level, Problem

DRAFT_AGAIN = message("draft-again", "a draft now, but readers know it: its page would be gone")
HIDDEN_AGAIN = message("hidden-again", "%(published)s is still to come, but readers know it already")
RENAMED_UNSAID = message(
    "renamed-unsaid", "this is what readers know as content/%(path)s, whose address would lead nowhere"
)
TOPIC_RENAMED_UNSAID = message("topic-renamed-unsaid", "%(id)s: has the names of the topic %(old)s, which readers know")
GONE = message("gone", "%(id)s is gone, but readers know it: its address would lead nowhere")


class Look(Struct, frozen=True):
    """What a board shows beside what was shown before: the new notes, what vanished, and other advice on the change.

    `vanished` says of each item that readers knew, out of `known`, why it would be gone; `shown` keeps those, which are
    `missing`, until somebody puts them back, or says that they may go. Of what is `gone` there is no file that has or
    had that name or that text, be it archived or not. `clock` is what was noted of the clock.
    """

    shown: dict[str, Remembered]
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


def look_back(board: Board, library: Library, before: Mapping[str, Remembered]) -> Look:
    """Compare a board with the notes of a build before it."""
    items = list(items_of(board))
    shown, changed = _compared(items, before, board.now)
    missing = _missing(board, shown, before)
    locator, vanished, gone = Locator(library), dict[str, Problem](), set[str]()
    if missing:
        search = _Search(board, locator, items, before)
        for key, old in sorted(missing.items()):
            successor = search.successor(key)
            if successor is not None and successor.is_visible:
                changed += [] if old.is_archived else [(successor, old)]
                continue
            problem, renamed = search.explain(key, old, successor)
            if not (renamed or search.is_there(key, successor)):
                gone.add(key)
            if not old.is_archived:
                vanished[key] = problem
                shown[key] = replace(before[key], renamed=renamed or before[key].renamed)
    recalled = tuple(_recalled(changed, shown, board, locator))
    return Look(shown, frozenset(vanished), len(before), tuple(vanished.values()), recalled, frozenset(gone))


def _compared(
    items: Iterable[OnBoard], before: Mapping[str, Remembered], now: datetime
) -> tuple[dict[str, Remembered], list[tuple[OnBoard, Remembered]]]:
    """New notes of what readers see, and the items that are not as they were, with the old ones."""
    shown: dict[str, Remembered] = {}
    changed: list[tuple[OnBoard, Remembered]] = []
    for each in items:
        if not each.is_visible:
            continue
        key = key_of(each.name)
        old = before.get(key)
        if old is not None and old.stamp == each.stamp:
            shown[key] = old
            continue
        shown[key] = remembered_as(each)
        if old is not None and (then := old.as_of(now)) is not None:
            changed.append((each, then))
    return shown, changed


def _missing(board: Board, shown: Mapping[str, Remembered], before: Mapping[str, Remembered]) -> dict[str, Remembered]:
    """What readers knew and do not see; a topic of which only nothing is left is still one of the list."""
    listed = {key_of((TOPIC_TEXTS, each.id)) for each in board.topics}
    known = {key: before[key].as_of(board.now) for key in before.keys() - shown.keys() - listed}
    return {key: old for key, old in known.items() if old is not None}


def _recalled(
    changed: Iterable[tuple[OnBoard, Remembered]], shown: dict[str, Remembered], board: Board, locator: Locator
) -> Iterator[Problem]:
    """Advice on items that are not as they were; what is noted of them is corrected in `shown`."""
    pairs = list(changed)
    identities = {(each.name, old.identity) for each, old in pairs}
    for each, old in pairs:
        new = shown[key_of(each.name)]
        is_same = (each.name, new.identity) in identities  # to one of those who know it by two names
        told, kept = recall(each, replace(old, identity=new.identity) if is_same else old, new, board, locator)
        shown[key_of(each.name)] = kept
        yield from told


class _Search:
    """Looks for what has become of an item."""

    def __init__(
        self, board: Board, locator: Locator, items: Iterable[OnBoard], before: Mapping[str, Remembered]
    ) -> None:
        self._board = board
        self._checker = locator
        self._here = {each.name: each for each in items}
        self._named: dict[Name, OnBoard] = {}
        self._new: dict[tuple[str, str], list[OnBoard]] = {}
        for name, each in self._here.items():
            for old in each.formerly:
                self._named[name[0], old] = each
            if key_of(name) not in before:
                self._new.setdefault((name[0], reading_of(each)), []).append(each)

    def successor(self, key: str) -> OnBoard | None:
        """The item that says it had that name."""
        return self._named.get(name_at(key))

    def is_there(self, key: str, successor: OnBoard | None) -> bool:
        """True if there is a file of that name, or of one that says it had it, which readers do not see."""
        return self._hidden_content(name_at(key), successor) is not None

    def explain(self, key: str, old: Remembered, successor: OnBoard | None) -> tuple[Problem, str]:
        """Why readers would not find it, and what to write; and the id of the file that has its text, if one has."""
        folder, id_ = name = name_at(key)
        content = self._hidden_content(name, successor)
        if content is not None:
            return self._hidden(folder, content, old), ""
        same = self._new.get((folder, old.text), [])
        if (folder, old.renamed) in self._here:
            same = [self._here[folder, old.renamed]]
        if len(same) == 1:
            return self._renamed(same[0], id_, old), same[0].name[1]
        return self._gone(folder, id_, old), ""

    def _hidden_content(self, name: Name, successor: OnBoard | None) -> Item | None:
        hidden = successor or self._here.get(name)
        return (hidden.content if hidden is not None else None) or self._record(name)

    def _record(self, name: Name) -> Item | None:
        """The record of an item that is no part of the board: a page that is a draft."""
        folder, id_ = name
        return None if folder == TOPIC_TEXTS else self._checker.library.items[folder].get(id_)

    def _hidden(self, folder: str, content: Item, old: Remembered) -> Problem:
        """A draft again, or with a day that is still to come."""
        is_draft = getattr(content, "status", None) in ("draft", EventStatus.DRAFT)
        way = BY_FOLDER[folder].taken_down % {"today": self._today()}
        if is_draft:
            hint = (
                phrase("to take it down, write '%(way)s' instead, which keeps its page", way=way)
                if way
                else phrase("delete the line")
            )
            return self._at(content, "status", DRAFT_AGAIN, hint)
        day = (old.opens_at or self._board.now).astimezone(to_zone(self._board.site.zone)).date()
        hint = phrase("write the day on which it appeared: %(day)s", day=str(day))
        if way:
            hint = in_turn(hint, phrase("to take it down, write '%(way)s'", way=way))
        published = getattr(content, "published", "")
        return self._at(content, "published", HIDDEN_AGAIN(published=str(published)), hint)

    def _renamed(self, new: OnBoard, id_: str, old: Remembered) -> Problem:
        names = ", ".join(dict.fromkeys((*old.formerly, id_)))
        hint = phrase(
            "write '%(written)s', which keeps the old address and what subscribers know it by",
            written=f"formerly: [{names}]",
        )
        message = RENAMED_UNSAID(path=old.path)
        if isinstance(new.item, Topic):
            message = TOPIC_RENAMED_UNSAID(id=new.item.id, old=id_)
        return new.advice("formerly", message, hint, self._checker)

    def _gone(self, folder: str, id_: str, old: Remembered) -> Problem:
        way = BY_FOLDER[folder].taken_down % {"today": self._today()}
        back = phrase("put it back with '%(way)s'", way=way) if way else phrase("put it back")
        is_topic, written = folder == TOPIC_TEXTS, f"formerly: [{id_}]"
        of_file = phrase("if it was renamed, write '%(written)s' in the new file", written=written)
        of_topic = phrase("if it was renamed, write '%(written)s' in the new one", written=written)
        hint = in_turn(back, of_topic if is_topic else of_file, phrase("if it must go, --allow-removals"))
        message = GONE(id=id_)
        return Problem(old.path, 1, "", message, hint, Level.ADVICE)

    def _at(self, content: Item, field: str, message: Phrase, hint: Phrase) -> Problem:
        return self._checker.at(content, field, message, hint, Level.ADVICE)

    def _today(self) -> str:
        return today(self._board.now, self._board.site.zone)


def today(now: datetime, zone: str) -> str:
    """The day an author would write now."""
    return now.astimezone(to_zone(zone)).date().isoformat()
