"""The commands that change files: what somebody typed stays but for the difference, or altogether."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from jobboard.commands.main import main
from jobboard.editing.change import FieldChange
from jobboard.editing.editor import edited
from jobboard.model.kinds import RECORDS, has_field
from jobboard.model.parts.closing import Because
from jobboard.source.kinds import COMMANDS, KINDS, Kind
from jobboard.writing_desk import carry_out as carrying
from tests.helpers import (
    REPOSITORY,
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

ODD = """\
\ufeff---
# Read the guide first.
title: 'Head of "Roads"'   # odd quoting
organisation: example-network
published: 2026-03-02
deadline:   "2026-03-31 17:00"   # noon was too early
apply:   # how
  email: jobs@example.org
  # subject: Roads

contract: {type: fixed-term, "duration": one year,  ends: 2027-08-31 }   # as last time
languages: {en: fluent, "fr": asset}   # both
---

Text. See [that](postings/analyst.md).
""".replace("\n", "\r\n")

FILES = {
    "postings/roads.md": ODD,
    "postings/analyst.md": make_posting("See [the roads](postings/roads.md) and `postings/roads.md`.\n"),
    "postings/2026/waiting.md": make_posting(status="draft  # until the board agrees"),
    "postings/rolling.md": make_posting(deadline="rolling", review_by="2026-03-20"),
    "postings/filled.md": make_posting(closed="\n  on: 2026-03-10  # a Tuesday\n  because: filled"),
    "events/budgets.md": make_event(),
    "news/bridge.md": make_news("A bridge.\n", related="[opening]", expires="2026-04-30"),
    "news/opening.md": make_news(),
}

EARLIER = "{deadline: 2026-03-31 17:00, changed: 2026-03-16}"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Somebody at a project with these files, who answers from standard input."""
    (tmp_path / "pelicanconf.py").write_text(settings_of(REPOSITORY / "theme"))
    write_site(tmp_path / "content", {path: text.encode() for path, text in FILES.items()})
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, said="y\n": CliRunner().invoke(main, [*arguments], input=said)


def changed_lines(result: Result) -> list[str]:
    """What the difference shows as gone and come, without the names of the files."""
    lines = result.stdout.splitlines()
    return [each for each in lines if each[:1] in ("+", "-") and not each.startswith(("+++ ", "--- "))]


def test_each_command_changes_these_lines_and_no_other(run: Run) -> None:
    told = {
        ("close", "roads", "--because", "filled"): ["+closed: {on: 2026-03-16, because: filled}"],
        ("reopen", "roads"): [
            "-closed: {on: 2026-03-16, because: filled}",
            "+reopened: {on: 2026-03-16 12:00, was: {on: 2026-03-16, because: filled}}",
        ],
        ("extend", "roads", "2026-04-15 17:00"): [
            '-deadline:   "2026-03-31 17:00"   # noon was too early',
            '+deadline:   "2026-04-15 17:00"   # noon was too early',
            "+updated: 2026-03-16",
            "+deadline_was: {deadline: 2026-03-31 17:00, changed: 2026-03-16}",
        ],
        ("extend", "roads", "2026-04-10", "--now", "2026-04-02T12:00+02:00"): [
            '-deadline:   "2026-04-15 17:00"   # noon was too early',
            '+deadline:   "2026-04-10"   # noon was too early',
            "-updated: 2026-03-16",
            "-deadline_was: {deadline: 2026-03-31 17:00, changed: 2026-03-16}",
            "+updated: 2026-04-02",
            f"+deadline_was: [{EARLIER}, {{deadline: 2026-04-15 17:00, changed: 2026-04-02}}]",
        ],
        ("rename", "roads", "paths"): [
            "+formerly: [roads]",
            "-See [the roads](postings/roads.md) and `postings/roads.md`.",
            "+See [the roads](postings/paths.md) and `postings/roads.md`.",
        ],
        ("ready", "waiting"): ["-status: draft  # until the board agrees"],
        ("reopen", "filled"): [
            "-closed: ",
            "-  on: 2026-03-10  # a Tuesday",
            "-  because: filled",
            "+reopened: {on: 2026-03-16, was: {on: 2026-03-10, because: filled}}",
        ],
        ("extend", "rolling", "2026-06-30"): ["-review_by: 2026-03-20", "+review_by: 2026-06-30"],
        ("close", "budgets", "--because", "withdrawn"): ["+updated: 2026-03-16", "+status: cancelled"],
        ("reopen", "budgets"): ["-status: cancelled", "+reopened: {on: 2026-03-16, was: cancelled}"],
        ("close", "bridge", "--because", "withdrawn"): ["-expires: 2026-04-30", "+expires: 2026-03-16"],
        ("rename", "news/opening", "opening-day"): [
            "+formerly: [opening]",
            "-related: [opening]",
            "+related: [opening-day]",
        ],
    }
    for arguments, lines in told.items():
        result = run(*arguments)
        assert (result.exit_code, changed_lines(result)) == (0, lines), (arguments, result.output)
    last = Path("content/postings/paths.md").read_bytes()
    assert last.startswith("\ufeff---\r\n".encode())
    assert last.count(b"\n") == last.count(b"\r\n")


