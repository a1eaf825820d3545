"""The words a new file holds until somebody replaces them: written by `new`, and a problem wherever they are left.

Each tongue has its own. A file that still has one of them would tell readers and search engines that the work
is "The first task.".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from jobboard.source.language.tongues.known import ENGLISH, TONGUES
from jobboard.source.language.tongues.tongue import BlankForm, Forms
from jobboard.source.message import message, phrase
from jobboard.source.problem import Report, quoted
from jobboard.source.yaml.tree import Mapping, Node, Scalar, Sequence

NOT_FILLED_IN = message("form-not-filled-in", "%(text)s is still the form's")

HINT = phrase("write what is meant in its place, or delete the line")
"""The way out, by which these problems are known."""

TOWN, STREET, NAME, ROLE, SKILL = "TOWN", "STREET", "NAME", "ROLE", "SKILL"
HOW_LONG, HOW_OFTEN, HOW_MUCH, HOW_MANY = "HOW LONG", "HOW OFTEN", "HOW MUCH", "HOW MANY"
"""What stands in a form where only its author knows the words. Where more than words are meant, dates or addresses, the
type of the field refuses such capitals anyway."""

_CAPITALS = frozenset({TOWN, STREET, NAME, ROLE, SKILL, HOW_LONG, HOW_OFTEN, HOW_MUCH, HOW_MANY})

BLANK_FORMS: dict[str, Forms] = {
    lang: TONGUES[lang].forms
    for lang in sorted(TONGUES, key=lambda lang: TONGUES[lang] is not ENGLISH)
    if TONGUES[lang].forms
}
"""The form of each kind that has one of its own, by the language it is written in; English first."""

_MARK = re.compile(r"[-#]+ ")
_MARKS = " \t\u00a0>*_+-#0123456789.)"
"""What may stand before a sentence on its line."""

_FIRST = 3
"""Words by which a line that may hold a form's sentence is told from nearly all others."""


def form_of(kind: str, lang: str) -> BlankForm:
    """The form of a kind; that of a page, if it has none of its own."""
    forms = BLANK_FORMS[lang]
    return forms.get(kind) or forms["page"]


@functools.cache
def to_replace() -> tuple[str, ...]:
    """Every sentence of every form that is there to be replaced."""
    forms = [form for kinds in BLANK_FORMS.values() for form in kinds.values()]
    lines = [line for form in forms for block in form.body for line in block.split("\n") if not line.startswith("#")]
    return tuple(
        dict.fromkeys([*(_MARK.sub("", line) for line in lines), *(each.summary for each in forms if each.summary)])
    )


def check_form(fields: Mapping, body: str, first_line: int, report: Report) -> None:
    """Report every word of a form that is left in a file; its body starts on `first_line`."""
    if _has_any(fields):
        for name, value in _scalars(fields, ""):
            if value.text in _values():
                report.problem(value.line, name, NOT_FILLED_IN(text=quoted(value.text)), HINT)
    if not _beginnings().search(f"\n{body}"):
        return
    plain = _plain(body)
    for stem, words in _stems().items():
        for found in _pattern(stem).finditer(body) if stem in plain else ():
            line = first_line + body.count("\n", 0, found.start())
            report.problem(line, "body", NOT_FILLED_IN(text=quoted(words)), HINT)


def _has_any(fields: Mapping) -> bool:
    """True if a value is a word of a form: hardly any tree has one, and this is quickly seen."""
    words, todo = _values(), list[Node]([fields])
    while todo:
        node: Node = todo.pop()
        if type(node) is Scalar:
            if node.text in words:
                return True
        elif type(node) is Mapping:
            todo += [entry.value for entry in node.entries]
        elif type(node) is Sequence:
            todo += node.items
    return False


@functools.cache
def _values() -> frozenset[str]:
    """What a field may hold of a form: capitals; sentences with either apostrophe, with and without their end."""
    either = [each.replace("\u2019", mark) for each in to_replace() for mark in "'\u2019"]
    return frozenset({*_CAPITALS, *either, *(each.removesuffix(".") for each in either)})


@functools.cache
def _beginnings() -> re.Pattern[str]:
    """Finds the first words of a sentence of a form on a line; a body without is not looked at closely."""
    first = sorted({_spread(stem.split()[:_FIRST]) for stem in _stems()})
    return re.compile(rf"\n[{re.escape(_MARKS)}]*(?:{'|'.join(first)})")


@functools.cache
def _stems() -> dict[str, str]:
    """The sentences without their end, as `_plain` has them."""
    return {_plain(words): words for words in to_replace()}


def _plain(text: str) -> str:
    """Words between single spaces, whatever apostrophe they are written with; without a full stop at the end."""
    return " ".join(text.replace("\u2019", "'").split()).removesuffix(".")


@functools.cache
def _pattern(stem: str) -> re.Pattern[str]:
    """A sentence of a form that stands alone, however its words are spread over lines, or with others after it."""
    return re.compile(rf"(?<![^\W_]){_spread(stem.split())}(?=\.|[*_\s]*(?:\n|$))")


def _spread(words: list[str]) -> str:
    """A pattern for words however they are spread over lines, with either apostrophe."""
    return r"[\s>]+".join(re.escape(word).replace("'", "['\u2019]") for word in words)


def _scalars(node: Node, name: str) -> Iterator[tuple[str, Scalar]]:
    """Every value of a tree, with its dotted name."""
    if isinstance(node, Scalar):
        yield name, node
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items, 1):
            yield from _scalars(item, f"{name}.{number}" if name else str(number))
    else:
        for entry in node.entries:
            yield from _scalars(entry.value, f"{name}.{entry.key}" if name else entry.key)
