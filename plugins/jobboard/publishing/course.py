"""The site made ready for its way: the folder it was built into and what the host has in, a load out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from jobboard.engine.folder import Waiting, locked
from jobboard.publishing.compressed import compressed_beside
from jobboard.publishing.host import Host, Load, There
from jobboard.publishing.limits import over_limits
from jobboard.publishing.site_files import site_files_in
from jobboard.publishing.target import PublishTarget
from jobboard.publishing.travel import plan_travel
from jobboard.source.message import Phrase


@contextmanager
def alone(cache: Path, target: PublishTarget, waiting: Waiting) -> Iterator[None]:
    """One publish of a target after the other; what the second brings is held against what the first has left."""
    folder = _kept_here(cache, target)
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder, waiting):
        yield


def load_of(site: Path, cache: Path, target: PublishTarget, host: Host, there: There, now: datetime) -> Load:
    """Everything of a site with what of it travels. `now` (aware) names it at the host; copies are made in `cache`."""
    folders: tuple[Path, ...] = (site,)
    if target.compress:
        folders = (site, compressed_beside(site, _kept_here(cache, target)))
    files = site_files_in(folders, host.digest)
    return Load(folders, files, plan_travel(files, there.files), now)


def refused_by_plan(target: PublishTarget, load: Load) -> tuple[Phrase, ...]:
    """What the plan of the host does not take; nothing for a target that passes over it."""
    return tuple(over_limits(target.plan, load.files)) if target.has_limits else ()


def _kept_here(cache: Path, target: PublishTarget) -> Path:
    """The folder on this machine for what a target needs beside the site."""
    return cache / "published" / target.name
