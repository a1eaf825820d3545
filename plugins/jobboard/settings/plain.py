"""A settings file read without Pelican, which takes longer to load than a build takes that finds nothing to do.

It is read as Pelican reads it where that is plain: a board of its own, and no plugin beside this one. Whatever needs
Pelican's own judgement (a mistake, a theme by its name, another site's settings) is left to it.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jobboard.settings import guest

PLUGIN = "jobboard"
"""What the plugin is called in PLUGINS."""

_DEFAULTS: Mapping[str, Any] = {
    "PATH": os.curdir,
    "OUTPUT_PATH": "output",
    "THEME": "/".join(guest.PELICANS_OWN_THEME),
    "SITENAME": "A Pelican Blog",
    "SITEURL": "",
    "DEFAULT_LANG": "en",
}
"""What Pelican takes for those of its settings that a board reads, where the file has none."""

_FOLDERS = ("PATH", "OUTPUT_PATH", "THEME")


def plain_settings(file: Path, overrides: Mapping[str, Any]) -> dict[str, Any] | None:
    """The settings of a board of its own, in a file that is there; None where Pelican must be asked."""
    try:
        given = {**_names_in(file), **overrides}
    except (Exception, SystemExit):  # noqa: BLE001 (Pelican reads it again, and what is wrong is told then)
        return None
    if given.get("PLUGINS") not in ([PLUGIN], (PLUGIN,)) or guest.is_guest(given):
        return None
    if not all(isinstance(given.get(name, ""), str) for name in _DEFAULTS):
        return None
    found = {**_DEFAULTS, **given}
    for name in _FOLDERS:
        if name in given:
            found[name] = os.path.abspath(file.parent / given[name])  # noqa: PTH100 (no link is followed)
    found["DEFAULT_LANG"] = found["DEFAULT_LANG"].lower()
    is_plain = os.path.isdir(found["PATH"]) and not found["SITEURL"].endswith("/")  # noqa: PTH112
    return found if is_plain and ("THEME" not in given or os.path.isdir(found["THEME"])) else None  # noqa: PTH112


def _names_in(file: Path) -> dict[str, Any]:
    """The names in capitals of a settings file, which is run, under the name Pelican gives it."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None:
        raise ImportError(str(file))
    module = importlib.util.module_from_spec(spec)
    sys.modules[file.stem] = module
    with leaving_no_bytecode():
        spec.loader.exec_module(module)
    return {name: value for name, value in vars(module).items() if name.isupper()}


@contextmanager
def leaving_no_bytecode() -> Iterator[None]:
    """While a settings file is run: nothing is written beside it, and a change within the second is seen."""
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before
