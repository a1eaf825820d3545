"""The records of a folder by id: those that were looked at, and the others, fetched when they are asked for.

Of ten thousand postings a build looks at one, and makes pages of a few.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from jobboard.model import memo
from jobboard.model.fields.record import parse_record
from jobboard.source.content.cache import Memos
from jobboard.source.content.document import Document
from jobboard.source.problem import Problem, Report

T = TypeVar("T")


class Items(Mapping[str, T]):
    """The items of a folder by id, in the order of their `paths`. Those that were looked at are the folder's `own`."""

    __slots__ = ("_records", "own", "paths")

    def __init__(self, own: Mapping[str, T], paths: Mapping[str, str], records: Mapping[str, T]) -> None:
        self.own = own
        self.paths = paths
        self._records = records

    def __getitem__(self, id_: str) -> T:
        own = self.own.get(id_)
        return self._records[self.paths[id_]] if own is None else own

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)

    def __contains__(self, id_: object) -> bool:
        return id_ in self.paths

    def at(self, paths: Collection[str] | None) -> Iterator[T]:
        """The items whose files these are; all of them, if it is None."""
        return (self[id_] for id_, path in self.paths.items() if paths is None or path in paths)

    def with_own(self, others: Mapping[str, T]) -> Items[T]:
        """The same, but for these."""
        return Items({**self.own, **others}, self.paths, self._records) if others else self


def record_of(document: Document, cls: type[T], memos: Memos) -> tuple[T | None, tuple[Problem, ...]]:
    """The typed record of a document, remembered or else validated now, and what is said of it."""
    text = memos.get("record", document.path, document.digest)
    known = memo.load(cls, text) if text else None
    if known is not None:
        return known.record, known.problems
    report = Report(document.path)
    record = parse_record(cls, document.fields, report, id=document.id, path=document.path)
    if record is not None and (text := memo.dump(record, report)):
        memos.keep("record", document.path, text, document.digest)
    return record, tuple(report)
