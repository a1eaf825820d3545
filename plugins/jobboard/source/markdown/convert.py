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

from jobboard.source.markdown.guard import MAX_HTML, TooComplexError
from jobboard.source.message import phrase

if TYPE_CHECKING:
    from markdown import Markdown

MAX_SECONDS = 10.0
"""Processor time one body may take, the system's for it included: the last net under what `guard` counts. Whatever it
lets through takes less than a second of it, so that it decides nothing, on a slow machine either."""

_TRAILING_TABS = re.compile(r"\t+(?=\n)")


class Engine(StrEnum):
    """Which library converts: Python-Markdown, or the native CommonMark one for very large boards."""

    MARKDOWN = "markdown"
    COMRAK = "comrak"


def to_html(text: str, engine: Engine = Engine.MARKDOWN) -> tuple[str, str]:
    """Convert Markdown to HTML, unsafe and sanitised. Raises TooComplexError for a text too long, deep or tangled.

    What is added to the sanitised one after it was cleaned is the caller's to judge, with what it adds itself.

    Native code, sanitising too, cannot be interrupted, so its time is judged when it is over.
    """
    from jobboard.source.markdown import autolinks, native  # noqa: PLC0415 (a build that reads no file needs none of it)
    from jobboard.source.markdown.abbreviations import explained, joined, kept_apart, ticked  # noqa: PLC0415
    from jobboard.source.markdown.anchors import outlined  # noqa: PLC0415
    from jobboard.source.markdown.sanitise import sanitise  # noqa: PLC0415
    from jobboard.source.markdown.signs import as_markdown  # noqa: PLC0415

    started = time.process_time()
    text = autolinks.shielded(kept_apart(as_markdown(text)))
    unsafe = native.converter()(text) if engine is Engine.COMRAK else _interruptible(text)
    unsafe = _bounded(autolinks.unshielded(unsafe).strip())
    safe = _bounded(joined(autolinks.linked(outlined(explained(ticked(sanitise(unsafe)))))))
    if time.process_time() - started > MAX_SECONDS:
        raise TooComplexError
    return unsafe, safe


def _bounded(html: str) -> str:
    if len(html) > MAX_HTML:
        raise TooComplexError(phrase("a text that becomes a page of more than %(most)s kB", most=MAX_HTML // 1024))
    return html


def _interruptible(text: str) -> str:
    try:
        with _time_limit(MAX_SECONDS):
            return _python()(_TRAILING_TABS.sub("", text) if "\t\n" in text else text)
    except (RecursionError, TooComplexError) as error:
        _python.cache_clear()  # it stopped half-way, and would take the next text for a part of this one
        raise error if isinstance(error, TooComplexError) else TooComplexError from error


@functools.cache
def _python() -> Callable[[str], str]:
    """Python-Markdown, one instance a process: making one costs as much as converting a page."""
    converter = make_converter()
    return lambda text: converter.reset().convert(text)


def make_converter(*, is_sparing: bool = True) -> Markdown:
    """Python-Markdown as it is set up here; what spares it work changes nothing in what comes out."""
    from markdown.extensions.footnotes import FootnoteExtension  # noqa: PLC0415 (only the engine in use is loaded)

    from jobboard.source.markdown.elements import CommonMarkdown, Dialect  # noqa: PLC0415
    from jobboard.source.markdown.sparing import Sparing  # noqa: PLC0415

    footnotes = FootnoteExtension(BACKLINK_TITLE="↩ {}", UNIQUE_IDS=False, USE_DEFINITION_ORDER=False)
    return CommonMarkdown(
        output_format="html", extensions=[footnotes, Dialect(), *((Sparing(),) if is_sparing else ())]
    )


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise TooComplexError once the process has spent `seconds` of processor time inside, its own and the system's.

    A last net under the shape checks of `guard`. Only the main thread of a POSIX process can set it.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(_signal: int, _frame: object) -> None:
        raise TooComplexError

    previous = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, previous)
