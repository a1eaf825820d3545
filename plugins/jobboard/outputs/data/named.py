"""Organisations as items name them in the data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    absolute,
    organisation_path,
)
from jobboard.outputs.data.files import (
    ADDRESS,
    TEXT_SCHEMA,
    fields_of,
    record,
)

NAMED = record(
    "id name website url",
    id=TEXT_SCHEMA,
    name=TEXT_SCHEMA,
    short_name=TEXT_SCHEMA,
    part_of=TEXT_SCHEMA,
    website=ADDRESS,
    url=ADDRESS,
)
"""The schema of an organisation as items name it."""


def named_organisations(site: Site, organisations: Iterable[BoardOrganisation]) -> list[dict[str, Any]]:
    """Organisations as items name them."""
    return [
        {
            "id": each.id,
            **fields_of(each.content, ("name", "short_name", "part_of", "website")),
            "url": absolute(site, organisation_path(each.id)),
        }
        for each in organisations
    ]
