"""What the code knows of a language that people write in. Plain data: words in, patterns are made of them elsewhere.

Words are in small letters, with strokes between; `Patterns` may be patterns of them (`salar(?:y|ies)`). Capitals do not
count. A field that a language may not need, or that others fill for it, is `Rare`; the languages of the interface
fill all the others. A language of which little is known fills what is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from msgspec import Struct

Words = str
Patterns = Annotated[str, "words or patterns"]
Rare = Annotated[str, "left empty by some"]


class BlankForm(Struct, frozen=True):
    """What `new` writes into a file of one kind: a summary, and the lines of a body. Headings are meant to stay."""

    summary: str
    body: tuple[str, ...]


Forms = Mapping[str, BlankForm]
"""By kind of content."""


class Tongue(Struct, frozen=True, kw_only=True):
    """A language, as far as texts, fields, mail addresses and telephone numbers are understood in it."""

    # Days
    months: tuple[Words, ...] = ()
    """Twelve, each with its short forms."""
    weekdays: tuple[Words, ...] = ()
    """Seven, from Monday."""
    articles: Words = ""
    """Between a weekday and its day: "Friday the 9th"."""
    ordinals: Rare = ""
    """What a number of a day ends in: 1st."""
    of_month: Rare = ""
    """Between a day and its month: 9 of April."""
    of_year: Rare = ""
    """Between a month and its year."""
    of_month_joined: Rare = ""
    """Between a day and a month in a vowel, with an apostrophe."""

    # The end of the time to apply, as texts speak of it
    midnight: Words = ""
    until: Patterns = ""
    """What names a day as the last one."""
    applying: Patterns = ""
    """What is about applications."""
    sending: Patterns = ""
    """What applicants do, or when it ends: such a word is about the last day whatever was spoken of before it."""
    something_else: Patterns = ""
    """Beginnings of words that a day may belong to instead: an interview, a start, a reply."""
    at_work: Patterns = ""
    """What makes midnight one of working hours."""

    # Pay
    pay: Patterns = ""
    """What an amount of money is called that is somebody's pay."""
    praised: Patterns = ""
    """Pay, in words that praise it."""
    praise: Words = ""
    """Words that praise, or their beginnings; they stand behind what is praised, unless `praise_leads`."""
    praise_leads: bool = False
    not_praised: Rare = ""
    """Beginnings of words after which the praise is of something else: a competitive selection process."""
    unpaid: Patterns = ""
    """That nothing is paid."""

    # Mailboxes
    offices: Patterns = ""
    """Words in the name of an office's mailbox; any other pair of words is taken for a person's name."""
    recruiting: Patterns = ""
    """Words in the name of a mailbox that applications go to."""
    at: Rare = ""
    """Said for @ between two words."""
    at_bracketed: Rare = ""
    """Said for @ in brackets."""
    at_sign: Rare = ""
    """What the sign is called."""
    dot: Words = ""
    """Said for the dot in a domain."""
    before_a_site: Rare = ""
    """Words after which `at` leads to a site and not to a mailbox."""
    account: Patterns = ""
    """What stands between a messenger and somebody's name in it: Skype name."""
    called: Patterns = ""
    """What may lead from these to the name."""

    # Numbers
    call: Patterns = ""
    """What names a telephone, or asks to use it."""
    extension: Patterns = ""
    """What leads to the last figures of a number within a house."""
    digits: Words = ""
    """Figures in words, as a number is said."""
    counts: tuple[Words, ...] = ()
    """Numbers in words: twelve, from one, each with its forms."""
    and_to: Patterns = ""
    """Between the two ends of a range."""
    money: Patterns = ""
    """What is behind an amount."""
    units: Patterns = ""
    """What is counted: figures before it are no telephone number."""
    references: Patterns = ""
    """What leads to a number of something else: a law, a vacancy, a file."""

    # Days and hours as they are typed into a field, or stand in a feed
    noon: Patterns = ""
    through: Patterns = ""
    """Between the first and the last of several days or hours."""
    before_day: Patterns = ""
    """Before a day: from, on."""
    before_hour: Patterns = ""
    """Before an hour: at, from."""
    hours: Rare = ""
    """Behind an hour: 14 o'clock."""
    whole_day: Rare = ""
    """That a day counts whole."""
    around_day: Words = ""
    """Words of a date that say nothing of it."""
    more_ordinals: Rare = ""
    """Endings beside `ordinals` of a number that stands for a day, in feeds."""
    without_end: Patterns = ""
    """That there is no last day."""

    # How the language is written
    abbreviations: Words = ""
    """Without the full stop they end in, which ends no sentence."""
    alphabet: tuple[tuple[str, str], ...] = ()
    """Letters that count by themselves, each with the one they follow (decision 33)."""
    elided: Rare = ""
    """A word that loses its vowel before those of `vowels`, in messages of the interface."""
    vowels: Rare = ""
    locale: Rare = ""
    """The regional form of it that the interface speaks, where the plain one means another (CLDR)."""
    day_form: Rare = ""
    """A day, where CLDR's long form has a comma that the language does without."""
    weekday_form: Rare = ""
    """The same with its weekday."""

    forms: Forms = MappingProxyType({})
    """What `new` writes."""
