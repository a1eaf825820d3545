"""What a theme's templates are given, read off the views: the second part of `docs/theme.md` (`make reference`).

Each view says in its docstring what it is; a line of text below a field says what that is.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from jobboard.outputs.page.frame import Frame
from jobboard.outputs.plan.views import views
from tests.helpers import REPOSITORY

FILE = REPOSITORY / "docs/theme.md"
MARK = "<!-- What follows is written by `make reference`, from the views in plugins/jobboard/outputs. -->\n"

_PLAIN = {str: "text", int: "number", bool: "yes or no"}


def render() -> str:
    """All that follows the mark."""
    found = views()
    parts = sorted(_parts_of([Frame, *found.values()]) - {Frame, *found.values()}, key=lambda each: each.__name__)
    lines = ["## `site`", "", *_view(Frame), "## Templates", ""]
    for name in sorted(found):
        lines += [f"### `{name}`", "", f"`page` is this view, `{found[name].__name__}`:", "", *_view(found[name])]
    lines += ["## What these are made of", ""]
    for part in parts:
        lines += [f"### {part.__name__}", "", *_view(part)]
    return "\n".join(lines).rstrip("\n") + "\n"


def written() -> str:
    """The whole page: what somebody wrote, up to the mark, and what is read off the views."""
    return f"{FILE.read_text('utf-8').split(MARK)[0]}{MARK}\n{render()}"


def fields_of(view: type) -> dict[str, Any]:
    """The fields and properties of a view, with their types."""
    hints = get_type_hints(view)
    names = getattr(view, "__struct_fields__", None) or [each.name for each in dataclasses.fields(view) if each.init]
    return {name: hints[name] for name in names} | {
        name: get_type_hints(each.fget)["return"] for name, each in vars(view).items() if isinstance(each, property)
    }


def _view(view: type) -> Iterator[str]:
    said = _said_of(view)
    yield inspect.cleandoc(view.__doc__ or "")
    yield ""
    yield "| name | what it is |"
    yield "| --- | --- |"
    for name, hint in fields_of(view).items():
        yield f"| `{name}` | {'. '.join(filter(None, (_words(hint), said.get(name))))} |"
    yield ""


def _said_of(view: type) -> Mapping[str, str]:
    """What stands below a field, or is the docstring of a property."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(view))).body
    assert isinstance(tree, ast.ClassDef)
    found: dict[str, str] = {}
    for before, node in zip([None, *tree.body], tree.body, strict=False):
        if isinstance(node, ast.FunctionDef):
            found[node.name] = ast.get_docstring(node) or ""
        elif isinstance(before, ast.AnnAssign) and isinstance(before.target, ast.Name) and isinstance(node, ast.Expr):
            found[before.target.id] = ast.literal_eval(node.value)
    return {name: " ".join(text.split()).replace("|", r"\|") for name, text in found.items()}


def _words(hint: Any) -> str:
    """A type in words: "list of [Link](#link)", "[When](#when), or nothing"."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return f"{', '.join(_words(each) for each in inside if each is not NoneType)}, or nothing"
    if origin is tuple and inside[-1] is Ellipsis:
        return f"list of {_words(inside[0])}"
    if origin is tuple:
        return f"({', '.join(map(_words, inside))})"
    if origin is not None:
        return f"{_words(inside[-1])} by {_words(inside[0])}"
    return _PLAIN.get(hint) or f"[{hint.__name__}](#{hint.__name__.lower()})"


def _parts_of(found: list[type]) -> set[type]:
    """Views and all that they hold, directly or not."""
    seen: set[type] = set()
    todo: list[Any] = [*found]
    while todo:
        each = todo.pop()
        if not isinstance(each, type) or not (issubclass(each, Struct) or dataclasses.is_dataclass(each)):
            todo += get_args(each)
        elif each not in seen:
            seen.add(each)
            todo += fields_of(each).values()
    return seen


if __name__ == "__main__":
    FILE.write_text(written(), "utf-8")
