"""Every kind of output of a site in which every text means harm, read as a browser or the next program reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.source.markdown.convert import Engine
from tests.outputs.final import NOT_TEXT, faults_in, faults_in_text
from tests.outputs.hostile_site import fields_in_parts, site_of_bodies, site_of_fields


def _faults(site: dict[str, bytes]) -> list[str]:
    return [fault for path, data in site.items() if not NOT_TEXT.fullmatch(path) for fault in faults_in(path, data)]


@pytest.mark.parametrize("engine", Engine)
def test_no_text_of_a_body_runs_loads_or_leads_anywhere_in_any_output(engine: Engine, tmp_path: Path) -> None:
    site, refused = site_of_bodies(tmp_path, engine)
    assert {why.split(": ", 2)[2] for why in refused.values()} <= {
        "too many tags opened and not closed; simplify this passage"
    }
    assert len(refused) < 10
    assert _faults(site) == []


def test_whoever_writes_a_text_judges_it_whatever_was_done_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jobboard.source.markdown.sanitise.sanitise", str)
    monkeypatch.setattr("jobboard.source.markdown.body.judged_body", str)
    site, _ = site_of_bodies(tmp_path, Engine.COMRAK)
    assert len(site) > 200
    assert _faults(site) == []


@pytest.mark.parametrize("texts", fields_in_parts())
def test_no_text_of_a_field_runs_loads_or_leads_anywhere_in_any_output(texts: list[str], tmp_path: Path) -> None:
    assert _faults(site_of_fields(tmp_path, texts)) == []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>x</p>", []),
        ("<script>x</script>", ["<script>"]),
        ("<p onclick='x'>y</p>", ["<p onclick='x'>"]),
        ("<a href='\u2003javascript:x'>y</a>", ["<a href='\\u2003javascript:x'>: leads to javascript:"]),
        ("<a href='java\nscript:x'>y</a>", ["<a href='java\\nscript:x'>: leads to javascript:"]),
        ("<a href='java&#xFDD3;script:x'>y</a>", ["<a href='java\\ufdd3script:x'>: leads to javascript:"]),
        ("<img src='//a.example/x.png'>", ["<img src='//a.example/x.png'>: leads nowhere"]),
        ("<img src='https://a.example/x.png'>", ["<img src='https://a.example/x.png'>: of another site"]),
        ("<a href='/\\\\a.example'>y</a>", ["<a href='/\\\\\\\\a.example'>: leads nowhere"]),
        ("<em>x", ["the text reaches out of its place: ['article', 'em']"]),
    ],
)
def test_the_judge_sees_what_it_is_there_for(html: str, expected: list[str]) -> None:
    found = list(faults_in_text(html))
    assert found[: len(expected)] == expected
    assert bool(found) == bool(expected)
