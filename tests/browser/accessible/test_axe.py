"""axe-core on a page of every kind, light and dark, on a wide and on a narrow screen. `make axe` looks at all pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.accessible.pages import TEMPLATES, Built
from tests.browser.reader import Reader
from tests.judging.axe import examine, examine_looks


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_breaks_a_rule_on_a_page_of_each_kind(template: str, built: Built, reader: Reader) -> None:
    """Also fails for a template of which the site has no page."""
    reader.open(built.longest(template))
    assert examine_looks(reader.page) == {}


@pytest.mark.parametrize("path", ["/jobs/", "/jobs/x/"])
def test_nor_where_what_was_open_has_closed_before_the_readers_eyes(
    path: str, built: Built, read: Callable[..., Reader]
) -> None:
    reader = read(built.files, "2026-03-31 23:59")
    reader.open(path)
    reader.wait_until("2026-04-01 00:00")
    assert examine_looks(reader.page) == {}


FAULTS = {
    "color-contrast": "document.querySelector('h1').style.color = '#ccc'",
    "heading-order": "document.querySelector('h2').outerHTML = '<h5>Tasks</h5>'",
    "image-alt": "document.querySelector('main img').removeAttribute('alt')",
    "link-name": "document.querySelector('main .posting-header a').textContent = ''",
    "html-has-lang": "document.documentElement.removeAttribute('lang')",
    "target-size": "document.querySelector('.site-footer nav').style.font = '6px/6px serif'",
}


def test_the_judge_sees_what_breaks_one(reader: Reader) -> None:
    reader.open("/jobs/x/")
    reader.page.emulate_media(color_scheme="light")
    reader.page.evaluate(";".join(FAULTS.values()))
    assert {each.split(":")[0] for each in examine(reader.page)[0]} >= set(FAULTS)
