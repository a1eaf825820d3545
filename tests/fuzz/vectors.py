"""`python -m tests.fuzz.vectors [FILE …]`: vectors of the public corpora of HTML sanitisers, run over ours.

Without files they are fetched for the run, from DOMPurify and the HTML5 Security Cheatsheet. They are others' work, and
never part of this repository.
"""

from __future__ import annotations

import re
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from jobboard.importing.html.convert import to_body
from jobboard.outputs.text.judged import judged
from jobboard.source.markdown.body import convert_body
from jobboard.source.markdown.convert import Engine
from jobboard.source.problem import Report
from tests.outputs.final import faults_in_text

CORPORA = (
    "https://raw.githubusercontent.com/cure53/DOMPurify/main/test/fixtures/expect.mjs",
    "https://raw.githubusercontent.com/cure53/H5SC/master/vectors.txt",
    "https://raw.githubusercontent.com/cure53/H5SC/master/items.js",
)
_QUOTED = re.compile(r""""(?:payload|data)"\s*:\s*"((?:[^"\\]|\\.)*)"|'data'\s*:\s*'((?:[^'\\]|\\.)*)'""", re.DOTALL)
_DIVISION = re.compile(r'(?=<div id="\d+">)')
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_NAMED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}


def vectors_in(text: str) -> Iterator[str]:
    """The texts that an attack consists of, in a file of either form."""
    quoted = _QUOTED.findall(text)
    for double, single in quoted:
        yield _ESCAPE.sub(_unescaped, double or single)
    if not quoted:
        yield from (part for part in _DIVISION.split(text) if part.strip())


def _unescaped(found: re.Match[str]) -> str:
    code = found[1]
    return chr(int(code[1:], 16)) if code[0] in "ux" and len(code) > 1 else _NAMED.get(code, code)


def faults_of(vector: str) -> set[str]:
    """What of a vector is left on a page: as a body, by both engines, and as an imported article."""
    found: set[str] = set()
    imported, _ = to_body(vector, "https://blog.example/", lambda _address, **_: "")
    for text in (vector, imported):
        for engine in Engine:
            body = convert_body(text, 1, Report("x"), engine)
            found |= set(faults_in_text(judged(body.html))) if body is not None else set()
    return found


def main() -> int:
    """Say how many were run; 1 if anything was left of one."""
    texts = [Path(name).read_text(encoding="utf-8", errors="replace") for name in sys.argv[1:]]
    if not texts:
        texts = [urllib.request.urlopen(each, timeout=60).read().decode("utf-8", "replace") for each in CORPORA]
    vectors = dict.fromkeys(vector for text in texts for vector in vectors_in(text))
    faults = {vector: found for vector in vectors if (found := faults_of(vector))}
    for vector, found in faults.items():
        sys.stdout.write(f"{sorted(found)} of {vector[:300]!r}\n")
    sys.stdout.write(f"{len(vectors)} vectors, {len(faults)} of which something is left\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
