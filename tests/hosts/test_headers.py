"""What jobboard host-config prints, run by the servers themselves: every file of a site is asked for."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from jobboard.board.site import Site
from jobboard.outputs.addresses import href
from jobboard.outputs.page.frame import CONTENT_SECURITY_POLICY, EMBED_POLICY, FULL_TEXT_POLICY
from jobboard.outputs.site.host_rules import (
    CHECKED,
    DRAWINGS,
    FRAMED_BY_ANYBODY,
    FRAMED_BY_NOBODY,
    LASTING,
    base_of,
    served_with,
)
from tests.hosts.servers import PROGRAMS, Came, ask, require, serving
from tests.hosts.sites import ELSEWHERE, SITES, publish

UTF_8, OPEN = "charset=utf-8", "*"
PAGE, EMBEDDED = f"{CONTENT_SECURITY_POLICY}; {FRAMED_BY_NOBODY}", f"{EMBED_POLICY}; {FRAMED_BY_ANYBODY}"
SEARCHED = f"{FULL_TEXT_POLICY}; {FRAMED_BY_NOBODY}"

HTML, JSON, SCHEMA = f"text/html; {UTF_8}", f"application/json; {UTF_8}", f"application/schema+json; {UTF_8}"
RSS, ATOM = f"application/rss+xml; {UTF_8}", f"application/atom+xml; {UTF_8}"
CSV, TABLE = f"text/csv; {UTF_8}", f"text/csv; {UTF_8}; header=present"
EXPECTED = (
    # path, type, lifetime, policy, who may read it by script
    (r"(?:fr/)?embed/.*", HTML, CHECKED, EMBEDDED, ""),
    (r"(?:fr/)?search/", HTML, CHECKED, SEARCHED, ""),
    (r"search/\w+\.json", JSON, CHECKED, SEARCHED, ""),
    (r"(?:.*/)?|(?:fr/)?404\.html", HTML, CHECKED, PAGE, ""),
    (r"theme/.*\.css", f"text/css; {UTF_8}", LASTING, PAGE, ""),
    (r"theme/.*\.js", f"text/javascript; {UTF_8}", LASTING, PAGE, ""),
    (r"theme/.*\.svg", "image/svg+xml", LASTING, PAGE, ""),
    (r"(?:fr/)?feeds/.*\.rss\.xml", RSS, CHECKED, PAGE, OPEN),
    (r"(?:fr/)?feeds/.*\.atom\.xml", ATOM, CHECKED, PAGE, OPEN),
    (r"(?:fr/)?feeds/.*\.json", f"application/feed+json; {UTF_8}", CHECKED, PAGE, OPEN),
    (r"(?:fr/)?feeds\.opml", f"text/x-opml; {UTF_8}", CHECKED, PAGE, OPEN),
    (r".*\.ics", f"text/calendar; {UTF_8}", CHECKED, PAGE, OPEN),
    (r"(?:jobs|news|events|organisations)\.schema\.json", SCHEMA, CHECKED, PAGE, OPEN),
    (r"(?:jobs|news|events|organisations)\.json", JSON, CHECKED, PAGE, OPEN),
    (r"jobs\.csv|numbers/numbers\.csv", TABLE, CHECKED, PAGE, OPEN),
    (r"jobs(?:-jooble)?\.xml", f"application/xml; {UTF_8}", CHECKED, PAGE, OPEN),
    (r"llms\.txt", f"text/plain; {UTF_8}", CHECKED, PAGE, OPEN),
    (r"(?:build|jobs/\w+|(?:fr/)?write/\w+)\.json", JSON, CHECKED, PAGE, ""),
    (r"sitemap\.xml", f"application/xml; {UTF_8}", CHECKED, PAGE, ""),
    (r"robots\.txt", f"text/plain; {UTF_8}", CHECKED, PAGE, ""),
    (r".*\.md", f"text/markdown; {UTF_8}", CHECKED, PAGE, ""),
    (r"media/.*\.svg", "image/svg+xml", CHECKED, DRAWINGS, ""),
    (r"media/.*\.pdf", "application/pdf", CHECKED, PAGE, ""),
    (r"(?:.*/)?card\.png", "image/png", CHECKED, PAGE, ""),
    (r"pictures/.*\.jpg", "image/jpeg", CHECKED, PAGE, ""),
    (r"pictures/.*\.webp|(?:fr/)?write/help/.*\.webp", "image/webp", CHECKED, PAGE, ""),
    (r"pictures/.*\.avif", "image/avif", CHECKED, PAGE, ""),
)
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
NAMES = ("Content-Type", "Cache-Control", "Content-Security-Policy", "Access-Control-Allow-Origin", *EVERYWHERE)
NOBODY_S = ("_headers", "_redirects", ".jobboard-files", ".htaccess", ".git/config", "jobs/.hidden")


class Served(NamedTuple):
    """A server with a site: its port, the site, and the addresses of its files."""

    port: int
    site: Site
    folder: Path

    @property
    def paths(self) -> list[str]:
        files = (each.relative_to(self.folder).as_posix() for each in self.folder.rglob("*") if each.is_file())
        return sorted(re.sub(r"(^|/)index\.html$", r"\1", each) for each in files if each not in NOBODY_S)

    def ask(self, path: str, **headers: str) -> Came:
        return ask(self.port, href(self.site, path), **headers)


@pytest.fixture(scope="module", params=SITES)
def base(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=PROGRAMS)
def served(request: pytest.FixtureRequest, base: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    require(request.param)
    folder = tmp_path_factory.mktemp("hosts")
    root = publish(SITES[base], folder)
    with serving(request.param, SITES[base], root, folder / "own", ELSEWHERE) as port:
        yield Served(port, SITES[base], root / base.strip("/"))


def told(headers: object) -> dict[str, str]:
    """The headers that the table speaks of, with the parameters of a type in one order."""
    found = {name: headers.get(name) or "" for name in NAMES}  # type: ignore[attr-defined]
    type_, *parameters = re.split(r"; ?", found["Content-Type"].lower())
    return {**found, "Content-Type": "; ".join([type_, *sorted(parameters)])}


def expected(path: str) -> dict[str, str]:
    """By the table above."""
    _, *values = next(rule for rule in EXPECTED if re.fullmatch(rule[0], path))
    return told(dict(zip(NAMES, values, strict=False)) | EVERYWHERE)


def test_every_file_is_served_with_what_the_table_says(served: Served) -> None:
    came = {path: served.ask(path) for path in served.paths}
    assert {path: each.status for path, each in came.items() if each.status != 200} == {
        **dict.fromkeys((old for old, _ in ELSEWHERE.moves), 301),
        **dict.fromkeys(ELSEWHERE.gone, 410),
    }
    there = {path: told(each.headers) for path, each in came.items() if each.status == 200}
    assert there == {path: expected(path) for path in there}
    assert len(there) > 150


def test_the_table_of_the_tests_is_that_of_the_code_and_each_line_has_a_file(served: Served) -> None:
    assert {path: told(served_with(served.site, path)) for path in served.paths} == {
        path: expected(path) for path in served.paths
    }
    used = {next(rule for rule in EXPECTED if re.fullmatch(rule[0], path)) for path in served.paths}
    assert used == set(EXPECTED)


def test_what_may_change_is_asked_for_each_time_compressed_or_not(served: Served) -> None:
    for path in served.paths:
        for accepted in ("identity", "gzip"):
            answer = served.ask(path, Accept_Encoding=accepted)
            if answer.status == 200:
                again = served.ask(path, Accept_Encoding=accepted, If_None_Match=answer.headers["ETag"])
                assert (again.status, again.headers["Cache-Control"]) == (304, answer.headers["Cache-Control"]), path


def test_every_long_text_is_compressed_and_is_the_same(served: Served) -> None:
    for path in served.paths:
        whole, answer = served.ask(path), served.ask(path, Accept_Encoding="gzip")
        is_text = bool(re.match(r"text/|application/.*(?:json|xml)|image/svg", answer.headers["Content-Type"] or ""))
        is_long = len(whole.body) > 1400 and answer.status == 200
        assert whole.headers["Content-Encoding"] is None
        if is_text and is_long:
            assert answer.headers["Content-Encoding"] == "gzip", path
            assert gzip.decompress(answer.body) == whole.body
            assert "accept-encoding" in answer.headers["Vary"].lower()
        elif not is_text:
            assert answer.headers["Content-Encoding"] is None, path


@pytest.mark.parametrize(("old", "new"), ELSEWHERE.moves)
def test_who_comes_to_an_old_address_is_sent_on(old: str, new: str, served: Served) -> None:
    answer = served.ask(old)
    place = re.sub(r"^http://127\.0\.0\.1:\d+", "", answer.headers["Location"])
    assert (answer.status, place) == (301, href(served.site, new))


@pytest.mark.parametrize("path", ELSEWHERE.gone)
def test_a_tombstone_is_shown_and_says_that_the_posting_is_gone(path: str, served: Served) -> None:
    answer = served.ask(path)
    assert (answer.status, answer.body) == (410, (served.folder / path / "index.html").read_bytes())
    assert told(answer.headers) == expected(path)


MISSING = ["media/", "theme/", "gone/", "theme/gone.0123456789ab.css", "jobs/gone", "feeds/gone.json", "media/gone.svg"]
MISSING += ["embed/gone/"]


@pytest.mark.parametrize("path", [*MISSING, *(f"fr/{each}" for each in MISSING), *NOBODY_S])
def test_what_is_not_there_is_told_in_the_language_of_the_path(path: str, served: Served) -> None:
    answer = served.ask(path)
    page = "fr/404.html" if path.startswith("fr/") else "404.html"
    assert (answer.status, answer.body) == (404, (served.folder / page).read_bytes())
    assert told(answer.headers) == expected(page)


def test_what_proves_whose_a_host_is_is_shown(served: Served) -> None:
    file = served.folder / ".well-known/security.txt"
    file.parent.mkdir(exist_ok=True)
    file.write_text("Contact: mailto:security@hub.example\n")
    answer = served.ask(".well-known/security.txt")
    file.unlink()
    assert (answer.status, answer.body) == (200, b"Contact: mailto:security@hub.example\n")


def test_a_drawing_may_do_nothing_and_is_what_it_is(served: Served) -> None:
    answer = served.ask("media/images/logo.svg")
    assert (answer.status, answer.headers.get_all("Content-Security-Policy")) == (200, [DRAWINGS])
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_no_header_is_sent_twice(served: Served) -> None:
    for path in served.paths:
        headers = served.ask(path).headers
        assert {name: headers.get_all(name) for name in NAMES if len(headers.get_all(name, [])) > 1} == {}, path


def test_a_folder_without_its_slash_leads_to_it(served: Served) -> None:
    answer = served.ask("jobs/x")
    assert (answer.status in (301, 308), answer.headers["Location"].endswith(f"{base_of(served.site)}jobs/x/")) == (
        True,
        True,
    )


def test_no_request_is_sent_back(served: Served, request: pytest.FixtureRequest) -> None:
    """Where the whole server is ours to configure."""
    came = ask(served.port, href(served.site, "jobs/x/"), "TRACE", Cookie="hunter2")
    assert (b"hunter2" in came.body) == (request.node.callspec.params["served"] == "htaccess")
