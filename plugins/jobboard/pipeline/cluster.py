"""Work shared by the machines of a Dask cluster, which have this package and nothing of the board (decision 86).

Dask carries the values, deals the work out, and gives that of a lost worker to another. What comes to nothing there,
for whatever reason, is done here: a cluster can cost time, and nothing else.
"""

from __future__ import annotations

import concurrent.futures
import copyreg
import io
import itertools
import logging
import pickle
import re
import threading
import warnings
import zlib
from asyncio import CancelledError
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from jobboard.base.map import Spreading, Task
from jobboard.outputs.page.theme import Theme
from jobboard.pipeline import report
from jobboard.pipeline.failure import ClusterError
from jobboard.pipeline.version import code_version, edition
from jobboard.pipeline.workers import begin_alone

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
R = TypeVar("R")

_BATCH = 50
"""Items that travel together: some hundred kilobytes, and work for some hundredths of a second at least."""

_AHEAD = 3
"""Batches that are out for each process of the cluster: one at work, one that waits, one on its way."""

_PATIENCE = 5.0
"""Seconds after which nobody is expected to answer."""

_ADDRESS = re.compile(r"(?:[a-z]+://)?[^\s/]+:\d{1,5}", re.ASCII)


@contextmanager
def shared_by(address: str) -> Iterator[Spreading]:
    """What spreads work over the cluster at an address (`tcp://host:8786`). Raises ClusterError if that is none, or
    anybody there would make other files of the same content."""
    with _connected(address) as client:
        _check_editions(client, address)
        yield _Cluster(client, _AHEAD * len(client.nthreads())).spread


def _connected(address: str) -> Client:
    try:
        from distributed import Client  # noqa: PLC0415 (an extra)
    except ImportError:
        raise ClusterError("--cluster needs Dask: pip install 'jobboard[cluster]'") from None
    if not _ADDRESS.fullmatch(address):
        raise ClusterError(f"{address!r} is no address of a cluster: write --cluster tcp://host:8786")
    for name in [each for each in logging.root.manager.loggerDict if each.startswith("distributed")]:
        logging.getLogger(name).disabled = True  # what there is to say is said here
    warnings.filterwarnings("ignore", module="distributed")
    try:
        return _soon(lambda: Client(address, timeout=_PATIENCE, set_as_default=False))
    except Exception as error:  # noqa: BLE001 (of Dask, of TLS, of the system: none is ours)
        reason = "" if isinstance(error, OSError) else f" ({error})"
        raise ClusterError(f"no scheduler of Dask answers at {address}{reason}") from None


def _check_editions(client: Client, address: str) -> None:
    """Raises ClusterError where somebody has another edition of this package, or of what it renders with."""
    try:
        scheduler, workers = _soon(lambda: (client.run_on_scheduler(edition), client.run(edition)))
    except TimeoutError:
        raise ClusterError(f"not everybody answers in the cluster at {address}") from None
    except Exception as error:  # noqa: BLE001 (above all there is no such module)
        raise ClusterError(f"not everybody in the cluster at {address} has this jobboard ({error})") from None
    if not workers:
        raise ClusterError(f"the cluster at {address} has no workers: start one with dask worker {address}")
    for name, there in {"the scheduler": scheduler, **workers}.items():
        if difference := _difference(edition(), there):
            raise ClusterError(f"the cluster at {address} is of another edition: {name} has {difference}")


def _soon(function: Callable[[], T]) -> T:
    """What a function answers, or raises; TimeoutError if somebody keeps it waiting, as others than Dask do."""
    answer: concurrent.futures.Future[T] = concurrent.futures.Future()

    def run() -> None:
        try:
            answer.set_result(function())
        except Exception as error:  # noqa: BLE001 (it is raised where the answer is wanted)
            answer.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return answer.result(2 * _PATIENCE)


