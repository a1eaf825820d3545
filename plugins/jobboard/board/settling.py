"""Which postings need not be looked at again, and what is noted of the others so that the next build need not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from jobboard.board.board import Board, Links
from jobboard.board.changes import changes_of_deadline
from jobboard.board.links import files_of
from jobboard.board.site import Site
from jobboard.board.status import Lifecycle, deadline_zone, to_zone
from jobboard.board.synopsis import Synopsis
from jobboard.board.timing import Timed
from jobboard.model.closing import Rolling
from jobboard.model.posting import Posting
from jobboard.source.cache import Note
from jobboard.source.content import Scan
from jobboard.source.document import digest_of
from jobboard.source.problem import Problem

_ON_CARDS = ("title", "kind", "place", "workplace", "applicants_from", "deadline", "deadline_was", "closed", "updated")
"""The fields of a posting that lists may show, beside those a synopsis holds."""


def synopsis_of(posting: Posting, zone: str, life: Lifecycle, site: Site, own: str) -> Synopsis:
    """The synopsis of a posting in its zone; `own` is a digest of its file with its name and zone."""
    lang = posting.lang or site.lang
    card = (posting.id, lang, zone, life, *(getattr(posting, name) for name in _ON_CARDS))
    return Synopsis(
        own=own,
        card=digest_of(repr(card).encode()),
        zone=zone,
        deadline_zone=deadline_zone(posting, zone),
        lang=lang,
        organisations=list(posting.organisation),
        topics=list(posting.topics),
        is_draft=life.is_draft,
        opens_at=life.opens_at.isoformat(),
        closing_soon_at=life.closing_soon_at.isoformat(),
        closes_at=life.closes_at.isoformat(),
        archived_at=life.archived_at.isoformat(),
        closed_early=life.closed_early or "",
        last_day=life.last_day.isoformat(),
        changes_at=posting.updated.starts_at(to_zone(zone)).isoformat() if posting.updated else "",
        deadline_changes=[
            [each.what.value, each.at.isoformat(), each.told_from.isoformat()]
            for each, *_ in changes_of_deadline(posting, life, zone, deadline_zone(posting, zone))
        ],
        is_rolling=isinstance(posting.deadline, Rolling),
        has_deadline=not isinstance(posting.deadline, Rolling) or bool(posting.deadline_was),
        kind=posting.kind,
        countries=list(dict.fromkeys(place.country for place in posting.place)),
        workplace=posting.workplace or "",
        files=[path for _, path in files_of(posting)],
        links=[],
        said=[],
    )


def kept_synopses(board: Board, timed: Mapping[str, Timed], problems: Iterable[Problem]) -> dict[str, Synopsis]:
    """The new synopses of a board that stay true while neither the file nor what it may name changes.

    Not those of postings that other items can change: translations, renamed ones, and those that link to items which
    come and go.
    """
    said: dict[str, list[list[Any]]] = {}
    for each in problems:
        said.setdefault(each.path, []).append([each.line, each.field, each.message, each.hint, each.level.value])
    return {
        posting.content.path: posting.synopsis._replace(
            said=said.get(posting.content.path, []), links=_as_values(posting.links)
        )
        for posting in board.postings
        if posting.content.path in timed
        and posting.group == posting.id == posting.identity
        and not posting.content.translation_of
        and all(target and (target.file or target.folder == "organisations") for _, target in posting.links)
    }


def _as_values(links: Links) -> list[list[str]]:
    return [[written, target.folder, target.id, target.file] for written, target in links if target]


def context_of(scan: Scan, site: Site) -> str:
    """A digest of everything a synopsis is made of but the posting itself."""
    organisations = [item for item in scan.digests.items() if item[0].startswith("organisations/")]
    return digest_of(repr((organisations, scan.topics_digest, scan.engine.value, site.digest)).encode())


def settled(scan: Scan, notes: Mapping[str, Note]) -> dict[str, Synopsis]:
    """The postings that are as they were when their synopsis was noted, by path."""
    digests, files = scan.digests, scan.files
    found = {path: Synopsis(*note.value) for path, note in notes.items() if digests.get(path) == note.digest}
    return {path: each for path, each in found.items() if _has_its_files(each, files)}


def _has_its_files(synopsis: Synopsis, files: Collection[str]) -> bool:
    return all(path in files for path in synopsis.files) and all(
        not file or file in files for *_, file in synopsis.links
    )
