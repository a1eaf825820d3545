"""Markdown in, HTML out: the only module that knows the Markdown libraries.

The extensions are named one by one; `attr_list` and `md_in_html` are absent because they let a text
set attributes. What comes out is not safe before it is sanitised.
"""

from __future__ import annotations

import functools
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from jobboard.source.sanitise import SECTION_PREFIX, sanitise

if TYPE_CHECKING:
    from markdown import Markdown

EXTENSIONS = ("tables", "footnotes", "def_list", "abbr", "sane_lists")
MAX_SECONDS = 5.0
"""Processor time one body may take; honest texts of 256 kB stay far below it."""


class Engine(StrEnum):
    """Which library converts: Python-Markdown, or the native CommonMark one for very large boards."""

    MARKDOWN = "markdown"
    COMRAK = "comrak"


class TooComplexError(Exception):
    """The text would take absurdly long, or nests deeper than the converter can follow."""


def to_html(text: str, engine: Engine = Engine.MARKDOWN) -> tuple[str, str]:
    """Convert Markdown to HTML, unsafe and sanitised. Raises TooComplexError where that takes too long or too deep.

    Native code, sanitising too, cannot be interrupted, so its time is judged when it is over.
    """
    started = time.process_time()
    unsafe = _native()(text) if engine is Engine.COMRAK else _interruptible(text)
    safe = sanitise(unsafe)
    if time.process_time() - started > MAX_SECONDS:
        raise TooComplexError
    return unsafe, safe


def _interruptible(text: str) -> str:
    try:
        with _time_limit(MAX_SECONDS):
            return _python()(text)
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
    import markdown  # noqa: PLC0415 (only the engine in use is loaded)
    from markdown.extensions.toc import TocExtension  # noqa: PLC0415

    from jobboard.source.sparing import Sparing, SparingToc  # noqa: PLC0415

    toc = {"slugify": _section_id, "toc_depth": "1-4"}
    return markdown.Markdown(
        output_format="html",
        extensions=[*EXTENSIONS, *((SparingToc(**toc), Sparing()) if is_sparing else (TocExtension(**toc),))],
        extension_configs={"footnotes": {"BACKLINK_TITLE": "↩ {}", "UNIQUE_IDS": False}},
    )


@functools.cache
def _native() -> Callable[[str], str]:
    """comrak, in Rust, some hundred times as fast; what it reads otherwise is listed in docs/markdown.md."""
    import comrak  # noqa: PLC0415 (an extra)

    extensions, rendering = comrak.ExtensionOptions(), comrak.RenderOptions()
    extensions.table = extensions.footnotes = True
    rendering.unsafe_ = True  # the allow-list comes after
    return lambda text: str(comrak.render_markdown(text, extension_options=extensions, render_options=rendering))


def _section_id(heading: str, separator: str) -> str:
    """An anchor that cannot collide with one of the page's own."""
    from markdown.extensions.toc import slugify_unicode  # noqa: PLC0415

    return SECTION_PREFIX + (slugify_unicode(heading, separator) or "1")


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
