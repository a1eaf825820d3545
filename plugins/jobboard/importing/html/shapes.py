"""What the shapes of a document are called, and what is asked of all of them."""

from __future__ import annotations

from bs4.element import Tag

BOXES = frozenset(
    {
        *("div", "section", "article", "header", "footer", "aside", "main", "address", "details", "summary"),
        *("center", "figure", "figcaption", "form", "fieldset", "nav", "menu", "dir", "hgroup", "legend", "option"),
        *("search", "template", "dialog"),
    }
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = BOXES | {
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col"),
    *HEADINGS,
}
INLINE = frozenset(
    {
        *("a", "b", "strong", "i", "em", "span", "u", "font", "del", "ins", "s", "strike", "small", "big", "code"),
        *("tt", "samp", "kbd", "sub", "sup", "q", "cite", "mark", "abbr", "acronym", "time", "var", "dfn", "bdi"),
        *("bdo", "label", "picture", "ruby", "nobr"),
    }
)
"""Marks of a line, which may not go around a block."""

EMPHASIS = {
    "b": ("**", ["strong", "b"]),
    "strong": ("**", ["strong", "b"]),
    "i": ("*", ["em", "i"]),
    "em": ("*", ["em", "i"]),
}
"""The mark of each, and the tags that say the same."""

BREAK = "imported-break"
"""The class of an `hr` that only parts two paragraphs."""

REFERENCE = "data-imported-reference"
"""The attribute of an element that stands for the reference to a footnote, by its number."""


def has_blocks(element: Tag) -> bool:
    """True if an element holds a block."""
    return element.find(list(BLOCKS)) is not None


def attribute(element: Tag, name: str) -> str:
    """The text of an attribute without space around it; empty if there is none."""
    value = element.get(name)
    return value.strip() if isinstance(value, str) else ""


def new_tag(name: str, **attributes: str) -> Tag:
    """An element of no document yet, to be put into one."""
    return Tag(name=name, attrs=attributes, can_be_empty_element=False)
