"""Markdown beside the pages of items, where the settings want it, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from jobboard.source.kinds import KINDS, TOPIC_TEXTS
from tests.helpers import at, build_site, write_site
from tests.outputs.test_links import EDITIONS, EVERYTHING


@pytest.mark.parametrize("has_twins", [True, False])
def test_every_page_of_an_item_names_its_twin_and_no_other_page_has_one(has_twins: bool, tmp_path: Path) -> None:
    site = replace(EDITIONS, has_twins=has_twins)
    built = build_site(write_site(tmp_path / "content", EVERYTHING), at("2026-03-12 12:00"), site=site)
    named = {
        path: address.removeprefix(f"{site.url}/")
        for path, data in built.items()
        if path.endswith(".html")
        for address in html.document_fromstring(data.decode()).xpath("//link[@type='text/markdown']/@href")
    }
    there = {path for path in built if path.endswith(".md")}
    assert set(named.values()) == there
    assert bool(there) == has_twins
    roots = {kind.root for kind in KINDS if kind.folder != TOPIC_TEXTS}
    assert not has_twins or {f"{path.partition('/')[0]}/" if path.count("/") > 1 else "" for path in there} >= roots
    assert f"{site.url}/llms.txt" not in built["sitemap.xml"].decode()
    assert "index.md" not in built["sitemap.xml"].decode()
    assert "llms.txt" in built
