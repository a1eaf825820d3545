"""The life of a posting, relative to the demo's day: what its dates say, for every status that a board knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from bench.demo.texts import Texts

Fields = dict[str, Any]


def _day(today: date, days: int) -> date:
    return today + timedelta(days=days)


def _open(rng: Random, today: date, _texts: Texts) -> Fields:
    return {"published": _day(today, -rng.randint(1, 50)), "deadline": _day(today, rng.randint(9, 120))}


def _soon(rng: Random, today: date, _texts: Texts) -> Fields:
    return {"published": _day(today, -rng.randint(10, 40)), "deadline": _day(today, rng.randint(1, 6))}


def _minute(rng: Random, today: date, _texts: Texts) -> Fields:
    last, minute = _day(today, rng.randint(2, 60)), rng.choice(("12:00", "17:00", "23:59"))
    return {"published": _day(today, -rng.randint(1, 30)), "deadline": f"{last} {minute}"}


def _anywhere_on_earth(rng: Random, today: date, texts: Texts) -> Fields:
    return {**_open(rng, today, texts), "timezone": "AoE"}


def _rolling(rng: Random, today: date, _texts: Texts) -> Fields:
    review = _day(today, rng.randint(20, 250))
    return {"published": _day(today, -rng.randint(5, 200)), "deadline": "rolling", "review_by": review}


def _extended(rng: Random, today: date, _texts: Texts) -> Fields:
    changed = _day(today, -rng.randint(2, 5))
    was = {"deadline": _day(changed, 3), "changed": changed}
    last = _day(today, rng.randint(8, 30))
    return {"published": _day(today, -30), "deadline": last, "deadline_was": was, "updated": changed}


def _brought_forward(rng: Random, today: date, _texts: Texts) -> Fields:
    changed = _day(today, -rng.randint(2, 5))
    was = {"deadline": _day(today, 70), "changed": changed}
    return {"published": _day(today, -30), "deadline": _day(today, 14), "deadline_was": was, "updated": changed}


def _closed(rng: Random, today: date, _texts: Texts) -> Fields:
    last = _day(today, -rng.randint(2, 300))
    return {"published": _day(last, -rng.randint(20, 60)), "deadline": last}


def _filled(rng: Random, today: date, texts: Texts) -> Fields:
    return _ended(rng, today, {"because": "filled", "note": texts.filled})


def _withdrawn(rng: Random, today: date, texts: Texts) -> Fields:
    return _ended(rng, today, {"because": "withdrawn", "note": texts.withdrawn})


def _ended(rng: Random, today: date, why: Fields) -> Fields:
    ended = _day(today, -rng.randint(1, 40))
    last = _day(ended, rng.randint(3, 30))
    return {"published": _day(ended, -rng.randint(10, 40)), "deadline": last, "closed": {"on": ended, **why}}


def _archived(rng: Random, today: date, _texts: Texts) -> Fields:
    last = _day(today, -rng.randint(380, 800))
    return {"published": _day(last, -30), "deadline": last}


def _scheduled(rng: Random, today: date, _texts: Texts) -> Fields:
    appears = _day(today, rng.randint(2, 14))
    return {"published": appears, "deadline": _day(appears, 30)}


def _draft(rng: Random, today: date, texts: Texts) -> Fields:
    return {**_open(rng, today, texts), "status": "draft"}


def _reopened(_rng: Random, today: date, texts: Texts) -> Fields:
    was = {"on": _day(today, -9), "because": "filled", "note": texts.filled}
    again = {"on": _day(today, -3), "was": was}
    return {"published": _day(today, -40), "deadline": _day(today, 20), "reopened": again, "updated": _day(today, -3)}


LIVES: Mapping[str, tuple[int, Callable[[Random, date, Texts], Fields]]] = {
    "open": (64, _open),
    "closing soon": (16, _soon),
    "to the minute": (12, _minute),
    "anywhere on Earth": (4, _anywhere_on_earth),
    "rolling": (10, _rolling),
    "extended": (7, _extended),
    "brought forward": (2, _brought_forward),
    "closed": (14, _closed),
    "filled": (6, _filled),
    "withdrawn": (3, _withdrawn),
    "archived": (4, _archived),
    "scheduled": (3, _scheduled),
    "draft": (2, _draft),
    "reopened": (2, _reopened),
}
"""How many postings have each life, and what its dates are."""
