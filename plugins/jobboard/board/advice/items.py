"""Advice that needs the instant, or more than one file: what `check` says beyond the problems of a build.

The board and the library it was made of in, advice out. Nothing here is looked at by a build, so it costs none
anything, and no page depends on it. What is said of a translation is said of its original.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import timedelta

from jobboard.board.advice.amounts import advise_on_amounts
from jobboard.board.advice.colours import advise_on_colours
from jobboard.board.advice.domains import advise_on_domains
from jobboard.board.advice.events import advise_on_events
from jobboard.board.advice.phones import advise_on_phones
from jobboard.board.advice.places import advise_on_place
from jobboard.board.advice.rounds import advise_on_rounds
from jobboard.board.advice.texts import advise_on_pay, advise_on_text, advise_on_wording
from jobboard.board.advice.towns import advise_on_towns
from jobboard.board.advice.twice import advise_on_twins
from jobboard.board.advice.untranslated import advise_on_translations
from jobboard.board.board import Board, BoardPosting
from jobboard.board.checks import Locator
from jobboard.board.status import Status, to_zone
from jobboard.board.timing import SECOND_ROUND
from jobboard.model.library import Library
from jobboard.model.moments.moment import Moment
from jobboard.model.parts.closing import Rolling
from jobboard.source.language.mention import About
from jobboard.source.message import in_turn, message, phrase
from jobboard.source.problem import Level, Problem

CLOSED_AFTER_THE_DEADLINE = message(
    "closed-after-the-deadline", "%(on)s is after the %(field)s (%(day)s), which closes it already"
)
REVIEW_MISSED = message("review-missed", "closed since %(day)s, because nobody moved this day")
REVIEW_SOON = message("review-soon", "%(day)s %(when)s; then it closes")
CHANGES_UNDATED = message(
    "changes-undated",
    "several changes, and not each says when it was made, so that subscribers are told of none",
)
CHANGED_TO_THE_SAME = message("changed-to-the-same-day", "%(was)s is the %(name)s itself")
PUBLISHED_AFTER_THE_DEADLINE = message(
    "published-after-the-deadline", "%(published)s is after it had closed (%(deadline)s)"
)
CHANGE_TO_COME = message("change-to-come", "%(changed)s is still to come, but the new %(name)s holds already")
DRAFT_OVER = message("draft-over", "over already: this draft would be published closed")
PERSONAL_ADDRESS = message(
    "personal-address", "a person's mail address; closed pages do not show it, but whoever has the file can read it"
)

REVIEW_DAYS = 14
"""How many days before its `review_by` a rolling posting is spoken of."""


def advise_on_board(board: Board, library: Library, about: Collection[str] | None = None) -> Iterator[Problem]:
    """Everything legal about a board, at its instant, that is surely not meant.

    `about` are the files that are asked about, None for all: beside the others, and at the cost of these.
    """
    locator = Locator(library, about)
    for posting in locator.asked(board.postings):
        is_original = posting.group == posting.id
        if is_original:
            yield from _advise_on_closing(posting, locator)
            yield from _advise_on_changes(posting, board, locator)
        if posting.status.is_closed:
            yield from _advise_on_people(posting)
            continue
        if is_original:
            yield from _advise_on_review(posting, board, locator)
            yield from _advise_on_old_draft(posting, board, locator)
            yield from advise_on_pay(posting, locator)
            yield from advise_on_amounts(posting, locator)
            yield from advise_on_place(posting, locator)
        yield from advise_on_domains(posting, locator)
        yield from advise_on_wording(posting, locator)
        yield from advise_on_text(posting)
    yield from advise_on_colours(locator)
    yield from advise_on_events(board, locator)
    yield from advise_on_phones(board, locator)
    yield from advise_on_towns(board, locator)
    yield from advise_on_twins(board, locator)
    yield from advise_on_rounds(board, locator)
    yield from advise_on_translations(board, locator)


def _advise_on_closing(posting: BoardPosting, locator: Locator) -> Iterator[Problem]:
    """`closed` that changes nothing, and a rolling posting that closed because nobody looked at it again."""
    content, life = posting.content, posting.lives[-1]
    if content.closed is not None and life.closed_early is None:
        field = "review_by" if isinstance(content.deadline, Rolling) else "deadline"
        yield locator.at(
            content,
            "closed.on",
            CLOSED_AFTER_THE_DEADLINE(on=str(content.closed.on), field=field, day=str(getattr(content, field))),
            phrase("readers are told of the deadline alone; correct the day, or delete 'closed'"),
            Level.ADVICE,
        )
    elif isinstance(content.deadline, Rolling) and posting.status is Status.CLOSED and life.closed_early is None:
        yield locator.at(
            content,
            "review_by",
            REVIEW_MISSED(day=str(life.last_day + timedelta(days=1))),
            phrase("set a new review_by if it is open, or say with 'closed' since when it is not, and why"),
            Level.ADVICE,
        )


def _advise_on_review(posting: BoardPosting, board: Board, locator: Locator) -> Iterator[Problem]:
    content = posting.content
    if not isinstance(content.deadline, Rolling) or not posting.status.is_listed or posting.life.closed_early:
        return
    days = (posting.life.last_day - board.now.astimezone(to_zone(posting.zone)).date()).days
    if days <= REVIEW_DAYS:
        when = {0: phrase("is today"), 1: phrase("is tomorrow")}.get(days, phrase("is in %(number)s days", number=days))
        yield locator.at(
            content,
            "review_by",
            REVIEW_SOON(day=str(content.review_by), when=when),
            phrase("set a new review_by if it goes on"),
            Level.ADVICE,
        )


def _advise_on_changes(posting: BoardPosting, board: Board, locator: Locator) -> Iterator[Problem]:
    """Earlier deadlines and days of review that cannot have been what they say."""
    content = posting.content
    deadlines = [(each.deadline, each.changed) for each in content.deadline_was]
    reviews = [(each.review_by, each.changed) for each in content.review_was]
    yield from _advise_on_earlier("deadline", content.deadline, deadlines, posting, board, locator)
    yield from _advise_on_earlier("review_by", content.review_by, reviews, posting, board, locator)


def _advise_on_earlier(
    name: str,
    last: Moment | Rolling | None,
    earlier: list[tuple[Moment, Moment | None]],
    posting: BoardPosting,
    board: Board,
    locator: Locator,
) -> Iterator[Problem]:
    content, zone = posting.content, to_zone(posting.deadline_zone)
    kept = f"{name.removesuffix('_by')}_was"
    if len(earlier) > 1 and any(changed is None for _, changed in earlier):
        yield locator.at(
            content,
            kept,
            CHANGES_UNDATED,
            phrase("write each as %(written)s", written=f"{{{name}: 2026-02-28, changed: 2026-02-20}}"),
            Level.ADVICE,
        )
    for number, (was, changed) in enumerate(earlier, 1):
        field = f"{kept}.{number}" if len(earlier) > 1 else kept
        if isinstance(last, Moment) and was.ends_at(zone) == last.ends_at(zone):
            hint = phrase("give the %(name)s as it was before, or delete this line", name=name)
            yield locator.at(content, field, CHANGED_TO_THE_SAME(was=str(was), name=name), hint, Level.ADVICE)
        if was.ends_at(zone) <= posting.life.opens_at:
            message = PUBLISHED_AFTER_THE_DEADLINE(published=str(content.published), deadline=str(was))
            yield locator.at(
                content, "published", message, in_turn(SECOND_ROUND, phrase("leave the old one closed")), Level.ADVICE
            )
        if changed is not None and changed.starts_at(to_zone(posting.zone)) > board.now:
            message = CHANGE_TO_COME(changed=str(changed), name=name)
            hint = phrase("give the day on which it was changed")
            yield locator.at(content, f"{field}.changed", message, hint, Level.ADVICE)


def _advise_on_old_draft(posting: BoardPosting, board: Board, locator: Locator) -> Iterator[Problem]:
    """A draft whose last day has passed: without `status: draft` it would be published closed."""
    content = posting.content
    if posting.status is Status.DRAFT and posting.life.closes_at <= board.now:
        field = "closed.on" if posting.life.closed_early else "review_by" if content.review_by else "deadline"
        yield locator.at(
            content,
            field,
            DRAFT_OVER,
            phrase("set a new one before it is published"),
            Level.ADVICE,
        )


def _advise_on_people(posting: BoardPosting) -> Iterator[Problem]:
    """A person's mailbox in the body of a closed posting: gone from the site, and still in the file."""
    for mention in posting.body.said.mentions:
        if mention.about is About.PERSON:
            yield Problem(
                posting.content.path,
                mention.line,
                "body",
                PERSONAL_ADDRESS,
                phrase("take it out of the file, too"),
                Level.ADVICE,
            )