def test_a_new_round_has_no_day_of_the_last_one(run: Run) -> None:
    run("close", "roads", "--because", "filled")
    result = run("relist", "roads", said="soon\n2027-03-31\ny\n")
    assert result.exit_code == 0
    assert "Error: deadline: expected a date like 2026-03-31, found 'soon'" in result.output
    expected = ODD.replace("2026-03-02", "2026-03-16").replace("2026-03-31 17:00", "2027-03-31")
    new = Path("content/postings/roads-2027.md").read_bytes().decode()
    assert new == expected.replace(",  ends: 2027-08-31", "")
    assert run("relist", "roads", "2027-03-31").exit_code == 0
    assert Path("content/postings/roads-2027-2.md").is_file()


def test_new_like_another_is_a_new_round_without_a_question(run: Run) -> None:
    result = run("new", "posting", "--like", "roads", "--deadline", "rolling", "--name", "again", "--title", "Roads")
    assert result.exit_code == 0, result.output
    text = Path("content/postings/again.md").read_bytes().decode()
    assert "title: 'Roads'   # odd quoting\r\n" in text
    assert "review_by: 2027-03-01\r\n" in text
    assert "--apply: change that in the file" in run("new", "posting", "--like", "roads", "--apply", "a@b.org").output


def test_a_translation_holds_what_only_it_can_say(run: Run) -> None:
    result = run("translate", "roads", "fr")
    assert result.exit_code == 0
    assert "jobboard ready roads-fr" in result.stdout
    assert Path("content/postings/roads-fr.md").read_bytes().decode() == (
        "\ufeff---\r\ntitle: 'Head of \"Roads\"'   # odd quoting\r\npublished: 2026-03-16\r\nlang: fr\r\n"
        'contract: {"duration": one year }   # as last time\r\n'
        "status: draft\r\ntranslation_of: roads\r\n---\r\n\r\nText. See [that](postings/analyst.md).\r\n"
    )
    assert "content/postings/roads-fr.md is in that language already" in run("translate", "roads", "fr").output
    assert "content/postings/roads.md is in that language already" in run("translate", "roads-fr", "en").output
    assert "expected a language code like fr" in run("translate", "roads", "french").output


def test_what_is_a_fact_is_changed_in_the_original_and_wherever_a_translation_says_it(run: Run) -> None:
    french = make_posting(title="Analyste", lang="fr", translation_of="analyst", deadline="'2026-03-31'  # jeudi")
    Path("content/postings/analyste.md").write_text(french)
    assert changed_lines(run("extend", "analyste", "2026-04-15")) == [
        "-deadline: 2026-03-31",
        "+deadline: 2026-04-15",
        "+updated: 2026-03-16",
        "+deadline_was: {deadline: 2026-03-31, changed: 2026-03-16}",
        "-deadline: '2026-03-31'  # jeudi",
        "+deadline: '2026-04-15'  # jeudi",
    ]
    result = run("close", "analyste", "--because", "filled")
    assert "analyste is a translation: what is fact stands in analyst.md" in result.stdout
    assert changed_lines(result) == ["+closed: {on: 2026-03-16, because: filled}"]


def test_a_deadline_that_has_passed_is_told_to_have_passed(run: Run) -> None:
    late = run("extend", "roads", "2026-04-30", "--now", "2026-03-31T18:00+02:00", "--yes")
    assert "+deadline_was: {deadline: 2026-03-31 17:00, changed: 2026-03-31 18:00}" in changed_lines(late)
    missed = run("extend", "rolling", "2026-06-30", "--now", "2026-03-25T12:00+01:00", "--yes")
    assert "+review_was: {review_by: 2026-03-20, changed: 2026-03-25}" in changed_lines(missed)


