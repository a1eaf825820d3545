"""A published site, asked: some files or all, its old addresses, and what is not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from jobboard.base.digest import digest_of
from jobboard.engine.staging import MANIFEST
from jobboard.net.download import Answer, NotFetchedError, Request, addresses_of, answer_of
from jobboard.outputs.addresses import absolute
from jobboard.outputs.site.host_rules import not_found_pages
from jobboard.verifying.built import BuiltSite
from jobboard.verifying.judge import (
    OF_HOSTS,
    Deviation,
    answered,
    deviations_of,
    deviations_of_missing,
    deviations_of_move,
)

_SECONDS = 30
_AT_ONCE = 8
_MORE = 1_000_000
"""Bytes that an answer may have beyond those of the largest file."""

_HEADERS = {"User-Agent": "jobboard-verify", "Cache-Control": "no-cache", "Accept-Encoding": "gzip"}
_HIDDEN = ("_headers", "_redirects", MANIFEST)

_Judge = Callable[[Answer], Iterator[Deviation]]


class UnansweredError(Exception):
    """The site does not answer at all."""


class Visit(Struct, frozen=True, kw_only=True):
    """What was asked for, and what was otherwise than it should."""

    files: int
    others: int
    deviations: tuple[Deviation, ...]


def visit(built: BuiltSite, files: Sequence[str], moves: Sequence[tuple[str, str]]) -> Visit:
    """Ask for these files and old addresses, and for what is not there. Raises UnansweredError if no home comes."""
    most = max((built.folder / each).stat().st_size for each in files) + _MORE
    request = Request(headers=_HEADERS, most=most, seconds=_SECONDS, look_up=addresses_of)
    home = absolute(built.site, "")
    try:
        answer_of(home, request)
    except NotFetchedError as error:
        raise UnansweredError(f"{home}: {error}") from None
    others = (*_moved(built, moves), *_missing(built), *_nobody_s(built))
    asked = (*_there(built, files), *others)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = pool.map(partial(_judged, request), asked)
        deviations = tuple(deviation for each in found for deviation in each)
    return Visit(files=len(asked) - len(others), others=len(others), deviations=deviations)


def without_headers(visited: Visit) -> Visit:
    """The same where nobody can set headers: of what visitors get, only what is said and where it leads."""
    left = tuple(each for each in visited.deviations if each.kind not in OF_HOSTS)
    return replace(visited, deviations=left)


def _judged(request: Request, asked: tuple[str, _Judge]) -> list[Deviation]:
    address, judge = asked
    try:
        return list(judge(answer_of(address, request)))
    except NotFetchedError as error:
        return [Deviation("status", address, f"nothing comes: {error}")]


def _there(built: BuiltSite, files: Sequence[str]) -> Iterator[tuple[str, _Judge]]:
    for file in files:
        path = re.sub(r"(^|/)index\.html$", r"\1", file)
        address = absolute(built.site, path)
        yield address, partial(deviations_of, built, file, address)


def _moved(built: BuiltSite, moves: Sequence[tuple[str, str]]) -> Iterator[tuple[str, _Judge]]:
    for old, new in moves:
        address = f"{built.site.url}/{old}"
        yield address, partial(deviations_of_move, built, old, new, address)


def _missing(built: BuiltSite) -> Iterator[tuple[str, _Judge]]:
    """An address in each edition that nobody has."""
    for glob, page in not_found_pages(built.site):
        address = absolute(built.site, f"{glob.rstrip('*')}no-such-page-{digest_of(page.encode())[:8]}/")
        yield address, partial(deviations_of_missing, built, page, address)


def _nobody_s(built: BuiltSite) -> Iterator[tuple[str, _Judge]]:
    """What is for hosts and for the build."""
    for name in _HIDDEN:
        address = absolute(built.site, name)
        yield address, partial(_shown, address)


def _shown(address: str, answer: Answer) -> Iterator[Deviation]:
    if answer.status < 300:
        yield Deviation("hidden", address, answered(answer))
