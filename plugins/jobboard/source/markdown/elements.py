"""The blocks of a text as elements, for Python-Markdown to read the words within them.

Python-Markdown's own block parser takes no list below a line of a paragraph, wants four spaces where others take two,
and no fence within an entry. `BlockTree` stands in its place; all that follows it in the library stays as it is.
"""

from __future__ import annotations

import html
import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from typing import Any

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    LINK_RE,
    ImageInlineProcessor,
    LinkInlineProcessor,
    SimpleTagInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, code_escape

from jobboard.source.markdown import block_lines as read
from jobboard.source.markdown.block import Block, BlockKind
from jobboard.source.markdown.blocks import blocks_of, without_definitions
from jobboard.source.markdown.guard import MAX_ADDRESS, TooComplexError
from jobboard.source.markdown.inline_cost import CostBefore, LengthAfter
from jobboard.source.message import phrase

_ESCAPED = re.compile(rf"\\([{re.escape(string.punctuation)}])")
_LABEL = re.compile(r"\[([^\]]*)\]", re.DOTALL)
"""The second part of `[words][label]`, which follows the first at once."""

_STRUCK_TWICE = r"(?<!~)(~~)(?![~\s])((?:[^~]|~(?!~))*?[^\s~])~~(?!~)"
_STRUCK_ONCE = r"(?<!~)(~)(?![~\s])([^~]*[^\s~])~(?!~)"
"""Words between tildes, which hold no others of the kind: so the time it takes grows with the text alone."""


class Dialect(Extension):
    """CommonMark's blocks, line ends and escapes. Named last: footnotes must be there."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        md.preprocessors.deregister("html_block")
        md.treeprocessors.register(CostBefore(md), "cost-before", 25)
        md.treeprocessors.register(_UsedNotes(md), "footnote-used", 18)
        md.treeprocessors.register(LengthAfter(md), "length-after", 17)
        md.ESCAPED_CHARS = list(string.punctuation)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash_break", 178)
        for name in ("reference", "image_reference"):
            pattern: Any = md.inlinePatterns[name]
            pattern.RE_LINK = _LABEL
        md.inlinePatterns.register(SimpleTagInlineProcessor(_STRUCK_TWICE, "del"), "struck_twice", 66)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_STRUCK_ONCE, "del"), "struck_once", 65)
        md.inlinePatterns.register(_Link(LINK_RE, md), "link", 160)
        md.inlinePatterns.register(_Image(IMAGE_LINK_RE, md), "image_link", 150)


class _Target:
    """The target of a link may hold spaces, as names of files do, but not in the address of another site."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        found: tuple[str, str | None, int, bool] = super().getLink(data, index)  # type: ignore[misc]
        href, title, end, handled = found
        return (
            href.replace(" ", "%20"),
            title,
            end,
            handled and "\n" not in href and not ("://" in href and " " in href),
        )


class _Link(_Target, LinkInlineProcessor):
    pass


class _Image(_Target, ImageInlineProcessor):
    pass


class _UsedNotes(Treeprocessor):
    """Takes out the footnotes that nothing refers to, as CommonMark's converters do; the author is told."""

    def run(self, root: ET.Element) -> None:
        notes: Any = self.md.treeprocessors["footnote"]
        if not notes.footnotes.footnotes:
            return
        used = {notes.footnotes.makeFootnoteId(each) for each in notes.footnotes.footnote_order}
        for div in root.findall("div[@class='footnote']"):
            for list_ in div.findall("ol"):
                for note in [each for each in list_ if each.get("id") not in used]:
                    list_.remove(note)
                if not len(list_):
                    root.remove(div)


class CommonMarkdown(Markdown):
    """Python-Markdown with the blocks of CommonMark."""

    def build_parser(self) -> CommonMarkdown:
        super().build_parser()
        self.parser = BlockTree(self)
        return self


