"""The tongues there are, and words of all of them as one pattern. Whoever adds a module here adds a tongue."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path

from jobboard.source.language.tongues.tongue import Tongue

TONGUES: Mapping[str, Tongue] = {
    path.stem: import_module(f"{__package__}.{path.stem}").TONGUE
    for path in sorted(Path(__file__).parent.glob("[a-z][a-z].py"))
}
"""By code (ISO 639-1)."""

ENGLISH = TONGUES["en"]
"""The language of code, messages and whatever has no other."""


def words_of(field: str, among: Iterable[Tongue] = TONGUES.values()) -> str:
    """The words of a field in every tongue, or in some, as one pattern without brackets around it."""
    return "|".join(filter(None, (getattr(tongue, field) for tongue in among)))


@functools.cache
def counts() -> Mapping[str, int]:
    """Numbers by their words in every tongue, as far as these are the same number in each."""
    found: dict[str, set[int]] = {}
    for tongue in TONGUES.values():
        for number, words in enumerate(tongue.counts, 1):
            for word in words.split("|"):
                found.setdefault(word, set()).add(number)
    return {word: min(numbers) for word, numbers in found.items() if len(numbers) == 1}


def month_behind_a_stop() -> str:
    """A pattern of the months that go on with a day behind its full stop, in tongues that write `9. April`."""
    months = [names for tongue in TONGUES.values() if r"\." in tongue.ordinals for names in tongue.months]
    return rf"(?i:{'|'.join(months)})\b" if months else "(?!)"


def telling(words: str) -> tuple[str, ...]:
    """The fewest of some plain words that are in each of them: a text that has none of these has none of those."""
    distinct = sorted(dict.fromkeys(words.split("|")), key=len)
    return tuple(word for at, word in enumerate(distinct) if not any(short in word for short in distinct[:at]))
