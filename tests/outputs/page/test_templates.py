"""Jinja as this project sets it up: quicker, and the same to whoever writes templates."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import markupsafe
import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from jobboard.outputs.page.templates import Templates, escape

MACROS = """
{% macro link(it, current="", mark="*") %}
<a href="{{ it }}"{% if it == current %} aria-current="page"{% endif %}>{{ it }}{{ mark }}</a>
{% endmacro %}
{% macro boxed() %}<div>{{ caller() }}</div>{% endmacro %}
{% macro all() %}{{ varargs|join("+") }} {{ kwargs.items()|list }}{% endmacro %}
{% macro greeted() %}{{ greet("Ana & Co") }}{% endmacro %}
"""

PAGE = """
{% from "macros" import link, boxed, all, greeted %}
{{ link("/a?b&c") }} {{ link("/a", "/a") }} {{ link("/a", mark="<") }} {{ link(current="/a", it="/a") }}
{% call boxed() %}{{ link(words) }}{% endcall %}
{{ all(1, "<", colour="red") }}
{{ greeted() }} {{ where("x") }}
{% for each in [1, 2] %}{{ link(each) }}{{ where(each) }}{{ loop.last }}{% endfor %}
{% autoescape false %}{{ words }}{{ link(words) }}{% endautoescape %}
{% set kept %}{{ words }}{% endset %}{{ kept }}{{ kept|upper }}
{{ words }} {{ safe }} {{ none }} {{ 3.5 }} {{ status }} {{ words ~ safe }}
"""


class Status(StrEnum):
    OPEN = "open & shut"


@pass_context
def where(context: Context, what: object) -> str:
    return f"{what} in {context.name} by {context.get('each', '')}"


def greet(name: str) -> str:
    return Markup("<b>%s</b>") % name


VALUES = {
    "words": "Fish & <chips> 'n' \"more\"",
    "safe": Markup("<i>safe</i>"),
    "none": None,
    "status": Status.OPEN,
    "where": where,
}


def environment(cls: type[Environment], templates: Mapping[str, str], **globals_: Any) -> Environment:
    made = cls(loader=DictLoader(dict(templates)), autoescape=True, undefined=StrictUndefined)
    made.globals.update(globals_)
    return made


def test_a_template_gives_what_it_gives_in_plain_jinja() -> None:
    ours, plain = (
        environment(each, {"page": PAGE, "macros": MACROS}, greet=greet).get_template("page").render(VALUES)
        for each in (Templates, Environment)
    )
    assert ours == plain
    assert "Ana &amp; Co" in ours


@pytest.mark.parametrize("value", [*VALUES.values(), "plain", "", "a & b", 0, True, Markup("&"), ["<"]])
def test_a_value_is_escaped_as_markupsafe_does(value: object) -> None:
    assert str(escape(value)) == str(markupsafe.escape(value))


def test_a_macro_refuses_an_argument_too_many() -> None:
    page = environment(Templates, {"page": "{% macro one(it) %}{{ it }}{% endmacro %}{{ one(1, 2) }}"})
    with pytest.raises(TypeError, match="takes not more than 1 argument"):
        page.get_template("page").render()


@pytest.mark.parametrize(
    "text", ["{{ nothing }}", "{{ words.nothing }}", "{% macro one(it) %}{{ it }}{% endmacro %}{{ one() }}"]
)
def test_what_is_not_there_is_refused(text: str) -> None:
    with pytest.raises(UndefinedError):
        environment(Templates, {"page": text}).get_template("page").render(VALUES)


def test_macros_are_made_once_for_all_pages_and_know_what_is_global() -> None:
    made: list[str] = []
    templates = {
        "page": '{% from "macros" import one %}{{ one() }}',
        "macros": "{{ note() }}{% macro one() %}{{ word }}{% endmacro %}",
    }
    page = environment(Templates, templates, note=lambda: made.append("made"), word="Emploi").get_template("page")
    assert [page.render(), page.render()] == ["Emploi", "Emploi"]
    assert made == ["made"]
