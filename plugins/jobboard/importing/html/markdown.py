"""Clean HTML in, Markdown that means the same out, as both engines of `source/markdown/convert.py` read it.

Nested lists by four spaces; what Markdown has no mark for stays a tag that a text may hold.
Before, `reshape` has seen to it that marks of a line hold no blocks, and that a table is one of single lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from bs4.element import PageElement, Tag

from jobboard.importing.html.markdown_line import code_lines, code_span, guarded, inline
from jobboard.importing.html.shapes import BLOCKS, BREAK, HEADINGS, has_blocks

_HEADING_END = re.compile(r"(#+)$")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_TRAILING = re.compile(r"(?<=\S)(?: |\t| {3,})$", re.MULTILINE)
_APART = "<!-- -->"
"""Between two blocks that would be read as one, say a list and code."""


def to_markdown(soup: Tag, footnotes: Iterable[tuple[int, Tag]] = ()) -> str:
    """The Markdown of a document that was cleaned and reshaped, its footnotes last."""
    blocks = [_joined(_blocks(soup))]
    for number, note in footnotes:
        text = _joined(_blocks(note)) or "\u2013"
        blocks.append(f"[^{number}]: {_indented(text).lstrip()}")
    return tidy("\n\n".join(blocks))


def tidy(text: str) -> str:
    """One empty line between paragraphs, no spaces at line ends but the two that break a line, one line end last."""
    text = _BLANK_LINES.sub("\n\n", text.replace("\u00a0\n", "\n"))
    return _TRAILING.sub("", text).strip("\n") + "\n" if text.strip() else ""


def _joined(blocks: Iterable[str]) -> str:
    """Blocks below each other; what would run into the block before is kept apart from it."""
    done: list[str] = []
    for block in blocks:
        if not block.strip():
            continue
        if done and _runs_into(done[-1], block):
            done.append(_APART)
        done.append(block)
    return "\n\n".join(done)


def _runs_into(before: str, block: str) -> bool:
    is_list = re.match(r"(?:-|[0-9]+\.) ", before) is not None or "\n:   " in before
    follows = re.match(r"(?: {4}|- {3}|[0-9]+\. )", block)
    return is_list and follows is not None


def _blocks(container: Tag) -> Iterator[str]:
    """The blocks within an element, each as Markdown without a last line end."""
    run: list[PageElement] = []
    for child in container.children:
        if isinstance(child, Tag) and (child.name in BLOCKS or has_blocks(child)):
            yield _paragraph(run)
            run = []
            yield from _block(child)
        else:
            run.append(child)
    yield _paragraph(run)


def _block(element: Tag) -> Iterator[str]:
    name = element.name
    if name in HEADINGS:
        text = _line(element.children)
        yield f"{'#' * int(name[1])} {_HEADING_END.sub(_escaped_end, text)}" if text else ""
    elif name == "pre":
        yield _code_block(element)
    elif name == "blockquote":
        yield "\n".join(f"> {line}".rstrip() for line in _joined(_blocks(element)).split("\n"))
    elif name in ("ul", "ol"):
        yield _list(element)
    elif name == "dl":
        yield "\n\n".join(_definitions(element))
    elif name == "table":
        yield _table(element)
    elif name == "hr":
        yield "" if BREAK in element.get_attribute_list("class") else "* * *"
    else:
        yield from _blocks(element)


def _escaped_end(found: re.Match[str]) -> str:
    return "".join(f"\\{mark}" for mark in found[1])


def _paragraph(nodes: list[PageElement]) -> str:
    """A run of words and marks as a paragraph, broken where it says so."""
    lines = [" ".join(line.split(" ")).strip(" ") for line in inline(nodes).split("\n")]
    lines = [re.sub(" {2,}", " ", line) for line in lines]
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return "  \n".join(guarded(line) for line in lines if line.strip())


def _line(nodes: Iterable[PageElement]) -> str:
    """A run of words and marks on one line."""
    return re.sub(" {2,}", " ", inline(list(nodes)).replace("\n", " ")).strip()


def _code_block(element: Tag) -> str:
    lines = code_lines(element)
    return "\n".join(f"    {line}" if line.strip() else "" for line in lines)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line.strip() else "" for line in text.split("\n"))


def _list(element: Tag) -> str:
    start = str(element.get("start") or "")
    number = int(start) if start.isdigit() and start.isascii() else 1
    entries = []
    for item in element.find_all("li", recursive=False):
        text = _entry(item)
        if text:
            bullet = f"{number}." if element.name == "ol" else "-"
            entries.append(f"{bullet:<3} {_indented(text).lstrip()}")
            number += 1
    is_loose = any("\n\n" in entry for entry in entries)
    return ("\n\n" if is_loose else "\n").join(entries)


def _entry(item: Tag) -> str:
    """An entry of a list: a list right below its first line is near to it, all else stands apart."""
    blocks = _begun(item)
    if not blocks:
        return ""
    text = blocks[0]
    for before, block in pairwise(blocks):
        is_list = re.match(r"(?:-|[0-9]+\.) ", block) is not None
        is_near = is_list and not re.match(r"(?:-|[0-9]+\.) |\||>", before) and len(blocks) == 2
        between = f"\n\n{_APART}\n\n" if _runs_into(before, block) else "\n" if is_near else "\n\n"
        text += between + block
    return text


def _begun(item: Tag) -> list[str]:
    """The blocks of an entry; code it begins with is lines of words, since code cannot begin one."""
    blocks = [block for block in _blocks(item) if block.strip()]
    return [_in_lines(blocks[0]), *blocks[1:]] if blocks else []


def _in_lines(block: str) -> str:
    """A block that is code as lines of words, any other as it is."""
    if not block.startswith("    "):
        return block
    return "  \n".join(code_span(line.strip()) for line in block.split("\n") if line.strip())


def _definitions(element: Tag) -> Iterator[str]:
    """Terms and what they mean, a group at a time; without a term it is a paragraph."""
    terms: list[str] = []
    meanings: list[str] = []
    for child in element.find_all(["dt", "dd"]):
        if child.find_parent("dl") is not element:
            continue
        if child.name == "dt":
            if meanings:
                yield "\n".join([*terms, *meanings])
                terms, meanings = [], []
            terms += filter(None, [guarded(_line(child.children))])
        elif text := "\n\n".join(map(_in_lines, _begun(child))):
            meanings.append(f":   {_indented(text).lstrip()}" if terms else text)
    yield "\n".join([*terms, *meanings])


def _table(element: Tag) -> str:
    """A table of single lines; every row has as many cells as the widest."""
    rows = [row for row in element.find_all("tr") if row.find(["td", "th"])]
    cells = [[text for cell in row.find_all(["td", "th"], recursive=False) for text in _cell(cell)] for row in rows]
    if not cells:
        return ""
    width = max(len(row) for row in cells)
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in cells]
    is_headed = rows[0].find("td") is None
    head = [lines[0]] if is_headed else [f"|{'  |' * width}"]
    return "\n".join([*head, f"|{' --- |' * width}", *lines[is_headed:]])


def _cell(cell: Tag) -> list[str]:
    span = str(cell.get("colspan") or "1")
    text = re.sub(r"(?:\s*\n\s*)+", "<br>", inline(list(cell.children)).strip())
    return [text.replace("|", "&#124;"), *[""] * (min(int(span), 50) - 1 if span.isdigit() and span.isascii() else 0)]
