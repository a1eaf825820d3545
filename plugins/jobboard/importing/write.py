"""Writes a file of the content folder, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from jobboard.importing.entry import ImportFailedError


def write_whole(content: Path, path: str, data: bytes) -> None:
    """Write `path` below `content`, by way of a hidden file beside it. Raises ImportFailedError."""
    file = content / path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.parent.resolve().is_relative_to(content.resolve()):
            raise ImportFailedError(f"cannot write {file}: its folder lies outside of {content}")
        beside = file.with_name(f".{file.name}.part")
        beside.write_bytes(data)
        beside.replace(file)
    except OSError as error:
        raise ImportFailedError(f"cannot write {file}: {error.strerror or error}") from None


def write_redirects(file: Path, pairs: list[tuple[str, str]]) -> None:
    """Write old and new paths, one pair a line, in the form that static hosts read (`_redirects`)."""
    try:
        file.write_text("".join(f"{old} {new} 301\n" for old, new in pairs), encoding="utf-8")
    except OSError as error:
        raise ImportFailedError(f"cannot write {file}: {error.strerror or error}") from None
