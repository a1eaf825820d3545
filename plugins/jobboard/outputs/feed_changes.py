"""The feed of changes: its entries, each one sentence on what became of a posting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape

from jobboard.board.board import BoardPosting
from jobboard.board.changes import Change, What
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.model.closing import Rolling
from jobboard.model.moment import Moment
from jobboard.outputs import words
from jobboard.outputs.addresses import SUBSCRIBE, absolute, identifier, posting_path
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
    """A change with all that its entry says of the posting, so that an edited text leaves the feed alone."""

    id: str
    identity: str
    title: str
    employers: tuple[tuple[str, str], ...]
    zone: str
    deadline_zone: str
    change: Change
    digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        change = self.change
        named = (self.id, self.identity, self.title, self.employers, self.zone, self.deadline_zone)
        told = (change.what.value, change.at, change.before, change.after)
        object.__setattr__(self, "digest", f"{named!r} {told!r}")


def change_facts(posting: BoardPosting, change: Change) -> ChangeFacts:
    """What the entry of a change needs of its posting, and no more."""
    employers = tuple(
        (each.content.name, each.content.short_name or each.content.name) for each in posting.organisations
    )
    return ChangeFacts(
        posting.id, posting.identity, posting.content.title, employers, posting.zone, posting.deadline_zone, change
    )


def changes_view(
    site: Site, channel: Channel, extension: str, updated: datetime, changes: tuple[ChangeFacts, ...]
) -> FeedView:
    """The feed of changes, the latest first."""
    return view_of(site, channel, extension, updated, tuple(_entry(site, each) for each in changes))


def _entry(site: Site, facts: ChangeFacts) -> Entry:
    change = facts.change
    id_ = identifier(site, "change", f"{facts.identity}/{change.what}/{change.at.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    what, sentence = _WORDS[change.what], _sentence(facts, site.lang)
    employers = " and ".join(short for _, short in facts.employers)
    address = absolute(site, posting_path(facts.id))
    valid = _end_of(change.after, facts)
    return Entry(
        id=id_,
        title=f"{what}: {facts.title} ({employers})",
        href=address,
        published=change.at,
        updated=told_apart(change.at, id_),
        summary=sentence,
        html=f'<p>{escape(sentence)}</p>\n<p><a href="{escape(address)}">{escape(facts.title)}</a></p>',
        authors=tuple(name for name, _ in facts.employers),
        categories=(Category(term=change.what, label=what, scheme=absolute(site, f"{SUBSCRIBE}#changes")),),
        lang=site.lang,
        valid=valid_until(valid) if valid else "",
        job=JobDetails(
            id=identifier(site, "job", facts.identity),
            valid_through=valid,
            change=change.what.value,
            closed=change.at.isoformat() if change.what in _CLOSINGS else "",
        ),
    )


def _sentence(facts: ChangeFacts, lang: str) -> str:
    """What happened, with date and zone."""
    change = facts.change
    before, after = (_deadline(each, facts, lang) for each in (change.before, change.after))
    if change.what is What.OPENED:
        return f"Open for applications until {after}." if after else f"Open for applications. {_ROLLING}"
    if change.what in (What.EXTENDED, What.BROUGHT_FORWARD):
        if not after:
            return f"The deadline of {before} no longer holds. {_ROLLING}"
        how = "extended" if change.what is What.EXTENDED else "brought forward"
        return f"The deadline was {how} from {before} to {after}."
    if before:
        return f"The deadline has passed: {before}. It takes no more applications."
    reason = {What.FILLED: "The position has been filled", What.WITHDRAWN: "The posting was withdrawn"}
    return f"{reason.get(change.what, 'Closed')} on {_instant(change.at, facts, lang)}. It takes no more applications."


_ROLLING = "There is no fixed deadline: applications are read as they arrive."


def _deadline(deadline: Moment | Rolling | None, facts: ChangeFacts, lang: str) -> str:
    when = words.deadline_words(deadline, facts.deadline_zone, lang, weekday=True)
    return when.text if when else ""


def _instant(instant: datetime, facts: ChangeFacts, lang: str) -> str:
    local = instant.astimezone(to_zone(facts.zone))
    day = words.day_words(local.date(), lang, weekday=True)
    return f"{day}, {local:%H:%M} ({words.zone_words(facts.zone, lang)})"


def _end_of(deadline: Moment | Rolling | None, facts: ChangeFacts) -> str:
    """The end of a deadline for machines (W3C-DTF); empty where there is none."""
    if not isinstance(deadline, Moment):
        return ""
    zone = to_zone(facts.deadline_zone)
    return deadline.ends_at(zone).astimezone(zone).isoformat()
