"""A site published by real servers, held against its build; and by one that knows of nothing."""

from __future__ import annotations

import functools
import gzip
import http.server
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jobboard.commands.main import main
from jobboard.net.download import Answer
from jobboard.outputs.site.host_rules import base_of, served_with
from jobboard.verifying import judge
from jobboard.verifying.built import BuiltSite, load_built, sample_of
from jobboard.verifying.told import verdict_on
from jobboard.verifying.visit import Visit
from tests.helpers import REPOSITORY, settings_of
from tests.hosts.servers import PROGRAMS, require, serving
from tests.hosts.sites import BELOW, ELSEWHERE, EVERYTHING, SITES, publish

SETTINGS = (
    "JOBBOARD_LANGUAGES = ['en', 'fr']\nJOBBOARD_EMBED = JOBBOARD_MARKDOWN_TWINS = JOBBOARD_FORM = True\n"
    "JOBBOARD_SEARCH = 'pagefind'\n"
)
FINE = "Everything came as it should."


@pytest.fixture(scope="module", params=SITES)
def base(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def root(base: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verified")
    text = settings_of(REPOSITORY / "theme").replace("https://hub.example", SITES[base].url)
    (folder / "publishconf.py").write_text(text.replace('"content"', f'"{folder}/content"') + SETTINGS)
    return publish(SITES[base], folder)


def verify(url: str, root: Path, base: str, *options: str) -> Result:
    output = root / base.strip("/")
    command = ["verify", url, "--settings", str(root.parent / "publishconf.py"), "--output", str(output), *options]
    return CliRunner().invoke(main, command)


class _Plain(http.server.SimpleHTTPRequestHandler):
    """A server of files, with nothing set."""

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def hosted_plainly(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Plain, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("server", PROGRAMS)
@pytest.mark.parametrize("options", [[], ["--all"]], ids=["sample", "all"])
def test_a_server_that_is_configured_as_we_say_gives_visitors_what_was_built(
    server: str, options: list[str], root: Path, base: str, tmp_path: Path
) -> None:
    require(server)
    served = tmp_path / "root"
    shutil.copytree(root, served)
    with serving(server, SITES[base], served, tmp_path / "own", ELSEWHERE) as port:
        result = verify(f"http://127.0.0.1:{port}{base}", root, base, *options)
    assert (result.exit_code, result.output.splitlines()[1:]) == (0, []), result.output
    assert FINE in result.output


def test_a_server_that_knows_of_nothing_is_told_what_visitors_miss(root: Path, base: str) -> None:
    with hosted_plainly(root) as host:
        result = verify(f"{host}{base}", root, base, "--all")
    assert result.exit_code == 1
    kinds = set(re.findall(r"\(([A-Za-z-]+), [\d,]+ address(?:es)?\):", result.output))
    assert kinds == {*judge.OF_HOSTS, "missing"}


def test_on_a_host_without_headers_what_is_said_can_be_looked_at_alone(root: Path, base: str) -> None:
    with hosted_plainly(root) as host:
        result = verify(f"{host}{base}", root, base, "--no-headers")
    assert set(re.findall(r"\(([A-Za-z-]+), ", result.output)) == {"missing"}


@pytest.mark.parametrize(
    ("path", "text", "kinds"),
    [
        ("jobs/x/index.html", b"<p>last week's</p>", {"text"}),
        ("jobs/x/index.html", None, {"status"}),
        ("feeds/jobs.rss.xml", b"<rss>", {"text", "unreadable"}),
        ("feeds/jobs.json", b"{", {"text", "unreadable"}),
        ("calendars/deadlines.ics", b"BEGIN:VCALENDAR\n", {"text", "unreadable"}),
        ("jobs.json", b"{}", {"text"}),
        ("fr/404.html", b"Not found", {"missing"}),
        ("jobs/w/index.html", None, {"redirect"}),
    ],
)
def test_what_is_otherwise_on_the_host_is_said(
    path: str, text: bytes | None, kinds: set[str], root: Path, base: str, tmp_path: Path
) -> None:
    require("nginx")
    served = tmp_path / "root"
    shutil.copytree(root, served)
    file = served / base.strip("/") / path
    file.unlink() if text is None else file.write_bytes(text)
    with serving("nginx", SITES[base], served, tmp_path / "own", without="return 301") as port:
        result = verify(f"http://127.0.0.1:{port}{base}", root, base, "--all")
    assert result.exit_code == 1
    assert set(re.findall(r"\(([A-Za-z-]+), [\d,]+ address", result.output)) == kinds, result.output
    assert re.sub(r"(^|/)index\.html$|404\.html$", r"\1", path) in result.output


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1:9{base}", "Connection refused"),
        ("ftp://hub.example{base}", "expected the address of a site"),
        ("https://hub.example/elsewhere/", "its links are others"),
    ],
)
def test_what_cannot_be_looked_at_is_no_answer(url: str, words: str, root: Path, base: str) -> None:
    result = verify(url.format(base=base), root, base)
    assert (result.exit_code, words in result.output) == (2, True), result.output


def test_without_a_build_there_is_nothing_to_compare_with(root: Path, base: str, tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    result = verify(f"https://hub.example{base}", root, base, "--output", str(tmp_path / "output"))
    assert (result.exit_code, "holds no built site" in result.output) == (2, True)


def test_without_settings_nobody_knows_what_should_come() -> None:
    result = CliRunner().invoke(main, ["verify", "https://hub.example", "--settings", "none.py"])
    assert (result.exit_code, "none.py" in result.output) == (2, True)


@pytest.fixture(scope="module")
def built(root: Path, base: str) -> BuiltSite:
    return load_built(SITES[base], root / base.strip("/"), SITES[base].url)


def test_a_sample_has_home_and_one_of_each_kind_and_is_the_same_each_time(built: BuiltSite) -> None:
    chosen = sample_of(built, 60)
    assert (len(chosen), len(set(chosen)), chosen) == (60, 60, sample_of(built, 60))
    every, some = (
        {tuple(served_with(built.site, each).items()) for each in files} for files in (built.files, sample_of(built, 1))
    )
    assert ("index.html" in sample_of(built, 1), some) == (True, every)


def test_what_was_built_for_the_host_and_the_build_is_no_page(built: BuiltSite) -> None:
    assert [each for each in built.files if each.startswith(("_", ".")) or each.endswith("404.html")] == []
    assert built.moves == ELSEWHERE.moves


def answer(built: BuiltSite, path: str, status: int = 200, **headers: str) -> Answer:
    told = {name.lower(): value for name, value in served_with(built.site, path).items()}
    changed = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, {**told, "content-encoding": "", **changed}, built.read(path))


def kinds(built: BuiltSite, path: str, status: int = 200, **headers: str) -> set[str]:
    found = judge.deviations_of(built, path, "", answer(built, path, status, **headers))
    return {each.kind for each in found if each.kind != "compression"}


def test_a_tombstone_may_say_that_it_is_gone_and_no_other_page(built: BuiltSite) -> None:
    assert kinds(built, "jobs/old/index.html", 410) == kinds(built, "jobs/old/index.html", 200) == set()
    assert kinds(built, "jobs/x/index.html", 410) == {"status"}


@pytest.mark.parametrize(
    ("path", "type_", "is_fine"),
    [
        ("index.html", "text/html", True),
        ("index.html", "text/html;charset=UTF-8", True),
        ("index.html", "text/html; charset=iso-8859-1", False),
        ("sitemap.xml", "text/xml", True),
        ("jobs.csv", "text/csv; charset=utf-8", True),
        ("jobs.csv", "text/csv", False),
        ("feeds/jobs.rss.xml", "application/xml", False),
        ("jobs.json", "application/json", True),
        ("jobs.json", "", False),
        ("card.png", "image/png", True),
        ("card.png", "application/octet-stream", False),
    ],
)
def test_a_type_may_be_said_in_other_words(path: str, type_: str, *, is_fine: bool, built: BuiltSite) -> None:
    assert kinds(built, path, content_type=type_) == (set() if is_fine else {"Content-Type"})


@pytest.mark.parametrize(
    ("status", "place", "is_fine"),
    [
        (301, "jobs/x/", True),
        (308, "jobs/x/", True),
        (302, "jobs/x/", False),
        (301, "jobs/", False),
        (200, "", True),
        (404, "", False),
    ],
)
def test_an_old_address_leads_on_for_good_or_shows_the_page_that_does(
    status: int, place: str, *, is_fine: bool, built: BuiltSite
) -> None:
    told = Answer(status, {"location": f"{built.site.url}/{place}"}, built.read("jobs/w/index.html"))
    found = list(judge.deviations_of_move(built, "jobs/w/", "jobs/x/", "", told))
    assert bool(found) is not is_fine


def test_what_is_packed_wrong_or_without_end_is_not_what_was_built(built: BuiltSite) -> None:
    told = answer(built, "index.html", content_encoding="gzip")._replace(body=b"no gzip")
    assert {each.kind for each in judge.deviations_of(built, "index.html", "", told)} == {"text"}


@pytest.mark.parametrize(
    ("packing", "is_fine"),
    [
        ("", True),
        ("identity", True),
        (" GZIP", True),
        ("x-gzip", True),
        ("br", False),
        ("zstd", False),
        ("gzip, br", False),
    ],
)
def test_what_a_browser_could_not_unpack_is_not_what_was_built(
    packing: str, *, is_fine: bool, built: BuiltSite
) -> None:
    data = built.read("index.html")
    body = gzip.compress(data) if "gzip" in packing.lower() else data
    told = answer(built, "index.html", content_encoding=packing)._replace(body=body)
    found = [each.sentence for each in judge.deviations_of(built, "index.html", "", told) if each.kind == "text"]
    assert found == (
        [] if is_fine else [f"it is not what was built: it comes packed as '{packing}' and cannot be opened"]
    )


OTHERWISE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a byte": (
        lambda data: data.replace(b"<title>", b"<tItle>", 1),
        "at byte [0-9,]+ stands '.*<tItle>.*' instead of '",
    ),
    "longer": (
        lambda data: data + b"<script>",
        "stands '.*<script>' instead of '.*'; [0-9,]+ bytes instead of [0-9,]+$",
    ),
    "shorter": (lambda data: data[:99], "at byte 99 stands '"),
    "nothing": (lambda _: b"", "it is empty$"),
    "line ends": (lambda data: data.replace(b"\n", b"\r\n"), "its spaces and line ends are others$"),
    "no text": (lambda _: b"\xff\x1b[31m", r"at byte 0 stands '\ufffd\\x1b\[31m' instead of '"),
}


