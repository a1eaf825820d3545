"""The theme folder: its templates, its style sheets joined, its other files read.

Templates are compiled when a page needs them. Should one fail, `check_templates` names all that do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import DictLoader, StrictUndefined, TemplateSyntaxError

from jobboard.outputs.templates import Compiled, Templates
from jobboard.outputs.theme import Theme
from jobboard.source.document import digest_of
from jobboard.source.problem import Problem

_USE = re.compile(r"\{%-?\s*(?:extends|include|import|from)\s+(?:([\"'])(?P<name>[^\"']+)\1)?")


def load_theme(folder: Path) -> Theme:
    """Read a theme: `templates/`, one style sheet joined from `static/css/*.css` in the order of their names, and
    everything else below `static/` as it is, but scripts without their comments.
    """
    static, templates = folder / "static", folder / "templates"
    sources = {path.relative_to(templates).as_posix(): path.read_text("utf-8") for path in _files(templates)}
    environment = Templates(
        loader=DictLoader(sources),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=Compiled(),
        auto_reload=False,
        cache_size=-1,  # all: there are few, and a page asks for ten
        optimized=False,
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    stylesheet = b"\n".join(path.read_bytes() for path in _files(static) if path.suffix == ".css")
    files = {path.relative_to(static).as_posix(): _published(path) for path in _files(static) if path.suffix != ".css"}
    digest = digest_of(repr((sources, stylesheet, files)).encode())
    return Theme(environment, {name: _closure(name, sources) for name in sources}, stylesheet, files, digest)


def check_templates(theme: Theme) -> Iterator[Problem]:
    """Every template that does not compile, or uses another by anything but its name in quotes."""
    loader = theme.environment.loader
    for name in theme.environment.list_templates():
        where = f"theme/templates/{name}"
        source = loader.get_source(theme.environment, name)[0] if loader else ""
        try:
            theme.environment.get_template(name)
        except TemplateSyntaxError as error:
            yield Problem(where, error.lineno, "", f"the template does not compile: {error.message}")
        for use in _USE.finditer(source):
            if use["name"] not in theme.closures:
                line = source.count("\n", 0, use.start()) + 1
                yield Problem(where, line, "", f"uses a template that does not exist: {use['name'] or use[0].strip()}")


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]


def _published(path: Path) -> bytes:
    """A file as visitors get it: a script without indentation and lines that are comments, anything else as it is."""
    if path.suffix != ".js":
        return path.read_bytes()
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//")).encode()


def _closure(name: str, sources: Mapping[str, str]) -> str:
    """A digest of a template and of everything it extends, includes or imports, directly or not."""
    seen: dict[str, str] = {}
    todo = [name]
    while todo:
        each = todo.pop()
        if each in sources and each not in seen:
            seen[each] = sources[each]
            todo += [use["name"] for use in _USE.finditer(sources[each]) if use["name"]]
    return digest_of(repr(sorted(seen.items())).encode())
