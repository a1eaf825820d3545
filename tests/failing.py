"""A system that refuses: what tests set up to see what is said then, since root may read and write everything."""

from __future__ import annotations

import builtins
import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def refuse(
    monkeypatch: pytest.MonkeyPatch,
    path: Path,
    number: int = errno.EACCES,
    calls: tuple[str, ...] = ("scandir", "open"),
) -> None:
    """Let the system refuse to list or open this very path."""

    def refusing(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(target: Any = ".", *arguments: Any, **more: Any) -> Any:
            if isinstance(target, str | os.PathLike) and Path.cwd() / target == path:
                raise OSError(number, os.strerror(number), str(target))
            return real(target, *arguments, **more)

        return call

    for name in calls:
        modules: tuple[Any, ...] = (io, builtins) if name == "open" else (os,)
        for module in modules:
            monkeypatch.setattr(module, name, refusing(getattr(module, name)))
