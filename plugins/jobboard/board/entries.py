"""Items of kinds without rules of their own: visible from `published` on, listed until the day their kind names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct

from jobboard.board.board import Board, BoardOrganisation
from jobboard.board.checks import Locator
from jobboard.board.naming import Naming
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.board.synopsis import Resolved
from jobboard.board.timing import OVER_BEFORE_PUBLISHED, organisation_ids, zone_of
from jobboard.model.common import Visibility
from jobboard.model.former import first_id
from jobboard.model.library import Library
from jobboard.model.topic import Topic
from jobboard.source.kinds import BY_FOLDER, folder_of
from jobboard.source.markdown.kept import Body
from jobboard.source.message import phrase
from jobboard.source.problem import Problem


class BoardEntry(Struct, frozen=True, kw_only=True):
    """An item of a kind that has no rules of its own: it appears, and leaves the lists after a day its kind names.

    `content` holds what a translation takes from its original. Instants are UTC; `changes` are its dated changes.
    """

    folder: str
    id: str
    content: Any
    body: Body
    links: Resolved
    lang: str
    organisations: tuple[BoardOrganisation, ...]
    topics: tuple[Topic, ...]
    zone: str
    opens_at: datetime
    leaves_at: datetime | None
    changes: tuple[datetime, ...]
    updated_at: datetime
    is_draft: bool
    is_visible: bool
    is_listed: bool
    identity: str
    formerly: tuple[str, ...]
    group: str
    digest: str


def entries_of(board: Board) -> Iterator[BoardEntry]:
    """The items of all such kinds."""
    return (each for found in board.items.values() if found and isinstance(found[0], BoardEntry) for each in found)


def link_entry(
    item: Any, library: Library, site: Site, now: datetime, naming: Naming, links: Resolved, *, own: str
) -> BoardEntry:
    """The item, a translation completed, as it stands at `now` (aware). `own` names its files and its links."""
    zone = zone_of(item, library.organisations, site)
    opens_at, leaves_at = item.published.starts_at(to_zone(zone)), _leaves_at(item, zone)
    updated, is_draft = getattr(item, "updated", None), item.status == Visibility.DRAFT
    is_visible = not is_draft and opens_at <= now
    changes = (updated.starts_at(to_zone(zone)),) if updated else ()
    updated_at = max((opens_at, *(each for each in changes if each <= now)))
    is_listed = is_visible and (leaves_at is None or now < leaves_at)
    organisations, topics, named = naming.named(organisation_ids(item), getattr(item, "topics", ()))
    return BoardEntry(
        folder=folder_of(item.path),
        id=item.id,
        content=item,
        body=library.documents[item.path].body,
        links=links,
        lang=item.lang or site.lang,
        organisations=organisations,
        topics=topics,
        zone=zone,
        opens_at=opens_at,
        leaves_at=leaves_at,
        changes=changes,
        updated_at=updated_at,
        is_draft=is_draft,
        is_visible=is_visible,
        is_listed=is_listed,
        identity=first_id(item),
        formerly=item.formerly,
        group=item.translation_of or item.id,
        digest="|".join((own, zone, str(is_listed), updated_at.isoformat(), named)),
    )


def visible_entries(
    plain: Mapping[str, Mapping[str, Any]], library: Library, site: Site, now: datetime
) -> Iterator[tuple[str, str]]:
    """What readers see of these items at `now` (aware), as (folder, id)."""
    for folder, found in plain.items():
        for item in found.values():
            zone = to_zone(zone_of(item, library.organisations, site))
            if item.status != Visibility.DRAFT and item.published.starts_at(zone) <= now:
                yield folder, item.id


def check_entries(library: Library, site: Site, locator: Locator) -> Iterator[Problem]:
    """Items that leave the lists before they appear."""
    for folder, items in library.changed.items():
        field = BY_FOLDER[folder].leaves
        for item in items if field else ():
            zone = zone_of(item, library.organisations, site)
            leaves_at = _leaves_at(item, zone)
            if leaves_at is not None and leaves_at <= item.published.starts_at(to_zone(zone)):
                message = OVER_BEFORE_PUBLISHED(day=str(getattr(item, field)), published=str(item.published))
                yield locator.at(item, field, message, phrase("exchange them, or correct the year"))


def _leaves_at(item: Any, zone: str) -> datetime | None:
    """The end of the day or minute after which it is not listed any more (UTC)."""
    field = BY_FOLDER[folder_of(item.path)].leaves
    last = getattr(item, field) if field else None
    return None if last is None else last.ends_at(to_zone(zone))
