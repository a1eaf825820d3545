"""The site made ready for its way: the folder it was built into and what the host has in, a load out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from jobboard.publishing.compressed import compressed_beside
from jobboard.publishing.host import Host, Load, There
from jobboard.publishing.limits import over_limits
from jobboard.publishing.site_files import site_files_in
from jobboard.publishing.target import PublishTarget
from jobboard.publishing.travel import plan_travel
from jobboard.source.message import Phrase


def load_of(site: Path, cache: Path, target: PublishTarget, host: Host, there: There, now: datetime) -> Load:
    """Everything of a site with what of it travels. `now` (aware) names it at the host; copies are made in `cache`."""
    folders: tuple[Path, ...] = (site,)
    if target.compress:
        folders = (site, compressed_beside(site, cache / "published" / target.name))
    files = site_files_in(folders, host.digest)
    return Load(folders, files, plan_travel(files, there.files), now)


def refused_by_plan(target: PublishTarget, load: Load) -> tuple[Phrase, ...]:
    """What the plan of the host does not take; nothing for a target that passes over it."""
    return tuple(over_limits(target.plan, load.files)) if target.has_limits else ()
