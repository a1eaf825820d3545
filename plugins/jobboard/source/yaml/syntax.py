"""What is wrong with front matter that is no YAML: the parser's error in, a line and an author's words out.

A parser notices most mistakes behind the place where they were made. So each line is looked at as its author sees it,
and the hint is the line as it should be written.
"""

from __future__ import annotations

import re

import yaml

from jobboard.source.characters import as_meant, hidden_in
from jobboard.source.message import UNSAID, Phrase, message, phrase
from jobboard.source.problem import quoted

FRONT_MATTER_UNREADABLE = message("front-matter-unreadable", "the front matter cannot be read here: %(line)s")

_NOT_CLOSED = {
    "]": phrase("a list opened with [ is not closed with ]"),
    "}": phrase("a mapping opened with { is not closed with }"),
}
_WORDS = (
    ("while scanning a quoted scalar", phrase("a quotation mark is opened and not closed")),
    ("expected ',' or ']'", _NOT_CLOSED["]"]),
    ("expected ',' or '}'", _NOT_CLOSED["}"]),
    ("expected <block end>", phrase("check the indentation of this line and the one above")),
    (
        "did not find expected key",
        phrase("check the indentation of this line and the one above, and that quotes are closed"),
    ),
)
_INDENTATION = phrase("either quote the value, or align this line with the one above")
_TAB = phrase("this line begins with a tab; indent with spaces")
NAME_AND_VALUE = phrase("a line of front matter reads 'name: value'")

_OPENED = ("a quoted scalar", "a flow sequence", "a flow mapping", "a simple key")
"""What the parser was in the middle of, where the mistake is at its beginning and not where it gave up."""

_LONGEST = 1000
"""Characters of a line that is looked at; no author typed a longer one by hand."""

_LINE = re.compile(r"[ \t]*(?:- +)*(?P<key>[^\s:#'\"{}\[\],&*!|>%@`-][^:#]*?)[ \t]*:(?:[ \t]+(?P<value>.*?))?[ \t]*")
_GLUED = re.compile(r"\s*(?:- +)*(?P<key>[^\W\d][\w-]*(?: [\w-]+)?):(?P<value>(?!//)\S.*?)\s*")
_EQUALS = re.compile(r"\s*(?P<key>[^\W\d]\w*)\s*=\s*(?P<value>\S.*?)\s*")
_GLUED_ITEM = re.compile(r"\s*-(?P<value>[^\s-].*?)\s*")
_BULLET = re.compile(r"\s*[•·–—*+]\s*(?P<value>\S.*?)\s*")
_INNER_COLON = re.compile(r"(?P<key>[\w-]+): *(?P<value>[^,{}\[\]\"']*?: [^,{}\[\]]*?)\s*(?=[,}\]]|$)")
_NO_COMMA = re.compile(r"(?P<first>[^:]*\w)(?: *;)? +(?P<key>[a-z_]+): (?P<rest>.+)")
_FENCE = re.compile("[-\u00ad\u2010-\u2015\u2212\u2500\u2501\uff0d_=~.\u2026]{2,}|\u2026|\u2014|\u2015")
_NEEDS_QUOTES = re.compile(r"^[-?:*&!|>'\"%@`\s]|[,\[\]{}#]|:(?:\s|$)|\s$|^$")
_STARTS = ("*", "&", "!", "@", "`", "%", "|", ">", ",", "]", "}", "- ", "? ", ": ", "#")
"""How a text may not begin without quotes, since each of them means something to YAML."""


def explain_syntax(error: yaml.YAMLError, text: str, first_line: int) -> tuple[int, str, Phrase, Phrase]:
    """Line, field, message and hint for a syntax error."""
    context = getattr(error, "context", None) or ""
    mark = getattr(error, "context_mark", None) if context.endswith(_OPENED) else None
    mark = mark or getattr(error, "problem_mark", None)
    lines = text.split("\n")
    at, hint = _culprit(lines, min(mark.line, len(lines) - 1) if mark else 0)
    hint = hint or _hint(f"{getattr(error, 'problem', None) or error} {context}", lines[at])
    return first_line + at, "", FRONT_MATTER_UNREADABLE(line=quoted(lines[at].strip())), hint


