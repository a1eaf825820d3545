"""The field types of pairs: values by a code, or codes of which some have a value."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from jobboard.model.fields.field import EXPECTED, FieldType
from jobboard.model.fields.input import Input
from jobboard.model.fields.lists import has_bearable_length, list_of
from jobboard.model.fields.record import describe
from jobboard.source.message import UNSAID, Phrase, message, phrase
from jobboard.source.problem import Report, quoted
from jobboard.source.yaml.tree import Mapping, Node, Pair, Scalar, Sequence

PAIRS_EXPECTED = message("pairs-expected", EXPECTED)

T = TypeVar("T")
K = TypeVar("K")
HintOnTexts = Callable[[list[str]], Phrase]
"""How to write as pairs what somebody wrote as a text or a list of texts."""


def mapping_by(
    key: FieldType[K], value: FieldType[T], words: Phrase, hint_for: HintOnTexts = lambda _: UNSAID
) -> FieldType[tuple[tuple[K, T], ...]]:
    """Pairs in the author's order, written `{key: value}`; `words` names what the keys are."""
    return _pairs(key, value, words, hint_for, is_value_needed=True)


def keys_with(
    key: FieldType[K], value: FieldType[T], words: Phrase, hint_for: HintOnTexts = lambda _: UNSAID
) -> FieldType[tuple[tuple[K, T | None], ...]]:
    """Keys in the author's order, each with a value or without: `[a, b]`, `{a: value, b: }`."""
    return _pairs(key, value, words, hint_for, is_value_needed=False)


def _pairs(
    key: FieldType[K], value: FieldType[T], words: Phrase, hint_for: HintOnTexts, *, is_value_needed: bool
) -> FieldType[Any]:
    alone = list_of(key)

    def parse(node: Node, name: str, report: Report) -> Any:
        if not is_value_needed and isinstance(node, Sequence) and not _is_mixed(node):
            keys = alone.parse(node, name, report)
            return None if keys is None else tuple((each, None) for each in keys)
        if not isinstance(node, Mapping) or not node.entries:
            found = phrase("nothing") if isinstance(node, Mapping) else describe(node)
            report.problem(node.line, name, PAIRS_EXPECTED(words=words, found=found), _as_mapping(node, hint_for))
            return None
        if not has_bearable_length(node.line, name, len(node.entries), report):
            return None
        pairs = []
        for entry in node.entries:
            if hint := _without_colon(entry, key):
                report.problem(entry.line, name, PAIRS_EXPECTED(words=words, found=quoted(entry.key)), hint)
                continue
            code = key.parse(Scalar(entry.key, entry.line), name, report)
            is_alone = not is_value_needed and isinstance(entry.value, Scalar) and not entry.value.text
            level = None if is_alone else value.parse(entry.value, f"{name}.{entry.key}", report)
            if code is not None and (is_alone or level is not None):
                pairs.append((code, level))
        return tuple(pairs) if len(pairs) == len(node.entries) else None

    values = value.schema if is_value_needed else {"anyOf": [value.schema, {"type": "null"}]}
    mapping = {"type": "object", "minProperties": 1, "additionalProperties": values}
    schema = mapping if is_value_needed else {"anyOf": [mapping, alone.schema]}
    return FieldType(parse, words, schema, asked=Input.PAIRS, items=(key, value))


def _is_mixed(node: Sequence) -> bool:
    """True for a list in which a pair stands for a key: `[en: fluent, fr]`."""
    return any(isinstance(each, Mapping) for each in node.items)


def _without_colon(entry: Pair, key: FieldType[K]) -> Phrase:
    """How to write `en fluent` and `en:fluent`, which YAML takes for a name without a value."""
    found = re.fullmatch(r"(\w+)(?: ?: ?| )(\w[\w ]*)", entry.key)
    is_alone = isinstance(entry.value, Scalar) and not entry.value.text
    if not (found and is_alone and key.parse(Scalar(found[1], 0), "", Report("")) is not None):
        return UNSAID
    written = f"{found[1]}: {found[2]}"
    return phrase("a colon and a space stand between name and value: %(written)s", written=written)


def _as_mapping(node: Node, hint_for: Callable[[list[str]], Phrase]) -> Phrase:
    if isinstance(node, Scalar) and node.text:
        return hint_for([each.strip() for each in re.split("[,;/]| and | et | y ", node.text)])
    if isinstance(node, Sequence) and _is_mixed(node):
        return phrase("write %(written)s", written="{" + ", ".join(map(_as_pair, node.items)) + "}")
    if isinstance(node, Sequence):
        return hint_for([each.text for each in node.items if isinstance(each, Scalar) and each.text])
    return UNSAID


def _as_pair(node: Node) -> str:
    """An item of a list as it stands in braces."""
    if isinstance(node, Mapping) and node.entries and isinstance(node.entries[0].value, Scalar):
        return f"{node.entries[0].key}: {node.entries[0].value.text or '…'}"
    return f"{node.text}: " if isinstance(node, Scalar) else "…"
