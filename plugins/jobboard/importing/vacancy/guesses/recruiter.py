"""Who hires: the organisations of the content folder in, the one a document is of out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from jobboard.importing.vacancy.guesses.guess import Guess, Sure, where_of
from jobboard.importing.vacancy.guesses.lines import Line, Lined
from jobboard.model.fields.record import parse_record
from jobboard.model.organisation import Organisation
from jobboard.model.texts.other_words import plain_words
from jobboard.source.content.document import parse_parts
from jobboard.source.message import UNSAID
from jobboard.source.problem import Report

_AT_DOMAIN = re.compile(r"(?:@|https?://(?:www\.)?|\bwww\.)((?:[a-z0-9-]+\.)+[a-z]{2,24})", re.IGNORECASE)
_OF_DOMAIN, _OF_FULL_NAME = 3, 2
_CLEAR = 2
"""So many times the score of the next one: then it is plain who hires."""


class Recruiter(Struct, frozen=True):
    """An organisation as documents name it."""

    id: str
    full: str
    names: tuple[str, ...]
    domains: tuple[str, ...]
    town: str = ""
    country: str = ""


def read_recruiters(content: Path) -> tuple[Recruiter, ...]:
    """The organisations there are. One that cannot be read is known by its id; `check` says what is wrong with it."""
    files = sorted(file for file in (content / "organisations").rglob("*.md") if not file.is_symlink())
    return tuple(map(_recruiter, files))


def guess_organisation(sheet: Lined, recruiters: Iterable[Recruiter]) -> Iterator[Guess]:
    """Who hires: named by a label, else whose names and domains are found most."""
    known = list(recruiters)
    for line in sheet.lines:
        if line.field == "organisation" and line.label:
            for each in known:
                if any(plain_words(name) in plain_words(line.said) for name in (each.full, *each.names)):
                    yield _guess(each, line, line.text, Sure.CERTAIN)
    scores = {each: _score(each, sheet) for each in known}
    best = sorted((each for each in known if scores[each]), key=lambda each: -scores[each])
    for number, each in enumerate(best[:2]):
        is_clear = number == 0 and (len(best) == 1 or scores[each] >= _CLEAR * scores[best[1]])
        named = next((line for line in sheet.lines if _named_in(each, line.text)), None)
        words = named.text if named else ", ".join(each.domains)
        sure = Sure.DOUBTFUL if number else Sure.CERTAIN if is_clear else Sure.LIKELY
        yield _guess(each, named, words, sure)


def _recruiter(path: Path) -> Recruiter:
    report = Report("")
    parts = parse_parts(path.read_bytes(), report)
    found = None if parts is None else parse_record(Organisation, parts[0], report, id=path.stem, path="")
    if found is None:
        return Recruiter(path.stem, path.stem, (path.stem,), ())
    host = (urlsplit(found.website).hostname or "").removeprefix("www.")
    town, country = (found.place.city or "", found.place.country) if found.place else ("", "")
    names = tuple(dict.fromkeys(filter(None, (found.name, found.short_name))))
    return Recruiter(path.stem, found.name, names, (host, *found.domains), town, country)


def _guess(recruiter: Recruiter, line: Line | None, words: str, sure: Sure) -> Guess:
    fills = line is not None and line.field == "organisation" and line.said in (recruiter.full, *recruiter.names)
    return Guess(
        field="organisation",
        value=recruiter.id,
        words=words,
        sure=sure,
        line=line,
        fills=fills,
        where=where_of(line) if line else UNSAID,
    )


def _score(recruiter: Recruiter, sheet: Lined) -> int:
    text = sheet.text
    domains = [found.lower() for found in _AT_DOMAIN.findall(text)]
    own = sum(any(each == domain or each.endswith(f".{domain}") for domain in recruiter.domains) for each in domains)
    named = sum(len(re.findall(_pattern(name), text)) for name in recruiter.names)
    is_full = recruiter.full.casefold() in text.casefold()
    return named + _OF_DOMAIN * min(own, 2) + _OF_FULL_NAME * is_full


def _named_in(recruiter: Recruiter, text: str) -> bool:
    return any(re.search(_pattern(name), text) for name in recruiter.names) or any(
        each in text for each in recruiter.domains
    )


def _pattern(name: str) -> str:
    """A name as a word of its own; of a short one capitals count."""
    return rf"(?<!\w){re.escape(name)}(?!\w)" if len(name) < 8 else rf"(?i:(?<!\w){re.escape(name)}(?!\w))"
