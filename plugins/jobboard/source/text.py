"""Bytes to text: UTF-8 only, one kind of line end, no character that XML, a terminal or a reader would choke on."""

from __future__ import annotations

import re
import unicodedata

from jobboard.source.characters import name_of, where_in
from jobboard.source.message import UNSAID, Phrase, message, phrase
from jobboard.source.problem import Report

OTHER_ENCODING = message("other-encoding", "the file is written in %(encoding)s")
NOT_UTF_8 = message("not-utf-8", "byte 0x%(byte)s is not UTF-8")
PILED_ACCENTS = message("piled-accents", "more than %(most)s accents on one letter")
HIDDEN_CHARACTER = message("hidden-character", "%(character)s %(place)s is left out%(more)s")
CONTROL_CHARACTER = message("control-character", "control character %(code)s")
DIRECTION_MARK = message("direction-mark", "invisible direction mark %(code)s")

MAX_BYTES = 320 * 1024
"""Front matter (64 kB) and body (256 kB) together; a longer file is not even read."""

DELETE = phrase("delete it; it usually comes from copy and paste")
"""The way out of `trouble_in`."""

_MARKS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
"""Marks at the start of a file; the longer ones first, since they begin like the shorter."""

_UNMARKED = (
    (re.compile(rb"(?:[^\0]\0\0\0){2}"), "UTF-32"),
    (re.compile(rb"(?:\0\0\0[^\0]){2}"), "UTF-32"),
    (re.compile(rb"(?:[^\0]\0){2}"), "UTF-16"),
    (re.compile(rb"(?:\0[^\0]){2}"), "UTF-16"),
)
"""How a file begins that has no such mark: its first characters are ASCII, each with noughts beside it."""

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_SEPARATORS = "\u2028\u2029"
_NOTHING = "\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc"
"""Characters that show nothing and mean nothing in a text: zero-width spaces, fillers, marks of other programs."""

_TAGS = "\U000e0000-\U000e007f"
"""Letters nobody sees, in which a text can be hidden from all but programs. Behind a black flag they name a region."""

_OVERRIDES = "\u202d\u202e"
_OPENERS = "\u202a\u202b\u2066\u2067\u2068"
_CLOSERS = {"\u202c": "\u202a\u202b", "\u2069": "\u2066\u2067\u2068"}
"""What ends a run of the other direction, and what may have begun it (UAX 9)."""

_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n\t"
"""Bytes of characters that may be in a file. Most files in English have no others, and that is quickly seen."""

_FORBIDDEN = re.compile(f"[{_CONTROL}{_OVERRIDES}]")
_UNPRINTABLE = re.compile(f"[{_CONTROL}{_SEPARATORS}{_DIRECTION}\ufeff]")
_LEFT_OUT = re.compile(
    f"[{_SEPARATORS}{_NOTHING}]|(?<![\U0001f3f4{_TAGS}])[{_TAGS}]+|(?<![\u2800-\u28ff])\u2800+(?![\u2801-\u28ff])"
)
"""A blank of Braille is one beside other cells of it."""
_MARK = re.compile(f"[{_OPENERS}{''.join(_CLOSERS)}]")
_ODD = re.compile(f"[{_CONTROL}{_SEPARATORS}{_NOTHING}{_TAGS}\u2800{_DIRECTION}]")
_MOST_MARKS = 30
_PILE = re.compile(rf"[^\w\s\x00-\x7f]{{{_MOST_MARKS + 1},}}")
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")


def decode(data: bytes, report: Report) -> str | None:
    """Decode a file, accepting a byte order mark; None if a problem was reported. What cannot be seen is left out."""
    if name := _other_encoding(data):
        report.problem(1, "", OTHER_ENCODING(encoding=name), phrase("save it as UTF-8"))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.problem(line, "", NOT_UTF_8(byte=f"{data[error.start]:02x}"), phrase("save the file as UTF-8"))
        return None
    text = with_plain_ends(text)
    is_piled = not text.isascii() and has_piled_marks(text)
    text = text if is_piled else unicodedata.normalize("NFC", text)
    if not data.translate(None, _PLAIN):
        return text
    if is_piled:
        report.problem(1, "", PILED_ACCENTS(most=_MOST_MARKS), phrase("delete those that nobody can read"))
        return None
    if found := _FORBIDDEN.search(text):
        report.problem(text.count("\n", 0, found.start()) + 1, "", _name(found[0]), DELETE)
        return None
    return without_hidden(text, 1, report)


