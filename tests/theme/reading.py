"""The theme as tests read it: its templates as trees, its style sheets as rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jinja2 import nodes

from jobboard.settings.theme import load_theme
from tests.helpers import REPOSITORY

THEME = REPOSITORY / "theme"
CSS = THEME / "static/css"

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def templates() -> dict[str, nodes.Template]:
    """The tree of each template, by its name below `templates/`."""
    folder, environment = THEME / "templates", load_theme(THEME).environment
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*.html"))}
    return {name: environment.parse(file.read_text("utf-8"), name) for name, file in files.items()}


class Rule(NamedTuple):
    """A selector of a style sheet with its declarations, whatever layer or medium it is for."""

    file: str
    selector: str
    declarations: str


def rules(*files: Path) -> Iterator[Rule]:
    """The rules of these files, a selector each; of all style sheets where none is named."""
    for file in files or sorted(CSS.glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
        for found in _RULE.finditer(re.sub(r"@(?:layer|media|supports)[^{;]*\{", "", text)):
            yield from (Rule(file.name, each.strip(), found[2]) for each in found[1].split(","))
