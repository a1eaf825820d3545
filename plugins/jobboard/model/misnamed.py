"""A name that is no field of a record in, what to write instead out.

The names people write for a field are declared with it (`also`, `switches`); the fields of a nested record are found by
looking into it. So nothing here can name a field that there is not.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator

from jobboard.model.field import Declaration, declarations
from jobboard.model.tongues import folded
from jobboard.source.characters import hidden_in, name_of, plainly
from jobboard.source.problem import Report, near_spelling
from jobboard.source.syntax import as_value, in_quotes
from jobboard.source.tree import Entry, Node, Scalar

_FROM_NAME = "addresses are made from the file name"
_NOWHERE = {
    "id": "the file name is the id",
    "slug": "the address is made from the file name; to rename, keep the old name in 'formerly'",
    "permalink": _FROM_NAME,
    "save_as": _FROM_NAME,
    "url": _FROM_NAME,
    "template": "every kind of content has one template: delete the line",
    "layout": "every kind of content has one template: delete the line",
    "theme": "every kind of content has one template: delete the line",
    "toc": "delete the line: pages have no table of contents",
    "comments": "delete the line: there are no comments",
    "weight": "delete the line: dates decide the order",
}
"""What other programs' files have and this board has not."""

YES, NO = ("true", "yes", "on", "1", "y"), ("false", "no", "off", "0", "n")
_LONGEST = 80
"""Characters of a value that is shown once more in a proposal."""


def target_of(key: str, cls: type) -> str:
    """The field of `cls` that a name which is none stands for, by its meaning or its spelling; empty if unknown."""
    fields = _meant(cls).get(_folded(key), ())
    return fields[0] if fields else _near(key, cls)


def hint_on_name(entry: Entry, before: Entry | None, cls: type, given: Collection[str], *, is_nested: bool) -> str:
    """What to write instead of a name that is no field of `cls`.

    `before` is the entry written before it, `given` are the names of all.
    """
    return (
        _hint_on_spelling(entry, before, is_nested=is_nested)
        or _hint_on_meaning(entry, cls, given)
        or ("" if _folded(entry.key) in _names(cls) else _hint_on_nesting(entry, cls))
        or ("" if is_nested else _NOWHERE.get(_folded(entry.key), ""))
        or _hint_on_nearness(entry.key, cls, is_nested=is_nested)
    )


def _hint_on_spelling(entry: Entry, before: Entry | None, *, is_nested: bool) -> str:
    """What YAML, or the eye, makes of a name: a hidden character, a colon without a space, a comma in a text."""
    key = entry.key
    if hidden := hidden_in(key):
        if plainly(key[:1]) in ("", " ") or key[:1].isspace():
            return f"the line begins with {name_of(key[0])}; indent with plain spaces: {plainly(key).strip()}"
        return f"{hidden}; write {plainly(key).strip()}"
    is_alone = isinstance(entry.value, Scalar) and not entry.value.text
    name, colon, value = key.partition(":")
    if colon and (value or not is_alone):
        return f"put a space after the colon: {name}: {value}" if value else f"one colon is enough: {name}"
    if is_nested and is_alone and before and before.line == entry.line and isinstance(before.value, Scalar):
        whole = in_quotes(f"{before.value.text}, {key}")
        return f"a comma within braces begins another field; if it belongs to the text, write {before.key}: {whole}"
    return ""


def _hint_on_meaning(entry: Entry, cls: type, given: Collection[str]) -> str:
    fields = _meant(cls).get(_folded(entry.key), ())
    if not fields:
        return ""
    declared = declarations(cls)
    name = next((each for each in fields if _takes(declared[each], entry.value)), fields[0])
    if word := declared[name].switches.get(_folded(entry.key)):
        is_off = isinstance(entry.value, Scalar) and entry.value.text.lower() in NO
        return "delete the line" if is_off else f"write {name}: {word}"
    if name in given:
        return f"this is '{name}', which is there already: delete one of the two"
    return f"write {name}: {_value(declared[name], entry.value)}"


def _hint_on_nesting(entry: Entry, cls: type) -> str:
    """For a name that is a field of records within this one: where it goes."""
    found = [(name, each, field) for name, each in declarations(cls).items() for field in _inner(each, entry.key)]
    found = [each for each in found if each[2] == _folded(entry.key)] or found
    if not found:
        return ""
    name, outer, field = next((each for each in found if _takes(_field_of(each[1], each[2]), entry.value)), found[0])
    inner = f"{{{field}: {_value(_field_of(outer, field), entry.value)}}}"
    others = "".join(f" or '{each}'" for each in dict.fromkeys(each[0] for each in found) if each != name)
    is_list = outer.type.schema.get("type") == "array"
    return f"write it within '{name}'{others}: {name}: {f'[{inner}]' if is_list else inner}"


def _hint_on_nearness(key: str, cls: type, *, is_nested: bool) -> str:
    if near := _near(key, cls):
        return f"did you mean '{near}'?"
    return f"the fields are {', '.join(declarations(cls))}" if is_nested else "the fields are listed in docs/reference/"


def _near(key: str, cls: type) -> str:
    names, wanted = _names(cls), _folded(key)
    return names.get(wanted) or names.get(near_spelling(wanted, names), "")


@functools.cache
def _names(cls: type) -> dict[str, str]:
    """The fields of a record by their folded names."""
    return {_folded(name): name for name in declarations(cls)}


def _inner(outer: Declaration, key: str) -> Iterator[str]:
    if outer.type.record is None:
        return
    wanted = _folded(key)
    own = (wanted,) if wanted in declarations(outer.type.record) else ()
    yield from dict.fromkeys((*own, *_meant(outer.type.record).get(wanted, ())))


def _field_of(outer: Declaration, field: str) -> Declaration:
    if outer.type.record is None:
        raise ValueError(field)
    return declarations(outer.type.record)[field]


def _takes(declaration: Declaration, value: Node) -> bool:
    return declaration.type.parse(value, "", Report("")) is not None


def _value(declaration: Declaration, value: Node) -> str:
    """The value of a proposal: the author's own where the field takes it, else the field's example."""
    if not isinstance(value, Scalar) or not value.text or len(value.text) > _LONGEST or "\n" in value.text:
        return declaration.example
    written = declaration.type.as_typed(value.text)
    if _takes(declaration, value):
        return as_value(value.text)
    return written if written != value.text and written else declaration.example


@functools.cache
def _meant(cls: type) -> dict[str, tuple[str, ...]]:
    """Fields by the folded names people write for them."""
    found: dict[str, tuple[str, ...]] = {}
    for name, declaration in declarations(cls).items():
        for other in (*declaration.also, *declaration.switches):
            found[_folded(other)] = (*found.get(_folded(other), ()), name)
    return found


@functools.lru_cache(maxsize=4096)
def _folded(key: str) -> str:
    """A name as it is compared: small letters joined by `_`, without accents; `validThrough` is `valid_through`."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key.strip())
    return re.sub(r"[\s_]+", "_", folded(apart)).strip("_")
