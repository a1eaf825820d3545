"""The format of pages: a view and the site's frame into a template of the theme."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, get_type_hints

from jinja2 import TemplateError

from jobboard.base.digest import digest_of
from jobboard.engine.output import Output
from jobboard.outputs.addresses import file_of
from jobboard.outputs.page.frame import Frame, around
from jobboard.outputs.page.theme import Theme, ThemeError, no_such_template
from jobboard.source.message import message
from jobboard.source.problem import Problem

TEMPLATE_FAILS = message("template-fails", "the template fails: %(reason)s")


@dataclass(frozen=True, slots=True)
class Html:
    """Renders one template. A template sees `page` (its view) and `site` (the frame around it), and nothing else."""

    theme: Theme = field(repr=False)
    template: str
    frame: Frame
    version: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if self.template not in self.theme.closures:
            raise ThemeError(no_such_template(self.theme, self.template))
        version = f"html-{self.template}-{self.theme.closures[self.template]}-{self.frame!r}"
        object.__setattr__(self, "version", digest_of(version.encode()))

    def express(self, view: Any) -> bytes:
        """Raises ThemeError where the template fails on this view."""
        try:
            template = self.theme.speaking(self.frame.lang).get_template(self.template)
            text: str = template.render(page=view, site=around(self.frame, view.head))
        except Exception as error:
            raise ThemeError(self._locate(error)) from error
        return text.encode()

    def _where(self, template: str) -> str:
        return f"{self.theme.name}/templates/{template}"

    def _locate(self, error: Exception) -> Problem:
        """The problem at the innermost line of a template that the error passed through."""
        where, line, trace = self._where(self.template), 1, error.__traceback__
        while trace is not None:
            name = trace.tb_frame.f_code.co_filename
            if name.startswith(self._where("")):
                where, line = name, trace.tb_lineno
            trace = trace.tb_next
        message = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
        return Problem(where, line, "", TEMPLATE_FAILS(reason=message))


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Plans one page: its address, and the function that makes its view of the inputs. The view names its template."""

    theme: Theme = field(repr=False)
    frame: Frame
    _formats: dict[str, Html] = field(default_factory=dict, repr=False)

    def __call__(self, path: str, make: Callable[..., object], *inputs: object) -> Output:
        template = template_of(make)
        if template not in self._formats:
            self._formats[template] = Html(self.theme, template, self.frame)
        return Output(path=file_of(path), make=make, inputs=inputs, format=self._formats[template])


@functools.cache
def template_of(make: Callable[..., object]) -> str:
    """The template that shows what a function makes: the one its view names."""
    name: str = get_type_hints(make)["return"].template
    return name
