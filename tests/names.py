"""What the repository has that a document can name: files, folders, modules, functions, fields, targets of `make`."""

from __future__ import annotations

import ast
import builtins
import functools
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.helpers import REPOSITORY

_FOLDERS = ("plugins", "theme", "docs", "tests", "bench", "content", ".ci", ".github")
_SETTINGS = ("Makefile", "pyproject.toml", "pelicanconf.py", "publishconf.py", ".gitignore")
_WRITTEN = (".py", ".html", ".css", ".js", ".md")
"""Endings of files that people write: what is named so is in the repository, and nothing that a build makes."""

_IDENTIFIER = re.compile(r"[A-Za-z_]\w*")
_LEADING_NAME = re.compile(r"([A-Za-z_][\w.]*)(?:[(=].*)?")
_MODULE = re.compile(r"\S*python -m (\S+)")


def is_there(name: str) -> bool:
    """True if the repository has what stands in backticks in a document, as it stands there."""
    if name.startswith("make "):
        return all(map(_is_for_make, name.split()[1:]))
    name = name.removeprefix("|")  # a filter of templates
    if name.startswith(("jobboard ", "git ")):
        return name.startswith("git ") or name.split()[1] in _defined()
    if run := _MODULE.fullmatch(name):
        return _has_path(f"{run[1].replace('.', '/')}.py")
    if _has_path(name) or name.endswith(_WRITTEN):
        return _has_path(name)
    found = _LEADING_NAME.fullmatch(name)
    if found and (found[1] in _defined() or _has_path(f"{found[1].replace('.', '/')}.py")):
        return True
    return name.rstrip("/") in _texts() or name in _words_of_settings() or hasattr(builtins, name)


def _is_for_make(word: str) -> bool:
    """True for a target, or the name of a value that is handed to one."""
    name, equals, _ = word.partition("=")
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    return re.search(rf"\$\({name}\)|\({name}\)," if equals else rf"^{name}:", makefile, re.MULTILINE) is not None


def _has_path(name: str) -> bool:
    """True for a path, or its end, that is there: `outputs/postings/card.py`, `tests/sites/*/expected/`."""
    pattern = name.rstrip("/")
    return any(path.match(pattern) for path in _paths()) if "*" in name else pattern in _ends_of_paths()


@functools.cache
def _paths() -> tuple[PurePosixPath, ...]:
    inside = [path for folder in _FOLDERS for path in [REPOSITORY / folder, *(REPOSITORY / folder).rglob("*")]]
    found = [*inside, *(path for path in REPOSITORY.iterdir() if path.is_file())]
    return tuple(
        PurePosixPath(path.relative_to(REPOSITORY).as_posix()) for path in found if "__pycache__" not in path.parts
    )


@functools.cache
def _ends_of_paths() -> frozenset[str]:
    return frozenset("/".join(path.parts[at:]) for path in _paths() for at in range(len(path.parts)))


@functools.cache
def _words_of_settings() -> frozenset[str]:
    return frozenset(
        word for name in _SETTINGS for word in _IDENTIFIER.findall((REPOSITORY / name).read_text(encoding="utf-8"))
    )


@functools.cache
def _texts() -> frozenset[str]:
    """What code says word for word: settings, addresses, names of files that a build makes, filters of templates."""
    nodes = (node for module in _parsed("plugins") for node in ast.walk(module))
    return frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


@functools.cache
def _defined() -> frozenset[str]:
    """Every name that code gives to something, and `Posting.check` for what a class has."""
    modules = (module for folder in ("plugins", "tests", "bench") for module in _parsed(folder))
    return frozenset(name for module in modules for name in _names_in(module))


@functools.cache
def _parsed(folder: str) -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in sorted((REPOSITORY / folder).rglob("*.py")))


def _names_in(module: ast.Module) -> Iterator[str]:
    """Functions, classes and parameters wherever they stand; constants of a module, fields of a class."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.ClassDef):
            members = [name for each in node.body for name in _names_of(each)]
            yield from [node.name, *members, *(f"{node.name}.{name}" for name in members)]
    yield from (name for each in module.body for name in _names_of(each))


def _names_of(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.FunctionDef):
        yield statement.name
    elif isinstance(statement, ast.Assign | ast.AnnAssign):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        yield from (each.id for each in targets if isinstance(each, ast.Name))
