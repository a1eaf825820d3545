"""What readers are shown, noted by one build so that the next can tell what has become of it: a name, a text, a state.

No output depends on it (decision 16): it makes advice, and lets a publication be refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec import DecodeError, Struct, ValidationError
from msgspec.json import decode, encode
from msgspec.structs import replace

from jobboard.board.board import Board, BoardEvent, BoardNews, BoardOrganisation, BoardPage, BoardPosting
from jobboard.board.digests import text_digest
from jobboard.board.status import Status, to_zone
from jobboard.model.closing import Rolling
from jobboard.model.former import first_id
from jobboard.model.moment import Moment
from jobboard.model.topic import Topic
from jobboard.source.document import digest_of
from jobboard.source.folder import TOPICS

FORM = 1
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\\[bfnrtu]")
_MINUTE = timedelta(minutes=1)

Name = tuple[str, str]
"""A folder of the content, and the id of an item in it."""


class Shown(Struct, frozen=True, array_like=True):
    """An item as readers know it. `stamp` changes with the file and with what it is at an instant; instants are UTC.

    `formerly` are its former names as written, `text` is a digest of what one reads. `state` is how it stands where
    that can be taken back (closed early, passed, cancelled, …) or left behind (archived), `ended_at` since when, `was`
    what its author wrote of it. `renamed` is the id of the file that was recognised as what is gone.
    """

    stamp: str
    path: str
    identity: str
    formerly: tuple[str, ...]
    text: str
    opens_at: datetime | None = None
    updated_at: datetime | None = None
    state: str = ""
    ended_at: datetime | None = None
    was: str = ""
    renamed: str = ""

    def as_of(self, now: datetime) -> Shown | None:
        """What was known of it at `now` (aware): for a build of an earlier instant than the one that noted it."""
        if self.opens_at is not None and self.opens_at > now:
            return None
        if self.ended_at is not None and self.ended_at > now:
            return Shown(self.stamp, self.path, self.identity, self.formerly, self.text, self.opens_at)
        return self


Visible = BoardPosting | BoardNews | BoardEvent | BoardOrganisation | BoardPage | Topic


class Item(NamedTuple):
    """An item of the board with what all kinds have in common, whether readers see it, and how it is noted."""

    name: Name
    item: Visible
    is_visible: bool
    stamp: str


def items_of(board: Board) -> Iterator[Item]:
    """Everything that has an address of its own, drafts and what is to come included; of topics, those in use."""
    for posting in board.postings:
        stamp = f"{posting.synopsis.own[:16]} {posting.standing}"
        yield Item(("postings", posting.id), posting, posting.status.is_visible, stamp)
    for item in board.news:
        yield Item(("news", item.id), item, item.is_visible, item.synopsis.own[:16])
    for event in board.events:
        yield Item(("events", event.id), event, event.is_visible, digest_of(event.digest.encode())[:16])
    for each in board.organisations:
        yield Item(("organisations", each.id), each, is_visible=True, stamp=each.digest[:16])
    for page in board.pages:
        yield Item(("pages", page.id), page, is_visible=True, stamp=page.digest[:16])
    used = _topics_in_use(board)
    for topic in board.topics:
        yield Item(("topics", topic.id), topic, topic.id in used, digest_of(topic.digest.encode())[:16])


def shown_as(each: Item) -> Shown:
    """What is noted of an item."""
    item = each.item
    if isinstance(item, Topic):
        formerly: tuple[str, ...] = getattr(item, "formerly", ())
        return Shown(each.stamp, TOPICS, (*formerly, item.id)[0], formerly, text_of(each))
    if isinstance(item, BoardPosting | BoardNews):  # whose content is not fetched for it
        noted = Shown(each.stamp, item.content.path, item.identity, item.formerly, text_of(each))
    else:
        content = item.content
        noted = Shown(each.stamp, content.path, first_id(content), content.formerly, text_of(each))
    if isinstance(item, BoardPosting):
        state, ended_at, was = _end_of(item)
        times = {"opens_at": item.life.opens_at, "updated_at": item.updated_at}
        return replace(noted, **times, state=state, ended_at=ended_at, was=was)
    if isinstance(item, BoardEvent):
        state, was = item.content.status or "", str(len(item.content.reopened))
        return replace(noted, opens_at=item.opens_at, updated_at=item.updated_at, state=state, was=was)
    if isinstance(item, BoardNews):
        return replace(noted, opens_at=item.opens_at, updated_at=item.updated_at)
    return noted


def text_of(each: Item) -> str:
    """A digest of what one reads of an item."""
    item = each.item
    if isinstance(item, Topic):
        return digest_of(repr(item.names).encode())
    if isinstance(item, BoardPosting | BoardNews):
        return item.synopsis.text
    title = item.content.name if isinstance(item, BoardOrganisation) else item.content.title
    return text_digest(title, item.body)


def to_bytes(shown: Mapping[str, Shown]) -> bytes:
    """The notes as a file holds them."""
    return encode((FORM, shown))


def from_bytes(data: bytes) -> dict[str, Shown] | None:
    """The notes of a file; None if they make no sense, or hold what no name has and would steer a terminal."""
    try:
        if _STEERING.search(data.decode()):
            return None
        form, shown = decode(data, type=tuple[int, dict[str, Shown]])
    except (DecodeError, ValidationError, UnicodeDecodeError, RecursionError):
        return None
    return shown if form == FORM else None


def key_of(name: Name) -> str:
    """A name as notes are filed by it."""
    return "/".join(name)


def _end_of(posting: BoardPosting) -> tuple[str, datetime | None, str]:
    life = posting.life
    if not posting.status.is_closed:
        return "", None, ""
    if life.closed_early is not None:
        on = _written(life.closes_at, posting.zone)
        state = posting.status.value if posting.status is Status.ARCHIVED else "early"
        return state, life.closes_at, f"{{on: {on}, because: {life.closed_early.value}}}"
    zone = to_zone(posting.deadline_zone)
    is_day = life.closes_at == Moment(life.last_day).ends_at(zone)
    last = str(life.last_day) if is_day else _written(life.closes_at - _MINUTE, posting.deadline_zone)
    field = "review_by" if isinstance(posting.content.deadline, Rolling) else "deadline"
    return posting.status.value if posting.status is Status.ARCHIVED else field, life.closes_at, last


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
