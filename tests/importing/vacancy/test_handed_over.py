"""Documents as staff hand them over: what is found is right, what is in doubt is a comment, and no word is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.importing.vacancy.handed_over import PAPERS
from tests.importing.vacancy.judge import fields_of, take, wrong_in
from tests.words_lost import visible, words_of, words_of_file


@pytest.mark.parametrize("name", PAPERS)
def test_what_is_found_is_right_and_no_word_is_lost(name: str, content: Path) -> None:
    paper = PAPERS[name]
    taken = take(content, paper.data, paper.form)
    drafts = [Path(path).read_text(encoding="utf-8") for path in taken.paths]
    found = [wrong_in(fields_of(draft), answers) for draft, answers in zip(drafts, paper.answers, strict=True)]
    assert found == [{}] * len(drafts)
    for field, value in paper.doubted.items():
        assert f"# {field}: {value}\n" in drafts[0]
    words = words_of(visible(paper.words) if paper.form == "html" else paper.words)
    assert not words - sum(map(words_of_file, drafts), words_of("\n".join(map(str, taken.said))))


def test_what_is_of_the_letter_around_a_vacancy_is_for_somebody_to_delete(content: Path) -> None:
    paper = PAPERS["a mail that was passed on"]
    draft = Path(take(content, paper.data, paper.form).paths[0]).read_text(encoding="utf-8")
    text, _, unplaced = draft.partition("## Not placed")
    body = text.split("\n---\n")[1]
    assert not re.search(r"Hi Kim|Sam Example|Forwarded|Subject:|Best regards", body)
    assert all(word in unplaced for word in ("Hi Kim", "Sam Example", "Forwarded", "Best regards"))
