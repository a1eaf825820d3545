"""A value as it is written into front matter: in quotes only where it would be read as something else without."""

from __future__ import annotations

import re

import yaml

from jobboard.editing.sheet import Data
from jobboard.source.yaml.syntax import in_quotes, to_yaml

_ESCAPES = {"\n": "\\n", "\t": "\\t"}
_LINES = re.compile("[\n\t]")
"""What a value on one line can hold only between double quotes."""

_WORDS = re.compile(r"[^\W_][\w-]*(?:[ .][\w-]+)*")
"""What YAML has no sign for: nearly every value."""


def yaml_of(value: Data, *, is_flow: bool, style: str = "") -> str:
    """The value on one line; lists and fields in brackets. `is_flow` says that it stands within some.

    `style` are the quotes around what it replaces: they stay.
    """
    if isinstance(value, str):
        return _in_style(value, style) or _plainest(value, is_flow=is_flow)
    if isinstance(value, dict):
        pairs = (f"{yaml_of(key, is_flow=True)}: {yaml_of(each, is_flow=True)}" for key, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    return f"[{', '.join(yaml_of(each, is_flow=True) for each in value)}]"


def _in_style(text: str, style: str) -> str:
    """Between those quotes, if there are any and they can hold it."""
    if style == "'" and not _LINES.search(text):
        return "'" + text.replace("'", "''") + "'"
    return _between_double(text) if style == '"' else ""


def _plainest(text: str, *, is_flow: bool) -> str:
    if not text or _LINES.search(text):
        return _between_double(text)
    return text if _is_read_as_it_is(text, is_flow=is_flow) else in_quotes(text)


def _is_read_as_it_is(text: str, *, is_flow: bool) -> bool:
    """True if nobody takes a text for anything else when it stands there without quotes."""
    if _WORDS.fullmatch(text):
        return True
    line = f"{{name: {text}, other: x}}" if is_flow else f"name: {text}"
    try:
        events = [each for each in yaml.parse(line, Loader=yaml.SafeLoader) if isinstance(each, yaml.NodeEvent)]
    except yaml.YAMLError:
        return False
    found = events[2] if len(events) == (5 if is_flow else 3) else None
    return (
        isinstance(found, yaml.ScalarEvent) and found.value == text and not (found.style or found.tag or found.anchor)
    )


def _between_double(text: str) -> str:
    return _LINES.sub(lambda found: _ESCAPES[found[0]], to_yaml(text))
