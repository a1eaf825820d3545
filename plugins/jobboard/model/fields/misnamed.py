"""A name that is no field of a record in, what to write instead out.

The names people write for a field are declared with it (`also`, `switches`); the fields of a nested record are found by
looking into it. So nothing here can name a field that there is not.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

from jobboard.model.fields.field import Declaration, declarations
from jobboard.model.texts.tongues import folded
from jobboard.source.characters import as_meant, hidden_in, name_of
from jobboard.source.message import UNSAID, Phrase, any_of, phrase
from jobboard.source.problem import Report, near_spelling
from jobboard.source.yaml.front_matter import parse_front_matter
from jobboard.source.yaml.syntax import as_value, in_quotes
from jobboard.source.yaml.tree import Node, Pair, Scalar, Sequence

_FROM_NAME = phrase("addresses are made from the file name: delete the line")
_IN_TEXT = phrase("whom to ask is said in the text: write the address there, and it becomes a link")
_NOWHERE = {
    "id": phrase("the file name is the id: delete the line"),
    "slug": phrase("the address is made from the file name; to rename, keep the old name in 'formerly'"),
    "permalink": _FROM_NAME,
    "save_as": _FROM_NAME,
    "url": _FROM_NAME,
    "template": phrase("every kind of content has one template: delete the line"),
    "layout": phrase("every kind of content has one template: delete the line"),
    "theme": phrase("every kind of content has one template: delete the line"),
    "toc": phrase("delete the line: pages have no table of contents"),
    "comments": phrase("delete the line: there are no comments"),
    "weight": phrase("delete the line: dates decide the order"),
    **dict.fromkeys(("contact", "contacts", "contacto", "contactos"), _IN_TEXT),
}
"""What other programs' files have, or other kinds of content, and this one has not."""

YES, NO = ("true", "yes", "on", "1", "y"), ("false", "no", "off", "0", "n")
LONGEST_SHOWN = 80
"""Characters of a value that is shown once more in a proposal."""


def target_of(key: str, cls: type, given: Collection[str]) -> str:
    """The field of `cls` that a name which is none stands for, by its meaning, place or spelling; empty if unknown."""
    if own := _names(cls).get(_folded(as_meant(key))):
        return own
    fields = [each for each in _meant(cls).get(_folded(key), ()) if each not in given]
    within = _within(key, cls)
    return fields[0] if fields else within[0][0] if within else _near(key, cls)


def hint_on_name(entry: Pair, before: Pair | None, cls: type, given: Collection[str], *, is_nested: bool) -> Phrase:
    """What to write instead of a name that is no field of `cls`.

    `before` is the entry written before it, `given` are the names of all.
    """
    return (
        _hint_on_spelling(entry, before, is_nested=is_nested)
        or _hint_on_meaning(entry, cls, given)
        or (UNSAID if _folded(entry.key) in _names(cls) else _hint_on_nesting(entry, cls))
        or (UNSAID if is_nested else _NOWHERE.get(_folded(entry.key), UNSAID))
        or _hint_on_nearness(entry.key, cls, is_nested=is_nested)
    )


def _hint_on_spelling(entry: Pair, before: Pair | None, *, is_nested: bool) -> Phrase:
    """What YAML, or the eye, makes of a name: a hidden character, a colon without a space, a comma in a text."""
    key = entry.key
    if hidden := hidden_in(key):
        if as_meant(key[:1]) in ("", " ") or key[:1].isspace():
            return phrase(
                "the line begins with %(character)s; indent with plain spaces: %(name)s",
                character=name_of(key[0]),
                name=as_meant(key).strip(),
            )
        return phrase("%(hidden)s; write %(written)s", hidden=hidden, written=as_meant(key).strip())
    is_alone = isinstance(entry.value, Scalar) and not entry.value.text
    name, colon, value = key.partition(":")
    if colon and (value or not is_alone):
        if value:
            return phrase("put a space after the colon: %(key)s: %(value)s", key=name, value=value)
        return phrase("one colon is enough: %(name)s", name=name)
    if is_nested and is_alone and before and before.line == entry.line and isinstance(before.value, Scalar):
        whole = in_quotes(f"{before.value.text}, {key}")
        return phrase(
            "a comma within braces begins another field; if it belongs to the text, write %(written)s",
            written=f"{before.key}: {whole}",
        )
    return UNSAID


