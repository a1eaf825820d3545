"""Names that are like one that is not there, found among thousands in bounded time: a word and names in, names out.

A renamed folder asks for every file it had, among all that there are. Comparing each with each would take minutes, so
names are indexed once by the pairs of letters in them, and with each word only the few are compared that share its
rarest.
"""

from __future__ import annotations

import difflib
import heapq
import itertools
from collections import Counter
from collections.abc import Collection, Iterator

from jobboard.source.characters import as_meant

LONGEST = 100
"""Characters of a name that another is compared with; nobody mistypes a longer one by a letter."""

_FEW = 64
"""Names that are all compared, without an index."""

_LOOKS = 400
"""Entries of the index that are looked at for one word."""

_COMPARED = 6
"""Names that are compared letter by letter, which takes a hundred times as long as a look."""

_LIKE_ENOUGH = 0.6
_PAIRS = 2000
"""Pairs of equal letters in two names that are compared."""


class NameIndex:
    """Names by the pairs of letters in them, by their letters in order, by what they look like, by their last part."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = tuple(name for name in names if len(name) <= LONGEST)
        self._with: dict[str, list[int]] = {}
        self.looking_like = {as_meant(name): name for name in reversed([*names])}
        self._ending_in: dict[str, int] = {}
        for number, name in enumerate(self._names):
            self._ending_in.setdefault(_last_part(name), number)
            for key in _keys(name):
                self._with.setdefault(key, []).append(number)

    def near(self, word: str) -> Iterator[str]:
        """A few names, among which the nearest to `word` is, as far as one shares anything rare with it."""
        shared = sorted((self._with[key] for key in _keys(word) if key in self._with), key=len)
        votes = Counter(itertools.islice(itertools.chain.from_iterable(shared), _LOOKS))
        if "/" in word and (same := self._ending_in.get(_last_part(word))) is not None:
            votes[same] += _LOOKS
        for number in heapq.nsmallest(_COMPARED, votes, key=lambda each: (-votes[each], each)):
            yield self._names[number]


_kept: list[tuple[Collection[str], int, NameIndex]] = []
_KEPT = 4
"""Collections whose index is kept: a board asks the same few again and again."""


def index_of_names(names: Collection[str]) -> NameIndex:
    """The index of a collection, made once while it is asked for again and has not grown or shrunk."""
    for known, size, index in _kept:
        if known is names and size == len(names):
            return index
    _kept.insert(0, (names, len(names), NameIndex(names)))
    del _kept[_KEPT:]
    return _kept[0][2]


def nearest(word: str, *known: Collection[str]) -> str:
    """The known name nearest to `word`, empty if none is near."""
    if len(word) > LONGEST:
        return ""
    found = [
        each
        for names in known
        for each in (names if len(names) <= _FEW else index_of_names(names).near(word))
        if len(each) <= LONGEST and _is_soon_compared(word, each)
    ]
    if "/" in word and (same := next((each for each in found if _last_part(each) == _last_part(word)), "")):
        return same
    return next(iter(difflib.get_close_matches(word, dict.fromkeys(found), n=1, cutoff=_LIKE_ENOUGH)), "")


def _is_soon_compared(one: str, other: str) -> bool:
    """False for two names of hundreds of equal letters: each of one is held against each of the other."""
    return len(one) * len(other) <= _PAIRS or sum(other.count(letter) for letter in one) <= _PAIRS


def _keys(name: str) -> set[str]:
    return {*map("".join, itertools.pairwise(name)), f"={''.join(sorted(name))}"}


def _last_part(name: str) -> str:
    return name.rpartition("/")[2]
