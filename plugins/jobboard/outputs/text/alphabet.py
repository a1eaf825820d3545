"""The order of names in the alphabet of a language: base letters first, then accents, then capitals (decision 33).

What has letters of its own, such as the Spanish `ñ`, says so in `Tongue.alphabet`. The tests hold every language of the
interface against the Unicode collation of a browser.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from jobboard.source.language.tongues.known import TONGUES
from jobboard.source.slug import base_letters

_EVERYWHERE = (("þ", "z"),)
"""Letters that every language counts by themselves, each with the one they follow; those of one stand in its tongue."""

_LAST = "\uffff"
"""Comes after every letter: `n` with it comes after every word in `n`."""

_SIGNS = " _-–—,;:!?.'’\"“”()[]{}@*/\\&#%`^+<=>|~$€£"
"""Signs in the order of the Unicode collation, which has them before digits and letters."""

_TWO_IN_ONE = re.compile("[ßẞ]")
"""`ß`, which is `ss` with an accent. Other letters of the kind, `œ` and `æ`, stay themselves in small letters."""

Key = tuple[str, str, str, str]
"""Base letters, accents, capitals, and the name itself, so that no two names are taken for one."""


class _Ranks(dict[int, str]):
    """For `str.translate`: a letter or digit as it is, a sign as something that comes before them all."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = sign if sign.isalnum() or sign == _LAST else "/"
        return self[code]


_RANKS = _Ranks({ord(sign): chr(1 + rank) for rank, sign in enumerate(_SIGNS)})


@functools.lru_cache(maxsize=8192)
def alphabetical(name: str, lang: str) -> Key:
    """What names are sorted by."""
    small = name.casefold()
    if name.isascii():
        return small.translate(_RANKS), small, name.swapcase(), name
    own = unicodedata.normalize("NFC", small)
    for letter, before in (*_EVERYWHERE, *(TONGUES[lang].alphabet if lang in TONGUES else ())):
        own = own.replace(letter, before + _LAST)
    accents = unicodedata.normalize("NFKD", "ß".join(part.casefold() for part in _TWO_IN_ONE.split(name)))
    return base_letters(own).translate(_RANKS), accents, name.swapcase(), name
