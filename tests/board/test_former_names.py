"""Ids that items had before: whatever names one by such an id leads to it, and an item renamed back is the old one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.fields import REFERENCES, Named, make_item, written
from tests.helpers import (
    NOW,
    SITE,
    build_site,
    make_board,
    make_event,
    make_introduction,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    project_theme,
    read_tree,
    write_site,
)

from jobboard.pipeline.build import Job, bring_up_to_date
from jobboard.pipeline.check import check
from jobboard.pipeline.session import Session
from jobboard.source.content.folder import TOPICS

EDITIONS = replace(SITE, languages=("en", "fr"))
FRENCH = {"lang": "fr"}


def files_of(named: Named, *, target: str, former: str | None, called: str) -> dict[str, str | None]:
    """An item that names `called` by that field, beside what it means: `target`, which was once called `former`."""
    language = FRENCH if named.field == "translation_of" else {}
    files: dict[str, str | None] = {
        f"{named.folder}/names-it.md": make_item(named.folder, **language, **written(named, called))
    }
    formerly = f"[{former}]" if former else None
    if named.refers_to in (TOPICS, "topics"):
        tail = f", formerly: {formerly}" if formerly else ""
        files["topics.yaml"] = f"{target}: {{en: Target, fr: Cible{tail}}}\nnames-it: {{en: Other}}\n"
        files[f"topics/{target}.md"] = make_introduction()
    else:
        files[f"{named.refers_to}/{target}.md"] = make_item(named.refers_to, formerly=formerly)
        files["topics.yaml"] = "names-it: {en: Other}\n"
    return files


def without_digest(site: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in site.items() if path != "build.json"}


@pytest.mark.parametrize("named", REFERENCES, ids=str)
def test_a_reference_to_a_former_name_is_as_good_as_one_to_that_of_today(named: Named, tmp_path: Path) -> None:
    names = {"target": "target", "former": "old"}
    by_old = write_site(tmp_path / "a" / "content", files_of(named, **names, called="old"))
    by_new = write_site(tmp_path / "b" / "content", files_of(named, **names, called="target"))
    said = check(by_old, EDITIONS, NOW).problems
    assert [each.message for each in said if "called" in each.message] == ["old is called target today"]
    assert [each.level for each in said if "called" in each.message] == ["advice"]
    assert [each for each in check(by_new, EDITIONS, NOW).problems if "called" in each.message] == []
    assert without_digest(build_site(by_old, site=EDITIONS)) == without_digest(build_site(by_new, site=EDITIONS))


@pytest.mark.parametrize("named", REFERENCES, ids=str)
def test_renaming_what_is_named_builds_what_a_clean_build_does(named: Named, tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", files_of(named, target="old", former=None, called="old"))
    folders = {"content": content, "output": tmp_path / "output", "cache": tmp_path / "cache"}
    job = Job(site=EDITIONS, now=NOW, theme=project_theme(), **folders)
    session = Session()
    bring_up_to_date(job, session=session)
    for renamed in ("target", "old", "target"):
        for file in content.rglob("*.md"):
            file.unlink()
        former = "old" if renamed == "target" else "target"
        write_site(content, files_of(named, target=renamed, former=former, called="old"))
        bring_up_to_date(job, session=session)
    clean = Job(site=EDITIONS, now=NOW, theme=job.theme, content=content, output=tmp_path / "c", cache=tmp_path / "d")
    bring_up_to_date(clean)
    assert read_tree(clean.output) == read_tree(job.output)


MAKERS = {"postings": make_posting, "news": make_news, "events": make_event, "pages": make_page}


@pytest.mark.parametrize("folder", [*MAKERS, "organisations", "topics"])
def test_a_link_in_a_text_by_a_former_name_leads_to_the_item_with_advice(folder: str, tmp_path: Path) -> None:
    body = f"Read [this](/{folder}/old.md#more).\n"
    files: dict[str, str | None] = {"postings/reader.md": make_posting(body)}
    if folder == "topics":
        files["topics.yaml"] = "target: {en: Target, formerly: [old]}\n"
        files["topics/target.md"] = make_introduction()
    else:
        files[f"{folder}/target.md"] = make_item(folder, formerly="[old]")
    content = write_site(tmp_path / "content", files)
    said = [each for each in check(content, SITE, NOW).problems if "called" in each.message]
    assert [(each.line, each.message, each.hint) for each in said] == [
        (8, "old is called target today", f"write {folder}/target.md")
    ]
    page = build_site(content)["jobs/reader/index.html"].decode()
    assert "target/" in page.partition("Read <a ")[2].partition("</a>")[0]


@pytest.mark.parametrize("folder", [*MAKERS, "organisations"])
def test_an_item_renamed_back_is_the_one_it_was_first_and_no_page_leads_to_itself(folder: str, tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {f"{folder}/first.md": make_item(folder, formerly="[first, second]")})
    assert [each for each in check(content, SITE, NOW).problems if each.field == "formerly"] == []
    redirects = build_site(content)["_redirects"].decode()
    assert [line.split()[0].split("/")[-2] for line in redirects.splitlines()] == ["second"]


def test_a_renamed_item_is_looked_at_again_even_if_its_first_name_is_its_own(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"postings/first.md": make_posting(formerly="[first, second]")})
    cold = build_site(content)
    (tmp_path / "content/postings/other.md").write_text(make_posting())
    warm = build_site(content)
    assert "jobs/second/index.html" in cold
    assert warm["jobs/second/index.html"] == cold["jobs/second/index.html"]


def test_the_identity_of_an_item_renamed_back_is_its_first_name(tmp_path: Path) -> None:
    files = {"postings/first.md": make_posting(formerly="[first, second]"), "postings/x.md": make_posting()}
    board = make_board(tmp_path, files)
    assert [(each.id, each.identity) for each in board.postings] == [("first", "first"), ("x", "x")]


def test_what_needs_advice_for_an_old_name_gets_it_in_a_warm_build_too(tmp_path: Path) -> None:
    files = {
        "organisations/target.md": make_organisation(formerly="[old]"),
        "postings/x.md": make_posting("See [it](organisations/old.md).\n", organisation="old"),
    }
    content = write_site(tmp_path / "content", files)
    cold, warm = (check(content, SITE, NOW, cache=tmp_path / "cache").problems for _ in range(2))
    assert cold == warm
    assert len([each for each in cold if "called" in each.message]) == 2
