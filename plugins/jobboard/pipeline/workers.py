"""Work spread over the processors, where there is enough of it; the built-in `map` elsewhere.

Processes are forked, so that a task may use whatever is in memory: only an item's number and its answer travel. The
process that asks works too, so there is one less of them than there are processors: each takes as much memory as it
touches. A program with threads, or a system that cannot fork, works in one process: slower, and just as right.

A helper never outlives the process it works for, however that ends: it would hold on to whatever it was born with.
"""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext, suppress
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from jobboard.pipeline.collecting import collecting_only_what_is_new

T = TypeVar("T")
R = TypeVar("R")
W = TypeVar("W", bound=Callable[[Any], Any])

_PATIENCE = 0.1
"""Seconds of processor after which starting processes for the rest costs less than it saves: not of the clock, by which
little work takes long on a busy machine."""

_LONGEST = 250
"""The most items of a run: a process holds all of its answers until it is over."""

_QUEUED = 3
"""Runs that a helper has before it, so that it need not wait until this process has done one of its own."""

_PR_SET_PDEATHSIG = 1
"""What Linux calls the wish for a signal when one's parent ends (prctl(2))."""


class LostWorkerError(OSError):
    """A process that shared the work was ended from outside."""

    def __init__(self) -> None:
        super().__init__(
            "A process that shared the work was ended from outside, as systems do that run out of memory; "
            "free some, or build on one processor with taskset -c 0"
        )


_task: tuple[Callable[[Any], Any], list[Any]] | None = None


def spread(function: Callable[[T], R], items: Iterable[T]) -> Iterable[R]:
    """Like `map`, in order; work that goes on for long is shared by as many processes as there are processors."""
    return begin_alone(function, items, _forked)


def begin_alone(function: W, items: Iterable[T], share: Callable[[W, list[T]], Iterable[R]]) -> Iterator[R]:
    """Like `map`, in order; what is left of work that goes on for long is shared out."""
    everything = list(items)
    began = time.process_time()
    done = 0
    for item in everything:
        if time.process_time() - began > _PATIENCE:
            break
        yield function(item)
        done += 1
    yield from share(function, everything[done:])


def _may_fork() -> bool:
    return threading.active_count() == 1 and sys.platform not in ("win32", "darwin")


def _forked(function: Callable[[T], R], items: list[T]) -> Iterable[R]:
    processes = min(available(), len(items))
    if processes < 2 or not _may_fork():
        yield from map(function, items)
    else:
        length = max(1, min(_LONGEST, len(items) // (processes * 4)))  # long runs, so that memory stays shared
        yield from _in_processes(function, items, processes - 1, length)


def _in_processes(function: Callable[[T], R], items: list[T], helpers: int, length: int) -> Iterable[R]:
    """The answers of so many helpers and of this process, which are given runs of a length."""
    global _task  # noqa: PLW0603 (how a forked process finds what it is to do)
    _task = (function, items)
    others = multiprocessing.active_children()
    runs = [(start, min(start + length, len(items))) for start in range(0, len(items), length)]
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(helpers, context, _begin, (os.getpid(),)) as executor:
            try:
                yield from _answers(executor, runs, helpers * _QUEUED)
            except BaseException:
                executor.shutdown(wait=False, cancel_futures=True)
                _end(others)
                raise
    except BrokenProcessPool:
        raise LostWorkerError from None
    finally:
        _task = None


def _answers(executor: ProcessPoolExecutor, runs: list[tuple[int, int]], most: int) -> Iterable[Any]:
    """The answers of all items, in order; what has been handed out is not kept.

    The helpers have at most so many runs before them. What they have not been given this process does while it waits:
    runs are not taken back, since a cancelled one is in the way of `concurrent.futures` when a helper is lost.
    """
    futures: dict[int, Future[list[Any]]] = {}
    ahead = iter(enumerate(runs))
    for number in range(len(runs)):
        while number not in futures or not futures[number].done():
            free = most - sum(not each.done() for each in futures.values())
            futures |= {n: executor.submit(_run, *run) for n, run in itertools.islice(ahead, free)}
            own = next(ahead, None)
            if own is None:
                break
            futures[own[0]] = _done_here(*own[1])
        yield from futures.pop(number).result()


def _done_here(start: int, end: int) -> Future[list[Any]]:
    """A run that no helper has begun, done while its answers are waited for.

    Who collects already has said of what, and what is set aside for that must stay so.
    """
    future: Future[list[Any]] = Future()
    try:
        with nullcontext() if gc.isenabled() else collecting_only_what_is_new():
            future.set_result(_run(start, end))
    except Exception as error:  # noqa: BLE001 (it is raised in its turn, as a helper's is)
        future.set_exception(error)
    return future


def apart(function: Callable[[], R]) -> R | None:
    """What it answers in a process of its own, which takes its memory along when it ends; None if there can be none."""
    if not _may_fork():
        return None
    (answer,) = _in_processes(lambda _: function(), [None], 1, 1)
    return answer


def available() -> int:
    """Processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _end(others: Collection[BaseProcess]) -> None:
    """End the helpers, but none of the `others`, at once: nobody wants what they are at any more."""
    helpers = [each for each in multiprocessing.active_children() if each not in others]
    for each in helpers:
        each.kill()
    for each in helpers:
        each.join()


def _begin(parent: int) -> None:
    """Collect the cycles this process will make, and leave alone what it shares with the one it came from."""
    _end_with(parent)
    gc.freeze()
    gc.enable()


def _end_with(parent: int) -> None:
    """End when that process does, and do not end in its stead: its signals are its own affair."""
    for name in ("SIGTERM", "SIGHUP"):
        if signal.getsignal(getattr(signal, name)) is not signal.SIG_IGN:
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all; the parent decides
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 (of no use to the process that shares the work out)

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it has ended before anybody could be asked to tell
        os._exit(1)
    threading.Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    """Where no system tells: the pipe that every helper shares with its parent ends with it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(start: int, end: int) -> list[Any]:
    if _task is None:
        raise RuntimeError("a worker was started without its task")
    function, items = _task
    return [function(item) for item in items[start:end]]
