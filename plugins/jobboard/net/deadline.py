"""One instant by which a conversation must be over, and a socket that keeps to it whatever the other side does."""

from __future__ import annotations

import io
import socket
import time
from typing import cast


class Deadline:
    """So many seconds from now, by a clock that nobody sets."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left. Raises TimeoutError if there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class TimedStream:
    """A socket, as `http.client` uses one: before each read and write it is given no more time than is left."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock, self._deadline = sock, deadline

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(self._deadline.left())
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """What it receives, to be read; the socket stays open for it."""
        return _Lines(_Received(self._sock, self._deadline))

    def close(self) -> None:
        self._sock.close()


class _Lines(io.BufferedReader):
    """A stream whose lines have an end: one that stops within a line, or where one is due, was cut short."""

    def readline(self, size: int | None = -1) -> bytes:
        line = super().readline(-1 if size is None else size)
        if not line.endswith(b"\n") and (size is None or size < 0 or len(line) < size):
            raise EOFError
        return line


class _Received(io.RawIOBase):
    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock, self._deadline = sock, deadline
        self._stream = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int | None:
        self._sock.settimeout(self._deadline.left())
        return self._stream.readinto(cast("bytearray", buffer))

    def close(self) -> None:
        self._stream.close()
        super().close()
