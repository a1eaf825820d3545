"""What readers are shown, noted by one build so that the next can tell what has become of it: a name, a text, a state.

No output depends on it (decisions 16 and 32): it makes advice, and lets a publication be refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec import DecodeError, Struct, ValidationError
from msgspec.json import decode, encode
from msgspec.structs import replace

from jobboard.base.digest import digest_of
from jobboard.board.board import Board, BoardEvent, BoardNews, BoardOrganisation, BoardPage, BoardPosting
from jobboard.board.checks import Item, Locator
from jobboard.board.digests import text_digest
from jobboard.board.entries import BoardEntry
from jobboard.board.status import Status, to_zone
from jobboard.model.moments.moment import Moment
from jobboard.model.parts.closing import Rolling
from jobboard.model.topic import Topic
from jobboard.source.content.folder import TOPICS
from jobboard.source.kinds import BY_FOLDER, TOPIC_TEXTS
from jobboard.source.message import Phrase
from jobboard.source.problem import Level, Problem

FORM = 2
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\\[bfnrtu]")
_ESCAPED = re.compile(rb"\\[bfnrtu]")
_CONTROLS = bytes((*range(0x20), 0x7F))
_MINUTE = timedelta(minutes=1)

Name = tuple[str, str]
"""A folder of the content, and the id of an item in it."""


class Remembered(Struct, frozen=True, array_like=True):
    """An item as readers know it. `stamp` changes with the file and with what it is at an instant; instants are UTC.

    `formerly` are its former names as written, `text` is a digest of what one reads. `ended_by` is what ended it, where
    that can be taken back: `early`, the field of the last day that passed, or the status of an event that is off;
    `ended_at` is since when, `was` what its author wrote of it. Little is left of a posting that `is_archived`.
    `renamed` is the id of the file that was recognised as what is gone.
    """

    stamp: str
    path: str
    identity: str
    formerly: tuple[str, ...]
    text: str
    opens_at: datetime | None = None
    updated_at: datetime | None = None
    ended_by: str = ""
    ended_at: datetime | None = None
    was: str = ""
    renamed: str = ""
    is_archived: bool = False

    def as_of(self, now: datetime) -> Remembered | None:
        """What was known of it at `now` (aware): for a build of an earlier instant than the one that noted it."""
        if self.opens_at is not None and self.opens_at > now:
            return None
        if self.ended_at is not None and self.ended_at > now:
            return Remembered(self.stamp, self.path, self.identity, self.formerly, self.text, self.opens_at)
        return self


class OnBoard(NamedTuple):
    """An item of the board with what all kinds have in common, whether readers see it, and how it is noted."""

    name: Name
    item: BoardPosting | BoardNews | BoardEvent | BoardOrganisation | BoardPage | BoardEntry | Topic
    is_visible: bool
    stamp: str

    @property
    def content(self) -> Item | None:
        """The record of its file; a topic is a line of a list."""
        return None if isinstance(self.item, Topic) else self.item.content

    @property
    def formerly(self) -> tuple[str, ...]:
        """The names it had, without loading one that has none."""
        if isinstance(self.item, BoardEvent | BoardOrganisation | BoardPage):
            return self.item.content.formerly
        return self.item.formerly

    def advice(self, field: str, message: Phrase, hint: Phrase, locator: Locator) -> Problem:
        """Advice on a field of its file, or on its line of the list."""
        if isinstance(self.item, Topic):
            return Problem(TOPICS, self.item.line, self.item.id, message, hint, Level.ADVICE)
        return locator.at(self.item.content, field, message, hint, Level.ADVICE)


def items_of(board: Board) -> Iterator[OnBoard]:
    """Everything that has an address of its own, drafts and what is to come included; of topics, those in use."""
    for folder, items in board.items.items():
        if folder != TOPIC_TEXTS:
            for each in items:
                yield OnBoard((folder, each.id), each, each.is_visible, _stamp_of(each))
    used = _topics_in_use(board)
    for topic in board.topics:
        yield OnBoard((TOPIC_TEXTS, topic.id), topic, topic.id in used, digest_of(topic.digest.encode())[:16])


def _stamp_of(item: BoardPosting | BoardNews | BoardEvent | BoardOrganisation | BoardPage | BoardEntry) -> str:
    """What changes with the file of an item, and with what it is at an instant."""
    if isinstance(item, BoardPosting):
        return f"{item.synopsis.own[:16]} {item.standing}"
    if isinstance(item, BoardNews):
        return item.synopsis.own[:16]
    is_short = isinstance(item, BoardOrganisation | BoardPage)
    return (item.digest if is_short else digest_of(item.digest.encode()))[:16]


def remembered_as(each: OnBoard) -> Remembered:
    """What is noted of an item."""
    item, formerly, text = each.item, each.formerly, reading_of(each)
    identity, path = (*formerly, item.id)[0], TOPICS if isinstance(item, Topic) else item.content.path
    noted = Remembered(each.stamp, path, identity, formerly, text)
    if not isinstance(item, Topic | BoardOrganisation | BoardPage):
        noted = replace(noted, opens_at=item.opens_at, updated_at=item.updated_at)
    if isinstance(item, BoardPosting) and item.status.is_closed:
        ended_by, was = _end_of(item)
        is_archived = item.status is Status.ARCHIVED
        return replace(noted, ended_by=ended_by, ended_at=item.life.closes_at, was=was, is_archived=is_archived)
    if isinstance(item, BoardEvent):
        return replace(noted, ended_by=item.content.status or "", was=str(len(item.content.reopened)))
    return noted


def reading_of(each: OnBoard) -> str:
    """A digest of what one reads of an item."""
    item = each.item
    if isinstance(item, Topic):
        return digest_of(repr(item.names).encode())
    if isinstance(item, BoardPosting | BoardNews):  # whose text is not fetched for it
        return item.synopsis.text
    return text_digest(getattr(item.content, BY_FOLDER[each.name[0]].title), item.body)


class Notes(Struct, frozen=True, array_like=True):
    """All of it: the items by their keys, and what the clock (UTC) said when it was last asked for the instant."""

    form: int
    shown: dict[str, Remembered]
    clock: datetime | None


def to_bytes(shown: dict[str, Remembered], clock: datetime | None) -> bytes:
    """The notes as a file holds them."""
    return encode(Notes(FORM, shown, clock))


def from_bytes(data: bytes) -> Notes | None:
    """The notes of a file; None if they make no sense, or hold what no name has and would steer a terminal."""
    try:
        if _steers(data):
            return None
        notes = decode(data, type=Notes)
    except (DecodeError, ValidationError, UnicodeDecodeError, RecursionError):
        return None
    return notes if notes.form == FORM else None


def _steers(data: bytes) -> bool:
    """True if it holds what would steer a terminal. What is plain is told at once: such notes are long."""
    if data.isascii():
        return len(data.translate(None, _CONTROLS)) < len(data) or _ESCAPED.search(data) is not None
    return _STEERING.search(data.decode()) is not None


def key_of(name: Name) -> str:
    """A name as notes are filed by it."""
    return "/".join(name)


def name_at(key: str) -> Name:
    """The name again."""
    folder, _, id_ = key.partition("/")
    return folder, id_


def _end_of(posting: BoardPosting) -> tuple[str, str]:
    """What closed a posting, and what its author wrote of it."""
    life = posting.life
    if life.closed_early is not None:
        on = _written(life.closes_at, posting.zone)
        return "early", f"{{on: {on}, because: {life.closed_early.value}}}"
    is_day = life.closes_at == Moment(life.last_day).ends_at(to_zone(posting.deadline_zone))
    last = str(life.last_day) if is_day else _written(life.closes_at - _MINUTE, posting.deadline_zone)
    return ("review_by" if isinstance(posting.content.deadline, Rolling) else "deadline"), last


def _written(instant: datetime, zone: str) -> str:
    """An instant as an author writes it."""
    local = instant.astimezone(to_zone(zone))
    if Moment(local.date()).starts_at(to_zone(zone)) == instant:
        return local.date().isoformat()
    return f'"{local:%Y-%m-%d %H:%M}"'


def _topics_in_use(board: Board) -> set[str]:
    """Ids of the topics that readers find something under."""
    found = {id_ for each in board.postings if each.status.is_visible for id_ in each.synopsis.topics}
    found.update(id_ for each in board.news if each.is_visible for id_ in each.synopsis.topics)
    found.update(topic.id for each in board.events if each.is_visible for topic in each.topics)
    return found.union(each.group for each in board.introductions)
