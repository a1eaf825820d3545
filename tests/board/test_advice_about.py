"""Advice about some files is what is said of them among all: only the time it takes is another."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest
from bench.corpus import Corpus
from bench.jobboard_site import Jobboard
from tests.helpers import NOW, REPOSITORY, SITE, make_posting, write_site

from jobboard.model import library
from jobboard.pipeline import check as checking
from jobboard.source.problem import Problem

SITES = sorted((REPOSITORY / "tests/sites_advised").iterdir())


def said_of(content: Path, about: Collection[str] | None, cache: Path | None = None) -> tuple[Problem, ...]:
    return checking.check(content, SITE, NOW, cache=cache, about=about).problems


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_advice_about_a_file_is_what_is_said_of_it_among_all(site: Path, tmp_path: Path) -> None:
    content = site / "content"
    whole = said_of(content, None, tmp_path)
    assert said_of(content, None, tmp_path) == whole
    for file in content.rglob("*.md"):
        path = file.relative_to(content).as_posix()
        expected = tuple(each for each in whole if each.path == f"content/{path}")
        found = said_of(content, {path}, tmp_path)
        assert tuple(each for each in found if each.path == f"content/{path}") == expected
        assert {*found} <= {*whole}


def test_a_problem_of_any_file_is_told_whatever_is_asked_about(tmp_path: Path) -> None:
    files = {"postings/one.md": make_posting(), "postings/other.md": make_posting(deadline="soon")}
    content = write_site(tmp_path, files)
    assert said_of(content, {"postings/one.md"}) == said_of(content, None) != ()


def test_of_others_only_those_of_the_same_organisation_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, project = Corpus(300), Jobboard(folder=tmp_path)
    project.prepare(corpus)
    for organisation in corpus.organisations:
        project.write_organisation(organisation)
    for posting in corpus.postings():
        project.write_posting(posting)
    content, cache = tmp_path / "content", tmp_path / "cache"
    said_of(content, (), cache)
    looked_at, record_of = list[str](), library.record_of

    def noted(document: Any, *rest: Any) -> Any:
        looked_at.append(document.path)
        return record_of(document, *rest)

    monkeypatch.setattr(library, "record_of", noted)
    said_of(content, {f"postings/{corpus.to_edit.published.year}/{corpus.to_edit.id}.md"}, cache)
    postings = [each for each in looked_at if each.startswith("postings/")]
    assert 0 < len(postings) <= 300 / len(corpus.organisations)
