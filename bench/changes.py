"""What happens to a board between two builds: to one posting's file, or to the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bench.checks import check_added, check_closed, check_edited, check_left
from bench.corpus import AFTER_DUE, NOW, Corpus, edited, filled
from bench.generators import Generator
from bench.items import Posting
from bench.results import Scenario

ShowsIt = Callable[[Generator, Posting, str], None]
"""Looks whether the site shows what happened to a posting, whose page was that text. Raises CheckError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A posting as it is before and after, None where there is none, and the instant of the build that finds it."""

    scenario: Scenario
    before: Posting | None
    after: Posting | None
    check: ShowsIt
    now: datetime = NOW

    @property
    def posting(self) -> Posting:
        """The one it happens to."""
        posting = self.before or self.after
        if posting is None:
            raise ValueError(f"'{self.scenario}' happens to no posting")
        return posting

    def happen(self, generator: Generator) -> None:
        """Change the content."""
        _put(generator, self.posting, self.after)

    def undo(self, generator: Generator) -> None:
        """Leave the content as it was."""
        _put(generator, self.posting, self.before)


def happenings(corpus: Corpus) -> tuple[Happening, ...]:
    """In the order of a round. The deadline comes last, for time does not run backwards."""
    edit, fill, due = corpus.to_edit, corpus.to_fill, corpus.due
    return (
        Happening(scenario=Scenario.EDITED, before=edit, after=edited(edit), check=check_edited),
        Happening(scenario=Scenario.ADDED, before=None, after=corpus.to_add, check=check_added),
        Happening(scenario=Scenario.FILLED, before=fill, after=filled(fill), check=check_closed),
        Happening(scenario=Scenario.LEFT, before=corpus.alone, after=None, check=check_left),
        Happening(scenario=Scenario.DEADLINE, before=due, after=due, check=check_closed, now=AFTER_DUE),
    )


def _put(generator: Generator, posting: Posting, state: Posting | None) -> None:
    if state is None:
        generator.remove_posting(posting)
    else:
        generator.write_posting(state)
