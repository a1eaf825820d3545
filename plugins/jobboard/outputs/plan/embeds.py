"""The part of the plan that is about other sites: what of the board an organisation shows on its own."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.board.board import BoardOrganisation, BoardPosting
from jobboard.engine.output import Output
from jobboard.model.former import other_ids
from jobboard.outputs.addresses import embed_list_path, embed_path, here
from jobboard.outputs.organisations.embed import embed_list, embed_page
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.plan.selection import Selection


def plan_embeds(
    chosen: Selection, page: PageMaker, organisation: BoardOrganisation, postings: list[BoardPosting]
) -> Iterator[Output]:
    """A page to frame and a piece to take in, under every id the organisation ever had.

    Other sites have written the address down, and who takes a piece in follows no page that leads on.
    """
    site = chosen.site
    if not site.has_embeds:
        return
    cards = chosen.cards(postings[: site.page_size])
    for id_ in (organisation.id, *other_ids(organisation.content)):
        yield page(here(site, embed_path(id_)), embed_page, site, organisation, cards, len(postings))
        yield page(here(site, embed_list_path(id_)), embed_list, site, organisation, cards)
