"""What the form's script reads, as JSON: the form of each kind, all codes, and the names of the board."""

from __future__ import annotations

import json
from typing import Any

from jobboard.board.site import Site
from jobboard.outputs.form.choices import codes_by_name
from jobboard.outputs.form.description import described

CalledIds = tuple[tuple[str, str], ...]
"""Ids with what they are called, in the order in which they are offered."""


def kind_json(site: Site, folder: str, _said: str) -> str:
    """The form of a kind. It says what `check` does, so it is another one where that says something else."""
    return _json(described(site, folder))


def codes_json(site: Site) -> str:
    """Countries, languages, currencies and zones."""
    return _json(codes_by_name(site))


def names_json(organisations: CalledIds, topics: CalledIds) -> str:
    """What the ids of a file may name, by what they refer to."""
    return _json({"organisations": organisations, "topics": topics})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
