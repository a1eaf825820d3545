"""The commands as people run them: real processes, real settings files."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from jobboard.engine.folder import locked
from jobboard.pipeline import check as checking
from jobboard.source.content.form import HINT
from tests.helpers import NOW, REPOSITORY, SITE, make_organisation, make_posting, read_tree, settings_of, write_site
from tests.programs import JOBBOARD, run_program

SETTINGS = settings_of(REPOSITORY / "theme")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one posting and settings of its own."""
    (tmp_path / "pelicanconf.py").write_text(SETTINGS)
    write_site(tmp_path / "content", {"postings/analyst.md": make_posting()})
    return tmp_path


def run(project: Path, *arguments: str, program: Path = JOBBOARD) -> subprocess.CompletedProcess[str]:
    return run_program(program, *arguments, cwd=project)


PUBLISH = ("build", "--site-url", "https://jobs.networks.eu/board", "--publish")


def test_build_writes_the_site_and_says_so_in_one_line(project: Path) -> None:
    result = run(project, "build")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{len(read_tree(project / 'output')) - 1} outputs:")
    assert (project / "output/jobs/analyst/index.html").is_file()


def test_what_readers_know_is_removed_only_by_who_says_so(project: Path) -> None:
    """`make publish` is `build --publish`, with ALLOW_REMOVALS=1 also `--allow-removals`."""
    settings = project / "pelicanconf.py"
    settings.write_text(settings.read_text().replace("hub.example,2026", "networks.eu,2026"))
    assert run(project, *PUBLISH).returncode == 0
    (project / "content/postings/analyst.md").unlink()
    before = read_tree(project / "output")
    gone = "content/postings/analyst.md:1: analyst is gone, but readers know it: its address would lead nowhere; "
    assert gone in run(project, "check").stdout + run(project, "check").stderr
    refused = run(project, *PUBLISH)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert gone in refused.stderr
    assert "1 problem in 1 file. Nothing was written; the site is as it was." in refused.stderr
    assert read_tree(project / "output") == before
    advised = run(project, *PUBLISH[:3])
    assert (advised.returncode, gone in advised.stderr) == (0, True)
    assert gone in run(project, *PUBLISH[:3]).stderr, "also when there is nothing to do"
    assert run(project, *PUBLISH).returncode == 1
    allowed = run(project, *PUBLISH, "--allow-removals")
    assert (allowed.returncode, allowed.stderr) == (0, "")
    assert run(project, *PUBLISH).stderr == ""
    assert run(project, "check").stdout == "No problems.\n"


