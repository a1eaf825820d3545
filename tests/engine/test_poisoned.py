"""State on the disk is not believed: whatever stands in it, the build equals a clean one, and nothing else is touched.

Everything a build leaves for the next is tried: written by hand with evil in mind, and damaged at every byte.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.helpers import read_tree

from jobboard.engine import paths, staging
from jobboard.engine.folder import OutputError
from jobboard.engine.ledger import LedgerFile, ledger_path
from jobboard.engine.output import Chunks, InChunks, Output, Text, chunk_key
from jobboard.engine.owner import OWNER_NOTE
from jobboard.engine.state import sealed, unsealed
from jobboard.engine.write import write_site

TEXTS = {"a": "1", "b/c": "2", "b/d/e": "3", "f.html": "<p>4</p>"}
CHANGED = {"a": "1", "b/c": "20", "g/h": "5", "f.html": "<p>4</p>"}
KEY = b"a key"

PATHS = [
    *(
        "../victim",
        "../../victim",
        "a/../../victim",
        "b/../../victims/one",
        "/",
        "",
        ".",
        "..",
        "./a",
        "a/",
        "a//b",
        "/a",
    ),
    *("b\\c", "..\\victim", "a\0b", "a\nb", "x" * 300, "é" * 200, "x/" * 2000 + "x", "\ud800", ".jobboard-files"),
    *(".jobboard-staging/x", ".jobboard-staging.lock", "link/one", "link", "b/link/one"),
]
"""What no build calls a file of the site; the last three lead through links that `Place` has laid."""

WRITABLE = [path for path in PATHS if path != "\ud800"]

FOREIGN: list[Any] = [None, True, 0, -1, 1e300, 10**400, "", "a", [], {}, [[]], {"moves": 1}, [[[[[]]]]]]


def shortly(value: object) -> str:
    return ascii(value)[:30]


class Place:
    """An output folder with neighbours that must not be touched, and links that lead to them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.output, self.cache = folder, folder / "output", folder / "cache"
        (folder / "victims").mkdir()
        for name in ("victim", "victims/one", "victims/two"):
            (folder / name).write_text("theirs")
        self.before = self.outside()

    def build(self, texts: dict[str, str], key: bytes = KEY) -> dict[str, str]:
        outputs = [Output(path=path, make=str, inputs=(text,), format=Text()) for path, text in texts.items()]
        outputs.append(Output(path="list", make=view_of, inputs=tuple(texts.values()), format=InChunks()))
        ledger = LedgerFile(ledger_path(self.cache, self.output), "1", key)
        write_site(outputs, self.output, self.cache, "1", ledger=ledger)
        return self.site()

    def site(self) -> dict[str, str]:
        found = {path: data.decode() for path, data in read_tree(self.output).items()}
        assert ".jobboard-staging" not in {path.split("/")[0] for path in found}
        found.pop(staging.MANIFEST)
        return {path: text for path, text in found.items() if "link" not in path}

    def outside(self) -> dict[str, bytes]:
        tree = read_tree(self.folder)
        return {path: data for path, data in tree.items() if path.split("/")[0] not in ("output", "cache")}

    def link(self) -> None:
        for link in ("link", "b/link"):
            if not (self.output / link).is_symlink():
                (self.output / link).symlink_to(self.folder / "victims")

    def journal(self, moves: Any, removed: Any) -> None:
        folder = self.output / staging.FOLDER
        (folder / "site").mkdir(parents=True, exist_ok=True)
        (folder / "journal.json").write_text(json.dumps({"moves": moves, "removed": removed}))


def view_of(*texts: str) -> Chunks[str]:
    return Chunks(head=b"", items=[(chunk_key(text), text) for text in texts], express=str.encode, between=b", ")


def site_of(texts: dict[str, str]) -> dict[str, str]:
    return {**texts, "list": ", ".join(texts.values())}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)  # nobody pulls the plug here, and it takes long
    found = Place(tmp_path)
    found.build(TEXTS)
    return found


def holds(place: Place) -> None:
    assert place.build(CHANGED) == site_of(CHANGED)
    assert place.outside() == place.before
    assert place.build(TEXTS) == site_of(TEXTS)


@pytest.mark.parametrize("path", [path for path in PATHS if "link" not in path], ids=shortly)
def test_no_such_path_is_of_the_site(path: str) -> None:
    assert not paths.is_of_site(path)


