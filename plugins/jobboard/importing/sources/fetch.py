"""Addresses to bytes, with limits: only http and https, only so much, only so long, and only from where it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from jobboard.importing.sources.entry import ImportFailedError
from jobboard.importing.sources.public_hosts import is_public
from jobboard.net.download import Destination, NotFetchedError, Request, addresses_of, download, parts_of
from jobboard.source.problem import quoted

_SECONDS = 60.0
"""A whole download may take this long, from looking up its host to the last byte."""

_WEB = frozenset({80, 443})
_FIRST_FREE = 1024
"""Ports below are kept for services; of those a web server has two."""

_SHOWN = 300
"""Characters of an address that a message shows."""


def is_web_address(source: str) -> bool:
    """True for what is fetched, false for what is a file."""
    return source.lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches what others named, so never from within: only from public machines, and from `home`.

    `home` is the host of the address that was typed, empty for a file. Each host is looked up once for as long as the
    fetcher is used: one that was public stays where it was.
    """

    home: str = ""
    _places: dict[tuple[str, int], Sequence[Destination]] = field(default_factory=dict, repr=False)
    _is_public: dict[str, bool] = field(default_factory=dict, repr=False)

    def fetch(self, url: str, limit: int) -> bytes:
        """The bytes at `url`, at most `limit` of them, and all there are. Raises ImportFailedError."""
        try:
            self.check(url)
            request = Request(
                headers={"User-Agent": "jobboard import", "Accept": "*/*"},
                most=limit,
                seconds=_SECONDS,
                look_up=self._look_up,
                is_trusted=self._is_home,
            )
            return download(url, request)
        except (NotFetchedError, ValueError) as error:
            raise ImportFailedError(f"cannot fetch {quoted(url, _SHOWN)[1:-1]}: {error}") from None

    def check(self, url: str) -> None:
        """Refuse what is no address of the web. Raises ValueError."""
        parts_of(url)

    def _is_home(self, host: str) -> bool:
        return bool(self.home) and _plain(host) == _plain(self.home)

    def _look_up(self, host: str, port: int, seconds: float) -> Sequence[Destination]:
        """Where a host is, if one may go there. Raises ValueError."""
        key = _plain(host), port
        if key not in self._places:
            places = addresses_of(host, port, seconds)
            is_open = all(is_public(str(address[0])) for _, address in places)
            was_open = self._is_public.setdefault(key[0], is_open)
            if not is_open and (was_open or not self._is_home(host)):
                raise ValueError("it leads to a machine that is not public")
            if port < _FIRST_FREE and port not in _WEB and not self._is_home(host):
                raise ValueError(f"port {port} is not one of the web's")
            self._places[key] = places
        return self._places[key]


def _plain(host: str) -> str:
    """A name as it is compared: capitals and a last dot mean nothing."""
    return host.lower().rstrip(".")