def _other_encoding(data: bytes) -> Phrase:
    """The encoding of a file that is not written in UTF-8, as far as its first bytes tell; else empty."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if marked or b"\0" not in data[:8]:
        return Phrase(marked)
    name = next((name for pattern, name in _UNMARKED if pattern.match(data)), "")
    return phrase("%(encoding)s, without a mark that says so", encoding=name) if name else UNSAID


def has_piled_marks(text: str) -> bool:
    """True if more marks stand on one letter than any language has (UAX 15, "Stream-Safe Text Format", allows 30).

    To put them in order takes time that grows with the square of their number.
    """
    for pile in _PILE.finditer(text):
        height = 0
        for character in pile[0]:
            height = height + 1 if unicodedata.combining(character) else 0
            if height > _MOST_MARKS:
                return True
    return False


def with_plain_ends(text: str) -> str:
    """The text with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def normal(text: str) -> str:
    """The text with one kind of line end and accents in one form (NFC), so that the same word has the same bytes.

    Where marks are piled up it is left as it is.
    """
    text = with_plain_ends(text)
    return text if text.isascii() or has_piled_marks(text) else unicodedata.normalize("NFC", text)


def without_hidden(text: str, first_line: int, report: Report, *, is_one_scope: bool = False) -> str:
    """The text without characters that come by copy and paste and show nothing, with advice on each kind of them.

    Marks of direction stay where they are in pairs. A separator of lines between two words becomes a space.
    `first_line` is the text's in its file; `is_one_scope` is for a text in which a pair may be lines apart.
    """
    if text.isascii() or not _ODD.search(text):
        return text
    left_out = {at for found in _LEFT_OUT.finditer(text) for at in range(*found.span())}
    taken = left_out | _unpaired(text, is_one_scope=is_one_scope)
    if not taken:
        return text
    _advise_on(text, sorted(taken), first_line, report)
    return "".join(_instead(text, at) if at in taken else character for at, character in enumerate(text))


def _instead(text: str, at: int) -> str:
    """What stands in the place of a character that is left out."""
    around = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return " " if text[at] in _SEPARATORS and all(each and not each.isspace() for each in around) else ""


def _advise_on(text: str, taken: list[int], first_line: int, report: Report) -> None:
    """One line for each kind of character, at the first of them."""
    kinds: dict[str, list[int]] = {}
    for at in taken:
        kinds.setdefault("tag" if "\U000e0000" <= text[at] <= "\U000e007f" else text[at], []).append(at)
    for places in kinds.values():
        at = places[0]
        more = phrase(", and %(number)s more of them", number=len(places) - 1) if len(places) > 1 else UNSAID
        message = HIDDEN_CHARACTER(character=name_of(text[at]), place=where_in(text, at), more=more)
        report.advise(first_line + text.count("\n", 0, at), "", message, DELETE)


def _unpaired(text: str, *, is_one_scope: bool) -> set[int]:
    """Where marks of direction stand that close nothing, or that nothing closes before the paragraph ends."""
    if not _MARK.search(text):
        return set()
    scopes = [(0, len(text))] if is_one_scope else _scopes(text)
    return {at for start, end in scopes for at in _unpaired_between(text, start, end)}


def _unpaired_between(text: str, start: int, end: int) -> set[int]:
    waiting: list[int] = []
    stray: set[int] = set()
    open_for = dict.fromkeys(_CLOSERS, 0)
    for found in _MARK.finditer(text, start, end):
        mark = found[0]
        if mark not in _CLOSERS:
            waiting.append(found.start())
            open_for[_closer_of(mark)] += 1
            continue
        if not open_for[mark]:
            stray.add(found.start())
            continue
        closer = ""
        while closer != mark:
            opener = waiting.pop()
            closer = _closer_of(text[opener])
            open_for[closer] -= 1
            if closer != mark:
                stray.add(opener)
    return stray.union(waiting)


def _closer_of(opener: str) -> str:
    return next(closer for closer, openers in _CLOSERS.items() if opener in openers)


def _scopes(text: str) -> list[tuple[int, int]]:
    """The lines of front matter, then the paragraphs of the body: no pair of marks reaches further."""
    fence = re.compile(r"^---[ \t]*$", re.MULTILINE)
    body = next((found.end() for found in fence.finditer(text, 1)), len(text)) if text.startswith("---") else len(text)
    ends = [found.start() for found in re.finditer("\n", text[:body])]
    ends += [found.start() for found in _BLANK_LINE.finditer(text, body)]
    starts = [0, *ends]
    return list(zip(starts, [*ends, len(text)], strict=True))


def trouble_in(text: str) -> Phrase:
    """What is said of the first character that no file may hold, nothing if there is none."""
    found = None if text.isprintable() else _FORBIDDEN.search(text)
    return _name(found[0]) if found else UNSAID


def printable(text: str, instead: str = "") -> str:
    """`text` without the characters that cannot be printed as they are, or with something else in their place."""
    is_printable = text.isprintable() or text.replace("\n", "").isprintable()
    return text if is_printable else _UNPRINTABLE.sub(instead, text)


def _name(character: str) -> Phrase:
    message = DIRECTION_MARK if character in _OVERRIDES else CONTROL_CHARACTER
    return message(code=f"U+{ord(character):04X}")
