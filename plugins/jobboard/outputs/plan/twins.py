"""The part of the plan that is about pages as Markdown: a file beside each item's page, if the settings want it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jobboard.board.site import Site
from jobboard.engine.output import Output
from jobboard.outputs.addresses import twin_path
from jobboard.outputs.page.twin import Twin, TwinMarkdown


def plan_twin(site: Site, path: str, own: str, make: Callable[..., Twin], *inputs: object) -> Iterator[Output]:
    """The twin of the page at `path`, if that is its `own` and no frame of it."""
    if site.has_twins and path == own:
        yield Output(path=twin_path(path), make=make, inputs=(site, *inputs), format=TwinMarkdown())
