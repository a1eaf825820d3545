"""What one line of Markdown may begin or end: patterns and columns, no state. Tabs are spaces by now."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_HEADING = re.compile(r"(#{1,6})(?:[ ]+|$)(.*)$")
_SETEXT = re.compile(r"(=+|-+)[ ]*$")
_RULE = re.compile(r"(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})$")
_BULLET = re.compile(r"([-*+])([ ]+|$)")
_NUMBER = re.compile(r"(\d{1,9})([.)])([ ]+|$)", re.ASCII)
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]:[ ]*")
_MEANING = re.compile(r":[ ]+(?=[^ ])")
_DELIMITERS = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_DEFINITION = re.compile(
    r"""
    [ ]{0,3}\[(?P<label>(?:[^\[\]\\]|\\.){1,999})\]:
    [ ]*\n?[ ]*
    (?:<(?P<angled>(?:[^<>\n\\]|\\.)*)>|(?P<target>[^\s<]\S*))
    (?P<titled>(?:[ ]+|[ ]*\n[ ]*)
        (?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|\((?P<round>(?:[^()\\]|\\.)*)\))
        [ ]*(?=\n|$)
    )?
    """,
    re.VERBOSE | re.DOTALL,
)
_LINE_END = re.compile(r"[ ]*(?:\n|$)")

_BLOCK_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt"
    "|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu"
    "|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr"
    "|track|ul"
)
_ATTRIBUTE = r"""[ ]+[a-zA-Z_:][\w.:-]*(?:[ ]*=[ ]*(?:[^ "'=<>`]+|'[^']*'|"[^"]*"))?"""
_HTML = re.compile(
    rf"""
    <(?:
        (?P<raw>(?:script|pre|style|textarea)(?=[ >]|$))
        | (?P<comment>!--)
        | (?P<instruction>\?)
        | (?P<data>!\[CDATA\[)
        | (?P<declaration>![a-zA-Z])
        | (?P<block>/?(?:{_BLOCK_TAGS})(?=[ ]|/?>|$))
        | (?P<tag>(?:[a-zA-Z][a-zA-Z0-9-]*(?:{_ATTRIBUTE})*[ ]*/?|/[a-zA-Z][a-zA-Z0-9-]*[ ]*)>[ ]*$)
    )
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_HTML_ENDS = {
    "raw": re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    "comment": re.compile("-->"),
    "instruction": re.compile(r"\?>"),
    "data": re.compile(r"\]\]>"),
    "declaration": re.compile(">"),
}


class Marker(Struct, frozen=True):
    """How an entry of a list begins: its sign, its number, the columns up to its text, where that starts."""

    sign: str
    number: int
    width: int
    end: int
    is_empty: bool


class LinkDefinition(Struct, frozen=True):
    """`[label]: target "title"`."""

    label: str
    target: str
    title: str | None


def start_of_text(line: str, at: int) -> int:
    """The column of the first character from `at` on that is no space; the line's length if there is none."""
    rest = line[at:]
    return at + len(rest) - len(rest.lstrip(" "))


def after_quote(line: str, start: int) -> int:
    """The column behind `>` and the space that belongs to it."""
    return start + 2 if line.startswith(" ", start + 1) else start + 1


def opens_fence(line: str, start: int) -> str:
    """The sign of a fence that begins here, empty if none does."""
    found = _FENCE.match(line, start)
    return (found[1] or found[2]) if found else ""


def closes_fence(line: str, at: int, mark: str) -> bool:
    """True for the line that ends the fence which began with `mark`."""
    text = line[at:].rstrip()
    sign = text.lstrip(" ")
    return len(text) - len(sign) < 4 and len(sign) >= len(mark) and not sign.strip(mark[0])


def heading(line: str, start: int) -> tuple[int, str] | None:
    """The level and the words of a heading that begins with `#`."""
    found = _HEADING.match(line, start)
    if found is None:
        return None
    words = found[2].rstrip(" ")
    before = words.rstrip("#")
    is_closed = not before or before.endswith(" ")
    return len(found[1]), (before if is_closed else words).strip(" ")


def underlined(line: str, start: int) -> int:
    """The level that this line makes the paragraph above a heading of, 0 if it does not."""
    found = _SETEXT.match(line, start)
    return 0 if found is None else 1 if found[1][0] == "=" else 2


def is_rule(line: str, start: int) -> bool:
    """True for a line across the text."""
    return _RULE.match(line, start) is not None


def marker(line: str, at: int, start: int) -> Marker | None:
    """The entry of a list that begins at `start`, indented from `at`."""
    if found := _BULLET.match(line, start):
        sign, number, gap = found[1], 0, found[2]
    elif found := _NUMBER.match(line, start):
        sign, number, gap = found[2], int(found[1]), found[3]
    else:
        return None
    is_empty = found.end() == len(line)
    end = found.end() if not is_empty and len(gap) <= 4 else found.end() - len(gap) + bool(gap)
    return Marker(sign, number, end - at + (not gap), end, is_empty)


def footnote(line: str, start: int) -> tuple[str, int] | None:
    """The name of a footnote whose text begins on this line, and where."""
    found = _FOOTNOTE.match(line, start)
    return (found[1], found.end()) if found else None


def after_colon(line: str, start: int) -> int | None:
    """Where the text of a meaning in a definition list begins."""
    found = _MEANING.match(line, start)
    return found.end() if found else None


def html(line: str, start: int) -> str | None:
    """The kind of HTML block that begins here: a key of what ends it, or `block` or `tag`, ended by an empty line."""
    found = _HTML.match(line, start)
    return found.lastgroup if found else None


def ends_html(kind: str, line: str) -> bool:
    """True for the line with which an HTML block of that kind ends."""
    return kind in _HTML_ENDS and _HTML_ENDS[kind].search(line) is not None


def is_delimiters(line: str, start: int) -> bool:
    """True for the line between a table's head and its rows."""
    return _DELIMITERS.match(line, start) is not None


def cells(row: str) -> list[str]:
    r"""The cells of a table's row; `\|` is a stroke within one."""
    row = row.strip().removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return [cell.strip().replace("\\|", "|") for cell in _CELL_END.split(row)]


def definitions(text: str) -> Iterator[tuple[LinkDefinition, int]]:
    """The link definitions a paragraph begins with, each with the place where it ends."""
    at = 0
    while found := _DEFINITION.match(text, at):
        at = found.end()
        title = next((each for each in found.group("double", "single", "round") if each is not None), None)
        target = found["target"] if found["angled"] is None else found["angled"]
        ended = _LINE_END.match(text, at)
        if ended is None or not found["label"].strip() or target.count("(") != target.count(")"):
            return
        at = ended.end()
        yield LinkDefinition(found["label"], target, title), at