def test_fields_come_into_the_order_of_the_reference_with_their_comments(run: Run) -> None:
    file = Path("content/postings/analyst.md")
    text = "---\n# Ours.\n\n# pay\nsalary:\n  note: in words\n  # low\n  min: 1  # a month\n\n"
    text += "apply:\n  email: a@example.org\n"
    text += "  # subject: x\npublished: 2026-03-02\ntitle: Analyst  # short\norganisation: example-network\n"
    text += "deadline: 2026-03-31\n# end\n---\nText.\n"
    file.write_text(text.replace("min: 1 ", "min: 1000\n  currency: EUR\n  per: month "))
    before = file.read_text()
    assert run("fmt", "content/postings/analyst.md").exit_code == 0
    after = file.read_text()
    assert sorted(after.split("\n")) == sorted(before.split("\n"))
    assert after == (
        "---\n# Ours.\n\ntitle: Analyst  # short\norganisation: example-network\npublished: 2026-03-02\n"
        "deadline: 2026-03-31\n\napply:\n  email: a@example.org\n  # subject: x\n# pay\nsalary:\n  # low\n"
        "  min: 1000\n  currency: EUR\n  per: month  # a month\n  note: in words\n# end\n---\nText.\n"
    )
    assert "There is nothing to change." in run("fmt", "analyst").stdout


def test_without_a_name_every_file_comes_into_order(run: Run) -> None:
    Path("content/news/opening.md").write_text(make_news(kind="news", lang="en", updated="2026-03-03", title="Z"))
    shown = run("fmt").stdout
    assert "+++ content/postings/rolling.md" in shown
    assert "+++ content/postings/roads.md" not in shown
    assert "There is nothing to change." in run("fmt").stdout


def test_the_reasons_for_closing_are_those_of_the_field() -> None:
    (because,) = (each for each in main.commands["close"].params if each.name == "because")
    assert [*because.type.choices] == [*Because]  # type: ignore[attr-defined]


def test_the_guide_shows_what_is_shown(run: Run) -> None:
    guide = (REPOSITORY / "docs/authoring-in-detail.md").read_text(encoding="utf-8")
    shown = guide.split("$ jobboard extend data-analyst 2026-12-18\n")[1].split("```")[0].splitlines()
    before = [each[1:] for each in shown[3:-1] if not each.startswith("+")]
    title = "---\ntitle: Data Analyst\n"
    write_site(
        Path("content"),
        {
            "postings/data-analyst.md": title + "\n".join(before) + "\nText.\n",
            "organisations/sample-cities.md": make_organisation(),
        },
    )
    result = run("extend", "data-analyst", "2026-12-18", "--now", "2026-11-17T12:00+01:00", said="n\n")
    assert result.stdout.splitlines()[: len(shown) - 1] == shown[:-1]


MAKERS = {
    "postings": make_posting,
    "news": make_news,
    "events": make_event,
    "organisations": make_organisation,
    "pages": make_page,
    "topics": make_introduction,
}
NAMED = [kind for kind in KINDS if has_field(kind.folder, "formerly")]


def of(kind: Kind, **changes: str) -> None:
    name = "culture" if kind.folder == "topics" else "one"
    write_site(Path("content"), {f"{kind.folder}/{name}.md": MAKERS[kind.folder](**changes)})


@pytest.mark.parametrize("kind", [each for each in NAMED if each.command], ids=lambda each: each.folder)
def test_whatever_keeps_its_former_names_is_renamed_with_all_that_names_it(run: Run, kind: Kind) -> None:
    of(kind)
    link = f"[one]({kind.folder}/one.md#there), <{kind.folder}/one.md> and https://example.org/{kind.folder}/one.md"
    Path("content/pages/about.md").parent.mkdir(exist_ok=True)
    Path("content/pages/about.md").write_text(make_page(f"{link}\n"))
    result = run("rename", f"{kind.folder}/one", "another")
    assert result.exit_code == 0, result.output
    assert "formerly: [one]" in Path(f"content/{kind.folder}/another.md").read_text()
    assert not Path(f"content/{kind.folder}/one.md").exists()
    text = Path("content/pages/about.md").read_text()
    assert text.count(f"{kind.folder}/another.md") == 2
    assert text.count(f"https://example.org/{kind.folder}/one.md") == 1
    assert run("rename", f"{kind.folder}/another", "one").exit_code == 0
    assert "formerly: [one, another]" in Path(f"content/{kind.folder}/one.md").read_text()


