"""What a board knows that a field may name: its items, topics and files, each with the name people know it by."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.source.content.folder import TOPICS
from jobboard.source.kinds import BY_FOLDER, FOLDERS, folder_of

if TYPE_CHECKING:
    from jobboard.model.library import Library
    from jobboard.source.content.scan import Scan


class Nameable(Struct, frozen=True):
    """Names by id, by folder (those of topics at the list of topics); `site` speaks the language of the editor."""

    site: Site
    ids: Mapping[str, Mapping[str, str]]
    files: tuple[str, ...] = ()


def known_of(site: Site, scan: Scan, library: Library | None) -> Nameable:
    """What can be named. An item that has problems still has its id, and is called by that."""
    ids: dict[str, dict[str, str]] = {folder: {} for folder in FOLDERS}
    for path in scan.digests:
        id_ = PurePosixPath(path).stem
        ids[folder_of(path)][id_] = id_
    topics: dict[str, str] = {}
    if library is not None:
        for folder, items in library.items.items():
            for record in items.values():
                ids[folder][record.id] = getattr(record, BY_FOLDER[folder].title, record.id) or record.id
        topics = {id_: each.name_in(site.lang, site.main) for id_, each in library.topics.items()}
    return Nameable(site, {**ids, TOPICS: topics}, tuple(scan.files))
