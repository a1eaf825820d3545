"""Names that are addresses and keys: any text in, lower-case letters, digits and single hyphens out."""

from __future__ import annotations

import re
import unicodedata

from jobboard.base.digest import digest_of

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]) *(?:\..*)?")
_LETTER = "[A-Za-zÀ-ɏ]"
_FEMININE = "(?:ne|trice|rice|euse|ère|ve|e)s?"
_ENDING = f"(?:{_FEMININE}|[tslf]es?|(?:or|r)?as?|os?|in(?:nen)?|s)"
GENDERS = (
    rf"(^|[^A-Za-zÀ-ɏ])\(?[mfwhdx](?: ?/ ?[mfwhdx]){{1,3}}\)?(?!{_LETTER})"
    rf"|({_LETTER}{{3}})(?:\({_ENDING}\)|[·•‧⋅./*:_]{_ENDING}(?:[·•‧⋅.]s)?|-{_FEMININE})(?!{_LETTER})"
)
"""What opens a title to all, as `(H/F)`, `(m/w/d)`, `Chargé(e)`, `Técnico/a`, `Directeur·rice·s`, `Referent*in`, as
browsers read patterns too (flags `giu`); what stands before it is in one of two groups."""
_LONGEST = 80
_DIGITS = 8
_GENDERS = re.compile(GENDERS, re.IGNORECASE)
_WITHOUT_ACCENT = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
"""Letters that Unicode does not take apart into a plain one and a mark."""


class _WithoutMarks(dict[int, int | None]):
    """For `str.translate`: every letter as it is, no mark that goes above or below one."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_WITHOUT_MARKS = _WithoutMarks()


def is_id(text: str) -> bool:
    """True for a file name (without `.md`) that can be an address."""
    return _ID.fullmatch(text) is not None


def is_device(name: str) -> bool:
    """True for a name that Windows keeps for a device, whatever its ending: no file there can have it."""
    return _DEVICE.fullmatch(name) is not None


def to_slug(text: str) -> str:
    """The nearest id of at most 80 characters, `é` as `e`; empty if no letter of `text` can be written so."""
    return _hyphenated(base_letters(text))[:_LONGEST].strip("-")


def to_name(title: str) -> str:
    """The id proposed for a file with this title: its slug, without the signs that open it to all genders."""
    return to_slug(without_genders(title))


def without_genders(title: str) -> str:
    """`Chargé(e) de mission (H/F)` as `Chargé de mission `."""
    return _GENDERS.sub(r"\1\2", title)


def to_key(text: str, *, is_told_apart: bool = False) -> str:
    """A slug to know things by: where letters would be lost, of another script or at the end, a digest follows it.

    So no two names in another script share one; a name in Latin letters has its slug and nothing else, unless it
    `is_told_apart` from one that has the same.
    """
    plain = base_letters(text)
    is_whole = all(letter.isascii() for letter in plain if letter.isalnum())
    if is_whole and 0 < len(_hyphenated(plain)) <= _LONGEST and not is_told_apart:
        return _hyphenated(plain)
    same = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return f"{to_slug(text)}-{digest_of(same.encode())[:_DIGITS]}".lstrip("-")


def base_letters(text: str) -> str:
    """Lower-case letters without their accents."""
    return unicodedata.normalize("NFKD", text.lower().translate(_WITHOUT_ACCENT)).translate(_WITHOUT_MARKS)


def _hyphenated(plain: str) -> str:
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")
