"""Ids that items had before: who has each today, and every record naming its items by their ids of today."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from jobboard.model.fields.references import Former, NamedId, references_of, with_names_of_today
from jobboard.model.topic import Topic
from jobboard.source.content.folder import TOPICS
from jobboard.source.kinds import TOPIC_TEXTS
from jobboard.source.message import message, phrase
from jobboard.source.problem import Problem

INTRODUCTION_TWICE = message(
    "introduction-twice", "the topic %(old)s is called %(id)s today, and content/%(path)s introduces it"
)


class Renamed(Protocol):
    """What may have had other ids: `formerly`, oldest first. Renamed back, it has its own among them."""

    @property
    def id(self) -> str: ...

    @property
    def formerly(self) -> tuple[str, ...]: ...


def first_id(item: Renamed) -> str:
    """The id an item is known by for ever: the first it had."""
    return (*item.formerly, item.id)[0]


def other_ids(item: Renamed) -> tuple[str, ...]:
    """The ids an item had and has no more, oldest first."""
    return tuple(old for old in item.formerly if old != item.id)


def former_ids(
    had: Iterable[tuple[str, str, tuple[str, ...]]], there: Mapping[str, Collection[str]], topics: Mapping[str, Topic]
) -> dict[tuple[str, str], str]:
    """Today's ids by former ones; `had` are items by folder and id, each with the names it had.

    A name that is in use today leads to who has it: `there` are the ids of all items, by folder.
    """
    former = {(folder, old): id_ for folder, id_, names in had for old in names if old not in there[folder]}
    of_topics = {old: topic.id for topic in topics.values() for old in topic.formerly if old not in topics}
    return former | {(folder, old): id_ for folder in (TOPICS, TOPIC_TEXTS) for old, id_ in of_topics.items()}


def rename_references(
    items: dict[str, dict[str, Any]], paths: dict[str, dict[str, str]], former: Former, problems: list[Problem]
) -> dict[str, tuple[NamedId, ...]]:
    """Let every record name what it names by the id of today. Answers what was written, by path."""
    renamed: dict[str, tuple[NamedId, ...]] = {}
    _rename_introductions(items[TOPIC_TEXTS], paths[TOPIC_TEXTS], former, renamed, problems)
    for folder, found in items.items():
        for id_, item in found.items():
            old = tuple(each for each in references_of(item, folder) if (each.folder, each.id) in former)
            if old:
                renamed[item.path] = (*renamed.get(item.path, ()), *old)
                found[id_] = with_names_of_today(item, folder, former)
    return renamed


def _rename_introductions(
    found: dict[str, Any],
    paths: dict[str, str],
    former: Former,
    renamed: dict[str, tuple[NamedId, ...]],
    problems: list[Problem],
) -> None:
    """An introduction is named after its topic; under the topic's former id it still is."""
    for old, item in [*found.items()]:
        id_ = former.get((TOPIC_TEXTS, old))
        if id_ is None or item.translation_of is not None:
            continue
        del found[old], paths[old]
        if id_ in found:
            message = INTRODUCTION_TWICE(old=old, id=id_, path=found[id_].path)
            problems.append(Problem(item.path, 1, "", message, phrase("keep one of the two files")))
        else:
            found[id_], paths[id_] = replace(item, id=id_), item.path
            renamed[item.path] = (NamedId("", TOPIC_TEXTS, old),)
