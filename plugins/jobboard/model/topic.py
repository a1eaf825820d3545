"""Topics: the controlled list in `content/topics.yaml`, each with a name in every language it has one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from jobboard.model.fields.field import MISSING
from jobboard.model.fields.lists import list_of
from jobboard.model.fields.mappings import mapping_by
from jobboard.model.fields.values import ID, LANGUAGE, LINE
from jobboard.source.message import message, phrase
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Mapping, Node, Scalar

FORMER_TOPIC_IN_USE = message("former-topic-in-use", "%(old)s is a topic of today")
FORMER_TOPIC_TWICE = message("former-topic-twice", "%(old)s was also %(other)s")

_FORMERLY = "formerly"
_NAMES = mapping_by(LANGUAGE, LINE, phrase("names by language, like {en: Culture, fr: Culture}"))
_FORMER_IDS = list_of(ID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One entry of the list; `names` are pairs of language code and name, `formerly` its earlier ids, oldest first."""

    id: str
    names: tuple[tuple[str, str], ...]
    line: int
    formerly: tuple[str, ...] = ()
    digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", f"{self.id} {self.names!r} {self.formerly!r}")

    def name_in(self, *languages: str) -> str:
        """The name in the first of `languages` that has one, else in the first given."""
        names = dict(self.names)
        return next((names[code] for code in languages if code in names), self.names[0][1])


def parse_topics(tree: Mapping, default_lang: str, report: Report) -> tuple[Topic, ...]:
    """Validate the list of topics; those with problems are left out and reported."""
    topics = []
    for entry in tree.entries:
        id_ = ID.parse(Scalar(entry.key, entry.line), entry.key, report)
        named, earlier = _parts_of(entry.value)
        names = _NAMES.parse(named, entry.key, report)
        formerly = () if earlier is None else _FORMER_IDS.parse(earlier, f"{entry.key}.{_FORMERLY}", report)
        if id_ is None or names is None or formerly is None:
            continue
        if default_lang not in dict(names):
            report.problem(
                entry.line, f"{id_}.{default_lang}", MISSING, phrase("every topic has a name in the site's language")
            )
        topics.append(Topic(id=id_, names=names, line=entry.line, formerly=formerly))
    _check_former_ids(topics, {entry.key for entry in tree.entries}, report)
    return tuple(topics)


def _parts_of(value: Node) -> tuple[Node, Node | None]:
    """The names of a topic, and the list of its former ids if it has one."""
    if not isinstance(value, Mapping):
        return value, None
    names = tuple(entry for entry in value.entries if entry.key != _FORMERLY)
    return Mapping(names, value.line), value.value(_FORMERLY)


def _check_former_ids(topics: Iterable[Topic], ids: set[str], report: Report) -> None:
    """A former id belongs to one topic for ever; a topic that was renamed back may have its own among them."""
    claimed: dict[str, str] = {}
    for topic in topics:
        for old in topic.formerly:
            name = f"{topic.id}.{_FORMERLY}"
            if old != topic.id and old in ids:
                hint = phrase("a former id belongs to one topic for ever; take another id for the new topic")
                report.problem(topic.line, name, FORMER_TOPIC_IN_USE(old=old), hint)
            elif claimed.setdefault(old, topic.id) != topic.id:
                hint = phrase("a former id belongs to one topic for ever; keep it in one of the two")
                report.problem(topic.line, name, FORMER_TOPIC_TWICE(old=old, other=claimed[old]), hint)
