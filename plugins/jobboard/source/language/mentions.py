"""What a body says of days, pay and people: found once when it is read, judged later against its fields.

Text in, a short list of mentions out, each with its line. In every tongue that is understood, in usual written forms;
what is not recognised is passed over. Every pattern takes time in proportion to the text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from jobboard.source.language import phrases
from jobboard.source.language.days import NEAR_DATE, Day, dates_in, days_in, may_hold_date, wrong_weekday
from jobboard.source.language.mention import About, Mention
from jobboard.source.language.stretches import stretches_of, without_noise
from jobboard.source.language.tongues.known import month_behind_a_stop

__all__ = ["MAX_MENTIONS", "dates_in", "mentions_of"]


MAX_MENTIONS = 20
"""How many are kept of one body: more would only repeat themselves."""

_GOES_ON = rf"(?<=\d\.)[ \u00a0]+{month_behind_a_stop()}"
_SENTENCE_END = re.compile(rf"[.!?](?!{_GOES_ON})[)\]*_\"'»”]{{0,3}}[ \u00a0]+(?=\W{{0,3}}[^\Wa-z])|;[ \u00a0]+")
_LONGEST = 2_000
"""Characters of a sentence that are looked at: words of one that is longer belong together no more."""

_DIGIT = re.compile(r"\d")
_MAILBOX = re.compile(r"(?<![\w.+-])([^\W\d_]{1,30})[._-]([^\W\d_]{2,30}(?:-[^\W\d_]{1,30})?)@\w", re.IGNORECASE)

_Found = tuple[About, int, str, str]
"""What a sentence mentions, where in it, the words, and the value of a mention."""


def mentions_of(text: str, first_line: int) -> tuple[Mention, ...]:
    """The mentions in a Markdown text that starts on `first_line` of its file, in their order."""
    telling = _telling_in(text)
    found: list[Mention] = []
    is_paid = False
    for block in stretches_of(text, functools.partial(_is_wanted, telling=telling)):
        words = without_noise(block.text)
        is_paid = is_paid or bool(telling and phrases.names_pay(words, block.heading))
        for at, sentence in _sentences(words, telling) if _may_mention(words, telling) else ():
            for about, offset, said, value in _in_sentence(sentence, "" if at else block.heading, telling):
                line = first_line + text.count("\n", 0, block.start + at + offset)
                found.append(Mention(about, line, said, value))
        if len(found) >= MAX_MENTIONS:
            break
    kept = (each for each in dict.fromkeys(found) if each.about is not About.PAY or not is_paid)
    return tuple(kept)[:MAX_MENTIONS]


def _is_wanted(text: str, telling: tuple[str, ...]) -> bool:
    """True for a stretch of Markdown that may mention something once its marks are out of the way."""
    if telling and (_DIGIT.search(text) or _telling_in(text)):
        return True
    return "@" in text or (_DIGIT.search(text) is not None and may_hold_date(text))


def _telling_in(text: str) -> tuple[str, ...]:
    """The telling words a text has: mostly none, and then they need not be looked for in its sentences."""
    small = text.lower()
    return tuple(word for word in phrases.TELLING if word in small)


def _may_mention(text: str, telling: tuple[str, ...]) -> bool:
    """False for words in which there is nothing to find: most sentences, and this is quickly seen."""
    return "@" in text or NEAR_DATE.search(text) is not None or bool(telling and _telling_in(text))


def _sentences(block: str, telling: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Those sentences of a block in which there may be something, with their place in it."""
    at = 0
    for stop in [*(found.end() for found in _SENTENCE_END.finditer(block)), len(block)]:
        sentence = block[at : min(stop, at + _LONGEST)].rstrip()
        if sentence and _may_mention(sentence, telling):
            yield at, sentence
        at = stop


def _in_sentence(sentence: str, heading: str, telling: tuple[str, ...]) -> Iterator[_Found]:
    before, days = 0, [*days_in(sentence)]
    for day in days:
        if wrong := wrong_weekday(day, sentence):
            word, right = wrong
            yield About.WEEKDAY, day.start, f"{word} {day.words}", right
        if day.value and phrases.is_last_day(sentence[before : day.start], sentence, heading):
            yield About.LAST_DAY, day.start, day.words, day.value
        before = day.end if day.value else before
    if telling:
        yield from _in_telling_sentence(sentence, heading, days)
    for mailbox in _MAILBOX.finditer(sentence) if "@" in sentence else ():
        if not any(map(phrases.is_office, mailbox.groups())):
            yield About.PERSON, mailbox.start(), "", ""


def _in_telling_sentence(sentence: str, heading: str, days: list[Day]) -> Iterator[_Found]:
    midnight = phrases.midnight_in(sentence, heading, has_day=bool(days))
    if midnight:
        yield About.MIDNIGHT, midnight.start(), midnight[0], ""
    praise = phrases.praise_in(sentence)
    if praise:
        yield About.PAY, praise.start(), " ".join(praise[0].split()), ""
