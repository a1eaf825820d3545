"""What a converter asks of the content folder."""

from __future__ import annotations

from typing import Protocol


class Local(Protocol):
    """Where in the content folder the file at an address lies, or the item that was there; empty if nowhere."""

    def __call__(self, address: str, *, is_picture: bool) -> str: ...
