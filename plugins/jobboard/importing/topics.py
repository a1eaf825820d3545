"""Categories and tags of a source as topics of this board, by name; those with no match are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jobboard.importing.sources.entry import Term
from jobboard.model.topic import parse_topics
from jobboard.source.content.folder import TOPICS
from jobboard.source.problem import Report
from jobboard.source.slug import to_slug
from jobboard.source.text import MAX_BYTES, decode
from jobboard.source.yaml.front_matter import parse_front_matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """Topic ids by the slugs they are known under; `given` are those named in the command, and come first."""

    ids: Mapping[str, str]
    given: Mapping[str, str]
    unmatched: Counter[str] = field(default_factory=Counter)

    def of(self, category: Term) -> str:
        """The topic a category means; empty, and counted, if there is none."""
        names = [to_slug(text) for text in (category.name, category.slug) if text]
        for known in (self.given, self.ids):
            for name in filter(None, names):
                if name in known:
                    return known[name]
        if label := " ".join((category.name or category.slug).split()):
            self.unmatched[label] += 1
        return ""


def read_topics(content: Path, given: Mapping[str, str]) -> Topics:
    """The topics of the board under their ids, of then too, and their names in all languages."""
    file, report = content / TOPICS, Report(TOPICS)
    text = decode(file.read_bytes(), report) if file.is_file() and file.stat().st_size <= MAX_BYTES else None
    tree = parse_front_matter(text, 1, report) if text is not None else None
    ids: dict[str, str] = {}
    for topic in parse_topics(tree, "en", report) if tree else ():
        for name in (topic.id, *(to_slug(name) for _, name in topic.names), *topic.formerly):
            ids.setdefault(name, topic.id)
    return Topics(ids=ids, given={to_slug(name): id_ for name, id_ in given.items()})
