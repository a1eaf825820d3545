"""What could not be seen is not taken for not there: the site stays, and it is said what to look at (decision 41)."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from jobboard.commands.main import main
from jobboard.outputs.page.theme import ThemeError
from jobboard.pelican_adapter import site as board_site
from jobboard.pelican_adapter.run import Options, load_settings
from jobboard.pelican_adapter.site import build_site
from jobboard.pipeline import check as checking
from jobboard.pipeline.build import Built, ContentError
from jobboard.pipeline.doubts import FEW, HANDFUL, LENIENCE, SHARE
from jobboard.settings import checker
from jobboard.settings.settings import SettingsError
from jobboard.source.content.folder import MAX_DEPTH, TOPICS
from jobboard.source.kinds import FOLDERS
from tests.failing import refuse
from tests.helpers import (
    NOW,
    REPOSITORY,
    SITE,
    make_event,
    make_introduction,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    project_theme,
    read_tree,
    settings_of,
    write_site,
)
from tests.previews import Project as Preview

MAKERS: dict[str, Callable[[str], str]] = {
    "postings": make_posting,
    "news": make_news,
    "events": make_event,
    "organisations": lambda body: make_organisation(body, name=body),
    "pages": make_page,
}
EVERYTHING = {f"{folder}/x{n}.md": make(f"Text {n}.") for folder, make in MAKERS.items() for n in range(3)} | {
    "topics/culture.md": make_introduction(),
    "postings/summer/y.md": make_posting("Another."),
    "images/readme.txt": "",
}


class Site:
    """A project that was built once, by a clock that can be set."""

    def __init__(self, folder: Path, files: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.content, self.output = folder, folder / "content", folder / "output"
        self.settings = folder / "pelicanconf.py"
        lines = settings_of(REPOSITORY / "theme").replace(f'JOBBOARD_NOW = "{NOW.isoformat()}"\n', "")
        self.settings.write_text(f'{lines}JOBBOARD_CACHE = "{folder / "cache"}"\n')
        self.now = NOW.astimezone(UTC)
        monkeypatch.setattr(checker, "clock_now", lambda: self.now)
        monkeypatch.setattr(board_site, "load_theme", lambda _folder: project_theme())
        monkeypatch.chdir(folder)
        write_site(self.content, files)
        self.build()
        self.before = read_tree(self.output)

    def build(self, **options: str) -> Built:
        return build_site(load_settings(Options(settings=str(self.settings), **options)))

    def refused(self, **options: str) -> list[str]:
        """Why it is not built; the site must be as it was."""
        with pytest.raises((ContentError, ThemeError, SettingsError)) as raised:
            self.build(**options)
        assert read_tree(self.output) == self.before
        return [str(each) for each in raised.value.problems if each.level == "problem"]  # type: ignore[union-attr]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    return Site(tmp_path, EVERYTHING, monkeypatch)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ESTALE, errno.EMFILE, errno.ENAMETOOLONG])
@pytest.mark.parametrize("folder", ["", *FOLDERS, "postings/summer", "images"])
def test_a_folder_that_cannot_be_listed_is_a_problem_and_nothing_else_is_said(
    folder: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write_site(tmp_path / "content", EVERYTHING)
    refuse(monkeypatch, content / folder, number)
    problems = checking.check(content, SITE, NOW).problems
    where = f"content/{folder}".rstrip("/")
    (line,) = [str(each) for each in problems]
    assert line.startswith(f"{where}:1: what is in this folder cannot be listed: {os.strerror(number)}; ")


@pytest.mark.parametrize("folder", ["", "postings", "postings/summer"])
def test_a_build_that_cannot_list_a_folder_leaves_the_site(
    folder: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, site.content / folder)
    assert "cannot be listed: Permission denied" in site.refused()[0]
    assert "cannot be listed" in site.refused(removals="allow")[0], "whatever is allowed"
    answer = CliRunner().invoke(main, ["check"])
    assert answer.exit_code == 1
    assert "cannot be listed: Permission denied" in answer.stderr


@pytest.mark.parametrize("path", ["postings/x0.md", "organisations/example-network.md", TOPICS])
def test_a_file_that_cannot_be_read_is_a_problem(path: str, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (site.content / path).read_text()
    (site.content / path).write_text(f"{text}\n")
    refuse(monkeypatch, site.content / path)
    (line,) = site.refused()
    assert line.startswith(f"content/{path}:1: the file cannot be read: Permission denied; see that whoever runs this")


def _loop(file: Path) -> None:
    file.symlink_to(file.name)


def _dangling(file: Path) -> None:
    file.symlink_to("nowhere.md")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_loop, "cannot be looked at: Too many levels of symbolic links; it is a link that leads to itself: remove it"),
        (_dangling, "this is no file that can be read; remove it"),
        (os.mkfifo, "this is no file that can be read; remove it"),
    ],
    ids=["loop", "dangling", "pipe"],
)
@pytest.mark.parametrize("path", ["postings/x.md", "images/x.png", "events", TOPICS])
def test_what_is_no_file_is_named_where_it_stands(
    path: str, make: Callable[[Path], None], said: str, tmp_path: Path
) -> None:
    content = write_site(tmp_path / "content", {TOPICS: None, "images/a.txt": "", "postings/a.md": make_posting()})
    make(content / path)
    lines = [str(each) for each in checking.check(content, SITE, NOW).problems]
    assert [line for line in lines if line.startswith(f"content/{path}:1: ") and line.endswith(said)] != []


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_file_where_a_folder_should_be_is_a_problem(folder: str, tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {})
    shutil.rmtree(content / folder, ignore_errors=True)
    (content / folder).write_text("")
    lines = [str(each) for each in checking.check(content, SITE, NOW).problems]
    said = f"content/{folder}:1: a file where the folder {folder}/ should be; rename it, and put the folder back"
    assert said in lines


def test_a_folder_where_the_topics_should_be_is_a_problem(site: Site) -> None:
    (site.content / TOPICS).unlink()
    (site.content / TOPICS).mkdir()
    (line,) = site.refused()
    assert line.startswith("content/topics.yaml:1: a folder where the list of topics, a file, should be; ")


@pytest.mark.parametrize("name", ["topics.yml", "Topics.yaml", "TOPICS.YAML", "topics.yaml.txt", "topics.json"])
def test_the_topics_by_another_name_are_not_taken_for_none(name: str, tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {TOPICS: None, name: "culture: {en: Culture}\n"})
    lines = [str(each) for each in checking.check(content, SITE, NOW).problems]
    assert f"content/{name}:1: the list of topics is called {TOPICS}; rename it to {TOPICS}" in lines


@pytest.mark.parametrize("left", [[], [".gitkeep"]], ids=["nothing", "what is hidden"])
def test_an_empty_content_folder_is_a_problem_even_of_a_site_that_nobody_knows(left: list[str], tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    for name in left:
        (content / name).touch()
    (line,) = [str(each) for each in checking.check(content, SITE, NOW).problems]
    assert line.startswith("content:1: there is nothing in this folder; if it is mounted, or a submodule of git, fetch")


def test_folders_deeper_than_anybody_sorts_are_a_problem(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {})
    (content / "images" / "/".join("d" * MAX_DEPTH)).mkdir(parents=True)
    (line,) = [str(each) for each in checking.check(content, SITE, NOW).problems]
    assert line.endswith(f":1: more than {MAX_DEPTH} folders within one another; put what is in them higher up")


# What is gone


def remove(site: Site, *paths: str) -> None:
    for path in paths:
        (site.content / path).unlink()


GO_ON = "if all of it is to go: make html ALLOW_REMOVALS=1, which is jobboard build --allow-removals"


def items(number: int) -> dict[str, str]:
    """So many postings, and their organisation."""
    return {f"postings/p{n}.md": make_posting(f"Text {n}.") for n in range(number)}


@pytest.mark.parametrize(
    ("number", "gone", "stops"),
    [
        (19, 5, False),
        (18, 5, True),
        (18, HANDFUL - 1, False),
        (7, 4, False),
        (7, 5, True),
        (100, 25, False),
        (60, 20, True),
    ],
)
def test_a_build_stops_where_more_than_a_quarter_and_a_handful_is_gone(
    number: int, gone: int, stops: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site(tmp_path, items(number), monkeypatch)
    assert SHARE == 4
    remove(site, *(f"postings/p{n}.md" for n in range(gone)))
    if stops:
        (line,) = site.refused()
        assert line.startswith(
            f"content:1: {gone} of {number + 1} that readers can see are gone: postings {gone}; put it"
        )
        assert line.endswith(GO_ON)
        site.build(removals="allow")
    site.build()
    assert not (site.output / "jobs/p0/index.html").exists()


@pytest.mark.parametrize("folder", [folder for folder in MAKERS if folder != "organisations"])
def test_a_kind_whose_folder_is_gone_or_empty_stops_the_build(folder: str, site: Site) -> None:
    number = sum(path.startswith(f"{folder}/") for path in EVERYTHING)
    shutil.rmtree(site.content / folder)
    said = f"content/{folder}:1: nothing is left of it, and readers can see {number}; put it back; "
    assert site.refused()[0].startswith(said)
    (site.content / folder).mkdir()
    assert site.refused()[0].startswith(said)
    answer = CliRunner().invoke(main, ["check"])
    assert (answer.exit_code, said in answer.stderr) == (0, True), "advice for who only looks"
    site.build(removals="allow")
    assert site.build().recalled == ()


@pytest.mark.parametrize("keeps_folder", [True, False])
def test_few_of_a_kind_may_be_deleted_but_not_with_their_folder(
    keeps_folder: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = {f"news/n{n}.md": make_news(f"News {n}.") for n in range(FEW - 1)}
    site = Site(tmp_path, {**items(20), **news}, monkeypatch)
    remove(site, *news)
    if keeps_folder:
        assert len(site.build().recalled) == len(news)
    else:
        (site.content / "news").rmdir()
        assert site.refused()[0].startswith("content/news:1: nothing is left of it")


def test_what_was_removed_before_counts_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(tmp_path, items(16), monkeypatch)
    for n in range(12):
        remove(site, f"postings/p{n}.md")
        site.build()
    assert len(read_tree(site.output / "jobs")) > 0


@pytest.mark.parametrize("lost", ["shown", "everything"])
def test_without_its_notes_the_site_itself_tells_what_was_there(lost: str, site: Site) -> None:
    for file in (site.folder / "cache").iterdir():
        if lost == "everything" or file.name.startswith("shown-"):
            file.unlink()
    shutil.rmtree(site.content / "postings")
    assert site.refused()[0].startswith("content/postings:1: nothing is left of it, and readers can see 4; ")


def test_postings_of_which_only_tombstones_were_left_do_not_vanish_with_their_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site(tmp_path, {**items(12), "news/n.md": make_news()}, monkeypatch)
    site.now += timedelta(days=800)
    site.build()
    site.before = read_tree(site.output)
    shutil.rmtree(site.content / "postings")
    assert site.refused()[0].startswith("content/postings:1: nothing is left of it, and readers can see 12; ")


def test_what_time_takes_away_is_no_removal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = {f"news/n{n}.md": make_news(f"News {n}.", expires="2026-05-01") for n in range(9)}
    site = Site(tmp_path, {**items(12), **news, "events/e.md": make_event()}, monkeypatch)
    for days in (1, 20, 60, 400, 800, 3000):
        site.now = NOW.astimezone(UTC) + timedelta(days=days)
        site.build(removals="refuse")


def test_drafts_and_renamed_files_were_seen_and_are_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(tmp_path, items(12), monkeypatch)
    for n in range(6):
        (site.content / f"postings/p{n}.md").write_text(make_posting(f"Text {n}.", status="draft"))
    for n in range(6, 12):
        (site.content / f"postings/p{n}.md").rename(site.content / f"postings/q{n}.md")
    assert len(site.build().recalled) == 12


def test_the_preview_keeps_the_site_and_shows_why(tmp_path: Path) -> None:
    project = Preview(tmp_path)
    page = project.page.read_bytes()
    shutil.move(tmp_path / "content/postings", tmp_path / "away")
    project.preview.build()
    assert "nothing is left of it, and readers can see 1" in project.builds.news.trouble[0]
    assert project.page.read_bytes() == page
    shutil.move(tmp_path / "away", tmp_path / "content/postings")
    project.preview.build()
    assert project.builds.news.trouble == ()


# The clock


@pytest.mark.parametrize("back", [LENIENCE + timedelta(seconds=1), timedelta(days=1), timedelta(days=400)])
def test_a_clock_before_the_last_build_stops_the_build(back: timedelta, site: Site) -> None:
    last = site.now
    site.now -= back
    (line,) = site.refused()
    was, now = f"{last:%Y-%m-%dT%H:%MZ}", f"{site.now:%Y-%m-%dT%H:%MZ}"
    assert line == (
        f"clock:1: it is {now}, and the site was built at {was}: what has come and gone since would be undone; "
        f"set the clock right; to build as of an earlier instant all the same, give it: NOW={now}, --now {now}"
    )
    site.now = last
    site.build()


def test_clocks_of_two_machines_may_differ_a_little(site: Site) -> None:
    site.now -= LENIENCE
    site.build()


def test_an_instant_that_is_given_is_meant_backwards_too(site: Site) -> None:
    site.build(now="2026-01-01T00:00Z")
    assert not (site.output / "jobs/x0/index.html").exists()
    site.build()
    assert read_tree(site.output) == site.before


def test_a_look_ahead_does_not_count_as_the_clock(site: Site) -> None:
    site.build(now="2031-01-01T00:00Z")
    site.build()
    assert read_tree(site.output) == site.before


@pytest.mark.parametrize("way", [{"now": "2026-03-16T11:00Z"}, {"removals": "allow"}], ids=["the instant", "allowed"])
def test_after_a_clock_that_was_ahead_there_is_a_way_back(way: dict[str, str], site: Site) -> None:
    site.now += timedelta(days=3650)
    site.build()
    site.now -= timedelta(days=3650)
    with pytest.raises(ContentError):
        site.build()
    site.build(**way)
    site.now += timedelta(days=1)
    site.build()


def test_without_any_notes_the_site_itself_tells_when_it_last_changed(site: Site) -> None:
    shutil.rmtree(site.folder / "cache")
    site.now = datetime(2025, 1, 1, tzinfo=UTC)
    assert site.refused()[0].startswith("clock:1: it is 2025-01-01T00:00Z, and the site was built at 2026-03-")


def test_a_clock_that_was_never_set_is_believed_by_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(tmp_path, items(1), monkeypatch)
    shutil.rmtree(site.output)
    shutil.rmtree(site.folder / "cache")
    site.now, site.before = datetime(1970, 1, 1, tzinfo=UTC), {}
    with pytest.raises(SettingsError) as raised:
        site.build()
    assert str(raised.value).startswith("clock:1: the clock of this machine says 1970-01-01, which cannot be; set it")
    site.build(now="1970-01-01T00:00Z")


# The theme


@pytest.mark.parametrize("part", ["templates", "templates/macros", "static", "static/css"])
def test_a_theme_folder_that_cannot_be_listed_is_a_problem(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Preview(tmp_path)
    page = project.page.read_bytes()
    assert (tmp_path / "theme" / part).is_dir()
    refuse(monkeypatch, tmp_path / "theme" / part)
    project.preview.build()
    assert project.builds.news.trouble[0].startswith(f"theme/{part}:1: this cannot be read: Permission denied; ")
    assert project.page.read_bytes() == page


@pytest.mark.parametrize(("part", "is_there"), [("templates", False), ("templates", True), ("static", True)])
def test_an_empty_part_of_the_theme_is_a_problem(part: str, is_there: bool, tmp_path: Path) -> None:
    project = Preview(tmp_path)
    before = read_tree(tmp_path / "output")
    shutil.rmtree(tmp_path / "theme" / part)
    if is_there:
        (tmp_path / "theme" / part).mkdir()
    project.preview.build()
    said = f"theme/{part}:1: there is nothing in this folder; take it from the theme that comes with the board"
    assert project.builds.news.trouble[0].startswith(said if is_there else f"{project.settings.name}:")
    assert read_tree(tmp_path / "output") == before
