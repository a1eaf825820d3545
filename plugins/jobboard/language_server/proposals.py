"""The texts that a hint says to write: a phrase in, what may stand instead out.

What is read are the patterns of the hints themselves, so that a new hint is taken if it speaks as the others do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobboard.source.message import Phrase, Value

DELETION = ""
"""Proposed where the hint says to delete the line."""

_ENTRY = re.compile(r"%\(key\)s: %\((?:value|whole)\)s(?:%\(quote\)s)?")
_QUOTED = re.compile(r"\bwrite '([^'%]*%\(\w+\)s [^'%]+)'")
_SPOKEN = re.compile(r"(?:\bwrite|did you mean|, or(?: just)?) (['\"]?)%\((\w+)\)s\1(?! \d)")
_ALONE = re.compile(r"(?:\w|\)): %\((\w+)\)s$")
_SAID = frozenset(
    [
        *("address", "amount", "both", "day", "domain", "field", "first", "id", "last", "moment", "name", "number"),
        *("plain", "shade", "text", "typed", "whole", "written", "zone"),
    ]
)
"""What values are called, behind a colon at a hint's end, that may be written as they are."""

_DELETE = re.compile(r"(?:^|: )delete the line(?:$|:)")
_NOT_TO_WRITE = re.compile(
    r"for example|rename|\bor delete\b|this is '|put it back|fields are|add a file|add %|given? the|each as|and ends:"
)


def proposals_of(hint: Phrase) -> Iterator[str]:
    """What the hint says to write, the likeliest first; `DELETION` where it says to delete the line."""
    yield from dict.fromkeys(_proposals(hint))


def _proposals(hint: Phrase) -> Iterator[str]:
    pattern = hint.pattern
    if _DELETE.search(pattern):
        yield DELETION
    if not _NOT_TO_WRITE.search(pattern):
        yield from (found[0] % hint.values for found in _ENTRY.finditer(pattern))
        yield from (found[1] % hint.values for found in _QUOTED.finditer(pattern))
        names = [found[2] for found in _SPOKEN.finditer(pattern)]
        names += [found[1] for found in _ALONE.finditer(pattern) if found[1] in _SAID]
        for name in dict.fromkeys(names):
            yield from _texts(hint.values[name])
    for value in hint.values.values():
        if isinstance(value, Phrase):
            yield from _proposals(value)


def _texts(value: Value) -> Iterator[str]:
    """A value as text; each of several that may be meant."""
    if isinstance(value, Phrase) and value.pattern in ("%(names)s or %(name)s", "%(name)s"):
        for each in value.values.values():
            yield from _texts(each)
    elif "…" not in str(value):
        yield str(value)
