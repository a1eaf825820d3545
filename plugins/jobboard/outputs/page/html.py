"""The format of pages: a view and the site's frame into a template of the theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import TemplateError

from jobboard.engine.output import Output
from jobboard.outputs.addresses import file_of
from jobboard.outputs.page.frame import Frame
from jobboard.outputs.page.theme import Theme, ThemeError
from jobboard.source.digest import digest_of
from jobboard.source.problem import Problem

_TAKE_IT = "take it from the theme that comes with the board, or name that in THEME"


@dataclass(frozen=True, slots=True)
class Html:
    """Renders one template. A template sees `page` (its view) and `site` (the frame), and nothing else."""

    theme: Theme = field(repr=False)
    template: str
    frame: Frame
    version: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if self.template not in self.theme.closures:
            raise ThemeError(Problem(self._where(self.template), 1, "", "the theme has no such template", _TAKE_IT))
        version = f"html-{self.template}-{self.theme.closures[self.template]}-{self.frame!r}"
        object.__setattr__(self, "version", digest_of(version.encode()))

    def express(self, view: Any) -> bytes:
        """Raises ThemeError where the template fails on this view."""
        try:
            text: str = (
                self.theme.speaking(self.frame.lang).get_template(self.template).render(page=view, site=self.frame)
            )
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
        return Problem(where, line, "", f"the template fails: {message}")


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Plans one page: its address, its template, and the function that makes its view of the inputs."""

    theme: Theme = field(repr=False)
    frame: Frame
    _formats: dict[str, Html] = field(default_factory=dict, repr=False)

    def __call__(self, path: str, template: str, make: Callable[..., object], *inputs: object) -> Output:
        if template not in self._formats:
            self._formats[template] = Html(self.theme, template, self.frame)
        return Output(path=file_of(path), make=make, inputs=inputs, format=self._formats[template])
