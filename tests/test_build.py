"""All six stages together."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.build import Job, bring_up_to_date
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
    monkeypatch.setattr("jobboard.build.MANY", 0)
    assert built("twice") == once
