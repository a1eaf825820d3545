"""Open postings like one: what a script compares (`theme/static/js/like.js`), and where readers look without it.

A posting's page must not change with other postings, so it holds none of them. It says what its own is like, and the
browser finds those most like it that are open now. How many points what is shared gives: docs/decisions/0063.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import Status
from jobboard.outputs.addresses import JOBS, facet_path, href, link_here, posting_path
from jobboard.outputs.contacts.blanking import said_of
from jobboard.outputs.finding.fields import FIELDS
from jobboard.outputs.finding.row import find_row
from jobboard.outputs.page.link import Link
from jobboard.outputs.postings.card import JobCard, card_to_fill
from jobboard.outputs.postings.card_words import CARDS_SAY, said_with_braces, words_of_cards
from jobboard.outputs.postings.introduced import postings_of
from jobboard.outputs.postings.notice import topics_open
from jobboard.outputs.text import words

POINTS: Mapping[str, int] = {
    "topic": 4,
    "town": 3,
    "kind": 2,
    "organisation": 2,
    "country": 1,
    "contract": 1,
    "language": 1,
}
"""For each field of the filter, what one shared value gives. Languages count once, if one who can do the one job has
those of the other."""

LEAST_ALIKE = 5
"""Points from which two are alike: a topic and anything else, or a kind of work in the same town."""

_KEPT = ("topic", "kind", "organisation")
"""What is still known once only a tombstone is left."""


class LikeSection(Struct, frozen=True, kw_only=True):
    """What the page holds. `data` is what the script reads (JSON), `cards` what it fills.

    `links` are for readers without it, and for those who want more.
    """

    data: str
    cards: tuple[JobCard, ...]
    links: tuple[Link, ...]


def like_section(site: Site, posting: BoardPosting, members: tuple[tuple[str, str], ...]) -> LikeSection:
    """The section of a posting, of which `members` are (language, path) of its texts."""
    data = {
        **words_of_cards(site),
        "say": said_with_braces(site, CARDS_SAY),
        "points": POINTS,
        "least": LEAST_ALIKE,
        "like": _values(site, posting),
        "own": [href(site, path) for path in {posting_path(posting.id): None, **{path: None for _, path in members}}],
    }
    kind = site.say(words.POSTING_KINDS[posting.content.kind])
    return LikeSection(
        data=json.dumps(data, ensure_ascii=False),
        cards=card_to_fill(),
        links=(
            *topics_open(site, posting),
            Link(
                text=site.say("Open postings of this kind: %(kind)s", kind=kind),
                href=link_here(site, facet_path("kind", posting.synopsis.kind)),
            ),
            *(postings_of(site, each) for each in posting.organisations),
            Link(text=site.say("All open postings"), href=link_here(site, JOBS)),
        ),
    )


def _values(site: Site, posting: BoardPosting) -> dict[str, tuple[str, ...]]:
    """Of each field what the posting has, as the filter knows it; of a closed one without contact data."""
    row, kept = find_row(site, posting), _KEPT if posting.status is Status.ARCHIVED else tuple(POINTS)
    row = replace(row, places=tuple((country, said_of(site, posting, town)) for country, town in row.places))
    return {name: tuple(map(FIELDS[name].written, FIELDS[name].values(row))) for name in kept}
