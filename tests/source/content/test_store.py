"""The cache's database: what is read of it together, and that it can be written again afterwards."""

from __future__ import annotations

from pathlib import Path

from jobboard.source.content.parts import stored_parts
from jobboard.source.content.store import Store

PARTS = stored_parts("d1", "a summary", "fields", "<p>html</p>")


def test_texts_read_together_are_those_read_one_by_one(tmp_path: Path) -> None:
    store = Store(tmp_path / "documents.sqlite")
    assert store.save([PARTS], memos={"d1 postings": "a memo"})
    with store.reading():
        together = store.text("summary", "d1"), store.text("memo", "d1 postings"), store.text("html", "d2")
    assert together == ("a summary", "a memo", None)
    assert together == (store.text("summary", "d1"), store.text("memo", "d1 postings"), store.text("html", "d2"))


def test_what_was_read_together_can_be_written_anew_and_is_seen(tmp_path: Path) -> None:
    store = Store(tmp_path / "documents.sqlite")
    assert store.save([PARTS])
    with store.reading():
        assert store.text("html", "d1") == "<p>html</p>"
    assert store.save([stored_parts("d1", "a summary", "fields", "<p>new</p>")])
    assert store.text("html", "d1") == "<p>new</p>"


def test_nothing_can_be_read_together_where_there_is_nothing_or_no_database(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no database at all, but long enough to be looked at as if it were one")
    for store in (Store(), Store(tmp_path / "none.sqlite"), Store(broken)):
        with store.reading():
            assert store.text("summary", "d1") is None
