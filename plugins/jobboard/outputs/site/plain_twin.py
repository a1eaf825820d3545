"""A plain page as Markdown."""

from __future__ import annotations

from jobboard.board.board import BoardPage
from jobboard.board.site import Site
from jobboard.outputs.page.media import PageFiles
from jobboard.outputs.page.twin import Twin
from jobboard.outputs.site.plain import plain_page


def plain_twin(site: Site, item: BoardPage, members: tuple[tuple[str, str], ...], files: PageFiles) -> Twin:
    """The twin of a plain page."""
    page = plain_page(site, item, members, files)
    return Twin(title=page.title, told=(), body=page.body, address=page.head.canonical)
