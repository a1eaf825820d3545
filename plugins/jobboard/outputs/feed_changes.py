"""The feed of changes: its entries, each one sentence on what became of a posting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape

from jobboard.board.board import BoardPosting
from jobboard.board.changes import Change, What, deadlines_of
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.model.closing import Rolling
from jobboard.model.moment import Moment
from jobboard.outputs import words
from jobboard.outputs.addresses import SUBSCRIBE, absolute, identifier, posting_path
from jobboard.outputs.contacts import title_of
from jobboard.outputs.feeds import Category, Channel, Entry, FeedView, JobDetails, told_apart, valid_until, view_of

_WORDS = {
    What.OPENED: "Opened",
    What.EXTENDED: "Extended",
    What.BROUGHT_FORWARD: "Brought forward",
    What.CLOSED: "Closed",
    What.FILLED: "Filled",
    What.WITHDRAWN: "Withdrawn",
}
_CLOSINGS = (What.CLOSED, What.FILLED, What.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """A change with its posting. It depends on what lists say of that and not on its text."""

    posting: BoardPosting = field(repr=False)
    change: Change
    digest: str


def change_facts(posting: BoardPosting, change: Change) -> ChangeFacts:
    """What the entry of a change needs of its posting, by name."""
    organisations = "|".join([each.digest for each in posting.organisations])
    return ChangeFacts(
        posting, change, f"{posting.synopsis.card}|{posting.identity}|{organisations}|{change.what}|{change.at}"
    )


def changes_view(
    site: Site, channel: Channel, extension: str, updated: datetime, changes: tuple[ChangeFacts, ...]
) -> FeedView:
    """The feed of changes, the latest first."""
    return view_of(site, channel, extension, updated, tuple(_entry(site, each) for each in changes))


def _entry(site: Site, facts: ChangeFacts) -> Entry:
    posting, change = facts.posting, facts.change
    id_ = identifier(site, "change", f"{posting.identity}/{change.what}/{change.at.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    before, after = deadlines_of(posting, change)
    what, sentence = _WORDS[change.what], _sentence(posting, change, before, after, site.lang)
    title, address = title_of(posting), absolute(site, posting_path(posting.id))
    employers = [each.content for each in posting.organisations]
    valid = _end_of(after, posting)
    return Entry(
        id=id_,
        title=f"{what}: {title} ({' and '.join(each.short_name or each.name for each in employers)})",
        href=address,
        published=change.at,
        updated=told_apart(change.at, id_),
        summary=sentence,
        html=f'<p>{escape(sentence)}</p>\n<p><a href="{escape(address)}">{escape(title)}</a></p>',
        authors=tuple(each.name for each in employers),
        categories=(Category(term=change.what, label=what, scheme=absolute(site, f"{SUBSCRIBE}#changes")),),
        lang=site.lang,
        valid=valid_until(valid) if valid else "",
        job=JobDetails(
            id=identifier(site, "job", posting.identity),
            valid_through=valid,
            change=change.what.value,
            closed=change.at.isoformat() if change.what in _CLOSINGS else "",
        ),
    )


def _sentence(
    posting: BoardPosting, change: Change, before: Moment | None, after: Moment | Rolling | None, lang: str
) -> str:
    """What happened, with date and zone."""
    was, will_be = (_deadline(each, posting, lang) for each in (before, after))
    if change.what is What.OPENED:
        return f"Open for applications until {will_be}." if will_be else f"Open for applications. {_ROLLING}"
    if change.what in (What.EXTENDED, What.BROUGHT_FORWARD):
        if not will_be:
            return f"The deadline of {was} no longer holds. {_ROLLING}"
        how = "extended" if change.what is What.EXTENDED else "brought forward"
        return f"The deadline was {how} from {was} to {will_be}."
    if was:
        return f"The deadline has passed: {was}. It takes no more applications."
    return (
        f"{_REASONS.get(change.what, 'Closed')} on {_instant(change.at, posting, lang)}. It takes no more applications."
    )


_ROLLING = "There is no fixed deadline: applications are read as they arrive."
_REASONS = {What.FILLED: "The position was filled", What.WITHDRAWN: "The posting was withdrawn"}


def _deadline(deadline: Moment | Rolling | None, posting: BoardPosting, lang: str) -> str:
    when = words.deadline_words(deadline, posting.deadline_zone, lang, weekday=True)
    return when.text if when else ""


def _instant(instant: datetime, posting: BoardPosting, lang: str) -> str:
    local = instant.astimezone(to_zone(posting.zone))
    day = words.day_words(local.date(), lang, weekday=True)
    return f"{day}, {local:%H:%M} ({words.zone_words(posting.zone, lang)})"


def _end_of(deadline: Moment | Rolling | None, posting: BoardPosting) -> str:
    """The end of a deadline for machines (W3C-DTF); empty where there is none."""
    if not isinstance(deadline, Moment):
        return ""
    zone = to_zone(posting.deadline_zone)
    return deadline.ends_at(zone).astimezone(zone).isoformat()
