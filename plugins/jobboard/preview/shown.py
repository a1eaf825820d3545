"""What a server of ours hands out: files of a folder, or whatever else answers for the paths of a site."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from jobboard.preview.files import file_at, media_type


class Found(Struct, frozen=True):
    """What there is at a path: its type, and its bytes or the file that has them."""

    type: str
    content: bytes | Path

    @property
    def is_page(self) -> bool:
        return self.type.startswith("text/html")

    def bytes(self) -> bytes:
        """All of it."""
        return self.content if isinstance(self.content, bytes) else self.content.read_bytes()


class Served(Protocol):
    """A site that can be served."""

    @property
    def now(self) -> datetime | None:
        """The instant (aware) it is shown as of; None for what the clock says."""
        ...

    def at(self, path: str) -> Found | None:
        """What is at a path, `/` at its end for the page of a folder; None if nothing is."""
        ...

    def bar(self, path: str) -> bytes:
        """What is added at the end of the page at a path: HTML, or nothing."""
        ...

    def show_as_of(self, text: str) -> None:
        """Show the site as it is at an instant from now on. Raises ValueError with a sentence if that cannot be."""
        ...


class ShownFolder(Struct, frozen=True):
    """A built site, as a static host would serve it; `now` is the instant it was built for, if somebody named that."""

    folder: Path
    now: datetime | None = None

    def at(self, path: str) -> Found | None:
        file = file_at(self.folder, path)
        return None if file is None else Found(media_type(file), file)

    def bar(self, _path: str) -> bytes:
        return b""

    def show_as_of(self, _text: str) -> None:
        """A built site is as it was built; who asks for an instant is given the page as it is."""
