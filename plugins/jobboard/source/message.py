"""What authors are told, before it is said in a language: a pattern in English, and the values that go into it.

English is what a phrase says by itself, as `str` does; another language says it by its catalogue (`wording.py`). What
stands for itself as a message has a code, by which it can be looked up: `jobboard explain CODE`.
"""

from __future__ import annotations

from msgspec import Struct

_NUMBERS = frozenset({int, float})
"""What is written otherwise than by `str`."""


class Phrase(Struct, frozen=True, array_like=True, eq=False):
    """A pattern with its values by name, of which any may be a phrase again: "expected %(words)s, found %(found)s".

    Two are the same if they say the same; one that is empty says nothing.
    """

    pattern: str = ""
    values: dict[str, str | int | float | Phrase] = {}
    code: str = ""

    def __call__(self, **values: str | int | float | Phrase) -> Phrase:
        """The same with these values."""
        return Phrase(self.pattern, values, self.code)

    def __str__(self) -> str:
        if not self.values:
            return self.pattern
        if _NUMBERS.isdisjoint(map(type, self.values.values())):
            return self.pattern % self.values
        return self.pattern % {name: _in_english(value) for name, value in self.values.items()}

    def __repr__(self) -> str:
        return repr(str(self))

    def __bool__(self) -> bool:
        return bool(self.pattern)

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other) if isinstance(other, Phrase | str) else NotImplemented

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __lt__(self, other: Phrase) -> bool:
        return str(self) < str(other)

    def __hash__(self) -> int:
        return hash(str(self))


Value = str | int | float | Phrase
UNSAID = Phrase()
MESSAGES: dict[str, Phrase] = {}
"""Every message by its code, as far as the modules that declare them are loaded."""


def phrase(pattern: str, /, **values: Value) -> Phrase:
    """A part of what is said: a hint, or words that go into another phrase."""
    return Phrase(pattern, values)


def message(code: str, pattern: str, /) -> Phrase:
    """Declare a message, once, at the top of its module. It is said by calling it with its values, if it has any."""
    return MESSAGES.setdefault(code, Phrase(pattern, {}, code))


def any_of(*names: str) -> Phrase:
    """Words of which each may be meant: "fully or partially"."""
    *before, last = names
    return (
        phrase("%(names)s or %(name)s", names=any_of(*before), name=last)
        if before
        else Phrase("%(name)s", {"name": last})
    )


def in_turn(*phrases: Phrase | str) -> Phrase:
    """What several say, one after another."""
    one, *others = phrases
    first = one if isinstance(one, Phrase) else Phrase("%(one)s", {"one": one})
    return phrase("%(one)s; %(other)s", one=first, other=in_turn(*others)) if others else first


def in_a_row(*phrases: Phrase) -> Phrase:
    """Several things of one kind, with commas between them."""
    one, *others = phrases
    return phrase("%(one)s, %(other)s", one=one, other=in_a_row(*others)) if others else one


def _in_english(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.1f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
