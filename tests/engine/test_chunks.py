"""Files in chunks: what the file as it was still has is not made again, and nothing else is taken from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from jobboard.engine.output import Chunks, InChunks, Output, chunk_key
from jobboard.engine.write import Summary, write_site


@dataclass
class Bench:
    """Writes the file `list` of some texts; `made` are the texts whose chunk was made by the last build."""

    folder: Path
    made: list[str] = field(default_factory=list)

    def build(self, *texts: str, head: str = "", version: str = "1") -> str:
        self.made.clear()
        self.write([Output(path="list", make=self.view, inputs=(head, texts), format=InChunks())], version)
        return self.file.read_text()

    def write(self, outputs: list[Output], version: str = "1") -> Summary:
        return write_site(outputs, self.folder / "output", self.folder / "cache", version)

    def view(self, head: str, texts: tuple[str, ...]) -> Chunks[str]:
        keyed = ((chunk_key(text), text) for text in texts)
        return Chunks(head=head.encode(), items=keyed, express=self.express, between=b", ", tail=b".")

    def express(self, text: str) -> bytes:
        self.made.append(text)
        return text.encode()

    @property
    def file(self) -> Path:
        return self.folder / "output" / "list"

    @property
    def indexes(self) -> list[Path]:
        return list((self.folder / "cache").glob("chunks-*"))


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    found = Bench(tmp_path)
    assert found.build("one", "two", "three") == "one, two, three."
    assert found.made == ["one", "two", "three"]
    return found


def test_only_pieces_the_file_does_not_have_are_made(bench: Bench) -> None:
    assert bench.build("zero", "three", "one") == "zero, three, one."
    assert bench.made == ["zero"]
    assert bench.build("one", "four", "zero", "three", head="Numbers: ") == "Numbers: one, four, zero, three."
    assert bench.made == ["four"]
    assert bench.build() == "."
    assert bench.build("one") == "one."
    assert bench.made == ["one"]


def turned_round(file: Path) -> None:
    file.write_bytes(file.read_bytes()[::-1])


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-3])


def changed_by_a_digit(file: Path) -> None:
    text = file.read_text()
    place = max(text.rfind(digit) for digit in "123456789")
    file.write_text(text[:place] + "0" + text[place + 1 :])


@pytest.mark.parametrize("harm", [turned_round, emptied, cut_short, changed_by_a_digit, Path.unlink])
def test_a_harmed_index_costs_time_only(bench: Bench, harm: Callable[[Path], None]) -> None:
    (index,) = bench.indexes
    harm(index)
    assert bench.build("three", "two", "one") == "three, two, one."
    assert bench.made == ["three", "two", "one"]
    assert bench.build("two", "one") == "two, one."
    assert bench.made == []


def test_an_index_that_cannot_be_written_costs_time_only(bench: Bench) -> None:
    (index,) = bench.indexes
    index.unlink()
    index.mkdir()
    for texts in (("three", "two"), ("two",)):
        assert bench.build(*texts) == ", ".join(texts) + "."
        assert bench.made == list(texts)


@pytest.mark.parametrize("harm", [turned_round, emptied, cut_short, Path.unlink])
def test_nothing_is_taken_from_a_harmed_file(bench: Bench, harm: Callable[[Path], None]) -> None:
    harm(bench.file)
    assert bench.build("three", "two") == "three, two."
    assert bench.made == ["three", "two"]


def test_nothing_is_taken_from_what_other_code_made(bench: Bench) -> None:
    assert bench.build("three", "two", version="2") == "three, two."
    assert bench.made == ["three", "two"]


def test_the_index_of_an_output_that_is_no_more_is_removed(bench: Bench) -> None:
    assert len(bench.indexes) == 1
    bench.write([])
    assert bench.indexes == []


def test_a_view_expressed_without_a_file_is_the_same(bench: Bench) -> None:
    output = Output(path="list", make=bench.view, inputs=("Numbers: ", ("one", "two")), format=InChunks())
    assert output.express().decode() == bench.build("one", "two", head="Numbers: ") == "Numbers: one, two."
