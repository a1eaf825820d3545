"""A template decides nothing: it asks whether something is there, repeats what there are several of, and prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from jinja2 import nodes

from tests.theme.reading import templates

_TREES = templates()

_FORM = (
    nodes.Template,
    nodes.Extends,
    nodes.Block,
    nodes.FromImport,
    nodes.Macro,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.Keyword,
    *(nodes.MarkSafeIfAutoescape, nodes.Mod, nodes.Dict, nodes.Pair),  # what `{% trans %}` becomes
)
"""What a template is made of."""

_FILTERS = {"forceescape", "judged", "length"}
"""`judged` prints HTML; `length` is for the plural of a heading; `forceescape` keeps HTML as words, for a script."""

_GIVEN = {"_", "gettext", "pgettext", "ngettext", "direction"}
"""The functions that a template is given."""


def is_named(node: nodes.Node) -> bool:
    """True of `page` and of `page.apply.link`: of what is looked up and not worked out."""
    while isinstance(node, nodes.Getattr):
        node = node.node
    return isinstance(node, nodes.Name)


def is_place_in_row(node: nodes.Node) -> bool:
    """True of `not loop.first`, which says where commas go."""
    return isinstance(node, nodes.Not) and isinstance(node.node, nodes.Getattr) and is_loop(node.node.node)


def is_loop(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "loop"


def is_file_of_the_theme(node: nodes.Node) -> bool:
    """True of `site.assets["style.css"]`."""
    match node:
        case nodes.Getitem(node=nodes.Getattr(node=nodes.Name(name="site"), attr="assets"), arg=nodes.Const()):
            return True
    return False


_ALLOWED: dict[type[nodes.Node], Callable[[Any, set[str]], bool]] = {
    nodes.If: lambda node, _: is_named(node.test) or is_place_in_row(node.test),
    nodes.For: lambda node, _: is_named(node.iter) and not node.test and not node.recursive,
    nodes.Call: lambda node, callable_: isinstance(node.node, nodes.Name) and node.node.name in callable_,
    nodes.Filter: lambda node, _: node.name in _FILTERS,
    nodes.Tuple: lambda node, _: node.ctx == "store",  # of `{% for name, cards in page.groups %}`
    nodes.Assign: lambda node, _: node.lineno is None,  # of `{% trans %}`
    nodes.Not: lambda node, _: is_place_in_row(node),
    nodes.Getitem: lambda node, _: is_file_of_the_theme(node),
}
"""What more is asked of some nodes: by themselves, and by what the template may call."""


def worked_out(tree: nodes.Template) -> list[tuple[int, str]]:
    """Whatever a template does beside asking, repeating and printing: (line, what)."""
    called = _GIVEN | {macro.name for macro in tree.find_all(nodes.Macro)}
    for use in tree.find_all(nodes.FromImport):
        called |= {each[1] if isinstance(each, tuple) else each for each in use.names}
    return [
        (node.lineno, type(node).__name__)
        for node in tree.find_all(nodes.Node)
        if not (_ALLOWED[type(node)](node, called) if type(node) in _ALLOWED else isinstance(node, _FORM))
    ]


@pytest.mark.parametrize("name", _TREES)
def test_a_template_decides_nothing(name: str) -> None:
    assert [f"{name}:{line}: {what}" for line, what in worked_out(_TREES[name])] == []


@pytest.mark.parametrize(
    "text",
    [
        "{% if page.kind == 'job' %}{% endif %}",
        "{% if page.a or page.b %}{% endif %}",
        "{% if page.a and page.b %}{% endif %}",
        "{% if not page.a %}{% endif %}",
        "{% if 'x' in page.a %}{% endif %}",
        "{% if page.cards|length %}{% endif %}",
        "{% if page.is_open() %}{% endif %}",
        "{{ 'a' if page.a else 'b' }}",
        "{{ page.words[page.kind] }}",
        "{{ page.cards[0] }}",
        "{% set a = page.a %}",
        "{% for each in page.a if each.b %}{% endfor %}",
        "{% for each in page.a + page.b %}{% endfor %}",
        "{% for each in page.a|sort %}{% endfor %}",
        "{{ page.title.upper() }}",
        "{{ page.title|lower }}",
        "{{ page.number + 1 }}",
        "{{ page.a ~ page.b }}",
        "{% if loop.index is even %}{% endif %}",
    ],
)
def test_a_decision_in_a_template_is_found(text: str) -> None:
    assert worked_out(_TREES["base.html"].environment.parse(text))


def test_every_macro_is_used_and_nothing_is_imported_in_vain() -> None:
    idle = []
    imported: set[tuple[str, str]] = set()
    for name, tree in _TREES.items():
        called = {each.node.name for each in tree.find_all(nodes.Call) if isinstance(each.node, nodes.Name)}
        for use in tree.find_all(nodes.FromImport):
            for each in use.names:
                macro, here = each if isinstance(each, tuple) else (each, each)
                imported.add((use.template.as_const(), macro))
                idle += [] if here in called else [f"{name} imports {macro} and does not call it"]
        imported |= {(name, each) for each in called}
    declared = {(name, macro.name) for name, tree in _TREES.items() for macro in tree.find_all(nodes.Macro)}
    assert (idle, sorted(declared - imported)) == ([], [])
