"""What other programs leave behind in a text: merge conflicts, letters of a wrong encoding, shortcodes, empty headings.

A conflict is a problem: nobody has decided yet what the text says. The rest is advice. Looked for in the whole file, so
that fields are not forgotten; most files have none of it, and that is quickly seen.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence

from jobboard.source.message import Phrase, message, phrase
from jobboard.source.problem import Report, quoted

MERGE_CONFLICT = message("merge-conflict", "a merge conflict that is not resolved: %(line)s")
DEFINITION_NOT_SHOWN = message("definition-not-shown", "%(line)s is taken for the address of a link, and not shown")
CHARACTER_LOST = message("character-lost", "a character that got lost: U+FFFD")
WRONG_ENCODING = message("wrong-encoding", "%(text)s comes of a wrong encoding")
SHORTCODE = message("shortcode", "%(text)s is shown as typed")
HEADING_EMPTY = message("heading-empty", "'%(signs)s' is a heading without words")

MAX_ADVICE = 10
"""How often one file is told of the same kind: more would only repeat itself."""

_MARKER = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?= |$).*$", re.MULTILINE)
_RESOLVE = phrase("keep one of the two texts, and delete the lines '<<<<<<<', '=======' and '>>>>>>>'")

_CODE = re.compile(
    r"^[ \t>]{0,9}(`{3,}|~{3,})[^\n]*\n(?:(?![ \t>]{0,9}\1)[^\n]*\n)*|(?<!`)(`{1,2})(?!`)[^`]{1,2000}?(?<!`)\2(?!`)",
    re.MULTILINE,
)
_SECOND = "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
"""What any byte but the first of a letter in UTF-8 looks like in Windows-1252 and Latin-1."""

_MISREAD = re.compile(
    rf"(?:[\u00c2-\u00df]{_SECOND}){{2,}}|(?:[\u00e0-\u00ef]{_SECOND}{_SECOND}){{2,}}"
    rf"|[ÃÂ]{_SECOND}|(?<=[a-z])[ÄÅ]{_SECOND}|â(?:€.|‚¬|„¢)|ï»¿|ðŸ.{{2}}"
)
"""Letters of any script in a row, or one of which it is plain without another beside it."""

_REPLACED = "\ufffd"
_SHORTCODE = re.compile(
    r"\{\{[<%][^\n]{0,300}?[>%]\}\}|\{%-?[ ]?[a-z][^\n]{0,300}?%\}"
    r"|\[/?(?:audio|caption|contact-form-7|embed|et_pb_\w+|gallery|playlist|su_\w+|vc_\w+|video)(?=[ \]])"
    r"[^\]\n]{0,300}\](?![(\[:])"
)
_EMPTY_HEADING = re.compile(r"\n[ \t>]{0,9}(#{1,6})[ \t#]*(?=\n|$)")
"""Begins with the end of the line above, which is found many times faster than the start of a line."""

_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)([^\]\n]{1,100})\]:[ \t]*\n?[ \t]*(\S+)[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|\([^)\n]*\))?[ \t]*$",
    re.MULTILINE,
)
_ADDRESS = re.compile(r"[/@]|^#|^<|\.\w{2,}$")
_FIELD = re.compile(r"^([A-Za-z_][\w-]*):", re.MULTILINE)

Remain = tuple[int, Phrase, Phrase]
"""A place in a text, what is there, and the way out."""


def check_conflicts(text: str, report: Report) -> bool:
    """False, with a problem, where two versions of the text still stand one above the other."""
    if not any(mark in text for mark in ("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        return True
    is_open, line, counted = False, 1, 0
    for found in _MARKER.finditer(text):
        sign = found[1][0]
        line, counted = line + text.count("\n", counted, found.start()), found.start()
        if not is_open and not (sign == "=" and _is_underline(text, found.start())):
            report.problem(line, "", MERGE_CONFLICT(line=quoted(found[0])), _RESOLVE)
            is_open = sign != ">"
        elif sign == ">":
            is_open = False
    return report.is_clean


def advise_on_remains(front_matter: str, body: str, body_line: int, report: Report) -> None:
    """Advice on what is surely not meant to be read, in the fields (from line 2 on) and in the body."""
    for at, said, hint in _in_any_text(front_matter):
        name = [each[1] for each in _FIELD.finditer(front_matter, 0, at)]
        report.advise(2 + front_matter.count("\n", 0, at), name[-1] if name else "", said, hint)
    may_be_marked = "#" in body or "]:" in body
    remains = [*_in_any_text(body), *(_in_markdown(body) if may_be_marked else ())]
    for at, said, hint in sorted(remains):
        report.advise(body_line + body.count("\n", 0, at), "body", said, hint)


def _is_underline(text: str, at: int) -> bool:
    """True for a line of equal signs in the body, right below a line of words, which are a heading then."""
    above = text[text.rfind("\n", 0, max(0, at - 1)) + 1 : max(0, at - 1)].strip()
    return above not in ("", "---") and text.count("\n---\n", 0, at) + text.startswith("---\n") > 1


def _in_any_text(text: str) -> Iterator[Remain]:
    if not text.isascii():
        yield from _once_a_line(text, _misread(text))
    if "{{" in text or "{%" in text or "[" in text:
        code = _places_of_code(text) if "`" in text or "~~~" in text else ()
        yield from _once_a_line(text, (each for each in _shortcodes(text) if not _is_in(each[0], code)))


def _misread(text: str) -> Iterator[Remain]:
    if (at := text.find(_REPLACED)) >= 0:
        yield at, CHARACTER_LOST, phrase("write the letter that was meant")
    for found in _MISREAD.finditer(text):
        if meant := _meant_by(found[0]):
            hint = (
                phrase("write %(meant)s, and save the file as UTF-8", meant=quoted(meant))
                if meant.isprintable()
                else phrase("delete it")
            )
            yield found.start(), WRONG_ENCODING(text=quoted(found[0])), hint


def _meant_by(text: str) -> str:
    """What stood there before UTF-8 was read as Windows-1252 or Latin-1; empty if that is not what happened."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode()
        except UnicodeError:
            continue
    return "”" if text.startswith("â€") else ""


