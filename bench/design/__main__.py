"""Writes the page of the visual system into a folder: `python -m bench.design FOLDER`."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from bench.design import samples
from bench.design.tokens import SCHEMES, Measured, groups_of, measured
from jobboard.outputs.page.theme import STYLESHEET, Theme
from jobboard.settings.theme import load_theme

_HERE = Path(__file__).parent
THEME = _HERE.parents[1] / "theme"
TOKENS = THEME / "static/css/10-tokens.css"

_STATES = {":hover": ":is(:hover, .is-hover)", ":focus-visible": ":is(:focus-visible, .is-focus)"}
"""What a pointer and the keyboard do, and how it is drawn without them."""


class Setting(NamedTuple):
    """How the parts of pages are shown."""

    title: str
    scheme: str
    direction: str = "ltr"
    width: str = "100%"


SETTINGS = (
    Setting("Light", "light"),
    Setting("Dark", "dark"),
    Setting("Narrow: 320 pixels", "light", width="320"),
    Setting("From right to left", "light", "rtl"),
)


def design_files() -> dict[str, bytes]:
    """The page and its style sheets, by name. The theme's is as published, but for states that stand still."""
    theme = load_theme(THEME)
    sheet = theme.files[STYLESHEET].decode()
    for state, drawn in _STATES.items():
        sheet = sheet.replace(state, drawn)
    page = _page(_environment(theme))
    return {"index.html": page.encode(), STYLESHEET: sheet.encode(), "design.css": (_HERE / "design.css").read_bytes()}


def write_design(folder: Path) -> None:
    """Write the page into a folder, over what is there of it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in design_files().items():
        (folder / name).write_bytes(data)


def _environment(theme: Theme) -> Environment:
    """The theme's templates in English, and ours beside them."""
    own = theme.speaking("en")
    return own.overlay(loader=ChoiceLoader([FileSystemLoader(_HERE), *filter(None, [own.loader])]))


def _page(environment: Environment) -> str:
    groups = groups_of(TOKENS.read_text("utf-8"))
    contrasts: dict[str, list[Measured]] = defaultdict(list)
    for each in measured(groups):
        contrasts[each.token].append(each)
    parts = environment.get_template("parts.html")
    settings = [(each, parts.render(setting=each, samples=samples)) for each in SETTINGS]
    page = environment.get_template("page.html")
    return page.render(groups=groups, contrasts=contrasts, schemes=SCHEMES, settings=settings)


if __name__ == "__main__":
    write_design(Path(sys.argv[1]))
