"""The libraries that the extra `import` brings, each loaded when it is needed."""

from __future__ import annotations

import importlib
from typing import Any

from jobboard.importing.sources.entry import ImportFailedError
from jobboard.source.message import phrase


def library(name: str) -> Any:
    """A library of the extra. Raises ImportFailedError, with how to get it, where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        told = phrase("reading this needs %(name)s: %(command)s", name=name, command="pip install 'jobboard[import]'")
        raise ImportFailedError(told) from None
