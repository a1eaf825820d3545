"""The theme folder: its templates compiled, its style sheets joined, its other files read."""

from __future__ import annotations

from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    meta,
)

from jobboard.outputs.html import Theme, ThemeError
from jobboard.source.document import digest_of
from jobboard.source.problem import Problem


def load_theme(folder: Path) -> Theme:
    """Read a theme. Raises ThemeError with every template that does not compile.

    `templates/` holds the templates, `static/css/*.css` is joined in the order of its names into one
    style sheet, and everything else below `static/` is published as it is.
    """
    environment = Environment(
        loader=FileSystemLoader(folder / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    problems = _check_templates(environment, folder)
    if problems:
        raise ThemeError(*problems)
    static = folder / "static"
    sheets = sorted((static / "css").glob("*.css"))
    files = {
        path.relative_to(static).as_posix(): path.read_bytes()
        for path in sorted(static.rglob("*"))
        if path.is_file() and path.suffix != ".css" and not path.name.startswith(".")
    }
    closures = {name: _closure(environment, name) for name in environment.list_templates()}
    return Theme(environment, closures, b"\n".join(sheet.read_bytes() for sheet in sheets), files)


def _check_templates(environment: Environment, folder: Path) -> list[Problem]:
    problems = []
    for name in environment.list_templates():
        where = f"{folder.name}/templates/{name}"
        try:
            environment.get_template(name)
            for used in _used_by(environment, name):
                environment.get_template(used)
        except TemplateSyntaxError as error:
            problems.append(Problem(where, error.lineno, "", f"the template does not compile: {error.message}"))
        except TemplateNotFound as error:
            problems.append(Problem(where, 1, "", f"uses a template that does not exist: {error.name}"))
        except (TemplateError, UnicodeDecodeError) as error:
            problems.append(Problem(where, 1, "", f"the template cannot be used: {error}"))
    return problems


def _used_by(environment: Environment, name: str) -> set[str]:
    """The templates that one includes, imports or extends."""
    source = environment.loader.get_source(environment, name)[0] if environment.loader else ""
    return {used for used in meta.find_referenced_templates(environment.parse(source)) if used}


def _closure(environment: Environment, name: str) -> str:
    """A digest of a template and of everything it uses, directly or not."""
    seen: dict[str, str] = {}
    todo = [name]
    while todo:
        each = todo.pop()
        if each not in seen and environment.loader:
            seen[each] = environment.loader.get_source(environment, each)[0]
            todo += _used_by(environment, each)
    return digest_of(repr(sorted(seen.items())).encode())
