"""What documents say of the repository is so: links lead somewhere, names exist, the index of decisions is complete."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobboard.outputs import addresses
from tests.documents import (
    DOCS,
    INDEX,
    OPPOSITE,
    STANDARDS,
    Record,
    anchors_of,
    decision_index,
    links_of,
    record_files,
    record_of,
    spans_of,
)
from tests.helpers import REPOSITORY
from tests.names import is_there

CODE = ("plugins", "theme", "bench", "tests", ".ci")
DOCUMENTS = sorted([*REPOSITORY.glob("*.md"), *DOCS.rglob("*.md")])
CITATION = re.compile(r"docs/standards\.md#([\w-]+)")
ELSEWHERE = re.compile(r"\b(?:STANDARDS|DESIGN|HOUSE)\b(?! = )|\bSTYLE\.md")
"""Plans that were beside the repository and are not in it. What they said that is still true stands in `docs/`."""


def code() -> Iterator[Path]:
    """What people write and tests do not expect."""
    for folder in CODE:
        for file in sorted((REPOSITORY / folder).rglob("*")):
            is_ours = file.suffix in (".py", ".html", ".css", ".js") and "node_modules" not in file.parts
            if is_ours and "expected" not in file.parts and file != Path(__file__):
                yield file


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: each.relative_to(REPOSITORY).as_posix())
def test_every_link_of_a_document_leads_to_a_file_and_a_heading_of_it(document: Path) -> None:
    lost = [
        f"{file}#{anchor}"
        for file, anchor in links_of(document)
        if not file.exists() or (anchor and file.suffix == ".md" and anchor not in anchors_of(file))
    ]
    assert lost == []


@pytest.mark.parametrize("document", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_what_those_who_change_the_code_are_told_to_look_at_is_there(document: str) -> None:
    """Whatever stands in backticks; what is to be made yet stands in blocks of code, or in plain words."""
    assert [name for name in spans_of(REPOSITORY / document) if not is_there(name)] == []


@pytest.mark.parametrize(
    "name",
    ["outputs/atlantis.py", "atlantis", "make atlantis", "Posting.atlantis", "jobboard atlantis", "*/atlantis*.py"],
)
def test_what_is_not_there_is_noticed(name: str) -> None:
    assert not is_there(name)


def test_every_citation_of_the_standards_leads_to_a_section() -> None:
    cited = {(file.name, anchor) for file in code() for anchor in CITATION.findall(file.read_text(encoding="utf-8"))}
    sections = anchors_of(STANDARDS)
    assert {(file, anchor) for file, anchor in cited if anchor not in sections} == set()


def test_the_standards_hold_what_is_cited_and_no_more() -> None:
    cited = {anchor for file in code() for anchor in CITATION.findall(file.read_text(encoding="utf-8"))}
    cited |= {anchor for document in DOCUMENTS for file, anchor in links_of(document) if file == STANDARDS}
    assert [section for section in anchors_of(STANDARDS)[1:] if section not in cited] == []


def test_nothing_is_cited_that_is_not_in_the_repository() -> None:
    found = [
        f"{file.relative_to(REPOSITORY)}: {line.strip()}"
        for file in [*code(), *DOCUMENTS]
        for line in file.read_text(encoding="utf-8").splitlines()
        if ELSEWHERE.search(line)
    ]
    assert found == []


def test_the_standards_name_every_fixed_address() -> None:
    text = STANDARDS.read_text(encoding="utf-8")
    paths = {
        path for name, path in vars(addresses).items() if name[0] != "_" and name.isupper() and isinstance(path, str)
    }
    assert {path for path in paths if f"`/{path}" not in text} == set()


def records() -> dict[str, Record]:
    return {file.name: record_of(file) for file in record_files()}


def test_decisions_have_a_number_of_their_own() -> None:
    found = records().values()
    assert [each.file for each in found if not each.file.startswith(f"{each.number:04}-")] == []
    assert [number for number, times in Counter(each.number for each in found).items() if times > 1] == []


def test_a_decision_that_is_superseded_says_by_which_and_that_one_says_so_too() -> None:
    found = records()
    said = {(each.file, it.kind, it.file, it.number, it.part) for each in found.values() for it in each.relations}
    answered = {
        (it.file, OPPOSITE[it.kind], each.file, each.number, it.part)
        for each in found.values()
        for it in each.relations
    }
    assert said ^ answered == set()
    for each in found.values():
        whole = [it for it in each.relations if it.kind == "superseded by" and not it.part]
        assert bool(whole) is (each.status == "superseded"), each.file


def test_the_index_of_decisions_is_made_of_the_records() -> None:
    expected = decision_index()
    assert INDEX.read_text(encoding="utf-8") == expected, "run: .venv/bin/python -m tests.documents"
