"""A theme as plain values: what pages are expressed with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import CodeType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from markupsafe import Markup

from jobboard.source.catalogue import Catalogue, catalogue_of, mark_as
from jobboard.source.problem import Problem


class ThemeError(Exception):
    """A theme that cannot be used; `problems` say which files and why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "; ".join(str(problem) for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as read: templates (with a digest of each and all it includes), one stylesheet, other files, a digest.

    `environment` compiles the templates; those that `speaking` answers give them words.
    """

    environment: Environment
    closures: Mapping[str, str]
    stylesheet: bytes
    files: Mapping[str, bytes]
    digest: str
    _speaking: dict[str, Environment] = field(default_factory=dict, repr=False)

    def speaking(self, lang: str) -> Environment:
        """The templates with the words of a language.

        Each language has an environment of its own, because macros are imported without context and know only what is
        global in theirs. All share what was compiled.
        """
        if lang not in self._speaking:
            own = self._speaking[lang] = self.environment.overlay()
            own.globals = self.environment.globals | _words_of(catalogue_of(lang))
        return self._speaking[lang]


def _words_of(catalogue: Catalogue) -> dict[str, Callable[..., Markup]]:
    """What `_("…")` and `{% trans %}` call: messages may hold HTML, values are escaped."""

    def text(message: str, /, **values: object) -> Markup:
        pattern = Markup(catalogue.pattern(message, values))  # noqa: S704 (written in a template or a catalogue)
        return pattern % values if values else pattern

    def in_context(context: str, message: str, /, **values: object) -> Markup:
        return text(mark_as(context, message), **values)

    def number(one: str, several: str, count: int, /, **values: object) -> Markup:
        return Markup(catalogue.plural_pattern(one, several, count, values)) % values  # noqa: S704 (as above)

    return {"_": text, "gettext": text, "pgettext": in_context, "ngettext": number}


class Compiled(BytecodeCache):
    """Keeps compiled templates in memory, for the environments of one theme."""

    def __init__(self) -> None:
        self._code: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key] = bucket.code
