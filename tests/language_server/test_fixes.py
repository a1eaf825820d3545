"""Quick fixes of everything that `check` proposes, on the sites with mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobboard.language_server.fixes import fixes_of
from jobboard.language_server.proposals import DELETION, proposals_of
from jobboard.pipeline.check import load_content, validate
from jobboard.source.message import phrase
from jobboard.source.problem import Problem
from tests.helpers import NOW, REPOSITORY, SITE, make_organisation, make_posting, write_site

UNFIXED = {
    "alias-bomb",  # one of several values that YAML would have filled in
    "introduction-of-no-topic",  # what is wrong is the name of the file
}


def problems_with_proposals(content: Path) -> Iterator[tuple[Problem, str, str]]:
    """Each problem whose hint says what to write, with the path and text of its file."""
    for each in validate(load_content(content), SITE, NOW, "", is_advised=True).problems:
        path = each.path.lstrip("/")
        if any(proposals_of(each.way_out)) and (content / path).is_file():
            yield each, path, (content / path).read_bytes().decode()


def sites() -> Iterator[Path]:
    for folder in ("sites_invalid", "sites_advised"):
        yield from sorted(each.parent for each in (REPOSITORY / "tests" / folder).glob("*/content"))


def test_whatever_a_hint_says_to_write_can_be_written_by_the_editor() -> None:
    found = [
        (site.name, str(problem))
        for site in sites()
        for problem, path, text in problems_with_proposals(site / "content")
        if not fixes_of(problem, path, text)
    ]
    assert {name for name, _ in found} == UNFIXED, found


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ({"organisation": "exampel-network"}, "organisation: example-network"),
        ({"employmnt": "full-time"}, "employment: full-time"),
        ({"topics": "[mobilty, culture]"}, "topics: [mobility, culture]"),
        ({"place": "{city: Gent, country: Belgium}"}, "place: {city: Gent, country: BE}"),
        ({"languages": "{french: fluent}"}, "languages: {fr: fluent}"),
        ({"deadline": "2026-03-31 24:00"}, "deadline: 2026-03-31 23:59"),
        ({"title": "Foreman of works"}, "title: Supervisor of works"),
        ({"kind": "internship"}, "kind: traineeship"),
        ({"contract": "permanent"}, "contract: {type: permanent}"),
    ],
)
def test_a_fix_changes_what_is_wrong_and_no_other_letter(tmp_path: Path, wrong: dict[str, str], right: str) -> None:
    text = make_posting(**wrong).replace("\n", "\r\n", 3)
    files = {"organisations/example-network.md": make_organisation(), "postings/analyst.md": text}
    write_site(tmp_path, files)
    (tmp_path / "postings/analyst.md").write_bytes(text.encode())
    name = next(iter(wrong))
    problem, path, _ = next(each for each in problems_with_proposals(tmp_path) if each[0].field.startswith(name))
    fixed = fixes_of(problem, path, text)[0].applied(text)
    assert fixed == text.replace(f"{name}: {wrong[name]}", right)


def test_the_list_of_topics_is_mended_word_by_word() -> None:
    text = "culture: {en: Culture, formerly: arts}\n"
    said = phrase("expected a list, found %(found)s", found="'arts'")
    problem = Problem("topics.yaml", 1, "culture.formerly", said, phrase("write %(written)s", written="[arts]"))
    assert fixes_of(problem, "topics.yaml", text)[0].applied(text) == text.replace("arts", "[arts]")


def test_a_line_that_should_go_goes_with_its_end() -> None:
    text = "---\nname: A\nslug: x\nwebsite: https://example.org\n---\n"
    hint = phrase("the address is made from the file name: delete the line")
    assert [*proposals_of(hint)] == [DELETION]
    problem = Problem("organisations/a.md", 3, "slug", phrase("unknown field"), hint)
    assert fixes_of(problem, "organisations/a.md", text)[0].applied(text) == text.replace("slug: x\n", "")


@pytest.mark.parametrize("hint", ["write what is meant in its place, or delete the line", "keep one of the two texts"])
def test_what_only_a_person_can_decide_is_not_proposed(hint: str) -> None:
    assert [*proposals_of(phrase(hint))] == []
