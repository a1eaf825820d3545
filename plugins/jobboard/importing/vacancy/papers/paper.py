"""What is read of a document, whichever kind it is of; its HTML is neither safe nor in shape yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jobboard.importing.sources.entry import ImportFailedError
from jobboard.source.message import Phrase
from jobboard.source.problem import quoted

MAX_PAPER = 20_000_000
"""Bytes of a document; one of three pages with its pictures has a million."""

MAX_SHOWN = 2_000
"""Characters of a text that was left out and is quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document as read.

    `html` is its text, whose relative addresses start at `base`; `dropped` says what was left out; `subject` is what a
    mail is about; `markup` is the JobPosting of a web page (schema.org), as it stands there.
    """

    html: str
    dropped: tuple[Phrase, ...] = ()
    subject: str = ""
    base: str = ""
    markup: Mapping[str, Any] = field(default_factory=dict)


def refusal(name: str, why: Phrase) -> ImportFailedError:
    """The refusal of a document, in one line."""
    return ImportFailedError(Phrase("%(name)s: %(why)s", {"name": name, "why": why}))


def shortened(text: str) -> str:
    """A text that was left out, as it is quoted."""
    return quoted(" ".join(text.split()), MAX_SHOWN)
