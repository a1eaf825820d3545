"""JSON Feed 1.1 (jsonfeed.org/version/1.1); docs/standards.md#json-feed."""

from __future__ import annotations

from typing import Any

import msgspec

from jobboard.outputs.feeds.entry import Entry, JobDetails
from jobboard.outputs.feeds.feed import FeedView
from jobboard.outputs.text.cached import remembered
from jobboard.source.catalogue import catalogue_of, mark

_VERSION = "https://jsonfeed.org/version/1.1"
_COMMENT = mark("This is a feed: put its address into a feed reader to be told what is new. How that works: %(about)s")


def json_ends(view: FeedView) -> tuple[bytes, bytes]:
    """What stands before and after the items of a feed in JSON Feed 1.1. Text stays as it is, in UTF-8."""
    feed = {
        "version": _VERSION,
        "title": view.title,
        "home_page_url": view.home,
        "feed_url": view.address,
        "description": view.description,
        "user_comment": catalogue_of(view.lang).say(_COMMENT, about=view.about),
        "language": view.lang,
        "hubs": [{"type": "WebSub", "url": view.hub}] if view.hub else None,
        "items": [],
    }
    feed = {name: value for name, value in feed.items() if value is not None}
    head, _, tail = (msgspec.json.format(msgspec.json.encode(feed), indent=1) + b"\n").rpartition(b"]")
    return head, b"\n ]" + tail


@remembered(512)
def json_item(entry: Entry, about: str) -> bytes:
    """An entry as JSON, the same in every feed that has it; members without a value are left out."""
    item = _without_empty(
        {
            "id": entry.id,
            "url": entry.href,
            "title": entry.title,
            "content_html": entry.html,
            "content_text": "" if entry.html else entry.summary,  # one of the two is required
            "summary": entry.summary,
            "date_published": entry.published.isoformat(),
            "date_modified": entry.updated.isoformat(),
            "authors": [{"name": name} for name in entry.authors],
            "tags": [each.label for each in entry.categories],
            "language": entry.lang,
            "_job": _job(entry.job, about) if entry.job else None,
        }
    )
    lines = msgspec.json.format(msgspec.json.encode(item), indent=1)
    return b"\n  " + lines.replace(b"\n", b"\n  ")  # no text has a line end in it


def _job(job: JobDetails, about: str) -> dict[str, Any]:
    return _without_empty(
        {
            "about": f"{about}#job",
            "id": job.id,
            "valid_through": job.valid_through,
            "employment_type": list(job.employment_type),
            "location": [_without_empty(each._asdict()) for each in job.location],
            "apply_url": job.apply_url,
            "change": job.change,
            "closed": job.closed,
        }
    )


def _without_empty(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value not in (None, "", [])}
