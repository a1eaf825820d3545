"""A value as long as a file may be costs little, in whatever field it stands: a hint is not worth a minute."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from jobboard.model.fields.field import FieldType, declarations
from jobboard.model.kinds import RECORDS
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Scalar

SECONDS = 1
"""Of this process, for a text in a field."""
LONG = {
    "figures": "1" * 60_000,
    "spaces": " " * 60_000 + "x",
    "one letter": "t" * 60_000,
    "signs of mailboxes": "a@" * 30_000,
    "a host that does not end": f"x@{'a.' * 30_000}!",
    "labels": "https://" + "a." * 30_000,
    "letters of others": "https://" + "é." * 20_000,
    "percent signs": "https://a.example/" + "%" * 50_000,
    "numbers of hosts": "0x1." * 15_000,
    "words for signs": "1 at 2 dot " * 5_000,
    "days": "2026-" * 12_000,
    "brackets": " (" * 30_000 + "[" * 30_000,
}


def types() -> Iterator[tuple[str, FieldType[Any]]]:
    """Every type of a field once, with the name of a field that has it."""
    seen: dict[int, tuple[str, FieldType[Any]]] = {}
    waiting: list[tuple[str, type]] = [*RECORDS.items()]
    while waiting:
        above, record = waiting.pop()
        for name, each in declarations(record).items():
            if id(each.type) not in seen:
                seen[id(each.type)] = (f"{above}.{name}", each.type)
                waiting += [(f"{above}.{name}", each.type.record)] if each.type.record else []
    yield from seen.values()


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_long_value_costs_little_in_any_field(text: str) -> None:
    slow = []
    for name, type_ in types():
        started = time.process_time()
        type_.parse(Scalar(text, 1), name, Report("x"))
        slow += [name] if time.process_time() - started > SECONDS else []
    assert slow == []
