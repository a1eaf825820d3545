"""Documents with known answers: every field is found, none is wrong, no word is lost, whatever form they come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.pipeline import check as checking
from jobboard.source.problem import is_blocking
from tests.helpers import NOW, SITE
from tests.importing.vacancy.forms import FORMS
from tests.importing.vacancy.judge import bytes_of, fields_of, take, words_lost, wrong_in
from tests.importing.vacancy.samples import HEAD, SAMPLES

OF_MARKUP = {"published", "deadline", "employment", "salary", "reference"}
"""What only the markup of a page says of the sample that has some."""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_field_is_found_in_every_form_and_no_word_is_lost(name: str, form: str, content: Path) -> None:
    sample = SAMPLES[name]
    taken = take(content, bytes_of(sample, form), form)
    (path,) = taken.paths
    draft = Path(path).read_text(encoding="utf-8")
    gone = OF_MARKUP if sample is HEAD and form != "html" else set()
    assert wrong_in(fields_of(draft), {each: sample.answers[each] for each in sample.answers.keys() - gone}) == {}
    assert not words_lost(draft, sample.blocks, "\n".join(map(str, taken.said)))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_draft_has_no_problem_where_all_was_found(name: str, content: Path) -> None:
    sample = SAMPLES[name]
    take(content, bytes_of(sample), sample.form)
    checked = checking.check(content, SITE, NOW)
    assert not is_blocking(checked.problems), checked.problems


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_document_again_changes_nothing(name: str, content: Path) -> None:
    sample = SAMPLES[name]
    first = take(content, bytes_of(sample), sample.form).paths
    assert take(content, bytes_of(sample), sample.form).paths == first
    assert len(list((content / "postings").iterdir())) == 1
