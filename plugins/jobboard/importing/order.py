"""What an import is asked to do, and what it did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from jobboard.importing.sources.public import POST


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the command asks for.

    `shown_as` is what messages call the content folder; `day` is today, for entries without a date; `folder` is where
    new files go; `types` are the types of items to take.
    """

    source: str
    content: Path
    shown_as: str = "content"
    folder: str
    organisation: str = ""
    issuers: Mapping[str, str]
    topics: Mapping[str, str]
    lang: str = ""
    kind: str = ""
    day: str
    types: frozenset[str] = frozenset({POST})
    takes_files: bool = False
    takes_drafts: bool = False
    is_dry: bool = False


class Deed(StrEnum):
    """What becomes of an entry."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    LEFT = "left alone"
    FAILED = "failed"


@dataclass(slots=True)
class Outcome:
    """What an import did: lines to be read, deeds counted, and which old address leads where now."""

    deeds: Counter[Deed] = field(default_factory=Counter)
    skipped: int = 0
    undated: int = 0
    lines: list[str] = field(default_factory=list)
    redirects: list[tuple[str, str]] = field(default_factory=list)

    @property
    def has_failed(self) -> bool:
        return self.deeds[Deed.FAILED] > 0

    def add(self, deed: Deed, what: str, why: str = "") -> None:
        """Count a deed; all but the unchanged are worth a line."""
        self.deeds[deed] += 1
        if deed is not Deed.UNCHANGED:
            self.lines.append(f"{deed}: {what}{f': {why}' if why else ''}")


def outcome_of(outcome: Outcome, *, is_dry: bool) -> str:
    """One line on what was done, or would be."""
    parts = [f"{outcome.deeds[deed]:,} {deed}" for deed in Deed]
    parts += [f"{outcome.skipped:,} skipped"] if outcome.skipped else []
    ending = "Nothing was written, as you asked." if is_dry else "Read them before you commit them."
    done = outcome.deeds[Deed.NEW] + outcome.deeds[Deed.CHANGED]
    total = outcome.deeds.total()
    return f"{total:,} item{'s' * (total != 1)}: {', '.join(parts)}.{f' {ending}' if done or is_dry else ''}"
