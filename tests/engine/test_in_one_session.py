"""A process that builds again and again is never wrong. `JOBBOARD_SEQUENCES=200` for the long run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from msgspec import structs
from tests.engine.at_the_desk import EditingAtTheDesk
from tests.engine.in_one_session import EditingInOneSession
from tests.helpers import NOW, SITE, at, make_news, make_organisation, make_posting, project_theme, write_site

from jobboard.board.board import Board
from jobboard.engine import write
from jobboard.pipeline import check as checking
from jobboard.pipeline.build import Job, bring_up_to_date
from jobboard.pipeline.session import Session
from jobboard.source.content.scan import Scan

SEQUENCES = int(os.environ.get("JOBBOARD_SEQUENCES", "8"))


def run(sequences: int, *phases: Phase, machine: type[EditingInOneSession] = EditingInOneSession) -> None:
    chosen = settings(max_examples=sequences, stateful_step_count=10, phases=phases or tuple(Phase))
    run_state_machine_as_test(machine, settings=chosen)


def test_after_any_edits_a_build_in_a_session_equals_a_clean_one() -> None:
    run(SEQUENCES)


def test_after_any_edits_the_pages_beside_the_form_are_those_of_one_just_opened() -> None:
    run(SEQUENCES, machine=EditingAtTheDesk)


def test_postings_are_linked_anew_once_their_organisation_leads_elsewhere(tmp_path: Path) -> None:
    organisation = make_organisation(body="See [x](postings/x.md).\n")
    files = {f"postings/{name}.md": make_posting() for name in "xy"}
    job = make_job(tmp_path, {**files, "organisations/example-network.md": organisation})
    session = unchanged_session(job)
    before = linked(session)
    (job.content / "postings/x.md").unlink()
    bring_up_to_date(job, session=session, changed={"postings/x.md"})
    assert linked(session) == linked_alone(job)
    assert linked(session) != before[1:]


def test_as_time_passes_postings_and_news_are_linked_as_by_a_build_alone(tmp_path: Path) -> None:
    files = {
        "postings/x.md": make_posting(updated="2026-03-20"),
        "postings/y.md": make_posting(deadline="2026-03-19"),
        "news/x.md": make_news(updated="2026-03-20", expires="2026-03-22"),
        "news/y.md": make_news(published="2026-03-18"),
    }
    job = make_job(tmp_path, files)
    session = unchanged_session(job)
    for day in ("2026-03-18", "2026-03-21", "2026-03-24", "2026-03-17"):
        job = structs.replace(job, now=at(f"{day} 12:00"))
        bring_up_to_date(job, session=session, changed=())
        assert linked(session) == linked_alone(job)


def make_job(tmp_path: Path, files: Mapping[str, str]) -> Job:
    content, output, cache = (tmp_path / name for name in ("content", "output", "cache"))
    write_site(content, files)
    return Job(site=SITE, now=NOW, theme=project_theme(), content=content, output=output, cache=cache)


def unchanged_session(job: Job) -> Session:
    """A session whose board was linked of what is unchanged: from now on it is taken again."""
    session = Session()
    bring_up_to_date(job, session=session)
    bring_up_to_date(structs.replace(job, now=NOW - timedelta(days=9)), session=session)
    bring_up_to_date(job, session=session)
    return session


def linked(session: Session) -> list[object]:
    """All that a plan asks of the postings and news of the session's board."""
    assert session.previous is not None
    return facts_of(session.previous.board)


def linked_alone(job: Job) -> list[object]:
    return facts_of(checking.check(job.content, job.site, job.now).board)


def facts_of(board: Board | None) -> list[object]:
    assert board is not None
    postings = [(each.digest, each.status, each.updated_at) for each in board.postings]
    return [*postings, *((each.digest, each.is_visible, each.is_listed, each.updated_at) for each in board.news)]


def keep_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scan that takes no notice of what was saved."""

    def as_before(before: Scan, *_others: object) -> Scan:
        return before

    monkeypatch.setattr(checking, "scan_again", as_before)


def keep_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records that stay what they were, whatever became of their file."""
    real = Session.records

    def of_any_bytes(self: Session, scan: Scan) -> dict[str, Any]:
        if self.previous is None:
            return {}
        return real(self, structs.replace(scan, digests=self.previous.scan.digests))

    monkeypatch.setattr(Session, "records", of_any_bytes)


def trust_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that never looks whether the files of the site are as it wrote them."""
    monkeypatch.setattr(write, "_as_on_disk", lambda _file, before: before)


QUICK_FAULTS = (keep_scan, keep_records)
FAULTS = (*QUICK_FAULTS, trust_the_output)


@pytest.mark.parametrize("fault", FAULTS if SEQUENCES > 50 else QUICK_FAULTS, ids=lambda fault: fault.__name__)
def test_what_is_kept_too_long_is_found(fault: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    fault(monkeypatch)
    with pytest.raises(AssertionError):
        run(60, Phase.generate)
