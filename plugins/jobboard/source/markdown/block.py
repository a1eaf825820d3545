"""What a text consists of: paragraphs, lists, quotations and other blocks, as they are while it is read."""

from __future__ import annotations

import enum
import itertools


class BlockKind(enum.IntEnum):
    """What a block is. A list holds items, and a description list terms (paragraphs) and meanings."""

    DOCUMENT = enum.auto()
    QUOTE = enum.auto()
    LIST = enum.auto()
    ITEM = enum.auto()
    FOOTNOTE = enum.auto()
    DEFINITIONS = enum.auto()
    MEANING = enum.auto()
    PARAGRAPH = enum.auto()
    HEADING = enum.auto()
    RULE = enum.auto()
    FENCE = enum.auto()
    CODE = enum.auto()
    HTML = enum.auto()
    TABLE = enum.auto()


class Block:
    """A block while it grows. `first` and `last` are its lines, counted from 0; blank lines after it do not count.

    `lines` are the text of a leaf, `places` where each of a paragraph's lines goes on behind the marks of what holds
    it. `mark` is a list's sign, a fence, a footnote's name; `number` a list's start, a heading's level, an indentation.
    """

    __slots__ = ("children", "first", "kind", "last", "lines", "mark", "number", "places")

    def __init__(self, kind: BlockKind, first: int, mark: str = "", number: int = 0) -> None:
        self.kind = kind
        self.first = self.last = first
        self.mark = mark
        self.number = number
        self.children: list[Block] = []
        self.lines: list[str] = []
        self.places: list[tuple[int, int]] = []

    @property
    def is_loose(self) -> bool:
        """True for a list or meaning with an empty line between its entries or within one of them."""
        return _has_gap(self.children) or (
            self.kind is BlockKind.LIST and any(_has_gap(i.children) for i in self.children)
        )


def _has_gap(blocks: list[Block]) -> bool:
    return any(after.first - before.last > 1 for before, after in itertools.pairwise(blocks))
