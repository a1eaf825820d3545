"""What is wrong with front matter that is no YAML: the parser's error in, a line and an author's words out."""

from __future__ import annotations

import re

import yaml

from jobboard.source.problem import quoted

_WORDS = (
    ("while scanning a quoted scalar", "a quotation mark is opened and not closed"),
    ("expected ',' or ']'", "a list opened with [ is not closed with ]"),
    ("expected ',' or '}'", "a mapping opened with { is not closed with }"),
    ("expected <block end>", "check the indentation of this line and the one above"),
    ("did not find expected key", "check the indentation of this line and the one above, and that quotes are closed"),
    ("could not find expected ':'", "a line of front matter reads 'name: value'"),
    ("escape c", r"between double quotes a backslash is written twice: \\"),
    ("cannot start any token", "a value that starts with @, % or ` needs quotes"),
)
_COLON = 'a colon followed by a space needs quotes around the value: title: "Officer: Twinning"'
_INDENTATION = "either quote the value, or align this line with the one above"
_TAB = "this line begins with a tab; indent with spaces"

_OPENED = ("a quoted scalar", "a flow sequence", "a flow mapping", "a simple key")
"""What the parser was in the middle of, where the mistake is at its beginning and not where it gave up."""

_TWO_COLONS = re.compile(r":\s.*:(?:\s|$)")


def explain(error: yaml.YAMLError, text: str, first_line: int) -> tuple[int, str, str, str]:
    """Line, field, message and hint for a syntax error."""
    context = getattr(error, "context", None) or ""
    mark = getattr(error, "context_mark", None) if context.endswith(_OPENED) else None
    mark = mark or getattr(error, "problem_mark", None)
    line = min(mark.line, text.count("\n")) if mark else 0
    shown = text.split("\n")[line]
    hint = _hint(f"{getattr(error, 'problem', None) or error} {context}", shown)
    return first_line + line, "", f"the front matter cannot be read here: {quoted(shown.strip())}", hint


def _hint(technical: str, line: str) -> str:
    if line.lstrip(" ").startswith("\t"):
        return _TAB
    if "mapping values are not allowed" in technical:
        return _COLON if _TWO_COLONS.search(line) else _INDENTATION
    return next((words for found, words in _WORDS if found in technical), "")
