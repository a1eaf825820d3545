"""How texts speak of last days, midnight, pay and offices, in every tongue that is known so far.

Sentences without line ends in, what they mean out. Every pattern takes time in proportion to the sentence.
"""

from __future__ import annotations

import re

from jobboard.source.language.tongues.known import TONGUES, telling, words_of

_NEAR = 40
"""Characters within which one word is about another."""

_READ = [tongue for tongue in TONGUES.values() if tongue.until]
"""Those in which texts are understood, and not names and figures alone."""

_MIDNIGHTS = words_of("midnight", _READ)

TELLING = (*telling(_MIDNIGHTS), "24:00", "24h00", "00:00", "0h00", *telling(words_of("praise")))
"""Words without which a text says nothing of midnight and praises no pay."""

_MIDNIGHT = re.compile(rf"\b(?:{_MIDNIGHTS})\b|(?<![\d:.])(?:24|00?)[:h]00(?![\d:])", re.IGNORECASE)
_AT_WORK = re.compile(rf"\b(?:{words_of('at_work')})\b", re.IGNORECASE)
_APPLYING = re.compile(rf"\b(?:{words_of('applying')})\b", re.IGNORECASE)
_SENDING = re.compile(rf"\b(?:{words_of('sending')})\b", re.IGNORECASE)
_UNTIL = re.compile(rf"\b(?:{words_of('until')})\b", re.IGNORECASE)
_SOMETHING_ELSE = re.compile(rf"\b(?:{words_of('something_else')})", re.IGNORECASE)


def _praise(*, leads: bool) -> tuple[str, str]:
    """Words that praise and what they praise, of the tongues that have them in this order."""
    tongues = [tongue for tongue in _READ if tongue.praise_leads is leads]
    return words_of("praise", tongues), words_of("praised", tongues)


_LEADING, _LED = _praise(leads=True)
_FOLLOWING, _FOLLOWED = _praise(leads=False)
_PRAISE = re.compile(
    rf"\b(?:{_LEADING})\b(?:[ ,/&()-]{{1,6}}(?!{words_of('not_praised')})[\w'-]{{1,20}}){{0,4}}"
    rf"[ ,/&()-]{{1,6}}(?:{_LED})\b"
    rf"|\b(?:{_FOLLOWED})\b[^.!?]{{0,20}}\b(?:{_FOLLOWING})\w*",
    re.IGNORECASE,
)
_PAY = re.compile(rf"\b(?:{words_of('pay')})\b", re.IGNORECASE)
_FIGURE = re.compile(
    r"[€£$][ \u00a0\u202f]?\d|\d[ \u00a0\u202f]?(?:[€£$]|k\b|EUR\b|GBP\b|USD\b|CHF\b|euros?\b)"
    r"|\b(?:EUR|GBP|USD|CHF)[ \u00a0\u202f]?\d|\b\d{1,3}[., \u00a0\u202f']\d{3}\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(rf"(?:{words_of('offices')})", re.IGNORECASE)


def is_last_day(lead: str, sentence: str, heading: str) -> bool:
    """True if a day is named as the last one to apply: by the words that lead to it, of this and nothing else."""
    said = f"{heading} {lead}"
    if not (_UNTIL.search(said) and _APPLYING.search(f"{heading} {sentence}")):
        return False
    other = _last_end(_SOMETHING_ELSE, said)
    return other < 0 or _last_end(_SENDING, said) > other


def midnight_in(sentence: str, heading: str, *, has_day: bool) -> re.Match[str] | None:
    """Midnight as the end of the time to apply, and not of a working day."""
    found = _MIDNIGHT.search(sentence)
    said = f"{heading} {sentence}"
    if found is None or _AT_WORK.search(sentence, max(0, found.start() - _NEAR), found.start()):
        return None
    is_end = _UNTIL.search(said) is not None
    return found if (_APPLYING.search(said) and (is_end or has_day)) or (is_end and has_day) else None


def praise_in(sentence: str) -> re.Match[str] | None:
    """Pay that is praised, or left to be settled, without a figure in the same sentence."""
    found = _PRAISE.search(sentence)
    return None if found is None or _FIGURE.search(sentence) else found


def names_pay(words: str, heading: str) -> bool:
    """True for a stretch of text that names an amount of pay."""
    return _FIGURE.search(words) is not None and _PAY.search(f"{heading} {words}") is not None


def is_office(word: str) -> bool:
    """True for a word that no person is called."""
    return _OFFICE.fullmatch(word) is not None


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; -1 if there is none."""
    return max((found.end() for found in pattern.finditer(text)), default=-1)
