"""The cache's database: what is read of it together, and that it can be written again afterwards."""

from __future__ import annotations

from pathlib import Path

from jobboard.source.content.store import Kept, Store

TEXTS = {"head": {"d1": Kept("a head")}, "html": {"d1": Kept("<p>html</p>")}}


def test_texts_read_together_are_those_read_one_by_one(tmp_path: Path) -> None:
    store = Store(tmp_path / "documents.sqlite")
    assert store.save({**TEXTS, "record": {"x.md": Kept("a memo", ("d1",))}})
    with store.reading():
        together = store.text("head", "d1"), store.text("record", "x.md", "d1"), store.text("html", "d2")
    assert together == ("a head", "a memo", None)
    assert together == (store.text("head", "d1"), store.text("record", "x.md", "d1"), store.text("html", "d2"))


def test_what_was_read_together_can_be_written_anew_and_is_seen(tmp_path: Path) -> None:
    store = Store(tmp_path / "documents.sqlite")
    assert store.save(TEXTS)
    with store.reading():
        assert store.text("html", "d1") == "<p>html</p>"
    assert store.save({"html": {"d1": Kept("<p>new</p>")}})
    assert store.text("html", "d1") == "<p>new</p>"


def test_nothing_can_be_read_together_where_there_is_nothing_or_no_database(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no database at all, but long enough to be looked at as if it were one")
    for store in (Store(), Store(tmp_path / "none.sqlite"), Store(broken)):
        with store.reading():
            assert store.text("head", "d1") is None


def test_a_text_comes_out_for_what_it_was_made_of_and_for_nothing_else(tmp_path: Path) -> None:
    store = Store(tmp_path / "documents.sqlite")
    assert store.save({"record": {"x.md": Kept("one", ("d1",)), "y.md": Kept("two", ("d2",))}})
    assert store.text("record", "x.md", "d1") == "one"
    assert [store.text("record", "x.md", *of) for of in ((), ("d2",), ("d1", ""))] == [None, None, None]
    assert store.texts("record", {"x.md": ("d1",), "y.md": ("d1",)}) == {"x.md": Kept("one", ("d1",))}


def test_what_is_gone_is_removed(tmp_path: Path) -> None:
    store = Store(tmp_path / "documents.sqlite")
    assert store.save(TEXTS)
    assert store.save({}, {"head": ["d1"]})
    assert (store.text("head", "d1"), store.text("html", "d1")) == (None, "<p>html</p>")
