"""What readers knew and would not find any more: who is told, what to write, and what is refused."""

from __future__ import annotations

import dataclasses
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jobboard.board.seen.shown import Remembered, from_bytes, to_bytes
from jobboard.engine.memory import memory_path
from jobboard.outputs.addresses import item_at
from jobboard.pipeline import check as checking
from jobboard.pipeline.build import Built, ContentError, Job, bring_up_to_date
from jobboard.pipeline.memory import Removals
from tests.helpers import (
    NOW,
    SITE,
    make_event,
    make_introduction,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    project_theme,
    read_tree,
    write_site,
)

DAY = timedelta(days=1)
TODAY = "2026-03-16"
ALL_KINDS = {
    "postings/old.md": make_posting("You will count the bicycles of a town."),
    "news/old.md": make_news("A bridge was built."),
    "events/old.md": make_event("We read a budget."),
    "organisations/old.md": make_organisation("We are another network.", name="Other network"),
    "pages/old.md": make_page("About us."),
    "topics/culture.md": make_introduction(),
}
KEEP = {
    "postings": f"'closed: {{on: {TODAY}, because: withdrawn}}'",
    "news": f"'expires: {TODAY}'",
    "events": "'status: cancelled'",
}


class Project:
    """A content folder that is built again and again."""

    def __init__(self, folder: Path, files: dict[str, str]) -> None:
        self.folder, self.now, self.site = folder, NOW, SITE
        self.content, self.output, self.cache = (folder / name for name in ("content", "output", "cache"))
        write_site(self.content, files)
        self.build()

    def build(self, removals: Removals = Removals.ADVISE) -> Built:
        return bring_up_to_date(
            Job(
                site=self.site,
                now=self.now,
                theme=project_theme(),
                content=self.content,
                output=self.output,
                cache=self.cache,
                removals=removals,
            )
        )

    def told(self) -> list[str]:
        """What a build says of what is gone; the check must say the same beforehand."""
        checked = checking.check(self.content, self.site, self.now, cache=self.cache, output=self.output)
        said = self.build().recalled
        assert set(said) <= set(checked.problems)
        return [str(each) for each in said]

    def write(self, path: str, text: str) -> None:
        (self.content / path).write_text(text)

    def rename(self, old: str, new: str) -> None:
        (self.content / old).rename(self.content / new)


@pytest.mark.parametrize("path", [path for path in ALL_KINDS if "/old" in path])
def test_a_file_renamed_without_a_word_is_recognised_by_its_text(path: str, tmp_path: Path) -> None:
    project, folder = Project(tmp_path, ALL_KINDS), path.partition("/")[0]
    assert project.told() == []
    project.rename(path, f"{folder}/new.md")
    expected = (
        f"content/{folder}/new.md:1: formerly: this is what readers know as content/{path}, whose address would lead "
        "nowhere; write 'formerly: [old]', which keeps the old address and what subscribers know it by"
    )
    assert project.told() == [expected]
    assert project.told() == [expected], "until it is said"
    text = (project.content / folder / "new.md").read_text()
    project.write(f"{folder}/new.md", text.replace("---\n", "---\nformerly: [old]\n", 1))
    assert project.told() == []


@pytest.mark.parametrize("path", [path for path in ALL_KINDS if "/old" in path])
def test_a_file_deleted_is_asked_for_until_it_is_back(path: str, tmp_path: Path) -> None:
    project, folder = Project(tmp_path, ALL_KINDS), path.partition("/")[0]
    text = (project.content / path).read_text()
    (project.content / path).unlink()
    back = f"put it back with {KEEP[folder]}" if folder in KEEP else "put it back"
    expected = (
        f"content/{path}:1: old is gone, but readers know it: its address would lead nowhere; {back}; "
        "if it was renamed, write 'formerly: [old]' in the new file; if it must go, --allow-removals"
    )
    assert project.told() == [expected]
    project.write("postings/another.md", make_posting("Something else.", title="Another"))
    assert project.told() == [expected], "also after a build in which something else changed"
    project.write(path, text)
    assert project.told() == []


