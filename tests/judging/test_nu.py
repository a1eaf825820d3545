"""The Nu HTML checker on every page of the golden sites and of the site with every kind of page, and on the styles."""

from __future__ import annotations

from pathlib import Path

from tests.browser.sites import EVERY_KIND, content_of_every_kind
from tests.golden import NAMES, build_golden
from tests.helpers import build_site, make_news, make_organisation, write_site
from tests.judging.nu import complaints

LOOKED_AT = (".html", ".css", ".svg")

TWO_ISSUERS = {
    "organisations/part.md": make_organisation("## Who we are\n\nA hub.[^1]\n\n[^1]: Of towns.\n"),
    "organisations/example-network.md": make_organisation("## Who we are\n\nTowns.[^1]\n\n[^1]: All of them.\n"),
    "news/x.md": make_news(
        "## Who we are\n\nMore.[^1]\n\n[^1]: Than before.\n",
        kind="press-release",
        organisations="[example-network, part]",
    ),
}


def files_of(folder: Path) -> list[Path]:
    """All but the pieces of HTML that stand in pages of others."""
    return [file for file in sorted(folder.rglob("*")) if file.suffix in LOOKED_AT and file.name != "list.html"]


def test_it_has_nothing_against_any_page_style_sheet_or_drawing(tmp_path: Path) -> None:
    for name in NAMES:
        build_golden(name, tmp_path / name)
    build_site(write_site(tmp_path / "every/content", content_of_every_kind()), site=EVERY_KIND)
    build_site(write_site(tmp_path / "issuers/content", TWO_ISSUERS))
    files = [file for folder in tmp_path.iterdir() for file in files_of(folder / "output")]
    assert {file.suffix for file in files} == set(LOOKED_AT)
    assert complaints(files) == []


def test_it_sees_faults(tmp_path: Path) -> None:
    faults = {
        "unknown.html": ('<!DOCTYPE html><html lang="en"><title>x</title><p><foo></foo></p>', "error: Element “foo”"),
        "speechless.html": ("<!DOCTYPE html><title>x</title><p>Words</p>", "warning: Consider adding a “lang”"),
        "x.css": ("@layer base { .a { colour: red } }", "error: CSS: “colour”"),
        "x.svg": ('<svg xmlns="http://www.w3.org/2000/svg"><rekt/></svg>', "error: Element “rekt”"),
    }
    for name, (text, _) in faults.items():
        (tmp_path / name).write_text(text)
    found = complaints(sorted(tmp_path.iterdir()))
    missed = [name for name, (_, said) in faults.items() if not any(name in each and said in each for each in found)]
    assert missed == []
