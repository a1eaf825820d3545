"""Our figures against what docs/standards.md#figures asks of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bench.jobboard_site import PLAIN
from bench.results import Results, Scenario

HUGO = "hugo"
PELICAN = "pelican"
NATIVE = "jobboard-native"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One row: what is compared, what came out, and the bounds there are; `is_floor`: more is better."""

    words: str
    value: float
    must: float | None
    aim: float | None
    unit: str = "×"
    is_floor: bool = False

    @property
    def verdict(self) -> str:
        if self._holds(self.aim):
            return "aim met"
        if self.must is None:
            return "aim missed"
        return "must met" if self._holds(self.must) else "missed"

    def _holds(self, bound: float | None) -> bool:
        if bound is None:
            return False
        return self.value >= bound if self.is_floor else self.value <= bound


def comparisons(results: Results) -> Iterator[Comparison]:
    """The rows that can be made of what was measured, at the largest size with peers."""
    sizes = [size for size in results.sizes if PLAIN in results.generators(size) and results.floor(size)]
    if not sizes:
        return
    size = sizes[-1]
    ours, hugo = _walls(results, PLAIN, size), _walls(results, HUGO, size)
    pelican, native = _walls(results, PELICAN, size), _walls(results, NATIVE, size)
    cold, nothing, edit = Scenario.COLD, Scenario.NOTHING, Scenario.EDITED
    if edit in hugo:
        words = "one posting edited: times faster than Hugo"
        yield Comparison(words=words, value=hugo[edit] / ours[edit], must=8, aim=15, is_floor=True)
    if floor := results.floor(size):
        words = "nothing changed: times the start-and-import floor"
        yield Comparison(words=words, value=ours[nothing] / floor.wall, must=3, aim=2)
    if cold in pelican:
        words = "cold: times faster than plain Pelican"
        yield Comparison(words=words, value=pelican[cold] / ours[cold], must=4.5, aim=None, is_floor=True)
    if cold in hugo:
        yield Comparison(words="cold: times Hugo's time", value=ours[cold] / hugo[cold], must=None, aim=1.6)
        if cold in native:
            words = "cold, native Markdown: times Hugo's time"
            yield Comparison(words=words, value=native[cold] / hugo[cold], must=0.9, aim=0.5)
    if figure := results.figure(PLAIN, size, cold):
        yield Comparison(
            words="cold: peak memory of the process tree", value=figure.memory / 1e6, must=500, aim=300, unit=" MB"
        )
    if len(sizes) > 1 and size == 10 * sizes[-2]:
        smaller = _walls(results, PLAIN, sizes[-2])
        words = f"cold: times the cost from {sizes[-2]:,} to {size:,} postings"
        yield Comparison(words=words, value=ours[cold] / smaller[cold], must=11, aim=10)


def _walls(results: Results, generator: str, size: int) -> dict[Scenario, float]:
    figures = {scenario: results.figure(generator, size, scenario) for scenario in Scenario}
    return {scenario: figure.wall for scenario, figure in figures.items() if figure}
