"""Which items need not be looked at again, and what is noted of the others so that the next build need not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TypeVar

from msgspec import DecodeError, structs
from msgspec.json import Decoder, Encoder

from jobboard.base.digest import digest_of
from jobboard.board.board import Board, BoardNews, BoardPosting
from jobboard.board.others import asked_by, others_of
from jobboard.board.resolve import Reachable
from jobboard.board.site import Site
from jobboard.board.status import life_at, status_at
from jobboard.board.synopsis import NewsSynopsis, PostingSynopsis, Remark, Synopsis
from jobboard.model.library import Library
from jobboard.source.content.scan import Scan
from jobboard.source.content.store import Kept
from jobboard.source.problem import Problem

S = TypeVar("S", PostingSynopsis, NewsSynopsis)

_POSTINGS = Decoder(list[PostingSynopsis])
_NEWS = Decoder(list[NewsSynopsis])
_ENCODER = Encoder()


def kept_synopses(
    board: Board, library: Library, synopses: Mapping[str, Synopsis], reachable: Reachable, problems: Iterable[Problem]
) -> dict[str, Synopsis]:
    """The new synopses of a board, with what is said of each item and what it heard of others."""
    said: dict[str, list[Remark]] = {}
    for each in problems:
        said.setdefault(each.path, []).append(Remark(each.line, each.field, each.said, each.way_out, each.level))
    others = others_of(library, synopses, reachable)
    items: list[BoardPosting | BoardNews] = [*board.postings, *board.news]
    kept: dict[str, Synopsis] = {}
    for item in items:
        if item.path not in library.unchanged:
            asked = asked_by(item, library, reachable)
            kept[item.path] = structs.replace(
                item.synopsis,
                said=tuple(said.get(item.path, ())),
                asked=asked and structs.replace(asked, heard=others.answer(item.path, item.synopsis, asked)),
            )
    return kept


def context_of(scan: Scan, site: Site) -> str:
    """A digest of everything a synopsis is made of but the item itself."""
    organisations = [item for item in scan.digests.items() if item[0].startswith("organisations/")]
    return digest_of(repr((organisations, scan.topics_digest, scan.engine.value, site.digest)).encode())


def made_of(scan: Scan, context: str) -> dict[str, tuple[str, ...]]:
    """What the synopsis of each posting and news item is made of, by path: its bytes, and what any of them may name."""
    folders = ("postings/", "news/")
    return {path: (context, digest) for path, digest in scan.digests.items() if digest and path.startswith(folders)}


def unchanged(
    scan: Scan, kept: Mapping[str, Kept], read: Mapping[str, tuple[Kept, Synopsis]] = MappingProxyType({})
) -> dict[str, Synopsis]:
    """The synopses of items that are as they were, by path. Of texts that make no sense, none.

    `read` are those of which the synopsis is in memory.
    """
    found = {path: known[1] for path, each in kept.items() if (known := read.get(path)) and known[0] is each}
    unread = {path: each.text for path, each in kept.items() if path not in found}
    found |= _decoded("postings/", unread, _POSTINGS) | _decoded("news/", unread, _NEWS)
    files = scan.files
    return {
        path: each
        for path, each in found.items()
        if not (each.files or each.linked_files) or all(file in files for file in (*each.files, *each.linked_files))
    }


def seen_by_readers(synopses: Mapping[str, Synopsis], instant: datetime) -> dict[str, Synopsis]:
    """The synopses of what readers see at `instant` (aware) anyway; for a preview all else must be looked at."""
    return {path: each for path, each in synopses.items() if _is_seen(each, instant)}


def _is_seen(synopsis: Synopsis, instant: datetime) -> bool:
    if isinstance(synopsis, PostingSynopsis):
        return bool(synopsis.lives) and status_at(life_at(synopsis.lives, instant), instant).is_visible
    return isinstance(synopsis, NewsSynopsis) and synopsis.is_out_at(instant)


def _decoded(folder: str, texts: Mapping[str, str], decoder: Decoder[list[S]]) -> dict[str, Synopsis]:
    chosen = {path: text for path, text in texts.items() if path.startswith(folder)}
    try:
        return dict(zip(chosen, decoder.decode(f"[{','.join(chosen.values())}]"), strict=True))
    except (DecodeError, ValueError):
        return {}


def to_text(synopsis: Synopsis) -> str:
    """A synopsis as it is kept."""
    return _ENCODER.encode(synopsis).decode()
