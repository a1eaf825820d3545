"""Standard output and standard error: lines in, whatever takes them, and nothing of what is done depends on it.

A stream may be closed, full, read no more, or lack the letters of a line.
"""

from __future__ import annotations

import codecs
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO

from rich.console import Console

from jobboard.source.system_error import reason_of

_ESCAPED = "jobboard.escaped"

lost: list[str] = []
"""Why standard output took no more: of an answer nobody got, the command must not say that it was given."""


class _Channel(Console):
    """A console that leaves a broken pipe to whoever prints; by itself it would end the process with exit code 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


ERRORS = _Channel(stderr=True, highlight=False, soft_wrap=True, emoji=False)
OUT = _Channel(highlight=False, soft_wrap=True, emoji=False)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error(_ESCAPED, _escaped)


def print_line(console: Console, line: str, style: str = "") -> None:
    """Print a line on a console, on a terminal in that style."""

    def show(stream: IO[str]) -> None:
        try:
            console.print(_fitting(line, stream), style=style, markup=False)
        except BrokenPipeError:
            raise
        except OSError:  # of colours, say, for which it must open files
            print(_fitting(line, stream), file=stream, flush=True)

    _to(console.file, show)


def put_text(text: str) -> None:
    """Print a text on standard output as it is, whatever the width and the colours of a terminal."""
    _to(sys.stdout, lambda stream: print(_fitting(text, stream), file=stream, flush=True))


def _to(stream: IO[str], write: Callable[[IO[str]], object]) -> None:
    """Write to a stream. One that is closed, or that nobody reads any more, changes nothing of what is done."""
    try:
        write(stream)
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        if stream is not sys.stderr:
            lost.append(f"standard output: {reason_of(error)}")
    except ValueError:  # closed
        pass


def _silence(stream: IO[str]) -> None:
    """Nothing more goes there: what is left would fail once more when the process ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _fitting(text: str, stream: IO[str]) -> str:
    """The text with what the stream has no letters for written as JSON and Python do: \\u00e9."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, _ESCAPED).decode(encoding)
