"""The theme folder: its templates, its style sheets joined, its other files read and named by their digests.

Templates are compiled when a page needs them. Should one fail, `check_templates` names all that do.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import TemplateSyntaxError

from jobboard.base.digest import digest_of
from jobboard.outputs.addresses import THEME, asset_path
from jobboard.outputs.page.templates import USE
from jobboard.outputs.page.theme import STYLESHEET, TAKE_IT, Theme, ThemeError, no_such_template
from jobboard.outputs.plan.views import views
from jobboard.source.below import files_below
from jobboard.source.content.folder import FOLDER_EMPTY
from jobboard.source.message import message, phrase
from jobboard.source.problem import Problem
from jobboard.source.system_error import reason_of, way_out_of

TEMPLATE_BROKEN = message("template-broken", "the template does not compile: %(reason)s")
TEMPLATE_USES_UNKNOWN = message("template-uses-unknown", "uses a template that does not exist: %(name)s")
THEME_FOLDER_MISSING = message("theme-folder-missing", "the theme has no such folder")
THEME_UNREADABLE = message("theme-unreadable", "this cannot be read: %(reason)s")
THEME_WITHOUT_STYLES = message("theme-without-styles", "no style sheet (.css): pages would have no form")
THEME_NOT_UTF_8 = message("theme-not-utf-8", "not UTF-8; save it as UTF-8")

_DIGITS = 12
"""Of a digest in the name of a file: 48 bits, for the dozen files a theme has and had."""

_FETCH = phrase("take it from the theme that comes with the board; of a submodule of git: git submodule update --init")

_CSS = phrase("take css/ from the theme that comes with the board")
_ADDRESS = re.compile(r"""url\(\s*(["']?)(?P<name>[^"'()\s]+)\1\s*\)""")
_KEPT = r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^"')]*\))"""
_UNREAD = re.compile(rf"{_KEPT}|^\s*(?:/\*(?!!).*?\*/\s*)+|^\s+", re.DOTALL | re.MULTILINE)
"""What a browser does not read of a style sheet: comments that begin a line, indentation, empty lines. Texts, addresses
and licences (`/*!`) stay."""


def load_theme(folder: Path) -> Theme:
    """Read a theme: `templates/`, one style sheet joined from `static/css/*.css` in the order of their names, and
    everything else below `static/` as it is; style sheets and scripts without their comments. Raises ThemeError.

    What the style sheet names by `url(…)` is found below `static/`.
    """
    static, templates = folder / "static", folder / "templates"
    sources = {path.relative_to(templates).as_posix(): _text(path, folder) for path in _files(templates, folder)}
    return Theme(folder.name, sources, *_assets(folder, static))


def check_templates(theme: Theme) -> Iterator[Problem]:
    """Every template that is not there, does not compile, or uses another by anything but its name in quotes."""
    yield from (no_such_template(theme, name) for name in views() if name not in theme.closures)
    for name in sorted(theme.closures):
        where = f"{theme.name}/templates/{name}"
        source = theme.sources[name]
        try:
            theme.environment.get_template(name)
        except TemplateSyntaxError as error:
            yield Problem(where, error.lineno, "", TEMPLATE_BROKEN(reason=error.message or ""))
        for use in USE.finditer(source):
            if use["name"] not in theme.closures:
                line = source.count("\n", 0, use.start()) + 1
                yield Problem(where, line, "", TEMPLATE_USES_UNKNOWN(name=use["name"] or use[0].strip()))


def _files(part: Path, theme: Path) -> list[Path]:
    """The files of a part of a theme. Raises ThemeError with what cannot be looked at."""

    def refuse(error: OSError) -> None:
        if isinstance(error, (FileNotFoundError, NotADirectoryError)) and str(part) == error.filename:
            raise ThemeError(Problem(f"{theme.name}/{part.name}", 1, "", THEME_FOLDER_MISSING, TAKE_IT))
        raise _unreadable(Path(error.filename or part), theme, error)

    found = files_below(part, refuse)
    if not found:
        raise ThemeError(Problem(f"{theme.name}/{part.name}", 1, "", FOLDER_EMPTY, _FETCH))
    return found


def _unreadable(path: Path, theme: Path, error: OSError) -> ThemeError:
    where = f"{theme.name}/{path.relative_to(theme).as_posix()}" if path.is_relative_to(theme) else str(path)
    return ThemeError(Problem(where, 1, "", THEME_UNREADABLE(reason=reason_of(error)), way_out_of(error)))


def _assets(folder: Path, static: Path) -> tuple[dict[str, bytes], dict[str, str]]:
    """What pages load, and at which path of the site each is, both by their names in the theme."""
    everything = _files(static, folder) if os.path.lexists(static) else []  # a theme may do without
    sheets = [path for path in everything if path.suffix == ".css"]
    if everything and not sheets:
        where = f"{folder.name}/{static.name}"
        raise ThemeError(Problem(where, 1, "", THEME_WITHOUT_STYLES, _CSS))
    files = {path.relative_to(static).as_posix(): _published(path, folder) for path in everything if path not in sheets}
    assets = {name: asset_path(name, digest_of(data)[:_DIGITS]) for name, data in files.items()}
    sheet = _UNREAD.sub(lambda found: found["kept"] or "", "\n".join(_text(path, folder) for path in sheets))
    files[STYLESHEET] = _ADDRESS.sub(lambda found: _renamed(found, assets), sheet).encode()
    assets[STYLESHEET] = asset_path(STYLESHEET, digest_of(files[STYLESHEET])[:_DIGITS])
    return files, assets


def _renamed(found: re.Match[str], assets: Mapping[str, str]) -> str:
    """An address in the style sheet, which lies beside the theme's other files: theirs have a digest in their names."""
    path = assets.get(found["name"])
    return f'url("{path.removeprefix(THEME)}")' if path else found[0]


def _text(path: Path, folder: Path) -> str:
    """The text of a theme's file. Raises ThemeError."""
    data = _bytes(path, folder)
    try:
        return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    where = f"{folder.name}/{path.relative_to(folder).as_posix()}"
    raise ThemeError(Problem(where, line, "", THEME_NOT_UTF_8))


def _bytes(path: Path, folder: Path) -> bytes:
    """The bytes of a theme's file. Raises ThemeError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, folder, error) from None


def _published(path: Path, folder: Path) -> bytes:
    """A file as visitors get it: a script without indentation and lines that are comments, anything else as it is."""
    if path.suffix != ".js":
        return _bytes(path, folder)
    lines = (line.strip() for line in _text(path, folder).splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//")).encode()