@pytest.mark.parametrize(
    "path", ["a", "a b.html", "...", ".well-known/x", "a/..b/c..", "é" * 100, "b/.jobboard-x", "x" * 255]
)
def test_such_paths_are_of_the_site(path: str) -> None:
    assert paths.is_of_site(path)


@pytest.mark.parametrize("path", PATHS, ids=shortly)
@pytest.mark.parametrize("what", ["moves", "removed", "both"])
def test_a_journal_that_leads_outside_is_forgotten(what: str, path: str, place: Place) -> None:
    place.link()
    for evil in ("victim", "evil", "one"):
        file = place.output / staging.FOLDER / "site" / evil
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("evil")
    place.journal(["a", path] if what != "removed" else [], ["b/c", path] if what != "moves" else [])
    holds(place)


@pytest.mark.parametrize("link", [".jobboard-staging", ".jobboard-staging/site", ".jobboard-staging/site/g"])
def test_a_staging_folder_that_is_a_link_brings_nothing_in_and_takes_nothing_away(link: str, place: Place) -> None:
    place.journal(["g/one", "one"], ["a"])
    if link == staging.FOLDER:
        shutil.rmtree(place.output / link)
        (place.folder / "victims/journal.json").write_text('{"moves": [], "removed": ["a"]}')
        place.before = place.outside()
    else:
        shutil.rmtree(place.output / link, ignore_errors=True)
    (place.output / link).symlink_to(place.folder / "victims")
    if link == staging.FOLDER:
        with pytest.raises(OutputError, match=r"\.jobboard-staging \(a link\)"):
            place.build(CHANGED)
        (place.output / link).unlink()
    holds(place)


