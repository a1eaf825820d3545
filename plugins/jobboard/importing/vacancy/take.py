"""A document in, drafts in the content folder out, one for each vacancy that it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jobboard.importing.html.convert import to_words
from jobboard.importing.sources.entry import ImportFailedError
from jobboard.importing.vacancy.draft import draft_of, title_in
from jobboard.importing.vacancy.guesses.every import Circumstances, best_guesses, language_of_text
from jobboard.importing.vacancy.guesses.guess import Guess, Sure
from jobboard.importing.vacancy.guesses.lines import Lined, lined_of
from jobboard.importing.vacancy.guesses.recruiter import Recruiter, read_recruiters
from jobboard.importing.vacancy.papers.paper import Paper
from jobboard.importing.vacancy.papers.reader import read_papers
from jobboard.importing.vacancy.split import MAX_VACANCIES, vacancies_in
from jobboard.importing.write import write_whole
from jobboard.source.content.taken_names import names_in
from jobboard.source.kinds import RESERVED
from jobboard.source.message import Phrase, phrase
from jobboard.source.problem import did_you_mean, quoted
from jobboard.source.slug import is_device, to_name

_FOLDER = "postings"
_MAX_LETTERS, _MAX_LINES = 150_000, 6_000
"""Of a document; a long vacancy has ten thousand characters in two hundred lines."""

_UNTITLED = "vacancy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What is asked for. `day` is today (ISO); `lang` is the document's if it was named, `spoken` that of comments;
    `announce` is told how many vacancies there are, before `wants` is asked for each of several by its title, and
    answers whether it is written. `data` is what the document holds, if `source` is but its name."""

    source: str
    content: Path
    shown_as: str
    day: str
    site_lang: str
    organisation: str = ""
    lang: str = ""
    spoken: str = "en"
    is_dry: bool = False
    announce: Callable[[Phrase], None] = lambda _: None
    data: bytes | None = None
    wants: Callable[[str], bool] = lambda _: True


@dataclass(slots=True)
class Taken:
    """What became of a document: the paths of drafts, as they are shown, and what is to be said."""

    paths: list[str] = field(default_factory=list)
    said: list[Phrase] = field(default_factory=list)


def take_vacancies(handover: Handover) -> Taken:
    """Write a draft for each vacancy of a document. Raises ImportFailedError."""
    recruiters = read_recruiters(handover.content)
    _check(handover, recruiters)
    papers = read_papers(handover.source, handover.data)
    notes: Counter[str] = Counter()
    parts = list(_parts_of(papers, handover.source, notes))
    taken = Taken()
    if len(parts) > 1:
        handover.announce(phrase("%(number)s vacancies are in it; each is a draft of its own", number=len(parts)))
    wanted = handover.wants if len(parts) > 1 else lambda _: True
    for paper, part in parts:
        _take(paper, part, recruiters, handover, taken, wanted)
    dropped = dict.fromkeys(each for paper in papers for each in paper.dropped)
    taken.said += [phrase("left out: %(what)s", what=each) for each in (*dropped, *map(_noted, notes.items()))]
    return taken


def _parts_of(papers: Sequence[Paper], source: str, notes: Counter[str]) -> Iterator[tuple[Paper, Lined]]:
    """The vacancies of a document. Raises ImportFailedError where there are absurdly many, or it is absurdly long."""
    words = [to_words(paper.html) for paper in papers]
    if sum(map(len, words)) > _MAX_LETTERS or max(text.count("\n") for text in words) > _MAX_LINES:
        raise ImportFailedError(phrase("%(name)s is too long for a vacancy", name=source))
    count = 0
    for paper in papers:
        sheet = lined_of(paper.html, notes)
        for part in [sheet] if paper.markup or not sheet.lines else vacancies_in(sheet):
            count += 1
            if count > MAX_VACANCIES:
                many = phrase(
                    "%(name)s holds more than %(number)s vacancies; split it", name=source, number=MAX_VACANCIES
                )
                raise ImportFailedError(many)
            yield paper, part


def _noted(note: tuple[str, int]) -> Phrase:
    what, count = note
    return Phrase("%(what)s", {"what": f"{count} × {what}" if count > 1 else what})


def _check(handover: Handover, recruiters: tuple[Recruiter, ...]) -> None:
    """Refuse what could lead to no draft."""
    if not handover.content.is_dir():
        raise ImportFailedError(
            phrase("there is no folder %(folder)s; name it with --content", folder=handover.shown_as)
        )
    ids = [each.id for each in recruiters]
    if handover.organisation and handover.organisation not in ids:
        told = phrase("no file %(path)s", path=f"{handover.shown_as}/organisations/{handover.organisation}.md")
        hint = did_you_mean(handover.organisation, ids)
        raise ImportFailedError(phrase("%(told)s; %(hint)s", told=told, hint=hint) if hint else told)


def _take(
    paper: Paper,
    part: Lined,
    recruiters: tuple[Recruiter, ...],
    handover: Handover,
    taken: Taken,
    is_wanted: Callable[[str], bool],
) -> None:
    """One vacancy: its draft is written, unless nobody wants it."""
    lang = handover.lang or language_of_text(part.text)
    known = Circumstances(
        recruiters=recruiters,
        today=handover.day,
        subject=paper.subject,
        lang=lang,
        organisation=handover.organisation,
        markup=paper.markup,
    )
    guesses = [
        guess for guess in best_guesses(part, known) if not (handover.organisation and guess.field == "organisation")
    ]
    guesses += list(_given(handover))
    title = title_in(guesses) or _UNTITLED
    if not is_wanted(title):
        taken.said.append(phrase("not written, as you asked: %(title)s", title=quoted(title)))
        return
    text, notes = draft_of(
        part, guesses, lang=lang, site_lang=handover.site_lang, spoken=handover.spoken, day=handover.day
    )
    path = _path(title, text, handover)
    if not handover.is_dry and not (handover.content / path).exists():
        write_whole(handover.content, path, text.encode())
    taken.paths.append(f"{handover.shown_as}/{path}")
    taken.said += [Phrase("%(what)s", {"what": note}) for note in notes]


def _given(handover: Handover) -> Iterator[Guess]:
    if handover.organisation:
        yield Guess(field="organisation", value=handover.organisation, words="--organisation", sure=Sure.CERTAIN)


def _path(title: str, text: str, handover: Handover) -> str:
    """A name nobody has, made of the title; of a draft that is there already, with the same text, its own."""
    taken = names_in(handover.content / _FOLDER)
    wish = to_name(title) or _UNTITLED
    name, number = wish, 2
    while name in taken or name in RESERVED[_FOLDER] or is_device(name):
        path = f"{_FOLDER}/{name}.md"
        if name in taken and _is_same(handover.content / path, text):
            return path
        name, number = f"{wish}-{number}", number + 1
    return f"{_FOLDER}/{name}.md"


def _is_same(file: Path, text: str) -> bool:
    return file.is_file() and not file.is_symlink() and file.read_bytes() == text.encode()
