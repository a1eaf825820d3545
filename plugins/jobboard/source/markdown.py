"""Markdown in, HTML out, by one of two engines that read one dialect.

The dialect is CommonMark and GitHub's with footnotes and definition lists, and what `signs`, `autolinks` and
`abbreviations` add before and after either engine. Extensions that let a text set attributes are absent.
"""

from __future__ import annotations

import functools
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown import Markdown

MAX_SECONDS = 5.0
"""Processor time one body may take; honest texts of 256 kB stay far below it."""
_TRAILING_TABS = re.compile(r"\t+(?=\n)")


class Engine(StrEnum):
    """Which library converts: Python-Markdown, or the native CommonMark one for very large boards."""

    MARKDOWN = "markdown"
    COMRAK = "comrak"


class TooComplexError(Exception):
    """The text would take absurdly long, or nests deeper than the converter can follow."""


def to_html(text: str, engine: Engine = Engine.MARKDOWN) -> tuple[str, str]:
    """Convert Markdown to HTML, unsafe and sanitised. Raises TooComplexError where that takes too long or too deep.

    What is added to the sanitised one after it was cleaned is the caller's to judge, with what it adds itself.

    Native code, sanitising too, cannot be interrupted, so its time is judged when it is over.
    """
    from jobboard.source import autolinks, native  # noqa: PLC0415 (a build that reads no file needs none of it)
    from jobboard.source.abbreviations import explained, joined, kept_apart, ticked  # noqa: PLC0415
    from jobboard.source.anchors import outlined  # noqa: PLC0415
    from jobboard.source.sanitise import sanitise  # noqa: PLC0415
    from jobboard.source.signs import as_markdown  # noqa: PLC0415

    started = time.process_time()
    text = autolinks.shielded(kept_apart(as_markdown(text)))
    unsafe = native.converter()(text) if engine is Engine.COMRAK else _interruptible(text)
    unsafe = autolinks.unshielded(unsafe).strip()
    safe = joined(autolinks.linked(outlined(explained(ticked(sanitise(unsafe))))))
    if time.process_time() - started > MAX_SECONDS:
        raise TooComplexError
    return unsafe, safe


def _interruptible(text: str) -> str:
    try:
        with _time_limit(MAX_SECONDS):
            return _python()(_TRAILING_TABS.sub("", text) if "\t\n" in text else text)
    except (RecursionError, TooComplexError) as error:
        _python.cache_clear()  # it stopped half-way, and would take the next text for a part of this one
        raise TooComplexError from error


@functools.cache
def _python() -> Callable[[str], str]:
    """Python-Markdown, one instance a process: making one costs as much as converting a page."""
    converter = make_converter()
    return lambda text: converter.reset().convert(text)


def make_converter(*, is_sparing: bool = True) -> Markdown:
    """Python-Markdown as it is set up here; what spares it work changes nothing in what comes out."""
    from markdown.extensions.footnotes import FootnoteExtension  # noqa: PLC0415 (only the engine in use is loaded)

    from jobboard.source.elements import CommonMarkdown, Dialect  # noqa: PLC0415
    from jobboard.source.sparing import Sparing  # noqa: PLC0415

    footnotes = FootnoteExtension(BACKLINK_TITLE="↩ {}", UNIQUE_IDS=False, USE_DEFINITION_ORDER=False)
    return CommonMarkdown(
        output_format="html", extensions=[footnotes, Dialect(), *((Sparing(),) if is_sparing else ())]
    )


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise TooComplexError once the process has spent `seconds` of processor time inside.

    A last net under the shape checks of `guard`. Only the main thread of a POSIX process can set it.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(_signal: int, _frame: object) -> None:
        raise TooComplexError

    previous = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, previous)
