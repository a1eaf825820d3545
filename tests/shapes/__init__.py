"""Texts of awkward shapes, each as large as the limits allow: `SHAPES` makes the files of a board for each name.

`python -m tests.shapes WORD …` prints what they cost.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.helpers import make_news, make_posting
from tests.shapes.blocks import BLOCKS
from tests.shapes.costs import POSTING, Files
from tests.shapes.fields import FILES
from tests.shapes.limits import AT_LIMITS
from tests.shapes.marks import MARKED
from tests.shapes.words import WORDS

BODIES = MARKED | BLOCKS | WORDS | AT_LIMITS
CLOSED = (
    *("digits", "digits apart", "phone numbers", "phone-like runs", "(0)", "tel", "@", "a@", "a@b.c", "a.a.a"),
    *("mail of many dots", "a-a-a@", "mail in words", "links of mail", "<a@b.c>", "[", "a", "words", "full stops"),
    *("no-break spaces", "&nbsp;", "<i></i>", "addresses", "paragraphs", "8 February", "links", "persons"),
)
"""What may hold contacts, which are looked for in closed postings."""

NEWS = ("!", "A. ", "honest prose", "words", "links")
"""What lists and feeds cut into sentences."""


def _posting(body: Callable[[], str], **changes: str) -> Callable[[], Files]:
    return lambda: {POSTING: make_posting(body(), **changes)}


def _news(body: Callable[[], str]) -> Callable[[], Files]:
    return lambda: {"news/a.md": make_news(body())}


SHAPES: dict[str, Callable[[], Files]] = {
    **{name: _posting(body) for name, body in BODIES.items()},
    **{f"closed: {name}": _posting(BODIES[name], closed="{on: 2026-03-10, because: filled}") for name in CLOSED},
    **{f"news: {name}": _news(BODIES[name]) for name in NEWS},
    **FILES,
}
