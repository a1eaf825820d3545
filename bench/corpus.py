"""A seed and a number in, an invented board out: the same for ever, whatever the clock says.

Every item is made from the seed and its own number, so that any of them can be made alone and a hundred thousand
need not be held at once.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cached_property
from random import Random
from zoneinfo import ZoneInfo

from bench import prose, words
from bench.items import News, Organisation, Posting

NOW = datetime(2026, 12, 1, 12, 0, tzinfo=timezone(timedelta(hours=1)))
"""The instant every site is built at."""

DUE = datetime(2026, 12, 1, 12, 30, tzinfo=timezone(timedelta(hours=1)))
"""The instant at which one posting closes, and nothing else happens between `NOW` and it."""

AFTER_DUE = DUE + timedelta(minutes=1)
EDIT = "A sentence was added here to see what one edit costs."

_ORGANISATIONS = 200
_POSTINGS_EACH = 50
_CLOSED_DIGITS = (1, 4, 6, 9)  # of a posting's number: 40 % are closed
_OLDEST_CLOSING = 350  # days; after a year the page of a closed posting is cut down, and the work would not be equal
_TODAY = NOW.date()


@dataclass(frozen=True)
class Corpus:
    """The invented board of `size` postings."""

    size: int
    seed: int = 2026

    @property
    def news_size(self) -> int:
        return max(1, self.size // 10)

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        count = min(_ORGANISATIONS, max(5, self.size // _POSTINGS_EACH))
        return tuple(self._organisation(number) for number in range(count))

    def postings(self) -> Iterator[Posting]:
        return map(self.posting, range(self.size))

    def news(self) -> Iterator[News]:
        return map(self.news_item, range(self.news_size))

    @property
    def due(self) -> Posting:
        """The posting that closes at `DUE`."""
        closes = DUE.astimezone(UTC)
        return dataclasses.replace(
            self._plain(self._due_number), deadline="2026-12-01 12:29", zone="Europe/Brussels", closes=closes
        )

    @property
    def to_edit(self) -> Posting:
        """The posting that is edited: an open one."""
        return self._plain(self._edit_number)

    @property
    def to_fill(self) -> Posting:
        """The open posting that is filled before its deadline."""
        return self._plain(self._fill_number)

    @property
    def alone(self) -> Posting:
        """The only posting of its country: an open one."""
        return dataclasses.replace(self._plain(self._alone_number), town=words.TOWN_ALONE)

    @property
    def to_add(self) -> Posting:
        """A posting that the board does not have yet, published on the day of `NOW`."""
        return dataclasses.replace(self._plain(_open_from(self.size)), published=_TODAY)

    def posting(self, number: int) -> Posting:
        """The posting of that number, from 0."""
        return self._special.get(number) or self._posting(number)

    @cached_property
    def _special(self) -> dict[int, Posting]:
        return {
            self._due_number: self.due,
            self._edit_number: self.to_edit,
            self._fill_number: self.to_fill,
            self._alone_number: self.alone,
        }

    def _posting(self, number: int) -> Posting:
        rng = self._rng("posting", number)
        organisation = rng.choice(self.organisations)
        role, field = rng.choice(words.ROLES), rng.choice(words.FIELDS)
        is_closed = number % 10 in _CLOSED_DIGITS
        last_day = self._last_day(rng, is_closed=is_closed)
        earliest = last_day if is_closed else _TODAY
        reference = f"REF-{number:06d}"
        low = rng.randrange(24000, 60000, 500)
        posting = Posting(
            id=f"{slug(role)}-{slug(field)}-{number:06d}",
            title=f"{role}, {field}",
            summary=f"{prose.sentence(rng).replace('*', '')} A post in {field.lower()}.",
            body=prose.posting_body(rng, organisation, reference),
            organisation=organisation,
            published=earliest - timedelta(days=rng.randint(1, 60)),
            deadline=last_day.isoformat(),
            review_by=None,
            zone=None,
            closes=_end_of(last_day, None, organisation.town.zone),
            is_closed=is_closed,
            kind=rng.choices(("job", "traineeship", "call-for-experts"), (80, 15, 5))[0],
            topics=tuple(rng.sample(words.TOPICS, rng.randint(1, 3))),
            town=rng.choice((organisation.town, rng.choice(words.TOWNS))),
            workplace=rng.choices(("on-site", "hybrid", "remote"), (40, 50, 10))[0],
            employment=rng.choice(("full-time", "full-time, part-time", "part-time")),
            contract=rng.choice(("permanent", "fixed-term")),
            salary=(low, low + rng.randrange(2000, 9000, 500)),
            languages=(("en", "fluent"), *rng.sample((("fr", "working"), ("es", "asset"), ("de", "basic")), 1)),
            lang=rng.choices(("en", "fr", "es"), (80, 12, 8))[0],
            reference=reference,
        )
        return self._timed(posting, rng, last_day)

    def news_item(self, number: int) -> News:
        """The news item of that number, from 0."""
        rng = self._rng("news", number)
        organisation = rng.choice(self.organisations)
        field = rng.choice(words.FIELDS)
        return News(
            id=f"news-{slug(field)}-{number:06d}",
            title=f"{field}: {rng.choice(words.PLURALS).lower()} take stock, no. {number}",
            summary=prose.sentence(rng).replace("*", ""),
            body=prose.news_body(rng, organisation),
            organisation=organisation,
            published=_TODAY - timedelta(days=rng.randint(1, 700)),
            kind=rng.choice(("news", "press-release", "report")),
            topics=tuple(rng.sample(words.TOPICS, rng.randint(1, 2))),
        )

    @cached_property
    def _due_number(self) -> int:
        return _open_from(self.size // 2)

    @cached_property
    def _edit_number(self) -> int:
        return _open_from(self.size // 3)

    @cached_property
    def _fill_number(self) -> int:
        return _open_from(self.size * 2 // 3)

    @cached_property
    def _alone_number(self) -> int:
        return _open_from(self.size // 4)

    def _plain(self, number: int) -> Posting:
        """A job of two topics, one country and one language, a month old, that has a month to go.

        All that something happens to are, at every size, so that what a change costs differs by the size alone.
        """
        posting = self._posting(number)
        last_day = _TODAY + timedelta(days=30)
        return dataclasses.replace(
            posting,
            published=_TODAY - timedelta(days=30),
            deadline=last_day.isoformat(),
            review_by=None,
            closes=_end_of(last_day, None, posting.organisation.town.zone),
            kind="job",
            topics=words.TOPICS[:2],
            town=posting.organisation.town,
            workplace="on-site",
            languages=(("en", "fluent"), ("fr", "working")),
            lang="en",
        )

    def _rng(self, kind: str, number: int) -> Random:
        return Random(f"{self.seed}/{kind}/{number}")  # noqa: S311 (nothing secret is made of it)

    def _organisation(self, number: int) -> Organisation:
        rng = self._rng("organisation", number)
        place = rng.choice(words.SYLLABLES_FIRST) + rng.choice(words.SYLLABLES_LAST)
        return Organisation(
            id=f"{place.lower()}-{number:03d}",
            name=f"{place} {rng.choice(words.BODIES)} {rng.choice(words.PLURALS)} {number}",
            town=rng.choice(words.TOWNS),
            body=f"**{place}** does not exist. {prose.paragraph(rng, 6)}\n\n{prose.paragraph(rng, 4)}\n",
        )

    @staticmethod
    def _last_day(rng: Random, *, is_closed: bool) -> date:
        days = -rng.randint(2, _OLDEST_CLOSING) if is_closed else rng.randint(1, 180)
        return _TODAY + timedelta(days=days)

    @staticmethod
    def _timed(posting: Posting, rng: Random, last_day: date) -> Posting:
        """Some deadlines name their minute, some postings have none and a day of review instead."""
        chance = rng.random()
        if chance < 0.02:
            return dataclasses.replace(posting, deadline="rolling", review_by=last_day)
        if chance < 0.22:
            minute = rng.choice((time(17, 0), time(23, 59)))
            closes = _end_of(last_day, minute, posting.organisation.town.zone)
            return dataclasses.replace(posting, deadline=f"{last_day} {minute:%H:%M}", closes=closes)
        return posting


def edited(posting: Posting) -> Posting:
    """The posting with one more sentence in the middle of its body."""
    head, heading, tail = posting.body.partition("\n\n## What we offer")
    return dataclasses.replace(posting, body=f"{head} {EDIT}{heading}{tail}")


def filled(posting: Posting) -> Posting:
    """The posting as its author closes it on the day of `NOW`, long before its deadline."""
    closes = datetime.combine(_TODAY, time.min, ZoneInfo(posting.organisation.town.zone)).astimezone(UTC)
    return dataclasses.replace(posting, filled_on=_TODAY, closes=closes, is_closed=True)


def _open_from(number: int) -> int:
    return next(n for n in range(number, number + 10) if n % 10 not in _CLOSED_DIGITS)


def slug(text: str) -> str:
    """Lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _end_of(day: date, minute: time | None, zone: str) -> datetime:
    """The instant (UTC) after a day, or after a minute of it."""
    if minute is None:
        return datetime.combine(day + timedelta(days=1), time.min, ZoneInfo(zone)).astimezone(UTC)
    return datetime.combine(day, minute, ZoneInfo(zone)).astimezone(UTC) + timedelta(minutes=1)
