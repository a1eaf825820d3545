"""A folder on this machine: each site is a dated folder in it, and readers see the one that the link `current` names.

The link changes in one step (POSIX, rename), so a reader sees the old site or the new one. What did not change is the
same file in both, by a hard link. A site that was not brought to its end is in a folder that nobody is shown; what is
right in it is kept for the next time.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.engine.folder import Waiting, locked
from jobboard.publishing.host import Load, NotPublishedError, There
from jobboard.publishing.releases import CURRENT, GOING, INCOMING, RELEASES, earlier, never_shown_again, site_name
from jobboard.publishing.site_files import SiteFile, site_files_in

_ENTERED, _READ = 0o755, 0o644
"""Modes of folders and files: servers are other users, whatever the umask of who publishes."""

_NEXT = ".current"
"""The link before it takes its place."""


class FolderHost(Struct, frozen=True):
    """A folder, and how many sites stay in it."""

    folder: Path
    keep: int
    waiting: Waiting = Waiting()

    @property
    def digest(self) -> Callable[[bytes], str]:
        """Ours: what is there is read, and no list believed."""
        return digest_of

    def look(self) -> There:
        if not self.folder.exists():
            if self.folder.is_symlink():
                raise NotPublishedError(f"{self.folder} is a link that leads nowhere")
            return There()
        self._refuse_foreign()
        current = self._current()
        files = site_files_in([self.folder / RELEASES / current]) if current else {}
        return There({path: file.digest for path, file in files.items()}, current, self._known())

    def carry(self, load: Load, there: There) -> str:
        self.folder.mkdir(parents=True, exist_ok=True)
        with locked(self.folder, self.waiting):
            releases = self.folder / RELEASES
            releases.mkdir(exist_ok=True)
            _no_links(releases / INCOMING, releases / GOING)
            known = self._known()
            name = site_name(load.now, known)
            linked = _fill(releases / INCOMING, load, there, releases / there.current if there.current else None)
            (releases / INCOMING).rename(releases / name)
            self._show(name)
            self._drop(never_shown_again(known, there.current, self.keep))
        return f"{self.folder / CURRENT} shows {name}: {len(load.files) - linked:,} files copied, {linked:,} linked"

    def go_back(self, there: There) -> str:
        name = earlier(there.known, there.current)
        with locked(self.folder, self.waiting):
            self._show(name)
        return name

    def _known(self) -> tuple[str, ...]:
        releases = self.folder / RELEASES
        if not releases.is_dir():
            return ()
        return tuple(sorted(each.name for each in releases.iterdir() if not each.name.startswith(".")))

    def _drop(self, names: Iterable[str]) -> None:
        """Take sites away; one that is half gone has no name by which anybody could go back to it."""
        going = self.folder / RELEASES / GOING
        shutil.rmtree(going, ignore_errors=True)
        for name in names:
            (self.folder / RELEASES / name).rename(going)
            shutil.rmtree(going)

    def _current(self) -> str:
        link = self.folder / CURRENT
        name = os.readlink(link).removeprefix(f"{RELEASES}/") if link.is_symlink() else ""  # noqa: PTH115 (a text)
        return name if name and (self.folder / RELEASES / name).is_dir() else ""

    def _refuse_foreign(self) -> None:
        """Nobody's files are taken for a site, and none is shown beside them."""
        ours = {RELEASES, CURRENT, _NEXT}
        foreign = sorted(
            each.name
            for each in self.folder.iterdir()
            if each.name not in ours and not each.name.startswith(".jobboard-")
        )
        is_ours = (self.folder / RELEASES).is_dir() or not foreign
        if not is_ours or (self.folder / CURRENT).exists() != (self.folder / CURRENT).is_symlink():
            raise NotPublishedError(
                f"{self.folder} holds files that no publish has put there ({', '.join(foreign[:3]) or CURRENT}); name "
                f"a folder of its own, and let the server show {CURRENT}/ in it"
            )

    def _show(self, name: str) -> None:
        beside = self.folder / _NEXT
        beside.unlink(missing_ok=True)
        beside.symlink_to(f"{RELEASES}/{name}")
        beside.replace(self.folder / CURRENT)


def _no_links(*folders: Path) -> None:
    """What is filled and emptied is a folder of ours, and not where somebody has made a link to."""
    for folder in folders:
        if folder.is_symlink():
            folder.unlink()


def _fill(incoming: Path, load: Load, there: There, current: Path | None) -> int:
    """Make the folder hold the site and nothing else; answers how many files are the same as in the current one."""
    incoming.mkdir(exist_ok=True)
    begun = _begun(incoming, load.files)
    linked = 0
    for path, file in load.files.items():
        is_same = current is not None and there.files.get(path) == file.digest
        linked += is_same
        if path in begun:
            continue
        (incoming / path).parent.mkdir(parents=True, exist_ok=True)
        if not (is_same and current is not None and _linked(current / path, incoming / path)):
            _copied(file, incoming / path)
    for folder, _, _ in os.walk(incoming):
        os.chmod(folder, _ENTERED)  # noqa: PTH101 (of a text)
    return linked


def _begun(incoming: Path, files: Mapping[str, SiteFile]) -> set[str]:
    """What a publish that was broken off has brought already; all else that is there is removed."""
    held = site_files_in([incoming])
    right = {path for path, file in held.items() if path in files and file.digest == files[path].digest}
    for folder, below, names in os.walk(incoming, topdown=False):
        for name in (*names, *below):
            path = Path(folder, name)
            if path.is_dir() and not path.is_symlink():
                with suppress(OSError):
                    path.rmdir()  # which leaves one that holds something
            elif path.relative_to(incoming).as_posix() not in right:
                path.unlink()
    return right


def _linked(source: Path, file: Path) -> bool:
    """True if the disk can have one file in two folders."""
    try:
        file.hardlink_to(source)
    except OSError:
        return False
    return True


def _copied(file: SiteFile, place: Path) -> None:
    """Copy whole or not at all, with the time it has: what servers tell browsers of its age."""
    partial = place.with_name(".jobboard-part")
    try:
        shutil.copy2(file.source, partial)
        partial.chmod(_READ)
        partial.replace(place)
    except OSError as error:  # which names the source, also where there is no room for the copy
        raise OSError(error.errno, error.strerror, str(place)) from None
