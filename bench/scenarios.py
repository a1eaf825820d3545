"""The builds that are measured, and in what order: every generator in turn, round after round."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bench.changes import happenings
from bench.checks import check_site, page_of
from bench.corpus import NOW, Corpus
from bench.generators import Generator, remove_site, write_content
from bench.jobboard_site import VARIANTS
from bench.measure import Command, Measurement, measure
from bench.results import FLOOR, Results, Sample, Scenario, sample_of

Say = Callable[[str], None]
"""Takes a line of progress."""


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Where the results go, how often each build is repeated, and after how many seconds a round is a slow one."""

    results: Results
    log: Path
    runs: int
    slow: float
    say: Say

    def run(self, corpus: Corpus, generators: Sequence[Generator]) -> None:
        """Measure all scenarios at one size. Raises CommandError or CheckError."""
        for generator in generators:
            self.say(f"{corpus.size:,} postings, {generator.name}: writing the content")
            write_content(generator, corpus)
        left = list(generators)
        for number in range(1, self.runs + 1):
            self._add(self._floor(corpus.size), f"run {number} of {self.runs}")
            for generator in list(left):
                started = time.perf_counter()
                self._round(generator, corpus, number)
                if time.perf_counter() - started > self.slow and number < self.runs:
                    self.say(f"{generator.name} took more than {self.slow:.0f} s: one run is enough")
                    left.remove(generator)

    def measure_one(
        self, generator: Generator, size: int, scenario: Scenario, note: str = "", now: datetime = NOW
    ) -> Measurement:
        """One build of a site laid out and changed already."""
        measured = measure(generator.command(now), self.log)
        self._add(sample_of(generator.name, size, scenario, measured), note)
        return measured

    def _round(self, generator: Generator, corpus: Corpus, number: int) -> None:
        """All scenarios, one after another; after the last, the content is what it was.

        What one changed stays for so long, so that none pays for undoing another.
        """
        size, note = corpus.size, f"run {number} of {self.runs}"
        remove_site(generator)
        self.measure_one(generator, size, Scenario.COLD, note)
        if number == 1:
            check_site(generator, corpus)
        self.measure_one(generator, size, Scenario.NOTHING, note)
        with ExitStack() as undone:
            for each in happenings(corpus):
                before = page_of(generator, each.posting) if each.before else ""
                undone.callback(each.undo, generator)
                each.happen(generator)
                measured = self.measure_one(generator, size, each.scenario, note, each.now)
                each.check(generator, each.posting, before)
        if generator.name in VARIANTS:
            self.results.deadline_files.setdefault(generator.name, {})[str(size)] = list(measured.written)

    def _floor(self, size: int) -> Sample:
        command = Command(arguments=(sys.executable, "-c", "import pelican"), folder=self.log.parent)
        return sample_of(FLOOR, size, Scenario.NOTHING, measure(command, self.log))

    def _add(self, sample: Sample, note: str) -> None:
        self.results.samples.append(sample)
        what = "start Python, import Pelican" if sample.generator == FLOOR else sample.scenario
        where = ", ".join(part for part in (f"{sample.size:,} postings", note, sample.generator) if part)
        self.say(
            f"{where}: {what}: {sample.wall:.2f} s, "
            f"{sample.cpu:.2f} s CPU, {sample.memory / 1e6:.0f} MB, {sample.written} written, {sample.removed} removed"
        )
