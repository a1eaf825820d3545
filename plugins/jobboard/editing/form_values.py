"""What a file says, as the form for writing has it, and back: only what was changed is changed in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jobboard.editing.change import FieldChange, Path
from jobboard.editing.sheet import Data
from jobboard.model.fields.field import FieldType, declarations
from jobboard.model.fields.input import Input


def form_values_of(record: type, fields: Mapping[str, Data]) -> dict[str, Any]:
    """The declared fields of a record: lists are lists, also of one, and pairs are pairs."""
    declared = declarations(record)
    return {name: _value(declared[name].type, each) for name, each in fields.items() if name in declared}


def changes_between(record: type, fields: Mapping[str, Data], values: Mapping[str, Any]) -> Iterator[FieldChange]:
    """What makes a file with those fields say these values. What the form does not know stays as it is."""
    yield from _changes(record, fields, values, ())


def _changes(record: type, fields: Mapping[str, Data], values: Mapping[str, Any], above: Path) -> Iterator[FieldChange]:
    before = form_values_of(record, fields)
    for name, each in declarations(record).items():
        old, new = fields.get(name), values.get(name)
        if before.get(name) == new:
            continue
        if each.type.asked is Input.GROUP and isinstance(old, dict) and isinstance(new, dict) and each.type.record:
            yield from _changes(each.type.record, old, new, (*above, name))
        else:
            yield FieldChange((*above, name), None if new is None else _data(each.type, new))


def _value(type_: FieldType[Any], data: Data) -> Any:
    """Data of a file as the form has it."""
    match type_.asked:
        case Input.LIST:
            return [_value(type_.items[0], each) for each in (data if isinstance(data, list) else [data])]
        case Input.PAIRS:
            return (
                [[key, each] for key, each in data.items()] if isinstance(data, dict) else [[key, ""] for key in data]
            )
        case Input.GROUP_OR_YES if isinstance(data, str):
            return True
        case Input.GROUP | Input.GROUP_OR_YES if type_.record:
            parts = data if isinstance(data, dict) else {next(iter(declarations(type_.record))): data}
            return form_values_of(type_.record, parts)
    return data


def _data(type_: FieldType[Any], value: Any) -> Data:
    """What the form has as data of a file."""
    match type_.asked:
        case Input.LIST:
            several = [_data(type_.items[0], each) for each in value]
            return several[0] if type_.takes_one and len(several) == 1 else several
        case Input.PAIRS:
            has_levels = any(each for _, each in value)
            return dict(value) if has_levels else [key for key, _ in value]
        case Input.GROUP | Input.GROUP_OR_YES if isinstance(value, dict) and type_.record:
            declared = declarations(type_.record)
            return {name: _data(declared[name].type, each) for name, each in value.items() if name in declared}
    return "true" if value is True else str(value)
