"""Characters nobody can see, or that look like others: what they are, what was meant, and where they stand."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache

from jobboard.source.message import UNSAID, Phrase, phrase

_PASSWORD = re.compile(r"(?<=://)([^/\s:@'\"]*):[^/\s@]+(?=@)")
_NAMES = {
    "\t": phrase("a tab"),
    "\u00a0": phrase("a no-break space"),
    "\u00ad": phrase("a soft hyphen"),
    "\u200b": phrase("a zero-width space"),
    "\u200c": phrase("a zero-width non-joiner"),
    "\u200d": phrase("a zero-width joiner"),
    "\u200e": phrase("a left-to-right mark"),
    "\u200f": phrase("a right-to-left mark"),
    "\u2010": phrase("a typographer's hyphen"),
    "\u2011": phrase("a no-break hyphen"),
    "\u2013": phrase("an en dash"),
    "\u2014": phrase("an em dash"),
    "\u2026": phrase("an ellipsis"),
    "\u2028": phrase("a line separator"),
    "\u2029": phrase("a paragraph separator"),
    "\u202a": phrase("a direction mark"),
    "\u202b": phrase("a direction mark"),
    "\u202c": phrase("a direction mark"),
    "\u202d": phrase("a direction mark"),
    "\u202e": phrase("a direction mark"),
    "\u202f": phrase("a narrow no-break space"),
    "\u2060": phrase("a word joiner"),
    "\u2066": phrase("a direction mark"),
    "\u2067": phrase("a direction mark"),
    "\u2068": phrase("a direction mark"),
    "\u2069": phrase("a direction mark"),
    "\u2212": phrase("a minus sign"),
    "\u3000": phrase("an ideographic space"),
    "\ufeff": phrase("a byte order mark"),
}
"""What people would call them, where Unicode's own name is of no help."""

_SCRIPTS = {
    "CYRILLIC": phrase("Cyrillic"),
    "GREEK": phrase("Greek"),
    "ARMENIAN": phrase("Armenian"),
    "HEBREW": phrase("Hebrew"),
    "ARABIC": phrase("Arabic"),
    "LATIN": phrase("Latin"),
}
"""Scripts whose letters are taken for those of another."""

_LOOK_ALIKES = str.maketrans(
    "АВЕКМНОРСТУХЅІЈаеорсухіјѕԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧο‘’‚‛“”„‟∕⁄․‐‑‒–—―−﹘",
    "ABEKMHOPCTYXSIJaeopcyxijsdqwhABEZHIKMNOPTYXo''''\"\"\"\"//.--------",
)
"""Letters and signs that look like ASCII's, and those: Cyrillic and Greek letters, typographers' quotes and dashes."""

