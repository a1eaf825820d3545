"""Writes a file of the content folder, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from jobboard.base.whole import put_whole
from jobboard.importing.sources.entry import ImportFailedError


def write_whole(content: Path, path: str, data: bytes) -> None:
    """Write `path` below `content`, by way of a hidden file beside it. Raises ImportFailedError.

    No link is followed on the way out: neither one in place of a folder, nor one in place of the hidden file.
    """
    file = content / path
    try:
        if not file.parent.resolve().is_relative_to(content.resolve()):
            raise ImportFailedError(f"cannot write {file}: its folder lies outside of {content}")
        file.parent.mkdir(parents=True, exist_ok=True)
        put_whole(file, data)
    except OSError as error:
        raise ImportFailedError(f"cannot write {file}: {error.strerror or error}") from None


def write_redirects(file: Path, pairs: list[tuple[str, str]]) -> None:
    """Write old and new paths, one pair a line, in the form that static hosts read (`_redirects`)."""
    text = "".join(f"{old} {new} 301\n" for old, new in pairs)
    try:
        if file.is_symlink() and (file.is_file() or not file.exists()):
            raise ImportFailedError(f"cannot write {file}: it is a link; name the file it leads to")
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ImportFailedError(f"cannot write {file}: {error.strerror or error}") from None
