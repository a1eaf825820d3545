"""The shortest file of a kind that is complete, made of the examples in its declaration."""

from __future__ import annotations

from jobboard.model.fields.field import declarations
from jobboard.outputs.form.conditions import rules_of


def shortest_file(record: type) -> str:
    """The fields that must be there, with their examples, and where the text goes."""
    needed = {rule.said.field for rule in rules_of(record) if not rule.when}
    fields = [f"{name}: {each.example}" for name, each in declarations(record).items() if name in needed]
    return "\n".join(["---", *fields, "---", "", "…"])
