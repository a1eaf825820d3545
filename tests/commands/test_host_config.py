"""`jobboard host-config`: what is printed is what the servers of tests/hosts run with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jobboard.commands.main import main
from jobboard.hosting.blocks import block_for
from jobboard.hosting.hosted import Hosted
from jobboard.outputs.site.hosting import Elsewhere
from tests.helpers import REPOSITORY, settings_of, write_site
from tests.hosts.servers import PROGRAMS
from tests.hosts.sites import ELSEWHERE, FILES, SITES

SETTINGS = (
    "JOBBOARD_LANGUAGES = ['en', 'fr']\nJOBBOARD_EMBED = JOBBOARD_MARKDOWN_TWINS = JOBBOARD_FORM = True\n"
    "JOBBOARD_SEARCH = 'pagefind'\n"
)


def say(folder: Path, base: str, *options: str) -> Result:
    content = write_site(folder / "content", FILES)
    settings = folder / "publishconf.py"
    text = settings_of(REPOSITORY / "theme").replace("https://hub.example", SITES[base].url) + SETTINGS
    settings.write_text(text + f"JOBBOARD_CACHE = '{folder}/cache'\n")
    options = ("--settings", str(settings), "--content", str(content), *options)
    return CliRunner().invoke(main, ["host-config", *options])


@pytest.mark.parametrize("base", SITES)
@pytest.mark.parametrize("server", PROGRAMS)
def test_it_prints_what_the_tests_run_with_what_was_renamed_and_what_is_archived(
    server: str, base: str, tmp_path: Path
) -> None:
    result = say(tmp_path, base, "--root", "/srv/www/site/", "--listen", "127.0.0.1:8080", server)
    assert result.exit_code == 0, result.output
    hosted = Hosted(site=SITES[base], elsewhere=ELSEWHERE, root="/srv/www/site", listen="127.0.0.1:8080")
    assert result.output == block_for(server, hosted)


@pytest.mark.parametrize(
    ("server", "line"),
    [("nginx", "listen 80;"), ("apache", "<VirtualHost *:80>"), ("caddy", "hub.example {")],
)
def test_without_an_address_it_listens_where_servers_do(server: str, line: str, tmp_path: Path) -> None:
    lines = [each.strip() for each in say(tmp_path, "/", server).output.splitlines()]
    assert line in lines
    assert any("hub.example" in each for each in lines)


@pytest.mark.parametrize(("base", "root"), [("/", "/srv/www/board"), ("/board/", "/srv/www")])
def test_without_a_folder_the_site_is_where_the_guide_copies_it(base: str, root: str, tmp_path: Path) -> None:
    assert re.search(rf"^    root {root};$", say(tmp_path, base, "nginx").output, re.MULTILINE)


@pytest.mark.parametrize(
    "options",
    [
        ("--root", "srv"),
        ("--root", "/srv/a b"),
        ("--root", "/srv;include /etc/shadow"),
        ("--listen", "80;"),
        ("--listen", "localhost:0"),
        ("--listen", "localhost:70000"),
        ("--listen", "a\nb:80"),
    ],
)
def test_what_would_be_another_line_is_refused(options: tuple[str, str], tmp_path: Path) -> None:
    assert say(tmp_path, "/", *options, "nginx").exit_code == 2


@pytest.mark.parametrize("server", PROGRAMS)
def test_braces_and_sections_are_closed(server: str, tmp_path: Path) -> None:
    text = re.sub(r'"[^"\n]*"', "", say(tmp_path, "/board/", server).output)
    if server in ("nginx", "caddy"):
        assert text.count("{") == text.count("}")
    else:
        opened, closed = re.findall(r"<(\w+)", text), re.findall(r"</(\w+)", text)
        assert sorted(opened) == sorted(closed)


@pytest.mark.parametrize("server", PROGRAMS)
def test_three_hundred_archived_postings_stand_in_lines_that_servers_take(server: str) -> None:
    """Apache takes lines of 8,190 bytes, nginx parameters of 4,096."""
    gone = tuple(f"jobs/a-long-name-of-a-posting-that-has-been-archived-{number}-{'x' * 100}/" for number in range(300))
    hosted = Hosted(site=SITES["/board/"], elsewhere=Elsewhere(gone=gone), root="/srv/www", listen="")
    text = block_for(server, hosted)
    assert max(map(len, text.splitlines())) < 4000
    assert [each for each in gone if f"/board/{each}" not in text.replace("\\", "")] == []


def test_problems_of_the_content_are_told_instead(tmp_path: Path) -> None:
    write_site(tmp_path / "content", {"postings/broken.md": "---\ntitle: ''\n---\n"})
    result = say(tmp_path, "/", "nginx")
    assert (result.exit_code, "server {" in result.output) == (1, False)
