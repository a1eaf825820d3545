"""Python-Markdown made to skip what can find nothing in a text: the same HTML, in less time.

Most of its patterns run over every sentence, looking for a footnote or a link in texts that hold none of the characters
these are written with. The extension below looks once at the whole text, and leaves out the patterns whose characters
are not in it.

Why that is safe: what a pattern looks at are parts of the text's lines, so that it can find nothing in a line that is
not in the whole text. Every condition here is weaker than the pattern's own, one that is not named here always runs,
and `test_sparing.py` compares both ways.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import Any, TypeVar

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import AtomicString, Registry

T = TypeVar("T")
Marks = tuple[str, ...]

_IN_LINE = {
    "backtick": ("`", "\\"),
    "escape": ("\\",),
    "footnote": ("[^",),
    **dict.fromkeys(("reference", "link", "short_reference"), ("[",)),
    **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), ("![",)),
    **dict.fromkeys(("autolink", "automail", "html"), ("<",)),
    "linebreak": ("  \n",),
    "backslash_break": ("\\\n",),
    "entity": ("&",),
    **dict.fromkeys(("em_strong", "not_strong"), ("*", "_")),
    **dict.fromkeys(("struck_twice", "struck_once"), ("~",)),
}
"""The pattern of that name can find something only in a text that holds one of these."""


class Sparing(Extension):
    """Named last, so that it finds the steps of the other extensions in their places."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        md.treeprocessors.register(_Inline(md), "inline", 20)
        md.treeprocessors.register(_Unescape(md), "unescape", 0)
        md.preprocessors.register(_Look(md), "look", -100)


class _Look(Preprocessor):
    """Looks at the text when it is ready for the block parser, and chooses the steps that may find something in it."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._in_line = _with_marks(md.inlinePatterns, _IN_LINE)
        marks = {mark for _, its in self._in_line for mark in its}
        inline: Any = md.treeprocessors["inline"]
        inline.any_mark = re.compile("|".join(map(re.escape, sorted(marks))))

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        md: Any = self.md
        md.treeprocessors["inline"].inlinePatterns = _chosen(self._in_line, text)
        md.treeprocessors["unescape"].is_needed = "\\" in text
        return lines


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
