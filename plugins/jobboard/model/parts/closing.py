"""When a posting closes: its deadline, closing before it, and what of that held before and was taken back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from jobboard.model.fields.field import MISSING, FieldType, InvalidError, Shared, declared
from jobboard.model.fields.input import Input
from jobboard.model.fields.record import Where, record_type
from jobboard.model.fields.values import MOMENT, TEXT, day_type, one_of, scalar_type
from jobboard.model.moments.moment import Moment, parse_moment
from jobboard.model.moments.not_a_moment import Side
from jobboard.model.texts.other_words import BECAUSE_WORDS
from jobboard.source.language.tongues.known import words_of
from jobboard.source.message import Phrase, phrase
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Mapping, Node

R = TypeVar("R")


class Rolling(StrEnum):
    """The word for a posting without a deadline, applied for at any time."""

    ROLLING = "rolling"


_WITHOUT_END = f"(?i){words_of('without_end')}"
"""How people say that there is no last day."""


def _deadline(text: str) -> Moment | Rolling:
    if text == Rolling.ROLLING:
        return Rolling.ROLLING
    if re.fullmatch(_WITHOUT_END, text.strip()):
        raise InvalidError(phrase("a posting without a last day says 'rolling', with a review_by"))
    return _not_midnight(parse_moment(text))


def _not_midnight(moment: Moment) -> Moment:
    if moment.time == time.min:
        raise InvalidError(
            phrase(
                "00:00 is the start of a day; for the end of the day before write '%(day)s 23:59'",
                day=str(moment.day - timedelta(days=1)),
            )
        )
    return moment


_SCHEMA = {"type": "string", "examples": ["2026-03-31", "2026-03-31 23:59", "rolling"]}
LAST_MOMENT: FieldType[Moment] = scalar_type(
    lambda text: _not_midnight(parse_moment(text)),
    "date-expected",
    phrase("a date like 2026-03-31"),
    _SCHEMA,
    side=Side.LAST,
    asked=Input.MOMENT,
)
"""The last day, or the last minute, of something; never 00:00, which is the start of a day."""

DEADLINE: FieldType[Moment | Rolling] = scalar_type(
    _deadline, "date-expected", phrase("a date like 2026-03-31"), _SCHEMA, side=Side.LAST, asked=Input.DEADLINE
)

REVIEW_DAY = day_type(Side.LAST)
"""The last day before somebody must look at a rolling posting again."""


def _changed(example: str) -> Any:
    return declared(MOMENT, "When it was changed.", example, also="on changed_on updated when", shared=Shared.SAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierDeadline:
    """A deadline that held before, and when it was changed (else on `updated`)."""

    deadline: Moment = declared(
        LAST_MOMENT,
        "The deadline as it was.",
        "2026-02-28",
        required=phrase("give the deadline as it was"),
        also="date was old",
        shared=Shared.SAME,
    )
    changed: Moment | None = _changed("2026-02-20")


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReview:
    """A day of review that held before, and when it was changed (else on `updated`)."""

    review_by: Moment = declared(
        REVIEW_DAY,
        "The day as it was.",
        "2026-06-30",
        required=phrase("give the day as it was"),
        also="date was old review",
        shared=Shared.SAME,
    )
    changed: Moment | None = _changed("2026-07-03")


def _or_the_day(cls: type[R], name: str, day: FieldType[Moment]) -> FieldType[R]:
    """The type of an earlier day: a record, or the day alone, which is its field `name`."""
    record = record_type(cls, phrase("a date like 2026-03-31"))

    def parse(node: Node, field: str, report: Report) -> R | None:
        if isinstance(node, Mapping):
            return record.parse(node, field, report)
        moment = day.parse(node, field, report)
        return None if moment is None else cls(**{name: moment})

    return FieldType(
        parse,
        phrase("a date, or {%(name)s, changed}", name=name),
        {"anyOf": [day.schema, record.schema]},
        record=cls,
        asked=Input.GROUP,
    )


EARLIER_DEADLINE = _or_the_day(EarlierDeadline, "deadline", LAST_MOMENT)
EARLIER_REVIEW = _or_the_day(EarlierReview, "review_by", REVIEW_DAY)


class Because(StrEnum):
    """Why a posting closed before its deadline."""

    FILLED = "filled"
    WITHDRAWN = "withdrawn"
    OTHER = "other"


def _on(doc: str, required: Phrase) -> Any:
    also = "date since from closed_on day"
    return declared(MOMENT, doc, "2026-03-10", required=required, also=also, shared=Shared.SAME)


def _because() -> Any:
    return declared(
        one_of(Because, also=BECAUSE_WORDS, is_spoken_of=True),
        "Why.",
        "filled",
        required=phrase("say why: filled, withdrawn or other"),
        also="reason why status raison motivo",
        shared=Shared.SAME,
    )


def _note(doc: str) -> Any:
    return declared(TEXT, doc, "The post was filled internally.", also="message comment text remarque nota")


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """An early closing. The posting is closed from the start of that day, or from the minute given."""

    on: Moment = _on("From when it is closed.", phrase("say from which day it is closed"))
    because: Because = _because()
    note: str | None = _note("A sentence for readers.")

    def check(self, where: Where) -> None:
        if where.knows("because") and self.because is Because.OTHER and not where.has("note"):
            where.problem("note", MISSING, phrase("with 'because: other', tell readers why in one sentence"))


CLOSED = record_type(Closed, phrase("the day and the reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierClosing:
    """A closing that was taken back, as `closed` told it. Its note is kept for the record and shown nowhere."""

    on: Moment = _on("From when it was closed.", phrase("say from which day it was closed"))
    because: Because = _because()
    note: str | None = _note("What readers were told.")


EARLIER_CLOSING = record_type(EarlierClosing, phrase("the day and the reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """A posting that had been closed and takes applications again, from the start of that day or the minute given."""

    on: Moment = declared(
        MOMENT,
        "From when it is open again.",
        "2026-03-12",
        required=phrase("say from when it is open again"),
        also="date since from reopened_on day",
        shared=Shared.SAME,
    )
    was: EarlierClosing = declared(
        EARLIER_CLOSING,
        "What stood in `closed`.",
        "{on: 2026-03-10, because: filled}",
        required=phrase("keep here what stood in 'closed': was: {on: 2026-03-10, because: filled}"),
        also="closed closing",
        shared=Shared.SAME,
    )


REOPENED = record_type(Reopened, phrase("the day, and what 'closed' said"))
