"""A text without any form in, HTML out: paragraphs, lists of `•` and `1.`, lines of label and value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

_BULLET = re.compile(r"^\s*(?:[•·▪◦●○■□‣⁃∙*\u2013\uf0b7\uf0a7o-])[\s\u00a0]+(?=\S)")
_NUMBER = re.compile(r"^\s*[0-9]{1,2}[.)][\s\u00a0]+(?=\S)")
_QUOTED = re.compile(r"^(?:> ?)+")
_RULER = re.compile(r"^[\s=_*~-]{3,}$")
_SHORT = 60
"""Letters of a line behind which no program has broken a sentence."""


def html_of_text(text: str) -> str:
    """The HTML of a plain text; words keep their order, and every line its words."""
    lines = [_QUOTED.sub("", line.rstrip()) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return "\n".join(_blocks(lines))


def _blocks(lines: list[str]) -> Iterator[str]:
    entries: list[str] = []
    run: list[str] = []
    for line in [*lines, ""]:
        bullet = _BULLET.match(line)
        if entries and line.strip() and not bullet and not run and line[:1].isspace():
            entries[-1] += f" {line.strip()}"
            continue
        if not line.strip() or bullet or _NUMBER.match(line) or _RULER.match(line):
            yield from _paragraph(run)
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


def _paragraph(lines: list[str]) -> Iterator[str]:
    """Lines as one paragraph where they were only broken, else as a line each."""
    is_broken = len(lines) > 1 and all(len(line) > _SHORT for line in lines[:-1])
    if is_broken:
        yield f"<p>{escape(' '.join(lines))}</p>"
    else:
        yield from (f"<p>{escape(line)}</p>" for line in lines)
