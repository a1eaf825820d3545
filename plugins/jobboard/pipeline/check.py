"""The first three stages: a content folder in; a board, or a list of problems, out.

Stages 2 and 3 are loaded when they are needed: a build that finds nothing to do needs neither, and loading them takes
longer than it does.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from jobboard.base.map import Spreading
from jobboard.board.site import Site
from jobboard.pipeline.memory import compared_with_last, doubted, named
from jobboard.pipeline.session import Previous, Session
from jobboard.pipeline.version import code_version
from jobboard.pipeline.workers import apart, spread
from jobboard.source.content.cache import Cache
from jobboard.source.content.documents import open_documents
from jobboard.source.content.media import Media
from jobboard.source.content.scan import ReadOptions, Scan, scan_again, scan_content
from jobboard.source.content.store import Kept
from jobboard.source.markdown.convert import Engine
from jobboard.source.problem import Problem, as_told, is_blocking
from jobboard.source.yaml.tree import Mapping as MappingNode

if TYPE_CHECKING:
    from jobboard.board.board import Board
    from jobboard.board.synopsis import Synopsis
    from jobboard.model.library import Library


class Loaded(Struct, frozen=True):
    """The content folder looked through, with the cache it was read into."""

    scan: Scan
    cache: Cache


class Validated(Struct, frozen=True):
    """Content after the first three stages; `board` is None if any problem is more than advice."""

    loaded: Loaded
    board: Board | None
    problems: tuple[Problem, ...]
    library: Library | None = None


_MANY = 1000
"""New files above which it pays to look at the content in a process of its own."""


def load_content(
    content_folder: Path,
    cache: Path | None = None,
    engine: Engine = Engine.MARKDOWN,
    *,
    session: Session | None = None,
    changed: Collection[str] | None = None,
    share: Spreading = spread,
) -> Loaded:
    """Read the content folder, through the cache in the folder `cache` if one is given.

    `changed` are the files of the folder that may have changed since the session's last scan; None for any. Reading
    that takes long is given to `share`.
    """
    session = session or Session()
    known = Cache() if cache is None else session.open_cache(cache, f"{code_version()}-{engine}")
    options, scan = ReadOptions(engine, share, _memo_of), None
    if changed is not None and session.scan is not None and session.scan.root == content_folder:
        scan = scan_again(session.scan, changed, known, options)
    session.scan = scan or scan_content(content_folder, known, options)
    return Loaded(session.scan, known)


def _memo_of(path: str, fields: MappingNode) -> str | None:
    """The second stage's work on one file that is new: it is done where the file is read, several at a time."""
    from jobboard.model.library import memo_of  # noqa: PLC0415

    return memo_of(path, fields)


def check(
    content_folder: Path,
    site: Site,
    now: datetime,
    *,
    shown_as: str = "content",
    cache: Path | None = None,
    engine: Engine = Engine.MARKDOWN,
    output: Path | None = None,
    key: bytes = b"",
    about: Collection[str] | None = None,
) -> Validated:
    """Read, model and link the content as seen at `now` (aware). Writes nothing but the cache, if one is given.

    Problems name their file below `shown_as`, the content folder as the author calls it. Content without a problem
    gets the advice that a build does not give, since that needs the instant or more than one file (decision 19).
    `output` is the folder of the site that readers see, if there is one: what of that would vanish is advice, too.
    The cache is sealed with `key`. If `about` is given, advice is about those files alone, since it takes ten times as
    long as all else; problems are looked for in every file.
    """
    validated = validate(
        load_content(content_folder, cache, engine, session=Session(key)),
        site,
        now,
        shown_as,
        is_advised=True,
        about=about,
    )
    if cache is None or output is None:
        return validated
    look = compared_with_last(validated.board, validated.library, cache, output)
    if look is None:
        return validated
    recalled = named((*look.problems, *doubted(look, validated.loaded.scan, output)), shown_as)
    return structs.replace(validated, problems=as_told((*validated.problems, *recalled)))


def validate(
    content: Loaded,
    site: Site,
    now: datetime,
    shown_as: str,
    *,
    is_advised: bool = False,
    about: Collection[str] | None = None,
    session: Session | None = None,
) -> Validated:
    """Model and link content that was read: the second and third stage.

    Where much of it is new, another process does so first, and leaves the summaries in the cache. Every record with
    all its fields would be in the way while pages are made, and of an unchanged item none is needed.
    """
    if not content.scan.is_whole:  # what is there says nothing of what it names
        return Validated(content, None, named(content.scan.problems, shown_as))
    kept = _kept(content, site)
    if not is_advised and site.preview is None and _how_much_is_new(content, kept) > _MANY:
        content.cache.save()
        problems = apart(lambda: _validate(content, kept, site, now, shown_as, Session(), is_advised=False).problems)
        if problems is not None and is_blocking(problems):
            return Validated(content, None, problems)
        content.cache.read_summaries_again()
        kept = _kept(content, site)
    return _validate(content, kept, site, now, shown_as, session or Session(), is_advised=is_advised, about=about)