class BlockTree(BlockParser):
    """Makes elements of blocks. A footnote is kept as a block until the list of them is made."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._makers = {
            BlockKind.QUOTE: self._add_quote,
            BlockKind.DEFINITIONS: self._add_definitions,
            BlockKind.FENCE: self._add_code,
            BlockKind.CODE: self._add_code,
            BlockKind.HTML: self._add_html,
            BlockKind.RULE: self._add_rule,
            BlockKind.TABLE: self._add_table,
            BlockKind.FOOTNOTE: self._note,
        }

    def parseDocument(self, lines: Iterable[str]) -> ET.ElementTree:  # noqa: N802
        self.root = ET.Element(self.md.doc_tag)
        self._fill(self.root, blocks_of("\n".join(lines)).children, is_tight=False)
        return ET.ElementTree(self.root)

    def parseChunk(self, parent: ET.Element, text: Any) -> None:  # noqa: N802
        """Asked for by footnotes alone."""
        self._fill(parent, text.children, is_tight=False)
        if not len(parent):
            ET.SubElement(parent, "p").text = ""

    def _fill(self, parent: ET.Element, blocks: list[Block], *, is_tight: bool) -> None:
        for block in blocks:
            kind = block.kind
            if kind is BlockKind.PARAGRAPH:
                self._add_paragraph(parent, block, is_tight=is_tight)
            elif kind is BlockKind.LIST:
                self._add_list(parent, block)
            elif kind is BlockKind.HEADING:
                text = self._words(block) if block.mark == "=" else block.lines[0]
                ET.SubElement(parent, f"h{block.number}").text = text
            else:
                self._makers[kind](parent, block)

    def _words(self, block: Block) -> str:
        """The text of a paragraph, without the link definitions at its beginning, which are noted."""
        definitions, text = without_definitions(block.lines)
        for each in definitions:
            if len(each.target) + len(each.title or "") > MAX_ADDRESS:
                raise TooComplexError(
                    phrase("an address of more than %(most)s characters", most=str(MAX_ADDRESS)), f"[{each.label}]:"
                )
            self.md.references.setdefault(
                " ".join(each.label.split()).lower(), (_plain(each.target), _plain(each.title or ""))
            )
        return text.rstrip(" ")

    def _add_paragraph(self, parent: ET.Element, block: Block, *, is_tight: bool) -> None:
        text = self._words(block)
        if not text:
            return
        if is_tight:
            _add_text(parent, text)
        else:
            ET.SubElement(parent, "p").text = text

    def _add_list(self, parent: ET.Element, block: Block) -> None:
        is_numbered = block.mark in {".", ")"}
        list_ = ET.SubElement(parent, "ol" if is_numbered else "ul")
        if is_numbered and block.number != 1:
            list_.set("start", str(block.number))
        is_tight = not block.is_loose
        for item in block.children:
            self._fill(ET.SubElement(list_, "li"), item.children, is_tight=is_tight)

    def _add_quote(self, parent: ET.Element, block: Block) -> None:
        self._fill(ET.SubElement(parent, "blockquote"), block.children, is_tight=False)

    def _add_definitions(self, parent: ET.Element, block: Block) -> None:
        list_ = ET.SubElement(parent, "dl")
        end = block.first
        for child in block.children:
            if child.kind is BlockKind.MEANING:
                is_tight = not child.is_loose and child.first - end <= 1
                self._fill(ET.SubElement(list_, "dd"), child.children, is_tight=is_tight)
            else:
                for line in self._words(child).split("\n"):
                    ET.SubElement(list_, "dt").text = line
            end = child.last

    def _add_code(self, parent: ET.Element, block: Block) -> None:
        code = ET.SubElement(ET.SubElement(parent, "pre"), "code")
        code.text = AtomicString(code_escape("\n".join(block.lines)))

    def _add_html(self, parent: ET.Element, block: Block) -> None:
        _add_text(parent, self.md.htmlStash.store("\n".join(block.lines)))

    def _add_rule(self, parent: ET.Element, _block: Block) -> None:
        ET.SubElement(parent, "hr")

    def _add_table(self, parent: ET.Element, block: Block) -> None:
        table = ET.SubElement(parent, "table")
        head = read.cells(block.lines[0])
        _add_row(ET.SubElement(table, "thead"), "th", head)
        if rows := block.lines[1:]:
            body = ET.SubElement(table, "tbody")
            for row in rows:
                found = read.cells(row)[: len(head)]
                _add_row(body, "td", found + [""] * (len(head) - len(found)))

    def _note(self, _parent: ET.Element, block: Block) -> None:
        notes: Any = self.md.treeprocessors["footnote"]
        if block.mark not in notes.footnotes.footnotes:
            notes.footnotes.setFootnote(block.mark, block)


def _add_text(parent: ET.Element, text: str) -> None:
    """Put words behind what an element holds, on a line of their own."""
    if len(parent):
        parent[-1].tail = f"{parent[-1].tail}\n{text}" if parent[-1].tail else text
    else:
        parent.text = f"{parent.text}\n{text}" if parent.text else text


def _add_row(parent: ET.Element, tag: str, cells: list[str]) -> None:
    row = ET.SubElement(parent, "tr")
    for cell in cells:
        ET.SubElement(row, tag).text = cell


def _plain(text: str) -> str:
    """An address or title without its backslashes, with its entities as characters."""
    return html.unescape(_ESCAPED.sub(r"\1", text))
