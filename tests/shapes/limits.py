"""Shapes just within what is counted: as many lines, and as many signs, as a body may have."""

from __future__ import annotations

from collections.abc import Callable

from jobboard.source.markdown.guard import (
    MAX_BLOCK_LINES,
    MAX_BODY_BYTES,
    MAX_LINES,
    MAX_NOTES,
    MAX_SIGNS,
    MAX_WORK,
    SIGNS,
)
from tests.shapes.fill import SENTENCE

IN_BLOCKS = {
    "-": "-\n",
    "- a": "- a\n",
    "1. a": "1. a\n",
    "1) a, which goes on": "a\n5) a\n",
    "changing signs": "- a\n+ a\n* a\n",
    "stairs": "".join(" " * (2 * step) + "- a\n" for step in range(12)),
    "- - -": "- - - - - - - - - - - a\n",
    "> > >": "> " * 12 + "a\n",
    "> and not": "> a\nb\n",
    "tabs": "\ta\n",
    "boxes": "- [x] a\n",
    "bullets": "• a\n",
    "many bullets": "• a\n· a\n▪ a\n● a\n○ a\n■ a\n□ a\n► a\n",
    "dashes": "a:\n– a\n– b\n",
    "underlined": "a\n=\n",
    "underlined definitions": "[a]: b\n=\n",
    "rules below definitions": "[a]: b\n-\n",
    "definitions": "[a]: b\n",
    "definitions with a title": '[a]: b "c"\n',
    "definitions with an open title": '[a]: b "c\n',
    "meanings": "a\n: b\n",
    "meanings below definitions": "[a]: b\n: c\n",
    "terms": "a\n" * 100 + ": b\n",
    "headings": "# a\n",
    "empty headings": "#\n",
    "strokes": "|\n",
    "rulers": "|-|\n",
    "rulers with hyphens": "- | -\n",
    "rows": "|a|b|\n",
    "a fence in each": "- ```\n",
    "`": "`a\n",
    "*": "*a\n",
    "a*": "a*\n",
    "[": "[a\n",
    "<b>": "<b>\n",
    "<b>a": "<b>a\n",
    "<!--": "<!-- a\n",
    "comments": "<!-- a -->\n",
    "spaces": "a  \n",
    "backslashes": "a\\\n",
    "footnotes": "[^a]: b\n",
    "abbreviations": "*[a]: b\n",
    "dates": "8 February\n",
    "links": "[a](b)\n",
    "entities": "&amp;\n",
    "words": "a\n",
}
"""Lines that are read together, as many as a paragraph may have, again and again."""

SIGNED = {
    "*a*": "*a* ",
    "*a": "*a ",
    "a*": "a* ",
    "_a": "_a ",
    "***a": "***a ",
    "**a*": "**a* ",
    "`a`": "`a` ",
    "`a": "`a ",
    "``a`": "``a` ",
    "[a](b)": "[a](https://a.example/b) ",
    "[a]": "[a] ",
    "[a][b]": "[a][b] ",
    "pictures": "![a](https://a.example/b.png) ",
    "<i>": "<i>a</i> ",
    "<br>": "a<br> ",
    "< ": "a < b ",
    "<a@b.cc>": "<a@b.cc> ",
    "<https>": "<https://a.example> ",
    "&amp;": "a&amp; ",
    "&": "a & ",
    "escapes": "\\* ",
    "[^a]": "[^a] ",
}


def in_blocks(lines: str, in_a_block: int) -> str:
    """As many of these lines as a body may have, so many between two empty ones."""
    unit = lines * max(1, in_a_block // lines.count("\n")) + "\n"
    return unit * min(MAX_BODY_BYTES // len(unit.encode()), MAX_LINES // unit.count("\n"))


def at_the_limit(unit: str, paragraph: int) -> str:
    """As many of the unit as a body may have, among words, in paragraphs of so many characters."""
    signs = sum(map(unit.count, SIGNS))
    most = MAX_NOTES - 2 if "[^" in unit else (MAX_SIGNS - 2) // signs
    room = MAX_BODY_BYTES - 8000
    in_all = min(most, room // len(unit), MAX_WORK // (signs * min(paragraph, room)))
    words = (SENTENCE * 3)[: room // in_all - len(unit)]
    each = max(1, paragraph // len(unit + words))
    text = "".join((unit + words) * min(each, in_all - at) + "\n\n" for at in range(0, in_all, each))
    return f"{text}\n\n[a]: b\n\n[^a]: c"


AT_LIMITS: dict[str, Callable[[], str]] = {
    f"{kind}: {name}": lambda unit=unit, most=most: in_blocks(unit, most)
    for name, unit in IN_BLOCKS.items()
    for kind, most in {"in blocks": MAX_BLOCK_LINES - 100, "apart": 1}.items()
} | {
    f"at the limit, {kind}: {name}": lambda unit=unit, size=size: at_the_limit(unit, size)
    for name, unit in SIGNED.items()
    for kind, size in {"paragraphs": 2000, "in one": MAX_BODY_BYTES}.items()
}
