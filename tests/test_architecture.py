"""The house rules of docs/architecture.md, read off the imports."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "plugins" / "jobboard"
STAGES = ("source", "model", "board", "outputs", "pipeline")
"""Each may import those before it."""

OF_OUTPUTS = (
    ("text", "contacts"),
    ("page",),
    ("feeds", "calendars", "data", "social"),
    ("postings", "news", "events"),
    ("organisations", "topics"),
    ("site", "numbers"),
    ("plan",),
    ("mail",),
)
"""Each may import those before it, and the ones beside it only where no two of them are subjects."""

MOST, MOST_LOOSE = 30, 5
"""Modules in a folder, and at the top of the package."""


def modules(folder: str = "") -> Iterator[Path]:
    yield from sorted((PACKAGE / folder).rglob("*.py"))


@functools.cache
def imports(module: Path) -> set[str]:
    """Every module named by an import, wherever in the file it stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def name_of(module: Path) -> str:
    """As it is imported."""
    return f"jobboard.{module.relative_to(PACKAGE).with_suffix('').as_posix().replace('/', '.')}"


def in_cycles(graph: dict[str, set[str]]) -> list[str]:
    """What leads back to itself, or to something that does."""
    while leaves := {name for name, used in graph.items() if not used & set(graph)}:
        graph = {name: used for name, used in graph.items() if name not in leaves}
    return sorted(graph)


def imports_any_of(module: Path, *packages: str) -> set[str]:
    return {
        name for name in imports(module) for package in packages if name == package or name.startswith(f"{package}.")
    }


def test_only_the_adapter_imports_pelican() -> None:
    found = {module.relative_to(PACKAGE).parts[0] for module in modules() if imports_any_of(module, "pelican")}
    assert found == {"pelican_adapter"}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_only_the_stages_before_it(stage: str) -> None:
    allowed = {f"jobboard.{name}" for name in ("base", *STAGES[: STAGES.index(stage) + 1])}
    allowed |= {"jobboard.engine"} if stage in ("outputs", "pipeline") else set()
    found = {
        name
        for module in modules(stage)
        for name in imports_any_of(module, "jobboard")
        if ".".join(name.split(".")[:2]) not in allowed
    }
    assert found == set()


def of_ours_outside(folder: str, *allowed: str) -> set[str]:
    """What the modules of a folder import of this package, other than what is allowed to them."""
    found = {name for module in modules(folder) for name in imports_any_of(module, "jobboard")}
    return {name for name in found if name.split(".")[1] not in allowed}


def test_the_base_imports_nothing_of_ours() -> None:
    assert of_ours_outside("base", "base") == set()


def test_the_engine_knows_planned_outputs_and_nothing_else_of_the_board() -> None:
    assert of_ours_outside("engine", "engine", "base") == set()


def test_outputs_know_of_the_engine_what_an_output_is() -> None:
    found = {name for module in modules("outputs") for name in imports_any_of(module, "jobboard.engine")}
    assert {name for name in found if not name.startswith("jobboard.engine.output")} == set()


@pytest.mark.parametrize("level", range(len(OF_OUTPUTS)), ids=[" ".join(level) for level in OF_OUTPUTS])
def test_outputs_import_what_stands_before_them_and_subjects_no_subject_beside(level: int) -> None:
    after = {name for later in OF_OUTPUTS[level + 1 :] for name in later}
    for folder in OF_OUTPUTS[level]:
        beside = set(OF_OUTPUTS[level]) - {folder} if folder in ("postings", "news", "events") else set()
        foreign = [f"jobboard.outputs.{name}" for name in after | beside]
        found = {module.name: imports_any_of(module, *foreign) for module in modules(f"outputs/{folder}")}
        assert {name: sorted(each) for name, each in found.items() if each} == {}


FOLDERS = sorted({module.parent.relative_to(PACKAGE).as_posix() for module in PACKAGE.rglob("*.py")})


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_is_small_enough_to_be_looked_through(folder: str) -> None:
    held = [each for each in (PACKAGE / folder).glob("*.py") if each.name != "__init__.py"]
    assert len(held) <= (MOST_LOOSE if folder == "." else MOST)


