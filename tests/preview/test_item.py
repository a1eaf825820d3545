"""`jobboard preview`: what nobody may see yet is shown, says that it is a preview, and gets nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from jobboard.commands.main import main
from jobboard.pelican_adapter.run import Options
from jobboard.preview.builds import Builds
from jobboard.preview.planned import PlannedSite
from jobboard.preview.preview import Preview
from jobboard.preview.serving import open_server
from jobboard.source.kinds import BY_FOLDER, FOLDERS
from tests.helpers import (
    REPOSITORY,
    build_site,
    make_event,
    make_introduction,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    read_tree,
    settings_of,
    write_site,
)

LATER = "2026-06-01 10:00"
MAKERS: dict[str, Callable[..., str]] = {
    "postings": make_posting,
    "news": make_news,
    "events": make_event,
    "pages": make_page,
    "topics": make_introduction,
}
UNPUBLISHED = {
    f"{folder}/{name}": make(f"Word of {name}.\n", **changes)
    for folder, make in MAKERS.items()
    for name, changes in (
        ("culture" if folder == "topics" else f"draft-of-{folder}", {"status": "draft"}),
        *([(f"later-{folder}", {"published": LATER})] if folder not in ("pages", "topics") else []),
    )
}
UNPUBLISHED["postings/later-postings"] = make_posting(
    "Word of later-postings.\n", published=LATER, deadline="2026-07-01"
)
UNPUBLISHED["events/later-events"] = make_event("Word of later-events.\n", published=LATER, starts="2026-07-01")
LANGUAGES = 'JOBBOARD_LANGUAGES = ["en", "fr", "es"]\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pelicanconf.py").write_text(settings_of(REPOSITORY / "theme") + LANGUAGES)
    write_site(
        tmp_path / "content",
        {"postings/analyst.md": make_posting(), **{f"{name}.md": text for name, text in UNPUBLISHED.items()}},
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["preview", *arguments, "--once"])
    return int(str(ended.value.code or 0))


def test_every_kind_that_can_wait_is_tried() -> None:
    assert {name.split("/")[0] for name in UNPUBLISHED} == {*FOLDERS} - {"organisations"}


@pytest.mark.parametrize("name", UNPUBLISHED)
def test_what_nobody_may_see_yet_has_a_page_that_says_it_is_a_preview(name: str, project: Path) -> None:
    folder, id_ = name.split("/")
    assert run(f"content/{name}.md") == 0
    page = (project / ".cache/preview" / BY_FOLDER[folder].path(id_) / "index.html").read_text()
    assert f"Word of {id_}." in page
    assert "<title>Preview: " in page
    assert '<meta name="robots" content="noindex">' in page
    day = "1 June 2026" if id_.startswith("later") else "16 March 2026"
    assert re.search(rf'<p class="preview-band">Preview, as of .*{day}', page)


def test_a_page_comes_with_what_it_loads_and_nothing_else(project: Path) -> None:
    assert run("postings/draft-of-postings") == 0
    written = read_tree(project / ".cache/preview")
    assert [path for path in written if path.endswith(".html")] == ["jobs/draft-of-postings/index.html"]
    page = written["jobs/draft-of-postings/index.html"].decode()
    assert {path.split("/")[0] for path in re.findall(r'(?:src|href)="/(theme/[^"]+)"', page)} == {"theme"}
    assert all(path in written for path in re.findall(r'(?:src|href)="/(theme/[^"]+)"', page))
    assert run("analyst") == 0
    assert not (project / ".cache/preview/jobs/draft-of-postings").exists()


def test_nothing_of_a_preview_reaches_the_site_or_its_ledger(project: Path) -> None:
    """The same build before and after: the same bytes, nothing to do, and no word of what is held back."""
    before = build_site(project / "content", cache=project / ".cache")
    kept = {path: data for path, data in read_tree(project / ".cache").items() if path.startswith("ledger")}
    for name in UNPUBLISHED:
        run(name)
    assert {path: read_tree(project / ".cache")[path] for path in kept} == kept
    assert build_site(project / "content", cache=project / ".cache") == before
    text = b"\n".join(before.values())
    for word in (b"draft-of-", b"later-", b"Word of", b'preview-band">'):
        assert word not in text


def test_an_unknown_name_is_told_what_is_near(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("analist") == 1
    assert "there is no item 'analist'; did you mean 'analyst'?" in capsys.readouterr().err


def test_a_name_that_several_have_asks_for_more(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(project / "content", {"news/analyst.md": make_news()})
    assert run("analyst") == 1
    assert "postings/analyst news/analyst" in capsys.readouterr().err
    assert run("news/analyst") == 0


def test_a_former_name_means_the_item_of_today(project: Path) -> None:
    write_site(project / "content", {"postings/officer.md": make_posting(formerly="[clerk]")})
    assert run("clerk") == 0
    assert (project / ".cache/preview/jobs/officer/index.html").is_file()


def test_a_file_with_problems_gets_what_check_says(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content/postings/analyst.md").write_text(make_posting(deadline="soon", status="draft"))
    assert run("analyst") == 1
    told = capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main(["check"])
    assert ended.value.code == 1
    assert told.splitlines()[0] == capsys.readouterr().err.splitlines()[0]
    assert told.startswith("content/postings/analyst.md:5: deadline: ")


def test_what_is_wrong_with_a_draft_is_wrong_in_its_preview(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Shown as published now, it would close in time; as it is written it never would open."""
    (project / "content/postings/analyst.md").write_text(make_posting(published="2026-09-01"))
    assert run("analyst") == 1
    assert "is before it is published (2026-09-01)" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["output", "output/below", "content/below", "."])
