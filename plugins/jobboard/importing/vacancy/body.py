"""The body of a draft: a document without what fields say in full, its headings in order, what found no place last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bs4.element import NavigableString, Tag

from jobboard.importing.html.convert import to_body
from jobboard.importing.html.shapes import HEADINGS
from jobboard.importing.vacancy.guesses.guess import Guess, Sure
from jobboard.importing.vacancy.guesses.lines import Line, Lined
from jobboard.source.content.left_over import NOT_PLACED

LONGEST_QUOTED = 2_000
"""Characters of a line that a comment can have instead of the body."""

_LONGEST_FACT = 200
"""Characters of a label with its value; what is longer is text."""


def body_of(sheet: Lined, guesses: Sequence[Guess], lang: str) -> tuple[str, tuple[str, ...]]:
    """The body in Markdown, and notes on what could not be kept as it was. Takes the document apart."""
    filled = list(_filled(guesses))
    unplaced = _unplaced(sheet, guesses, filled)
    entries = "".join(map(_as_entry, unplaced))
    for line in (*filled, *unplaced):
        line.tag.decompose()
    _drop_empty(sheet)
    _rank_headings(sheet)
    html = str(sheet.soup)
    if entries:
        html += f"<h2>{NOT_PLACED.get(lang, NOT_PLACED['en'])}</h2><ul>{entries}</ul>"
    return to_body(html, "", lambda _address, *, is_picture: "", lang)  # noqa: ARG005 (nothing of it is here)


def _filled(guesses: Sequence[Guess]) -> Iterator[Line]:
    """The lines that a field says all of, and whose words its comment has."""
    for guess in guesses:
        is_counted = guess.fills and guess.sure > Sure.DOUBTFUL
        if is_counted and guess.line is not None and len(guess.line.text) <= LONGEST_QUOTED:
            yield guess.line


def _unplaced(sheet: Lined, guesses: Sequence[Guess], filled: Sequence[Line]) -> list[Line]:
    """What stands above the title or is of the letter around it, and facts that no field took."""
    above = _beside(sheet, guesses)
    used = [guess.line for guess in guesses if guess.line is not None and guess.sure > Sure.DOUBTFUL]
    facts = [line for line in _facts(sheet) if not _is_among(line, (*used, *above))]
    found = [line for line in (*above, *facts) if not _is_among(line, filled)]
    return [line for line in found if not any(line.tag in other.tag.parents for other in found)]


def _beside(sheet: Lined, guesses: Sequence[Guess]) -> list[Line]:
    """What stands above the title, and what is of the letter around it."""
    above = _above_title(sheet, guesses)
    return [*above, *(line for line in sheet.lines if line.is_aside and not _is_among(line, above))]


def _above_title(sheet: Lined, guesses: Sequence[Guess]) -> list[Line]:
    title = next((guess.line for guess in guesses if guess.field == "title" and guess.line is not None), None)
    if title is None or title.label or title not in sheet.lines:
        return []
    return sheet.lines[: sheet.lines.index(title)]


def _facts(sheet: Lined) -> Iterator[Line]:
    """Labels with their values: those that are known, and all others of a table that has such."""
    tables = [_table_of(line) for line in sheet.lines if line.label and line.field]
    for line in sheet.lines:
        is_beside = any(table is not None and table is _table_of(line) for table in tables)
        if line.label and (line.field or is_beside) and len(line.text) <= _LONGEST_FACT:
            yield line


def _table_of(line: Line) -> Tag | None:
    found = line.tag.find_parent(["table", "dl"])
    return found if isinstance(found, Tag) else None


def _is_among(line: Line, others: Sequence[Line]) -> bool:
    return any(line is other for other in others)


def _as_entry(line: Line) -> str:
    """A line as the entry of a list."""
    if line.tag.name in ("tr", "dd"):
        return f"<li>{_escaped(f'{line.label}: {line.value}' if line.label else line.text)}</li>"
    return f"<li>{line.tag.decode_contents()}</li>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _drop_empty(sheet: Lined) -> None:
    """Boxes, lists and tables whose lines have all gone; terms without a meaning."""
    for term in sheet.soup.find_all("dt"):
        if term.find_next_sibling("dd") is None:
            term.decompose()
    for tag in reversed(sheet.soup.find_all(["ul", "ol", "table", "tbody", "thead", "dl", "li", "div", "section"])):
        if not tag.decomposed and not tag.get_text().strip():
            tag.decompose()


def _rank_headings(sheet: Lined) -> None:
    """Headings from the second level on, without a level left out or a colon at their end."""
    headings = sheet.soup.find_all(list(HEADINGS))
    levels = sorted({each.name for each in headings})
    for each in headings:
        each.name = f"h{min(levels.index(each.name) + 2, 6)}"
        words = [node for node in each.descendants if isinstance(node, NavigableString) and node.strip()]
        if words and words[-1].rstrip().endswith(":"):
            words[-1].replace_with(words[-1].rstrip().rstrip(":").rstrip())
