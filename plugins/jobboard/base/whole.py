"""A file written whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path


def put_whole(file: Path, data: bytes) -> None:
    """Write a file by way of a hidden one beside it; its mode stays. Raises OSError, and then it is as it was.

    No link is followed: one in place of the hidden file is taken away, one in place of the file is written over.
    """
    beside = file.with_name(f".{file.name}.part")
    beside.unlink(missing_ok=True)
    try:
        with beside.open("xb") as opened:
            opened.write(data)
        if file.exists():
            shutil.copymode(file, beside)
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
