"""What the content names itself and the board counts: organisations and topics."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.model.topic import Topic
from jobboard.outputs.numbers.figures import Figures, Measure
from jobboard.outputs.page.link import Link, employer_links, topic_links


class GroupNames(Struct, frozen=True):
    """What the content names itself: organisations and topics by id, as an edition links to them."""

    organisations: tuple[tuple[str, Link], ...]
    topics: tuple[tuple[str, Link], ...]


def group_names(
    site: Site, figures: Figures, organisations: Iterable[BoardOrganisation], topics: Iterable[Topic]
) -> GroupNames:
    """The whole names of those that are counted."""
    hiring, on = figures.numbers(Measure.ORGANISATION), figures.numbers(Measure.TOPIC)
    hirers = [each for each in organisations if each.id in hiring]
    about = [each for each in topics if each.id in on]
    return GroupNames(
        tuple(zip((each.id for each in hirers), employer_links(site, hirers), strict=True)),
        tuple(zip((each.id for each in about), topic_links(site, about), strict=True)),
    )
