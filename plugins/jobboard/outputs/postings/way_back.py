"""Where a posting's page leads back to: the list its reader came from."""

from __future__ import annotations

import json

from jobboard.board.site import Site
from jobboard.outputs.addresses import CLOSING_SOON, JOBS, NEWEST, SEARCH, link_here


def lists_to_return_to(site: Site) -> str:
    """The lists of postings in every edition, and the page for searching (JSON). All other lists are below one of them
    (`theme/static/js/posting.js`)."""
    lists = (JOBS, NEWEST, CLOSING_SOON, SEARCH)
    return json.dumps([link_here(each, path) for each in site.editions() for path in lists])
