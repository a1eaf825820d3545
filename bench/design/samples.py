"""Invented views for the parts of pages, one for each state that they have."""

from __future__ import annotations

from msgspec.structs import replace

from jobboard.outputs.page.facts import Fact, Span
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.menus import PageMenu
from jobboard.outputs.postings.card import JobCard
from jobboard.outputs.postings.introduced import Sign
from jobboard.outputs.postings.notice import Notice
from jobboard.outputs.text.words import When

_LAST, _FIRST = When("Thursday 31 December 2026", "2026-12-31"), When("26 November 2026", "2026-11-26")
_HERE = "#here"
LINKS = (Link(text="Jobs", href=_HERE), Link(text="Climate", href=_HERE))
MENU = PageMenu(label="Views", links=(Link(text="By deadline", href=_HERE, is_current=True), *LINKS))
FACTS = (
    Fact(term="Place", lines=(Span(text="Ghent, Belgium"),)),
    Fact(term="Deadline", lines=(Span(text=_LAST.text, datetime=_LAST.datetime),)),
)
SIGNS = tuple(
    Sign(logo="", monogram=letters, colour=colour, ink=ink)
    for letters, colour, ink in (("NB", "", ""), ("NB", "#0c6e80", "#ffffff"), ("NB", "#ffd617", "#000000"))
)
STATUSES = {"open": "Open", "new": "New", "closing-soon": "Closing soon", "closed": "Closed"}
TOPICS = LINKS

_OPEN = JobCard(
    title="Keeper of Bridges",
    href=_HERE,
    lang="",
    direction="ltr",
    organisations=(Link(text="Network of Bridges", href=_HERE),),
    logo="",
    monogram="NB",
    kind="Job",
    place="Ghent, Belgium",
    workplace="Hybrid",
    contract="Permanent",
    pay="€3,400 a month",
    languages="English, French",
    language_words="",
    status="open",
    status_words="",
    deadline=_LAST,
    closed_on=None,
    published=_FIRST,
    closes="",
    closing_soon="",
    ageing=None,
    week="",
    month="",
)
CARDS = (
    _OPEN,
    replace(_OPEN, title="Painter of Bridges", status="new", status_words="New"),
    replace(_OPEN, title="Counter of Bicycles", status="closing-soon", status_words="Closing soon"),
    replace(_OPEN, title="حارس الجسور", lang="ar", direction="rtl", language_words="in Arabic", deadline=None),
    replace(_OPEN, title="Lamplighter", status="closed", status_words="Closed", closed_on=_FIRST, deadline=None),
)
NOTICES = tuple(
    Notice(heading=heading, closed_on=_FIRST, note=note, lang="", links=LINKS)
    for heading, note in (
        ("This posting is closed", ""),
        ("This position has been filled", "Thank you to all who wrote."),
        ("This posting was withdrawn", ""),
    )
)
