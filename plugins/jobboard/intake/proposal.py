"""What a proposal would change, in plain words for whoever made it: Markdown for one comment, written over each time.

The words of authors are shown as they are, and mean nothing to a host: no mark, no link, no mention.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, time, timedelta
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from jobboard.board.board import Board, BoardEvent, BoardNews, BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import Status
from jobboard.intake.answers import IssueAnswers
from jobboard.intake.drafting import Reading
from jobboard.outputs.addresses import absolute, path_of
from jobboard.outputs.text.clocks import local
from jobboard.outputs.text.plain_markdown import escaped_markdown
from jobboard.outputs.text.words import (
    beginning_words,
    day_words,
    deadline_words,
    list_words,
    minute_words,
    moment_words,
)
from jobboard.source.catalogue import MESSAGES, languages
from jobboard.source.kinds import folder_of
from jobboard.source.message import Phrase, phrase
from jobboard.source.problem import Level, Problem
from jobboard.source.wording import worded

COMMENT_MARK = "<!-- jobboard: what this would change -->"
"""The first line, by which a workflow finds the comment to write over."""

_MINUTE = timedelta(minutes=1)
_MOST_ITEMS, _MOST_PROBLEMS = 30, 50
_MOST_OF_WORDS, _MOST_OF_ALL = 400, 60_000
"""Characters of what an author wrote, and of the whole: hosts take comments of about 65,000."""

_APPEARS = phrase("It appears as soon as this is accepted, at %(address)s")
_APPEARS_ON = phrase("It appears on %(when)s, at %(address)s")
_IS_THERE = phrase("It is on the site already, at %(address)s")
_DRAFT = phrase("It is a draft, so nobody will see it.")
_OPEN_UNTIL = phrase("It is open until %(when)s. Then it leaves the lists, and its page says that it is closed.")
_REVIEWED = phrase("It has no last day. It closes after %(when)s unless somebody looks at it before.")
_CLOSED = phrase("It is closed: its page says so, and it is in no list of what is open.")
_LEAVES = phrase("It leaves the lists after %(when)s; its page stays.")
_TAKES_PLACE = phrase("It begins on %(when)s.")
_LISTED = phrase("It is in the lists of %(names)s.")
_GONE = phrase("It would be taken off the site: %(path)s")
_FINE = phrase("Nothing is missing.")
_MISSING = phrase("This cannot be published yet. Please mend:")
_LOOK = phrase("Worth a look, though nothing is held up by it:")
_READ = phrase("Read so, since it was written in another way:")
_READ_AS = phrase("%(what)s: “%(typed)s” was read as “%(meant)s”")
_SAID = phrase("%(what)s: %(said)s")
_MORE = phrase("… and %(number)s more.")
_NOTHING = phrase("Nothing on the site would change.")


class Proposal(Struct, frozen=True, kw_only=True):
    """What would change: paths of content files that are new or other than they were, and of those that are gone;
    `board` is what they lead to, None if it has problems. `known` are those of the changed ones that
    were there before. `problems` are those of these files alone."""

    site: Site
    board: Board | None
    changed: Collection[str]
    gone: Collection[str] = ()
    known: Collection[str] = ()
    problems: Collection[Problem] = ()
    answers: IssueAnswers | None = None
    readings: Collection[Reading] = ()


def comment_on(proposal: Proposal, lang: str) -> str:
    """The comment, in a language of the interface."""
    said = "\n".join([COMMENT_MARK, *_blocks(proposal, lang)]).rstrip()
    whole = said if len(said) < _MOST_OF_ALL else said[: said.rindex("\n", 0, _MOST_OF_ALL)] + "\n\n…"
    return f"{whole}\n"


def language_of_authors(proposal: Proposal) -> str:
    """The language of all that is new or changed, if it is one that the interface speaks; else empty."""
    spoken = {getattr(each.of, "lang", "") for each in _items(proposal)}
    lang = spoken.pop() if len(spoken) == 1 else ""
    return lang if lang in languages(MESSAGES) else ""


def _blocks(proposal: Proposal, lang: str) -> Iterator[str]:
    blocking = [each for each in proposal.problems if each.level is Level.PROBLEM]
    advice = [each for each in proposal.problems if each.level is Level.ADVICE]
    yield from _listed(_MISSING, [_problem(each, proposal.answers, lang) for each in blocking], lang)
    items = [*_items(proposal)]
    for item in items[:_MOST_ITEMS]:
        yield f"\n**{_quiet(item.title)}**\n"
        yield from (f"- {each}" for each in _lines(item, proposal, lang))
    if len(items) > _MOST_ITEMS:
        yield f"\n{worded(_MORE(number=len(items) - _MOST_ITEMS), lang)}"
    for path in proposal.gone:
        yield f"\n{worded(_GONE(path=_quiet(path)), lang)}"
    if proposal.board and not (items or proposal.gone):
        yield f"\n{worded(_NOTHING, lang)}"
    yield from _listed(_READ, [_reading(each, proposal.answers, lang) for each in proposal.readings], lang)
    yield from _listed(_LOOK, [_problem(each, proposal.answers, lang) for each in advice], lang)
    if items and not proposal.problems:
        yield f"\n{worded(_FINE, lang)}"


def _listed(heading: Phrase, lines: list[str], lang: str) -> Iterator[str]:
    if not lines:
        return
    yield f"\n{worded(heading, lang)}\n"
    yield from (f"- {each}" for each in lines[:_MOST_PROBLEMS])
    if len(lines) > _MOST_PROBLEMS:
        yield f"- {worded(_MORE(number=len(lines) - _MOST_PROBLEMS), lang)}"


class _Item(Struct, frozen=True):
    path: str
    title: str
    of: Any


def _items(proposal: Proposal) -> Iterator[_Item]:
    """What is new or changed and has a page of its own, with the path of its file, in the order of the board."""
    changed = {(folder_of(path), PurePosixPath(path).stem): path for path in proposal.changed}
    for folder, items in proposal.board.items.items() if proposal.board else ():
        for each in items:
            if path := changed.get((folder, each.id)):
                title = getattr(each.content, "title", "") or getattr(each.content, "name", "") or each.id
                yield _Item(path, title, each)


def _lines(item: _Item, proposal: Proposal, lang: str) -> Iterator[str]:
    """Where it will be seen, from when to when, in which lists."""
    of, site = item.of, proposal.site
    if getattr(of, "status", None) is Status.DRAFT:
        yield worded(_DRAFT, lang)
        return
    address = absolute(site, path_of(of))
    opens = getattr(of, "opens_at", None)
    if opens is not None and proposal.board is not None and opens > proposal.board.now:
        said = _APPEARS_ON(when=beginning_words(local(opens, of.zone), of.zone, lang), address=address)
    else:
        said = (_IS_THERE if item.path in proposal.known else _APPEARS)(address=address)
    yield worded(said, lang)
    for each in _span(of, lang):
        yield worded(each, lang)
    names = [_quiet(each.content.name) for each in getattr(of, "organisations", ())]
    names += [_quiet(each.name_in(lang, site.main)) for each in getattr(of, "topics", ())]
    if names:
        yield worded(_LISTED(names=list_words(names, lang)), lang)


def _span(of: Any, lang: str) -> Iterator[Phrase]:
    """Until when it is shown as something to do."""
    if isinstance(of, BoardPosting):
        last = deadline_words(of.content.deadline, of.deadline_zone, lang)
        if of.status.is_closed:
            yield _CLOSED
        elif last is not None:
            yield _OPEN_UNTIL(when=last.text)
        else:
            yield _REVIEWED(when=day_words(of.life.last_day, lang))
    elif isinstance(of, BoardNews) and of.leaves_at is not None:
        yield _LEAVES(when=_last(of.leaves_at, of.zone, lang))
    elif isinstance(of, BoardEvent) and of.content.starts is not None:
        yield _TAKES_PLACE(when=moment_words(of.content.starts, of.zone, lang).text)


def _last(instant: datetime, zone: str, lang: str) -> str:
    """What is over at an instant: the day before, where one begins with it."""
    minute = local(instant, zone)
    return day_words((minute - _MINUTE).date(), lang) if minute.time() == time() else minute_words(minute, zone, lang)


def _problem(problem: Problem, answers: IssueAnswers | None, lang: str) -> str:
    said = worded(problem.in_full, lang)
    what = (
        _called(problem.field, answers)
        or f"{problem.path}:{problem.line}{f': {problem.field}' if problem.field else ''}"
    )
    return _quiet(worded(_SAID(what=what, said=said), lang))


def _reading(reading: Reading, answers: IssueAnswers | None, lang: str) -> str:
    what = _called(reading.field, answers) or reading.field
    return _quiet(worded(_READ_AS(what=what, typed=reading.typed, meant=reading.meant), lang))


def _called(field: str, answers: IssueAnswers | None) -> str:
    """The heading of the form that a field was asked under; empty if none was."""
    return answers.form.called(field) if answers else ""


def _quiet(text: str) -> str:
    """Words that a host takes for nothing but words. An empty character keeps its name from whoever is called so."""
    short = text if len(text) <= _MOST_OF_WORDS else f"{text[:_MOST_OF_WORDS]}…"
    return escaped_markdown(short).replace("@", "@\u2060").replace("://", ":\u2060//").replace("#", "\\#")


def changed_between(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Paths of what is new or other than it was, and of what is gone, by the digests of both."""
    return sorted(path for path, each in after.items() if before.get(path) != each), sorted({*before} - {*after})
