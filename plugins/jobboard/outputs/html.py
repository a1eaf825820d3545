"""The format of pages: a view and the site's frame into a template of the theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import TemplateError

from jobboard.outputs.addresses import file_of
from jobboard.outputs.frame import Frame
from jobboard.outputs.planned import Output
from jobboard.outputs.theme import Theme, ThemeError
from jobboard.source.document import digest_of
from jobboard.source.problem import Problem


@dataclass(frozen=True, slots=True)
class Html:
    """Renders one template. A template sees `page` (its view) and `site` (the frame), and nothing else."""

    theme: Theme = field(repr=False)
    template: str
    frame: Frame
    version: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        version = f"html-{self.template}-{self.theme.closures[self.template]}-{self.frame!r}"
        object.__setattr__(self, "version", digest_of(version.encode()))

    def express(self, view: Any) -> bytes:
        """Raises ThemeError where the template fails on this view."""
        try:
            text: str = (
                self.theme.speaking(self.frame.lang).get_template(self.template).render(page=view, site=self.frame)
            )
        except (TemplateError, TypeError) as error:
            raise ThemeError(_locate(error, self.template)) from error
        return text.encode()


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


def _locate(error: Exception, template: str) -> Problem:
    """The problem at the innermost line of a template that the error passed through."""
    where, line = template, 1
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith((".html", ".xml", ".txt")):
            where, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return Problem(f"theme/templates/{where.rsplit('/templates/', 1)[-1]}", line, "", f"the template fails: {error}")
