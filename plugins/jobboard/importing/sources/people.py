"""Names of people as sources write them in, names that may be printed out: a mail address never becomes public."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ADDRESS = re.compile(r"(?:mailto:)?[^\s@<>()\[\]{},;:/\"']+@[^\s@<>()\[\]{},;:/\"']+", re.IGNORECASE)
_EMPTY = re.compile(r"[(<\[{]\s*[)>\]}]")
_AROUND = " \t\r\n,;:<>()[]{}\"'-–—/|"


def has_address(text: str) -> bool:
    """True if a mail address stands in a text."""
    return _ADDRESS.search(text) is not None


def names_of(people: Iterable[str]) -> tuple[tuple[str, ...], int]:
    """Each name once, without mail addresses, and how many addresses were left out.

    `ada@example.org (Ada Example)`, `Ada Example <ada@example.org>` and `Ada Example` are one person.
    """
    names: dict[str, None] = {}
    left_out = 0
    for person in people:
        bare, count = _ADDRESS.subn("", person)
        left_out += count
        name = _without_brackets(" ".join(bare.split())) if count else " ".join(person.split())
        if name:
            names[name] = None
    return tuple(names), left_out


def _without_brackets(text: str) -> str:
    text = _EMPTY.sub("", text).strip(_AROUND)
    return " ".join(text.split())
