"""What an import of a document could not place stands last in its draft, below a heading. Readers are not to see it."""

from __future__ import annotations

import re

from jobboard.source.message import message, phrase
from jobboard.source.problem import Report, quoted
from jobboard.source.yaml.tree import Mapping, Scalar

NOT_PLACED = {"en": "Not placed", "fr": "Non placé", "es": "Sin colocar"}
"""The heading of what found no place, by the language of the document."""

NOT_PLACED_YET = message("not-placed-yet", "%(heading)s: the import left here what it found no place for")

_HEADING = re.compile(rf"\n##[ \t]+({'|'.join(NOT_PLACED.values())})[ \t#]*(?=\s*(?:\n[ ]{{0,3}}[-*+][ \t]|$))")
"""As the import writes it: with a list below; or with nothing, where only that was taken away."""

_DRAFT = "draft"


def check_left_over(fields: Mapping, body: str, first_line: int, report: Report) -> None:
    """Say that the heading is still there, in a body that starts on `first_line`: a draft may have it for now."""
    if not any(words in body for words in NOT_PLACED.values()):
        return
    status = fields.value("status")
    is_draft = isinstance(status, Scalar) and status.text == _DRAFT
    say = report.advise if is_draft else report.problem
    for found in _HEADING.finditer(f"\n{body}"):
        line = first_line + body.count("\n", 0, found.start())
        say(line, "body", NOT_PLACED_YET(heading=quoted(found[1])), _HINT)


_HINT = phrase("put each line where it belongs, or delete it; then delete the heading")