@pytest.mark.parametrize("value", FOREIGN, ids=repr)
@pytest.mark.parametrize("where", ["the whole", "moves", "removed", "a path"])
def test_a_journal_of_other_types_is_forgotten(where: str, value: Any, place: Place) -> None:
    place.journal([value] if where == "a path" else value, ["a"] if where == "moves" else value)
    if where == "the whole":
        (place.output / staging.FOLDER / "journal.json").write_text(json.dumps(value))
    if value == "a" and where == "a path":
        (place.output / staging.FOLDER / "site/a").write_text("evil")
    holds(place)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"moves": [' + "[" * 100_000, "\0" * 40, "\ufeff{}"])
def test_a_journal_that_is_none_is_forgotten(text: str, place: Place) -> None:
    place.journal([], [])
    (place.output / staging.FOLDER / "journal.json").write_text(text)
    holds(place)


def test_a_journal_that_can_no_longer_be_carried_out_is_forgotten(place: Place) -> None:
    place.journal(["b"], ["b/d"])
    (place.output / staging.FOLDER / "site/b").write_text("a file where a folder is")
    holds(place)


@pytest.mark.parametrize("path", WRITABLE, ids=shortly)
def test_a_list_of_files_that_leads_outside_removes_nothing_there(path: str, place: Place) -> None:
    place.link()
    with (place.output / staging.MANIFEST).open("a") as file:
        file.write(f"{path}\nold\n")
    (place.output / "old").write_text("")
    holds(place)
    assert not (place.output / "old").exists()


def test_a_list_of_files_does_not_make_a_link_a_folder_of_the_site(place: Place) -> None:
    (place.output / "g").symlink_to(place.folder / "victims")
    with (place.output / staging.MANIFEST).open("a") as file:
        file.write("g\ng/h\ng/one\n")
    with pytest.raises(OutputError, match=r"g \(a link\)"):
        place.build(CHANGED)
    assert place.outside() == place.before


def test_a_folder_of_the_site_that_became_a_link_is_not_written_through(place: Place) -> None:
    shutil.rmtree(place.output / "b")
    (place.folder / "victims/c").write_text("2")
    place.before = place.outside()
    (place.output / "b").symlink_to(place.folder / "victims")
    with pytest.raises(OutputError, match=r"b \(a link\)"):
        place.build(CHANGED)
    assert place.outside() == place.before


def reseal(place: Place, change: Callable[[Any], Any]) -> None:
    """Change the ledger as somebody would who has the key."""
    file = ledger_path(place.cache, place.output)
    stored = json.loads(unsealed(file.read_bytes(), KEY) or b"")
    file.write_bytes(sealed(json.dumps(change(stored)).encode(), KEY))


@pytest.mark.parametrize("path", WRITABLE, ids=shortly)
@pytest.mark.parametrize("where", ["outputs", "retired"])
def test_a_ledger_that_leads_outside_removes_nothing_there(where: str, path: str, place: Place) -> None:
    place.link()
    (place.output / staging.MANIFEST).unlink()
    old = {"outputs": ["k", "d", 6, 1, 1, 1], "retired": "2020-01-01T00:00:00+00:00"}[where]
    reseal(place, lambda stored: {**stored, where: {**stored[where], path: old}})
    holds(place)


@pytest.mark.parametrize("value", FOREIGN, ids=repr)
@pytest.mark.parametrize("where", ["", "form", "version", "stamp", "outputs", "retired"])
def test_a_ledger_of_other_types_is_forgotten(where: str, value: Any, place: Place) -> None:
    reseal(place, lambda stored: {**stored, where: value} if where else value)
    holds(place)


@pytest.mark.parametrize("instant", ["soon", "9999-99-99", "2026-01-01", "2026-01-01T00:00:00", "x" * 10_000])
@pytest.mark.parametrize("where", [1, 2])
def test_a_ledger_with_impossible_instants_is_forgotten(where: int, instant: str, place: Place) -> None:
    stamp = ["inputs", "", "", [], []]
    stamp[where] = instant
    reseal(place, lambda stored: {**stored, "stamp": stamp, "retired": {"old": instant}})
    holds(place)


def test_nothing_sealed_with_another_key_is_believed(place: Place) -> None:
    (place.output / "a").write_text("evil")
    stat = (place.output / "a").stat()
    file = ledger_path(place.cache, place.output)
    stored = json.loads(unsealed(file.read_bytes(), KEY) or b"")
    key = stored["outputs"]["a"][0]
    stored["outputs"]["a"] = [key, "d", stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]
    file.write_bytes(sealed(json.dumps(stored).encode(), b""))
    holds(place)


def test_a_file_changed_in_a_page_with_its_time_set_back_is_put_right(place: Place) -> None:
    file = place.output / "f.html"
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    file.write_text("<p>5</p>")
    os.utime(file, ns=times)
    holds(place)


STATE = ["journal", "manifest", "ledger", "chunks", "note"]


def state_file(place: Place, kind: str) -> Path:
    if kind == "journal":
        place.journal(["a"], ["old"])
        return place.output / staging.FOLDER / "journal.json"
    if kind == "note":
        (place.output / OWNER_NOTE).write_text('{"pid": 1, "command": "jobboard build"}')
        return place.output / OWNER_NOTE
    if kind == "manifest":
        return place.output / staging.MANIFEST
    return next(place.cache.glob(f"{kind}-*"))


def damaged(data: bytes) -> Iterator[bytes]:
    """The data cut short at every byte, and with one, or a few, of its bits turned at random."""
    chance = random.Random(1)
    yield from (data[:end] for end in range(0, len(data), max(1, len(data) // 40)))
    for _ in range(40):
        spoiled = bytearray(data)
        for _ in range(chance.choice([1, 1, 1, 5])):
            spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
        yield bytes(spoiled)


@pytest.mark.parametrize("kind", STATE)
def test_whatever_is_damaged_the_site_equals_a_clean_one(kind: str, place: Place) -> None:
    whole = state_file(place, kind).read_bytes()
    for number, data in enumerate(damaged(whole)):
        state_file(place, kind).write_bytes(data)
        texts = (CHANGED, TEXTS)[number % 2]
        assert place.build(texts) == site_of(texts), data
        assert place.outside() == place.before


@pytest.mark.parametrize("kind", STATE)
@pytest.mark.parametrize("what", ["a folder", "a link", "a broken link", "a pipe"])
def test_state_that_is_no_file_is_forgotten(kind: str, what: str, place: Place) -> None:
    file = state_file(place, kind)
    file.unlink()
    if what == "a folder":
        file.mkdir()
    elif what == "a pipe":
        os.mkfifo(file)
    else:
        file.symlink_to(place.folder / ("victim" if what == "a link" else "nowhere"))
    if (kind, what) == ("manifest", "a folder"):
        with pytest.raises(OutputError, match=r"\.jobboard-files/ \(a folder where a file must be\)"):
            place.build(CHANGED)
        file.rmdir()
    if kind == "note" and what == "a folder":
        file.rmdir()  # named by no build, and in no build's way
    holds(place)
