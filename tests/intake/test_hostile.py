"""Issues by somebody who means harm: nothing of them is more than an answer, and none takes long."""

from __future__ import annotations

import time
from pathlib import Path

import comrak
import pytest

from jobboard.intake.answers import read_answers
from jobboard.intake.proposal import COMMENT_MARK, comment_on
from tests.helpers import read_tree
from tests.hostile import MARKDOWN, MARKUP
from tests.intake.judge import FORMS, VACANCY, content_in, issue, taken
from tests.outputs.final import faults_in_text

SECONDS = 3
"""Of this process."""
NAMES_OF_OTHERS = ["../..", "../north", "/etc", "north/../..", ".git", "con", "C:\\Windows", "north\0", "\u202enorth"]
TANGLED = {
    "comments that stay open": "<!--" * 15_000,
    "comments": "<!-- -->" * 8_000,
    "headings": "### Title\n\n" * 5_000,
    "headings of nothing": "#" * 60_000,
    "spaces of a heading": "### Title" + " " * 30_000 + "x" + " #" * 10_000,
    "boxes": "- [x] " * 10_000,
    "commas": ", " * 30_000,
    "figures": "1" * 60_000,
    "lines": "\n" * 60_000,
    "answers by the thousand": "_No response_\n" * 4_000,
    "quotes by the thousand": "'\"\\'\"\\'\"\\\n" * 5_000,
    "letters that look alike": "\u0435\u00a0" * 30_000,
}


@pytest.mark.parametrize("name", NAMES_OF_OTHERS)
def test_no_organisation_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    content = content_in(tmp_path)
    found = taken(content, issue({**VACANCY, "organisation": name}))
    assert (content / found.path).resolve().parent == (content / "postings").resolve()


@pytest.mark.parametrize("field", ["title", "deadline", "organisation", "topics", "languages", "apply.email", "body"])
@pytest.mark.parametrize("text", TANGLED.values(), ids=TANGLED)
def test_no_answer_takes_long(field: str, text: str, tmp_path: Path) -> None:
    started = time.process_time()
    answers = read_answers(issue({**VACANCY, field: text}), FORMS)
    if answers is not None:
        comment_on(taken(content_in(tmp_path), issue({**VACANCY, field: text})).proposal, "en")
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("field", ["title", "deadline", "reference"])
def test_the_comment_runs_nothing_and_is_the_only_one_of_its_mark(field: str, tmp_path: Path) -> None:
    content, options = content_in(tmp_path), comrak.RenderOptions()
    options.unsafe_ = True  # a host that lets HTML through
    for text in [*MARKUP.values(), *MARKDOWN.values()]:
        found = taken(content, issue({**VACANCY, field: f"{COMMENT_MARK} {text[:300]}"}))
        comment = comment_on(found.proposal, "en")
        html = comrak.render_markdown(comment.removeprefix(COMMENT_MARK), render_options=options)
        assert faults_in_text(html) == ()
        assert comment.count("<!--") == 1


def test_what_is_refused_writes_nothing(tmp_path: Path) -> None:
    content = content_in(tmp_path)
    before = read_tree(content)
    for text in TANGLED.values():
        taken(content, issue({**VACANCY, "title": text}))
    assert read_tree(content) == before
