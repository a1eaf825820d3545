"""Jinja, set up for many pages of few templates: the same language, quicker where a page spends its time.

Authors of themes notice nothing: what a template may say and what it gives is as Jinja has it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, MutableMapping
from types import CodeType, FunctionType
from typing import Any

import markupsafe
from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup
from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.outputs.text.judged import as_markup

USE = re.compile(r"\{%-?\s*(?:extends|include|import|from)\s+(?:([\"'])(?P<name>[^\"']+)\1)?")
"""What a template says of another that it uses; without a name where it is not told in quotes."""

_NEEDS_ESCAPING: Callable[[str], object] = re.compile("[&<>\"']").search

_marked: Callable[[str], Markup] = functools.partial(str.__new__, Markup)
"""Plain text as `Markup`, which looks for an `__html__` that plain text has not."""


def escape(value: object) -> str:
    """A value as it goes into a page. Most are words without a character that HTML would misread, and go in as is."""
    kind = type(value)
    if kind is Markup or (kind is str and not _NEEDS_ESCAPING(value)):  # type: ignore[arg-type]
        return value  # type: ignore[return-value]
    return markupsafe.escape(value)


class QuickMacro(Macro):
    """A macro that goes straight to its function where it is given nothing but arguments in their order."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        takes_more = self.caller or self.catch_kwargs or self.catch_varargs
        self._most = -1 if takes_more or not self._default_autoescape else self._argument_count

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        if kwargs or len(args) > self._most:
            return super().__call__(*args, **kwargs)
        return _marked(self._func(*args, *(missing,) * (self._most - len(args))))


class Generator(CodeGenerator):
    """Compiles templates to what Jinja does, with two names taken from the environment: `escape` and `Macro`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.")
        super()._output_child_pre(node, frame, finalize)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.")
        super().macro_def(macro_ref, frame)


class Scope(Context):
    """Calls macros and plain functions as they are: they want nothing but what the template gives them."""

    def call(self, callee: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        kind = type(callee)
        if kind is not QuickMacro and (kind is not FunctionType or hasattr(callee, "jinja_pass_arg")):
            return super().call(callee, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return callee(*args, **kwargs)


class Unknown(StrictUndefined):
    """What a template asks for and was not given. Of a view it says what that has instead."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        kind = type(self._undefined_obj)
        if not issubclass(kind, Struct):
            return super()._undefined_message
        names = [*kind.__struct_fields__, *(name for name, each in vars(kind).items() if isinstance(each, property))]
        return f"{kind.__name__} has no '{self._undefined_name}', but {', '.join(names)}"


class Templates(Environment):
    """The environment of a theme. Its templates have no globals of their own, so imported ones are made once."""

    code_generator_class = Generator
    context_class = Scope
    escape = staticmethod(escape)
    Macro = QuickMacro

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


class Compiled(BytecodeCache):
    """Keeps compiled templates in memory, for every environment of this process: of a theme that is loaded anew, only
    what has changed is compiled."""

    _code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code


def environment_of(theme: str, sources: Mapping[str, str]) -> Environment:
    """The environment of a theme's templates, which are given by their names. One that fails is named below `theme`."""
    environment = Templates(
        loader=FunctionLoader(functools.partial(_source, sources, f"{theme}/templates")),
        autoescape=True,
        undefined=Unknown,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=Compiled(),
        auto_reload=False,
        cache_size=-1,  # all: there are few, and a page asks for ten
        optimized=False,
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.filters["judged"] = as_markup
    return environment


def closure_of(name: str, sources: Mapping[str, str]) -> str:
    """A digest of a template and of everything it extends, includes or imports, directly or not."""
    seen: dict[str, str] = {}
    todo = [name]
    while todo:
        each = todo.pop()
        if each in sources and each not in seen:
            seen[each] = sources[each]
            todo += [use["name"] for use in USE.finditer(sources[each]) if use["name"]]
    return digest_of(repr(sorted(seen.items())).encode())


def _source(sources: Mapping[str, str], folder: str, name: str) -> tuple[str, str, None] | None:
    """A template and what it is called where it fails; None if there is none of that name."""
    return (sources[name], f"{folder}/{name}", None) if name in sources else None
