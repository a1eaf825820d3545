"""What happens between the builds of a round, and what is measured and believed of them; not how fast they are."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from bench.changes import Happening, happenings
from bench.checks import CheckError
from bench.corpus import AFTER_DUE, NOW, Corpus
from bench.generators import Generator, write_content, write_file
from bench.hugo_site import Hugo
from bench.jobboard_site import Jobboard
from bench.measure import Command, measure
from bench.pelican_site import PlainPelican
from bench.results import Scenario

CORPUS = Corpus(40)


def generators(folder: Path) -> list[Generator]:
    return [Jobboard(folder=folder), PlainPelican(folder=folder), Hugo(folder=folder, binary=folder)]


@pytest.mark.parametrize("size", [20, 21, 22, 23, 24, 25, 33, 99, 1000, 10_000])
def test_what_happens_happens_to_postings_of_their_own_that_are_open(size: int) -> None:
    corpus = Corpus(size)
    changed = [each.posting for each in happenings(corpus)]
    assert len({posting.id for posting in changed}) == len(changed)
    assert all(not posting.is_closed and posting.closes > NOW for posting in changed)
    assert corpus.due.closes < AFTER_DUE


def test_what_happens_happens_to_postings_that_are_alike_at_all_sizes() -> None:
    for small, large in zip(happenings(Corpus(200)), happenings(Corpus(4000)), strict=True):
        facts = [
            (each.kind, each.topics, each.workplace, each.languages, each.lang, each.published)
            for each in (small.posting, large.posting)
        ]
        assert facts[0] == facts[1]


def test_one_posting_is_alone_in_its_country_and_what_is_added_is_not_there() -> None:
    countries = [posting.town.country for posting in CORPUS.postings()]
    assert countries.count(CORPUS.alone.town.country) == 1
    assert CORPUS.to_add.id not in {posting.id for posting in CORPUS.postings()}


@pytest.mark.parametrize("number", range(3), ids=("ours", "pelican", "hugo"))
def test_a_round_leaves_the_content_as_it_was(number: int, tmp_path: Path) -> None:
    generator = generators(tmp_path)[number]
    write_content(generator, CORPUS)
    before = contents(tmp_path)
    for each in happenings(CORPUS):
        each.happen(generator)
        assert (contents(tmp_path) == before) == (each.scenario is Scenario.DEADLINE)
        each.undo(generator)
        assert contents(tmp_path) == before


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("each", happenings(CORPUS), ids=lambda each: each.scenario)
def test_a_site_that_does_not_show_what_happened_is_not_believed(each: Happening, tmp_path: Path) -> None:
    generator = Jobboard(folder=tmp_path)
    page, listing = generator.output / "jobs" / each.posting.id / "index.html", generator.output / "jobs/index.html"
    before = "A page without any of it."
    write_file(page, before)
    write_file(listing, f'<a href="/jobs/{each.posting.id}/">' if each.after is None else "")
    with pytest.raises(CheckError):
        each.check(generator, each.posting, before)


def test_a_page_that_stays_when_its_posting_is_gone_is_no_mistake_of_peers(tmp_path: Path) -> None:
    (left,) = (each for each in happenings(CORPUS) if each.scenario is Scenario.LEFT)
    for generator in generators(tmp_path):
        write_file(generator.output / "jobs" / left.posting.id / "index.html", "Still here.")
        if generator.removes_pages:
            with pytest.raises(CheckError, match="still has its page"):
                left.check(generator, left.posting, "")
        else:
            left.check(generator, left.posting, "")


@pytest.mark.parametrize(
    "name",
    ["PYTHONDONTWRITEBYTECODE", "PYTHONOPTIMIZE", "PYTHONHASHSEED", "PYTHONPATH", "LANGUAGE", "GOGC", "JOBBOARD_NOW"],
)
def test_what_somebody_has_set_is_not_measured(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "1")
    code = "import json, os; print(json.dumps(dict(os.environ)))"
    log = tmp_path / "log"
    measure(Command(arguments=(sys.executable, "-c", code), folder=tmp_path, environment={"GIVEN": "yes"}), log)
    found = json.loads(log.read_text(encoding="utf-8"))
    assert name not in found
    assert (found["GIVEN"], "PATH" in found) == ("yes", True)
