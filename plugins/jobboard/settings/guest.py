"""Where a board is: a site of its own, or a guest in another Pelican site, below a path of that one (decision 46)."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from jobboard.settings.place import SETTING_VALUE, Add, example
from jobboard.settings.shipped import own_theme
from jobboard.source.content.folder import FOLDER_MISSING
from jobboard.source.message import Phrase, message, phrase

SETTING_FOR_GUESTS = message("setting-for-guests", "is for a board within another site")
_PATH_WORDS = phrase("a path of letters, digits and hyphens within the site")
CONTENT_NOT_NAMED = message("content-not-named", "missing beside JOBBOARD_PATH")
CONTENT_OF_THE_SITE = message("content-of-the-site", "your articles would be taken for postings")

PATH, CONTENT, THEME = "JOBBOARD_PATH", "JOBBOARD_CONTENT", "JOBBOARD_THEME"

LOCAL = "http://localhost:8000"
"""Where `pelican --listen` shows a site; many have no SITEURL while people work on them."""

_NAME = r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*"
_PATH = re.compile(rf"/?(?P<path>{_NAME}(?:/{_NAME})*)/?")
PELICANS_OWN_THEME = ("pelican", "themes", "notmyidea")
"""The end of THEME where nobody has set it."""


class _Place(Struct, frozen=True, kw_only=True):
    """Four folders: the content, the theme, Pelican's output (`root`), and the board's part of it, which is at `path`
    (`board`; empty where all of it is the board's)."""

    content: Path
    theme: Path
    root: Path
    output: Path
    path: str = ""


def is_guest(pelican: Mapping[str, Any]) -> bool:
    """True if these settings are those of another site, to which the board is added."""
    return bool(pelican.get(PATH))


def place_in(pelican: Mapping[str, Any], add: Add) -> _Place:
    """Read the settings that say where the board is."""
    root = Path(pelican["OUTPUT_PATH"])
    if is_guest(pelican):
        path = _path(pelican[PATH], add)
        content, theme = _content(pelican, add), _theme_of_guest(pelican, add)
        return _Place(content=content, theme=theme, root=root, output=root / path, path=path)
    for name, own in ((CONTENT, "PATH"), (THEME, "THEME")):
        if name in pelican:
            add(
                name,
                SETTING_FOR_GUESTS,
                phrase("write %(own)s, or say where it is: %(written)s", own=own, written=f"{PATH} = 'board/'"),
            )
    theme = Path(pelican["THEME"])
    is_set = theme.parts[-len(PELICANS_OWN_THEME) :] != PELICANS_OWN_THEME
    return _Place(content=Path(pelican["PATH"]), theme=theme if is_set else own_theme(), root=root, output=root)


def as_board(pelican: Mapping[str, Any]) -> Mapping[str, Any]:
    """The settings as the board reads them; a guest has an address below the site's and languages of its own."""
    if not is_guest(pelican):
        return pelican
    languages = pelican.get("JOBBOARD_LANGUAGES")
    first = languages[0] if isinstance(languages, list | tuple) and languages else pelican.get("DEFAULT_LANG")
    return {**pelican, "SITEURL": pelican.get("SITEURL") or LOCAL, "DEFAULT_LANG": first}


def hint_for_guest(pelican: Mapping[str, Any], add: Add) -> Add:
    """Says of a language of the whole site how the board can have another, which leaves the other pages alone."""

    def add_for_guest(name: str, message: Phrase, hint: Phrase) -> None:
        is_shared = name == "DEFAULT_LANG" and is_guest(pelican)
        add(
            name, message, phrase("write the language of the board: JOBBOARD_LANGUAGES = ['en']") if is_shared else hint
        )

    return add_for_guest


def excluded(pelican: Mapping[str, Any]) -> dict[str, list[str]]:
    """Settings that keep Pelican from taking the board's content, where that lies within its own, for articles."""
    value = pelican.get(CONTENT)
    content = _below_here(value) if isinstance(value, str) and value.strip() else None
    if content is None or not content.is_relative_to(pelican["PATH"]):
        return {}
    inside = content.relative_to(pelican["PATH"]).as_posix()
    names = ("ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "STATIC_EXCLUDES")
    return {name: [*pelican.get(name, []), inside] for name in names}


def _path(value: object, add: Add) -> str:
    found = _PATH.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        message = SETTING_VALUE(words=_PATH_WORDS, found=repr(value))
        add(PATH, message, example(f"{PATH} = 'board/'"))
    return found["path"] if found else "board"


def _content(pelican: Mapping[str, Any], add: Add) -> Path:
    value = pelican.get(CONTENT)
    if not isinstance(value, str) or not value.strip():
        hint = phrase(
            "name the folder that holds postings/ and organisations/, for example %(written)s",
            written=f"{CONTENT} = 'board-content'",
        )
        add(CONTENT, SETTING_VALUE(words=phrase("a folder"), found=repr(value)) if value else CONTENT_NOT_NAMED, hint)
        return Path(pelican["PATH"], "board-content")
    content = _below_here(value)
    if not content.is_dir():
        add(
            CONTENT,
            FOLDER_MISSING(folder=str(content)),
            phrase("it is looked for from the folder in which the command is run"),
        )
    elif Path(pelican["PATH"]).is_relative_to(content):
        add(
            CONTENT,
            CONTENT_OF_THE_SITE,
            phrase("give the board a folder of its own: %(written)s", written=f"{CONTENT} = 'board-content'"),
        )
    return content


def _theme_of_guest(pelican: Mapping[str, Any], add: Add) -> Path:
    value = pelican.get(THEME, str(own_theme()))
    if isinstance(value, str) and value.strip():
        return _below_here(value)
    add(
        THEME,
        SETTING_VALUE(words=phrase("a folder"), found=repr(value)),
        phrase("leave it out, or for example %(written)s", written=f"{THEME} = 'board-theme'"),
    )
    return own_theme()


def _below_here(value: str) -> Path:
    """A folder as Pelican names its own: whole, with no link followed."""
    return Path(os.path.abspath(Path(value).expanduser()))  # noqa: PTH100 (it would follow them)
