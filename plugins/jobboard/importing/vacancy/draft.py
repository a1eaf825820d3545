"""A vacancy and what was guessed of it in, the text of a file out.

Fields come with a comment each: how sure, where it stood, in which words. No word of the document is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jobboard.importing.vacancy.body import LONGEST_QUOTED, body_of
from jobboard.importing.vacancy.guesses.guess import Guess, Sure
from jobboard.importing.vacancy.guesses.lines import Lined
from jobboard.source.message import phrase
from jobboard.source.text import normal, printable
from jobboard.source.wording import worded

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
_FOUND = phrase("%(sure)s, %(where)s: %(words)s")
_SAID_SO = phrase("%(sure)s: %(words)s")
_WITH_NOTE = phrase("%(found)s (%(note)s)")
_MISSING = phrase("not found: %(what)s")
_UNDATED = phrase("not found: the day it appeared, which is not after its deadline")
_DOUBTED = phrase("take away the '# ' if it is so")


def draft_of(
    sheet: Lined, guesses: Sequence[Guess], *, lang: str, site_lang: str, spoken: str, day: str
) -> tuple[str, list[str]]:
    """The text of the file, and notes on what could not be kept as it was.

    `lang` is the document's, `spoken` that of comments; `day` is the day it appears unless the document says so.
    """
    taken = {guess.field: guess for guess in guesses}
    fields = "".join(f"{line}\n" for line in _fields(taken, lang, site_lang, spoken, day))
    body, notes = body_of(sheet, list(taken.values()), lang)
    return f"---\n{fields}---\n\n{body}", list(notes)


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
    return f'"{bare if len(bare) <= LONGEST_QUOTED else bare[:LONGEST_QUOTED] + "…"}"'
