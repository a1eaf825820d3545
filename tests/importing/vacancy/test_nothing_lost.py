"""Whatever a document holds, every word of it is in the draft, or said to be left out, and the draft can be read."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobboard.model.fields.record import parse_record
from jobboard.model.posting import Posting
from jobboard.source.content.document import parse_parts
from jobboard.source.problem import Level, Report
from tests.importing.vacancy.forms import FORMS
from tests.importing.vacancy.judge import content_for, take, words_lost

WORDS = st.sampled_from(
    [
        "Officer",
        "deadline",
        "2027",
        "May",
        "3",
        "Brussels",
        "French",
        "€3,000",
        "contract:",
        "[x](y)",
        "*star*",
        "#",
        "1.",
        "-",
        "|",
        "~~~",
        "<b>",
        "&",
        "`code`",
        "{a:",
        "b}",
        "---",
        "'q'",
        '"d"',
        "jobs@northern-towns.example",
        "https://northern-towns.example/x",
        "Reference:",
        "télétravail",
        "año",
        "½",
        "12:00",
        "_u_",
        "http",
        "\\",
        "!",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
LABELS = st.sampled_from(
    ["Deadline", "Place", "Salary", "Contract", "Languages", "Reference", "Organisation", "Job title", "Canteen"]
)
BLOCKS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["h1", "h2", "p", "bold", "li"]), TEXTS),
        st.tuples(st.just("row"), LABELS, TEXTS),
    ),
    min_size=1,
    max_size=10,
)
MAY_BE_MISSING = ("organisation", "deadline", "apply", "title", "body", "")


@pytest.fixture(scope="module")
def folder() -> Path:
    return content_for(Path(tempfile.mkdtemp()))


@pytest.mark.parametrize("form", FORMS)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(blocks=BLOCKS)
def test_every_word_stands_in_the_draft(form: str, folder: Path, blocks: list[tuple[str, ...]]) -> None:
    if form == "pdf":
        blocks = [("p", "These are words enough for a page that is no scan of one."), *blocks]
    taken = take(folder, FORMS[form](blocks), form)
    drafts = [Path(path).read_text(encoding="utf-8") for path in taken.paths]
    for path in taken.paths:
        Path(path).unlink()
    said = "\n".join([*map(str, taken.said), *drafts[1:]])
    assert not words_lost(drafts[0], tuple(blocks), said)
    for draft in drafts:
        report = Report("postings/x.md")
        parts = parse_parts(draft.encode(), report)
        assert parts is not None, draft
        parse_record(Posting, parts[0], report, id="x", path="postings/x.md")
        assert [each for each in report if each.level is Level.PROBLEM and each.field not in MAY_BE_MISSING] == []
