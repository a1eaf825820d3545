"""The figures of the last run that landed, and what has changed since: ratios and files, for machines differ."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.jobboard_site import VARIANTS
from bench.ratios import HUGO
from bench.results import Results, Scenario

LANDED = Path(__file__).with_name("landed.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One build of ours: its time as a multiple of the floor and of Hugo's, its memory (MB), its files."""

    size: int
    generator: str
    scenario: Scenario
    floor: float | None
    hugo: float | None
    memory: int
    written: int
    removed: int

    @property
    def key(self) -> tuple[int, str, Scenario]:
        """What it is of."""
        return self.size, self.generator, self.scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The same build in the landed run and in this one. `ratio` says what both times are multiples of."""

    landed: Standing
    now: Standing
    ratio: str
    times: tuple[float, float]

    @property
    def change(self) -> float:
        """By how much of itself the time has grown."""
        return self.times[1] / self.times[0] - 1


def standings(results: Results) -> tuple[Standing, ...]:
    """What a run found out about our builds, wherever the floor or Hugo was measured, too."""
    return tuple(
        standing
        for size in results.sizes
        for generator in results.generators(size)
        if generator in VARIANTS
        for scenario in Scenario
        if (standing := _standing(results, size, generator, scenario))
    )


def steps(landed: tuple[Standing, ...], now: tuple[Standing, ...]) -> Iterator[Step]:
    """What was measured in both runs, in the order of this one.

    A build that finds nothing to do is measured by the floor, all others by what Hugo takes for the same change.
    """
    known = {each.key: each for each in landed}
    for each in now:
        if before := known.get(each.key):
            for ratio in ("floor", "hugo") if each.scenario is Scenario.NOTHING else ("hugo", "floor"):
                times = getattr(before, ratio), getattr(each, ratio)
                if all(times):
                    yield Step(landed=before, now=each, ratio=ratio, times=times)
                    break


def save_landed(path: Path, results: Results, date: str) -> None:
    """Keep a run as the landed one, a build a line. Raises ValueError for one that nothing can be held against."""
    builds = standings(results)
    if not any(each.hugo for each in builds):
        raise ValueError("a run without this project and Hugo is none to compare others with")
    lines = ",\n".join(f"  {json.dumps(asdict(each))}" for each in builds)
    path.write_text(f'{{"date": {json.dumps(date)}, "builds": [\n{lines}\n]}}\n', encoding="utf-8")


def load_landed(path: Path) -> tuple[str, tuple[Standing, ...]]:
    """The date and the builds of the landed run. Raises OSError, ValueError, KeyError or TypeError."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    builds = (Standing(**{**each, "scenario": Scenario(each["scenario"])}) for each in stored["builds"])
    return stored["date"], tuple(builds)


def _standing(results: Results, size: int, generator: str, scenario: Scenario) -> Standing | None:
    figure = results.figure(generator, size, scenario)
    floor, hugo = results.floor(size), results.figure(HUGO, size, scenario)
    if figure is None or not (floor or hugo):
        return None
    return Standing(
        size=size,
        generator=generator,
        scenario=scenario,
        floor=round(figure.wall / floor.wall, 2) if floor else None,
        hugo=round(figure.wall / hugo.wall, 3) if hugo else None,
        memory=round(figure.memory / 1e6),
        written=round(figure.written),
        removed=round(figure.removed),
    )
