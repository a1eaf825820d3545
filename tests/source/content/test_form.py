"""The form's own words are a problem until somebody has replaced them, in every kind and language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jobboard.commands.new_questions import QUESTIONS
from jobboard.commands.new_text import text_of
from jobboard.pipeline import check as checking
from jobboard.source.catalogue import languages
from jobboard.source.content.document import parse_parts
from jobboard.source.content.form import _CAPITALS, BLANK_FORMS, HINT, to_replace
from jobboard.source.kinds import COMMANDS
from jobboard.source.problem import Report
from tests.helpers import NOW, SITE, make_posting, write_site

GIVEN = {
    "title": "Head of Roads",
    "organisation": "example-network",
    "published": "2026-03-02",
    "deadline": "2026-03-31",
    "apply": "jobs@example.org",
    "starts": "2026-05-05 14:00",
    "website": "https://roads.example",
    "review_by": "2027-03-01",
}
EVERY = [(kind, lang) for lang in BLANK_FORMS for kind in BLANK_FORMS[lang]]


def found_in(text: str) -> list[str]:
    report = Report("")
    assert parse_parts(text.encode(), report) is not None
    return [f"{each.line}: {each.field}: {each.message}" for each in report if each.hint == HINT]


def test_there_is_a_form_for_every_kind_in_every_language_of_the_interface() -> None:
    assert [*BLANK_FORMS] == ["en", *(lang for lang in BLANK_FORMS if lang != "en")]
    assert set(BLANK_FORMS) == set(languages())
    assert {lang: [*kinds] for lang, kinds in BLANK_FORMS.items()} == {lang: [*QUESTIONS] for lang in BLANK_FORMS}


@pytest.mark.parametrize(("kind", "lang"), EVERY)
def test_a_new_file_has_a_problem_for_every_line_to_be_replaced_and_no_other(
    kind: str, lang: str, tmp_path: Path
) -> None:
    path, text = f"{COMMANDS[kind]}/roads.md", text_of(kind, GIVEN, lang, "en")
    content = write_site(tmp_path / "content", {path: text})
    problems = [each for each in checking.check(content, SITE, NOW).problems if each.level == "problem"]
    body = text.split("---\n")[2]
    left = [line for line in body.split("\n") if line and not line.startswith("#")]
    assert [each.hint for each in problems] == [HINT] * len(left)
    lines = text.split("\n")
    assert [lines[each.line - 1] for each in problems] == left
    own = "\n".join("Own words." if line in left else line for line in lines)
    assert [
        each for each in checking.check(write_site(content, {path: own}), SITE, NOW).problems if each.hint == HINT
    ] == []


def shown(text: str, line: str) -> str:
    """The file with the '# ' of a line taken away, and of the line above an entry."""
    text = text.replace("online: true\n", "" if line.startswith("# place") else "online: true\n")
    above = text.split(f"\n{line}\n")[0].rsplit("\n", 1)[-1]
    if line.startswith("#   - "):
        text = text.replace(f"{above}\n{line}\n", f"{above.removeprefix('# ')}\n{line.removeprefix('# ')}\n")
    return text.replace(f"\n{line}\n", f"\n{line.removeprefix('# ')}\n")


@pytest.mark.parametrize(("kind", "lang"), EVERY)
def test_every_commented_line_is_refused_until_its_words_are_replaced(kind: str, lang: str, tmp_path: Path) -> None:
    text, count = text_of(kind, GIVEN, lang, "en"), 0
    for line in text.split("---\n")[1].split("\n"):
        words = line.split(" # ")[0]
        if re.match(r"# +- |# [a-z_]+: ", line) and re.search(r"\b(?!EUR\b)[A-Z]{2,}\b|\.$", words):
            count += 1
            content = write_site(tmp_path / "content", {f"{COMMANDS[kind]}/roads.md": shown(text, line)})
            problems = [each for each in checking.check(content, SITE, NOW).problems if each.level == "problem"]
            assert [each for each in problems if each.field != "body"], line
    assert count == {"posting": 9, "news": 3, "event": 9, "organisation": 6, "page": 2}[kind]


@pytest.mark.parametrize("words", to_replace())
@pytest.mark.parametrize(
    "shape",
    ["{}", "- {}", "1. {}", "**{}**", "> {}", "* _{}_", "  - {} More of it.", "\u00a0{}", "- [ ] text\n\n    {}"],
)
def test_a_sentence_of_the_form_is_found_in_whatever_it_stands(words: str, shape: str) -> None:
    body = shape.format(words)
    line = 8 + body[: body.index(words)].count("\n")
    assert found_in(make_posting(f"Own.\n\n{body}\n\nOwn.\n")) == [
        f"{line + 2}: body: {_quoted(words)} is still the form's"
    ]


@pytest.mark.parametrize("words", to_replace())
def test_it_is_found_over_two_lines_without_its_end_and_with_another_apostrophe(words: str) -> None:
    at = words.rindex(" ")
    for text in (f"{words[:at]}\n{words[at + 1 :]}", words.removesuffix("."), words.replace("\u2019", "'")):
        assert found_in(make_posting(f"{text}\n")) == [f"8: body: {_quoted(words)} is still the form's"], text


@pytest.mark.parametrize("words", [*to_replace(), *sorted(_CAPITALS)])
def test_it_is_found_in_any_field(words: str) -> None:
    assert found_in(make_posting(summary=f'"{words}"')) == [f"7: summary: {_quoted(words)} is still the form's"]
    nested = make_posting(contacts=f'[{{name: "{words}", email: a@example.org}}]')
    assert found_in(nested) == [f"7: contacts.1.name: {_quoted(words)} is still the form's"]


@pytest.mark.parametrize(
    "text",
    [
        "We know exactly what is needed.",
        "The first task is to count bicycles.",
        "The first tasks.",
        "Learn what comes with it, and what is needed. A town.",
        "La primera tarea será contar bicicletas.",
        "NAME and ROLE of a person",
        "## What you will do",
        "What readers look for on this page is up to you.",
    ],
)
def test_words_that_are_only_like_the_form_s_are_an_author_s_own(text: str) -> None:
    assert found_in(make_posting(f"{text}\n", summary=f'"{text}"')) == []


def _quoted(words: str) -> str:
    return f"'{words}'" if len(words) <= 60 else f"'{words[:59]}…'"
