"""The orders of listings, and which member of a translation group a reader is shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar

from jobboard.board.board import BoardEvent, BoardNews, BoardPosting
from jobboard.board.entries import BoardEntry
from jobboard.board.site import Site
from jobboard.board.status import to_zone


class _Translated(Protocol):
    """What may have translations: `group` is the id of the original, or of the topic an introduction is of."""

    @property
    def id(self) -> str: ...

    @property
    def lang(self) -> str: ...

    @property
    def group(self) -> str: ...


T = TypeVar("T", BoardPosting, BoardNews, BoardEvent, BoardEntry)
M = TypeVar("M", bound=_Translated)


def order_by_deadline(postings: Iterable[BoardPosting]) -> list[BoardPosting]:
    """Soonest deadline first, rolling ones after all dated ones; of equals the newest first."""
    return sorted(postings, key=lambda each: (each.synopsis.is_rolling, each.life.closes_at, *_newest(each)))


def order_newest(postings: Iterable[BoardPosting]) -> list[BoardPosting]:
    """Most recently published first, week by week: the weeks of the days that lists give (see `order_news`)."""
    return sorted(postings, key=lambda each: (-_week_of(each).toordinal(), *_newest(each)))


def order_last_closed(postings: Iterable[BoardPosting]) -> list[BoardPosting]:
    """Most recently closed first, month by month of their last days: the order of the archive."""
    return sorted(postings, key=lambda each: (*_last_month_of(each), _backwards(each.life.closes_at), each.id))


def order_news(news: Iterable[BoardNews]) -> list[BoardNews]:
    """Most recently published first, year by year: the years of the days that their pages give.

    Around New Year an earlier instant can be in a later year, in a zone farther east; it stands with its year.
    """
    return sorted(news, key=lambda each: (-each.synopsis.year, _backwards(each.opens_at), each.id))


def order_events(events: Iterable[BoardEvent]) -> list[BoardEvent]:
    """The soonest first, month by month as their pages give it: the order of what is to come, and backwards of past."""
    return sorted(events, key=lambda each: (*_month_of(each), each.life.starts_at, each.life.ends_at, each.id))


def one_per_group(items: Iterable[M], lang: str) -> list[M]:
    """Of each translation group the member in `lang`, else the original, else the first there is."""
    chosen: dict[str, M] = {}
    for item in items:
        rival = chosen.get(item.group)
        if rival is None or _preference(item, lang) < _preference(rival, lang):
            chosen[item.group] = item
    return list(chosen.values())


def chosen_for(items: Iterable[T], site: Site) -> list[T]:
    """What the lists of an edition show: each translation group once, and only what the edition's readers are shown.

    Where an edition hides what is not in its language, texts in a language no edition speaks stay in every list, as
    they would be in none.
    """
    chosen = one_per_group(items, site.lang)
    if site.shows_untranslated:
        return chosen
    others = {*site.languages} - {site.lang}
    return [each for each in chosen if each.lang not in others]


def _month_of(event: BoardEvent) -> tuple[int, int]:
    """The year and month it begins in, in its own zone."""
    first = event.life.starts_at.astimezone(to_zone(event.zone))
    return first.year, first.month


def _week_of(posting: BoardPosting) -> date:
    """The Monday of the week in which it was published, in its own zone."""
    day = posting.life.opens_at.astimezone(to_zone(posting.zone)).date()
    return day - timedelta(day.weekday())


def _last_month_of(posting: BoardPosting) -> tuple[int, int]:
    """The year and month of its last day, backwards."""
    return -posting.life.last_day.year, -posting.life.last_day.month


def _preference(item: _Translated, lang: str) -> tuple[bool, bool, str]:
    return item.lang != lang, item.id != item.group, item.id


def _newest(posting: BoardPosting) -> tuple[float, str]:
    return _backwards(posting.life.opens_at), posting.id


def _backwards(instant: datetime) -> float:
    return -instant.timestamp()
