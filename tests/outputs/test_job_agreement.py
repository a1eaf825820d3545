"""The files for job sites, the data and the sitemap agree on what is open, at every instant."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.helpers import build_site, make_organisation, write_site
from tests.outputs.reading import job_markup, sitemap
from tests.outputs.test_agreement import CLOSES, INSTANTS, OPENS, POSTINGS


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {f"postings/{name}.md": text for name, text in POSTINGS.items()}
    files["organisations/platform.md"] = make_organisation(name="Platform", part_of="example-network")
    return write_site(tmp_path_factory.mktemp("agreement") / "content", files)


@pytest.mark.parametrize("now", INSTANTS, ids=lambda now: now.isoformat())
def test_files_for_machines_agree_on_what_is_open(content: Path, now: datetime, tmp_path: Path) -> None:
    site = build_site(content, now, output=tmp_path / "output", cache=tmp_path / "cache")
    is_open = {f"https://hub.example/jobs/{name}/" for name in POSTINGS if OPENS[name] <= now < CLOSES[name]}
    told = {
        "jobs.xml": {each.text for each in ET.fromstring(site["jobs.xml"]).iter("url")},
        "jobs-jooble.xml": {each.text for each in ET.fromstring(site["jobs-jooble.xml"]).iter("link")},
        "jobs.json": {each["url"] for each in json.loads(site["jobs.json"])["postings"]},
        "sitemap.xml": {each for each in sitemap(site) if each.split("/")[-2] in POSTINGS},
        "markup": {
            f"https://hub.example/jobs/{name}/" for name in POSTINGS if _has_markup(site, f"jobs/{name}/index.html")
        },
    }
    assert told == dict.fromkeys(told, is_open)


def _has_markup(site: dict[str, bytes], path: str) -> bool:
    return path in site and job_markup(site, path) is not None