@pytest.mark.parametrize(
    "kind", [each for each in KINDS if has_field(each.folder, "status")], ids=lambda each: each.folder
)
def test_whatever_can_be_a_draft_is_made_ready(run: Run, kind: Kind) -> None:
    of(kind, status="draft")
    name = "culture" if kind.folder == "topics" else "one"
    assert changed_lines(run("ready", f"{kind.folder}/{name}")) == ["-status: draft"]
    assert "it is no draft" in run("ready", f"{kind.folder}/{name}").output


@pytest.mark.parametrize(
    "kind", [each for each in KINDS if has_field(each.folder, "translation_of")], ids=lambda each: each.folder
)
def test_whatever_can_be_translated_is(run: Run, kind: Kind) -> None:
    of(kind)
    name = "culture" if kind.folder == "topics" else "one"
    result = run("translate", f"{kind.folder}/{name}", "es", "--name", "uno")
    assert result.exit_code == 0, result.output
    assert f"translation_of: {name}\n" in Path(f"content/{kind.folder}/uno.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("close", "raods", "--because", "filled"), "there is no file raods.md; did you mean 'roads'?"),
        (("extend", "roads", "soon"), "postings/roads.md: expected a date like 2026-03-31, found 'soon'"),
        (("extend", "roads", "2026-03-31 17:00"), "deadline is 2026-03-31 17:00 already"),
        (("extend", "roads", "2026-03-01"), "2026-03-01 is over; give a day to come"),
        (("extend", "budgets", "2026-05-01"), "files of events/ have no field 'deadline'"),
        (
            ("close", "roads", "--because", "filled", "--on", "2026-04-01"),
            "it is closed since 2026-03-31 17:00 is over",
        ),
        (("close", "filled", "--because", "other"), "it is closed already; 'jobboard reopen filled' takes that back"),
        (("close", "bridge", "--because", "filled"), "--because withdrawn writes 'expires: 2026-03-16'"),
        (("close", "example-network", "--because", "filled"), "files of organisations/ have no field 'closed'"),
        (("reopen", "roads"), "nothing in it says that it was closed"),
        (("reopen", "roads", "--now", "2026-04-02T12:00+02:00"), "'jobboard extend roads DATE' opens it again"),
        (("reopen", "filled", "--now", "2026-04-02T12:00+02:00"), "begin with 'jobboard extend filled DATE'"),
        (("reopen", "waiting"), "nothing in it says that it was closed"),
        (("reopen", "bridge"), "files of news/ have no field 'reopened'"),
        (("rename", "roads", "analyst"), "name: content/postings/analyst.md exists already"),
        (("rename", "roads", "Roads!"), "name: expected small letters, digits and single hyphens, found 'Roads!'"),
        (("rename", "roads", "closing-soon"), "name: 'closing-soon' is an address of the site itself"),
        (("relist", "bridge", "2027-03-31"), "files of news/ have no rounds"),
        (("relist", "roads", "2026-03-01"), "deadline: 2026-03-01 is over; give a day to come"),
        (("translate", "example-network", "fr"), "files of organisations/ have no field 'translation_of'"),
        (("ready", "roads"), "postings/roads.md: it is no draft"),
    ],
    ids=lambda each: " ".join(each)[:40] if isinstance(each, tuple) else "",
)
def test_what_cannot_be_done_is_said_in_a_line_and_nothing_changes(
    run: Run, arguments: tuple[str, ...], told: str
) -> None:
    before = read_tree(Path("content"))
    result = run(*arguments)
    assert result.exit_code == 1
    assert told in " ".join(result.output.split())
    assert read_tree(Path("content")) == before


CLOSES, STAYS = "{on: 2026-03-20, because: withdrawn}", "so that it is closed all the same; 'jobboard reopen one'"
WAITS = "its last day, 2026-03-31, is to come: 'jobboard extend one DATE' moves that, without a new file"
FILLED = "{on: 2026-03-10, because: filled}"


