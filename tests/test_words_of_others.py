"""What others wrote is shown as what it is: in messages, in names of hosts, in lists for hosts, in names of files."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from jobboard.commands.new import NotPossibleError, write_new
from jobboard.importing.html.addresses import redirected_path
from jobboard.importing.sources.entry import ImportFailedError
from jobboard.importing.write import write_redirects, write_whole
from jobboard.model.fields.addresses import host_of, host_words, in_own_script
from jobboard.pipeline import check as checking
from jobboard.pipeline import report
from jobboard.source.characters import escaped, escaped_json, escaped_line, is_visible
from jobboard.source.message import Phrase
from jobboard.source.problem import Level, Problem
from jobboard.source.slug import is_device
from jobboard.writing_desk.project import Project
from tests.helpers import NOW, REPOSITORY, SITE, build_site, make_news, make_posting, read_tree, settings_of, write_site

JOBBOARD = Path(sys.executable).parent / "jobboard"
STEERING = [
    *(
        "\x1b[31m",
        "\x1b]8;;https://bank.example\x07x\x1b]8;;\x07",
        "\x1b]0;title\x07",
        "\x9b2J",
        "\x07",
        "\x08\x08",
        "\r",
    ),
    *(
        "\x00",
        "\x7f",
        "\x85",
        "\u2028",
        "\u2029",
        "\u202e",
        "\u2066",
        "\u200e",
        "\u061c",
        "\ufeff",
        "\U000e0041",
        "\ud800",
    ),
]
TYPED = [
    "[red]x[/red]",
    ":smile:",
    "[link=https://bank.example]x[/link]",
    "[/]",
    ":warning:",
    "a\\[b]",
    "😀",
    "می\u200cخواهم",
    "é",
]


def problem(text: str) -> Problem:
    return Problem(f"content/{text}.md", 1, text, Phrase(text), Phrase(text))


@pytest.mark.parametrize("text", STEERING)
@pytest.mark.parametrize("form", report.Form)
def test_no_message_steers_a_terminal(text: str, form: report.Form) -> None:
    shown = report.render_problems([problem(text)], form)
    assert not any(character in shown for character in text if not character.isprintable())
    shown.encode()
    if form is report.Form.JSON:
        assert json.loads(shown)[0]["message"] == text


@pytest.mark.parametrize("text", [*STEERING, *TYPED])
def test_what_is_printed_is_what_was_typed_or_its_escape(text: str, capfd: pytest.CaptureFixture[str]) -> None:
    report.say(text)
    report.print_problems([problem(text), Problem("x", 1, "", Phrase(text), level=Level.ADVICE)])
    report.print_failure(ValueError(text))
    out, errors = capfd.readouterr()
    assert out == f"{escaped(text)}\n"
    assert errors.count(escaped_line(text)) >= 5
    assert text in TYPED or text not in out + errors


@pytest.mark.parametrize(
    "text", ["a\n::error::b", "a\r\n::set-output name=x::y", "a%0A::error::b", "::error::b", "a\r::b", "a\u2028::b"]
)
def test_an_annotation_stays_one(text: str) -> None:
    lines = report.render_problems([problem(text)], report.Form.GITHUB).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::error file=content/")
    assert [each.split("=")[0] for each in lines[0].split("::")[1].split(" ", 1)[1].split(",")] == ["file", "line"]
    assert "%250A" in lines[0] or "%0A" not in text


def test_a_line_of_text_is_one_problem() -> None:
    assert report.render_problems([problem("a\nb\tc")], report.Form.TEXT).count("\n") == 0


def test_escapes_of_json_say_the_same() -> None:
    text = json.dumps([*STEERING, *TYPED], ensure_ascii=False)
    assert json.loads(escaped_json(text)) == [*STEERING, *TYPED]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([JOBBOARD, *arguments], cwd=folder, capture_output=True, timeout=120, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pelicanconf.py").write_text(settings_of(REPOSITORY / "theme"))
    write_site(
        tmp_path / "content", {"postings/x.md": make_posting(title='"A \\e[31m :smile: [red]"', organisation="[b]")}
    )
    return tmp_path


COMMANDS = [
    *(("check",), ("check", "--format", "json"), ("check", "--format", "github"), ("build",), ("timeline",)),
    *(("next-change",), ("import", "\x1b[31m.xml", "--organisation", "x"), ("new", "news", "--title", "\x1b[31m")),
    *(("fresh", "\x1b[31m"), ("\x1b[31m",), ("check", "--settings", "\x1b[31m.py"), ("build", "--now", "\x1b[31m")),
    *(
        ("serve", "--bind", "\x1b[31m"),
        ("import", "x.xml", "--organisation", "\x1b[31m"),
        ("check", "--content", "\x1b[3m"),
    ),
    *(("verify", "\x1b[31m"), ("verify", "https://a.example/\x1b[31m"), ("publish", "\x1b[31m")),
    *(("host-config", "nginx", "--root", "/\x1b[31m"), ("host-config", "caddy", "--listen", "\x1b[31m:80")),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_hands_an_escape_to_the_terminal(command: tuple[str, ...], project: Path) -> None:
    (project / "content/images").mkdir()
    (project / "content/images/a\x1b[31m:smile:.png").write_text("x")
    result = run(project, *command)
    assert b"\x1b" not in result.stdout + result.stderr
    assert b"Traceback" not in result.stderr


WITH_PASSWORD = "https://me:hunter2@hub.invalid"


@pytest.mark.parametrize(
    "command",
    [
        ("verify", WITH_PASSWORD, "--settings", "pelicanconf.py"),
        ("fresh", WITH_PASSWORD),
        ("import", WITH_PASSWORD, "--organisation", "example-network"),
        ("check", "--settings", WITH_PASSWORD),
        ("build", "--publish", "--site-url", WITH_PASSWORD),
        ("publish", "--settings", "pelicanconf.py", WITH_PASSWORD),
    ],
    ids=lambda command: command[0],
)
def test_no_command_shows_a_password_that_an_address_holds(command: tuple[str, ...], project: Path) -> None:
    with (project / "pelicanconf.py").open("a") as settings:
        settings.write(f"\nJOBBOARD_PUBLISH = {{'production': {{'to': 'www', 'url': '{WITH_PASSWORD}'}}}}\n")
    result = run(project, *command)
    assert result.returncode
    assert b"hunter2" not in result.stdout + result.stderr


HOSTS = {
    "https://a.example?.bank.example/": "a.example",
    "https://a.example#.bank.example/": "a.example",
    "https://a.example/.bank.example": "a.example",
    "https://a.example:8443/x": "a.example",
    "https://A.EXAMPLE/": "a.example",
    "https://a.example?@bank.example/": "a.example",
    "https://a.example/@bank.example": "a.example",
    "https://2130706433/": "127.0.0.1",
    "https://0x7f.1/": "127.0.0.1",
    "https://0177.0.0.01/": "127.0.0.1",
    "https://[::1]:8/": "[::1]",
}


@pytest.mark.parametrize(("url", "host"), HOSTS.items())
def test_the_host_is_the_one_a_browser_asks(url: str, host: str) -> None:
    assert (host_of(url), host_words(url)) == (host, host)


DOUBTFUL = [
    "xn--80ak6aa92e.com",
    "xn--pple-43d.com",
    "xn--e1afmkfd.example",
    "a.xn--pple-43d.example",
    "xn--ggle-55da.example",
]
CLEAR = {"xn--mnchen-3ya.example": "münchen.example", "xn--r8jz45g.xn--zckzah": "例え.テスト", "a.example": "a.example"}


@pytest.mark.parametrize("host", DOUBTFUL)
def test_letters_that_may_be_taken_for_others_stand_in_ascii_too(host: str) -> None:
    assert in_own_script(host).endswith(f" ({host})")
    assert in_own_script(f"jobs@{host}").endswith(f" ({host})")


@pytest.mark.parametrize(("host", "own"), CLEAR.items())
def test_letters_like_no_others_stand_alone(host: str, own: str) -> None:
    assert in_own_script(host) == own


BAD_HOSTS = [
    "https://a.example\\.bank.example/",
    "https://bank.example@a.example/",
    "https://a.example /",
    "https://a.example%2f.b.example",
]


@pytest.mark.parametrize("url", BAD_HOSTS)
def test_an_address_whose_host_can_be_read_in_two_ways_is_a_problem(url: str, tmp_path: Path) -> None:
    content = write_site(tmp_path, {"postings/x.md": make_posting(apply=f"{{url: '{url}'}}")})
    assert [each.field for each in checking.check(content, SITE, NOW).problems if each.level is Level.PROBLEM] == [
        "apply.url"
    ]


def test_every_page_names_the_host_that_is_asked(tmp_path: Path) -> None:
    url = "https://a.example?.bank.example/"
    files = {
        "postings/x.md": make_posting(apply=f"{{url: '{url}'}}"),
        "news/n.md": make_news(link=f"'{url}'", embeds=f"[{{url: '{url}', title: Film}}]"),
    }
    site = build_site(write_site(tmp_path / "content", files), NOW)
    pages = [data.decode() for path, data in site.items() if path in ("jobs/x/index.html", "news/n/index.html")]
    assert len(pages) == 2
    for page in pages:
        assert " a.example<" in page
        assert ".bank.example<" not in page


UNSEEN = [
    "\u200b",
    "\u00ad",
    "\u2800",
    "\u3164",
    "\u115f\u1160",
    "\u0301",
    "\u0301\u0308",
    "\u034f",
    "\ufe0f",
    "\u200d\u200c",
]
UNSEEN += ["\U000e0041", "\u2060", "\u00a0\u3000", "\u0e31", "\U0001d159", "\ue000", "\u180e", "\u20dd"]


@pytest.mark.parametrize("text", UNSEEN)
def test_a_text_that_nobody_sees_is_none(text: str, tmp_path: Path) -> None:
    assert not is_visible(text)
    escape = "".join(f"\\U{ord(character):08x}" for character in text)
    files = {
        "postings/x.md": make_posting(title=f'"{escape}"'),
        "news/n.md": make_news(authors=f'[{{name: "{escape}"}}]'),
    }
    problems = checking.check(write_site(tmp_path, files), SITE, NOW).problems
    fields = {each.field for each in problems if each.level is Level.PROBLEM}
    assert fields == {"title", "authors.1.name"}


@pytest.mark.parametrize("text", ["é", "年", "!", "😀", "1", "e\u0301", "ก\u0e31", "\u2013"])
def test_a_text_that_is_seen_is_one(text: str) -> None:
    assert is_visible(text)


TOO_MUCH = [
    "/*",
    "/a/*",
    "/:any",
    "/a/:b/",
    "/a\nb",
    "//bank.example/",
    "/a//b",
    "/%2a",
    "/%3Ax",
    "/%0a/x",
    "/../x",
    "/a/./b",
    "/%5cb",
    "/",
]


@pytest.mark.parametrize("path", TOO_MUCH)
def test_no_line_of_redirects_means_more_than_one_address(path: str) -> None:
    assert redirected_path(f"https://blog.example{path}") == "" or "\n" in path


@pytest.mark.parametrize(
    ("path", "line"),
    [("/2024/a-b/", "/2024/a-b/"), ("/été", "/%C3%A9t%C3%A9"), ("/a b", "/a%20b"), ("/%c3%a9/", "/%c3%a9/")],
)
def test_an_old_address_is_redirected(path: str, line: str) -> None:
    assert redirected_path(f"https://blog.example{path}?x=1#y") == line


def test_no_link_is_followed_out_of_the_content(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    target = outside / "target"
    target.write_text("AS IT WAS")
    content = write_site(tmp_path / "content", {})
    (content / "news").mkdir()
    (content / "news/.x.md.part").symlink_to(target)
    (content / "news/new").symlink_to(outside)
    (content / "postings").symlink_to(outside)
    (content / "pages").mkdir()
    (content / "pages/us.md").symlink_to(outside / "made.md")
    (tmp_path / "redirects").symlink_to(target)
    before = read_tree(outside)
    write_whole(content, "news/x.md", b"NEW")
    with pytest.raises(ImportFailedError, match="outside"):
        write_whole(content, "news/new/deeper/x.md", b"NEW")
    with pytest.raises(ImportFailedError, match="it is a link"):
        write_redirects(tmp_path / "redirects", [("/a", "/b")])
    project = Project(content=content, shown_as="content", now=NOW, zone="Europe/Brussels", lang="en")
    given = {"organisation": "example-network", "deadline": "2026-12-31", "apply": "jobs@roads.org"}
    with pytest.raises(NotPossibleError, match="a link that leads elsewhere"):
        write_new("posting", project, {"title": "Head of Roads", **given}, None)
    with pytest.raises(NotPossibleError, match=r"exists already|is there already"):
        write_new("page", project, {"title": "Us"}, None)
    assert read_tree(outside) == before
    assert (content / "news/x.md").read_bytes() == b"NEW"


def test_check_prints_nothing_of_a_file_that_a_link_leads_to(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("root:SECRET:0\n\tSECRET SECRET: [\n")
    content = write_site(tmp_path / "content", {})
    for path in ("topics.yaml", "postings/x.md", "news/n.md", "organisations/o.md", "images/p.png", "pages/p.md"):
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).unlink(missing_ok=True)
        (content / path).symlink_to(secret)
    problems = checking.check(content, SITE, NOW).problems
    assert "SECRET" not in "".join(map(str, problems))
    assert {each.path for each in problems if "a link that leads out" in each.message} >= {
        "content/topics.yaml",
        "content/postings/x.md",
    }


DEVICES = ["con", "prn", "aux", "nul", "com1", "com9", "lpt1", "com0"]


@pytest.mark.parametrize("name", DEVICES)
def test_a_name_of_a_device_is_a_problem_wherever_it_is_an_id(name: str, tmp_path: Path) -> None:
    files = {
        f"postings/{name}.md": make_posting(),
        f"organisations/{name}.md": "---\nname: X\nwebsite: https://x.example\n---\n",
        "news/n.md": make_news(formerly=f"[{name}]"),
        "topics.yaml": f"{name}: {{en: X}}\n",
    }
    problems = checking.check(write_site(tmp_path, files), SITE, NOW).problems
    told = {each.path for each in problems if "Windows" in f"{each.message} {each.hint}"}
    assert told == {f"content/{path}" for path in files}
    project = Project(content=tmp_path, shown_as="content", now=NOW, zone="Europe/Brussels", lang="en")
    with pytest.raises(NotPossibleError, match="Windows keeps"):
        write_new("page", project, {"title": "X", "name": name}, None)


_NOT_PORTABLE = re.compile(r'[<>:"|?*\\]|[. ]$')


def test_every_output_can_be_on_every_system() -> None:
    for site in ("minimal", "full"):
        for path in read_tree(REPOSITORY / "tests/sites" / site / "expected"):
            assert not any(is_device(part) or _NOT_PORTABLE.search(part) for part in path.split("/")), path
