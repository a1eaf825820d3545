"""What was measured, as data that can be kept in a file and read again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from statistics import median

from bench.measure import Measurement

FLOOR = "floor"


class Scenario(StrEnum):
    """What happened since the build before."""

    COLD = "cold build"
    NOTHING = "nothing changed"
    EDITED = "one posting edited"
    ADDED = "one posting added"
    FILLED = "one filled early"
    LEFT = "a country's last one left"
    DEADLINE = "one deadline passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One measured build; `FLOOR` is the generator of the floor's. Seconds and bytes."""

    generator: str
    size: int
    scenario: Scenario
    wall: float
    cpu: float
    memory: int
    memory_kind: str
    written: int
    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The medians of one scenario's samples."""

    wall: float
    cpu: float
    memory: float
    written: float
    removed: float
    runs: int


@dataclass(slots=True, kw_only=True)
class Results:
    """Everything one run found. `deadline_files` are those written, by generator and size; `huge` is in words."""

    machine: dict[str, str]
    samples: list[Sample] = field(default_factory=list)
    deadline_files: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    huge: dict[str, str] = field(default_factory=dict)

    @property
    def sizes(self) -> list[int]:
        return sorted({sample.size for sample in self.samples})

    def generators(self, size: int) -> list[str]:
        """The generators measured at a size, in order of appearance, without the floor."""
        return [name for name in dict.fromkeys(s.generator for s in self.samples if s.size == size) if name != FLOOR]

    def figure(self, generator: str, size: int, scenario: Scenario) -> Figure | None:
        """The medians, or None where nothing was measured."""
        wanted = (generator, size, scenario)
        return _medians([s for s in self.samples if (s.generator, s.size, s.scenario) == wanted])

    def floor(self, size: int) -> Figure | None:
        """The medians of starting Python and importing Pelican, measured among the builds of a size."""
        return self.figure(FLOOR, size, Scenario.NOTHING)


def sample_of(generator: str, size: int, scenario: Scenario, measured: Measurement) -> Sample:
    """A measurement with what it is of."""
    return Sample(
        generator=generator,
        size=size,
        scenario=scenario,
        wall=measured.wall,
        cpu=measured.cpu,
        memory=measured.memory,
        memory_kind=measured.memory_kind,
        written=len(measured.written),
        removed=measured.removed,
    )


def save_results(path: Path, results: Results) -> None:
    """Keep the results in a file."""
    path.write_text(json.dumps(asdict(results), indent=1), encoding="utf-8")


def load_results(path: Path) -> Results:
    """Results kept in a file. Raises OSError, ValueError, KeyError or TypeError if they cannot be used."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    samples = [Sample(**{**each, "scenario": Scenario(each["scenario"])}) for each in stored.pop("samples")]
    return Results(samples=samples, **stored)


def _medians(samples: Sequence[Sample]) -> Figure | None:
    if not samples:
        return None
    return Figure(
        wall=median(each.wall for each in samples),
        cpu=median(each.cpu for each in samples),
        memory=median(each.memory for each in samples),
        written=median(each.written for each in samples),
        removed=median(each.removed for each in samples),
        runs=len(samples),
    )
