"""`build.json`: when the site last changed, when it will next, and the name of what it shows.

For the script in the browser, for monitors, and for pipelines that ask whether there is anything to publish. Nothing
in it differs when nothing on the site does; so it does not say when the site was built.
"""

from __future__ import annotations

import json
from datetime import datetime

from jobboard.board.board import Board
from jobboard.board.next_change import Around
from jobboard.engine.output import Output, Text
from jobboard.outputs.addresses import BUILD
from jobboard.outputs.text.clocks import utc_text
from jobboard.source.digest import digest_of


def plan_build_info(board: Board, around: Around) -> Output:
    """The one output, given the changes around the board's now."""
    inputs = (*map(_instant, around), content_digest(board))
    return Output(path=BUILD, make=build_info, inputs=inputs, format=Text())


def build_info(last: str, following: str, content: str) -> str:
    """The text of the file. Instants are UTC, `2026-11-20T08:00:00Z`; null where there is none."""
    found = {"last_change": last or None, "next_change": following or None, "content": content}
    return f"{json.dumps(found, indent=2)}\n"


def content_digest(board: Board) -> str:
    """A name for the settings and for everything visible, with its status. Drafts and the like do not count."""
    parts = [*(each.digest for each in board.site.editions()), *(each.digest for each in board.organisations)]
    parts += [each.digest for each in board.postings if each.status.is_visible]
    parts += [f"{each.digest} {each.is_listed}" for each in board.news if each.is_visible]
    return digest_of("|".join(parts).encode())


def _instant(instant: datetime | None) -> str:
    return "" if instant is None else utc_text(instant)
