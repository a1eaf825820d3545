"""The setting JOBBOARD_OWNERS: who looks at what is proposed, by folder of content or by organisation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jobboard.settings.place import SETTING_VALUE, Add, example
from jobboard.source.message import phrase
from jobboard.source.slug import is_id

OWNERS = "JOBBOARD_OWNERS"

_EXAMPLE = f"{OWNERS} = {{'': '@example/editors', 'news': '@example/press', 'sample-cities': ['@ana', '@luc']}}"
_OWNER = re.compile(r"@[A-Za-z0-9][\w.-]*(?:/[\w.-]+)*|[^\s@#]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_WORDS = phrase("names of folders or organisations, each with those who look at it")


def check_owners(pelican: Mapping[str, Any], add: Add) -> dict[str, tuple[str, ...]]:
    """The owners by folder or organisation, an empty name for everything. None where the setting is wrong."""
    value = pelican.get(OWNERS, {})
    found: dict[str, tuple[str, ...]] = {}
    for name, whose in value.items() if isinstance(value, dict) else [(None, value)]:
        owners = [whose] if isinstance(whose, str) else whose
        if not _is_name(name) or not isinstance(owners, list | tuple) or not owners or not all(map(_is_owner, owners)):
            add(
                OWNERS,
                SETTING_VALUE(words=_WORDS, found=repr(value if name is None else {name: whose})),
                example(_EXAMPLE),
            )
            return {}
        found[str(name)] = tuple(owners)
    return found


def _is_name(name: object) -> bool:
    return isinstance(name, str) and (not name or is_id(name))


def _is_owner(owner: object) -> bool:
    return isinstance(owner, str) and _OWNER.fullmatch(owner) is not None