def _shortcodes(text: str) -> Iterator[Remain]:
    for found in _SHORTCODE.finditer(text):
        hint = phrase("it belongs to another system; delete it, or write in Markdown what it stood for")
        yield found.start(), SHORTCODE(text=quoted(found[0])), hint


def _in_markdown(text: str) -> Iterator[Remain]:
    code = _places_of_code(text) if "`" in text or "~~~" in text else ()
    for found in itertools.islice(_EMPTY_HEADING.finditer(f"\n{text}") if "#" in text else (), MAX_ADVICE):
        if not _is_in(found.start(), code):
            yield found.start(1) - 1, HEADING_EMPTY(signs=found[1]), phrase("write them, or delete the line")
    for found in itertools.islice(_DEFINITION.finditer(text) if "]:" in text else (), MAX_ADVICE):
        label, target = found[1], found[2]
        is_used = text.lower().count(f"[{label.lower()}]") > 1
        if not (is_used or _ADDRESS.search(target) or _is_in(found.start(), code)):
            message = DEFINITION_NOT_SHOWN(line=quoted(found[0].strip()))
            yield (
                found.start(),
                message,
                phrase("write it without the brackets: %(label)s: %(target)s", label=label, target=target),
            )


def _once_a_line(text: str, remains: Iterator[Remain]) -> Iterator[Remain]:
    """The first of every line, and not more than enough."""
    line_end, count = -1, 0
    for each in remains:
        if each[0] > line_end:
            yield each
            count += 1
            line_end = text.find("\n", each[0])
        if line_end < 0 or count == MAX_ADVICE:
            return


def _places_of_code(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _CODE.finditer(text))


def _is_in(at: int, places: Sequence[tuple[int, int]]) -> bool:
    """True for a place within one of these, which follow each other."""
    number = bisect.bisect(places, at, key=lambda place: place[0]) - 1
    return number >= 0 and at < places[number][1]
