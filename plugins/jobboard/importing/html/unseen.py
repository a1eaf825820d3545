"""What nobody sees in a document: text that is hidden, text for browsers without scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from bs4 import BeautifulSoup
from bs4.element import Tag

from jobboard.source.problem import quoted

NOSCRIPT = "imported-noscript"
"""The class of an element that was a `noscript`: a cleaner would read its content as text."""

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-[0-9]{4,}|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_CLASSES = frozenset({"screen-reader-text", "sr-only", "visually-hidden", "assistive-text", "a11y-hidden"})
MAX_WORDS = 4000


def drop_unseen(soup: BeautifulSoup, notes: Counter[str]) -> None:
    """Take out what is hidden; the note has its words, since a script may have shown them."""
    words: list[str] = []
    for element in soup.find_all(lambda _: True):
        if not element.decomposed and _is_unseen(element):
            words.append(" ".join(element.get_text(" ").split()))
            element.decompose()
    words = [text for text in words if text]
    if words:
        notes[f"hidden text is left out{quoted_words(words)}"] += 1


def quoted_words(texts: Iterable[str]) -> str:
    """Texts as the end of a note: `: 'Name', 'Send'`."""
    shown = ", ".join(quoted(text, MAX_WORDS) for text in texts if text)
    return f": {shown}" if shown else ""


def _is_unseen(element: Tag) -> bool:
    if element.name == "img":
        return False
    classes = set(element.get_attribute_list("class"))
    is_hidden = element.has_attr("hidden") or _HIDDEN.search(str(element.get("style") or "")) is not None
    return is_hidden or bool(classes & _CLASSES) or NOSCRIPT in classes or element.name in ("template", "svg")
