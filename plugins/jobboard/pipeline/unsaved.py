"""Content as it will be once open files are saved: a scan and their texts in, the scan with those texts out.

Whoever types sees what `check` would say, and nothing of it is on the disk.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import structs

from jobboard.base.files import State
from jobboard.pipeline.check import Loaded
from jobboard.source.content.folder import TOPICS, VisibleFile, is_document
from jobboard.source.content.parts import make_parts
from jobboard.source.content.scan import topics_in
from jobboard.source.problem import Problem

if TYPE_CHECKING:
    from jobboard.source.content.cache import Cache
    from jobboard.source.content.scan import Scan


def with_texts(content: Loaded, texts: Mapping[str, bytes]) -> Loaded:
    """The content with these bytes in place of the files at these paths, of which some may not be there yet.

    What they are read into is the cache of the content; `without_texts` takes it out again.
    """
    scan, cache = content.scan, content.cache
    problems = list(scan.problems)
    digests = dict(scan.digests)
    for path, data in texts.items():
        if path != TOPICS and _is_read(path, data, scan, problems):
            digests[path] = _read(data, scan, cache)
    found = structs.replace(scan, digests=dict(sorted(digests.items())), problems=tuple(problems))
    if TOPICS in texts:
        others = [each for each in problems if each.path != TOPICS]
        topics, digest = topics_in(texts[TOPICS], others)
        found = structs.replace(found, topics=topics, topics_digest=digest, problems=tuple(others))
    return Loaded(found, cache)


def without_texts(content: Loaded, before: Loaded) -> None:
    """Forget what was read for `content` and is not in the files, as `before` has them."""
    for digest in {*content.scan.digests.values()} - {*before.scan.digests.values()}:
        if digest is not None:
            content.cache.let_go(digest)


def _is_read(path: str, data: bytes, scan: Scan, problems: list[Problem]) -> bool:
    """True for the text of a document; of one that is new it is said if it is in a wrong place."""
    state = State(len(data), 0, 0, 0)
    return is_document(VisibleFile(path, state), [] if path in scan.digests else problems)


def _read(data: bytes, scan: Scan, cache: Cache) -> str:
    parts = make_parts(data, scan.engine)
    cache.memos.keep("head", parts.digest, parts.fetch("head"))
    cache.memos.keep("html", parts.digest, parts.fetch("html"))
    return parts.digest
