"""How the builds of the preview went, and waiting for the next."""

from __future__ import annotations

import secrets
import threading

from msgspec import Struct
from msgspec.structs import replace


class News(Struct, frozen=True):
    """What open pages hear: the name of the newest build, and the lines on what held a later one up."""

    number: int
    build: str
    trouble: tuple[str, ...] = ()


class Builds:
    """Knows how the last build went, and lets those who wait hear of the next."""

    def __init__(self) -> None:
        self._process = secrets.token_hex(4)
        self._news = News(0, f"{self._process}-0")
        self._changed = threading.Condition()

    @property
    def news(self) -> News:
        return self._news

    def tell_built(self, *, is_new: bool) -> None:
        """A build went well. Pages reload only if the site `is_new`."""
        number = self._news.number + 1
        self._tell(News(number, f"{self._process}-{number}" if is_new else self._news.build))

    def tell_trouble(self, lines: tuple[str, ...]) -> None:
        """A build was held up; the site is as it was."""
        self._tell(replace(self._news, number=self._news.number + 1, trouble=lines))

    def wait(self, heard: News | None, seconds: float) -> News | None:
        """The news, once they are others than those heard; None after `seconds` without any."""
        with self._changed:
            return self._news if self._changed.wait_for(lambda: self._news is not heard, seconds) else None

    def _tell(self, news: News) -> None:
        with self._changed:
            self._news = news
            self._changed.notify_all()
