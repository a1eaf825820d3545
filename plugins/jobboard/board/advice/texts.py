"""Advice on the words of a posting that is not closed: its pay, its title, its text held against its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from jobboard.board.board import BoardPosting
from jobboard.board.checks import Locator
from jobboard.board.status import to_zone
from jobboard.model.parts.closing import Rolling
from jobboard.model.parts.employment import Salary
from jobboard.model.parts.general import Place
from jobboard.model.posting import PostingKind
from jobboard.model.texts.towns import town_name
from jobboard.source.language.mention import About, Mention
from jobboard.source.language.mentions import dates_in
from jobboard.source.language.one_gender import one_gender_in
from jobboard.source.language.tongues.known import words_of
from jobboard.source.message import Phrase, message, phrase
from jobboard.source.problem import Level, Problem, quoted

PAY_WITHOUT_A_FIGURE = message("pay-without-a-figure", "%(words)s names no figure (Directive (EU) 2023/970)")
PAY_MISSING = message(
    "pay-missing",
    "missing; applicants are to know the pay, or its range, before the interview (Directive (EU) 2023/970)",
)
TITLE_NAMES_THE_PLACE = message("title-names-the-place", "names the place (%(place)s)")
TITLE_NAMES_A_GENDER = message("title-names-a-gender", "%(words)s is no part of it")
TITLE_IN_ONE_GENDER = message("title-in-one-gender", "%(words)s names one gender alone")
TITLE_NAMES_THE_PAY = message("title-names-the-pay", "names the pay (%(words)s)")
TITLE_NAMES_A_DAY = message("title-names-a-day", "names a day")
TEXT_SHORT = message("text-short", "%(number)s characters say little of the work")
TEXT_MISSING = message("text-missing", "there is no text")
WEEKDAY_WRONG = message("weekday-wrong", "%(words)s is a %(weekday)s")
MIDNIGHT = message("midnight-in-the-text", "%(words)s can mean either end of a day")
NOT_THE_DEADLINE = message("not-the-deadline", "%(words)s is not the deadline, which is %(deadline)s")

MIN_TEXT = 400
"""Characters below which a text hardly says what the work is (docs/standards.md#short-texts)."""

_WEEKDAYS = {
    "Monday": phrase("Monday"),
    "Tuesday": phrase("Tuesday"),
    "Wednesday": phrase("Wednesday"),
    "Thursday": phrase("Thursday"),
    "Friday": phrase("Friday"),
    "Saturday": phrase("Saturday"),
    "Sunday": phrase("Sunday"),
}
_UNPAID = (PostingKind.VOLUNTEERING, PostingKind.CALL_FOR_EXPERTS)
_GIVE = phrase("give the range: salary: {min: 3400, max: 4100, currency: EUR, per: month}")
_WITHOUT_GENDERS = "en"
"""A language whose nouns mean everybody. Elsewhere (H/F) or (m/w/d) may be what opens a title to all."""

_GENDER = re.compile(r"\(?(?<!\w)(?:[mfwhdx] ?/ ?){1,3}[mfwhdx](?!\w)\)?", re.IGNORECASE)
_AMOUNT = r"\d{1,3}(?:[., \u00a0\u202f]?\d{3})*(?:[.,]\d{1,2})?"
_NO_PAY = re.compile(rf"\b(?:{words_of('unpaid')})\b", re.IGNORECASE)
_THOUSANDS = r"\d{2,3}[., \u00a0]?\d{3}"
_MONEY = re.compile(
    rf"[€£$] ?{_AMOUNT}k?(?!\w)"
    rf"|(?<![\w.,-]){_AMOUNT} ?(?:k(?! ?(?:run|race|steps)\b)|[€£]|EUR|GBP|USD|CHF|euros?)(?![\w-])"
    rf"|(?<![\w-])(?:EUR|GBP|USD|CHF) {_AMOUNT}k?(?!\w)"
    rf"|(?<![\w.,]){_THOUSANDS} ?[-–] ?{_THOUSANDS}(?!\w)",
    re.IGNORECASE,
)
"""An amount with its currency, or a range of thousands; not `EUR-Lex`, nor `100 000 trees`."""


def advise_on_pay(posting: BoardPosting, locator: Locator) -> Iterator[Problem]:
    """Pay left out, or only praised. Volunteers and independent experts are not employed."""
    content = posting.content
    if content.kind in _UNPAID or _has_figure(content.salary) or _is_unpaid(content.salary):
        return
    praise = next((each for each in posting.body.said.mentions if each.about is About.PAY), None)
    if praise is not None:
        yield _in_body(posting, praise, PAY_WITHOUT_A_FIGURE(words=quoted(praise.words)), _GIVE)
    elif content.salary is not None:
        yield locator.at(
            content,
            "salary.note",
            PAY_WITHOUT_A_FIGURE(words=quoted(content.salary.note or "")),
            _GIVE,
            Level.ADVICE,
        )
    else:
        message = PAY_MISSING
        yield locator.at(content, "salary", message, _GIVE, Level.ADVICE)


def _has_figure(salary: Salary | None) -> bool:
    """True if pay is given as an amount, or at least as a scale with a number."""
    if salary is None:
        return False
    return any(each is not None for each in (salary.amount, salary.min, salary.max)) or bool(
        re.search(r"\d", salary.note or "")
    )


def _is_unpaid(salary: Salary | None) -> bool:
    """True if the note says that nothing is paid, which is as clear as a figure."""
    return salary is not None and _NO_PAY.search(salary.note or "") is not None


def advise_on_wording(posting: BoardPosting, locator: Locator) -> Iterator[Problem]:
    """A title that says more than the title of the job: its place, pay, gender or day, which have fields."""
    title = posting.content.title
    for name in dict.fromkeys(name for each in posting.content.place for name in _names_of(each, posting.lang)):
        if re.search(rf"(?<!\w)(?:{re.escape(name)}|{re.escape(name.upper())})(?!\w)", title):
            yield _in_title(
                posting, locator, TITLE_NAMES_THE_PLACE(place=name), phrase("leave it out: it stands beside the title")
            )
    if named := one_gender_in(title, posting.lang):
        hint = phrase("write '%(written)s', or both forms", written=named.written)
        yield _in_title(posting, locator, TITLE_IN_ONE_GENDER(words=quoted(named.word)), hint)
    if posting.lang == _WITHOUT_GENDERS and (found := _GENDER.search(title)):
        yield _in_title(
            posting, locator, TITLE_NAMES_A_GENDER(words=quoted(found[0])), phrase("all postings are open to everyone")
        )
    if found := _MONEY.search(title):
        yield _in_title(posting, locator, TITLE_NAMES_THE_PAY(words=quoted(found[0])), phrase("it goes into 'salary'"))
    if dates_in(title):
        yield _in_title(posting, locator, TITLE_NAMES_A_DAY, phrase("days go into 'deadline', 'starts' or 'dates'"))


def _names_of(place: Place, lang: str) -> Iterator[str]:
    """What a title may call the town and the region: as they are written, the town as readers know it, too."""
    if place.city:
        yield from (place.city, town_name(place.country, place.city, lang))
    if place.region:
        yield place.region


def advise_on_text(posting: BoardPosting) -> Iterator[Problem]:
    """What a text says against the fields, and one that says hardly anything."""
    content, said = posting.content, posting.body.said
    if said.size < MIN_TEXT and not (content.apply and content.apply.url):
        message = TEXT_SHORT(number=said.size) if said.size else TEXT_MISSING
        hint = phrase("tell applicants what to expect, in %(least)s characters or more", least=MIN_TEXT)
        line = said.line if said.size else 1
        yield Problem(content.path, line, "body", message, hint, Level.ADVICE)
    for mention in said.mentions:
        yield from _advise_on_day(posting, mention)


def _advise_on_day(posting: BoardPosting, mention: Mention) -> Iterator[Problem]:
    if mention.about is About.WEEKDAY:
        message = WEEKDAY_WRONG(words=quoted(mention.words), weekday=_WEEKDAYS[mention.value])
        yield _in_body(posting, mention, message, phrase("correct the weekday or the day"))
    elif mention.about is About.MIDNIGHT:
        message = MIDNIGHT(words=quoted(mention.words))
        yield _in_body(posting, mention, message, phrase("write the last minute, like 23:59, or leave it to the page"))
    elif mention.about is About.LAST_DAY and not any(_is(mention.value, day) for day in _last_days(posting)):
        content = posting.content
        deadline = "rolling" if isinstance(content.deadline, Rolling) else str(content.deadline)
        yield _in_body(
            posting,
            mention,
            NOT_THE_DEADLINE(words=quoted(mention.words), deadline=deadline),
            phrase("correct one of the two; the page states the deadline by itself"),
        )


def _is(value: str, day: date) -> bool:
    """True if a day as the text names it, perhaps without its year, is that day."""
    return day.isoformat().endswith(value)


def _last_days(posting: BoardPosting) -> tuple[date, ...]:
    """The last day as its author wrote it and, for a time with an offset, as it is in the posting's zone."""
    content, life = posting.content, posting.life
    written = content.review_by if isinstance(content.deadline, Rolling) else content.deadline
    if written is None or isinstance(written, Rolling):
        return ()
    end = written.ends_at(to_zone(posting.deadline_zone)) - timedelta(minutes=1)
    return (written.day, end.astimezone(to_zone(posting.deadline_zone)).date(), life.last_day)


def _in_body(posting: BoardPosting, mention: Mention, message: Phrase, hint: Phrase) -> Problem:
    return Problem(posting.content.path, mention.line, "body", message, hint, Level.ADVICE)


def _in_title(posting: BoardPosting, locator: Locator, message: Phrase, hint: Phrase) -> Problem:
    return locator.at(posting.content, "title", message, hint, Level.ADVICE)
