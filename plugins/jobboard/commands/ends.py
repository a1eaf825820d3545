"""How a command ends when the system fails it: in a line and an exit code, never in a traceback."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Any, NoReturn

import click

from jobboard.pipeline import report, streams
from jobboard.pipeline.failure import SYSTEM_ERRORS, sentence_of

COULD_NOT_LOOK = 2
"""What a command ends with that was asked a question and could not look; 1 is one of its answers."""


class Doing(click.Command):
    """A command that does something; its exit code is 1 if that failed."""

    failed = 1

    def invoke(self, ctx: click.Context) -> Any:
        streams.lost.clear()
        try:
            return super().invoke(ctx)
        except SYSTEM_ERRORS as error:
            report.print_trouble(f"{sentence_of(error)}.")
            sys.exit(self.failed)


class Looking(Doing):
    """A command that answers a question. Its exit code is 2 if it could not look, or nobody could be told."""

    failed = COULD_NOT_LOOK

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            streams.lost.append("Stopped before it had an answer")
        finally:
            if streams.lost:
                report.print_trouble(f"{streams.lost[0]}.")
                sys.exit(self.failed)


def open_closed_streams() -> None:
    """Give this process the streams it was started without, so that no file of the site is opened in their place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 (for good)


def leave(code: int) -> NoReturn:
    """End at once, without taking apart what was made, whatever becomes of the last words."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