@pytest.mark.parametrize("change", OTHERWISE)
def test_what_a_visitor_has_instead_is_said(change: str, built: BuiltSite) -> None:
    changed, words = OTHERWISE[change]
    told = answer(built, "index.html")._replace(body=changed(built.read("index.html")))
    (sentence,) = (each.sentence for each in judge.deviations_of(built, "index.html", "", told) if each.kind == "text")
    assert re.search(f"^it is not what was built: .*{words}", sentence)


@pytest.mark.parametrize("status", [302, 307, 301])
def test_where_a_visitor_is_led_instead_is_said(status: int, built: BuiltSite) -> None:
    told = Answer(status, {"location": "https://elsewhere.example/"}, b"")
    words = f"the server answers {status} and leads to 'https://elsewhere.example/'"
    assert [each.sentence for each in judge.deviations_of(built, "index.html", "", told)] == [words]
    assert [each.sentence for each in judge.deviations_of_missing(built, "404.html", "", told)] == [
        f"{words}, as if there were such a page"
    ]


@pytest.mark.parametrize(
    "url", ["hub.example", "https://hub.example/?x=1", "https://hub.example/#x", "ftp://hub.example"]
)
def test_what_is_no_address_of_a_site_is_named(url: str, root: Path, base: str) -> None:
    result = CliRunner().invoke(main, ["verify", url, "--settings", "none.py"])
    assert (result.exit_code, f"found '{url.rstrip('/')}'" in result.output) == (2, True)


@pytest.mark.parametrize("kind", sorted(judge.OF_HOSTS | {"status", "text", "unreadable", "redirect", "missing"}))
def test_every_kind_of_difference_is_told(kind: str) -> None:
    visited = Visit(files=1, others=0, deviations=(judge.Deviation(kind, "https://hub.example/", "so it is"),) * 5)
    asked, headline, *first = verdict_on(visited, 200)
    assert (f"({kind}, 5 addresses)" in headline, len(first), first[-1]) == (True, 4, "  …")
    assert "1 of 200 files (--all" in asked


def test_the_sites_are_those_of_the_settings() -> None:
    assert [base_of(each) for each in (EVERYTHING, BELOW)] == list(SITES)
