"""What was told to readers and is taken back without a word: opened again, reinstated, another identity, older dates.

An item with what was noted of it in; advice, and what is to be noted from now on, out. As long as it is not said in the
file, the old note stays, so that the advice comes again at every build (decision 32).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from jobboard.board.board import Board, BoardEvent, BoardOrganisation, BoardPage, BoardPosting
from jobboard.board.changes.announcements import history_of
from jobboard.board.checks import Locator
from jobboard.board.history import What
from jobboard.board.seen.shown import OnBoard, Remembered
from jobboard.board.status import Status, to_zone
from jobboard.board.timing import SECOND_ROUND
from jobboard.model.topic import Topic
from jobboard.source.message import in_turn, message, phrase
from jobboard.source.problem import Level, Problem

IDENTITY_LOST = message("identity-lost", "subscribers know it as %(old)s, and would get it anew as %(new)s")
ADDRESS_LOST = message("address-lost", "readers know it as %(name)s too, and that address would lead nowhere")
PUBLISHED_AFTER_CLOSING = message(
    "published-after-closing", "%(published)s is after it had closed; subscribers would be told of none of it"
)
OPENED_AGAIN_UNSAID = message("opened-again-unsaid", "it was closed (%(was)s), and is open again without a word")
LAST_DAY_MOVED_UNSAID = message(
    "last-day-moved-unsaid", "it had closed by its %(field)s of %(was)s, and is open again without a word"
)
EVENT_REINSTATED_UNSAID = message("event-reinstated-unsaid", "it was %(status)s, and takes place without a word")
UPDATED_GOES_BACK = message(
    "updated-goes-back",
    "subscribers were told of a change of %(day)s, and the dates of feeds and calendars would go back",
)

_BY_ITSELF = {"deadline": "deadline_was", "review_by": "review_was"}
"""What closes a posting by its passing, and where it is kept when it is moved after that."""


def recall(
    each: OnBoard, old: Remembered, new: Remembered, board: Board, locator: Locator
) -> tuple[list[Problem], Remembered]:
    """Advice on an item that is not as it was, and what is noted of it."""
    found = list(_identity(each, old, new, locator))
    kept = replace(new, identity=old.identity, formerly=_wanted(each, old, new)) if found else new
    again = [*_opened_again(each, old, board, locator), *_reinstated(each, old, board, locator)]
    if again:
        kept = replace(kept, ended_by=old.ended_by, ended_at=old.ended_at, was=old.was)
    earlier = [] if again else list(_older(each, old, new, board, locator))
    if earlier:
        kept = replace(kept, updated_at=old.updated_at)
    problems = [*found, *again, *earlier]
    return problems, replace(kept, stamp="") if problems else kept


def _identity(each: OnBoard, old: Remembered, new: Remembered, locator: Locator) -> Iterator[Problem]:
    """Names that readers or subscribers know it by, and that are no more among its own."""
    wanted = _wanted(each, old, new)
    if not old.identity:  # known by its address alone
        return
    if new.identity == old.identity and {*wanted} <= {*new.formerly, each.name[1]}:
        return
    hint = phrase("write '%(written)s'", written=f"formerly: [{', '.join(wanted)}]")
    message = IDENTITY_LOST(old=old.identity, new=new.identity)
    if new.identity == old.identity:
        lost = next(name for name in wanted if name not in (*new.formerly, each.name[1]))
        message = ADDRESS_LOST(name=lost)
    yield each.advice("formerly", message, hint, locator)


def _wanted(each: OnBoard, old: Remembered, new: Remembered) -> tuple[str, ...]:
    """All names it ever had, the first of them first."""
    names = dict.fromkeys((old.identity, *old.formerly, *new.formerly))
    own = each.name[1]
    return tuple(name for name in names if name != own or name == old.identity) if len(names) > 1 else tuple(names)


def _opened_again(each: OnBoard, old: Remembered, board: Board, locator: Locator) -> Iterator[Problem]:
    """A posting that readers know as closed, and that is open as if it had never been."""
    item, ended_at = each.item, old.ended_at
    if not isinstance(item, BoardPosting) or ended_at is None or item.group != item.id:
        return
    zone, content = to_zone(item.zone), item.content
    today = board.now.astimezone(zone).date().isoformat()
    if item.life.opens_at >= ended_at and item.status is not Status.DRAFT:
        hint = in_turn(SECOND_ROUND, phrase("leave this one closed"))
        message = PUBLISHED_AFTER_CLOSING(published=str(content.published))
        yield locator.at(content, "published", message, hint, Level.ADVICE)
        return
    told = (change for change in history_of(item) if change.what is What.REOPENED)
    if not item.status.is_listed or any(ended_at <= change.told_from <= board.now for change in told):
        return
    field = _BY_ITSELF.get(old.ended_by, "reopened")
    hint = phrase("say since when: %(written)s", written=f"reopened: {{on: {today}, was: {old.was}}}")
    message = OPENED_AGAIN_UNSAID(was=old.was)
    if old.ended_by in _BY_ITSELF:
        written = f"{field}: {{{old.ended_by}: {old.was}, changed: {today}}}"
        hint = phrase("say when it was moved: %(written)s", written=written)
        message = LAST_DAY_MOVED_UNSAID(field=old.ended_by, was=old.was)
    yield locator.at(content, field, message, hint, Level.ADVICE)


def _reinstated(each: OnBoard, old: Remembered, board: Board, locator: Locator) -> Iterator[Problem]:
    """An event that readers know as cancelled or postponed, and that takes place as if it had never been."""
    event = each.item
    if not isinstance(event, BoardEvent) or not old.ended_by or event.content.status is not None:
        return
    if event.group != event.id or len(event.content.reopened) > int(old.was or 0):
        return
    today = board.now.astimezone(to_zone(event.zone)).date().isoformat()
    hint = phrase("say since when: %(written)s", written=f"reopened: {{on: {today}, was: {old.ended_by}}}")
    message = EVENT_REINSTATED_UNSAID(status=old.ended_by)
    yield locator.at(event.content, "reopened", message, hint, Level.ADVICE)


def _older(each: OnBoard, old: Remembered, new: Remembered, board: Board, locator: Locator) -> Iterator[Problem]:
    """A change that was told, and of which there is no trace: dates in feeds would go back."""
    item = each.item
    if isinstance(item, Topic | BoardOrganisation | BoardPage) or old.updated_at is None or new.updated_at is None:
        return
    if old.opens_at is None or not max(old.opens_at, new.updated_at) < old.updated_at <= board.now:
        return
    was = old.updated_at.astimezone(to_zone(item.zone)).date()
    message = UPDATED_GOES_BACK(day=str(was))
    yield locator.at(
        item.content,
        "updated",
        message,
        phrase("write '%(written)s' or a later day", written=f"updated: {was}"),
        Level.ADVICE,
    )
