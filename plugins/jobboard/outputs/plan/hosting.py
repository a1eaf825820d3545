"""The part of the plan that is for hosts and robots: what they are told of the site's addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jobboard.board.site import FileHost, Site
from jobboard.board.status import Status
from jobboard.engine.output import Output, Text
from jobboard.outputs.addresses import posting_path
from jobboard.outputs.framed import framed_path
from jobboard.outputs.plan.moved import moves_of
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.site import hosting


def plan_hosting(site: Site, elsewhere: hosting.Elsewhere, planned: Iterable[Output]) -> Iterator[Output]:
    """What hosts and robots read; `planned` is all else of the site."""
    files = [Output(path="robots.txt", make=hosting.robots, inputs=(site,), format=Text())]
    if site.indexnow:
        path = hosting.indexnow_path(site)
        files.append(Output(path=path, make=hosting.indexnow_key, inputs=(site,), format=Text()))
    paths = (each.path for each in (*planned, *files))
    tops = hosting.tops_of(site, paths) if site.host is FileHost.NETLIFY else ()
    yield from files
    yield Output(path="_headers", make=hosting.headers, inputs=(site, tops), format=Text())
    yield Output(path="_redirects", make=hosting.redirects, inputs=(site, elsewhere), format=Text())


def elsewhere_of(chosen: Selection) -> hosting.Elsewhere:
    """What was renamed, and postings past their retention, each with its frames."""
    moves = tuple((each.old, each.new) for each in moves_of(chosen))
    left = [each for each in chosen.postings if each.status is Status.ARCHIVED]
    frames = ((each, site) for each in left for site in chosen.framing(each))
    return hosting.Elsewhere(
        moves=moves,
        gone=(
            *(posting_path(each.id) for each in left),
            *(framed_path(site.lang, posting_path(each.id)) for each, site in frames),
        ),
    )