def test_folders_import_each_other_in_no_cycle() -> None:
    """A folder and its sub-folders taken apart: each is a room of its own."""
    named = {name_of(module): module for module in modules() if module.name != "__init__.py"}
    graph: dict[str, set[str]] = {}
    for name, module in named.items():
        used = {each.rpartition(".")[0] for each in imports(module) & set(named)}
        graph.setdefault(name.rpartition(".")[0], set()).update(used - {name.rpartition(".")[0]})
    assert in_cycles(graph) == []


def test_the_import_stands_after_the_board_and_no_build_loads_it() -> None:
    assert of_ours_outside("importing", "base", "source", "model", "board", "importing", "net") == set()
    users = {each.relative_to(PACKAGE).parts[0] for each in modules() if imports_any_of(each, "jobboard.importing")}
    assert users == {"importing", "commands", "writing_desk"}


def test_editing_makes_files_of_files_and_commands_write_them() -> None:
    assert of_ours_outside("editing", "base", "source", "model", "board", "editing") == set()
    users = {each.relative_to(PACKAGE).parts[0] for each in modules() if imports_any_of(each, "jobboard.editing")}
    assert users == {"editing", "commands", "language_server", "intake", "writing_desk"}


def test_publishing_hands_on_what_was_built_and_no_build_loads_it() -> None:
    assert of_ours_outside("publishing", "base", "board", "engine", "net", "outputs", "publishing", "source") == set()
    users = {each.relative_to(PACKAGE).parts[0] for each in modules() if imports_any_of(each, "jobboard.publishing")}
    assert users == {"publishing", "commands", "settings"}


def test_only_the_server_speaks_the_protocol_of_editors() -> None:
    speakers = [each for each in modules() if imports_any_of(each, "pygls", "lsprotocol")]
    assert [name_of(each) for each in speakers] == ["jobboard.language_server.server"]
    users = {
        each.relative_to(PACKAGE).parts[0] for each in modules() if imports_any_of(each, "jobboard.language_server")
    }
    assert users == {"language_server", "commands", "intake"}


def test_modules_import_each_other_in_no_cycle() -> None:
    named = {name_of(module): module for module in modules()}
    assert in_cycles({name: imports(module) & set(named) - {name} for name, module in named.items()}) == []


def test_only_the_settings_read_the_clock_and_the_environment() -> None:
    forbidden = ("datetime.now", "date.today", "time.time", "utcnow", "os.environ", "getenv")
    found = {
        module.relative_to(PACKAGE).as_posix()
        for module in modules()
        if any(word in (text := module.read_text(encoding="utf-8")) for word in forbidden)  # most name none at all
        for line in map(ast.unparse, ast.walk(ast.parse(text)))
        if any(line.startswith(word) for word in forbidden)
    }
    assert {each.split("/")[0] for each in found} == {"settings"}


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
        "base/whole.py",
        "engine",
        "importing",
        "publishing",
        "writing_desk/carry_out.py",
        "commands/digest_.py",
        "commands/digest_state.py",
        "commands/new.py",
        "commands/proposing.py",
        "writing_desk/content_copy.py",
        "writing_desk/work.py",
        "model/reference.py",
        "preview/serving.py",
        "source/content/store.py",
    }
    allowed |= {"starter/write.py"}
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


ROLES = {"TONGUE", "PROPERTIES", "files_shown"}
"""Names of what each language or each kind of content has one of."""


def test_a_public_name_means_one_thing() -> None:
    """Commands are named for people who type them, and call what they stand for."""
    found: dict[str, list[str]] = {}
    for module in modules():
        for name in public_names(module) if "commands" not in module.parts else ():
            found.setdefault(name, []).append(module.relative_to(PACKAGE).as_posix())
    several = {name: where for name, where in found.items() if len(where) > 1}
    assert {name: where for name, where in several.items() if name not in ROLES} == {}
    assert several.keys() == ROLES, "a role that one module alone plays is none"


def public_names(module: Path) -> Iterator[str]:
    """What a module defines for others; of one letter are the variables of types, and Pelican looks for `register`."""
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names = [node.name]
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [target.id for target in targets if isinstance(target, ast.Name)]
        else:
            continue
        yield from (name for name in names if len(name) > 1 and not name.startswith("_") and name != "register")