def _difference(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    """The first that is not the same there; empty if all is."""
    for name in {**here, **there}:
        if here.get(name) != there.get(name):
            return f"{name} {there.get(name) or 'not at all'}, and this machine {here.get(name) or 'not at all'}"
    return ""


@dataclass(slots=True)
class _Cluster:
    """A cluster whose every process has this edition; `themes` are those that were sent there, by their digests.

    At `most` so many batches are out. One that `is_lost` is asked for nothing any more.
    """

    client: Client
    most: int
    themes: dict[str, Future | None] = field(default_factory=dict)
    is_lost: bool = False
    is_told: bool = False

    def spread(self, task: Task[T, R], items: Iterable[T]) -> Iterator[R]:
        """Like `map`, in order; what goes on for long is packed here, done there and finished here."""
        return begin_alone(task, items, self._shared_out)

    def _shared_out(self, task: Task[T, R], items: list[T]) -> Iterator[R]:
        out: deque[tuple[list[T], Future | None]] = deque()
        for start in range(0, len(items), _BATCH):
            batch = items[start : start + _BATCH]
            out.append((batch, self._handed_out(task, batch)))
            if len(out) > self.most:
                yield from self._finished(task, *out.popleft())
        while out:
            yield from self._finished(task, *out.popleft())

    def _handed_out(self, task: Task[T, R], batch: list[T]) -> Future | None:
        """A batch on its way to whoever is free; None if it cannot be sent."""
        if self.is_lost:
            return None
        data, themes = _packed([task.pack(item) for item in batch])
        for digest, theme in themes.items():
            if digest not in self.themes:
                self.themes[digest] = self._submitted(_received, theme)
        needed = [self.themes[digest] for digest in themes]
        return self._submitted(_done_there, code_version(), task.do, data, needed)

    def _submitted(self, function: Callable[..., object], *values: object) -> Future | None:
        try:
            return self.client.submit(function, *values, pure=False)
        except Exception:  # noqa: BLE001 (nobody is there any more)
            return None

    def _finished(self, task: Task[T, R], batch: Sequence[T], future: Future | None) -> Iterator[R]:
        for item, done in zip(batch, self._answers(future) or itertools.repeat(None)):  # noqa: B905
            yield task(item) if done is None else task.finish(item, done)

    def _answers(self, future: Future | None) -> list[Any] | None:
        """What was done of a batch, None for what is to be done here; None if nobody does it."""
        looks = 0
        while future is not None and not self.is_lost:
            try:
                return _unpacked(future.result(timeout=_PATIENCE))
            except TimeoutError:
                looks = 0 if self._has_workers() else looks + 1
                self.is_lost = looks > 1
                if self.is_lost:
                    self._tell("no workers are left")
            except (Exception, CancelledError) as error:  # noqa: BLE001 (it is raised here, too, or does not happen)
                self._tell(type(error).__name__)
                return None
        return None

    def _tell(self, reason: str) -> None:
        """Say once that something is done here: it takes longer."""
        if not self.is_told:
            report.print_lost_work(reason)
        self.is_told = True

    def _has_workers(self) -> bool:
        try:
            return bool(self.client.nthreads())
        except Exception:  # noqa: BLE001 (there is not even a scheduler)
            return False


_themes_here: dict[str, Theme] = {}
"""Of a worker: those that were received."""

_alone = threading.Lock()
"""What makes pages is not made for threads, of which a worker may have several."""


def _received(theme: Theme) -> Theme:
    return theme


def _done_there(version: str, do: Callable[[Any], Any], data: bytes, themes: list[Theme]) -> bytes:
    """The main part of a batch, by a worker, packed; None for what is not to be done there."""
    if code_version() != version:
        raise ClusterError("a worker of another edition")
    with _alone:
        _themes_here.update((theme.digest, theme) for theme in themes)
        return _packed([each if each is None else do(each) for each in _unpacked(data)])[0]


def _packed(values: list[Any]) -> tuple[bytes, dict[str, Theme]]:
    """Values to be sent, and the themes among them, which are sent once."""
    themes: dict[str, Theme] = {}

    def reduced(theme: Theme) -> tuple[Callable[[str], Theme], tuple[str]]:
        themes[theme.digest] = theme
        return _theme_here, (theme.digest,)

    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, Theme: reduced}
    pickler.dump(values)
    return zlib.compress(file.getvalue(), 1), themes


def _unpacked(data: bytes) -> list[Any]:
    values: list[Any] = pickle.loads(zlib.decompress(data))  # noqa: S301 (of the cluster, which makes the site)
    return values


def _theme_here(digest: str) -> Theme:
    return _themes_here[digest]
