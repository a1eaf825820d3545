"""A board in somebody else's Pelican site: below a path of it, in the same run, and nothing of theirs is touched."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers import NOW, REPOSITORY, make_news, make_posting, read_tree, write_site
from tests.programs import JOBBOARD, PELICAN, run_program

THEIRS = """\
AUTHOR = "Ada"
SITENAME = "Notes from the harbour"
SITEURL = "https://harbour.example"
PATH = "content"
TIMEZONE = "Europe/Brussels"
DEFAULT_LANG = "de"
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images", "extra"]
EXTRA_PATH_METADATA = {"extra/robots.txt": {"path": "robots.txt"}}
FEED_ALL_ATOM = "feeds/all.atom.xml"
CATEGORY_FEED_ATOM = "feeds/{slug}.atom.xml"
OUTPUT_RETENTION = [".git"]
PLUGINS = []
"""
OURS = f"""\
PLUGINS = ["jobboard"]
PLUGIN_PATHS = [{str(REPOSITORY / "plugins")!r}]
JOBBOARD_CONTENT = "board-content"
JOBBOARD_PATH = "board/"
JOBBOARD_LANGUAGES = ["en", "fr"]
JOBBOARD_IDENTITY = "harbour.example,2026"
JOBBOARD_NOW = "{NOW.isoformat()}"
"""
PAGES: dict[str, str | bytes | None] = {
    "organisations/example-network.md": None,
    "topics.yaml": None,
    "first.md": "Title: First\nDate: 2026-03-01\nCategory: Ships\n\nSee [the second]({filename}second.md).\n",
    "second.md": "Title: Second\nDate: 2026-03-02\nStatus: published\n\n![A ship]({static}/images/ship.png)\n",
    "unfinished.md": "Title: Unfinished\nDate: 2026-03-03\nStatus: draft\n\nNot yet.\n",
    "pages/about.md": "Title: About\n\nWho we are.\n",
    "images/ship.png": b"not looked at",
    "extra/robots.txt": "User-agent: *\n",
}


class Site:
    """A Pelican site of articles and pages with its own theme (Pelican's), and a board's content beside its own."""

    def __init__(self, folder: Path, settings: str) -> None:
        self.folder, self.output = folder, folder / "output"
        folder.mkdir()
        self.file = folder / "pelicanconf.py"
        self.file.write_text(settings, encoding="utf-8")
        write_site(folder / "content", PAGES)
        write_site(folder / "board-content", {"postings/analyst.md": make_posting(), "news/bridge.md": make_news()})

    def set(self, *lines: str) -> None:
        with self.file.open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)

    def run(self, *arguments: str, program: Path = PELICAN) -> subprocess.CompletedProcess[str]:
        return run_program(program, *arguments, cwd=self.folder)

    def built(self, *arguments: str, program: Path = PELICAN) -> dict[str, bytes]:
        result = self.run(*arguments, program=program)
        assert result.returncode == 0, result.stdout + result.stderr
        return read_tree(self.output)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Their site without us."""
    return Site(tmp_path_factory.mktemp("plain") / "site", THEIRS).built()


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site", THEIRS + OURS)


def theirs(files: dict[str, bytes], path: str = "board") -> dict[str, bytes]:
    return {name: data for name, data in files.items() if not name.startswith(f"{path}/")}


@pytest.mark.parametrize("program", [(PELICAN,), (JOBBOARD, "build")], ids=["pelican", "jobboard"])
def test_their_pages_are_byte_for_byte_what_they_are_without_a_board(
    program: tuple[Path | str, ...], site: Site, plain: dict[str, bytes]
) -> None:
    built = site.built(*map(str, program[1:]), program=Path(program[0]))
    assert len(plain) > 10
    assert theirs(built) == plain
    assert {"board/index.html", "board/jobs/analyst/index.html", "board/fr/index.html"} <= set(built)


def test_all_that_the_board_says_of_itself_is_below_its_path(site: Site) -> None:
    built = site.built()
    root = "https://harbour.example/board"
    page = built["board/jobs/analyst/index.html"].decode()
    assert f'<link rel="canonical" href="{root}/jobs/analyst/">' in page
    assert '<link rel="stylesheet" href="/board/theme/' in page
    assert f"<loc>{root}/jobs/analyst/</loc>" in built["board/sitemap.xml"].decode()
    assert f"Sitemap: {root}/sitemap.xml" in built["board/robots.txt"].decode()
    assert f"{root}/jobs/analyst/" in built["board/feeds/jobs.rss.xml"].decode()
    assert f"URL:{root}/jobs/analyst/" in built["board/calendars/deadlines.ics"].decode().replace("\r\n ", "")
    assert '<a href="/board/' in built["board/404.html"].decode()
    assert built["robots.txt"] == b"User-agent: *\n"
    for name, data in built.items():
        if name.startswith("board/") and name.endswith(".html"):
            for link in data.decode().split('href="/')[1:]:
                assert link.startswith("board/"), (name, link[:60])


@pytest.mark.parametrize("path", ["jobs/board", "/board/", "news"])
def test_the_path_is_of_their_choice(path: str, site: Site, plain: dict[str, bytes]) -> None:
    site.set(f"JOBBOARD_PATH = {path!r}")
    built, folder = site.built(), path.strip("/")
    assert theirs(built, folder) == plain
    assert f"https://harbour.example/{folder}/jobs/".encode() in built[f"{folder}/sitemap.xml"]


@pytest.mark.parametrize("path", ["board", "jobs/board"])
def test_emptying_the_output_takes_away_what_is_theirs_alone(path: str, site: Site, plain: dict[str, bytes]) -> None:
    site.set("DELETE_OUTPUT_DIRECTORY = True", f"JOBBOARD_PATH = {path!r}")
    first = site.built()
    outputs = site.output / path
    times = {file: file.stat().st_mtime_ns for file in outputs.rglob("*") if file.is_file()}
    for name in ("left-over.html", ".git/config", "jobs/old/index.html", f"{path}/owner.txt"):
        write_site(site.output, {name: "x", "organisations/example-network.md": None, "topics.yaml": None})
    second = site.built()
    assert theirs(second, path) == {**plain, ".git/config": b"x"}
    assert {**second, f"{path}/owner.txt": b""} == {**first, f"{path}/owner.txt": b"", ".git/config": b"x"}
    assert {file: file.stat().st_mtime_ns for file in times} == times, "the board was not built anew"


def break_a_posting(site: Site) -> str:
    (site.folder / "board-content/postings/analyst.md").write_text(make_posting(deadline="soon"))
    return "board-content/postings/analyst.md:5: deadline: expected a date"


def break_the_theme(site: Site) -> str:
    shutil.copytree(REPOSITORY / "theme", site.folder / "board-theme")
    (site.folder / "board-theme/templates/posting.html").write_text("{{ page.nothing }}\n")
    site.set('JOBBOARD_THEME = "board-theme"')
    return "board-theme/templates/posting.html:1: the template fails"


def put_a_file_in_the_way(site: Site) -> str:
    (site.folder / "board-content/postings/teller.md").write_text(make_posting())
    write_site(site.output, {**dict.fromkeys(PAGES), "board/jobs/teller/index.html": "theirs"})
    return "board/jobs/teller/index.html"


@pytest.mark.parametrize(
    ("break_", "delete", "program"),
    [
        (break_a_posting, True, (PELICAN,)),
        (break_the_theme, True, (PELICAN,)),
        (put_a_file_in_the_way, True, (PELICAN,)),
        (break_a_posting, False, (PELICAN,)),
        (break_a_posting, True, (JOBBOARD, "build")),
    ],
)
def test_a_refused_board_leaves_both_as_they_were(
    break_: Callable[[Site], str], delete: bool, program: tuple[Path | str, ...], site: Site
) -> None:
    site.set(f"DELETE_OUTPUT_DIRECTORY = {delete}")
    site.built()
    message = break_(site)
    before = read_tree(site.output)
    (site.folder / "content/first.md").write_text("Title: First\nDate: 2026-03-01\n\nAnother text.\n")
    result = site.run(*map(str, program[1:]), program=Path(program[0]))
    assert result.returncode == 1
    assert message.rpartition("/")[2] in "".join(result.stderr.split("\n"))
    assert "Traceback" not in result.stdout + result.stderr
    assert read_tree(site.output) == before


def test_other_settings_of_theirs_count_as_they_do_without_a_board(site: Site, tmp_path: Path) -> None:
    template = tmp_path / "robots.html"
    template.write_text("{{ SITENAME }} {{ articles|length }}\n")
    lines = (
        f'TEMPLATE_PAGES = {{"{template}": "robots.html"}}',
        'THEME = "simple"',
        "OUTPUT_SOURCES = True",
        'DIRECT_TEMPLATES = ["index", "archives"]',
        "RELATIVE_URLS = True",
        'ARTICLE_SAVE_AS = ARTICLE_URL = "{date:%Y}/{slug}.html"',
    )
    alone = Site(tmp_path / "alone", THEIRS)
    for each in (alone, site):
        each.set(*lines)
    assert theirs(site.built()) == alone.built()


def test_a_page_of_theirs_within_the_board_s_folder_is_named_before_it_is_written(site: Site) -> None:
    article = (
        "Title: Third\nDate: 2026-03-01\nSave_as: board/jobs/analyst/index.html\nUrl: board/jobs/analyst/\n\nNo.\n"
    )
    write_site(site.folder / "content", {**PAGES, "third.md": article})
    result = site.run()
    assert result.returncode == 1
    told = "third.md is written to board/jobs/analyst/index.html, in the folder of the board: give it another address"
    assert told in " ".join(result.stderr.split())
    assert theirs(read_tree(site.output)) == {}
    assert b"You will count bicycles" in (site.output / "board/jobs/analyst/index.html").read_bytes()


def test_what_was_theirs_in_the_board_s_folder_stays_and_is_named(site: Site) -> None:
    write_site(site.output, {**dict.fromkeys(PAGES), "board/index.html": "theirs"})
    result = site.run()
    assert (result.returncode, "board" in result.stderr, "index.html" in result.stderr) == (1, True, True)
    assert read_tree(site.output) == {"board/index.html": b"theirs"}


def test_content_within_theirs_is_not_taken_for_articles(site: Site, plain: dict[str, bytes]) -> None:
    (site.folder / "board-content").rename(site.folder / "content/board")
    site.set('JOBBOARD_CONTENT = "content/board"')
    built = site.built()
    assert theirs(built) == plain
    assert "board/jobs/analyst/index.html" in built


def test_a_site_without_an_address_is_where_pelican_shows_it(site: Site) -> None:
    site.set('SITEURL = ""')
    assert b"http://localhost:8000/board/jobs/analyst/" in site.built()["board/sitemap.xml"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('JOBBOARD_PATH = "../x"', "JOBBOARD_PATH: expected a path of letters, digits and hyphens within the site"),
        ("JOBBOARD_PATH = 7", "JOBBOARD_PATH: expected a path of letters, digits and hyphens within the site, found 7"),
        ('JOBBOARD_PATH = ""', "JOBBOARD_CONTENT: is for a board within another site; write PATH, or say where it is"),
        ('JOBBOARD_CONTENT = "nowhere"', "nowhere; it is looked for from the folder in which the command is run"),
        (
            'JOBBOARD_CONTENT = ""',
            "JOBBOARD_CONTENT: missing beside JOBBOARD_PATH; name the folder that holds postings/",
        ),
        (
            'JOBBOARD_CONTENT = "."',
            "JOBBOARD_CONTENT: your articles would be taken for postings; give the board a folder",
        ),
        (
            'JOBBOARD_THEME = "nowhere"',
            "/nowhere/templates; name the folder of the theme, JOBBOARD_THEME = 'theme', or",
        ),
        ('JOBBOARD_THEME = ""', "JOBBOARD_THEME: expected a folder, found ''; leave it out"),
        ("del JOBBOARD_LANGUAGES", "DEFAULT_LANG: the pages do not speak 'de' yet; write the language of the board"),
        ('SITEURL = "//harbour"', "SITEURL: expected the full address of the site, found '//harbour'"),
    ],
)
def test_a_bad_setting_is_named_and_nothing_is_written(line: str, message: str, site: Site) -> None:
    site.set(line)
    for program in ((PELICAN,), (JOBBOARD, "build"), (JOBBOARD, "check")):
        result = site.run(*map(str, program[1:]), program=Path(program[0]))
        assert result.returncode == 1
        assert message in result.stdout + result.stderr
        assert "Traceback" not in result.stdout + result.stderr
        assert not site.output.exists()


def test_check_and_new_work_on_the_board_s_content(site: Site) -> None:
    result = site.run("check", program=JOBBOARD)
    assert (result.returncode, "content/first.md" in result.stdout + result.stderr) == (0, False)
    answers = ("--title", "A day", "--organisation", "example-network", "--starts", "2026-05-05")
    result = site.run("new", "event", *answers, program=JOBBOARD)
    assert (result.returncode, (site.folder / "board-content/events/a-day.md").is_file()) == (0, True), result.stderr


def test_another_content_on_the_command_line_is_the_board_s(site: Site, plain: dict[str, bytes]) -> None:
    write_site(site.folder / "other", {"postings/teller.md": make_posting()})
    built = site.built("build", "--content", "other", program=JOBBOARD)
    assert ("board/jobs/teller/index.html" in built, "board/jobs/analyst/index.html" in built) == (True, False)
    assert theirs(built) == plain