def _hint_on_meaning(entry: Pair, cls: type, given: Collection[str]) -> Phrase:
    declared, key = declarations(cls), _folded(entry.key)
    fields = _meant(cls).get(key, ())
    if not fields:
        return UNSAID
    missing = [each for each in fields if each not in given]
    if not missing:
        return phrase("this is '%(name)s', which is there already: delete one of the two", name=fields[0])
    if word := declared[missing[0]].switches.get(key):
        is_off = isinstance(entry.value, Scalar) and entry.value.text.lower() in NO
        return phrase("delete the line") if is_off else phrase("write %(written)s", written=f"{missing[0]}: {word}")
    proposals = {each: _proposal(declared[each], entry.value) for each in missing}
    name = next((each for each in missing if proposals[each]), missing[0])
    if proposals[name]:
        return phrase("write %(written)s", written=f"{name}: {proposals[name]}")
    trouble = _trouble_with(declared[name], entry.value)
    example = phrase("for example %(example)s", example=f"{name}: {declared[name].example}")
    return phrase("this is '%(name)s' here; %(hint)s", name=name, hint=trouble or example)


def _hint_on_nesting(entry: Pair, cls: type) -> Phrase:
    """For a name that is a field of records within this one: where it goes."""
    found = _within(entry.key, cls)
    if not found:
        return UNSAID
    declared = declarations(cls)
    inner = {name: _fields_of(declared[name])[field] for name, field in found}
    name, field = next((each for each in found if _proposal(inner[each[0]], entry.value)), found[0])
    value = _proposal(inner[name], entry.value) or inner[name].example
    others = [each for each in dict.fromkeys(each for each, _ in found) if each != name]
    beside = getattr(declared[name].type.record, "WITH_WORDS", ()) if inner[name].type.is_loose else ()
    shown = {each: "…" for each, it in _fields_of(declared[name]).items() if it.required or each in (*beside, field)}
    record = "{" + ", ".join(f"{each}: {text}" for each, text in {**shown, field: value}.items()) + "}"
    is_list = declared[name].type.schema.get("type") == "array"
    written = f"{name}: {f'[{record}]' if is_list else record}"
    return phrase(
        "write it within %(names)s: %(written)s",
        names=any_of(*(f"'{each}'" for each in (name, *others))),
        written=written,
    )


def _hint_on_nearness(key: str, cls: type, *, is_nested: bool) -> Phrase:
    if near := _near(key, cls):
        return phrase("did you mean '%(near)s'?", near=near)
    if is_nested:
        return phrase("the fields are %(names)s", names=", ".join(declarations(cls)))
    return phrase("the fields are listed in docs/reference/")


def _near(key: str, cls: type) -> str:
    names, wanted = _names(cls), _folded(key)
    return names.get(wanted) or names.get(near_spelling(wanted, names), "")


@functools.cache
def _names(cls: type) -> dict[str, str]:
    """The fields of a record by their folded names."""
    return {_folded(name): name for name in declarations(cls)}


@functools.lru_cache(maxsize=1024)
def _within(key: str, cls: type) -> tuple[tuple[str, str], ...]:
    """The fields that hold records, each with the field of these that a name stands for: `city`, `salary_min`."""
    wanted, found, meant = _folded(key), [], []
    for name, declaration in declarations(cls).items():
        inner = _fields_of(declaration)
        for each in dict.fromkeys((wanted, wanted.removeprefix(f"{name}_"))):
            if each in inner:
                found.append((name, each))
            elif declaration.type.record is not None:
                meant += [(name, field) for field in _meant(declaration.type.record).get(each, ())[:1]]
    return tuple(found or meant)


def _fields_of(outer: Declaration) -> dict[str, Declaration]:
    """The fields of the records a field holds; none if it holds none."""
    return declarations(outer.type.record) if outer.type.record is not None else {}


def _trouble_with(declaration: Declaration, value: Node) -> Phrase:
    """What a field says of a value it does not take."""
    report = Report("")
    declaration.type.parse(value, "", report)
    return next((each.way_out for each in report if each.way_out), UNSAID)


def _takes(declaration: Declaration, value: Node) -> bool:
    return declaration.type.parse(value, "", Report("")) is not None


def _proposal(declaration: Declaration, value: Node) -> str:
    """An author's value as this field would have it; empty if it cannot be made one."""
    written = _flow(value)
    if not written or len(written) > LONGEST_SHOWN:
        return ""
    if _takes(declaration, value):
        return written
    typed = declaration.type.as_typed(value.text) if isinstance(value, Scalar) else ""
    if not typed or typed == written or "…" in typed:
        return "" if typed == written else typed
    tree = parse_front_matter(f"value: {typed}", 1, Report(""))
    return typed if tree and tree.entries and _takes(declaration, tree.entries[0].value) else ""


def _flow(node: Node) -> str:
    """A value on one line; empty for one that has several, or none."""
    if isinstance(node, Scalar):
        return as_value(node.text) if node.text and "\n" not in node.text else ""
    if isinstance(node, Sequence):
        items = [_flow(each) for each in node.items]
        return f"[{', '.join(items)}]" if all(items) else ""
    entries = [(each.key, _flow(each.value)) for each in node.entries]
    return "{" + ", ".join(f"{key}: {value}" for key, value in entries) + "}" if all(v for _, v in entries) else ""


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
