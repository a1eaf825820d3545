"""Where the work of a posting is, as far as anybody can say: its places, or the office of who hires."""

from __future__ import annotations

from jobboard.board.board import BoardPosting
from jobboard.model.parts.general import Place
from jobboard.model.posting import ANYWHERE, Posting, Workplace


def countries_named(content: Posting) -> tuple[str, ...]:
    """The countries that remote work may be done from; none if that is anywhere."""
    return tuple(code for code in content.applicants_from if code != ANYWHERE)


def countries_of_work(posting: BoardPosting) -> tuple[str, ...]:
    """Where one must be allowed to work: the countries of its places, else those that remote work may be done from."""
    content = posting.content
    return tuple(dict.fromkeys(place.country for place in content.place)) or countries_named(content)


def office_of(posting: BoardPosting) -> Place | None:
    """Where work from anywhere belongs: at the organisation named first, or at the nearest above that has an address.

    None where the posting names places of its own, or countries to work from.
    """
    content = posting.content
    if content.workplace is not Workplace.REMOTE or content.place or countries_named(content):
        return None
    first = posting.organisations[0]
    return next((each.place for each in (first.content, *first.above) if each.place is not None), None)
