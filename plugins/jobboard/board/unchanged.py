"""Which items need not be looked at again, and what is noted of the others so that the next build need not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from msgspec import DecodeError, structs
from msgspec.json import Decoder, Encoder

from jobboard.board.board import Board, BoardNews, BoardPosting
from jobboard.board.files import named_files
from jobboard.board.history import dated_changes, steps_of
from jobboard.board.others import asked_by, others_of
from jobboard.board.resolve import Reachable
from jobboard.board.site import Site
from jobboard.board.status import Lifecycle, deadline_zone, to_zone
from jobboard.board.synopsis import NewsSynopsis, PostingSynopsis, Remark, Resolved, Step, Synopsis, files_in
from jobboard.model.closing import Rolling
from jobboard.model.library import Library
from jobboard.model.news import NewsItem, Quote
from jobboard.model.parts import Author, Contact
from jobboard.model.posting import Posting
from jobboard.source.content.scan import Scan
from jobboard.source.content.store import Kept
from jobboard.source.digest import digest_of
from jobboard.source.problem import Problem

S = TypeVar("S", PostingSynopsis, NewsSynopsis)

_POSTINGS = Decoder(list[PostingSynopsis])
_NEWS = Decoder(list[NewsSynopsis])
_ENCODER = Encoder()


def posting_synopsis(
    posting: Posting, zone: str, lives: tuple[Lifecycle, ...], links: Resolved, site: Site, own: str, text: str
) -> PostingSynopsis:
    """The synopsis of a posting in its zone; `own` is a digest of its file with its name, zone and links, `text` one of
    what it says."""
    return PostingSynopsis(
        formerly=posting.formerly,
        original=posting.translation_of or "",
        own=own,
        text=text,
        zone=zone,
        lang=posting.lang or site.lang,
        kind=posting.kind.value,
        organisations=posting.organisation,
        topics=posting.topics,
        named=tuple(named_files(posting)),
        changes=dated_changes(posting, zone),
        links=links,
        linked_files=files_in(links),
        lives=lives,
        deadline_zone=deadline_zone(posting, zone),
        is_rolling=isinstance(posting.deadline, Rolling),
        has_deadline=not isinstance(posting.deadline, Rolling) or bool(posting.deadline_was),
        told=tuple(
            Step(each.what.value, each.at, each.told_from)
            for each, *_ in steps_of(posting, lives, zone, deadline_zone(posting, zone))
        ),
        countries=tuple(dict.fromkeys(place.country for place in posting.place)),
        workplace=posting.workplace.value if posting.workplace else "",
    )


def news_synopsis(item: NewsItem, zone: str, links: Resolved, site: Site, own: str, text: str) -> NewsSynopsis:
    """The synopsis of a news item in its zone; `own` and `text` as of a posting."""
    opens_at = item.published.starts_at(to_zone(zone))
    people: tuple[Author | Quote | Contact, ...] = (*item.authors, *item.quotes, *item.contacts)
    return NewsSynopsis(
        formerly=item.formerly,
        original=item.translation_of or "",
        own=own,
        text=text,
        zone=zone,
        lang=item.lang or site.lang,
        kind=item.kind.value,
        organisations=item.organisations,
        topics=item.topics,
        named=tuple(named_files(item)),
        changes=(item.updated.starts_at(to_zone(zone)),) if item.updated else (),
        links=links,
        linked_files=files_in(links),
        is_draft=item.status is not None,
        opens_at=opens_at,
        leaves_at=item.expires.ends_at(to_zone(zone)) if item.expires else None,
        year=opens_at.astimezone(to_zone(zone)).year,
        people=tuple(dict.fromkeys(each.organisation for each in people if each.organisation)),
        related=item.related,
    )


def kept_synopses(
    board: Board, library: Library, synopses: Mapping[str, Synopsis], reachable: Reachable, problems: Iterable[Problem]
) -> dict[str, Synopsis]:
    """The new synopses of a board, with what is said of each item and what it heard of others."""
    said: dict[str, list[Remark]] = {}
    for each in problems:
        said.setdefault(each.path, []).append(Remark(each.line, each.field, each.message, each.hint, each.level))
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

    `read` are those of which the synopsis is at hand.
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


def _decoded(folder: str, texts: Mapping[str, str], decoder: Decoder[list[S]]) -> dict[str, Synopsis]:
    chosen = {path: text for path, text in texts.items() if path.startswith(folder)}
    try:
        return dict(zip(chosen, decoder.decode(f"[{','.join(chosen.values())}]"), strict=True))
    except (DecodeError, ValueError):
        return {}


def to_text(synopsis: Synopsis) -> str:
    """A synopsis as it is kept."""
    return _ENCODER.encode(synopsis).decode()
