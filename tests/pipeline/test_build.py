"""All six stages together."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.model.fields.record import parse_record
from jobboard.pipeline.build import Job, bring_up_to_date
from jobboard.pipeline.check import check, load_content, validate
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Mapping
from tests.helpers import NOW, SITE, make_posting, project_theme, read_tree, write_site


def test_a_board_that_is_looked_at_twice_gives_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    linked = make_posting(body="See [a](postings/a.md).", formerly="[old]")
    content = write_site(tmp_path / "content", {"postings/a.md": make_posting(), "postings/b.md": linked})

    def built(name: str) -> dict[str, bytes]:
        output, cache = tmp_path / name, tmp_path / f"{name}-cache"
        job = Job(site=SITE, now=NOW, theme=project_theme(), content=content, output=output, cache=cache)
        assert bring_up_to_date(job).problems == ()
        return read_tree(output)

    once = built("once")
    monkeypatch.setattr("jobboard.pipeline.check._MANY", 0)
    assert built("twice") == once


def test_a_new_file_is_understood_where_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"postings/a.md": make_posting(), "postings/b.md": make_posting(title="")}
    content = load_content(write_site(tmp_path / "content", files), tmp_path / "cache")
    parsed: list[str] = []

    def spied(cls: type, fields: Mapping, report: Report, **given: object) -> object:
        parsed.append(report.path)
        return parse_record(cls, fields, report, **given)

    monkeypatch.setattr("jobboard.model.records.parse_record", spied)
    checked = validate(content, SITE, NOW, "content")
    assert parsed == ["postings/b.md"]
    assert [problem.path for problem in checked.problems] == ["content/postings/b.md"]


def test_files_with_the_same_bytes_have_the_problems_of_their_own_folders(tmp_path: Path) -> None:
    files = {"postings/a.md": make_posting(), "news/a.md": make_posting(), "postings/b.md": make_posting()}
    content = write_site(tmp_path / "content", files)
    first, second, without = (check(content, SITE, NOW, cache=cache).problems for cache in (tmp_path, tmp_path, None))
    assert first == second == without
    assert {problem.path for problem in first} == {"content/news/a.md"}
