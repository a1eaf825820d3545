"""JSON-LD as a page holds it: nodes of schema.org in, the finished text of one block out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2.utils import htmlsafe_json_dumps

CONTEXT = "https://schema.org"


def json_ld(nodes: Iterable[dict[str, Any]]) -> str:
    """One `@graph` of all that a page says of itself; empty if there is nothing to say.

    The text is safe within a script element (`<`, `>`, `&` and `'` are written as `\\u…`), and templates know it. It
    is made once, for its hash and for the page.
    """
    graph = [{name: value for name, value in node.items() if name != "@context"} for node in nodes if node]
    return htmlsafe_json_dumps({"@context": CONTEXT, "@graph": graph}, sort_keys=True) if graph else ""
