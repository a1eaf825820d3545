"""The page about themes says what the views say."""

from __future__ import annotations

from jobboard.outputs.plan.views import views
from tests.theme.reference import FILE, render, written


def test_the_page_is_the_one_the_views_give() -> None:
    assert FILE.read_text("utf-8") == written(), "run make reference"


def test_every_template_and_all_it_is_given_is_in_it() -> None:
    text = render()
    assert [name for name, view in views().items() if f"### `{name}`" not in text or not view.__doc__] == []
    targets = {line.removeprefix("### ").lower() for line in text.splitlines() if line.startswith("### ")}
    linked = {part.split(")")[0] for part in text.split("](#")[1:]}
    assert linked <= targets