@pytest.mark.parametrize(
    ("fields", "arguments", "told", "stays"),
    [
        ({}, ("extend", "one", "2026-04-15"), "", "open"),
        ({"deadline": "2026-03-10"}, ("extend", "one", "2026-04-15"), "", "open"),
        ({"closed": FILLED}, ("extend", "one", "2026-04-15"), STAYS, "closed"),
        ({"closed": CLOSES}, ("extend", "one", "2026-04-15"), STAYS, "closed"),
        ({"closed": FILLED, "deadline": "2026-03-12"}, ("extend", "one", "2026-04-15"), STAYS, "closed"),
        (
            {"closed": FILLED, "deadline": "rolling", "review_by": "2026-03-20"},
            ("extend", "one", "2026-05-01"),
            STAYS,
            "",
        ),
        ({}, ("relist", "one", "2026-06-30"), WAITS, "open"),
        ({"status": "draft"}, ("relist", "one", "2026-06-30"), WAITS, ""),
        ({"deadline": "2026-03-10"}, ("relist", "one", "2026-06-30"), "", "open"),
        ({"closed": FILLED}, ("relist", "one", "2026-06-30"), "", "closed"),
        ({"closed": FILLED}, ("reopen", "one"), "", "open"),
        ({"closed": CLOSES}, ("reopen", "one"), "", "open"),
    ],
    ids=lambda each: " ".join(each)[:40] if isinstance(each, dict | tuple) else "",
)
def test_who_expects_something_else_is_told_before_they_are_asked(
    run: Run, fields: dict[str, str], arguments: tuple[str, ...], told: str, stays: str
) -> None:
    Path("content/postings/one.md").write_text(make_posting(**fields))
    output = " ".join(run(*arguments).output.split())
    said = [each for each in (STAYS, WAITS, "stays in it", "is to come") if each in output]
    assert said == ([told, *({"stays in it"} if told == STAYS else {"is to come"})] if told else [])
    if told:
        assert output.index(told) < output.index("Write this?")
    text = Path("content/postings/one.md").read_text()
    assert not stays or ("\nclosed:" in text) == (stays == "closed")


CANNOT = {
    "closed already": ({"closed": FILLED}, ("close", "one", "--because", "filled"), "it is closed already"),
    "to be closed already": ({"closed": CLOSES}, ("close", "one", "--because", "filled"), "it is closed already"),
    "closed by its last day": ({"deadline": "2026-03-10"}, ("close", "one", "--because", "filled"), "is over"),
    "open": ({}, ("reopen", "one"), "nothing in it says that it was closed"),
    "a draft, reopened": ({"status": "draft"}, ("reopen", "one"), "nothing in it says that it was closed"),
    "no draft": ({}, ("ready", "one"), "it is no draft"),
    "closed, and no draft": ({"closed": FILLED}, ("ready", "one"), "it is no draft"),
    "the same day": ({}, ("extend", "one", "2026-03-31"), "deadline is 2026-03-31 already"),
    "the same day, closed": ({"closed": FILLED}, ("extend", "one", "2026-03-31"), "deadline is 2026-03-31 already"),
    "the same review": (
        {"deadline": "rolling", "review_by": "2026-03-20"},
        ("extend", "one", "2026-03-20"),
        "review_by is 2026-03-20 already",
    ),
}


@pytest.mark.parametrize("case", CANNOT)
def test_what_is_so_already_is_refused_and_nothing_else_is_said(run: Run, case: str) -> None:
    fields, arguments, told = CANNOT[case]
    Path("content/postings/one.md").write_text(make_posting(**fields))
    result = run(*arguments)
    assert result.exit_code == 1
    assert told in " ".join(result.output.split())
    assert len(result.output.splitlines()) == 1
    assert Path("content/postings/one.md").read_text() == make_posting(**fields)


def test_a_former_name_leads_to_the_one_of_today_and_two_of_a_name_are_told_apart(run: Run) -> None:
    run("rename", "roads", "paths")
    assert (
        "there is no file roads.md; it is called 'paths' today" in run("close", "roads", "--because", "filled").output
    )
    Path("content/news/paths.md").write_text(make_news())
    assert "write postings/paths or news/paths" in run("ready", "paths").output
    assert run("close", "content/postings/paths.md", "--because", "filled").exit_code == 0


