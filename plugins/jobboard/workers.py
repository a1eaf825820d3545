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
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_PATIENCE = 0.25
"""Seconds of work after which starting processes for the rest costs less than it saves."""

_LONGEST = 500
"""The most items of a run: a process holds all of its answers until it is over."""

_task: tuple[Callable[[Any], Any], list[Any]] | None = None


def spread(function: Callable[[T], R], items: Iterable[T]) -> Iterable[R]:
    """Like `map`, in order; work that goes on for long is shared by as many processes as there are processors."""
    everything = list(items)
    began = time.perf_counter()
    done = 0
    for item in everything:
        if time.perf_counter() - began > _PATIENCE and _can_fork():
            break
        yield function(item)
        done += 1
    yield from _forked(function, everything[done:])


def _can_fork() -> bool:
    return available() > 1 and _may_fork()


def _may_fork() -> bool:
    return threading.active_count() == 1 and sys.platform not in ("win32", "darwin")


def _forked(function: Callable[[T], R], items: list[T]) -> Iterable[R]:
    if len(items) < 2:
        yield from map(function, items)
    else:
        yield from _in_processes(function, items, min(available(), len(items)))


def _in_processes(function: Callable[[T], R], items: list[T], processes: int) -> Iterable[R]:
    global _task  # noqa: PLW0603 (how a forked process finds what it is to do)
    _task = (function, items)
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(processes, mp_context=context, initializer=_begin) as executor:
            chunk = max(1, min(_LONGEST, len(items) // (processes * 4)))  # long runs, so that memory stays shared
            yield from executor.map(_call, range(len(items)), chunksize=chunk)
    finally:
        _task = None


def apart(function: Callable[[], R]) -> R | None:
    """What it answers in a process of its own, which takes its memory along when it ends; None if there can be none."""
    if not _may_fork():
        return None
    (answer,) = _in_processes(lambda _: function(), [None], 1)
    return answer


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