def is_like_fence(line: str) -> bool:
    """True for what people, and the programs that correct their typing, make of `---`."""
    return _FENCE.fullmatch(as_meant(line).strip()) is not None or _FENCE.fullmatch(line.strip()) is not None


def to_yaml(text: str) -> str:
    """A line of text as a YAML value, as programs write it: in double quotes, whatever is in it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def in_quotes(text: str) -> str:
    """The same as people read it best: no character needs a backslash."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def as_value(text: str) -> str:
    """A text as a YAML value, in quotes only where it needs them, be it within brackets."""
    return in_quotes(text) if _NEEDS_QUOTES.search(text) else text


def as_text(line: str) -> str:
    """A line `name: value` with its value in quotes; empty for a line that is none."""
    found = _LINE.fullmatch(line) if len(line) <= _LONGEST else None
    return f"{found['key']}: {in_quotes(_bare(found['value']))}" if found and found["value"] else ""


def meant_as_text(line: str) -> str:
    """A field whose value has a sign that means something to YAML, with that value in quotes; empty for another line.

    What stands within brackets or below a field may be meant in several ways.
    """
    found = _LINE.fullmatch(line) if len(line) <= _LONGEST and line[:1] not in (" ", "\t", "-") else None
    value = (found and found["value"]) or ""
    is_plain = found is not None and not value.startswith(("[", "{", "- "))
    return as_text(line) if found and is_plain and _hint_on_value(found["key"], value) else ""


def _culprit(lines: list[str], at: int) -> tuple[int, Phrase]:
    """The line a mistake was made on, where the parser stopped at `at`, and the hint; nothing if that is not plain."""
    above = next((number for number in range(at - 1, -1, -1) if lines[number].strip()), None)
    for number in (at, above):
        if number is not None and (hint := hint_on(lines[number])):
            return number, hint
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if at > first and lines[first].startswith(" ") and not lines[at].startswith(" "):
        return first, phrase("begin the line without a space")
    return at, UNSAID


def hint_on(line: str) -> Phrase:
    """What is wrong with one line, as far as it alone tells; nothing if nothing is."""
    if line.lstrip(" ").startswith("\t"):
        return _TAB
    if not line.strip() or line.lstrip().startswith("#") or len(line) > _LONGEST:
        return UNSAID
    if is_like_fence(line):
        return phrase("the line below the last field is three hyphens: ---")
    return _hint_on_hidden(line) or _hint_on_shape(line)


def _hint_on_hidden(line: str) -> Phrase:
    """A space or colon that is not what it looks like, where a plain one would make a line `name: value`."""
    plain = as_meant(line).strip()
    glued = _GLUED.fullmatch(plain)
    written = f"{glued['key']}: {glued['value']}" if glued else plain
    is_meant = _LINE.fullmatch(written) or (written.startswith("- ") and not line.lstrip(" ").startswith("- "))
    if not is_meant or _LINE.fullmatch(line) or not (hidden := hidden_in(line)):
        return UNSAID
    return phrase("%(hidden)s; write %(written)s", hidden=hidden, written=written)


def _hint_on_shape(line: str) -> Phrase:
    found = _LINE.fullmatch(line)
    if found:
        return _hint_on_value(found["key"], found["value"] or "")
    if glued := _GLUED.fullmatch(line):
        return phrase("put a space after the colon: %(key)s: %(value)s", key=glued["key"], value=glued["value"])
    if equals := _EQUALS.fullmatch(line):
        return phrase(
            "a colon stands between name and value: %(key)s: %(value)s", key=equals["key"], value=equals["value"]
        )
    if item := _GLUED_ITEM.fullmatch(line) or _BULLET.fullmatch(line):
        return phrase("an item begins with a hyphen and a space: - %(value)s", value=item["value"])
    return UNSAID if ":" in line or line.lstrip().startswith("- ") else NAME_AND_VALUE


