"""The guide's lines for nginx, Apache and Caddy, run by the servers themselves."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from jobboard.outputs.page.frame import EMBED_POLICY
from jobboard.outputs.site.hosting import CHECKED, DRAWINGS, FRAMED_BY_ANYBODY, LASTING, headers
from tests.helpers import SITE, build_site, make_event, make_organisation, make_posting, project_theme, write_site
from tests.hosts.servers import PROGRAMS, ask, find_program, lines_for, serving

EMBEDDING = replace(SITE, languages=("en", "fr"), has_embeds=True)
WAYS = [*PROGRAMS, "apache, .htaccess"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site whose files are ten weeks old."""
    folder = tmp_path_factory.mktemp("hosts")
    files = {
        "postings/x.md": make_posting(topics="[theme]"),
        "events/y.md": make_event(),
        "topics.yaml": "theme: {en: Theme}\n",
        "organisations/example-network.md": make_organisation(logo="{file: images/logo.svg, alt: A logo}"),
        "images/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    }
    build_site(write_site(folder / "content", files), output=folder / "site", site=EMBEDDING)
    for file in (folder / "site").rglob("*"):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    return folder / "site"


@pytest.fixture(scope="module", params=WAYS)
def port(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    server, _, is_in_folder = request.param.partition(", ")
    if find_program(server) is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"no {server} found: run tests/hosts/install")
    folder, lines = tmp_path_factory.mktemp("server"), lines_for(server)
    served = shutil.copytree(site, folder / "site")
    if is_in_folder:
        (served / ".htaccess").write_text(lines)
        lines = ""
    with serving(server, lines, served, folder / "own") as number:
        yield number


CHANGING = ["/", "/jobs/x/", "/jobs/", "/build.json", "/feeds/jobs.rss.xml", "/calendars/deadlines.ics", "/jobs.csv"]
CHANGING += ["/robots.txt", "/jobs/topic/theme/", "/topics/theme/", "/events/y/event.ics", "/sitemap.xml"]


@pytest.mark.parametrize("path", CHANGING)
def test_what_may_change_is_asked_for_each_time(path: str, port: int) -> None:
    answer = ask(port, path)
    assert (answer.status, answer.headers.get_all("Cache-Control")) == (200, [CHECKED])
    again = ask(port, path, If_None_Match=answer.headers["ETag"])
    assert (again.status, again.headers["Cache-Control"]) == (304, CHECKED)


@pytest.mark.parametrize("name", sorted(project_theme().assets))
def test_what_has_its_digest_in_its_name_may_be_kept(name: str, port: int) -> None:
    answer = ask(port, f"/{project_theme().assets[name]}")
    assert (answer.status, answer.headers.get_all("Cache-Control")) == (200, [LASTING])


@pytest.mark.parametrize(
    "path", ["/gone/", "/theme/gone.0123456789ab.css", "/_headers", "/_redirects", "/.jobboard-files"]
)
def test_what_is_not_there_is_not_taken_for_lasting(path: str, port: int) -> None:
    answer = ask(port, path)
    assert (answer.status, answer.headers.get_all("Cache-Control")) == (404, [CHECKED])


def test_every_page_has_the_headers_that_netlify_and_cloudflare_are_told(port: int) -> None:
    answer, rules = ask(port, "/jobs/x/"), headers(SITE)
    told = rules.split("/*\n", 1)[1].split("\n/", 1)[0].split("\n")
    assert [answer.headers[line.split(":")[0].strip()] for line in told] == [
        line.split(":", 1)[1].strip() for line in told
    ]
    assert len(told) == 5


def test_calendars_have_their_type(port: int) -> None:
    assert ask(port, "/calendars/deadlines.ics").headers["Content-Type"].lower() == "text/calendar; charset=utf-8"


def test_a_drawing_may_do_nothing_and_is_what_it_is(port: int) -> None:
    answer = ask(port, "/media/images/logo.svg")
    assert (answer.status, answer.headers.get_all("Content-Security-Policy")) == (200, [DRAWINGS])
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/embed/organisations/example-network/", "/fr/embed/organisations/example-network/list.html"]
)
def test_what_other_sites_may_frame_says_so_and_nothing_else_does(path: str, port: int) -> None:
    answer = ask(port, path)
    assert (answer.status, answer.headers.get_all("Content-Security-Policy")) == (
        200,
        [f"{EMBED_POLICY}; {FRAMED_BY_ANYBODY}"],
    )
    assert (
        "frame-ancestors 'none'" in ask(port, "/fr/organisations/example-network/").headers["Content-Security-Policy"]
    )


def test_netlify_and_cloudflare_are_told_the_same() -> None:
    rules = dict(block.split("\n", 1) for block in f"\n{headers(SITE)}".replace("\n/", "\n\0/").split("\n\0")[1:])
    assert f"  Cache-Control: {CHECKED}" in rules["/*"]
    assert f"  ! Cache-Control\n  Cache-Control: {LASTING}" in rules["/theme/*"]
    assert [path for path, lines in rules.items() if "Cache-Control" in lines] == ["/*", "/theme/*"]
    assert rules["/media/*.svg"] == f"  ! Content-Security-Policy\n  Content-Security-Policy: {DRAWINGS}"


def test_netlify_and_cloudflare_are_told_of_frames_in_every_edition_where_there_are_any() -> None:
    line = f"  ! Content-Security-Policy\n  Content-Security-Policy: {EMBED_POLICY}; {FRAMED_BY_ANYBODY}\n"
    told = headers(EMBEDDING)
    assert [f"{path}\n{line}" in told for path in ("/embed/*", "/fr/embed/*")] == [True, True]
    assert told.count("frame-ancestors *") == 2
    assert "embed" not in headers(SITE)
