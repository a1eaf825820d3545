"""The house rules of docs/architecture.md, read off the imports."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "plugins" / "jobboard"
STAGES = ("source", "model", "board", "outputs")
"""Each may import those before it."""


def modules(folder: str = "") -> Iterator[Path]:
    yield from sorted((PACKAGE / folder).rglob("*.py"))


def imports(module: Path) -> set[str]:
    """Every module named by an import, wherever in the file it stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def imports_any_of(module: Path, *packages: str) -> set[str]:
    return {
        name for name in imports(module) for package in packages if name == package or name.startswith(f"{package}.")
    }


def test_only_the_adapter_imports_pelican() -> None:
    found = {module.relative_to(PACKAGE).parts[0] for module in modules() if imports_any_of(module, "pelican")}
    assert found == {"pelican_adapter"}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_only_the_stages_before_it(stage: str) -> None:
    allowed = {f"jobboard.{name}" for name in STAGES[: STAGES.index(stage) + 1]}
    found = {
        name
        for module in modules(stage)
        for name in imports_any_of(module, "jobboard")
        if ".".join(name.split(".")[:2]) not in allowed
    }
    assert found == set()


def test_the_engine_knows_planned_outputs_and_nothing_else_of_the_board() -> None:
    found = {name for module in modules("engine") for name in imports_any_of(module, "jobboard")}
    foreign = {name for name in found if not name.startswith(("jobboard.engine", "jobboard.engine.output"))}
    assert foreign == set()


def test_the_import_stands_after_the_board_and_no_build_loads_it() -> None:
    allowed = ("source", "model", "board", "importing", "download")
    found = {name for module in modules("importing") for name in imports_any_of(module, "jobboard")}
    assert {name for name in found if name.split(".")[1] not in allowed} == set()
    users = {each.relative_to(PACKAGE).parts[0] for each in modules() if imports_any_of(each, "jobboard.importing")}
    assert users == {"importing", "commands/import_.py"}


def test_modules_import_each_other_in_no_circle() -> None:
    names = {
        f"jobboard.{module.relative_to(PACKAGE).with_suffix('').as_posix().replace('/', '.')}": module
        for module in modules()
    }
    graph = {name: imports(module) & set(names) - {name} for name, module in names.items()}
    while leaves := {name for name, used in graph.items() if not used & set(graph)}:
        graph = {name: used for name, used in graph.items() if name not in leaves}
    assert sorted(graph) == []


def test_only_the_settings_read_the_clock_and_the_environment() -> None:
    forbidden = ("datetime.now", "date.today", "time.time", "utcnow", "os.environ", "getenv")
    found = {
        module.relative_to(PACKAGE).as_posix()
        for module in modules()
        for line in map(ast.unparse, ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
        if any(line.startswith(word) for word in forbidden)
    }
    assert found <= {"settings/settings.py"}


def test_outputs_turn_an_instant_into_a_local_clock_in_one_place() -> None:
    """Elsewhere a moment would lose the offset it was typed with; what is in UTC says so."""
    found = {
        module.name
        for module in modules("outputs")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "astimezone"
        if ast.unparse(node.args[0]) != "UTC"
    }
    assert found == {"clocks.py"}


def test_only_the_engine_and_the_commands_write_files() -> None:
    writing = ("write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rmtree", "replace_bytes")
    allowed = {
        "engine",
        "importing",
        "commands/new.py",
        "model/reference.py",
        "preview/preview.py",
        "source/content/store.py",
    }
    found = set()
    for module in modules():
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in writing:
                found.add(module.relative_to(PACKAGE).as_posix())
    assert {name for name in found if name not in allowed and name.split("/")[0] not in allowed} == set()


def test_templates_hold_no_script_style_or_unsafe_value() -> None:
    for template in sorted((PACKAGE.parents[1] / "theme" / "templates").rglob("*.html")):
        text = template.read_text(encoding="utf-8")
        assert "style=" not in text, template
        assert "onclick" not in text, template
        assert "<script>" not in text, template
        assert not re.search(r"\|\s*safe\b", text), f"{template}: write |judged, which looks at what it prints"


def test_html_is_marked_as_such_only_where_it_is_judged_or_ours() -> None:
    """`Markup(…)` tells templates not to escape: a text of an author gets there by the last judgement alone."""
    found = {
        module.relative_to(PACKAGE).as_posix()
        for module in modules()
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("Markup", "htmlsafe_json_dumps")
    }
    assert found == {"outputs/text/judged.py", "outputs/page/theme.py", "outputs/page/json_ld.py"}