def test_the_makefile_publishes_so() -> None:
    made = subprocess.run(
        ["make", "--dry-run", "publish", "ALLOW_REMOVALS=1"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert "--settings publishconf.py --publish" in made.stdout
    assert "--allow-removals" in made.stdout


def test_the_pelican_command_builds_the_same_site(project: Path) -> None:
    run(project, "build", "--output", "ours")
    result = run(project, "-o", "theirs", program=JOBBOARD.with_name("pelican"))
    assert result.returncode == 0, result.stderr
    assert read_tree(project / "ours") == read_tree(project / "theirs")


def test_the_pelican_command_fails_on_bad_content_without_a_traceback(project: Path) -> None:
    write_site(project / "content", {"postings/analyst.md": make_posting(deadline="soon")})
    result = run(project, program=JOBBOARD.with_name("pelican"))
    assert result.returncode == 1
    assert "content/postings/analyst.md:5: deadline: expected a date like 2026-03-31, found 'soon'" in result.stderr
    assert "Traceback" not in result.stdout + result.stderr


def test_check_finds_nothing_wrong_with_a_good_site(project: Path) -> None:
    given = {"salary": "{amount: 3400, currency: EUR, per: month}", "place": "{city: Ghent, country: BE}"}
    full = make_posting("You will count bicycles. " * 20, **given)
    write_site(project / "content", {"postings/analyst.md": full})
    result = run(project, "check")
    assert (result.returncode, result.stdout, result.stderr) == (0, "No problems.\n", "")


def test_check_prints_problems_for_programs(project: Path) -> None:
    write_site(project / "content", {"postings/analyst.md": make_posting(employmnt="[full-time]")})
    expected = {
        "path": "content/postings/analyst.md",
        "line": 7,
        "field": "employmnt",
        "message": "unknown field",
        "hint": "did you mean 'employment'?",
        "level": "problem",
        "code": "field-unknown",
    }
    result = run(project, "check", "--format", "json")
    assert (result.returncode, json.loads(result.stdout)) == (1, [expected])


def test_check_prints_annotations_for_github(project: Path) -> None:
    write_site(project / "content", {"postings/analyst.md": make_posting(employmnt="[full-time]")})
    result = run(project, "check", "--format", "github")
    line = "::error file=content/postings/analyst.md,line=7::employmnt: unknown field; did you mean 'employment'?\n"
    assert (result.returncode, result.stdout) == (1, line)


def test_advice_holds_nothing_up_unless_it_is_asked_to(project: Path) -> None:
    write_site(project / "content", {"postings/analyst.md": make_posting(title='"R&amp;D officer"')})
    assert [run(project, "check", *strict).returncode for strict in ((), ("--strict",))] == [0, 1]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            'TIMEZONE = "Mars/Olympus"',
            "pelicanconf.py:12: TIMEZONE: expected a time zone like Europe/Brussels, found 'Mars/Olympus'",
        ),
        (
            'SITEURL = "hub.example"',
            "pelicanconf.py:12: SITEURL: expected the full address of the site, found 'hub.example'",
        ),
        ("JOBBOARD_PAGE_SIZE = 0", "pelicanconf.py:12: JOBBOARD_PAGE_SIZE: expected a number from 1, found 0"),
        (
            'JOBBOARD_IDENTITY = "hub"',
            "pelicanconf.py:12: JOBBOARD_IDENTITY: expected a host name and a year, found 'hub'",
        ),
        (
            "JOBBOARD_PAGESIZE = 5",
            "pelicanconf.py:12: JOBBOARD_PAGESIZE: unknown setting; did you mean 'JOBBOARD_PAGE_SIZE'?",
        ),
        ('JOBBOARD_NOW = "tomorrow"', "pelicanconf.py:12: JOBBOARD_NOW: expected an instant"),
        (
            'DEFAULT_LANG = "english"',
            "pelicanconf.py:12: DEFAULT_LANG: expected a language code like en, found 'english'",
        ),
        ('DEFAULT_LANG = "de"', "pelicanconf.py:12: DEFAULT_LANG: the pages do not speak 'de' yet"),
        (
            'JOBBOARD_LANGUAGES = "fr"',
            (
                "pelicanconf.py:12: JOBBOARD_LANGUAGES: expected a list of language codes, found 'fr'; "
                "for example JOBBOARD_LANGUAGES = ['en', 'es', 'fr']"
            ),
        ),
        (
            'JOBBOARD_LANGUAGES = ["en", "de"]',
            (
                "pelicanconf.py:12: JOBBOARD_LANGUAGES: the pages do not speak 'de' yet; "
                "leave it out; docs/languages.md says how a language is added"
            ),
        ),
        (
            'JOBBOARD_LANGUAGES = ["en", "fr", "fr"]',
            "pelicanconf.py:12: JOBBOARD_LANGUAGES: names a language twice: en, fr, fr; leave one out",
        ),
        (
            'JOBBOARD_LANGUAGES = ["fr"]',
            (
                "pelicanconf.py:12: JOBBOARD_LANGUAGES: lacks 'en', which is DEFAULT_LANG; "
                "write JOBBOARD_LANGUAGES = ['en', 'fr']"
            ),
        ),
        (
            'JOBBOARD_DESCRIPTION = {"fr": "Emplois."}',
            (
                "pelicanconf.py:12: JOBBOARD_DESCRIPTION: has no text in 'en'; "
                "write one for each language, or one text for all"
            ),
        ),
        (
            'JOBBOARD_UNTRANSLATED = "hidden"',
            "pelicanconf.py:12: JOBBOARD_UNTRANSLATED: expected frame or show or hide, found 'hidden'",
        ),
        ("PLUGINS = []", "pelicanconf.py:12: PLUGINS: the plugin jobboard is not loaded"),
        ('THEME = "nowhere"', "pelicanconf.py:12: THEME: Could not find the theme nowhere"),
        ("this is no Python", "pelicanconf.py:12: cannot be read: invalid syntax"),
        ("x = 1 / 0", "pelicanconf.py:12: ZeroDivisionError: division by zero"),
    ],
)
def test_a_bad_setting_is_named_with_its_line_and_nothing_is_written(line: str, message: str, project: Path) -> None:
    (project / "pelicanconf.py").write_text(f"{SETTINGS}{line}\n")
    result = run(project, "build")
    assert result.returncode == 1
    assert message in result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert not (project / "output").exists()


@pytest.mark.parametrize(
    "template", ["{% if %}", "{{ page.nothing }}", "{% extends 'gone.html' %}", "{{ site.name | nofilter }}"]
)
def test_a_template_that_fails_leaves_the_old_site_untouched(template: str, project: Path) -> None:
    run(project, "build")
    before = read_tree(project / "output")
    theme = project / "theme" / "templates"
    theme.mkdir(parents=True)
    for source in sorted((REPOSITORY / "theme" / "templates").rglob("*.html")):
        target = theme / source.relative_to(REPOSITORY / "theme" / "templates")
        target.parent.mkdir(exist_ok=True)
        target.write_text(source.read_text())
    shutil.copytree(REPOSITORY / "theme" / "static", theme.parent / "static")
    (theme / "posting.html").write_text(f"line one\n{template}\n")
    (project / "pelicanconf.py").write_text(f'{SETTINGS}THEME = "theme"\n')
    result = run(project, "build")
    assert result.returncode == 1
    assert "theme/templates/posting.html:" in result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert read_tree(project / "output") == before


