"""What the fields of a record ask of each other, learned from the validator itself: a declared record in, rules out.

There is no second validator. Examples are put through the one there is, each alone and any two together; what it says
of one and not of the other is a rule, with its text. Rules that hang on what values are, as "min is above max", are not
found this way: those the check tells later.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jobboard.model.fields.field import Declaration, declarations
from jobboard.model.fields.input import Input
from jobboard.model.fields.record import parse_record
from jobboard.model.parts.closing import Rolling
from jobboard.source.problem import Level, Problem, Report
from jobboard.source.yaml.front_matter import parse_front_matter
from jobboard.source.yaml.tree import Mapping as Fields
from jobboard.source.yaml.tree import Node, Pair, Scalar

ANY = ""
"""Stands for whatever value a field has."""


class Filled(NamedTuple):
    """That a field is filled in, with that value where it matters."""

    field: str
    value: str = ANY


class Rule(NamedTuple):
    """What is said at a field `when` all of these hold, `unless` one of those does."""

    when: tuple[Filled, ...]
    unless: tuple[Filled, ...]
    said: Problem


class _Sample(NamedTuple):
    filled: Filled
    node: Node


_Found = dict[tuple[str, str], Problem]
"""Problems by their field and what they say."""


@functools.cache
def rules_of(record: type) -> tuple[Rule, ...]:
    """What holds between the fields of a record, in the order of its declaration."""
    samples = tuple(_samples(record))
    alone = {each: _problems(record, (each,)) for each in samples}
    nothing = _problems(record, ())
    rules = [Rule((), _ending(key, alone, record), problem) for key, problem in nothing.items()]
    for each, found in alone.items():
        with_another = {other: _problems(record, (each, other)) for other in samples if _differ(each, other)}
        rules += [
            Rule((each.filled,), _ending(key, with_another, record), problem)
            for key, problem in found.items()
            if key not in nothing
        ]
    rules += _of_two(record, samples, alone)
    return tuple(_whatever_the_value(rules, record))


def _of_two(record: type, samples: Iterable[_Sample], alone: Mapping[_Sample, _Found]) -> Iterator[Rule]:
    """What is said of two fields that neither is told of alone."""
    for one, other in itertools.combinations(samples, 2):
        if _differ(one, other):
            for key, problem in _problems(record, (one, other)).items():
                if key not in alone[one] and key not in alone[other] and not problem.said.values:
                    yield Rule((one.filled, other.filled), (), problem)


def _differ(one: _Sample, other: _Sample) -> bool:
    return one.filled.field != other.filled.field


def _ending(key: tuple[str, str], found: Mapping[_Sample, _Found], record: type) -> tuple[Filled, ...]:
    """The states with which a problem is gone; its own field's filling is one of them where it is missing."""
    gone = [each.filled for each, problems in found.items() if key not in problems]
    return tuple(_joined(gone, record))


def _joined(states: list[Filled], record: type) -> Iterator[Filled]:
    """A field that is named with all of its values is named once."""
    for field, group in itertools.groupby(states, key=lambda each: each.field):
        named = list(group)
        yield from [Filled(field)] if len(named) == len(_values(declarations(record)[field])) else named


def _whatever_the_value(rules: Iterable[Rule], record: type) -> Iterator[Rule]:
    """Rules that are the same for all values of a field, once."""
    same: dict[tuple[tuple[str, ...], tuple[Filled, ...], Problem], list[Rule]] = {}
    for rule in rules:
        fields = tuple(each.field for each in rule.when)
        same.setdefault((fields, rule.unless, rule.said), []).append(rule)
    for (fields, unless, said), group in same.items():
        number = 1
        for field in fields:
            number *= len(_values(declarations(record)[field]))
        if len(group) == number:
            yield Rule(tuple(Filled(field) for field in fields), unless, said)
        else:
            yield from group


def _samples(record: type) -> Iterator[_Sample]:
    """Each field filled in as its example does, or with each of the words it may hold."""
    for name, declaration in declarations(record).items():
        values = _values(declaration)
        for value in values:
            node = Scalar(value, 1) if value else _example(declaration)
            yield _Sample(Filled(name, value), node)


def _values(declaration: Declaration) -> tuple[str, ...]:
    """The values of a field that may matter; of most fields none does."""
    if declaration.type.asked is Input.CHOICE:
        return tuple(declaration.type.schema["enum"])
    return (ANY, Rolling.ROLLING.value) if declaration.type.asked is Input.DEADLINE else (ANY,)


def _example(declaration: Declaration) -> Node:
    if declaration.type.asked is Input.FILE:
        return Scalar("files/file", 1)  # no picture: of one more is asked
    fields = parse_front_matter(f"it: {declaration.example}", 1, Report(""))
    return fields.entries[0].value if fields else Scalar("", 1)


def _problems(record: type, samples: tuple[_Sample, ...]) -> _Found:
    """What the validator says of a record with these fields and no others."""
    report = Report("")
    entries = tuple(Pair(each.filled.field, 1, each.node) for each in samples)
    given = {name: "" for name in ("id", "path") if name in record.__dataclass_fields__}  # type: ignore[attr-defined]
    parse_record(record, Fields(entries, 1), report, **given)
    found = [each for each in report if each.level is Level.PROBLEM]
    return {(each.field, str(each.said) + str(each.way_out)): each for each in found}
