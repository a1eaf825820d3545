"""One command run and measured: time, processor time, memory of the whole process tree, files written and removed.

Memory is the highest sum of the proportional set sizes (PSS) of all processes of the command's session, sampled
about every 20 ms; where the system hides PSS, of the resident set sizes, which count shared pages once a process.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_INTERVAL = 0.02
_SHARE = 10  # reading PSS holds a process up a little; the sampler rests so many times longer than it reads
_LOG_LINES = 25

_INHERITED = ("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH")
"""What programs need of the environment the bench runs in; `_environment` says why they get no more of it."""

Snapshot = dict[str, tuple[int, int, int]]
"""Files of a folder by relative path: size, mtime (ns) and inode."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What to run. `environment` is added to what all commands are given; `output` is the folder it writes."""

    arguments: tuple[str, ...]
    folder: Path
    output: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One run: seconds on the clock, seconds of processor, peak bytes of memory, how that was read, files."""

    wall: float
    cpu: float
    memory: int
    memory_kind: str
    written: tuple[str, ...]
    removed: int


class CommandError(Exception):
    """A command that failed, with the last lines it said."""


def _environment() -> dict[str, str]:
    """Where programs and folders are, and one language; nothing else of what somebody has set.

    Much of that would be measured: `PYTHONDONTWRITEBYTECODE` has Python compile our modules at every build, and not
    those of the others, which were installed with theirs; `PYTHONOPTIMIZE` and `PYTHONNODEBUGRANGES` choose other
    bytecode, `PYTHONPROFILEIMPORTTIME`, `PYTHONMALLOC` and coverage's variables slow it down, `PYTHONHASHSEED` and
    `PYTHONPATH` change what runs; `GOGC`, `GOMAXPROCS` and `HUGO_*` do the same to Hugo, `MALLOC_*` to memory, `LC_*`
    and `LANGUAGE` to words and orders, `JOBBOARD_NOW` to the time.
    """
    inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    return {**inherited, "LC_ALL": "C.UTF-8"}


def measure(command: Command, log: Path) -> Measurement:
    """Run a command to its end. Raises CommandError if its exit code is not 0."""
    before = snapshot(command.output)
    with log.open("wb") as said:
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 (our own command)
            command.arguments,
            cwd=command.folder,
            env={**_environment(), **command.environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        sampler = _Sampler(process.pid)
        try:
            sampler.start()
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            wall = time.perf_counter() - started
            sampler.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        lines = log.read_text(errors="replace").splitlines()[-_LOG_LINES:]
        raise CommandError(f"{command.arguments[0]} ended with {process.returncode}:\n" + "\n".join(lines))
    after = snapshot(command.output)
    return Measurement(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        memory=max(sampler.peak, 0),
        memory_kind=sampler.kind,
        written=tuple(sorted(path for path, stat in after.items() if before.get(path) != stat)),
        removed=len(before.keys() - after.keys()),
    )


def snapshot(folder: Path | None) -> Snapshot:
    """Every file below a folder; empty if there is none."""
    if folder is None or not folder.is_dir():
        return {}
    return {
        os.path.relpath(entry.path, folder): (stat.st_size, stat.st_mtime_ns, stat.st_ino)
        for entry in _files(folder)
        if (stat := entry.stat(follow_symlinks=False))
    }


def _files(folder: Path) -> Iterator[os.DirEntry[str]]:
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    yield entry


class _Sampler(threading.Thread):
    """Watches the memory of a session (see `setsid(2)`) until it is told to stop."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self.kind = "PSS" if _proportional(os.getpid()) is not None else "RSS"
        self._session = session
        self._is_member: dict[str, bool] = {}
        self._ended = threading.Event()

    def run(self) -> None:
        rest = 0.0
        while not self._ended.wait(rest):
            members = self._members()
            started = time.perf_counter()
            read = _proportional if self.kind == "PSS" else _resident
            self.peak = max(self.peak, sum(read(process) or 0 for process in members))
            rest = max(_INTERVAL, _SHARE * (time.perf_counter() - started))

    def stop(self) -> None:
        self._ended.set()
        if self.is_alive():
            self.join()

    def _members(self) -> list[int]:
        """The processes of the session, which they keep when their parent ends. Each process is asked once."""
        there = {entry.name for entry in os.scandir("/proc") if entry.name.isdigit()}
        self._is_member = {name: is_member for name, is_member in self._is_member.items() if name in there}
        for name in there - self._is_member.keys():
            self._is_member[name] = _session_of(name) == self._session
        return [int(name) for name, is_member in self._is_member.items() if is_member]


def _session_of(process: str) -> int | None:
    with suppress(OSError, ValueError, IndexError):
        after_name = Path("/proc", process, "stat").read_text().rpartition(")")[2].split()
        return int(after_name[3])
    return None


def _proportional(process: int) -> int | None:
    with suppress(OSError, ValueError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return None


def _resident(process: int) -> int | None:
    with suppress(OSError, ValueError):
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return None
