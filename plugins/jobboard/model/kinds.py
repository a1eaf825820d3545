"""Which declaration the documents of each kind follow."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from jobboard.model.event import Event
from jobboard.model.fields.field import declarations
from jobboard.model.introduction import Introduction
from jobboard.model.news import NewsItem
from jobboard.model.organisation import Organisation
from jobboard.model.page import Page
from jobboard.model.posting import Posting
from jobboard.source.kinds import of_each_kind

RECORDS: dict[str, type] = of_each_kind(
    "RECORDS in model/kinds.py",
    {
        "postings": Posting,
        "news": NewsItem,
        "events": Event,
        "organisations": Organisation,
        "pages": Page,
        "topics": Introduction,
    },
)
"""The record of a kind, by its folder."""


@functools.cache
def fields_holding(record: type) -> Mapping[str, tuple[str, ...]]:
    """The fields of each kind whose values are such records, one or several, by its folder."""
    return {
        folder: tuple(name for name, each in declarations(kind).items() if each.type.record is record)
        for folder, kind in RECORDS.items()
    }


@functools.cache
def has_field(folder: str, name: str) -> bool:
    """True if the records of that kind have a declared field of that name."""
    return name in declarations(RECORDS[folder])
