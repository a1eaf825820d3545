"""An organisation as Markdown: the view of its page in, what a reader of text is told out."""

from __future__ import annotations

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.outputs.organisations.page import Shown, organisation_page
from jobboard.outputs.page.twin import Twin, told_facts


def organisation_twin(site: Site, item: BoardOrganisation, parts: tuple[BoardOrganisation, ...], shown: Shown) -> Twin:
    """The twin of an organisation's page: what it says of itself. Its postings and news have twins of their own."""
    page = organisation_page(site, item, parts, shown)
    return Twin(title=page.name, told=tuple(told_facts(site, page.facts)), body=page.body, address=page.head.canonical)
