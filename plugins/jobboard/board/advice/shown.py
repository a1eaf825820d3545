"""What advice on one sort of record is about: a board and the sort in, each that its readers are shown out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jobboard.board.board import Board
from jobboard.board.checks import Locator
from jobboard.model.kinds import fields_holding
from jobboard.source.yaml.tree import Node, Sequence


def shown_in_files(board: Board, locator: Locator, record: type) -> Iterator[tuple[Any, str, Any]]:
    """(item, field, record) in whatever is open, to come, or read as it is; the field as its author would name it.

    Of the files that are asked about. A translation is asked what its own file says.
    """
    for folder, names in fields_holding(record).items():
        for item in locator.asked(board.items[folder]) if names else ():
            if not _is_over(item):
                written = locator.library.documents[item.content.path].fields
                for entry in filter(None, map(written.entry, names)):
                    for field, each in _numbered(entry.key, entry.value, getattr(item.content, entry.key)):
                        yield item.content, field, each


def _is_over(item: Any) -> bool:
    """True for what is closed or past."""
    status = getattr(item, "status", None)
    return getattr(status, "is_closed", False) or getattr(item, "is_past", False)


def _numbered(name: str, node: Node, found: Any) -> Iterator[tuple[str, Any]]:
    """The records of a field, each with its place in the list if there is one."""
    records = found if isinstance(found, tuple) else (found,)
    for number, each in enumerate(records, 1):
        yield f"{name}.{number}" if isinstance(node, Sequence) else name, each
