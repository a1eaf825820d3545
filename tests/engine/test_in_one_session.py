"""A process that builds again and again is never wrong. `JOBBOARD_SEQUENCES=200` for the long run."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.engine.in_one_session import EditingInOneSession
from tests.helpers import NOW, SITE, make_organisation, make_posting, project_theme, write_site

from jobboard import build
from jobboard.board import linker
from jobboard.build import Job, bring_up_to_date
from jobboard.engine import write
from jobboard.session import Session
from jobboard.source.content import Scan

SEQUENCES = int(os.environ.get("JOBBOARD_SEQUENCES", "8"))


def run(sequences: int, *phases: Phase) -> None:
    chosen = settings(max_examples=sequences, stateful_step_count=10, phases=phases or tuple(Phase))
    run_state_machine_as_test(EditingInOneSession, settings=chosen)


def test_after_any_edits_a_build_in_a_session_equals_a_clean_one() -> None:
    run(SEQUENCES)


def forget_updates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Postings and news whose announced update never comes to count."""

    def of_same_file(before: Any, item: object, synopsis: object, _updated_at: object) -> bool:
        return before.content is item and before.synopsis is synopsis

    monkeypatch.setattr(linker, "_is_same", of_same_file)


def test_postings_are_linked_anew_once_their_organisation_leads_elsewhere(tmp_path: Path) -> None:
    organisation = make_organisation(body="See [x](postings/x.md).\n")
    files = {f"postings/{name}.md": make_posting() for name in "xy"}
    content = write_site(tmp_path / "content", {**files, "organisations/example-network.md": organisation})
    job = Job(site=SITE, now=NOW, theme=project_theme(), content=content, output=tmp_path / "o", cache=tmp_path / "c")
    session = Session()
    bring_up_to_date(job, session=session)
    before = linked(session)
    (content / "postings/x.md").unlink()
    bring_up_to_date(job, session=session, changed={"postings/x.md"})
    assert linked(session) != before
    assert linked(session) == build.check(content, SITE, NOW).board.postings[0].digest


def linked(session: Session) -> str:
    """The digest of the last posting."""
    return session.understood.board.postings[-1].digest


def keep_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scan that takes no notice of what was saved."""

    def as_before(before: Scan, *_others: object) -> Scan:
        return before

    monkeypatch.setattr(build, "scan_again", as_before)


def keep_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records that stay what they were, whatever became of their file."""
    real = Session.records

    def of_any_bytes(self: Session, scan: Scan, settled: Any) -> dict[str, Any]:
        if self.understood is None:
            return {}
        return real(self, replace(scan, digests=self.understood.scan.digests), settled)

    monkeypatch.setattr(Session, "records", of_any_bytes)


def trust_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that never looks whether the files of the site are as it wrote them."""
    monkeypatch.setattr(write, "_as_on_disk", lambda _file, before: before)


QUICK_FAULTS = (keep_scan, keep_records)
FAULTS = (*QUICK_FAULTS, forget_updates, trust_the_output)


@pytest.mark.parametrize("fault", FAULTS if SEQUENCES > 50 else QUICK_FAULTS, ids=lambda fault: fault.__name__)
def test_what_is_kept_too_long_is_found(fault: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    fault(monkeypatch)
    with pytest.raises(AssertionError):
        run(60, Phase.generate)
