"""Incremental equals clean. The long run: `JOBBOARD_SEQUENCES=200 make test ARGS=tests/engine/test_incremental.py`."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from msgspec.structs import replace
from tests.engine.incremental import Editing

from jobboard.board import assembler, others, unchanged
from jobboard.board.site import Site
from jobboard.outputs.page import made
from jobboard.outputs.page.html import Html
from jobboard.outputs.postings import job_sites as job_xml

SEQUENCES = int(os.environ.get("JOBBOARD_SEQUENCES", "8"))


def run(sequences: int, *phases: Phase) -> None:
    chosen = phases or tuple(Phase)
    run_state_machine_as_test(Editing, settings=settings(max_examples=sequences, stateful_step_count=8, phases=chosen))


def test_after_any_edits_an_incremental_build_equals_a_clean_one() -> None:
    run(SEQUENCES)


def forget_title(monkeypatch: pytest.MonkeyPatch) -> None:
    """A listing that does not know of its cards' titles."""

    def without_title(make: Any, site: Site, item: Any) -> str:
        card = make(site, item)
        return real(lambda _site, it: it, site, replace(card, title="") if hasattr(card, "title") else card)

    real = made._digest_of_made
    monkeypatch.setattr(made, "_digest_of_made", without_title)


def forget_what_was_edited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cards that are taken for those of the last build, whatever became of their items."""
    real = made._key_of
    monkeypatch.setattr(made, "_key_of", lambda item: item.id if hasattr(item, "id") else real(item))


def forget_organisations(monkeypatch: pytest.MonkeyPatch) -> None:
    """A posting's page that does not know of its organisations."""
    real = assembler.item_digest
    monkeypatch.setattr(assembler, "item_digest", lambda own, status, at, _named: real(own, status, at, ""))


def forget_status(monkeypatch: pytest.MonkeyPatch) -> None:
    """A posting's page that does not know whether it is open."""
    real = assembler.item_digest
    monkeypatch.setattr(assembler, "item_digest", lambda own, _status, at, named: real(own, "", at, named))


def forget_context(monkeypatch: pytest.MonkeyPatch) -> None:
    """Items that need not be looked at again, whatever became of what they name."""
    monkeypatch.setattr(unchanged, "context_of", lambda _scan, _site: "the same")


def forget_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """Items that need not be looked at again, whatever became of the items their text leads to."""
    monkeypatch.setattr(others.Others, "_led_to", lambda _self, _reference: None)


def forget_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Items that never ask what became of their originals, their former names and those they name."""
    monkeypatch.setattr(others.Others, "answer", lambda _self, _path, _synopsis, _asked: "")


def forget_included_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that knows of its own template only by name."""
    real = Html.__post_init__

    def without_closure(self: Html) -> None:
        real(self)
        object.__setattr__(self, "version", f"html-{self.template}-{self.frame!r}")

    monkeypatch.setattr(Html, "__post_init__", without_closure)


def forget_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files in chunks that take a chunk for the one it was, whatever became of its item."""
    monkeypatch.setattr(job_xml, "chunk_key", lambda _site, posting: posting.id)


def forget_next_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that believes nothing will ever change by itself."""
    monkeypatch.setattr("jobboard.pipeline.planning.changes_around", lambda _board: (None, None))


QUICK_FAULTS = (forget_organisations, forget_included_templates, forget_chunks)
FAULTS = (
    *QUICK_FAULTS,
    forget_what_was_edited,
    forget_title,
    forget_status,
    forget_next_change,
    forget_context,
    forget_links,
    forget_others,
)
"""The long run looks for all of them; the short one for those that are soon found."""


@pytest.mark.parametrize("fault", FAULTS if SEQUENCES > 50 else QUICK_FAULTS, ids=lambda fault: fault.__name__)
def test_a_dependency_left_out_is_found(fault: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    fault(monkeypatch)
    with pytest.raises((AssertionError, KeyError)):  # a stale site, or a build that asks for what is no more
        run(200, Phase.generate)
