"""Our figures against what docs/standards.md#figures asks of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.jobboard_site import EVERYTHING, NATIVE, PLAIN
from bench.results import Figure, Results, Scenario

HUGO = "hugo"
PELICAN = "pelican"

SMALL, LARGE, HUGE = 1_000, 10_000, 100_000
"""Numbers of postings that something is asked of."""

_SAID = {PLAIN: "the peers' outputs", NATIVE: "native Markdown", EVERYTHING: "everything on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What is asked of one figure. `measure` answers None where it was not measured; `is_floor`: more is better."""

    words: str
    measure: Callable[[Results], float | None]
    must: float
    aim: float
    unit: str = "×"
    is_floor: bool = False

    def holds(self, value: float, bound: float) -> bool:
        """Whether a figure is within `must` or `aim`."""
        return value >= bound if self.is_floor else value <= bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One row: what is asked, and what came out."""

    bound: Bound
    value: float

    @property
    def verdict(self) -> str:
        if self.bound.holds(self.value, self.bound.aim):
            return "aim met"
        return "must met" if self.bound.holds(self.value, self.bound.must) else "missed"


def comparisons(results: Results) -> Iterator[Comparison]:
    """The rows that can be made of what was measured."""
    for bound in BOUNDS:
        value = bound.measure(results)
        if value is not None:
            yield Comparison(bound=bound, value=value)


def _faster(scenario: Scenario, generator: str, *, must: float, aim: float) -> Bound:
    def measure(results: Results) -> float | None:
        ours, hugo = (results.figure(name, LARGE, scenario) for name in (generator, HUGO))
        return hugo.wall / ours.wall if ours and hugo else None

    words = f"{scenario}, {_of(generator, LARGE)}: times faster than Hugo"
    return Bound(words=words, measure=measure, must=must, aim=aim, is_floor=True)


def _cold(generator: str, size: int, *, must: float, aim: float) -> Bound:
    def measure(results: Results) -> float | None:
        ours, hugo = (results.figure(name, size, Scenario.COLD) for name in (generator, HUGO))
        return ours.wall / hugo.wall if ours and hugo else None

    words = f"{Scenario.COLD}, {_of(generator, size)}: times Hugo's time"
    return Bound(words=words, measure=measure, must=must, aim=aim)


def _unchanged(generator: str, *, must: float, aim: float) -> Bound:
    def measure(results: Results) -> float | None:
        ours, floor = results.figure(generator, LARGE, Scenario.NOTHING), results.floor(LARGE)
        return ours.wall / floor.wall if ours and floor else None

    words = f"{Scenario.NOTHING}, {_of(generator, LARGE)}: times the start-and-import floor"
    return Bound(words=words, measure=measure, must=must, aim=aim)


def _growth(generator: str, *, must: float, aim: float) -> Bound:
    def measure(results: Results) -> float | None:
        small, large = (results.figure(generator, size, Scenario.DEADLINE) for size in (SMALL, LARGE))
        return large.written / small.written if small and small.written and large else None

    words = f"{Scenario.DEADLINE}, {_SAID[generator]}: times the files written from {SMALL:,} to {LARGE:,} postings"
    return Bound(words=words, measure=measure, must=must, aim=aim)


def _figure(
    words: str, scenario: Scenario, generator: str, size: int, of: Callable[[Figure], float]
) -> tuple[str, Callable[[Results], float | None]]:
    """The words and the measure of what stands for itself: files, memory, seconds."""

    def measure(results: Results) -> float | None:
        figure = results.figure(generator, size, scenario)
        return of(figure) if figure else None

    return f"{scenario}, {_of(generator, size)}: {words}", measure


def _files(scenario: Scenario, generator: str, *, must: float, aim: float) -> Bound:
    words, measure = _figure("files written", scenario, generator, LARGE, lambda figure: figure.written)
    return Bound(words=words, measure=measure, must=must, aim=aim, unit="")


def _memory(generator: str, size: int, *, must: float, aim: float) -> Bound:
    words, measure = _figure("peak memory", Scenario.COLD, generator, size, lambda figure: figure.memory / 1e6)
    return Bound(words=words, measure=measure, must=must, aim=aim, unit=" MB")


def _seconds(scenario: Scenario, *, must: float, aim: float) -> Bound:
    words, measure = _figure("time", scenario, PLAIN, HUGE, lambda figure: figure.wall)
    return Bound(words=words, measure=measure, must=must, aim=aim, unit=" s")


def _of(generator: str, size: int) -> str:
    return f"{_SAID[generator]}, {size:,} postings"


def _one_comes_or_goes(scenario: Scenario) -> tuple[Bound, ...]:
    """A posting that is added costs what one does that closes."""
    return (
        _faster(scenario, PLAIN, must=8, aim=12),
        _files(scenario, PLAIN, must=25, aim=25),
        _faster(scenario, EVERYTHING, must=4, aim=8),
        _files(scenario, EVERYTHING, must=150, aim=120),
    )


BOUNDS = (
    _faster(Scenario.EDITED, PLAIN, must=10, aim=15),
    _faster(Scenario.EDITED, EVERYTHING, must=6, aim=10),
    *_one_comes_or_goes(Scenario.ADDED),
    *_one_comes_or_goes(Scenario.DEADLINE),
    _growth(PLAIN, must=1.3, aim=1),
    _growth(EVERYTHING, must=1.3, aim=1),
    _unchanged(PLAIN, must=2, aim=1.5),
    _unchanged(EVERYTHING, must=2, aim=1.5),
    _cold(PLAIN, SMALL, must=2.5, aim=2),
    _cold(PLAIN, LARGE, must=2, aim=1.6),
    _cold(NATIVE, LARGE, must=1.5, aim=1),
    _cold(EVERYTHING, LARGE, must=5, aim=3.5),
    _memory(PLAIN, LARGE, must=300, aim=250),
    _memory(EVERYTHING, LARGE, must=450, aim=350),
    _memory(PLAIN, HUGE, must=1_200, aim=800),
    _seconds(Scenario.EDITED, must=5, aim=3),
    _seconds(Scenario.NOTHING, must=2.5, aim=1.5),
)
"""All that is asked, in the order it is told in."""