def test_a_preview_is_never_written_into_the_site(
    folder: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("analyst", "--output", folder) == 1
    assert "a preview has a folder of its own; choose another with --output" in capsys.readouterr().err
    assert not (project / "output").exists()


class Served:
    """The site with drafts under preview; `ask` answers a request."""

    def __init__(self, project: Path) -> None:
        self.planned = PlannedSite(Options(settings=str(project / "pelicanconf.py")))
        self.preview = Preview(self.planned.options, Builds(), self.planned)
        self.preview.build()

    def ask(self, *paths: str) -> list[tuple[HTTPResponse, str]]:
        with open_server(Builds(), self.planned, "127.0.0.1", 0) as server:
            thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
            thread.start()
            answers = []
            for path in paths:
                connection = HTTPConnection("127.0.0.1", server.server_port)
                connection.request("GET", path)
                reply = connection.getresponse()
                answers.append((reply, reply.read().decode()))
                connection.close()
            server.shutdown()
            thread.join()
        return answers


def test_the_whole_site_is_served_with_drafts_and_as_of_any_minute(project: Path) -> None:
    site = Served(project)
    (_, jobs), (_, french), (moved, _), (_, june), (refused, sentence), (missing, _) = site.ask(
        "/jobs/",
        "/fr/jobs/",
        "/jobs/?now=2026-06-15T10:00",
        "/jobs/",
        "/jobs/?now=soon",
        "/jobs/nothing/",
    )
    assert "/jobs/draft-of-postings/" in jobs
    assert "/jobs/later-postings/" in jobs
    assert 'name="now" value="2026-03-16T12:00"' in jobs
    assert 'lang="fr"><label>' in french
    assert (moved.status, moved.getheader("Location")) == (303, "/jobs/")
    assert moved.getheader("Date") == "Mon, 15 Jun 2026 08:00:00 GMT"
    assert "/jobs/later-postings/" in june
    assert "15 June 2026" in june
    assert refused.status == 400
    assert "expected an instant like" in sentence
    assert missing.status == 404
    assert not (project / "output").exists()


def test_whatever_is_asked_for_first_every_file_is_the_same(project: Path) -> None:
    write_site(project / "content", {"postings/two.md": make_posting(), "postings/three.md": make_posting(lang="fr")})

    def files(*, is_turned: bool) -> dict[str, bytes]:
        planned = PlannedSite(Options(settings=str(project / "pelicanconf.py")))
        planned.plan(planned.look())
        paths = [path for path in build_site(project / "content") if path.endswith((".html", ".json", ".xml", ".ics"))]
        found = {path: planned.output(path) for path in (reversed(paths) if is_turned else paths)}
        return {path: each.express() for path, each in found.items() if each}

    assert files(is_turned=True) == files(is_turned=False)


def test_a_save_is_in_the_preview_at_once(project: Path) -> None:
    site = Served(project)
    draft = project / "content/postings/draft-of-postings.md"
    draft.write_text(make_posting("Another word.\n", status="draft"))
    site.preview.build({draft})
    assert "Another word." in site.ask("/jobs/draft-of-postings/")[0][1]


def test_an_organisation_is_previewed_as_it_is(project: Path) -> None:
    write_site(project / "content", {"organisations/example-network.md": make_organisation("We dance.\n")})
    assert run("example-network") == 0
    assert "We dance." in (project / ".cache/preview/organisations/example-network/index.html").read_text()
