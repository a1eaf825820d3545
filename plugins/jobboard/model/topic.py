"""Topics: the controlled list in `content/topics.yaml`, each with a name in every language it has one."""

from __future__ import annotations

from dataclasses import dataclass, field

from jobboard.model.lists import mapping_by
from jobboard.model.values import ID, LANGUAGE, LINE
from jobboard.source.problem import Report
from jobboard.source.tree import Mapping, Scalar

_NAMES = mapping_by(LANGUAGE, LINE, "names by language, like {en: Culture, fr: Culture}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One entry of the list; `names` are pairs of language code and name."""

    id: str
    names: tuple[tuple[str, str], ...]
    line: int
    digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", f"{self.id} {self.names!r}")

    def name_in(self, *languages: str) -> str:
        """The name in the first of `languages` that has one, else in the first given."""
        names = dict(self.names)
        return next((names[code] for code in languages if code in names), self.names[0][1])


def parse_topics(tree: Mapping, default_lang: str, report: Report) -> tuple[Topic, ...]:
    """Validate the list of topics; those with problems are left out and reported."""
    topics = []
    for entry in tree.entries:
        id_ = ID.parse(Scalar(entry.key, entry.line), entry.key, report)
        names = _NAMES.parse(entry.value, entry.key, report)
        if id_ is None or names is None:
            continue
        if default_lang not in dict(names):
            report.problem(
                entry.line, f"{id_}.{default_lang}", "missing", "every topic has a name in the site's language"
            )
        topics.append(Topic(id=id_, names=names, line=entry.line))
    return tuple(topics)
