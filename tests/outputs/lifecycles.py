"""A board with every way a posting can live, and when each thing happens to it, worked out by hand.

Titles and ids are found nowhere else in the site, so that a posting that must not show can be searched for in
all its bytes; so is the address to apply to, which only an open posting may name.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from jobboard.board.site import WritingForm
from tests.helpers import SITE, at, make_news, make_organisation, make_posting

FIRST = "2026-01-12"
BOARD_SITE = replace(
    SITE,
    retention_days=120,
    page_size=4,
    languages=("en", "fr"),
    has_twins=True,
    has_embeds=True,
    form=WritingForm(),
)
"""Nobody waits a year for a tombstone here; lists have several pages, there are two editions, and twins of pages."""


def _posting(name: str, *, published: str = FIRST, **changes: Any) -> str:
    fields = {"title": f"Post {name}", "published": published, "apply": f"{{email: apply-{name}@example.org}}"}
    return make_posting(body=f"Ask ask-{name}@example.org about it.\n", **fields | changes)


def _was(deadline: str, changed: str) -> str:
    return f"{{deadline: {deadline}, changed: {changed}}}"


def _closed(on: str, because: str) -> str:
    return f'{{on: "{on}", because: {because}}}'


_POSTINGS = {
    "springday": _posting("springday", deadline="2026-03-29", topics="[culture]"),
    "autumnday": _posting("autumnday", deadline="2026-10-25", place="{city: Ghent, country: BE}", workplace="hybrid"),
    "clocked": _posting("clocked", deadline='"2026-04-02 17:00"', organisation="platform", kind="traineeship"),
    "lasthour": _posting("lasthour", deadline='"2026-03-29 23:59"', topics="[culture, mobility]"),
    "tokyoite": _posting("tokyoite", deadline="2026-04-30", timezone="Asia/Tokyo", organisation="[platform, guild]"),
    "overseas": _posting("overseas", deadline='"2026-05-05T12:00-05:00"', lang="es"),
    "farthest": _posting("farthest", deadline="2026-03-31", timezone="AoE", kind="call-for-experts"),
    "reviewed": _posting("reviewed", deadline="rolling", review_by="2026-06-30"),
    "stopped": _posting(
        "stopped", deadline="rolling", review_by="2026-09-30", closed=_closed("2026-08-20", "filled"), timezone="AoE"
    ),
    "loosened": _posting(
        "loosened", deadline="rolling", review_by="2026-11-30", deadline_was=_was("2026-03-15", "2026-03-01")
    ),
    "hired": _posting("hired", deadline="2026-07-31", closed=_closed("2026-07-01", "filled"), topics="[mobility]"),
    "pulled": _posting("pulled", deadline="2026-07-31", closed=_closed("2026-07-02 15:30", "withdrawn")),
    "unfunded": _posting(
        "unfunded", deadline="2026-08-31", closed='{on: 2026-08-03, because: other, note: "No money"}'
    ),
    "sleeper": _posting("sleeper", published='"2026-05-04 09:00"', deadline="2026-06-15"),
    "fleeting": _posting("fleeting", published="2026-03-20", deadline="2026-03-22"),
    "stillborn": _posting(
        "stillborn", published="2026-04-20", deadline="2026-06-30", closed=_closed("2026-04-20", "withdrawn")
    ),
    "stretched": _posting("stretched", deadline="2026-05-31", deadline_was=_was("2026-04-15", "2026-04-10")),
    "hastened": _posting("hastened", deadline="2026-06-10", deadline_was=_was("2026-06-30", "2026-05-20")),
    "lapsed": _posting("lapsed", deadline="2026-03-20", deadline_was=_was("2026-02-13", "2026-02-18")),
    "recalled": _posting(
        "recalled",
        deadline="2026-07-10",
        reopened='{on: "2026-04-22 09:00", was: {on: 2026-04-13, because: filled}}',
        topics="[culture]",
    ),
    "revived": _posting(
        "revived", deadline="2026-09-25", reopened="{on: 2026-06-08, was: {on: 2026-01-26, because: withdrawn}}"
    ),
    "overdue": _posting(
        "overdue",
        deadline="rolling",
        review_by="2026-07-15",
        review_was="{review_by: 2026-02-10, changed: 2026-02-16}",
    ),
    "newname": _posting("newname", deadline="2026-05-01", formerly="[firstname, secondname]"),
    "gestionnaire": _posting("gestionnaire", deadline="2026-09-18", lang="fr", topics="[culture]"),
    "caretaker": _posting(
        "caretaker", published="2026-02-02", lang="en", translation_of="gestionnaire", deadline=None, apply=None
    ),
    "retouched": _posting("retouched", deadline="2026-08-28", updated="2026-03-10"),
    "fossil": _posting("fossil", published="2025-02-03", deadline="2025-06-30"),
    "felled": _posting("felled", published="2025-02-03", deadline="2025-06-30", closed=_closed("2025-05-31", "filled")),
    "sketch": _posting("sketch", deadline="2026-06-30", status="draft"),
}

FILES: dict[str, str | bytes | None] = {
    **{f"postings/{name}.md": text for name, text in _POSTINGS.items()},
    "news/bridge.md": make_news(title="News bridge", published=FIRST, expires="2026-04-20", updated="2026-04-05"),
    "news/tunnel.md": make_news(title="News tunnel", published='"2026-06-01 10:00"', formerly="[burrow]"),
    "news/hushed.md": make_news(title="News hushed", published=FIRST, status="draft"),
    "organisations/platform.md": make_organisation(name="Platform", part_of="example-network"),
    "organisations/guild.md": make_organisation(name="Guild", formerly="[corporation]"),
}

LIVES: dict[str, tuple[str, str, str]] = {
    # opens, begins to close soon, closes: on the clocks of Brussels in winter (+01:00) and summer (+02:00)
    "springday": ("2026-01-12T00:00+01:00", "2026-03-22T00:00+01:00", "2026-03-30T00:00+02:00"),
    "autumnday": ("2026-01-12T00:00+01:00", "2026-10-18T00:00+02:00", "2026-10-26T00:00+01:00"),
    "clocked": ("2026-01-12T00:00+01:00", "2026-03-26T00:00+01:00", "2026-04-02T17:01+02:00"),
    "lasthour": ("2026-01-12T00:00+01:00", "2026-03-22T00:00+01:00", "2026-03-30T00:00+02:00"),
    "tokyoite": ("2026-01-12T00:00+09:00", "2026-04-23T00:00+09:00", "2026-05-01T00:00+09:00"),
    "overseas": ("2026-01-12T00:00+01:00", "2026-04-28T00:00+02:00", "2026-05-05T12:01-05:00"),
    "farthest": ("2026-01-12T00:00+01:00", "2026-03-24T00:00-12:00", "2026-04-01T00:00-12:00"),
    "reviewed": ("2026-01-12T00:00+01:00", "2026-06-23T00:00+02:00", "2026-07-01T00:00+02:00"),
    "stopped": ("2026-01-12T00:00+01:00", "2026-08-12T00:00+02:00", "2026-08-20T00:00+02:00"),
    "loosened": ("2026-01-12T00:00+01:00", "2026-11-23T00:00+01:00", "2026-12-01T00:00+01:00"),
    "hired": ("2026-01-12T00:00+01:00", "2026-06-23T00:00+02:00", "2026-07-01T00:00+02:00"),
    "pulled": ("2026-01-12T00:00+01:00", "2026-06-25T00:00+02:00", "2026-07-02T15:30+02:00"),
    "unfunded": ("2026-01-12T00:00+01:00", "2026-07-26T00:00+02:00", "2026-08-03T00:00+02:00"),
    "sleeper": ("2026-05-04T09:00+02:00", "2026-06-08T00:00+02:00", "2026-06-16T00:00+02:00"),
    "fleeting": ("2026-03-20T00:00+01:00", "2026-03-15T00:00+01:00", "2026-03-23T00:00+01:00"),
    "stillborn": ("2026-04-20T00:00+02:00", "2026-04-12T00:00+02:00", "2026-04-20T00:00+02:00"),
    "stretched": ("2026-01-12T00:00+01:00", "2026-05-24T00:00+02:00", "2026-06-01T00:00+02:00"),
    "hastened": ("2026-01-12T00:00+01:00", "2026-06-03T00:00+02:00", "2026-06-11T00:00+02:00"),
    "lapsed": ("2026-01-12T00:00+01:00", "2026-03-13T00:00+01:00", "2026-03-21T00:00+01:00"),
    "recalled": ("2026-04-22T09:00+02:00", "2026-07-03T00:00+02:00", "2026-07-11T00:00+02:00"),
    "revived": ("2026-06-08T00:00+02:00", "2026-09-18T00:00+02:00", "2026-09-26T00:00+02:00"),
    "overdue": ("2026-01-12T00:00+01:00", "2026-07-08T00:00+02:00", "2026-07-16T00:00+02:00"),
    "newname": ("2026-01-12T00:00+01:00", "2026-04-24T00:00+02:00", "2026-05-02T00:00+02:00"),
    "gestionnaire": ("2026-01-12T00:00+01:00", "2026-09-11T00:00+02:00", "2026-09-19T00:00+02:00"),
    "caretaker": ("2026-02-02T00:00+01:00", "2026-09-11T00:00+02:00", "2026-09-19T00:00+02:00"),
    "retouched": ("2026-01-12T00:00+01:00", "2026-08-21T00:00+02:00", "2026-08-29T00:00+02:00"),
    "fossil": ("2025-02-03T00:00+01:00", "2025-06-23T00:00+02:00", "2025-07-01T00:00+02:00"),
    "felled": ("2025-02-03T00:00+01:00", "2025-05-23T00:00+02:00", "2025-05-31T00:00+02:00"),
}
"""Every posting that is no draft; of one that was opened again, the last time."""

EARLIER_LIVES = {
    "recalled": ("2026-01-12T00:00+01:00", "2026-04-05T00:00+02:00", "2026-04-13T00:00+02:00"),
    "revived": ("2026-01-12T00:00+01:00", "2026-01-18T00:00+01:00", "2026-01-26T00:00+01:00"),
}
"""The first time, of what was closed and opened again."""

EARLIER_ENDS_AS = {"recalled": "filled", "revived": "withdrawn"}

ENDS_AS = {"hired": "filled", "stopped": "filled", "felled": "filled", "pulled": "withdrawn", "stillborn": "withdrawn"}
"""What closed it, where that is more than its deadline."""

POSTINGS_MOVED = {"firstname": "newname", "secondname": "newname"}
"""Addresses of before, and where they lead."""

CHANGES_OF_DEADLINE = {
    ("stretched", "extended"): ("2026-04-10T00:00+02:00", "2026-04-10T00:00+02:00"),
    ("hastened", "brought-forward"): ("2026-05-20T00:00+02:00", "2026-05-20T00:00+02:00"),
    ("loosened", "extended"): ("2026-03-01T00:00+01:00", "2026-03-01T00:00+01:00"),
    ("lapsed", "closed"): ("2026-02-14T00:00+01:00", "2026-02-18T00:00+01:00"),
    ("lapsed", "reopened"): ("2026-02-18T00:00+01:00", "2026-02-18T00:00+01:00"),
    ("overdue", "closed"): ("2026-02-11T00:00+01:00", "2026-02-16T00:00+01:00"),
    ("overdue", "reopened"): ("2026-02-16T00:00+01:00", "2026-02-16T00:00+01:00"),
}
"""When it changed, and from when that is told: nobody can know of a closing that will have been undone."""

_TURNS = (
    "2026-01-12 00:00",  # most open
    "2026-01-26 00:00",  # withdrawn, and to be opened again
    "2026-02-18 00:00",  # an extension is told
    "2026-03-22 00:00",  # begins to close soon
    "2026-03-30 00:00",  # closes, in the night after the clocks went forward
    "2026-04-01 14:00",  # closes, anywhere on Earth
    "2026-04-02 17:01",  # closes after its last minute
    "2026-04-13 00:00",  # filled, and to be opened again
    "2026-04-20 00:00",  # appears and was never open
    "2026-04-22 09:00",  # is open again
    "2026-05-04 09:00",  # opens at its hour
    "2026-05-26 00:00",  # archived before it is opened again
    "2026-06-08 00:00",  # is open again, out of the archive
    "2026-07-01 00:00",  # filled; a rolling one is over
    "2026-07-02 15:30",  # withdrawn
    "2026-08-01 15:30",  # leaves the calendars, thirty days later
    "2026-10-26 00:00",  # closes, on the day after the clocks went back
    "2027-02-22 23:00",  # archived
)


def _around(turn: str) -> tuple[datetime, datetime]:
    instant = at(turn)
    return datetime.fromtimestamp(instant.timestamp() - 1, instant.tzinfo), instant


INSTANTS = tuple(each for turn in _TURNS for each in _around(turn))
"""A second before a turn, and the turn."""