@pytest.mark.parametrize("path", [path for path in ALL_KINDS if "/old" in path])
def test_a_publication_refuses_a_removal_unless_it_is_allowed_and_then_forgets_it(path: str, tmp_path: Path) -> None:
    project = Project(tmp_path, ALL_KINDS)
    (project.content / path).unlink()
    before = read_tree(project.output)
    for _ in range(2):
        with pytest.raises(ContentError) as refused:
            project.build(Removals.REFUSE)
        assert "if it must go, --allow-removals; run make publish with ALLOW_REMOVALS=1" in str(refused.value.problems)
        assert read_tree(project.output) == before
    assert project.build().recalled != ()
    with pytest.raises(ContentError):
        project.build(Removals.REFUSE)
    assert project.build(Removals.ALLOW).recalled == ()
    assert project.build(Removals.REFUSE).recalled == ()
    assert project.told() == []


def test_a_build_with_nothing_to_do_says_it_again(tmp_path: Path) -> None:
    project = Project(tmp_path, ALL_KINDS)
    (project.content / "news/old.md").unlink()
    first = project.build()
    again = project.build()
    assert (again.summary.is_new, again.recalled) == (False, first.recalled)
    assert len(again.recalled) == 1


def test_a_draft_again_and_a_day_that_is_still_to_come_take_a_page_away_too(tmp_path: Path) -> None:
    project = Project(tmp_path, ALL_KINDS)
    project.write("postings/old.md", make_posting(status="draft"))
    project.write("news/old.md", make_news(published="2026-04-01"))
    project.write("events/old.md", make_event(status="draft"))
    project.write("pages/old.md", make_page(status="draft"))
    known = "a draft now, but readers know it: its page would be gone"
    event, news, page, posting = project.told()
    instead = "instead, which keeps its page"
    assert event == f"content/events/old.md:7: status: {known}; to take it down, write 'status: cancelled' {instead}"
    assert news == (
        "content/news/old.md:4: published: 2026-04-01 is still to come, but readers know it already; "
        f"write the day on which it appeared: 2026-03-02; to take it down, write {KEEP['news']}"
    )
    assert page == f"content/pages/old.md:3: status: {known}; delete the line"
    assert posting == f"content/postings/old.md:7: status: {known}; to take it down, write {KEEP['postings']} {instead}"


def test_what_nobody_has_seen_may_go(tmp_path: Path) -> None:
    files = {
        "postings/draft.md": make_posting(status="draft"),
        "postings/later.md": make_posting(published="2026-03-20"),
        "news/draft.md": make_news(status="draft"),
        "events/later.md": make_event(published="2026-03-20"),
        "pages/draft.md": make_page(status="draft"),
    }
    project = Project(tmp_path, files)
    for path in files:
        (project.content / path).unlink()
    assert project.told() == []


def test_what_is_past_retention_may_go(tmp_path: Path) -> None:
    project = Project(tmp_path, {"postings/old.md": make_posting(), "postings/stays.md": make_posting(title="Other")})
    project.now = datetime.fromisoformat("2027-04-02T00:00+02:00")
    assert project.told() == []
    (project.content / "postings/old.md").unlink()
    assert project.told() == []


def test_a_topic_that_left_the_list_is_asked_for_and_one_that_is_not_used_is_not(tmp_path: Path) -> None:
    project = Project(tmp_path, {"postings/x.md": make_posting(topics="[culture]")})
    project.write("postings/x.md", make_posting())
    assert project.told() == []
    project.write("postings/x.md", make_posting(topics="[culture]"))
    assert project.told() == []
    names = (project.content / "topics.yaml").read_text()
    project.write("topics.yaml", names.replace("culture:", "arts:"))
    project.write("postings/x.md", make_posting(topics="[arts]"))
    (line,) = project.told()
    assert "topics.yaml:" in line
    assert "has the names of the topic culture" in line
    assert "write 'formerly: [culture]'" in line


def test_a_text_in_two_new_files_is_no_proof(tmp_path: Path) -> None:
    project = Project(tmp_path, ALL_KINDS)
    project.rename("postings/old.md", "postings/new.md")
    shutil.copy(project.content / "postings/new.md", project.content / "postings/newer.md")
    (line,) = project.told()
    assert line.startswith("content/postings/old.md:1: old is gone")


def test_renamed_back_it_is_who_it_was_if_its_first_name_stands_first(tmp_path: Path) -> None:
    project = Project(tmp_path, {"postings/a.md": make_posting()})
    project.rename("postings/a.md", "postings/b.md")
    project.write("postings/b.md", make_posting(formerly="[a]"))
    assert project.told() == []
    project.rename("postings/b.md", "postings/a.md")
    project.write("postings/a.md", make_posting(formerly="[b]"))
    expected = (
        "content/postings/a.md:7: formerly: subscribers know it as a, and would get it anew as b; "
        "write 'formerly: [a, b]'"
    )
    assert project.told() == [expected]
    assert project.told() == [expected]
    project.write("postings/a.md", make_posting(formerly="[a, b]"))
    assert project.told() == []


