"""What the words of a text cost Python-Markdown, counted before they are read; what they became, before it is HTML.

Each sign is looked for through the text of its paragraph, entry or cell, so the cost is their number times its length.
A label may stand for an address thousands of times, so what it became is counted, too.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown.treeprocessors import Treeprocessor

from jobboard.source.markdown.guard import MAX_HTML, MAX_WORK, SIGNS, TooComplexError
from jobboard.source.message import phrase

_FIRST_WORDS = re.compile(r"\S[^\n]{0,40}")


class CostBefore(Treeprocessor):
    """Raises TooComplexError for paragraphs that are too long for the number of their signs."""

    def run(self, root: ET.Element) -> None:
        texts = [text for element in root.iter() for text in (element.text, element.tail) if text]
        if sum(len(text) ** 2 for text in texts) <= MAX_WORK:
            return  # not even if every character were a sign
        work = 0
        for text in texts:
            work += len(text) * sum(map(text.count, SIGNS))
            if work > MAX_WORK:
                first = _FIRST_WORDS.search(text)
                raise TooComplexError(phrase("too many signs in a long paragraph"), first[0] if first else "")


class LengthAfter(Treeprocessor):
    """Raises TooComplexError for labels that stand for more than a page can hold."""

    def run(self, root: ET.Element) -> None:
        if not self.md.references:
            return
        room = MAX_HTML
        for element in root.iter():
            room -= sum(map(len, element.attrib.values()))
            if room < 0:
                raise TooComplexError(phrase("links by a label that become a page of more than 1 MB"))
