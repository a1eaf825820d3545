"""The site as the last build left it on the disk: its files, and where its old addresses lead."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.board.site import Site
from jobboard.engine.paths import is_of_site, link_above
from jobboard.engine.staging import MANIFEST, load_manifest
from jobboard.engine.state import read_own
from jobboard.outputs.addresses import file_of
from jobboard.outputs.site.host_rules import base_of, not_found_pages, served_with

_FOR_HOSTS = ("_headers", "_redirects")
_MOVE = re.compile(r"(\S+) (\S+) 301!?")


class UnbuiltError(Exception):
    """There is no site to compare with."""


class BuiltSite(Struct, frozen=True, kw_only=True):
    """A site in a folder. `site.url` is where it was published, `files` are those that have an address of their own
    and what is there, `moves` are (old, new) paths."""

    site: Site
    folder: Path
    files: tuple[str, ...]
    moves: tuple[tuple[str, str], ...]

    def read(self, path: str) -> bytes:
        """A file as it was built. Raises OSError."""
        return read_own(self.folder / path)


def load_built(site: Site, folder: Path, url: str) -> BuiltSite:
    """The site in a folder, to be held against what is at an address. Raises UnbuiltError, OSError."""
    if base_of(site) != base_of(site.at(url)):
        words = f"the site was built for {site.url}, and its links are others than those of one at {url}"
        raise UnbuiltError(f"{words}; name the settings it was built with: --settings")
    known: dict[str, bool] = {}
    files = [each for each in load_manifest(folder) if is_of_site(each) and not link_above(folder, each, known)]
    if not files:
        raise UnbuiltError(f"{folder} holds no built site: there is no list of its files, {MANIFEST}")
    moves = _moves(site, folder)
    unasked = {*_FOR_HOSTS, *(page for _, page in not_found_pages(site)), *(file_of(old) for old, _ in moves)}
    shown = sorted(each for each in files if each not in unasked)
    return BuiltSite(site=site.at(url), folder=folder, files=tuple(shown), moves=moves)


def _moves(site: Site, folder: Path) -> tuple[tuple[str, str], ...]:
    """What the build tells hosts, without the path the site was built for."""
    lines = read_own(folder / "_redirects").decode(errors="replace").splitlines()
    pairs = (match.groups() for line in lines if (match := _MOVE.fullmatch(line)))
    base = base_of(site)
    return tuple((old.removeprefix(base), new.removeprefix(base)) for old, new in pairs)


def sample_of(built: BuiltSite, number: int) -> tuple[str, ...]:
    """So many files, always the same: home, one of each kind, and others from all over."""
    kinds = {tuple(served_with(built.site, each).items()): each for each in reversed(built.files)}
    spread = sorted(built.files, key=lambda each: digest_of(each.encode()))
    chosen = dict.fromkeys(["index.html", *kinds.values(), *spread])
    return tuple(chosen)[: max(number, len(kinds) + 1)]
