"""When a posting closes: its deadline, closing before it, and what of that held before and was taken back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

from jobboard.model.field import FieldType, InvalidError, Shared, declared
from jobboard.model.moment import Moment, parse_moment
from jobboard.model.not_a_moment import Side
from jobboard.model.record import Where, record_of
from jobboard.model.values import MOMENT, TEXT, day_type, one_of, scalar_type
from jobboard.source.problem import Report
from jobboard.source.tree import Mapping, Node


class Rolling(StrEnum):
    """The word for a posting without a deadline, applied for at any time."""

    ROLLING = "rolling"


_WITHOUT_END = (
    r"(?i)rolling\W*|open(?:[ -]ended)?|none|no deadline|asap|as soon as possible|(?:open )?until filled|ongoing"
    r"|continuous|permanent|n/?a|tb[cda]|dès que possible|en continu|ouvert|abierto|permanente|sin plazo"
)
"""How people say that there is no last day."""


def _deadline(text: str) -> Moment | Rolling:
    if text == Rolling.ROLLING:
        return Rolling.ROLLING
    if re.fullmatch(_WITHOUT_END, text.strip()):
        raise InvalidError("a posting without a last day says 'rolling', with a review_by")
    return _not_midnight(parse_moment(text))


def _not_midnight(moment: Moment) -> Moment:
    if moment.time == time.min:
        raise InvalidError(
            f"00:00 is the start of a day; for the end of the day before write '{moment.day - timedelta(days=1)} 23:59'"
        )
    return moment


_SCHEMA = {"type": "string", "examples": ["2026-03-31", "2026-03-31 23:59", "rolling"]}
LAST_MOMENT: FieldType[Moment] = scalar_type(
    lambda text: _not_midnight(parse_moment(text)), "a date like 2026-03-31", _SCHEMA, side=Side.LAST
)
"""The last day, or the last minute, of something; never 00:00, which is the start of a day."""

DEADLINE: FieldType[Moment | Rolling] = scalar_type(_deadline, "a date like 2026-03-31", _SCHEMA, side=Side.LAST)


REVIEW_DAY = day_type(Side.LAST)
"""The last day before somebody must look at a rolling posting again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierDeadline:
    """A deadline that held before, and when it was changed (else on `updated`)."""

    deadline: Moment = declared(
        LAST_MOMENT,
        "The deadline as it was.",
        "2026-02-28",
        required="give the deadline as it was",
        also="date was old",
        shared=Shared.SAME,
    )
    changed: Moment | None = declared(
        MOMENT, "When it was changed.", "2026-02-20", also="on changed_on updated when", shared=Shared.SAME
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReview:
    """A day of review that held before, and when it was changed (else on `updated`)."""

    review_by: Moment = declared(
        REVIEW_DAY,
        "The day as it was.",
        "2026-06-30",
        required="give the day as it was",
        also="date was old review",
        shared=Shared.SAME,
    )
    changed: Moment | None = declared(
        MOMENT, "When it was changed.", "2026-07-03", also="on changed_on updated when", shared=Shared.SAME
    )


_EARLIER_RECORD = record_of(EarlierDeadline, "a date like 2026-03-31")
_REVIEW_RECORD = record_of(EarlierReview, "a date like 2026-06-30")


def _earlier_deadline(node: Node, name: str, report: Report) -> EarlierDeadline | None:
    if isinstance(node, Mapping):
        return _EARLIER_RECORD.parse(node, name, report)
    deadline = LAST_MOMENT.parse(node, name, report)
    return None if deadline is None else EarlierDeadline(deadline=deadline)


def _earlier_review(node: Node, name: str, report: Report) -> EarlierReview | None:
    if isinstance(node, Mapping):
        return _REVIEW_RECORD.parse(node, name, report)
    day = REVIEW_DAY.parse(node, name, report)
    return None if day is None else EarlierReview(review_by=day)


EARLIER_DEADLINE: FieldType[EarlierDeadline] = FieldType(
    _earlier_deadline,
    "a date, or {deadline, changed}",
    {"anyOf": [_SCHEMA, _EARLIER_RECORD.schema]},
    record=EarlierDeadline,
)
EARLIER_REVIEW: FieldType[EarlierReview] = FieldType(
    _earlier_review,
    "a date, or {review_by, changed}",
    {"anyOf": [REVIEW_DAY.schema, _REVIEW_RECORD.schema]},
    record=EarlierReview,
)


class Because(StrEnum):
    """Why a posting closed before its deadline."""

    FILLED = "filled"
    WITHDRAWN = "withdrawn"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """An early closing. The posting is closed from the start of that day, or from the minute given."""

    on: Moment = declared(
        MOMENT,
        "From when it is closed.",
        "2026-03-10",
        required="say from which day it is closed",
        also="date since from closed_on day",
        shared=Shared.SAME,
    )
    because: Because = declared(
        one_of(Because),
        "Why.",
        "filled",
        required="say why: filled, withdrawn or other",
        also="reason why status raison motivo",
        shared=Shared.SAME,
    )
    note: str | None = declared(
        TEXT, "A sentence for readers.", "The post was filled internally.", also="message comment text remarque nota"
    )

    def check(self, where: Where) -> None:
        if where.knows("because") and self.because is Because.OTHER and not where.has("note"):
            where.problem("note", "missing", "with 'because: other', tell readers why in one sentence")


CLOSED = record_of(Closed, "the day and the reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierClosing:
    """A closing that was taken back, as `closed` told it. Its note is kept for the record and shown nowhere."""

    on: Moment = declared(
        MOMENT,
        "From when it was closed.",
        "2026-03-10",
        required="say from which day it was closed",
        also="date since from closed_on day",
        shared=Shared.SAME,
    )
    because: Because = declared(
        one_of(Because),
        "Why.",
        "filled",
        required="say why: filled, withdrawn or other",
        also="reason why status raison motivo",
        shared=Shared.SAME,
    )
    note: str | None = declared(
        TEXT, "What readers were told.", "The post was filled internally.", also="message comment text remarque nota"
    )


EARLIER_CLOSING = record_of(EarlierClosing, "the day and the reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """A posting that had been closed and takes applications again, from the start of that day or the minute given."""

    on: Moment = declared(
        MOMENT,
        "From when it is open again.",
        "2026-03-12",
        required="say from when it is open again",
        also="date since from reopened_on day",
        shared=Shared.SAME,
    )
    was: EarlierClosing = declared(
        EARLIER_CLOSING,
        "What stood in `closed`.",
        "{on: 2026-03-10, because: filled}",
        required="keep here what stood in 'closed': was: {on: 2026-03-10, because: filled}",
        also="closed closing",
        shared=Shared.SAME,
    )


REOPENED = record_of(Reopened, "the day, and what 'closed' said")
