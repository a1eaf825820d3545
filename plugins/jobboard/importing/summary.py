"""The summary of an entry beside its text: kept, left out as a part of the text, or put into the text."""

from __future__ import annotations

import re
from dataclasses import replace

from jobboard.importing.html.convert import to_line
from jobboard.importing.sources.entry import Imported

MAX_SUMMARY = 1000
_CUT = re.compile(r"\s*(?:\[(?:…|\.{3})\]|…|\.{3})\s*")
"""Where a program has cut a teaser; often it names the article and its site behind that."""


def with_summary(entry: Imported) -> tuple[Imported, tuple[str, ...]]:
    """The entry with a summary of one line of plain text, or without one, and notes. No word of it is lost.

    A summary that the text begins with says nothing, and one that a program cut out of the text neither. One too long
    for the field stands above the text.
    """
    summary, text = to_line(entry.summary), to_line(entry.html)
    if not summary or _words(text).startswith(_words(summary)):
        return replace(entry, summary=""), ()
    kept, *behind = _CUT.split(summary)
    if behind and _words(kept) in _words(text):
        rest = " ".join(filter(None, behind))
        known = f"{entry.title} {entry.html}"
        is_lost = set(_words(rest).split()) - set(_words(to_line(known)).split())
        return replace(entry, summary=""), (f"left out, behind a summary that was cut: '{rest}'",) if is_lost else ()
    if len(summary) <= MAX_SUMMARY:
        return replace(entry, summary=summary), ()
    if _words(text) in _words(summary):
        return replace(entry, html=entry.summary, summary=""), ()
    html = f"<div>{entry.summary}</div>\n{entry.html}"
    return replace(entry, html=html, summary=""), ("its summary is longer than one may be, and stands above its text",)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
