"""The digests that stand for what an item shows."""

from __future__ import annotations

from datetime import datetime

from jobboard.source.body import Body
from jobboard.source.document import digest_of


def item_digest(own: str, standing: str, updated_at: datetime, named: str) -> str:
    """One name for everything an item shows: its file, what that names, where it stands. Instants follow from these."""
    return f"{own}|{standing}|{updated_at.isoformat()}|{named}"


def text_digest(title: str, body: Body) -> str:
    """A name for what one reads of an item; of one without a text for its title, so that it is not any other's."""
    return digest_of((title if body.is_empty else body.html).encode())