def test_new_writes_valid_files_named_after_their_titles(project: Path) -> None:
    common = ("--organisation", "strasse-son", "--published", "2026-03-02")
    mail, form = ("--apply", "jobs@new.example"), ("--apply", "https://new.example/apply")
    results = [
        run(project, "new", "organisation", "--title", "Straße & Søn", "--website", "https://new.example"),
        run(project, "new", "posting", "--title", 'Chargé "R&D": #1', "--deadline", "2026-12-31", *mail, *common),
        run(project, "new", "posting", "--title", "Expert", "--deadline", "rolling", *form, *common),
        run(project, "new", "news", "--title", "A start", *common),
        run(project, "new", "event", "--title", "A day", "--starts", "2026-05-05", *common),
        run(project, "new", "event", "--title", "An hour", "--starts", "2026-05-05 14:00", *common),
    ]
    assert [result.returncode for result in results] == [0] * 6, [result.stderr for result in results]
    assert sorted(path.name for path in (project / "content/postings").iterdir()) == [
        "analyst.md",
        "charge-r-d-1.md",
        "expert.md",
    ]
    checked = checking.check(project / "content", SITE, NOW)
    assert {each.hint for each in checked.problems if each.level == "problem"} == {HINT}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--title", "X"), "--organisation is missing"),
        (
            ("--title", "X", "--organisation", "nobody"),
            "no file content/organisations/nobody.md; there are example-network",
        ),
        (
            ("--title", "X", "--organisation", "example-network", "--deadline", "soon"),
            "deadline: expected a date like 2026-03-31",
        ),
    ],
)
def test_new_says_what_is_wrong_and_writes_nothing(arguments: tuple[str, ...], message: str, project: Path) -> None:
    before = read_tree(project / "content")
    result = run(project, "new", "posting", *arguments)
    assert result.returncode == 1
    assert message in result.stderr
    assert read_tree(project / "content") == before


def test_new_never_writes_over_a_file(project: Path) -> None:
    write_site(project / "content", {"organisations/example.md": make_organisation()})
    result = run(project, "new", "organisation", "--title", "Example", "--website", "https://x.example")
    assert (result.returncode, "exists already" in result.stderr) == (1, True)


PORTS = ["99999", "65536", "0", "-1", "80.5", "http", "", "٨٠٠٠", "9" * 400]
A_HOST = "expected a host name or an IP number like 127.0.0.1"
HOSTS = ["", "http://localhost", "localhost:8000/x", "two words", "é.example"]


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        *(("--port", each, f"'--port': expected a number from 1 to 65535, found '{each}'") for each in PORTS),
        *(
            ("--bind", each, f"'--bind': expected a host name or an IP number like 127.0.0.1, found '{each}'")
            for each in HOSTS
        ),
        ("--bind", "nowhere.invalid", "Cannot serve at nowhere.invalid:8000: "),
        (
            "--bind",
            "192.0.2.1",
            "Cannot serve at 192.0.2.1:8000: Cannot assign requested address; choose another with --bind",
        ),
        ("--bind", "a" * 70, f"Cannot serve at {'a' * 70}:8000: "),
        ("--output", "pelicanconf.py", "pelicanconf.py: File exists. Nothing was written; the site is as it was."),
        ("--output", "pelicanconf.py/x", "pelicanconf.py/x: Not a directory. Nothing was written"),
        (
            "--output",
            "content/x",
            "OUTPUT_PATH: the site and the content would be in one folder; give it one of its own",
        ),
        ("--output", ".", "OUTPUT_PATH: the site and the content would be in one folder; give it one of its own"),
        ("--content", "nowhere", "PATH: there is no folder nowhere"),
        ("--settings", "content", "content:1: this is a folder; run this where pelicanconf.py is"),
        ("--now", "soon", "JOBBOARD_NOW: expected an instant like 2026-12-01T12:00+01:00, found 'soon'"),
    ],
)
def test_an_option_that_cannot_be_used_is_a_sentence(option: str, value: str, message: str, project: Path) -> None:
    result = run(project, "serve", option, value)
    assert result.returncode in (1, 2)
    assert message in result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert not (project / "output/index.html").exists()


