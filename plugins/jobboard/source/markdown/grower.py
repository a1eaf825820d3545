"""Blocks that grow line by line: which of those that are open go on in a line, and where its text belongs.

The algorithm is CommonMark's (0.31.2, appendix "A parsing strategy"). What may begin in a line is handed in
(`blocks.py`). Every line is looked at once for each block that is open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jobboard.source.markdown import block_lines as read
from jobboard.source.markdown.block import Block, BlockKind
from jobboard.source.markdown.guard import MAX_BLOCKS, TooComplexError
from jobboard.source.message import phrase

TAKEN = -1
"""Said in the place of a column: the line is used up."""


_LEAVES = {
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.RULE,
    BlockKind.FENCE,
    BlockKind.CODE,
    BlockKind.HTML,
    BlockKind.TABLE,
}
_VERBATIM = {BlockKind.FENCE, BlockKind.HTML, BlockKind.CODE}
_HOLDS_ONLY = {BlockKind.LIST: BlockKind.ITEM, BlockKind.DEFINITIONS: BlockKind.MEANING}


Start = Callable[["Grower", str, int, int], "int | None"]
"""Begins a block in a line if it can: given the column behind the marks of what holds it and that of its first letter,
it returns the column where the text goes on, `TAKEN`, or None where nothing begins."""

Starts = Mapping[str, tuple[Start, ...]]
"""What a line can begin, by the first character of its text, in the order of trying."""


class Grower:
    """Takes line after line. `open` is the chain of blocks that may still grow, the document first."""

    def __init__(self, starts: Starts) -> None:
        self.document = Block(BlockKind.DOCUMENT, 0)
        self.open = [self.document]
        self.starts = starts
        self.number = 0
        self.matched = 1
        self._room = MAX_BLOCKS

    def take(self, line: str, number: int) -> None:
        self.number = number
        if self._is_plain(line):
            return
        at = self._continued(line)
        if at is None:
            return
        block = self.open[self.matched - 1]
        if block.kind not in _VERBATIM:
            at = self._started(line, at)
            if at is None:
                return
            block = self.open[self.matched - 1]
        text = line[at:]
        if not text.strip(" "):
            self._blank(block, line, at)
        elif self.matched < len(self.open) and self.open[-1].kind is BlockKind.PARAGRAPH:
            self.grow(self.open[-1], text, at)
        elif block.kind in _LEAVES:
            self.grow(block, text, at)
        else:
            self.grow(self.add(BlockKind.PARAGRAPH), text, at)

    def _is_plain(self, line: str) -> bool:
        """True for what most lines are, and then it is taken: prose at the margin that nothing begins in, or nothing
        at all after prose that stands in no other block."""
        tip = self.open[-1]
        if not line:
            if len(self.open) == 1 or (len(self.open) == 2 and tip.kind is BlockKind.PARAGRAPH):
                self.close_to(1)
                return True
            return False
        if line[0] == " " or line[0] in self.starts:
            return False
        if tip.kind is BlockKind.DOCUMENT:
            self.matched = 1
            tip = self.add(BlockKind.PARAGRAPH)
        elif tip.kind is not BlockKind.PARAGRAPH:
            return False
        self.grow(tip, line, 0)
        return True

    def close_to(self, depth: int) -> None:
        """Close every open block below the first `depth`."""
        while len(self.open) > depth:
            block = self.open.pop()
            if self.open and block.last > self.open[-1].last:
                self.open[-1].last = block.last

    def add(self, kind: BlockKind, mark: str = "", number: int = 0) -> Block:
        """A new block in the innermost one that goes on and can hold it."""
        self.close_to(self.matched)
        while (parent := self.open[-1]).kind in _LEAVES or _HOLDS_ONLY.get(parent.kind, kind) is not kind:
            self.close_to(len(self.open) - 1)
        self._room -= 1
        if self._room < 0:
            raise TooComplexError(phrase("more than %(most)s paragraphs, entries and quotations", most=MAX_BLOCKS))
        block = Block(kind, self.number, mark, number)
        parent.children.append(block)
        self.open.append(block)
        self.matched = len(self.open)
        return block

    def reopen(self, block: Block) -> None:
        """Go on with the last block of the innermost one that goes on."""
        self.open.append(block)
        self.matched = len(self.open)

    def grow(self, block: Block, text: str, at: int) -> None:
        """Add what a line says from column `at` on."""
        block.last = self.number
        if block.kind is BlockKind.PARAGRAPH:
            block.places.append((self.number, at))
            text = text.lstrip(" ")
        block.lines.append(text)
        if block.kind is BlockKind.HTML and read.ends_html(block.mark, text):
            self.close_to(len(self.open) - 1)

    def _blank(self, block: Block, line: str, at: int) -> None:
        """An empty line: it ends a paragraph, is kept in code, and is part of a quotation that it marks as its own."""
        self.close_to(self.matched)
        if block.kind in {BlockKind.FENCE, BlockKind.CODE, BlockKind.HTML}:
            block.lines.append(line[at:])
            if block.kind is not BlockKind.CODE:
                block.last = self.number
        for each in reversed(self.open):
            if each.kind is BlockKind.QUOTE:
                each.last = self.number
                return

    def _continued(self, line: str) -> int | None:
        """How far the open blocks go on in this line; None if there is nothing more to do with it."""
        at, depth = 0, 1
        for block in self.open[1:]:
            goes_on = _GOES_ON.get(block.kind)
            reached = goes_on(block, line, at) if goes_on else at
            if reached is None:
                break
            if reached == TAKEN:
                block.last = self.number
                self.close_to(depth)
                return None
            at, depth = reached, depth + 1
        self.matched = depth
        return at

    def _started(self, line: str, at: int) -> int | None:
        """How far the blocks that start in this line reach; None if they take all of it."""
        while True:
            start = read.start_of_text(line, at)
            if start == len(line):
                return at
            if start - at >= 4:
                if self.open[-1].kind is BlockKind.PARAGRAPH or self.open[self.matched - 1].kind is BlockKind.TABLE:
                    return at
                self.add(BlockKind.CODE)
                return at + 4
            for starts in self.starts.get(line[start], ()):
                reached = starts(self, line, at, start)
                if reached is not None:
                    break
            else:
                return at
            if reached == TAKEN:
                return None
            at = reached

    @property
    def tip(self) -> Block:
        """The innermost block that goes on."""
        return self.open[self.matched - 1]


def _quote_goes_on(_block: Block, line: str, at: int) -> int | None:
    start = read.start_of_text(line, at)
    return read.after_quote(line, start) if start - at < 4 and line.startswith(">", start) else None


def _item_goes_on(block: Block, line: str, at: int) -> int | None:
    start = read.start_of_text(line, at)
    if start == len(line):
        return len(line) if block.children or block.kind is BlockKind.FOOTNOTE else None
    return at + block.number if start - at >= block.number else None


def _paragraph_goes_on(_block: Block, line: str, at: int) -> int | None:
    return None if read.start_of_text(line, at) == len(line) else at


def _fence_goes_on(block: Block, line: str, at: int) -> int | None:
    if read.closes_fence(line, at, block.mark):
        return TAKEN
    return min(read.start_of_text(line, at), at + block.number)


def _code_goes_on(_block: Block, line: str, at: int) -> int | None:
    start = read.start_of_text(line, at)
    return at + 4 if start - at >= 4 or start == len(line) else None


def _html_goes_on(block: Block, line: str, at: int) -> int | None:
    return None if not block.mark and read.start_of_text(line, at) == len(line) else at


def _ends(_block: Block, _line: str, _at: int) -> None:
    return None


_GOES_ON: dict[BlockKind, Callable[[Block, str, int], int | None]] = {
    BlockKind.QUOTE: _quote_goes_on,
    **dict.fromkeys((BlockKind.ITEM, BlockKind.FOOTNOTE, BlockKind.MEANING), _item_goes_on),
    **dict.fromkeys((BlockKind.PARAGRAPH, BlockKind.TABLE), _paragraph_goes_on),
    BlockKind.FENCE: _fence_goes_on,
    BlockKind.CODE: _code_goes_on,
    BlockKind.HTML: _html_goes_on,
    **dict.fromkeys((BlockKind.HEADING, BlockKind.RULE), _ends),
}