@pytest.mark.parametrize("path", [path for path in ALL_KINDS if "/old" in path])
def test_what_is_renamed_back_leads_from_its_other_names_and_not_from_its_own(path: str, tmp_path: Path) -> None:
    text = ALL_KINDS[path].replace("---\n", "---\nformerly: [old, between]\n", 1)
    project = Project(tmp_path, {**ALL_KINDS, path: text})
    moves = (project.output / "_redirects").read_text().splitlines()
    assert moves
    assert all("/between/" in line.split()[0] and "/old/" in line.split()[1] for line in moves)
    project.write("postings/another.md", make_posting("Something else.", title="Another"))
    assert project.told() == []
    assert (project.output / "_redirects").read_text().splitlines() == moves, "also when it is not looked at again"


def test_a_former_name_taken_out_is_an_address_that_vanishes(tmp_path: Path) -> None:
    project = Project(tmp_path, {"postings/c.md": make_posting(formerly="[a, b]")})
    project.write("postings/c.md", make_posting(formerly="[a]"))
    message = "readers know it as b too, and that address would lead nowhere; write 'formerly: [a, b]'"
    assert project.told() == [f"content/postings/c.md:7: formerly: {message}"]


def test_without_notes_the_list_of_the_sites_files_tells_what_there_was(tmp_path: Path) -> None:
    project = Project(tmp_path, ALL_KINDS)
    shutil.rmtree(project.cache)
    assert project.told() == []
    shutil.rmtree(project.cache)
    for path in ALL_KINDS:
        (project.content / path).unlink()
    checked = checking.check(project.content, SITE, NOW, cache=project.cache, output=project.output)
    gone = [each.path for each in checked.problems if " is gone, but readers know it" in each.message]
    assert gone == sorted(f"content/{path}" for path in ALL_KINDS if "/old" in path)


def test_the_page_of_every_item_is_recognised_by_its_file(tmp_path: Path) -> None:
    project = Project(tmp_path, {**ALL_KINDS, "postings/new.md": make_posting(formerly="[earlier]")})
    found = {"/".join(name) for path in read_tree(project.output) if (name := item_at(path))}
    assert found == {
        *(path.removesuffix(".md") for path in ALL_KINDS),
        *("postings/new", "postings/earlier", "organisations/example-network"),
    }


def test_a_build_of_an_earlier_day_does_not_miss_what_was_not_there_yet(tmp_path: Path) -> None:
    project = Project(tmp_path, ALL_KINDS)
    project.now = NOW - 30 * DAY
    assert project.told() == []
    project.now = NOW
    assert project.told() == []


@pytest.mark.parametrize("spoiled", [b"spoiled", b"", b"[1,{}]", b"[2,{},null", b"\xff\xfe"])
def test_spoiled_notes_are_none(spoiled: bytes, tmp_path: Path) -> None:
    project = Project(tmp_path, ALL_KINDS)
    memory_path(project.cache, project.output).write_bytes(spoiled)
    (project.content / "news/old.md").unlink()
    assert ["news/old.md:1: old is gone" in line for line in project.told()] == [True], "as without any"


