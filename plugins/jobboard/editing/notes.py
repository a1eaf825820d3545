"""What comments of a file say of its fields: an import writes where it found each, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Collection

from jobboard.editing.sheet import EOL

_COMMENT = re.compile(r"#[ ]?(.*)")
_FIELD = re.compile(r"(\w+):")


def notes_of(front: str, names: Collection[str]) -> dict[str, str]:
    """The comments right above each of these fields; of one that is itself a comment, with what it would say."""
    found: dict[str, str] = {}
    above: list[str] = []
    for line in EOL.split(front):
        comment = _COMMENT.fullmatch(line.strip())
        field = _FIELD.match(comment[1] if comment else line)
        name = field[1] if field and field[1] in names else ""
        if comment:
            above.append(comment[1].partition(":")[2].strip() if name else comment[1])
        if name and above:
            found[name] = " ".join(filter(None, [found.get(name, ""), *above]))
        if name or not comment:
            above = []
    return found
