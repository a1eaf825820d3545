"""Who is connected to the preview, never too many and none for ever: each has an instant by which it must be done.

A client that dawdles with its request, or takes its answer byte by byte, is left when its time is over, or as soon as
its place is wanted: the first to go is the one whose time ends first. Pages that listen for builds have all the time
they want, and a number of their own.
"""

from __future__ import annotations

import math
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress

MOST = 48
MOST_LISTENING = 24
TO_ASK = 10.0
"""Seconds from the connection to the end of the request's head."""

TO_TAKE = 60.0
"""Seconds for the whole answer."""


class Clients:
    """The open connections, each with the instant it ends at. All of this may be called from any thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ends: dict[socket.socket, float] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._ends)

    def admit(self, client: socket.socket) -> None:
        """Let a client in; if there are too many, the one whose time ends first goes."""
        with self._lock:
            if len(self._ends) >= MOST:
                self._leave(min(self._ends, key=self._ends.__getitem__))
            self._ends[client] = self._clock() + TO_ASK

    def has_asked(self, client: socket.socket) -> None:
        """Its request is here: from now on it takes the answer."""
        with self._lock:
            if client in self._ends:
                self._ends[client] = self._clock() + TO_TAKE

    def listen(self, client: socket.socket) -> None:
        """It listens for as long as it likes; if too many do, the one that came first goes, and may come again."""
        with self._lock:
            listening = [each for each, end in self._ends.items() if end == math.inf]
            if len(listening) >= MOST_LISTENING:
                self._leave(listening[0])
            if client in self._ends:
                del self._ends[client]
                self._ends[client] = math.inf

    def forget(self, client: socket.socket) -> None:
        """It is gone."""
        with self._lock:
            self._ends.pop(client, None)

    def leave_the_late(self) -> None:
        """Hang up on those whose time is over."""
        with self._lock:
            now = self._clock()
            for client in [each for each, end in self._ends.items() if end <= now]:
                self._leave(client)

    def leave_all(self) -> None:
        """Hang up on everybody."""
        with self._lock:
            for client in list(self._ends):
                self._leave(client)

    def _leave(self, client: socket.socket) -> None:
        """Hang up. Its thread wakes, finds that nobody is there, and ends."""
        del self._ends[client]
        with suppress(OSError):
            client.shutdown(socket.SHUT_RDWR)
