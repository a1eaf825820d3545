"""A text without any form in, HTML out: paragraphs, lists of `•` and `1.`, lines of label and value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from jobboard.importing.vacancy.papers.broken import are_all_broken, is_address_cut, put_together, was_broken

BULLET = re.compile(r"^\s*(?:[•·▪◦●○■□‣⁃∙*\u2013\uf0b7\uf0a7o-])[\s\u00a0]+(?=\S)")
_NUMBER = re.compile(r"^\s*[0-9]{1,2}[.)][\s\u00a0]+(?=\S)")
_QUOTED = re.compile(r"^(?:> ?)+")
_RULER = re.compile(r"^[\s=_*~-]{3,}$")
_STARRED = re.compile(r"(?:\*{1,2}|_{1,2})(?=\w|¿|¡)([^*_]{2,140})(?:\*{1,2}|_{1,2})")
"""How people write a heading where there is no bold."""

_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,})\s*")
"""What makes the line above it a heading."""

_NEARLY_FULL = 45
"""Letters of a line of a list that goes on in the next one, if that begins in small letters."""


def html_of_text(text: str) -> str:
    """The HTML of a plain text; words keep their order, and every line its words."""
    lines = [_QUOTED.sub("", line.rstrip()) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return "\n".join(_blocks(lines))


def _blocks(lines: list[str]) -> Iterator[str]:
    entries: list[str] = []
    run: list[str] = []
    for above, line in pairwise(["", *lines, ""]):
        bullet = BULLET.match(line)
        if entries and line.strip() and not bullet and not run and _is_of_entry(above, line):
            entries[-1] = put_together(entries[-1], line.strip())
            continue
        if not line.strip() or bullet or _NUMBER.match(line) or _RULER.match(line):
            is_headed = len(run) == 1 and _UNDERLINE.fullmatch(line) is not None
            yield from [f"<h2>{escape(run[0])}</h2>"] if is_headed else _paragraph(run)
            run = []
        if bullet:
            entries.append(line[bullet.end() :])
        elif line.strip() and not _RULER.match(line):
            yield from _list(entries)
            run.append(line.strip())
    yield from _list(entries)


def _list(entries: list[str]) -> Iterator[str]:
    if entries:
        yield f"<ul>{''.join(f'<li>{escape(each.strip())}</li>' for each in entries)}</ul>"
        entries.clear()


def _is_of_entry(above: str, line: str) -> bool:
    """True for a line that goes on with the entry of a list: indented, or in the middle of a sentence."""
    goes_on = len(above) > _NEARLY_FULL and line[:1].islower()
    return above.strip() != "" and (line[:1].isspace() or goes_on or is_address_cut(above, line))


def _paragraph(lines: list[str]) -> Iterator[str]:
    """Lines as one paragraph where they were only broken, else as a line each."""
    widest = max(map(len, lines), default=0)
    is_one = are_all_broken(lines)
    whole: list[str] = []
    for above, line in pairwise(["", *lines]):
        if whole and (is_one or was_broken(above, line, widest) or is_address_cut(above, line)):
            whole[-1] = put_together(whole[-1], line)
        else:
            whole.append(line)
    yield from (f"<p>{_marked(line)}</p>" for line in whole)


def _marked(line: str) -> str:
    """A line as HTML; one that stands between stars altogether is in bold."""
    found = _STARRED.fullmatch(line)
    return f"<b>{escape(found[1])}</b>" if found else escape(line)
