"""The blocks of a Markdown text: lines in, a tree of paragraphs, lists, tables and the like out.

The rules are CommonMark's, tables are GitHub's, footnotes and definition lists those of Python-Markdown.
"""

from __future__ import annotations

from jobboard.source.markdown import block_lines as read
from jobboard.source.markdown.block import Block, BlockKind
from jobboard.source.markdown.grower import TAKEN, Grower, Starts


def blocks_of(text: str) -> Block:
    """The document. Tabs reach to the next multiple of four columns."""
    grower = Grower(_STARTS)
    for number, line in enumerate(text.expandtabs(4).split("\n")):
        grower.take(line, number)
    grower.close_to(0)
    return grower.document


def without_definitions(lines: list[str]) -> tuple[list[read.LinkDefinition], str]:
    """The link definitions that a paragraph begins with, and its other text."""
    text = "\n".join(lines)
    if not text.startswith("["):
        return [], text
    found, end = [], 0
    for definition, end in read.definitions(text):  # noqa: B007 (the last place is the one that counts)
        found.append(definition)
    return found, text[end:]


def _start_quote(grower: Grower, line: str, _at: int, start: int) -> int | None:
    grower.add(BlockKind.QUOTE)
    return read.after_quote(line, start)


def _start_heading(grower: Grower, line: str, _at: int, start: int) -> int | None:
    found = read.heading(line, start)
    if found is None:
        return None
    grower.add(BlockKind.HEADING, "#", found[0]).lines.append(found[1])
    return TAKEN


def _start_underlined(grower: Grower, line: str, _at: int, start: int) -> int | None:
    level = read.underlined(line, start) if grower.tip.kind is BlockKind.PARAGRAPH else 0
    if not level or not without_definitions(grower.tip.lines)[1]:
        return None
    block = grower.tip
    block.kind, block.mark, block.number, block.last = BlockKind.HEADING, "=", level, grower.number
    return TAKEN


def _start_rule(grower: Grower, line: str, _at: int, start: int) -> int | None:
    if not read.is_rule(line, start):
        return None
    grower.add(BlockKind.RULE)
    return TAKEN


def _start_fence(grower: Grower, line: str, at: int, start: int) -> int | None:
    mark = read.opens_fence(line, start)
    if not mark:
        return None
    grower.add(BlockKind.FENCE, mark, start - at)
    return TAKEN


def _start_html(grower: Grower, line: str, at: int, start: int) -> int | None:
    kind = read.html(line, start)
    if kind is None or (kind == "tag" and grower.open[-1].kind is BlockKind.PARAGRAPH):
        return None
    block = grower.add(BlockKind.HTML, "" if kind in {"block", "tag"} else kind)
    grower.grow(block, line[at:], at)
    return TAKEN


def _start_item(grower: Grower, line: str, at: int, start: int) -> int | None:
    found = read.marker(line, at, start)
    if found is None or (
        grower.tip.kind is BlockKind.PARAGRAPH and (found.is_empty or found.number > 1 or _is_zero(found))
    ):
        return None
    if grower.tip.kind is not BlockKind.LIST or grower.tip.mark != found.sign:
        grower.add(BlockKind.LIST, found.sign, found.number)
    grower.add(BlockKind.ITEM, number=found.width)
    return found.end


def _is_zero(marker: read.Marker) -> bool:
    return marker.sign in ".)" and marker.number != 1


def _start_footnote(grower: Grower, line: str, _at: int, start: int) -> int | None:
    found = read.footnote(line, start)
    if found is None:
        return None
    grower.add(BlockKind.FOOTNOTE, found[0], 4)
    return found[1]


def _start_meaning(grower: Grower, line: str, _at: int, start: int) -> int | None:
    """`:   Meaning`, below its terms or below an empty line after them."""
    end, tip = read.after_colon(line, start), grower.tip
    if end is None:
        return None
    if tip.kind is not BlockKind.DEFINITIONS:
        holder = grower.open[grower.matched - 2] if tip.kind is BlockKind.PARAGRAPH else tip
        terms = holder.children[-1] if holder.children else None
        if terms is None or terms.kind is not BlockKind.PARAGRAPH or not without_definitions(terms.lines)[1]:
            return None
        grower.matched -= tip.kind is BlockKind.PARAGRAPH
        grower.close_to(grower.matched)
        holder.children.pop()
        if holder.children and holder.children[-1].kind is BlockKind.DEFINITIONS:
            grower.reopen(holder.children[-1])
        else:
            grower.add(BlockKind.DEFINITIONS).first = terms.first
        grower.tip.children.append(terms)
    grower.add(BlockKind.MEANING, number=4)
    return end


def _start_table(grower: Grower, line: str, _at: int, start: int) -> int | None:
    """The line of strokes makes the last line of the paragraph above it the head of a table."""
    tip = grower.tip
    if tip.kind is not BlockKind.PARAGRAPH or not read.is_delimiters(line, start):
        return None
    if len(read.cells(tip.lines[-1])) != len(read.cells(line)):
        return None
    head = tip.lines.pop()
    tip.places.pop()
    tip.last = grower.number - 2
    grower.matched -= 1
    if not tip.lines:
        grower.close_to(grower.matched)
        grower.tip.children.pop()
    table = grower.add(BlockKind.TABLE)
    table.first -= 1
    table.lines.append(head)
    return TAKEN


_STARTS: Starts = {
    ">": (_start_quote,),
    "#": (_start_heading,),
    "<": (_start_html,),
    "=": (_start_underlined,),
    "-": (_start_underlined, _start_rule, _start_item, _start_table),
    "*": (_start_rule, _start_item),
    "+": (_start_item,),
    "_": (_start_rule,),
    "[": (_start_footnote,),
    ":": (_start_meaning, _start_table),
    "|": (_start_table,),
    **dict.fromkeys("`~", (_start_fence,)),
    **dict.fromkeys("0123456789", (_start_item,)),
}
