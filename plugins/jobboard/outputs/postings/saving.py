"""What a reader's browser keeps of a posting that is saved, and nothing of it is sent anywhere (decision 67)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.model.parts.closing import Rolling
from jobboard.outputs.contacts.blanking import title_of
from jobboard.outputs.page.script import Ageing, browser_zone
from jobboard.outputs.postings.calendar import Dated, deadline_of
from jobboard.outputs.text.clocks import utc_text
from jobboard.outputs.text.words import When


def saved_posting(
    site: Site, posting: BoardPosting, dated: Dated | None, deadline: When | None, ageing: Ageing | None
) -> str:
    """An open posting as JSON: what the page of saved postings shows of it, `deadline` and `ageing` as its own page
    has them, and the deadline as calendars say it.

    All are texts. Instants are in UTC, `zone` is where the day of the deadline is counted; a posting without a fixed
    deadline has none and is in no calendar.
    """
    kept = {
        "id": posting.id,
        "title": title_of(site, posting),
        "lang": posting.lang,
        "who": ", ".join(each.content.name for each in posting.organisations),
        "closes": utc_text(posting.life.closes_at),
        "soon": utc_text(posting.life.closing_soon_at),
        "deadline": deadline.text if deadline else "",
        "zone": browser_zone(posting.deadline_zone),
        "last": ageing.last if ageing else "",
        **(_in_calendar(site, dated) if dated and not isinstance(posting.content.deadline, Rolling) else {}),
    }
    return json.dumps(kept, ensure_ascii=False)


def _in_calendar(site: Site, dated: Dated) -> Mapping[str, str]:
    """The event of its deadline, as the board's own calendars have it."""
    event = deadline_of(site, dated)
    return {
        "uid": event.uid,
        "day": event.day.isoformat(),
        "summary": event.summary,
        "description": event.description,
        "modified": utc_text(event.modified),
        "sequence": str(event.sequence),
    }
