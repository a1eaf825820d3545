"""A theme as plain values: what pages are expressed with."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from jinja2 import Environment, UndefinedError
from markupsafe import Markup

from jobboard.base.digest import digest_of
from jobboard.outputs.page.templates import closure_of, environment_of, escape
from jobboard.source.catalogue import Catalogue, catalogue_of, mark_as
from jobboard.source.direction import direction_of, isolated_values
from jobboard.source.message import message, phrase
from jobboard.source.problem import Problem

TEMPLATE_MISSING = message("template-missing", "the theme has no such template")

STYLESHEET = "style.css"
"""What a theme's style sheets are called once they are joined."""


class ThemeError(Exception):
    """A theme that cannot be used; `problems` say which files and why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "; ".join(str(problem) for problem in self.problems)


TAKE_IT = phrase("take it from the theme that comes with the board, or name that in THEME")
"""The way out for whoever misses a part of a theme."""


class Assets(dict[str, str]):
    """Where the theme's files are, by their names in it. A template that names another is told which it was."""

    def __missing__(self, name: str) -> str:
        raise UndefinedError(f"the theme has no file static/{name}")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as read: the text of its templates, and its other files; what is known of them is worked out.

    `files` are what pages load, by their names in the theme, the joined style sheet among them; `assets` says at which
    path of the site each is. `name` is that of its folder. `closures` has a digest of each template and all it
    includes, `digest` stands for all of it. `environment` compiles the templates; those that `speaking` answers give
    them words.
    """

    name: str
    sources: Mapping[str, str]
    files: Mapping[str, bytes]
    assets: Mapping[str, str]
    environment: Environment = field(init=False, repr=False)
    closures: Mapping[str, str] = field(init=False, repr=False)
    digest: str = field(init=False, repr=False)
    _speaking: dict[str, Environment] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        made = {
            "environment": environment_of(self.name, self.sources),
            "closures": {name: closure_of(name, self.sources) for name in self.sources},
            "digest": digest_of(repr((self.sources, self.files)).encode()),
            "_speaking": {},
        }
        for name, value in made.items():
            object.__setattr__(self, name, value)

    def __reduce__(self) -> tuple[type[Theme], tuple[object, ...]]:
        """It travels as it was read: what is compiled stays."""
        return Theme, (self.name, self.sources, self.files, self.assets)

    def speaking(self, lang: str) -> Environment:
        """The templates with the words of a language.

        Each language has an environment of its own, because macros are imported without context and know only what is
        global in theirs. All share what was compiled.
        """
        if lang not in self._speaking:
            own = self._speaking[lang] = self.environment.overlay()
            own.globals = self.environment.globals | _words_of(catalogue_of(lang))
        return self._speaking[lang]


def no_such_template(theme: Theme, name: str) -> Problem:
    """What to say of a template that a page needs and the theme does not have."""
    return Problem(f"{theme.name}/templates/{name}", 1, "", TEMPLATE_MISSING, TAKE_IT)


def _words_of(catalogue: Catalogue) -> dict[str, Callable[..., str]]:
    """What `_("…")` and `{% trans %}` call: messages may hold HTML, values are escaped. And `direction(lang)`."""

    @functools.cache
    def plain(message: str) -> Markup:
        return Markup(catalogue.pattern(message, {}))  # noqa: S704 (written in a template or a catalogue)

    def text(message: str, /, **values: object) -> Markup:
        return filled(catalogue.pattern(message, values), values) if values else plain(message)

    def in_context(context: str, message: str, /, **values: object) -> Markup:
        return text(mark_as(context, message), **values)

    def number(one: str, several: str, count: int, /, **values: object) -> Markup:
        return filled(catalogue.plural_pattern(one, several, count, values), values)

    def filled(pattern: str, values: Mapping[str, object]) -> Markup:
        apart = isolated_values(values, catalogue.lang)
        return Markup(pattern % {name: escape(each) for name, each in apart.items()})  # noqa: S704 (as above)

    return {"_": text, "gettext": text, "pgettext": in_context, "ngettext": number, "direction": direction_of}
