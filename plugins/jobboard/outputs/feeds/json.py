"""JSON Feed 1.1 (jsonfeed.org/version/1.1); docs/standards.md#json-feed."""

from __future__ import annotations

from typing import Any

import msgspec

from jobboard.outputs.feeds.entry import Entry, JobDetails
from jobboard.outputs.feeds.feed import FeedView
from jobboard.source.catalogue import catalogue_of, mark

_VERSION = "https://jsonfeed.org/version/1.1"
_COMMENT = mark("This is a feed: put its address into a feed reader to be told what is new. How that works: %(about)s")


def write_json(view: FeedView) -> bytes:
    """The feed as JSON Feed 1.1. Text stays as it is, in UTF-8; members without a value are left out."""
    feed = {
        "version": _VERSION,
        "title": view.title,
        "home_page_url": view.home,
        "feed_url": view.address,
        "description": view.description,
        "user_comment": catalogue_of(view.lang).say(_COMMENT, about=view.about),
        "language": view.lang,
        "items": [_item(entry, view) for entry in view.entries],
    }
    return msgspec.json.format(msgspec.json.encode(feed), indent=1) + b"\n"


def _item(entry: Entry, view: FeedView) -> dict[str, Any]:
    return _without_empty(
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
            "_job": _job(entry.job, view) if entry.job else None,
        }
    )


def _job(job: JobDetails, view: FeedView) -> dict[str, Any]:
    return _without_empty(
        {
            "about": f"{view.about}#job",
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
