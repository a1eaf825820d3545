"""The part of the plan that is for job sites: the files of open jobs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from jobboard.engine.output import InChunks, Output
from jobboard.model.parts.offer import MARKED_KINDS
from jobboard.outputs import addresses
from jobboard.outputs.plan.selection import Selection, began
from jobboard.outputs.postings.job_sites import indeed_file, jooble_file


def plan_job_sites(chosen: Selection) -> Iterator[Output]:
    """Every open job in the dialects of job sites.

    These files show all of the board and are made again at every change of it, so a site without extras, which wants
    to be small, has none.
    """
    site = chosen.site
    if not site.has_extras:
        return
    marked = tuple(each for each in chosen.postings_newest if each.synopsis.kind in MARKED_KINDS)
    updated = newest_change(chosen)
    for path, make in ((addresses.JOBS_XML, indeed_file), (addresses.JOBS_JOOBLE, jooble_file)):
        yield Output(path=path, make=make, inputs=(site, updated, marked), format=InChunks())


def newest_change(chosen: Selection) -> datetime:
    """When a posting last appeared, changed or closed; of a board that never had one, when its identity began."""
    changes = [each.updated_at if each.status.is_listed else each.life.closes_at for each in chosen.postings]
    return max(changes, default=began(chosen.site.identity))