def test_notes_that_would_steer_a_terminal_are_none() -> None:
    known = Remembered("", "news/old.md\x1b[2J", "old", (), "")
    assert from_bytes(to_bytes({"news/old": known}, None)) is None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            {"closed": "{on: 2026-03-10, because: filled}"},
            {},
            "reopened: it was closed ({on: 2026-03-10, because: filled}), and is open again without a word; "
            f"say since when: reopened: {{on: {TODAY}, was: {{on: 2026-03-10, because: filled}}}}",
            id="closed",
        ),
        pytest.param(
            {"closed": '{on: "2026-03-10 15:30", because: other, note: No.}'},
            {},
            'reopened: it was closed ({on: "2026-03-10 15:30", because: other}), and is open again without a word; '
            f'say since when: reopened: {{on: {TODAY}, was: {{on: "2026-03-10 15:30", because: other}}}}',
            id="closed at a minute",
        ),
        pytest.param(
            {"deadline": "2026-03-10"},
            {"deadline": "2026-03-31"},
            "deadline_was: it had closed by its deadline of 2026-03-10, and is open again without a word; "
            f"say when it was moved: deadline_was: {{deadline: 2026-03-10, changed: {TODAY}}}",
            id="deadline moved",
        ),
        pytest.param(
            {"deadline": "rolling", "review_by": "2026-03-10"},
            {"deadline": "rolling", "review_by": "2026-06-30"},
            "review_was: it had closed by its review_by of 2026-03-10, and is open again without a word; "
            f"say when it was moved: review_was: {{review_by: 2026-03-10, changed: {TODAY}}}",
            id="review moved",
        ),
        pytest.param(
            {"published": "2024-01-01", "deadline": "rolling", "review_by": "2025-02-01"},
            {"published": "2024-01-01", "deadline": "rolling", "review_by": "2026-06-30"},
            "review_was: it had closed by its review_by of 2025-02-01, and is open again without a word; "
            f"say when it was moved: review_was: {{review_by: 2025-02-01, changed: {TODAY}}}",
            id="review moved when it was archived",
        ),
        pytest.param(
            {"deadline": "2026-03-10"},
            {"deadline": "2026-06-30", "published": TODAY},
            f"published: {TODAY} is after it had closed; subscribers would be told of none of it; "
            "a second round of a vacancy is a file of its own; leave this one closed",
            id="a second round",
        ),
        pytest.param(
            {"updated": "2026-03-12"},
            {},
            "updated: subscribers were told of a change of 2026-03-12, and the dates of feeds and calendars would go "
            "back; write 'updated: 2026-03-12' or a later day",
            id="updated taken out",
        ),
    ],
)
def test_what_is_taken_back_without_a_word_is_asked_for_until_it_is_said(
    before: dict[str, str], after: dict[str, str], expected: str, tmp_path: Path
) -> None:
    project = Project(tmp_path, {"postings/x.md": make_posting(**before)})
    assert project.told() == []
    project.write("postings/x.md", make_posting(**after))
    for _ in range(2):
        (line,) = project.told()
        assert line.split(": ", 1)[1] == expected
    assert project.build(Removals.REFUSE).recalled != (), "it removes nothing, so it is published"
    project.write("postings/x.md", make_posting(**before))
    assert project.told() == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            {"closed": "{on: 2026-03-10, because: filled}"},
            {"reopened": f"{{on: {TODAY}, was: {{on: 2026-03-10, because: filled}}}}"},
        ),
        ({"deadline": "2026-03-10"}, {"deadline_was": f"{{deadline: 2026-03-10, changed: {TODAY}}}"}),
        ({"deadline": "2026-03-10"}, {"deadline_was": "2026-03-10", "updated": TODAY}),
        (
            {"deadline": "rolling", "review_by": "2026-03-10"},
            {"deadline": "rolling", "review_by": "2026-04-10", "review_was": "2026-03-10", "updated": TODAY},
        ),
        ({"deadline": "rolling", "review_by": "2026-03-10"}, {"review_was": "2026-03-10", "updated": TODAY}),
    ],
)
def test_what_is_said_to_be_open_again_is_not_asked_for(
    before: dict[str, str], after: dict[str, str], tmp_path: Path
) -> None:
    project = Project(tmp_path, {"postings/x.md": make_posting(**before)})
    project.write("postings/x.md", make_posting(**after))
    assert project.told() == []


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_an_event_reinstated_without_a_word_is_asked_for(status: str, tmp_path: Path) -> None:
    project = Project(tmp_path, {"events/x.md": make_event(status=status, updated="2026-03-10")})
    project.write("events/x.md", make_event(updated="2026-03-10"))
    expected = (
        f"content/events/x.md:1: reopened: it was {status}, and takes place without a word; "
        f"say since when: reopened: {{on: {TODAY}, was: {status}}}"
    )
    assert project.told() == [expected]
    assert project.told() == [expected]
    project.write("events/x.md", make_event(updated="2026-03-10", reopened=f"{{on: {TODAY}, was: {status}}}"))
    assert project.told() == []


def test_the_notes_are_those_of_one_output_folder(tmp_path: Path) -> None:
    project = Project(tmp_path, ALL_KINDS)
    project.output = tmp_path / "later"
    (project.content / "news/old.md").unlink()
    assert project.told() == []


def test_another_address_of_the_site_changes_nothing(tmp_path: Path) -> None:
    project = Project(tmp_path, ALL_KINDS)
    project.site = dataclasses.replace(SITE, url="https://moved.example/board")
    assert project.told() == []
