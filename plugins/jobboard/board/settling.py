"""Which items need not be looked at again, and what is noted of the others so that the next build need not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from msgspec import DecodeError, structs
from msgspec.json import Decoder, Encoder

from jobboard.board.board import Board, BoardNews, BoardPosting
from jobboard.board.history import dated_changes, steps_of
from jobboard.board.links import files_of
from jobboard.board.site import Site
from jobboard.board.status import Lifecycle, deadline_zone, to_zone
from jobboard.board.synopsis import Links, NewsSynopsis, PostingSynopsis, Said, Synopsis, Target, Told
from jobboard.model.closing import Rolling
from jobboard.model.library import Library
from jobboard.model.news import NewsItem, Quote
from jobboard.model.parts import Author, Contact
from jobboard.model.posting import Posting
from jobboard.source.content.cache import Note
from jobboard.source.content.scan import Scan
from jobboard.source.digest import digest_of
from jobboard.source.problem import Problem

_ON_CARDS = (
    *("title", "kind", "place", "workplace", "applicants_from", "updated"),
    *("deadline", "deadline_was", "review_by", "review_was", "closed", "reopened"),
)
"""The fields of a posting that lists may show, beside those a synopsis holds."""

S = TypeVar("S", PostingSynopsis, NewsSynopsis)

_POSTINGS = Decoder(list[PostingSynopsis])
_NEWS = Decoder(list[NewsSynopsis])
_ENCODER = Encoder()


def posting_synopsis(
    posting: Posting, zone: str, lives: tuple[Lifecycle, ...], links: Links, site: Site, own: str, text: str
) -> PostingSynopsis:
    """The synopsis of a posting in its zone; `own` is a digest of its file with its name, zone and links, `text` one of
    what it says."""
    lang = posting.lang or site.lang
    card = (posting.id, lang, zone, lives, *(getattr(posting, name) for name in _ON_CARDS))
    return PostingSynopsis(
        own=own,
        card=digest_of(repr(card).encode()),
        text=text,
        zone=zone,
        lang=lang,
        kind=posting.kind.value,
        organisations=posting.organisation,
        topics=posting.topics,
        files=tuple(path for _, path in files_of(posting)),
        changes=dated_changes(posting, zone),
        links=links,
        linked_files=_files_in(links),
        lives=lives,
        deadline_zone=deadline_zone(posting, zone),
        is_rolling=isinstance(posting.deadline, Rolling),
        has_deadline=not isinstance(posting.deadline, Rolling) or bool(posting.deadline_was),
        told=tuple(
            Told(each.what.value, each.at, each.told_from)
            for each, *_ in steps_of(posting, lives, zone, deadline_zone(posting, zone))
        ),
        countries=tuple(dict.fromkeys(place.country for place in posting.place)),
        workplace=posting.workplace.value if posting.workplace else "",
    )


def news_synopsis(item: NewsItem, zone: str, links: Links, site: Site, own: str, text: str) -> NewsSynopsis:
    """The synopsis of a news item in its zone; `own` and `text` as of a posting."""
    opens_at, lang = item.published.starts_at(to_zone(zone)), item.lang or site.lang
    card = (item.id, lang, zone, opens_at, item.title, item.kind, item.link, item.summary or own)
    people: tuple[Author | Quote | Contact, ...] = (*item.authors, *item.quotes, *item.contacts)
    return NewsSynopsis(
        own=own,
        card=digest_of(repr(card).encode()),
        text=text,
        zone=zone,
        lang=lang,
        kind=item.kind.value,
        organisations=item.organisations,
        topics=item.topics,
        files=tuple(dict.fromkeys(path for _, path in files_of(item))),
        changes=(item.updated.starts_at(to_zone(zone)),) if item.updated else (),
        links=links,
        linked_files=_files_in(links),
        is_draft=item.status is not None,
        opens_at=opens_at,
        leaves_at=item.expires.ends_at(to_zone(zone)) if item.expires else None,
        year=opens_at.astimezone(to_zone(zone)).year,
        people=tuple(dict.fromkeys(each.organisation for each in people if each.organisation)),
        related=item.related,
    )


def kept_synopses(board: Board, library: Library, problems: Iterable[Problem]) -> dict[str, Synopsis]:
    """The new synopses of a board that stay true while neither the file nor what it may name changes.

    Not those of items that others can change: translations, renamed ones, those that name others by an id of then or
    link to items which come and go, and news that names other news.
    """
    said: dict[str, list[Said]] = {}
    for each in problems:
        said.setdefault(each.path, []).append(Said(each.line, each.field, each.message, each.hint, each.level))
    items: list[BoardPosting | BoardNews] = [*board.postings, *board.news]
    return {
        item.content.path: structs.replace(item.synopsis, said=tuple(said.get(item.content.path, ())))
        for item in items
        if item.content.path not in library.settled and item.content.path not in library.renamed
        if _depends_on_itself(item)
    }


def _depends_on_itself(item: BoardPosting | BoardNews) -> bool:
    return (
        not item.formerly  # renamed back it has its own name again, and others
        and not item.content.translation_of
        and not (isinstance(item, BoardNews) and item.synopsis.related)
        and all(_leads_there_for_good(written, target) for written, target in item.links)
    )


def _leads_there_for_good(written: str, target: Target | None) -> bool:
    """True if neither an item that comes nor a file with a more fitting name can make a link lead elsewhere."""
    return target is not None and (written == target.file or target.folder == "organisations")


def context_of(scan: Scan, site: Site) -> str:
    """A digest of everything a synopsis is made of but the item itself."""
    organisations = [item for item in scan.digests.items() if item[0].startswith("organisations/")]
    return digest_of(repr((organisations, scan.topics_digest, scan.engine.value, site.digest)).encode())


def settled(
    scan: Scan, notes: Mapping[str, Note], read: Mapping[str, tuple[Note, Synopsis]] = MappingProxyType({})
) -> dict[str, Synopsis]:
    """The items that are as they were when their synopsis was noted, by path. Of notes that make no sense, none.

    `read` are notes of which the synopsis is at hand.
    """
    same = {path: note for path, note in notes.items() if scan.digests.get(path) == note.digest}
    found = {path: known[1] for path, note in same.items() if (known := read.get(path)) and known[0] is note}
    unread = {path: note.text for path, note in same.items() if path not in found}
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


def _files_in(links: Links) -> tuple[str, ...]:
    return tuple(dict.fromkeys(target.file for _, target in links if target and target.file))


def to_note(synopsis: Synopsis, digest: str) -> Note:
    """What is noted of an item of which the file has that digest."""
    return Note(digest, _ENCODER.encode(synopsis).decode())
