"""Compares the two Markdown engines on a content folder: `python -m bench.engines content`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from jobboard.source.markdown.body import convert_body
from jobboard.source.markdown.convert import Engine
from jobboard.source.problem import Report
from jobboard.source.yaml.front_matter import split_front_matter

_ANCHOR = re.compile(r' id="[^"]*"')
_SPACE = re.compile(r"\s+")
_TAG_SPACE = re.compile(r"\s*(<[^>]+>)\s*")


def normalised(html: str) -> str:
    """HTML without anchors and without white space between tags."""
    return _TAG_SPACE.sub(r"\1", _SPACE.sub(" ", _ANCHOR.sub("", html)))


def difference(file: Path) -> str:
    """The first place where the engines differ on a file, with what each wrote; empty if they agree."""
    report = Report(str(file))
    parts = split_front_matter(file.read_text(encoding="utf-8"), report)
    if parts is None:
        return ""
    bodies = [convert_body(parts[1], 1, report, engine) for engine in Engine]
    python, native = (normalised(body.html) if body else "" for body in bodies)
    if python == native:
        return ""
    at = next(
        (n for n, (a, b) in enumerate(zip(python, native, strict=False)) if a != b), min(len(python), len(native))
    )
    return f"{python[max(0, at - 30) : at + 50]!r}\n    {native[max(0, at - 30) : at + 50]!r}"


def main(folder: Path) -> int:
    """Print the differences; the exit code is 0 whether there are any or not."""
    files = sorted(folder.rglob("*.md"))
    differing = 0
    for file in files:
        if found := difference(file):
            differing += 1
            sys.stdout.write(f"{file}\n    {found}\n")
    sys.stdout.write(f"{len(files)} files, {differing} differ\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
