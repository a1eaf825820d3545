"""The names that items of a folder have and had: no new file may take one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jobboard.source.below import files_below
from jobboard.source.problem import Report
from jobboard.source.text import decode
from jobboard.source.yaml.front_matter import parse_front_matter, split_front_matter
from jobboard.source.yaml.tree import Scalar, Sequence


def names_in(folder: Path) -> dict[str, Path]:
    """Every name in small letters, with the file that has it today; of a former name, the file that had it."""
    files = [file for file in files_below(folder, _unless_missing) if file.suffix == ".md"]
    former = {name: file for file in files for name in _former_names(file)}
    return former | {file.stem.lower(): file for file in files}


def _unless_missing(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _former_names(file: Path) -> Iterator[str]:
    """The names in `formerly` of a file; none of one that cannot be read, of which `check` says more."""
    try:
        data = b"" if file.is_symlink() else file.read_bytes()
    except OSError:
        return
    if b"formerly" not in data:
        return
    report = Report("")
    text = decode(data, report)
    parts = text and split_front_matter(text, report)
    fields = parse_front_matter(parts[0], 2, report) if parts else None
    former = fields.value("formerly") if fields else None
    items = former.items if isinstance(former, Sequence) else (former,)
    yield from (item.text for item in items if isinstance(item, Scalar))
