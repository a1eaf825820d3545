"""Contact data: what a closed posting no longer shows, wherever its words appear. Names in prose stay.

A text is read as its reader sees it, so it does not matter how a number is typed or which marks stand in it. Of HTML
what is known to be harmless is kept, and what is not is undone (decision 0044).
"""

from __future__ import annotations

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.outputs.contacts.spelling import Extent, in_original, plainly
from jobboard.outputs.text.cached import remembered
from jobboard.source.catalogue import mark

REMOVED = mark("[contact details removed]")

_FEW = 200
"""Characters of a title or a fact, which stand in many places: a page, its feeds, every list."""


def without_contacts(site: Site, html: str) -> str:
    """The same HTML with mail addresses, names in messengers and telephone numbers blanked, in texts and attributes.

    Links that write to or call somebody are undone; their words stay.
    """
    from jobboard.outputs.contacts.addresses import leads_to_a_person  # noqa: PLC0415 (large, and for closed postings)
    from jobboard.outputs.contacts.rewritten import Rewriter, rewritten  # noqa: PLC0415 (as above)

    return rewritten(html, Rewriter(spans_of, leads_to_a_person, site.say(REMOVED)))


def blanked(site: Site, text: str, *, is_reference: bool = False) -> str:
    """Plain text with all of these blanked. A reference may be a long number."""
    spans = spans_of(text, is_reference=is_reference)
    if not spans:
        return text
    removed, at, kept = site.say(REMOVED), 0, []
    for start, end in spans:
        kept += [text[at:start], removed]
        at = end
    return "".join([*kept, text[at:]])


def spans_of(text: str, *, is_reference: bool = False) -> list[Extent]:
    """Where in a text contact data stand, in order."""
    look = _spans_of_words if len(text) <= _FEW else _spans_of
    return look(text, is_reference)


@remembered(4000)
def _spans_of_words(text: str, is_reference: bool) -> list[Extent]:  # noqa: FBT001 (the key of what is remembered)
    return _spans_of(text, is_reference)


def _spans_of(text: str, is_reference: bool) -> list[Extent]:  # noqa: FBT001 (as above)
    from jobboard.outputs.contacts.addresses import addresses_in  # noqa: PLC0415 (large, and for closed postings)
    from jobboard.outputs.contacts.numbers import numbers_in  # noqa: PLC0415 (as above)

    plain = plainly(text)
    found = [*addresses_in(plain), *numbers_in(plain, is_reference=is_reference)]
    return in_original(text, found) if found else []


def link_without_contacts(address: str) -> str:
    """The address of a link as a closed page may show it; empty for one that leads to a person."""
    from jobboard.outputs.contacts.addresses import leads_to_a_person  # noqa: PLC0415 (large, and for closed postings)

    return "" if leads_to_a_person(address) else address


def title_of(site: Site, posting: BoardPosting) -> str:
    """The title as it may be shown: a closed posting's without contact data."""
    return said_of(site, posting, posting.content.title)


def said_of(site: Site, posting: BoardPosting, text: str) -> str:
    """What a field says, as it may be shown: a closed posting's without contact data."""
    return blanked(site, text) if posting.status.is_closed else text