@pytest.mark.parametrize("said", ["n\n", "\n", "", "later\n"])
def test_nothing_is_written_unless_somebody_says_yes(run: Run, said: str) -> None:
    before = read_tree(Path("content"))
    result = run("close", "roads", "--because", "filled", said=said)
    assert changed_lines(result) == ["+closed: {on: 2026-03-16, because: filled}"]
    assert read_tree(Path("content")) == before
    assert "\x1b" not in result.output


def test_nobody_is_asked_who_has_said_yes(run: Run) -> None:
    result = run("close", "roads", "--because", "filled", "--yes", said="")
    assert result.exit_code == 0
    assert "?" not in result.stdout


def test_what_would_break_the_board_is_put_back(run: Run) -> None:
    before = read_tree(Path("content"))
    result = run("close", "roads", "--because", "other")
    assert result.exit_code == 1
    assert "content/postings/roads.md:13: closed.note: missing" in result.output
    assert "1 problem in 1 file. Every file is as it was." in result.output
    assert read_tree(Path("content")) == before


def test_problems_that_were_there_before_hold_nothing_up(run: Run) -> None:
    Path("content/postings/broken.md").write_text(make_posting(deadline="soon"))
    result = run("rename", "roads", "paths")
    assert result.exit_code == 0
    assert "broken" not in result.output


def test_a_file_that_somebody_changed_meanwhile_is_left_to_them(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    file = Path("content/postings/roads.md").absolute()

    def change(*_: Any, **__: Any) -> str:
        file.write_bytes(b"theirs")
        return "y"

    monkeypatch.setattr(click, "prompt", change)
    result = run("close", "roads", "--because", "filled")
    assert result.exit_code == 1
    assert "content/postings/roads.md was changed meanwhile; look at it, and try again" in result.output
    assert file.read_bytes() == b"theirs"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device", "content")])
@pytest.mark.parametrize("step", range(4), ids=["before", "the first file", "the second file", "the check"])
def test_whatever_fails_on_the_way_leaves_every_file_as_it_was(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, step: int
) -> None:
    before, steps = read_tree(Path("content")), iter(range(4))

    def failing(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            if next(steps, None) == step:
                raise error
            return function(*arguments)

        return call

    monkeypatch.setattr(carrying, "put_whole", failing(carrying.put_whole))
    monkeypatch.setattr(carrying, "_problems", failing(carrying._problems))
    assert run("rename", "roads", "paths").exit_code == 1
    assert read_tree(Path("content")) == before


def test_no_half_of_a_file_is_left_when_the_disk_is_full(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_tree(Path("content"))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "content/postings/roads.md")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        result = run("close", "roads", "--because", "filled")
    assert result.exit_code == 1
    assert "No space left on device; make room on that disk" in result.output
    assert read_tree(Path("content")) == before


def test_the_mode_of_a_file_stays(run: Run) -> None:
    file = Path("content/postings/roads.md")
    file.chmod(0o640)
    run("close", "roads", "--because", "filled")
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_that_leads_out_of_the_content_is_not_followed(run: Run, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(make_posting())
    Path("content/postings/linked.md").symlink_to(outside)
    result = run("close", "linked", "--because", "filled")
    assert "content/postings/linked.md is a link that leads elsewhere" in result.output
    assert outside.read_text() == make_posting()


def test_what_new_writes_is_changed_field_by_field_too(run: Run) -> None:
    """Every comment that waits in a form stays where it was."""
    for kind, folder in COMMANDS.items():
        given = ["--title", f"Some {kind}", "--organisation", "example-network", "--deadline", "2026-12-31"]
        given += ["--apply", "jobs@roads.org", "--starts", "2026-05-05", "--website", "https://roads.org"]
        assert run("new", kind, *given).exit_code == 0
        data = Path(f"content/{folder}/some-{kind}.md").read_bytes()
        title = next(each for each in ("title", "name") if each in RECORDS[folder].__annotations__)
        there = edited(data, [FieldChange((title,), "x"), FieldChange((title,), f"Some {kind}")], RECORDS[folder])
        assert there == data


def test_what_was_advice_on_a_draft_and_is_a_problem_now_holds_it_up(run: Run) -> None:
    text = make_posting("You will count bicycles.\n\n## Not placed\n\n- Three stars\n", status="draft")
    Path("content/postings/one.md").write_text(text)
    result = run("ready", "one")
    assert result.exit_code == 1
    assert "'Not placed'" in result.output
    assert Path("content/postings/one.md").read_text() == text
