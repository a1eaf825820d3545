"""References that lead round and round: every field that names an item, in cycles of one to three, with tails."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fields import REFERENCES, Named, make_item, written
from tests.helpers import NOW, SITE, make_organisation, make_posting, project_theme, read_tree, write_site

from jobboard.board.chains import chain_from, cycles_in
from jobboard.pipeline.build import ContentError, Job, bring_up_to_date
from jobboard.pipeline.check import check

SECONDS = 20
MAY_GO_ROUND = {("news", "related"), ("organisations", "press_contacts.organisation")}
"""Fields that name items of their own kind and make no order of them. Any other that does is walked up to its end."""

CYCLES = [*((size, tail) for size in (1, 2, 3) for tail in (0, 2)), (2, 40)]


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError(f"not done after {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def content_of(named: Named, following: Mapping[str, str | None]) -> dict[str, str]:
    """Items of a folder each naming the one that follows by that field, and whatever else the names must lead to."""
    files = {"topics.yaml": "".join(f"{id_}: {{en: {id_}, fr: {id_}}}\n" for id_ in following)}
    files |= {f"organisations/{id_}.md": make_organisation() for id_ in following}
    for id_, other in following.items():
        field = written(named, other) if other else {}
        files[f"{named.folder}/{id_}.md"] = make_item(named.folder, **field)
    return files


def ring_with_tail(size: int, tail: int) -> dict[str, str | None]:
    cycle = {f"r{n}": f"r{(n + 1) % size}" for n in range(size)}
    return cycle | {f"t{n:02}": f"t{n + 1:02}" if n + 1 < tail else "r0" for n in range(tail)}


def is_refused(named: Named) -> bool:
    is_own = named.refers_to == named.folder
    return is_own and (named.folder, named.field) not in MAY_GO_ROUND


@pytest.mark.parametrize(("size", "tail"), CYCLES)
@pytest.mark.parametrize("named", REFERENCES, ids=str)
def test_a_ring_of_references_ends_every_walk_and_is_named_once_where_it_makes_no_sense(
    named: Named, size: int, tail: int, tmp_path: Path
) -> None:
    following = ring_with_tail(size, tail)
    content = write_site(tmp_path / "content", content_of(named, dict.fromkeys(following)))
    job = Job(
        site=replace(SITE, has_extras=False),
        now=NOW,
        theme=project_theme(),
        content=content,
        output=tmp_path / "output",
        cache=tmp_path / "cache",
    )
    bring_up_to_date(job)
    before = read_tree(job.output)
    write_site(content, content_of(named, following))
    clean = replace_folders(job, tmp_path / "clean")
    with at_most(SECONDS):
        checked = check(content, job.site, NOW)
        for each in (job, clean):
            with suppress(ContentError):
                bring_up_to_date(each)
    cycles = [each for each in checked.problems if "goes round" in each.message or "its own file" in each.message]
    if not is_refused(named):
        assert checked.board is not None
        assert read_tree(clean.output) == read_tree(job.output)
        return
    assert before == read_tree(job.output)
    assert (checked.board, len(cycles)) == (None, 1)
    files = [f"content/{named.folder}/r{number}.md" for number in range(size)]
    assert cycles[0].path == files[0]
    assert all(file in cycles[0].message for file in files) or size == 1


def replace_folders(job: Job, folder: Path) -> Job:
    return Job(
        site=job.site,
        now=job.now,
        theme=job.theme,
        content=job.content,
        output=folder / "output",
        cache=folder / "cache",
    )


def test_two_rings_are_two_problems(tmp_path: Path) -> None:
    parents = {"a": "b", "b": "a", "c": "c", "d": "a", "e": None}
    files = {f"organisations/{id_}.md": make_organisation(part_of=parent) for id_, parent in parents.items()}
    checked = check(write_site(tmp_path / "content", files), SITE, NOW)
    assert [(each.path, each.field) for each in checked.problems] == [
        ("content/organisations/a.md", "part_of"),
        ("content/organisations/c.md", "part_of"),
    ]


def test_a_ring_is_found_by_former_names_too(tmp_path: Path) -> None:
    files = {
        "organisations/new.md": make_organisation(formerly="[old]", part_of="other"),
        "organisations/other.md": make_organisation(part_of="old"),
    }
    checked = check(write_site(tmp_path / "content", files), SITE, NOW)
    assert [each.path for each in checked.problems if "goes round" in each.message] == ["content/organisations/new.md"]


def test_a_posting_of_an_organisation_in_a_ring_ends_too(tmp_path: Path) -> None:
    files = {
        "organisations/a.md": make_organisation(part_of="b"),
        "organisations/b.md": make_organisation(part_of="a"),
        "postings/x.md": make_posting(organisation="a"),
    }
    with at_most(SECONDS):
        checked = check(write_site(tmp_path / "content", files), SITE, NOW)
    assert [each.field for each in checked.problems] == ["part_of"]


ids = st.sampled_from("abcdefgh")


@given(st.dictionaries(ids, ids))
def test_every_ring_is_found_once_and_every_chain_ends(following: dict[str, str]) -> None:
    cycles = [*cycles_in(following)]
    members = [each for cycle in cycles for each in cycle]
    assert len(members) == len({*members})
    assert {*members} == {each for each in following if each in _reached(each, following)}
    for cycle in cycles:
        assert cycle[0] == min(cycle)
        assert [following[each] for each in cycle] == [*cycle[1:], cycle[0]]
    for start in following:
        chain = [*chain_from(start, following.get)]
        assert len(chain) == len({*chain})
        assert {*chain} == _reached(start, following) - {start}


def _reached(start: str, following: dict[str, str]) -> set[str]:
    found: set[str] = set()
    while (start := following.get(start, "")) and start not in found:
        found.add(start)
    return found
