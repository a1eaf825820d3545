"""The part of the plan that is for the filter in the browser: what it asks of all open postings."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.board.order import order_by_deadline
from jobboard.engine.output import Output, Text
from jobboard.outputs.addresses import FACETS, TITLES
from jobboard.outputs.finding.fields import hirer_of
from jobboard.outputs.finding.files import Findable, facets_json, titles_json
from jobboard.outputs.finding.row import find_row
from jobboard.outputs.plan.grouping import family_of
from jobboard.outputs.plan.selection import Selection


def findable_of(chosen: Selection) -> Findable:
    """All open postings, each in every language it is written in."""
    listed = order_by_deadline(each for each in chosen.postings if each.status.is_listed)
    hiring = {id_ for each in listed for hires in each.organisations for id_ in family_of(hires)}
    topics = {topic.id for each in listed for topic in each.topics}
    return Findable(
        rows=tuple(chosen.making(find_row, chosen.site, listed)),
        employers=tuple(hirer_of(chosen.site, each) for each in chosen.organisations if each.id in hiring),
        topics=tuple(each for each in chosen.topics if each.id in topics),
    )


def plan_finding(chosen: Selection, board: Findable) -> Iterator[Output]:
    """Two files, for all editions."""
    yield Output(path=FACETS, make=facets_json, inputs=(chosen.site, board), format=Text())
    yield Output(path=TITLES, make=titles_json, inputs=(chosen.site, board), format=Text())
