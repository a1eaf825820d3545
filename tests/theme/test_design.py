"""The page of the visual system shows every token there is, and colours are read and seen on what they stand on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bench.design.__main__ import SETTINGS, STYLESHEET, TOKENS, design_files, write_design
from bench.design.tokens import groups_of, measured

from tests.helpers import read_tree

SHEET = TOKENS.read_text("utf-8")
DECLARED = re.findall(r"--([\w-]+):", SHEET.partition("@media")[0])


def failing(sheet: str) -> list[tuple[str, str, str]]:
    return [each[:3] for each in measured(groups_of(sheet)) if not each.is_enough]


def test_every_token_is_on_the_page() -> None:
    page = design_files()["index.html"].decode()
    assert re.findall(r"<h3><code>--([\w-]+)</code>", page) == DECLARED
    assert len(DECLARED) >= 60


def test_every_colour_stands_out_from_what_it_stands_on() -> None:
    assert failing(SHEET) == []
    assert len([*measured(groups_of(SHEET))]) >= 60


def test_every_colour_has_a_contrast_or_needs_none() -> None:
    headings = {group.heading for group in groups_of(SHEET) for each in group.tokens if each.kind == "colour"}
    assert {each for each in headings if " on " not in each} == {"Surfaces", "Grounds", "Decoration"}


@pytest.mark.parametrize(
    ("colour", "wrong"),
    [
        ("light-dark(#8a9a9f, #a7bac0)", {"light"}),
        ("light-dark(#4a5c62, #445a60)", {"dark"}),
        ("#7f7f7f", {"light", "dark"}),
        ("var(--colour-page)", {"light", "dark"}),
    ],
)
def test_a_colour_that_is_too_faint_is_found_in_the_scheme_where_it_is(colour: str, wrong: set[str]) -> None:
    found = failing(re.sub(r"(--colour-quiet:) [^;]+;", rf"\1 {colour};", SHEET, count=1))
    assert {name for name, _, _ in found} == {"colour-quiet"}
    assert {scheme for _, _, scheme in found} == wrong


def test_a_token_that_is_added_is_there_and_measured() -> None:
    added = SHEET.replace(
        "    --colour-quiet:", "    --colour-new: light-dark(#ffffff, #ffffff);\n    --colour-quiet:", 1
    )
    assert ("colour-new", "colour-page", "light") in failing(added)


def test_the_page_shows_parts_in_every_setting_by_the_theme_s_own_style_sheet(tmp_path: Path) -> None:
    write_design(tmp_path / "design")
    files = read_tree(tmp_path / "design")
    page = files["index.html"].decode()
    assert files.keys() == {"index.html", "design.css", STYLESHEET}
    assert page.count("<iframe ") == len(SETTINGS) == 4
    for part in ("job-card", "badge", "notice", "empty", "chips", "trail", "facts", "button is-hover", "is-focus"):
        assert page.count(part) >= len(SETTINGS), part
    assert ".is-focus" in files[STYLESHEET].decode()


def test_it_is_the_same_each_time() -> None:
    assert design_files() == design_files()
