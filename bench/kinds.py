"""What kind each file of a site of ours is, told by its address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_LANGUAGE = re.compile(r"^[a-z]{2}/")
_ID = r"[a-z0-9-]+-\d{6}/"

_ADDRESSES: Sequence[tuple[str, re.Pattern[str]]] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("calendars", r"\.ics$"),
        ("feeds", r"^feeds/|\.opml$"),
        ("job sites' files", r"^jobs(-\w+)?\.xml$"),
        ("sitemaps", r"^sitemap"),
        ("data", r"^(jobs|news|events|organisations)\.(schema\.json|json|csv)$"),
        ("pages of postings", rf"^jobs/{_ID}"),
        ("pages of news and events", rf"^(news/{_ID}|events/event-\d+/)"),
        ("lists of postings", r"^jobs/.*\.html$|^organisations/[^/]+/jobs/"),
        ("lists of news and events", r"^(news|events)/.*\.html$|^(organisations|topics)/[^/]+/news/"),
        ("pages of organisations and topics", r"^(organisations|topics)/.*\.html$"),
        ("other pages", r"\.html$"),
    )
)
"""The first that is found in a path holds."""

_OTHER = "other files"

KINDS = (*(kind for kind, _ in _ADDRESSES), _OTHER)


def kind_of(path: str) -> str:
    """The kind of a file by its path below the output, whichever language it is in."""
    plain = _LANGUAGE.sub("", path)
    return next((kind for kind, pattern in _ADDRESSES if pattern.search(plain)), _OTHER)


def counted(paths: Iterable[str]) -> Counter[str]:
    """How many files there are of each kind."""
    return Counter(map(kind_of, paths))
