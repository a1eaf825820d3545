"""The engine: only what differs reaches the disk, all or nothing."""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.helpers import read_tree

from jobboard.engine import staging
from jobboard.engine.folder import OutputError
from jobboard.engine.ledger import Stamp
from jobboard.engine.output import Output, Text
from jobboard.engine.write import Summary, write_site


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


FOREIGN = {
    "a file": ("a", lambda path: path.write_text("theirs"), "  a\n"),
    "a file further down": ("b/c", lambda path: path.write_text("theirs"), "  b/c\n"),
    "a folder": ("a", lambda path: path.mkdir(), "  a/ (a folder where a file must be)\n"),
    "a file in a folder's place": ("b", lambda path: path.write_text("x"), "  b (a file where a folder must be)\n"),
    "a link": ("a", lambda path: path.symlink_to(path.parent / "CNAME"), "  a (a link)\n"),
    "a broken link": ("a", lambda path: path.symlink_to("nowhere"), "  a (a link)\n"),
    "a link to a folder": ("b", lambda path: path.symlink_to(path.parents[1]), "  b (a link)\n"),
    "a name in capitals": ("A", lambda path: path.write_text("1"), "  A (beside a)\n"),
    "a folder in capitals": ("B", lambda path: path.mkdir(), "  B (beside b)\n"),
    "an accent of two characters": (
        "cafe\u0301",
        lambda path: path.write_text("5"),
        "  cafe\u0301 (beside caf\u00e9)\n",
    ),
}


@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("is_built", [False, True], ids=["first build", "later build"])
def test_what_others_have_put_there_is_named_and_nothing_is_written(kind: str, place: Place, *, is_built: bool) -> None:
    name, put, line = FOREIGN[kind]
    if is_built:
        place.write(plan(z="1"))
    place.output.mkdir(exist_ok=True)
    (place.output / "CNAME").write_text("1")
    (place.output / name).parent.mkdir(exist_ok=True)
    put(place.output / name)
    before = tree_of(place.output)
    with pytest.raises(OutputError) as raised:
        place.write(plan(a="1", b__c="2", café="5", z="2"))
    assert line in str(raised.value)
    assert tree_of(place.output) == before


def test_all_of_it_is_named_with_the_way_out(place: Place) -> None:
    place.output.mkdir()
    for name in ("a", "c", "d"):
        (place.output / name).write_text("theirs")
    (place.output / "b").symlink_to("c")
    with pytest.raises(OutputError) as raised:
        place.write(plan(a="1", b="2", c="3", d="theirs"))
    assert str(raised.value) == (
        "output/ already holds what no build has put there, and this one would write over it:\n"
        "  a\n"
        "  b (a link)\n"
        "  c\n"
        "Give the site a folder of its own (OUTPUT_PATH, or --output), or move these away; "
        "if they are all of an older build, delete the folder"
    )


def test_of_many_the_first_ten_are_named_and_the_others_counted(place: Place) -> None:
    place.output.mkdir()
    texts = {f"f{number:02}": "ours" for number in range(13)}
    for name in texts:
        (place.output / name).write_text("theirs")
    with pytest.raises(OutputError, match=r"(?s)  f00\n.*  f09\n  and 3 more\n"):
        place.write(plan(**texts))


def test_a_site_whose_list_and_ledger_are_lost_is_taken_over_where_it_is_the_same(place: Place) -> None:
    place.write(plan(a="1", b__c="2"))
    (place.output / staging.MANIFEST).unlink()
    shutil.rmtree(place.cache)
    assert place.write(plan(a="1", b__c="2", d="3")).written == ["d"]
    assert place.write(plan(a="1")).removed == ["b/c", "d"]


def test_with_either_the_list_or_the_ledger_a_build_knows_its_own_files(place: Place) -> None:
    place.write(plan(a="1", b="1"))
    (place.output / staging.MANIFEST).unlink()
    assert place.write(plan(a="2", b="1")).written == ["a"]
    shutil.rmtree(place.cache)
    assert place.write(plan(a="3", b="1")).written == ["a"]


def test_another_site_in_place_of_the_one_built_there_is_not_written_over(place: Place) -> None:
    place.write(plan(a="1"))
    shutil.rmtree(place.output)
    place.output.mkdir()
    (place.output / "a").write_text("a blog")
    with pytest.raises(OutputError, match="  a\n"):
        place.write(plan(a="1"))
    assert (place.output / "a").read_text() == "a blog"


def test_own_files_may_change_the_case_of_their_names(place: Place) -> None:
    place.write(plan(A="1", B__c="2"))
    place.write(plan(a="1", b__c="2"))
    assert place.files() == {"a": "1", "b/c": "2"}


def tree_of(folder: Path) -> dict[str, object]:
    """Everything below a folder: files with their bytes, links with where they lead."""
    return {
        path.relative_to(folder).as_posix(): path.readlink()
        if path.is_symlink()
        else path.is_file() and path.read_bytes()
        for path in sorted(folder.glob("**/*"))
    }


def publish(place: Place, now: str, **texts: str) -> Summary:
    """A build at that instant of what readers see: files whose names begin with an x stay on."""
    stamp = Stamp("inputs", f"{now}T00:00:00.000000+00:00")
    return write_site(plan(**texts), place.output, place.cache, stamp=stamp, keeps=lambda path: path.startswith("x"))


def test_files_that_stay_on_leave_thirty_days_after_the_build_that_no_longer_had_them(place: Place) -> None:
    publish(place, "2026-03-01", a="1", x1="1", y="1")
    assert publish(place, "2026-03-10", a="1", x2="1").removed == ["y"]
    assert publish(place, "2026-04-08", a="2", x3="1").removed == []
    assert place.files() == {"a": "2", "x1": "1", "x2": "1", "x3": "1"}
    assert publish(place, "2026-04-09", a="2", x3="1").removed == ["x1"]
    assert publish(place, "2026-05-08", a="2", x2="1").removed == []
    assert publish(place, "2026-06-07", a="2", x2="1").removed == ["x3"]


def test_files_that_stay_on_do_so_in_builds_nobody_reads_and_without_a_ledger(place: Place) -> None:
    publish(place, "2026-03-01", a="1", x1="1")
    publish(place, "2026-03-10", a="1", x2="1")
    place.write(plan(a="2", x2="1"))
    assert sorted(place.files()) == ["a", "x1", "x2"]
    shutil.rmtree(place.cache)
    publish(place, "2026-04-20", a="2", x2="1")
    assert sorted(place.files()) == ["a", "x1", "x2"]
    assert publish(place, "2026-05-20", a="2", x2="1").removed == ["x1"]
