"""A guess at a field: what it would hold, the words it was read off, where they stand, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from jobboard.importing.vacancy.guesses.lines import Line
from jobboard.source.message import UNSAID, Phrase, phrase
from jobboard.source.yaml.syntax import as_value

_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])[\"”»)]{0,2}\s+(?=[^\Wa-z\d_]|[«“\"¿¡(•])|;\s+")
_NOT_ENDS = re.compile(
    r"(?:\b(?:e\.g|i\.e|p\.ej|a|p|No|Nº|n°|Mr|Ms|Dr|St|art|approx|max|min|réf|ref|Sra?|av)\.)$", re.IGNORECASE
)


_LONGEST = 1_000
"""Characters of a sentence that is read for fields."""


class Sure(IntEnum):
    """How sure a guess is. A doubtful one is written for an author to take, and does not count until then."""

    CERTAIN = 3
    LIKELY = 2
    DOUBTFUL = 1

    @property
    def said(self) -> Phrase:
        return _SAID[self]


_SAID = {Sure.CERTAIN: phrase("certain"), Sure.LIKELY: phrase("likely"), Sure.DOUBTFUL: phrase("doubtful")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What a field may hold.

    `value` is YAML on one line. `words` stood on `line`, or were no line of the text: a mail's subject, markup.
    `fills` is true if the field says all of a line of label and value, which then leaves the body. `note` is for the
    author.
    """

    field: str
    value: str
    words: str
    sure: Sure
    line: Line | None = None
    where: Phrase = UNSAID
    fills: bool = False
    note: Phrase = UNSAID


def where_of(line: Line) -> Phrase:
    """Where a line stands, as an author finds it."""
    if line.label:
        return phrase("at '%(label)s'", label=line.label)
    if line.heading:
        return phrase("below '%(heading)s'", heading=line.heading[:80])
    return phrase("in line %(number)s of the text", number=line.number)


def sentences_in(text: str) -> Iterator[str]:
    """The sentences of a line, without what abbreviations seem to end; of an endless one only its beginning."""
    yield from (sentence[:_LONGEST] for sentence in _sentences(text))


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for found in _SENTENCE_ENDS.finditer(text):
        if not _NOT_ENDS.search(text[start : found.start()]):
            yield text[start : found.start()].strip()
            start = found.end()
    if text[start:].strip():
        yield text[start:].strip()


def in_flow(text: str) -> str:
    """A text as a YAML value within brackets."""
    return as_value(" ".join(text.split()))


def listed(texts: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    """Texts as a YAML list on one line."""
    return f"[{', '.join(map(in_flow, texts))}]"


def without_end(text: str) -> str:
    """A text without the stop that ends it."""
    return text.strip().rstrip(".;,: ").strip()