_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U0001d159\U000e0100-\U000e01ef]"
)
"""Letters and marks that show nothing: fillers of Hangul, the empty cell of Braille, selectors of a variant."""

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls, separators, marks of direction and characters that show nothing: what a terminal may obey."""

_NEXT_TO = 16
"""Characters shown on either side of one that is spoken of."""


def name_of(character: str) -> Phrase:
    """What a character is, for an author: `a no-break space (U+00A0)`, `the Cyrillic letter 'о' (U+043E)`."""
    code = f"U+{ord(character):04X}"
    if character in _NAMES:
        return phrase("%(name)s (%(code)s)", name=_NAMES[character], code=code)
    name = unicodedata.name(character, "")
    if unicodedata.category(character)[0] == "L" and " LETTER " in name:
        script = _SCRIPTS.get(name.split()[0], name.split()[0].capitalize())
        return phrase("the %(script)s letter '%(letter)s' (%(code)s)", script=script, letter=character, code=code)
    is_seen = character.isprintable() and not character.isspace() and not _BLANK.match(character)
    shown = f" '{character}'" if is_seen else ""
    if not name:
        return phrase("the character %(code)s", code=code)
    return phrase("the character%(shown)s %(code)s (%(name)s)", shown=shown, code=code, name=name.lower())


@lru_cache(4096)
def plain_of(character: str) -> str | None:
    """What was meant by a character that cannot be seen, or that looks like another of ASCII; None for any other."""
    if character.isascii():
        return None
    category = unicodedata.category(character)
    if category in ("Cf", "Cc", "Zl", "Zp") or _BLANK.match(character):
        return ""
    if category == "Zs":
        return " "
    other = character.translate(_LOOK_ALIKES)
    if other == character:
        other = unicodedata.normalize("NFKC", character)
    if other.isascii():
        return other
    return "-" if category == "Pd" else None


def first_hidden(text: str) -> int | None:
    """Where the first character stands that is not what it looks like; None if there is none."""
    if text.isascii():
        return None
    return next((at for at, character in enumerate(text) if plain_of(character) is not None), None)


def as_meant(text: str) -> str:
    """`text` with what was meant in place of every character that is not what it looks like."""
    if text.isascii():
        return text
    return "".join(character if (other := plain_of(character)) is None else other for character in text)


def where_in(text: str, at: int) -> Phrase:
    """Where a character of `text` stands, in words: `between '2026-03-31' and '23:59'`."""
    line_start, line_end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    before = _last_words(_visible(text[line_start:at]))
    after = _last_words(_visible(text[at + 1 : line_end if line_end >= 0 else len(text)])[::-1])[::-1]
    if before and after:
        return phrase("between '%(before)s' and '%(after)s'", before=before, after=after)
    if before:
        return phrase("after '%(before)s'", before=before)
    return phrase("before '%(after)s'", after=after) if after else phrase("alone on its line")


def hidden_in(text: str) -> Phrase:
    """A sentence on the first character that is not what it looks like; empty if there is none."""
    at = first_hidden(text)
    if at is None:
        return UNSAID
    return phrase("%(place)s stands %(character)s", place=where_in(text, at), character=name_of(text[at]))


def _last_words(text: str) -> str:
    """The end of a text, without the word that would be cut in two."""
    cut = text[-_NEXT_TO:]
    is_whole = len(text) <= _NEXT_TO or text[-_NEXT_TO - 1] == " " or " " not in cut.strip()
    return cut.strip() if is_whole else cut.partition(" ")[2].strip()


def _visible(text: str) -> str:
    """`text` on one line, without what cannot be seen."""
    shown = "".join(" " if character.isspace() else character for character in text)
    return re.sub(" +", " ", "".join(c for c in shown if c.isprintable() and not _BLANK.match(c))).strip()


def escaped(text: str) -> str:
    """`text` with every character that would move a cursor, colour a screen or turn a line round as `\\x1b`, `\\u202e`.

    Line ends stay. Joiners, which scripts and pictures are written with, and marks within Arabic numbers stay, too.
    """
    if text.isascii() and text.isprintable():
        return text
    return _STEERING.sub(lambda found: _escape(found[0]), text)


def escaped_line(text: str) -> str:
    """The same on one line: line ends and tabs are shown as `\\n` and `\\t`."""
    return escaped(text).replace("\n", "\\n").replace("\t", "\\t")


def escaped_json(text: str) -> str:
    """JSON with the same characters as JSON's own escapes: it says what it said, and steers nothing."""
    return _STEERING.sub(lambda found: json.dumps(found[0])[1:-1], text)


def is_visible(text: str) -> bool:
    """True if there is a letter, figure or sign in `text` that readers see; marks need one to stand on."""
    if text.isascii():
        return bool(text.strip())
    return any(unicodedata.category(each)[0] in "LNPS" and not _BLANK.match(each) for each in text)


def _escape(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return {"\r": "\\r"}.get(character, f"\\x{code:02x}")
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def without_passwords(text: str) -> str:
    """`text` without the passwords of addresses in it: what is said of one is read in public logs."""
    return _PASSWORD.sub(r"\1:…", text)
