"""Work spread over the processors, where there is enough of it; the built-in `map` elsewhere.

Processes are forked, so that a task may use whatever is in memory: only an item's number and its answer travel. A
program with threads, or a system that cannot fork, works in one process: slower, and just as right.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_MIN_ITEMS = 200
"""Below this, starting processes costs more than it saves."""

_task: tuple[Callable[[Any], Any], list[Any]] | None = None


def spread(function: Callable[[T], R], items: Iterable[T]) -> Iterable[R]:
    """Like `map`, in order, over as many processes as there are processors."""
    everything = list(items)
    processes = min(available(), len(everything) // _MIN_ITEMS + 1)
    if processes < 2 or threading.active_count() > 1 or sys.platform in ("win32", "darwin"):
        yield from map(function, everything)
        return
    global _task  # noqa: PLW0603 (how a forked process finds what it is to do)
    _task = (function, everything)
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(processes, mp_context=context, initializer=_begin) as executor:
            chunk = max(1, len(everything) // (processes * 4))  # long runs, so that memory stays shared
            yield from executor.map(_call, range(len(everything)), chunksize=chunk)
    finally:
        _task = None


def available() -> int:
    """Processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin() -> None:
    """Collect the circles this process will make, and leave alone what it shares with the one it came from."""
    gc.freeze()
    gc.enable()


def _call(number: int) -> Any:
    if _task is None:
        raise RuntimeError("a worker was started without its task")
    function, items = _task
    return function(items[number])