def test_a_port_that_others_have_is_a_sentence(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = run(project, "serve", "--port", port)
    told = f"Cannot serve at 127.0.0.1:{port}: Address already in use; choose another with --port"
    assert (result.returncode, told in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("command", "option", "value", "message"),
    [
        ("build", "--site-url", "hub", "SITEURL: expected the full address of the site, found 'hub'"),
        ("build", "--site-url", "http://[hub", "SITEURL: expected the full address of the site, found 'http://[hub'"),
        ("build", "--site-url", "http://hub:99999", "SITEURL: expected the full address of the site"),
        ("build", "--output", "pelicanconf.py", "pelicanconf.py: File exists. Nothing was written"),
        ("timeline", "--weeks", "0", "'--weeks': 0 is not in the range"),
        ("timeline", "--weeks", "9" * 30, "is not in the range"),
        ("timeline", "--now", "x", "JOBBOARD_NOW: expected an instant"),
        ("next-change", "--content", "pelicanconf.py", "PATH: there is no folder pelicanconf.py"),
        ("check", "--settings", "nowhere.py", "nowhere.py:1: no such file"),
    ],
)
def test_an_option_of_another_command_is_a_sentence_too(
    command: str, option: str, value: str, message: str, project: Path
) -> None:
    result = run(project, command, option, value)
    assert result.returncode in (1, 2)
    assert message in result.stderr
    assert "Traceback" not in result.stdout + result.stderr


@pytest.mark.parametrize("command", [("build",), ("-o", "output")], ids=["jobboard", "pelican"])
def test_a_blog_in_the_output_folder_is_not_written_over(command: tuple[str, ...], project: Path) -> None:
    (project / "output/news").mkdir(parents=True)
    for name in ("index.html", "robots.txt", "about.html", "news/index.html"):
        (project / "output" / name).write_text("a blog")
    before = read_tree(project / "output")
    result = run(project, *command, program=JOBBOARD if "build" in command else JOBBOARD.with_name("pelican"))
    assert result.returncode == 1
    assert result.stderr == (
        "output/ already holds what no build has put there, and this one would write over it:\n"
        "  index.html\n"
        "  news/index.html\n"
        "  robots.txt\n"
        "Give the site a folder of its own (OUTPUT_PATH, or --output), or move these away; "
        "if they are all of an older build, delete the folder. Nothing was written; the site is as it was.\n"
    )
    assert read_tree(project / "output") == before


def test_publishing_refuses_an_address_nobody_can_open_unless_it_is_given(project: Path) -> None:
    refused, taken = (
        run(project, "build", "--publish"),
        run(project, "build", "--publish", "--site-url", "http://localhost"),
    )
    assert (refused.returncode, taken.returncode) == (1, 0)
    assert refused.stderr.startswith("pelicanconf.py:2: SITEURL: https://hub.example is an address nobody can own; ")


@pytest.mark.parametrize("command", ["", "check", "build", "serve", "new"])
def test_every_command_has_help(command: str, project: Path) -> None:
    result = run(project, *command.split(), "--help")
    assert result.returncode == 0
    assert "Usage: jobboard" in result.stdout


def test_a_content_folder_that_is_not_there_is_blamed_on_the_command_line(project: Path) -> None:
    result = run(project, "check", "--content", "nowhere")
    assert result.returncode == 1
    assert "command line:1: PATH: there is no folder nowhere" in result.stderr


def test_a_build_that_waits_for_another_says_for_whom_and_ends_in_time(project: Path) -> None:
    output = project / "output"
    output.mkdir()
    with locked(output):
        done = run(project, "build", "--wait", "1")
    assert done.returncode == 1
    assert re.search(r"Waiting for process \d+, .*, which builds output/; 1 seconds at most\.", done.stderr)
    assert "did not become free within 1 seconds; build again once that has ended" in done.stderr
    assert done.stderr.endswith("Nothing was written; the site is as it was.\n")
    assert run(project, "build", "--wait", "0").returncode == 0


def test_without_a_secret_a_user_has_a_key_that_is_not_in_the_project(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path_factory.mktemp("state")
    monkeypatch.delenv("JOBBOARD_SEAL")
    monkeypatch.setenv("XDG_STATE_HOME", str(state))
    assert run(project, "build").returncode == 0
    key = (state / "jobboard/seal").read_bytes()
    assert (len(key), (state / "jobboard/seal").stat().st_mode & 0o777) == (32, 0o600)
    assert not any(key in file.read_bytes() for file in project.rglob("*") if file.is_file())
    run(project, "check")
    assert (state / "jobboard/seal").read_bytes() == key
    (state / "jobboard/seal").write_bytes(b"cut short")
    assert run(project, "build").returncode == 0
    assert len((state / "jobboard/seal").read_bytes()) == 32


def test_a_secret_that_can_be_guessed_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBBOARD_SEAL", "12345")
    done = run(project, "build")
    assert done.returncode == 1
    assert "JOBBOARD_SEAL: expected a secret of at least 16 characters, found 5; for example" in done.stderr
