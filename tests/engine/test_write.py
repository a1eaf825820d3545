"""The engine: only what differs reaches the disk, all or nothing."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.helpers import read_tree

from jobboard.engine import staging
from jobboard.engine.folder import OutputError
from jobboard.engine.write import Summary, write_site
from jobboard.outputs.planned import Output, Text


def plan(**texts: str) -> list[Output]:
    """A plan of text files: `a__b="x"` is the file `a/b`."""
    return [
        Output(path=name.replace("__", "/"), make=str, inputs=(text,), format=Text()) for name, text in texts.items()
    ]


@dataclass
class Place:
    output: Path
    cache: Path

    def write(self, outputs: list[Output]) -> Summary:
        return write_site(outputs, self.output, self.cache)

    def files(self) -> dict[str, str]:
        return {path: data.decode() for path, data in read_tree(self.output).items() if path != staging.MANIFEST}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "output", tmp_path / "cache")


def test_the_folder_becomes_what_the_plan_says(place: Place) -> None:
    summary = place.write(plan(a="1", b__c="2"))
    assert (place.files(), summary.written) == ({"a": "1", "b/c": "2"}, ["a", "b/c"])


def test_a_second_build_expresses_nothing_and_keeps_every_mtime(place: Place) -> None:
    place.write(plan(a="1", b__c="2"))
    before = {path: path.stat().st_mtime_ns for path in place.output.rglob("*") if path.is_file()}
    summary = place.write(plan(a="1", b__c="2"))
    assert (summary.stale, summary.written, summary.unchanged) == ({}, [], 2)
    assert before == {path: path.stat().st_mtime_ns for path in place.output.rglob("*") if path.is_file()}


def test_only_what_changed_is_written_and_what_is_gone_is_removed(place: Place) -> None:
    place.write(plan(a="1", b__c="2", d="3"))
    summary = place.write(plan(a="1", d="4"))
    assert (summary.written, summary.removed, summary.unchanged) == (["d"], ["b/c"], 1)
    assert place.files() == {"a": "1", "d": "4"}
    assert not (place.output / "b").exists()


def test_a_new_key_with_the_same_bytes_is_not_written(place: Place) -> None:
    place.write(plan(a="1"))
    mtime = (place.output / "a").stat().st_mtime_ns
    again = [Output(path="a", make=str, inputs=("1",), format=Text("2"))]
    assert place.write(again).written == []
    assert (place.output / "a").stat().st_mtime_ns == mtime


@pytest.mark.parametrize("harm", ["remove", "edit", "truncate"])
def test_a_file_harmed_by_hand_is_put_right(harm: str, place: Place) -> None:
    place.write(plan(a="one", b="two"))
    file = place.output / "a"
    if harm == "remove":
        file.unlink()
    else:
        file.write_text("x" if harm == "edit" else "")
    assert place.write(plan(a="one", b="two")).written == ["a"]
    assert place.files() == {"a": "one", "b": "two"}


def test_a_touched_file_with_its_bytes_is_left_alone(place: Place) -> None:
    place.write(plan(a="1"))
    os.utime(place.output / "a", ns=(1, 1))
    assert place.write(plan(a="1")).stale == {}
    assert (place.output / "a").stat().st_mtime_ns == 1


def test_files_of_others_are_never_touched(place: Place) -> None:
    place.write(plan(a="1", b="2"))
    (place.output / "CNAME").write_text("hub.example")
    place.write(plan(a="1"))
    assert place.files() == {"a": "1", "CNAME": "hub.example"}


@pytest.mark.parametrize(
    "spoiled", [b"", b"{", b'{"version": 0, "outputs": {}}', b'{"version": 1, "outputs": {"a": [1]}}', b"\xff"]
)
def test_a_spoiled_ledger_costs_time_and_nothing_else(spoiled: bytes, place: Place) -> None:
    place.write(plan(a="1", b="2"))
    next(place.cache.iterdir()).write_bytes(spoiled)
    summary = place.write(plan(a="1"))
    assert (summary.written, summary.removed, place.files()) == ([], ["b"], {"a": "1"})


def test_a_failure_while_expressing_leaves_everything_as_it_was(place: Place) -> None:
    def fail(_: str) -> str:
        raise RuntimeError

    place.write(plan(a="1", b="2"))
    before = read_tree(place.output)
    with pytest.raises(RuntimeError):
        place.write([*plan(a="new"), Output(path="z", make=fail, inputs=("",), format=Text())])
    assert read_tree(place.output) == before


@pytest.mark.parametrize("steps", range(6))
def test_a_build_that_dies_while_moving_is_finished_by_the_next(
    steps: int, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.write(plan(a="1", b="2", c__d="3"))
    moves = 0
    for name in ("_move", "_remove"):
        monkeypatch.setattr(staging, name, _dying(getattr(staging, name), lambda: moves >= steps))
    real_replace = Path.replace

    def counted(self: Path, target: Path) -> Path:
        nonlocal moves
        moves += 1
        return real_replace(self, target)

    monkeypatch.setattr(Path, "replace", counted)
    with contextlib.suppress(KeyboardInterrupt):
        place.write(plan(a="10", b="2", e__f="5", g="6"))
    served = place.files()
    assert {served.get("a"), served.get("b")} <= {"1", "10", "2"}
    monkeypatch.undo()
    place.write(plan(a="10", b="2", e__f="5", g="6"))
    assert place.files() == {"a": "10", "b": "2", "e/f": "5", "g": "6"}


def test_folders_that_come_or_go_before_the_journal_is_finished_are_no_obstacle(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.write(plan(a__b="1"))
    monkeypatch.setattr(staging, "_move", _dying(staging._move, lambda: True))
    with contextlib.suppress(KeyboardInterrupt):
        place.write(plan(a__b="1", a__c="2", d__e__f="3", g__h="4"))
    monkeypatch.undo()
    (place.output / "a/b").unlink()
    (place.output / "a").rmdir()
    (place.output / "d/e").mkdir(parents=True)
    (place.output / "d/e/foreign").write_text("5")
    place.write(plan(a__b="1", a__c="2", d__e__f="3", g__h="4"))
    assert place.files() == {"a/b": "1", "a/c": "2", "d/e/f": "3", "d/e/foreign": "5", "g/h": "4"}


def test_a_new_folder_arrives_whole(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    moved: list[str] = []
    real = Path.replace
    monkeypatch.setattr(Path, "replace", lambda self, target: moved.append(target.name) or real(self, target))
    place.write(plan(a__b__c="1", a__d="2", e="3"))
    assert sorted(set(moved) & {"a", "b", "c", "d", "e"}) == ["a", "e"]


def _dying(real: object, is_over: object) -> object:
    def step(*arguments: object) -> None:
        if is_over():
            raise KeyboardInterrupt
        real(*arguments)

    return step


@pytest.mark.parametrize("path", ["../a", "/a", "a/../../b", ".jobboard-staging/x"])
def test_a_path_outside_the_folder_is_refused(path: str, place: Place) -> None:
    with pytest.raises(OutputError, match="not a path of the site"):
        place.write([Output(path=path, make=str, inputs=("",), format=Text())])


def test_two_outputs_at_one_address_are_refused(place: Place) -> None:
    with pytest.raises(OutputError, match="two pages want this address"):
        place.write([*plan(a="1"), *plan(a="2")])


def test_an_output_folder_that_is_a_file_is_a_plain_error(place: Place) -> None:
    place.output.write_text("")
    with pytest.raises(OutputError):
        place.write(plan(a="1"))
