"""A vacancy and what was guessed of it in, the text of a file out.

Fields come with a comment each: how sure, where it stood, in which words. The body is the document without what fields
say in full; what found no place stands at its end, below a heading of its own. No word is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bs4.element import NavigableString, Tag

from jobboard.importing.html.convert import to_body
from jobboard.importing.html.shapes import HEADINGS
from jobboard.importing.vacancy.guesses.guess import Guess, Sure
from jobboard.importing.vacancy.guesses.lines import Line, Sheet
from jobboard.source.message import phrase
from jobboard.source.text import normal, printable
from jobboard.source.wording import worded

NOT_PLACED = {"en": "Not placed", "fr": "Non placé", "es": "Sin colocar"}
"""The heading of what found no place, by the language of the document."""

_ORDER = (
    *("title", "organisation", "published", "kind", "deadline", "timezone", "apply", "place", "workplace"),
    *("applicants_from", "employment", "contract", "starts", "salary", "benefits", "languages", "skills", "experience"),
    *("education", "travel", "positions", "dates", "reference"),
)
_WANTED = {
    "title": phrase("the title of the job"),
    "organisation": phrase("the id of who hires, a file of content/organisations/"),
    "deadline": phrase('the last day to apply, like 2026-03-31, or "2026-03-31 17:00"'),
    "apply": phrase("how to apply: {email: jobs@example.org}, or {url: https://example.org/apply}"),
}
_LONGEST_COMMENT = 2_000
_FOUND = phrase("%(sure)s, %(where)s: %(words)s")
_SAID_SO = phrase("%(sure)s: %(words)s")
_WITH_NOTE = phrase("%(found)s (%(note)s)")
_MISSING = phrase("not found: %(what)s")
_UNDATED = phrase("not found: the day it appeared, which is not after its deadline")
_DOUBTED = phrase("take away the '# ' if it is so")


def draft_of(
    sheet: Sheet, guesses: Sequence[Guess], *, lang: str, site_lang: str, spoken: str, day: str
) -> tuple[str, list[str]]:
    """The text of the file, and notes on what could not be kept as it was.

    `lang` is the document's, `spoken` that of comments; `day` is the day it appears unless the document says so.
    """
    taken = {guess.field: guess for guess in guesses}
    fields = "".join(f"{line}\n" for line in _fields(taken, lang, site_lang, spoken, day))
    body, notes = _body(sheet, list(taken.values()), lang)
    return f"---\n{fields}---\n\n{body}", notes


def title_in(guesses: Sequence[Guess]) -> str:
    """The title that was guessed, as plain text."""
    value = next((guess.value for guess in guesses if guess.field == "title" and guess.sure > Sure.DOUBTFUL), '""')
    return value[1:-1].replace('\\"', '"').replace("\\\\", "\\")


def _fields(taken: dict[str, Guess], lang: str, site_lang: str, spoken: str, day: str) -> Iterator[str]:
    for name in _ORDER:
        guess = taken.get(name)
        if guess is not None:
            yield _comment(guess, spoken)
            yield f"{'# ' if guess.sure is Sure.DOUBTFUL else ''}{name}: {guess.value}"
        if name in _WANTED and (guess is None or guess.sure is Sure.DOUBTFUL):
            yield f"# {name}: {worded(_MISSING(what=_WANTED[name]), spoken)}"
        if name == "title" and lang and lang != site_lang:
            yield f"lang: {lang}"
        if name == "published":
            yield from [] if guess else _published(taken.get("deadline"), day, spoken)
            yield "status: draft"


def _published(deadline: Guess | None, day: str, spoken: str) -> Iterator[str]:
    """Today, unless the last day to apply was before: then that, which a posting is not published after."""
    last = deadline.value.strip('"')[:10] if deadline is not None and deadline.sure > Sure.DOUBTFUL else day
    if last[:1].isdigit() and last < day:
        yield f"# {worded(_UNDATED, spoken)}"
        day = last
    yield f"published: {day}"


def _comment(guess: Guess, spoken: str) -> str:
    """One line on a guess."""
    words = as_quoted(guess.words)
    found = (
        _FOUND(sure=guess.sure.said, where=guess.where, words=words)
        if guess.where
        else _SAID_SO(sure=guess.sure.said, words=words)
    )
    if guess.note:
        found = _WITH_NOTE(found=found, note=guess.note)
    if guess.sure is Sure.DOUBTFUL:
        found = _WITH_NOTE(found=found, note=_DOUBTED)
    return f"# {' '.join(printable(normal(worded(found, spoken))).split())}"


def as_quoted(words: str) -> str:
    """Words of the document as a comment quotes them, on one line."""
    bare = " ".join(words.split())
    return f'"{bare if len(bare) <= _LONGEST_COMMENT else bare[:_LONGEST_COMMENT] + "…"}"'


def _body(sheet: Sheet, guesses: list[Guess], lang: str) -> tuple[str, list[str]]:
    unplaced = _unplaced(sheet, guesses)
    texts = [_as_html(line) for line in unplaced]
    for line in [*_filled(guesses), *unplaced]:
        line.tag.decompose()
    _drop_empty(sheet)
    _rank_headings(sheet)
    html = str(sheet.soup)
    if texts:
        html += f"<h2>{NOT_PLACED.get(lang, NOT_PLACED['en'])}</h2><ul>{''.join(texts)}</ul>"
    body, notes = to_body(html, "", lambda _address, *, is_picture: "", lang)  # noqa: ARG005 (nothing of it is here)
    return body, list(notes)


def _filled(guesses: list[Guess]) -> Iterator[Line]:
    """The lines that a field says all of, and whose words its comment has."""
    for guess in guesses:
        if (
            guess.fills
            and guess.line is not None
            and guess.sure > Sure.DOUBTFUL
            and len(guess.line.text) <= _LONGEST_COMMENT
        ):
            yield guess.line


def _unplaced(sheet: Sheet, guesses: list[Guess]) -> list[Line]:
    """What stands above the title, and rows of label and value that no field took."""
    filled = {id(line) for line in _filled(guesses)}
    used = {id(guess.line) for guess in guesses if guess.line is not None and guess.sure > Sure.DOUBTFUL}
    title = next((guess.line for guess in guesses if guess.field == "title" and guess.line is not None), None)
    above = (
        sheet.lines[: sheet.lines.index(title)]
        if title in sheet.lines and title is not None and not title.label
        else []
    )
    rows = [
        line
        for line in sheet.lines
        if line.label and (line.field or line.tag.name in ("tr", "dd")) and line not in above
    ]
    rows = [line for line in rows if line.field or _is_of_facts(line)]
    rows = [line for line in rows if id(line) not in used]
    found = [line for line in (*above, *rows) if id(line) not in filled]
    return [line for line in found if not _holds_others(line, found)]


def _is_of_facts(line: Line) -> bool:
    """True for a row of a table in which another row has a label that is known."""
    table = line.tag.find_parent(["table", "dl"])
    return isinstance(table, Tag) and table.get("data-facts") is not None


def _holds_others(line: Line, found: list[Line]) -> bool:
    return any(other is not line and line.tag in other.tag.parents for other in found)


def _as_html(line: Line) -> str:
    if line.label and line.tag.name in ("tr", "dd"):
        return f"<li>{_escaped(line.label)}: {_escaped(line.value)}</li>"
    return f"<li>{line.tag.decode_contents()}</li>" if line.tag.name != "tr" else f"<li>{_escaped(line.text)}</li>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _drop_empty(sheet: Sheet) -> None:
    """Boxes, lists and tables whose lines have all gone; terms without a meaning."""
    for term in sheet.soup.find_all("dt"):
        if term.find_next_sibling("dd") is None:
            term.decompose()
    for tag in reversed(sheet.soup.find_all(["ul", "ol", "table", "tbody", "thead", "dl", "li", "div", "section"])):
        if not tag.decomposed and not tag.get_text().strip():
            tag.decompose()


def _rank_headings(sheet: Sheet) -> None:
    """Headings from the second level on, without a level left out or a colon at their end."""
    headings = sheet.soup.find_all(list(HEADINGS))
    levels = sorted({each.name for each in headings})
    for each in headings:
        each.name = f"h{min(levels.index(each.name) + 2, 6)}"
        words = [node for node in each.descendants if isinstance(node, NavigableString) and node.strip()]
        if words and words[-1].rstrip().endswith(":"):
            words[-1].replace_with(words[-1].rstrip().rstrip(":").rstrip())


__all__ = ["NOT_PLACED", "as_quoted", "draft_of", "title_in"]
