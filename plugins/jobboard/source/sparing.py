"""Python-Markdown made to skip what can find nothing in a text: the same HTML, for less than half the time.

Most of its steps run over every block and every sentence, looking for a table, a footnote or a link in texts that hold
none of the characters these are written with. The extension below looks once at the whole text, and leaves out the
steps whose characters are not in it.

Why that is safe: what a step looks at are lines of the text, or their ends (a quotation or list takes its marks off
their beginnings), so that it can find nothing on a line that is not in the whole text. Every condition here is weaker
than the step's own, a step that is not named here always runs, and `test_sparing.py` compares both ways.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import Any, TypeVar

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.preprocessors import HtmlBlockPreprocessor, Preprocessor
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import AtomicString, Registry

T = TypeVar("T")
Marks = tuple[str, ...]

TOC = "[TOC]"

_BLOCKS = {
    **dict.fromkeys(("indent", "defindent", "code"), ("    ",)),
    "hashheader": ("#",),
    "setextheader": ("=", "-\n", "- \n", "-  "),
    "hr": ("---", "- -", "-  -", "***", "* *", "*  *", "___", "_ _", "_  _"),
    "olist": (". ",),
    "ulist": ("* ", "+ ", "- "),
    "quote": (">",),
    "deflist": (": ",),
    "table": ("|",),
    "abbr": ("*[",),
    "footnote": ("[^",),
    "reference": ("]:",),
}
"""The block processor of that name can find something only in a text that holds one of these."""

_IN_LINE = {
    "backtick": ("`", "\\"),
    "escape": ("\\",),
    "footnote": ("[^",),
    **dict.fromkeys(("reference", "link", "short_reference"), ("[",)),
    **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), ("![",)),
    **dict.fromkeys(("autolink", "automail", "html"), ("<",)),
    "linebreak": ("  \n",),
    "entity": ("&",),
    **dict.fromkeys(("em_strong", "em_strong2", "not_strong"), ("*", "_")),
}
"""The same for the patterns that are looked for within a block."""


class Sparing(Extension):
    """Named last, so that it finds the steps of the other extensions in their places."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        md.preprocessors.register(_HtmlBlocks(md), "html_block", 20)
        md.parser.blockprocessors.register(_HashHeader(md.parser), "hashheader", 70)
        md.treeprocessors.register(_Inline(md), "inline", 20)
        md.treeprocessors.register(_Unescape(md), "unescape", 0)
        md.preprocessors.register(_Look(md), "look", -100)


class _Toc(TocTreeprocessor):
    """Anchors for headings as ever; a table of contents only where the text asks for one."""

    is_asked_for = True

    def build_toc_div(self, toc_list: list[Any]) -> ET.Element:
        return super().build_toc_div(toc_list) if self.is_asked_for else ET.Element("div")

    def replace_marker(self, root: ET.Element, elem: ET.Element) -> None:
        if self.is_asked_for:
            super().replace_marker(root, elem)


class SparingToc(TocExtension):
    """In the place of `toc`."""

    TreeProcessorClass = _Toc


class _Look(Preprocessor):
    """Looks at the text when it is ready for the block parser, and chooses the steps that may find something in it."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._blocks = _with_marks(md.parser.blockprocessors, _BLOCKS)
        self._in_line = _with_marks(md.inlinePatterns, _IN_LINE)
        marks = {mark for _, its in self._in_line for mark in its}
        inline: Any = md.treeprocessors["inline"]
        inline.any_mark = re.compile("|".join(map(re.escape, sorted(marks))))

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        md: Any = self.md
        md.parser.blockprocessors = _chosen(self._blocks, text)
        md.treeprocessors["inline"].inlinePatterns = _chosen(self._in_line, text)
        md.treeprocessors["unescape"].is_needed = "\\" in text
        md.treeprocessors["toc"].is_asked_for = TOC in text
        return lines


class _HtmlBlocks(HtmlBlockPreprocessor):
    """Without one of these characters the parser of HTML gives back what it was given."""

    def run(self, lines: list[str]) -> list[str]:
        return super().run(lines) if any("<" in line or "&" in line for line in lines) else lines


class _HashHeader(HashHeaderProcessor):
    """The expression for headings is the dearest of all, and most blocks of a text that has some hold none."""

    def test(self, parent: ET.Element, block: str) -> bool:
        return "#" in block and super().test(parent, block)


class _Inline(InlineProcessor):
    """Passes over the texts in which no pattern can begin, by marking them as not to be looked at meanwhile."""

    any_mark: re.Pattern[str]

    def run(self, tree: ET.Element, ancestors: list[str] | None = None) -> ET.Element:
        passed: list[ET.Element] = []
        for element in tree.iter():
            text = element.text
            if text and not isinstance(text, AtomicString) and not self.any_mark.search(text):
                element.text = AtomicString(text)
                passed.append(element)
        super().run(tree, ancestors)
        for element in passed:
            element.text = str(element.text)
        return tree


class _Unescape(UnescapeTreeprocessor):
    """Escaped characters come from backslashes only."""

    is_needed = True

    def run(self, root: ET.Element) -> None:
        if self.is_needed:
            super().run(root)


def _with_marks(steps: Registry[T], marks: Mapping[str, Marks]) -> list[tuple[T, Marks]]:
    """Each step with its marks; of those of which nothing is known every text holds one, the empty one."""
    known = {steps[name]: its for name, its in marks.items() if name in steps}
    return [(step, known.get(step, ("",))) for step in steps]


def _chosen(steps: list[tuple[T, Marks]], text: str) -> list[T]:
    return [step for step, marks in steps if any(mark in text for mark in marks)]