class _Summaries(Struct, frozen=True):
    """What was kept of items, by path, and what that of each is made of; `context` is what any of them may name."""

    context: str
    made_of: Mapping[str, tuple[str, ...]]
    kept: dict[str, Kept]


def _kept(content: Loaded, site: Site) -> _Summaries:
    from jobboard.board.unchanged import context_of, made_of  # noqa: PLC0415

    context = context_of(content.scan, dataclasses.replace(site, preview=None))  # what is kept is what readers see
    of = made_of(content.scan, context)
    return _Summaries(context, of, content.cache.summaries(of))


def _how_much_is_new(content: Loaded, known: _Summaries) -> int:
    """The number of files that are not as they were at the last build; all, if none was of what they may name."""
    return content.cache.changed_files() if known.kept else len(content.scan.digests)


def _validate(
    content: Loaded,
    known: _Summaries,
    site: Site,
    now: datetime,
    shown_as: str,
    session: Session,
    *,
    is_advised: bool,
    about: Collection[str] | None = None,
) -> Validated:
    from jobboard.board.assemble import assemble, take_back_changed  # noqa: PLC0415
    from jobboard.board.pictures import advise_on_pictures, check_pictures  # noqa: PLC0415
    from jobboard.board.unchanged import seen_by_readers, unchanged  # noqa: PLC0415

    scan, cache, context = content.scan, content.cache, known.context
    synopses = unchanged(scan, known.kept, session.noted())
    if site.preview is not None:
        synopses = seen_by_readers(synopses, site.preview)
    with cache.store.reading():
        library = _parsed(content, site, session, synopses)
        if take_back_changed(library, scan.files, synopses):
            library = _parsed(content, site, session, synopses)
    board, problems = assemble(library, scan.files, site, now, synopses, session.board(context))
    if site.preview is None or session.is_of_previews:
        noted = _kept_anew(content, known, library, synopses)
        session.previous = Previous(scan, context, library.documents, library, noted, board or session.board(context))
    media = Media(scan.root, scan.files, cache)
    of_pictures = tuple(check_pictures(library, scan.files, media.check, synopses))
    board = None if is_blocking(of_pictures) else board
    problems += of_pictures
    if is_advised and board is not None:
        from jobboard.board.advice.embargo import advise_on_embargo  # noqa: PLC0415
        from jobboard.board.advice.items import advise_on_board  # noqa: PLC0415
        from jobboard.board.clock_checks import advise_on_clocks  # noqa: PLC0415

        problems += (
            *advise_on_board(board, library, about),
            *advise_on_embargo(library, site, now, about),
            *advise_on_clocks(library, site, about),
            *advise_on_pictures(
                library, {path: each.size for path, each in scan.files.items()}, media.measured, synopses, about
            ),
        )
    cache.save()
    return Validated(content, board, named(problems, shown_as), library)


def _kept_anew(
    content: Loaded, known: _Summaries, library: Library, synopses: Mapping[str, Synopsis]
) -> dict[str, tuple[Kept, Synopsis]]:
    """Keep the synopses for the next build; each with what is kept of it."""
    from jobboard.board.unchanged import to_text  # noqa: PLC0415

    new = {path: Kept(to_text(synopses[path]), known.made_of[path]) for path in synopses.keys() - library.unchanged}
    kept = {path: known.kept[path] for path in library.unchanged} | new
    content.cache.keep_summaries(kept)
    return {path: (kept[path], each) for path, each in synopses.items()}


def _parsed(content: Loaded, site: Site, session: Session, synopses: Mapping[str, Synopsis]) -> Library:
    """The library, in which what has a synopsis is unchanged."""
    from jobboard.model.library import parse_content  # noqa: PLC0415

    scan, cache = content.scan, content.cache
    opened = open_documents(scan, cache, frozenset(synopses), session.documents())
    formerly = {path: each.formerly for path, each in synopses.items() if each.formerly}
    return parse_content(opened, site.lang, cache.memos, session.records(scan), session.library(), formerly)
