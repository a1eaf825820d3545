"""`build.json`: when the site last changed, when it will next, and the name of what it shows.

For the script in the browser, for monitors, and for pipelines that ask whether there is anything to publish. Nothing
in it differs when nothing on the site does; so it does not say when the site was built.
"""

from __future__ import annotations

import json
from datetime import datetime

from jobboard.base.digest import digest_of
from jobboard.board.board import Board
from jobboard.board.changes.next_change import Around
from jobboard.engine.output import Output, Text
from jobboard.outputs.addresses import BUILD
from jobboard.outputs.text.clocks import utc_text


def plan_build_info(board: Board, around: Around, filtered: str = "") -> Output:
    """The one output, given the changes around the board's now and what the files of the filter are called."""
    inputs = (*map(_instant, around), content_digest(board), filtered)
    return Output(path=BUILD, make=build_info, inputs=inputs, format=Text())


def build_info(last: str, following: str, content: str, filtered: str) -> str:
    """The text of the file. Instants are UTC, `2026-11-20T08:00:00Z`; null where there is none."""
    found = {"last_change": last or None, "next_change": following or None, "content": content}
    found |= {"filter": filtered} if filtered else {}
    return f"{json.dumps(found, indent=2)}\n"


def content_digest(board: Board) -> str:
    """A name for the settings and for everything visible, with its status. Drafts and the like do not count.

    A topic counts by the digest of what names it, and of one that has a text by its own.
    """
    introduced = {each.group for each in board.introductions}
    parts = [each.digest for each in board.site.editions()]
    parts += [each.digest for each in board.topics if each.id in introduced]
    for items in board.items.values():
        parts += [f"{each.digest} {getattr(each, 'is_listed', True)}" for each in items if each.is_visible]
    return digest_of("|".join(parts).encode())


def _instant(instant: datetime | None) -> str:
    return "" if instant is None else utc_text(instant)
