"""An address in, the whole of what is there out, within one deadline; or a sentence on why not.

The deadline holds for everything together: looking up the name, connecting, every redirect, the head and the body. So
a host that sends a byte a second ends like one that sends none. What was cut short is an error and never a whole.

Who calls says which machines may be asked (`look_up`). A name is looked up once, and the connection goes to what was
judged, so that no second answer can lead elsewhere; certificates are still those of the name.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import string
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from jobboard.net.deadline import Deadline, TimedStream
from jobboard.net.proxy import proxy_for, tunnel

MOST_REDIRECTS = 5

_CHUNK = 64 * 1024
_MOVED = frozenset({301, 302, 303, 307, 308})
_WHOLE = frozenset({200, 203})
"""Answers that hold what was asked for, all of it (RFC 9110, section 15.3)."""

_TOO_LONG = "it takes longer than {:.0f} seconds"
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252}[A-Za-z0-9.])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")

Destination = tuple[int, tuple[Any, ...]]
"""A kind of socket and the address it connects to, as `getaddrinfo` names them."""

LookUp = Callable[[str, int, float], Sequence[Destination]]
"""Where a host and port may be connected to, within so many seconds. Raises ValueError for one that may not be."""


class NotFetchedError(Exception):
    """Nothing came, or not the whole; the message says why, in words that may hold anything a server has sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked, of whom and with which limits: bytes, and seconds for everything together.

    `is_trusted` answers whether a proxy may be told a host's name; to any other it is told the judged number.
    """

    headers: dict[str, str]
    most: int
    seconds: float
    look_up: LookUp
    is_trusted: Callable[[str], bool] = field(default=lambda _: True)


class Answer(NamedTuple):
    """What came of one request: its code, its headers by their names in small letters, and its body as it travelled."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def download(url: str, request: Request) -> bytes:
    """The whole of what is at an http or https address. Raises NotFetchedError."""
    deadline = Deadline(request.seconds)
    with _reasons_told(request):
        for _ in range(MOST_REDIRECTS + 1):
            answer = _ask(url, request, deadline)
            if isinstance(answer, bytes):
                return answer
            url = urljoin(url, quote(answer, safe=string.punctuation, encoding="latin-1"))
    raise NotFetchedError(f"it leads from one address to the next more than {MOST_REDIRECTS} times")


def answer_of(url: str, request: Request) -> Answer:
    """What a server answers, whatever that is, and wherever it leads. Raises NotFetchedError."""
    deadline = Deadline(request.seconds)
    with _reasons_told(request), _Connection(parts_of(url), request, deadline) as connection:
        connection.request("GET", connection.target, headers=connection.headers)
        with connection.getresponse() as response:
            names = {name.lower() for name in response.headers}
            headers = {name: ", ".join(response.headers.get_all(name, [])) for name in names}
            return Answer(response.status, headers, _whole(response, request.most))


@contextmanager
def _reasons_told(request: Request) -> Iterator[None]:
    """Whatever the system, or the other side, ends a conversation with is a NotFetchedError with its reason."""
    try:
        yield
    except TimeoutError:
        raise NotFetchedError(_TOO_LONG.format(request.seconds)) from None
    except (OSError, EOFError, ValueError, http.client.HTTPException) as error:
        raise NotFetchedError(_reason(error)) from None


def send(method: str, url: str, body: bytes, request: Request) -> tuple[int, bytes]:
    """What a server answers to something it is handed: the status and the whole of the body. No redirect is followed,
    since what is sent may be meant for that host alone. Raises NotFetchedError."""
    deadline = Deadline(request.seconds)
    try:
        with _Connection(parts_of(url), request, deadline) as connection:
            connection.request(method, connection.target, body=body, headers=connection.headers)
            with connection.getresponse() as response:
                return response.status, _whole(response, request.most)
    except TimeoutError:
        raise NotFetchedError(_TOO_LONG.format(request.seconds)) from None
    except (OSError, EOFError, ValueError, http.client.HTTPException) as error:
        raise NotFetchedError(_reason(error)) from None


def parts_of(url: str) -> SplitResult:
    """An http or https address taken apart, read in no two ways. Raises ValueError with a sentence for any other."""
    parts = urlsplit(url)
    is_web = parts.scheme in _PORTS and url.isascii() and url.isprintable() and " " not in url and "\\" not in url
    if not is_web or not parts.hostname:
        raise ValueError("it is no http or https address")
    if "@" in parts.netloc:
        raise ValueError("it holds a name or a password before its host")
    if not _HOST.fullmatch(parts.hostname):
        raise ValueError("its host is no name and no number")
    if parts.port == 0:
        raise ValueError("there is no such port")
    return parts