def _hint_on_value(key: str, value: str) -> Phrase:
    """What is wrong with the text behind `name: `."""
    first = value[:1]
    if first and first in "\"'":
        return _hint_on_quotes(key, value)
    if first and first in "[{":
        return _hint_on_brackets(key, value)
    if value.startswith(_STARTS):
        below = phrase("; a list begins on the line below") if value.startswith("- ") else UNSAID
        return phrase(
            "a text that begins with %(first)s needs quotes: %(key)s: %(value)s%(below)s",
            first=first,
            key=key,
            value=in_quotes(value),
            below=below,
        )
    if re.search(r":(?:\s|$)", value):
        return phrase(
            "a colon followed by a space needs quotes around the value: %(key)s: %(value)s",
            key=key,
            value=in_quotes(value),
        )
    return UNSAID


def _hint_on_quotes(key: str, value: str) -> Phrase:
    quote = value[0]
    if quote == '"' and re.search(r"\\(?![0abtnvfreNLP_ \"/\\xuU])", value):
        return phrase(
            "between double quotes a backslash is written twice; or write %(key)s: %(value)s",
            key=key,
            value=in_quotes(_bare(value)),
        )
    inner = value[1:].replace("''", "") if quote == "'" else re.sub(r"\\.", "", value[1:])
    if quote not in inner:
        return phrase(
            "a quotation mark is opened and not closed: %(key)s: %(value)s%(quote)s", key=key, value=value, quote=quote
        )
    if inner.rstrip().endswith(quote) and inner.count(quote) == 1:
        return UNSAID
    if re.search(f"{quote}[,;.]$", value) and inner.count(quote) == 1:
        return phrase("nothing stands behind the quotes: %(key)s: %(value)s", key=key, value=value[:-1])
    whole = value[1:-1] if value.endswith(quote) and inner.count(quote) % 2 == 0 else value
    return phrase("the quotes end before the text does; write %(key)s: %(whole)s", key=key, whole=in_quotes(whole))


def _hint_on_brackets(key: str, value: str) -> Phrase:
    closing = {"[": "]", "{": "}"}[value[0]]
    if " #" in value and (found := re.search(r"([\w-]+: *)?([^,:{}\[\]]* #[^,{}\[\]]*)", value)):
        whole = f"{found[1] or ''}{in_quotes(found[2].strip())}"
        return phrase("everything after ' #' is a comment; write %(whole)s", whole=whole)
    if inner := _INNER_COLON.search(value[1:]):
        return _hint_on_inner_colon(inner["key"], inner["value"])
    if value.count(closing) < value.count(value[0]):
        return _NOT_CLOSED[closing]
    whole = value.rstrip(",;. ")
    if whole != value and whole.endswith(closing) and whole.count(closing) == whole.count(value[0]):
        return phrase("nothing stands behind the brackets: %(key)s: %(whole)s", key=key, whole=whole)
    if not value.endswith(closing):
        return phrase(
            "a text that begins with %(first)s needs quotes: %(key)s: %(value)s",
            first=value[0],
            key=key,
            value=in_quotes(value),
        )
    return UNSAID


def _hint_on_inner_colon(key: str, value: str) -> Phrase:
    """For a text with a colon within brackets: another field without its comma, or a text that needs quotes."""
    needs = phrase(
        "a colon followed by a space needs quotes around the value: %(key)s: %(value)s", key=key, value=in_quotes(value)
    )
    if found := _NO_COMMA.fullmatch(value):
        both = f"{key}: {found['first']}, {found['key']}: {found['rest']}"
        return phrase(
            "a comma stands before the next name: %(both)s; if it is all one text, quotes: %(key)s: %(value)s",
            both=both,
            key=key,
            value=in_quotes(value),
        )
    return needs


def _bare(value: str) -> str:
    """A value without the quotes around it, if it has any."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _hint(technical: str, line: str) -> Phrase:
    if line.lstrip(" ").startswith("\t"):
        return _TAB
    if "mapping values are not allowed" in technical:
        return _INDENTATION
    return next((words for found, words in _WORDS if found in technical), UNSAID)
