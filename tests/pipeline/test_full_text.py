"""The index of full texts, by a program that stands in for Node: what it is given, and what becomes of its answer."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from jobboard.engine.folder import OutputError, Waiting
from jobboard.pipeline.failure import ending_of
from jobboard.pipeline.full_text import index_full_text, texts_of, without_full_text
from jobboard.pipeline.pagefind import FullTextError, is_new_enough, version_here
from jobboard.settings.full_text import check_full_text
from jobboard.settings.settings import read_settings
from jobboard.settings.shipped import own_theme
from tests.helpers import SITE, at, build_site, make_news, make_organisation, make_posting, settings_of, write_site

NOW = at("2026-03-16 12:00")
FULL = replace(SITE, has_full_text=True)

NODE = """\
#!/bin/sh
# Keeps what it is given, and writes what Pagefind would.
case "$3" in
*getFiles*) mkdir -p "$4" && cat > "$4/records" && {{ {then}; }} && touch "$4/pagefind.js" ;;
*) echo "{version}" ;;
esac
"""


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str = "1.6.0", then: str = "true") -> None:
    """A `node` that finds that version, and does that instead of making an index."""
    program = tmp_path / "bin/node"
    program.parent.mkdir(exist_ok=True)
    program.write_text(NODE.format(version=version, then=then))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    files = {
        "postings/open.md": make_posting("Bring a **spreadsheet**.\n", title="Open One"),
        "postings/over.md": make_posting(
            "Write to ada@hub.example about it.\n", published="2026-02-01", deadline="2026-03-05"
        ),
        "news/bridge.md": make_news(lang="fr"),
        "organisations/towns.md": make_organisation("They pave.\n", name="Towns"),
    }
    build_site(write_site(tmp_path / "content", files), NOW, site=FULL)
    return tmp_path / "output"


def index(output: Path) -> int:
    return index_full_text(FULL, output, NOW, "1.6.0", output.parent, Waiting())


def test_every_text_is_there_once_with_its_words_and_whether_it_is_over(output: Path) -> None:
    records = {each.meta["key"]: each for each in texts_of(FULL, output, NOW)}
    assert {"postings/open", "postings/over", "news/bridge", "organisations/towns"} <= records.keys()
    assert (records["postings/open"].content, records["postings/open"].filters) == (
        "Open One\n\nBring a spreadsheet.\n",
        {"over": ["no"]},
    )
    assert (records["news/bridge"].language, records["news/bridge"].url) == ("fr", "/news/bridge/")
    assert records["postings/over"].filters == {"over": ["yes"]}
    assert {each.meta["part"] for each in records.values()} == {"2026", "standing"}


def test_no_contact_of_a_closed_posting_is_in_the_index(output: Path) -> None:
    assert [each for each in texts_of(FULL, output, NOW) if "ada@" in each.content] == []


def test_an_index_is_made_once_for_the_same_texts_and_no_build_touches_it(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch)
    assert index(output) == len(list(texts_of(FULL, output, NOW)))
    lines = (output / "pagefind/records").read_text().splitlines()
    assert {json.loads(each)["language"] for each in lines} == {"en", "fr"}
    assert index(output) == 0
    built = build_site(tmp_path / "content", NOW, site=SITE, output=output)
    assert "pagefind/pagefind.js" in built
    write_site(tmp_path / "content", {"postings/new.md": make_posting()})
    build_site(tmp_path / "content", NOW, site=FULL, output=output)
    assert index(output) == len(lines) + 1
    assert sorted(each.name for each in output.glob(".jobboard-pagefind*")) == []


def test_an_index_that_is_no_longer_wanted_is_removed_and_nobody_elses(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch)
    index(output)
    without_full_text(output, Waiting())
    assert not (output / "pagefind").exists()
    (output / "pagefind").mkdir()
    (output / "pagefind/mine").touch()
    without_full_text(output, Waiting())
    with pytest.raises(OutputError, match="pagefind/"):
        index(output)
    assert (output / "pagefind/mine").exists()


def test_where_pagefind_fails_the_index_is_as_it_was(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch)
    index(output)
    before = (output / "pagefind/records").read_bytes()
    write_site(tmp_path / "content", {"postings/new.md": make_posting()})
    build_site(tmp_path / "content", NOW, site=FULL, output=output)
    stand_in(tmp_path, monkeypatch, then="echo no memory >&2; exit 1")
    with pytest.raises(FullTextError, match=r"^Pagefind failed: no memory$") as caught:
        index(output)
    assert ending_of(caught.value) == "The site is written; the index of full texts is as it was."
    assert (output / "pagefind/records").read_bytes() == before
    assert sorted(each.name for each in output.glob(".jobboard-pagefind*")) == []


@pytest.mark.parametrize(
    ("version", "is_enough"),
    [("1.6.0", True), ("1.6.0-beta.1", True), ("1.10.2", True), ("2.0.0", True), ("1.5.2", False), ("", False)],
)
def test_a_version_that_gives_the_same_index_for_the_same_texts_is_asked_for(version: str, is_enough: bool) -> None:
    assert is_new_enough(version) is is_enough


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("1.6.0", ""),
        ("1.5.2", "pagefind 1.6 is not installed; npm install pagefind@1.6"),
        (None, "Node is not installed; install Node 20 or a later one, then: npm install pagefind@1.6"),
    ],
)
def test_what_is_missing_is_said_with_the_way_to_it(
    version: str | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pelicanconf.py").write_text(settings_of(own_theme()) + 'JOBBOARD_SEARCH = "pagefind"\n')
    if version is None:
        monkeypatch.setenv("PATH", "")
    else:
        stand_in(tmp_path, monkeypatch, version)
        assert version_here(tmp_path) == version
    settings = read_settings(plain(Path("pelicanconf.py")))
    assert settings.site.has_full_text
    found = [str(each) for each in check_full_text(settings, "pelicanconf.py")]
    assert found == ([f"pelicanconf.py:12: JOBBOARD_SEARCH: {said}"] if said else [])


def plain(file: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    exec(file.read_text(), found)
    return {name: value for name, value in found.items() if name.isupper()}
