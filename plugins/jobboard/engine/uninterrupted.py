"""A stretch of work that signals do not cut in two: whoever wants to end the process waits until it is over."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = tuple(number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)))
"""What asks a process to end, as far as the system has it."""


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold back what asks this process to end. It takes effect afterwards, as it would have."""
    if threading.current_thread() is not threading.main_thread():  # only the first one is ever interrupted
        yield
        return
    came: list[signal.Signals] = []

    def wait(number: int, _frame: FrameType | None) -> None:
        came.append(signal.Signals(number))

    before = {number: found for number in _ENDING if (found := signal.getsignal(number)) is not None}
    try:
        for number in before:
            signal.signal(number, wait)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])
