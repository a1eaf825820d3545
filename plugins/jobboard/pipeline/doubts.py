"""Why a build had better stop, though the content has no problem: much of it is gone, or the clock went back.

What readers know beside what they would be shown, the content folder and the site in; reasons to stop, with the way to
go on, out (decision 41). Folders that are not mounted, submodules that were not fetched and clocks that were reset look
just like content that was deleted and time that did not pass.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from jobboard.engine.staging import load_manifest
from jobboard.source.content.folder import TOPICS
from jobboard.source.kinds import BY_FOLDER, TOPIC_TEXTS
from jobboard.source.message import Phrase, in_turn, message, phrase
from jobboard.source.problem import CLOCK, Problem

KIND_GONE = message("kind-gone", "nothing is left of it, and readers can see %(number)s")
MUCH_GONE = message("much-gone", "%(number)s of %(total)s that readers can see are gone: %(kinds)s")
CLOCK_GOES_BACK = message(
    "clock-goes-back", "it is %(now)s, and the site was built at %(was)s: what has come and gone since would be undone"
)

if TYPE_CHECKING:
    from jobboard.board.seen.vanished import Look

SHARE = 4
"""A build stops if more than one in so many of what readers can see is gone, …"""
HANDFUL = 5
"""… and these are so many at least; …"""
FEW = 3
"""… or if nothing is left of a kind of which there were so many."""
LENIENCE = timedelta(minutes=5)
"""How far the clocks of two machines that build one site may be apart."""

_BACK = phrase("put it back; if it is mounted, or a submodule of git, fetch it (git submodule update --init)")
_GO_ON = phrase("if all of it is to go: make html ALLOW_REMOVALS=1, which is jobboard build --allow-removals")


def doubt_removals(look: Look, root: Path, output: Path) -> Iterator[Problem]:
    """Much is gone that readers can see. `root` is the content folder; paths of problems are relative to it."""
    known = _visible(look, load_manifest(output)) if look.gone else frozenset()
    gone, had = (Counter(key.partition("/")[0] for key in keys) for keys in (known & look.gone, known))
    emptied = [folder for folder in sorted(gone) if gone[folder] == had[folder] and _is_lost(root, folder, had[folder])]
    for folder in emptied:
        yield Problem(_place(folder), 1, "", KIND_GONE(number=had[folder]), _ways())
    number = gone.total()
    if number >= HANDFUL and number * SHARE > had.total() and {*gone} - {*emptied}:
        kinds = ", ".join(f"{folder} {count:,}" for folder, count in sorted(gone.items()))
        yield Problem("", 1, "", MUCH_GONE(number=number, total=had.total(), kinds=kinds), _ways())


def doubt_clock(look: Look, output: Path, clock: datetime | None) -> Iterator[Problem]:
    """The clock (aware) lies before the last build's; None if somebody has named the instant, which is then meant."""
    last = look.clock or _last_change(output)
    if clock is None or last is None or clock >= last - LENIENCE:
        return
    was, now = (f"{instant.astimezone(UTC):%Y-%m-%dT%H:%MZ}" for instant in (last, clock))
    hint = phrase(
        "set the clock right; to build as of an earlier instant all the same, give it: NOW=%(now)s, --now %(now)s",
        now=now,
    )
    message = CLOCK_GOES_BACK(now=now, was=was)
    yield Problem(CLOCK, 1, "", message, hint)


def _visible(look: Look, manifest: Collection[str]) -> frozenset[str]:
    """The keys of what the site shows; without a list of its files, all that was noted."""
    from jobboard.outputs.addresses import file_of  # noqa: PLC0415 (seldom needed)

    keys = look.shown.keys() | look.gone
    if not manifest:
        return frozenset(keys)
    paths = ((key, *key.split("/", 1)) for key in keys)
    return frozenset(key for key, folder, id_ in paths if file_of(BY_FOLDER[folder].path(id_)) in manifest)


def _is_lost(root: Path, folder: str, number: int) -> bool:
    """True if a kind of which nothing is left was hardly emptied by hand: it was large, or has no folder any more."""
    return number >= FEW or not os.path.lexists(root / _place(folder))


def _place(folder: str) -> str:
    return TOPICS if folder == TOPIC_TEXTS else folder


def _ways() -> Phrase:
    return in_turn(_BACK, _GO_ON)


def _last_change(output: Path) -> datetime | None:
    """When the site last changed, as it says itself; None if it does not."""
    from jobboard.outputs.addresses import BUILD  # noqa: PLC0415

    try:
        found = datetime.fromisoformat(json.loads((output / BUILD).read_bytes())["last_change"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return found if found.tzinfo else None