def addresses_of(host: str, port: int, seconds: float) -> Sequence[Destination]:
    """Look a name up, once. The system's own call knows no limit of time, so it is waited for and left if need be."""
    found: list[Sequence[Destination] | OSError] = []

    def look_up() -> None:
        try:
            known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.append([(family, address) for family, _, _, _, address in known])
        except (OSError, UnicodeError) as error:
            found.append(error if isinstance(error, OSError) else OSError("its host is no name"))

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(seconds)
    if not found:
        raise TimeoutError
    if isinstance(found[0], OSError):
        raise found[0]
    return found[0]


def _ask(url: str, request: Request, deadline: Deadline) -> bytes | str:
    """The body at an address, or the address it leads to."""
    parts = parts_of(url)
    with _Connection(parts, request, deadline) as connection:
        connection.request("GET", connection.target, headers=connection.headers)
        with connection.getresponse() as response:
            if response.status in _MOVED and (place := response.headers.get("Location")):
                return str(place)
            if response.status not in _WHOLE:
                raise ValueError(f"the server answers {response.status}")
            return _whole(response, request.most)


def _whole(response: http.client.HTTPResponse, most: int) -> bytes:
    """The body, all of it: as long as its head says, or up to the end that its last piece marks."""
    lengths = {each.strip() for each in response.headers.get_all("Content-Length", [])}
    if len(lengths) > 1 or not all(re.fullmatch("[0-9]{1,18}", each) for each in lengths):
        raise ValueError("the server says no clear length")
    data = bytearray()
    while chunk := response.read(min(_CHUNK, most + 1 - len(data))):
        data += chunk
        if len(data) > most:
            raise ValueError(f"it has more than {_size(most)}")
    if response.length:
        raise ValueError(f"it was cut short: {len(data):,} of {len(data) + response.length:,} bytes came")
    return bytes(data)


def _size(most: int) -> str:
    return f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1000} kB"


def _reason(error: Exception) -> str:
    """Why nothing came, in a line."""
    if isinstance(error, http.client.IncompleteRead | ssl.SSLEOFError | ssl.SSLZeroReturnError | EOFError):
        return "it was cut short"
    if isinstance(error, http.client.BadStatusLine):
        return "the server does not speak HTTP"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not to be trusted: {error.verify_message}"
    return str(getattr(error, "strerror", None) or error or type(error).__name__)


class _Connection(http.client.HTTPConnection):
    """One request to where its host was judged to be, directly or through the proxy that the environment names."""

    def __init__(self, parts: SplitResult, request: Request, deadline: Deadline) -> None:
        self._parts, self._request, self._deadline = parts, request, deadline
        self._name, self._port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        super().__init__(self._name, self._port)
        self.target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
        self.headers = {"Host": parts.netloc, **request.headers}

    def __enter__(self) -> _Connection:
        self.connect()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def connect(self) -> None:
        """Connect, and have the other prove who it is where the address is https."""
        sock = self._way()
        if self._parts.scheme == "https":
            sock.settimeout(self._deadline.left())
            context = ssl.create_default_context()
            sock = context.wrap_socket(sock, server_hostname=self._name.rstrip("."), suppress_ragged_eofs=False)
        self.sock = TimedStream(sock, self._deadline)

    def _way(self) -> socket.socket:
        """A socket that leads to the host; or to a proxy, where a trusted host is asked for by its whole address."""
        proxy = proxy_for(self._parts.scheme, self._name)
        if proxy is None:
            return self._connected(self._judged())
        is_trusted = self._request.is_trusted(self._name)
        host = self._name if is_trusted else str(self._judged()[0][1][0])
        sock = self._connected(addresses_of(proxy.host, proxy.port, self._deadline.left()))
        if is_trusted and self._parts.scheme == "http":
            self.target = self._parts._replace(fragment="").geturl()
            self.headers |= proxy.headers
            return sock
        try:
            place = f"[{host}]:{self._port}" if ":" in host else f"{host}:{self._port}"
            tunnel(TimedStream(sock, self._deadline), place, proxy)
        except BaseException:
            sock.close()
            raise
        return sock

    def _judged(self) -> Sequence[Destination]:
        return self._request.look_up(self._name, self._port, self._deadline.left())

    def _connected(self, places: Sequence[Destination]) -> socket.socket:
        """A socket to the first of the places that answers; one that says nothing has a part of the time."""
        last: OSError = OSError("it has no address")
        for family, address in places:
            sock = socket.socket(family, socket.SOCK_STREAM)
            try:
                sock.settimeout(min(self._deadline.left(), self._request.seconds / 3))
                sock.connect(address)
            except OSError as error:
                sock.close()
                last = error
            else:
                return sock
        raise last
