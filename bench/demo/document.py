"""A file of the content: fields and paragraphs in, front matter and Markdown out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    """Writes what is the same twice, such as a description, in full both times."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def document(fields: Mapping[str, Any], blocks: Iterable[str]) -> bytes:
    """Fields that are empty are left out; dates are written as authors write them."""
    kept = {name: value for name, value in fields.items() if value not in ("", None, [], {})}
    front = yaml.dump(kept, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)
    body = "\n\n".join(blocks)
    return f"---\n{front}---\n\n{body}\n".encode()


def bullets(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines)


def numbers(lines: Iterable[str]) -> str:
    """A list in which the order counts."""
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
