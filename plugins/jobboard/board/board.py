"""The board: all content together, linked and ordered, seen at one instant.

One record for each kind of content and one for all of them: a table, and longer than other modules for that reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from msgspec import Struct

from jobboard.board.event_time import EventLife, Phase
from jobboard.board.site import Site
from jobboard.board.status import Lifecycle, Status, standing_of
from jobboard.board.synopsis import NewsSynopsis, PostingSynopsis, Resolved, Synopsis
from jobboard.model.event import Event, EventStatus
from jobboard.model.introduction import Introduction
from jobboard.model.news import NewsItem
from jobboard.model.organisation import Organisation
from jobboard.model.page import Menu, Page
from jobboard.model.posting import Posting
from jobboard.model.topic import Topic
from jobboard.source.content.document import Document
from jobboard.source.kinds import TOPIC_TEXTS
from jobboard.source.markdown.kept import Body


class BoardOrganisation(Struct, frozen=True, kw_only=True):
    """An organisation with the ones above it, nearest first (`part_of` followed to the top)."""

    folder: ClassVar[str] = "organisations"
    is_visible: ClassVar[bool] = True

    id: str
    content: Organisation
    body: Body
    links: Resolved
    lang: str
    above: tuple[Organisation, ...]
    zone: str
    digest: str


class BoardItem(Struct, frozen=True, kw_only=True):
    """An item that need not be looked at again while it has not changed: a posting or a news item.

    `content` and the body come from the cache when they are asked for, so orders, lists and plans ask the synopsis.
    `identity` is its name for ever, `group` the id of the original: the same for all members of a translation group.
    """

    id: str
    path: str
    records: Mapping[str, Any]
    documents: Mapping[str, Document]
    synopsis: Synopsis
    links: Resolved
    organisations: tuple[BoardOrganisation, ...]
    topics: tuple[Topic, ...]
    updated_at: datetime
    identity: str
    formerly: tuple[str, ...]
    group: str
    digest: str

    @property
    def content(self) -> Posting | NewsItem:
        return self.records[self.path]  # type: ignore[no-any-return]  # each kind of item says which

    @property
    def body(self) -> Body:
        return self.documents[self.path].body

    @property
    def lang(self) -> str:
        return self.synopsis.lang

    @property
    def zone(self) -> str:
        return self.synopsis.zone


class BoardPosting(BoardItem, frozen=True, kw_only=True):
    """A posting with its organisations (the first hires), topics, instants, and status at the board's now.

    `content` holds what a translation takes from its original.
    """

    folder: ClassVar[str] = "postings"

    synopsis: PostingSynopsis
    life: Lifecycle
    status: Status

    @property
    def content(self) -> Posting:
        return self.records[self.path]  # type: ignore[no-any-return]

    @property
    def is_visible(self) -> bool:
        return self.status.is_visible

    @property
    def is_listed(self) -> bool:
        return self.status.is_listed

    @property
    def opens_at(self) -> datetime:
        """When it opens for the first time, of the life that counts (UTC)."""
        return self.life.opens_at

    @property
    def lives(self) -> tuple[Lifecycle, ...]:
        """All the times it is open, those to come included; `life` is the one that counts at the board's now."""
        return self.synopsis.lives

    @property
    def standing(self) -> str:
        """Its status, and of one that was opened again which time it is open."""
        return standing_of(self.status, self.lives, self.life)

    @property
    def deadline_zone(self) -> str:
        return self.synopsis.deadline_zone


class BoardNews(BoardItem, frozen=True, kw_only=True):
    """A news item with its organisations and topics, and whether it is visible and listed at the board's now."""

    folder: ClassVar[str] = "news"

    synopsis: NewsSynopsis
    is_visible: bool
    is_listed: bool

    @property
    def content(self) -> NewsItem:
        return self.records[self.path]  # type: ignore[no-any-return]

    @property
    def opens_at(self) -> datetime:
        """When it appears (UTC)."""
        return self.synopsis.opens_at

    @property
    def leaves_at(self) -> datetime | None:
        """When it leaves the lists (UTC), if ever."""
        return self.synopsis.leaves_at


class BoardEvent(Struct, frozen=True, kw_only=True):
    """An event with its organisations (the first answers for it), topics and instants, and where it stands at now.

    `content` holds what a translation takes from its original, and as `status` what is to be said of it at now;
    `written` is what its author says for good. `changes` are its dated changes (UTC), oldest first, `changed_at` the
    last of them that has come.
    """

    folder: ClassVar[str] = "events"

    id: str
    content: Event
    written: EventStatus | None
    changes: tuple[datetime, ...]
    changed_at: datetime | None
    body: Body
    links: Resolved
    lang: str
    organisations: tuple[BoardOrganisation, ...]
    topics: tuple[Topic, ...]
    zone: str
    life: EventLife
    phase: Phase
    takes_registrations: bool
    is_visible: bool
    updated_at: datetime
    identity: str
    group: str
    digest: str

    @property
    def opens_at(self) -> datetime:
        return self.life.opens_at

    @property
    def leaves_at(self) -> datetime:
        """When it leaves the lists of what is to come (UTC)."""
        return self.life.ends_at

    @property
    def is_past(self) -> bool:
        return self.phase is Phase.PAST

    @property
    def is_listed(self) -> bool:
        """To come or under way, be it cancelled: who waits for it must be told."""
        return self.is_visible and not self.is_past


class BoardPage(Struct, frozen=True, kw_only=True):
    """A plain page. `menu` and `order` are those of the original."""

    folder: ClassVar[str] = "pages"
    is_visible: ClassVar[bool] = True

    id: str
    content: Page
    menu: Menu | None
    order: int | None
    body: Body
    links: Resolved
    lang: str
    group: str
    digest: str


class BoardIntroduction(Struct, frozen=True, kw_only=True):
    """The text of a topic in one language; `group` is the topic's id."""

    folder: ClassVar[str] = TOPIC_TEXTS
    is_visible: ClassVar[bool] = True

    id: str
    content: Introduction
    body: Body
    links: Resolved
    lang: str
    organisations: tuple[BoardOrganisation, ...]
    group: str
    digest: str


class Board(Struct, frozen=True, kw_only=True):
    """Everything at one instant: the `items` by the folder of their kind, in the order of their paths.

    Those of a kind that somebody must know are properties, too. Of pages and introductions there are only those that
    are published.
    """

    site: Site
    now: datetime
    items: Mapping[str, tuple[Any, ...]]
    topics: tuple[Topic, ...]

    @property
    def postings(self) -> tuple[BoardPosting, ...]:
        return self.items["postings"]

    @property
    def news(self) -> tuple[BoardNews, ...]:
        return self.items["news"]

    @property
    def events(self) -> tuple[BoardEvent, ...]:
        return self.items["events"]

    @property
    def organisations(self) -> tuple[BoardOrganisation, ...]:
        return self.items["organisations"]

    @property
    def pages(self) -> tuple[BoardPage, ...]:
        return self.items["pages"]

    @property
    def introductions(self) -> tuple[BoardIntroduction, ...]:
        return self.items[TOPIC_TEXTS]
