"""Signals that end a command: it tidies up, as after Ctrl+C, and its exit code tells the signal's number.

A shell, a service manager or a closed terminal ends only the process it started. Helpers end with it
(`pipeline/workers.py`), its lock is free at once (`engine/folder.py`), and nothing of a build that was not done is left
(`engine/staging.py`).
"""

from __future__ import annotations

import signal
import sys
from types import FrameType

_ASKING = tuple(number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None)
"""What asks a process to end, beside Ctrl+C, for which Python has an exception of its own."""

_MOMENT = 0.001
"""Seconds until it is tried again to end a command that could take no exception."""

_came: list[signal.Signals] = []


def listen() -> None:
    """From now on such a signal ends the command by an exception; the ones that follow it change nothing more.

    A signal that is ignored, like the closing of a terminal under `nohup`, stays ignored.
    """
    for number in _ASKING:
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _end)
            sys.unraisablehook = _lost


def exit_code(code: int) -> int:
    """The exit code of a command that would end with `code`: 128 and the number of the signal, if one ended it."""
    return 128 + _came[0] if _came else code


def is_over() -> bool:
    """True once a signal has ended the command."""
    return bool(_came)


def name_of_signal() -> str:
    """What the signal that ended the command is called."""
    return _came[0].name


def _end(number: int, _frame: FrameType | None) -> None:
    if not _came:
        _came.append(signal.Signals(number))
        raise SystemExit(128 + number)


def _lost(found: sys.UnraisableHookArgs) -> None:
    """Python takes no exception in a callback: one that was to end the command is raised again a moment later."""
    if _came and isinstance(found.exc_value, SystemExit):
        signal.signal(signal.SIGALRM, _again)
        signal.setitimer(signal.ITIMER_REAL, _MOMENT)
    else:
        sys.__unraisablehook__(found)


def _again(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + _came[0])
