"""Blocks of WordPress's editor that stand for something else: put in where it is known, named where it is not.

A post holds `<!-- wp:block {"ref":7} /-->` for a reusable block, and an empty comment for whatever a program writes
when the page is shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape

_EMPTY = re.compile(r"<!--\s+wp:([a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s+((?:\{[^<>]*\}\s+)?)/-->")
"""The editor writes `<`, `>` and `--` within a block's attributes as `\\u003c` and so on, so none is in them."""

_SILENT = frozenset({"more", "nextpage", "spacer", "separator", "post-featured-image", "post-title", "post-date"})
"""Blocks that show nothing, or what the page of an article shows anyway."""

_MAX_BLOCKS = 200
_MAX_CHARACTERS = 1_000_000
_DEPTH = 5


def with_blocks(
    text: str, blocks: Mapping[str, str], footnotes: tuple[tuple[str, str], ...]
) -> tuple[str, tuple[str, ...]]:
    """A post's text with its reusable blocks (by id) and footnotes in it, and what is shown there but is not known."""
    notes: dict[str, None] = {}
    put_in = characters = 0
    has_footnotes = False

    def fill(found: re.Match[str], depth: int) -> str:
        nonlocal put_in, characters, has_footnotes
        name, attributes = found[1].removeprefix("core/"), _attributes(found[2])
        if name == "block":
            put_in += 1
            inner = blocks.get(str(attributes.get("ref", "")))
            characters += len(inner or "")
            if inner is None or depth > _DEPTH or put_in > _MAX_BLOCKS or characters > _MAX_CHARACTERS:
                notes[f"a reusable block is left out, since the export does not hold it: {attributes.get('ref')}"] = (
                    None
                )
                return ""
            return f"\n\n{_EMPTY.sub(lambda each: fill(each, depth + 1), inner)}\n\n"
        if name == "footnotes":
            has_footnotes = True
            return _list(footnotes)
        if name not in _SILENT:
            words = "; ".join(_words(attributes))
            notes[f"the block {name} is left out: its text is made by a program{f': {words}' if words else ''}"] = None
        return ""

    text = _EMPTY.sub(lambda each: fill(each, 1), text)
    return text if has_footnotes else f"{text}{_list(footnotes)}", tuple(notes)


def _attributes(text: str) -> dict[str, object]:
    try:
        found = json.loads(text) if text.strip() else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _words(value: object) -> list[str]:
    """The texts of more than one word within a block's attributes, which it may show."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in _words(each)]
    if isinstance(value, list):
        return [text for each in value for text in _words(each)]
    return [" ".join(value.split())] if isinstance(value, str) and " " in value.strip() else []


def _list(footnotes: tuple[tuple[str, str], ...]) -> str:
    notes = "".join(
        f'<li id="{escape(id_)}">{html} <a href="#{escape(id_)}-link">↩</a></li>' for id_, html in footnotes
    )
    return f"\n\n<ol>{notes}</ol>\n\n" if notes else ""
