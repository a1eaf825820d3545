"""A class means one thing: it is defined in one file, and whatever has it is styled; none is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import nodes

from jobboard.outputs.text.judged import SPELT_OUT
from tests.theme.reading import CSS, THEME, rules, templates

_ATTRIBUTE = re.compile(r'\bclass="([^"]*)"')
_GIVEN_BY_SCRIPT = re.compile(r'className(?: =|:) "([\w-]+)"')
_TEXT, _SELECTED = re.compile(r'"([^"\n]*)"'), re.compile(r"\.([a-z][\w-]*)")
"""How a script looks for a class: by a selector, in a text."""

_TAKES_CLASS = "class"
"""The parameter of macros that write a class they are given."""


def defined() -> set[str]:
    """Every class that some rule is about."""
    return {name for rule in rules() for name in re.findall(r"\.([a-z][\w-]*)", rule.selector)}


def used() -> set[str]:
    """Every class that a template, a script or a text has."""
    scripts = "\n".join(file.read_text("utf-8") for file in (THEME / "static/js").glob("*.js"))
    sought = {name for text in _TEXT.findall(scripts) for name in _SELECTED.findall(text)}
    return {*in_templates(), *_GIVEN_BY_SCRIPT.findall(scripts), *sought, SPELT_OUT}


def in_templates() -> Iterator[str]:
    """What `class="…"` holds in templates, and what is given to macros that write it."""
    trees = templates()
    takers = {
        macro.name: [each.name for each in macro.args].index(_TAKES_CLASS)
        for tree in trees.values()
        for macro in tree.find_all(nodes.Macro)
        if _TAKES_CLASS in [each.name for each in macro.args]
    }
    for tree in trees.values():
        text = "".join(each.data for each in tree.find_all(nodes.TemplateData))
        yield from (name for found in _ATTRIBUTE.findall(text) for name in found.split())
        for macro in tree.find_all(nodes.Macro):
            yield from (each.value for each in macro.defaults if macro.name in takers and isinstance(each, nodes.Const))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and len(call.args) > takers.get(call.node.name, len(call.args)):
                yield call.args[takers[call.node.name]].as_const()


def test_a_class_is_defined_in_one_file() -> None:
    """Its own rules are in one file; others may place it, and set the properties that it offers."""
    homes: dict[str, set[str]] = {}
    for rule in rules(*sorted(CSS.glob("[3-5]*.css"))):
        offers_only = all(each.strip().startswith("--") for each in rule.declarations.split(";") if each.strip())
        if (own := re.fullmatch(r"\.([\w-]+)(?:::?[\w-]+|\[[^\]]*\])*", rule.selector)) and not offers_only:
            homes.setdefault(own[1], set()).add(rule.file)
    assert {name: files for name, files in homes.items() if len(files) > 1} == {}
    assert len(homes) > 40


def test_every_class_that_is_used_is_defined() -> None:
    assert used() - defined() == set()


def test_every_class_that_is_defined_is_used() -> None:
    assert defined() - used() == set()


def test_paper_has_its_rules_in_one_file() -> None:
    """And sizes and colours where they all are."""
    found = [file.name for file in sorted(CSS.glob("*.css")) if "@media print" in file.read_text("utf-8")]
    assert found == ["10-tokens.css", "90-print.css"]
