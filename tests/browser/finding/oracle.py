"""What a search must find on the board, worked out from what its authors think of: no column, no synopsis, no card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.browser.finding.board import SOUGHT, TODAY, Sought

Query = tuple[tuple[str, str], ...]

_MONTHS = {"year": 12, "month": 1, "week": 12 / 52}

VALUES: Mapping[str, Callable[[Sought], Iterable[str]]] = {
    "organisation": lambda it: it.above,
    "kind": lambda it: [it.kind],
    "country": lambda it: {country.lower() for country, *_ in it.towns},
    "town": lambda it: {f"{country.lower()}-{key}" if key else country.lower() for country, _, key in it.towns},
    "workplace": lambda it: [it.workplace] if it.workplace else [],
    "from": lambda it: [each.lower() for each in it.applicants],
    "language": lambda it: it.needed,
    "topic": lambda it: it.topics,
    "contract": lambda it: [it.contract] if it.contract else [],
    "permit": lambda it: [it.permit] if it.permit else [],
}
"""What of each field a posting is found by."""


def found(query: Query, lang: str = "en", now: datetime | None = None) -> list[str]:
    """The ids that answer to a query in an edition, in the order of the list: soonest first, rolling ones last."""
    shown = [each for each in _of_groups(lang) if now is None or each.closes > now]
    asked: dict[str, list[str]] = {}
    for name, value in query:
        asked.setdefault(name, []).append(value)
    answers = [each for each in shown if all(_answers(each, name, values) for name, values in asked.items())]
    return [each.id for each in sorted(answers, key=_place)]


def values_of(field: str) -> list[str]:
    return sorted({value for each in SOUGHT for value in VALUES[field](each)})


def _answers(it: Sought, name: str, values: list[str]) -> bool:
    match name:
        case "language":
            return it.needed <= {*values}
        case "from":
            return bool({*VALUES["from"](it)} & {*values, "anywhere"})
        case "pay":
            return _pays(it, values[0])
        case "closes":
            after, _, before = values[0].partition("..")
            return (not after or it.last_day >= date.fromisoformat(after)) and (
                not before or it.last_day <= date.fromisoformat(before)
            )
        case "published":
            return date.fromisoformat(it.published[:10]) >= _since(values[0])
    return bool({*VALUES[name](it)} & {*values})


def _pays(it: Sought, value: str) -> bool:
    """In the currency that is asked for, or in euros, that of most: what is paid at most reaches so much a month."""
    amount, currency = float(value.rstrip("abcdefghijklmnopqrstuvwxyz")), value.lstrip("0123456789.").upper() or "EUR"
    if it.pay is None or it.pay[2] != currency or it.pay[3] not in _MONTHS:
        return False
    most = it.pay[1] or it.pay[0]
    return most is not None and most / _MONTHS[it.pay[3]] >= amount


def _since(value: str) -> date:
    return TODAY - timedelta(int(value[:-1])) if value.endswith("d") else date.fromisoformat(value)


def _of_groups(lang: str) -> list[Sought]:
    """Of each posting the text in the edition's language, else the original."""
    chosen: dict[str, Sought] = {each.id: each for each in SOUGHT if not each.original}
    for each in SOUGHT:
        if each.original and each.lang == lang:
            chosen[each.original] = each
    return list(chosen.values())


def _place(it: Sought) -> tuple[bool, datetime, float, str]:
    return bool(it.review), it.closes, -_opened(it).timestamp(), it.id


def _opened(it: Sought) -> datetime:
    return datetime.fromisoformat(it.published).replace(tzinfo=ZoneInfo(it.own_zone))
