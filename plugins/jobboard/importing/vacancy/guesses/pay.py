"""Pay as amounts where it is amounts, and else as the words that speak of it: a 13th month is no salary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobboard.importing.vacancy.guesses.guess import Guess, Sure, in_flow, sentences_in, where_of, without_end
from jobboard.importing.vacancy.guesses.lines import Lined
from jobboard.source.language.tongues.known import TONGUES, words_of

_CURRENCIES = {
    "€": "EUR",
    "£": "GBP",
    "euro": "EUR",
    "euros": "EUR",
    "eur": "EUR",
    "gbp": "GBP",
    "chf": "CHF",
    "usd": "USD",
} | {
    "sek": "SEK",
    "dkk": "DKK",
    "pln": "PLN",
}
_SIGN = r"(?:€|£|\b(?:euros?|EUR|GBP|CHF|USD|SEK|DKK|PLN)\b)"
_FIGURE = r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
_AMOUNT = rf"(?:{_SIGN}\s?)?(?:{_FIGURE})(?:\.[–—-]+)?\s?[kK]?(?:\s?{_SIGN})?"
_BETWEEN = r"\s*(?:[-–—]|to|and|up to|à|et|a|y|hasta)\s*"
_RANGE = re.compile(rf"(?P<min>{_AMOUNT})(?:{_BETWEEN}(?P<max>{_AMOUNT}))?", re.IGNORECASE)
_NUMBER = re.compile(_FIGURE)
_READ = [TONGUES[code] for code in ("en", "fr", "es")]
_PAY = re.compile(
    rf"\b(?:{words_of('pay', _READ)}|gratifi\w+|bourse|beca|stipend|indemnité|allowance|retribución|remuneración|"
    rf"sueldo|"
    rf"salario|{words_of('unpaid', _READ)})\b",
    re.IGNORECASE,
)
_PERIODS = {
    "year": r"\b(?:per|a|each) (?:year|annum)|/\s?(?:year|an|año|y)\b|\bannual\w*|\byearly|\bp\.a\.|\bpar an\b|"
    r"\bannuel\w*|\bal año\b|\banual\w*|\bb/a\b",
    "month": r"\b(?:per|a|each) month|/\s?(?:month|mois|mes)\b|\bmonthly|\bpar mois\b|\bmensuel\w*|\bal mes\b|"
    r"\bmensual\w*",
    "day": r"\b(?:per|a) day|/\s?(?:day|jour|día)\b|\bdaily|\bpar jour\b|\bpor día\b|\bal día\b",
    "hour": r"\b(?:per|an) hour|/\s?(?:h|hour|heure|hora)\b|\bhourly|\bpar heure\b|\bde l['’]heure\b|"
    r"\bpor hora\b|\bla hora\b",
}
_NOT_PAY = re.compile(
    r"\bbudgets?\b|\bmillions?\b|\bgrants? of\b|\bturnover\b|\bsubvention|\bpresupuesto|\bpayroll\b|\bmembership|"
    r"\b(?:their|as a|participation|annual) fees?\b|\bcotis|\bcuotas?\b|\bmasse salariale\b|\bmasa salarial\b|"
    r"\bayudas de\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\bvouchers?\b|\bch[eè]ques?\b|\btickets?\b|\btitres?[- ]restaurant|\bdietas?\b|\bexpenses\b|\bfrais\b|"
    r"\bmutuelle\b|"
    r"\btransport\w*\b|\bbonus\b|\bprime\b|\bequipment\b|\btélétravail\b|\btelework\w*\b|\ballowances? for\b|"
    r"\binsurance\b",
    re.IGNORECASE,
)
"""What is paid beside pay; only in the clause that it stands in."""

_TIMES = re.compile(
    r"\b\d{2}(?:[.,]\d+)?\s?(?:×|x|times|fois|pagas|mois|months|mensualités)\s?(?:/|per|a|par|al|over)?\s?(?:year|an|año)\b",
    re.IGNORECASE,
)
"""How often in a year an amount is paid."""

_PAID_FREE = re.compile(r"\b(?:un)?paid (?:annual |parental |sick )?(?:leave|holidays?|days)\b", re.IGNORECASE)
_OFFER = re.compile(
    r"\b(?:we|you['’]ll|you) (?:offer|get|receive)\b|\b(?:nous )?(?:offrons|proposons)\b|\bofrecemos\b|\bse ofrece\b|"
    r"\bconditions\b|\bcondiciones\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r": \d{4,}(?:\.\d+)?, currency: \w+, per: (?:month|year)\b")
"""An amount that is pay wherever it is offered: four figures for a month or a year."""

_CLAUSE = re.compile(r"[,;()+]\s|\s(?:and|et|y|plus|más|with|avec|con)\s", re.IGNORECASE)
_AT_LEAST = re.compile(
    r"\b(?:from|starting at|starting from|at least|minimum(?: of)?|à partir de|au moins|dès|desde|a partir de|"
    r"mínimo(?: de)?)\s*$",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"\b(?:up to|maximum(?: of)?|at most|jusqu['’]à|au maximum|hasta|máximo(?: de)?)\s*$", re.IGNORECASE
)
_ONCE = re.compile(
    r"\blump sum\b|\bin total\b|\btotal\b|\bforfait\w*|\btanto alzado\b|\binstal?lments?\b", re.IGNORECASE
)
_OF_A_YEAR, _PAID_BY_YEAR = 12_000, ("EUR", "GBP", "CHF", "USD")
"""An amount that nobody is paid in a month, where nothing is said of the time."""

_LONGEST_NOTE = 1000


def guess_salary(sheet: Lined) -> Iterator[Guess]:
    """Pay: the first amount with a currency and a period, else the first words about it."""
    in_words: list[Guess] = []
    for line in sheet.lines:
        is_labelled = line.field == "salary"
        for sentence in [line.said] if is_labelled else sentences_in(line.text):
            is_offered = _OFFER.search(f"{line.heading} {line.label} {sentence}") is not None
            is_about = _PAY.search(_PAID_FREE.sub("", sentence)) is not None
            if line.level or not (is_labelled or is_about or is_offered):
                continue
            sure = Sure.CERTAIN if is_labelled else Sure.LIKELY
            amounts = (
                "" if _NOT_PAY.search(sentence) and not is_labelled else _amounts(sentence, is_labelled=is_labelled)
            )
            if not (amounts or is_labelled or (is_about and _is_about_pay(sentence))):
                continue
            if not (is_labelled or is_about) and not _WHOLE.search(amounts):
                continue
            value = amounts or f"note: {in_flow(without_end(sentence))}"
            guess = Guess(
                field="salary",
                value=f"{{{value}}}",
                words=line.text if is_labelled else sentence,
                sure=sure,
                line=line,
                where=where_of(line),
                fills=is_labelled and bool(line.label),
            )
            if amounts:
                yield guess
            elif len(sentence) <= _LONGEST_NOTE:
                in_words.append(guess)
    yield from in_words


def _is_about_pay(sentence: str) -> bool:
    """True where pay itself is spoken of: a package, a scale, what is competitive."""
    return re.search(

            rf"\b(?:{words_of('praise', _READ)})\w*|\bscale\b|\bgrade\b|\bpackage\b|\bbarème\b|\bgrille\b|"
            rf"\bescala\b|\bconvenio\b|\brémunération statutaire\b|\brégime indemnitaire\b|\bgratifié\w*|"
        rf"\b(?:{words_of('unpaid', _READ)})\b", sentence, re.IGNORECASE
    ) is not None  # fmt: skip


def _amounts(sentence: str, *, is_labelled: bool) -> str:
    """Amount or range with currency and period, as YAML; empty if anything of that is missing."""
    for found in _RANGE.finditer(sentence):
        currency = _currency(found[0])
        values = [value for value in (_value(found["min"]), _value(found["max"] or "")) if value]
        if not currency or not values or max(values) < 1 or _BESIDE.search(_clause_around(found, sentence)):
            continue
        if len(values) == 2 and values[0] < 1000 <= values[1] and "k" in (found["max"] or "").lower():
            values[0] *= 1000
        if period := _period(sentence, found) or (
            _unsaid_period(sentence, min(values), currency) if is_labelled else ""
        ):
            ends = _ends(values, sentence[: found.start()])
            return f"{ends}, currency: {currency}, per: {period}, note: {in_flow(without_end(sentence))}"
    return ""


def _unsaid_period(sentence: str, amount: float, currency: str) -> str:
    """The time that a salary of so much is for, where none is named: all of the work if it is one sum, else a year."""
    if _ONCE.search(sentence):
        return "assignment"
    return "year" if amount >= _OF_A_YEAR and currency in _PAID_BY_YEAR else ""


def _ends(values: list[float], lead: str) -> str:
    """The ends of a range, or the amount, as the words before it have them."""
    if len(values) == 2 and values[0] < values[1]:
        return f"min: {_text(values[0])}, max: {_text(values[1])}"
    name = "min" if _AT_LEAST.search(lead) else "max" if _AT_MOST.search(lead) else "amount"
    return f"{name}: {_text(values[0])}"


def _clause_around(amount: re.Match[str], sentence: str) -> str:
    """The part of a sentence that an amount stands in."""
    starts = [found.end() for found in _CLAUSE.finditer(sentence, 0, amount.start() + 1)]
    end = _CLAUSE.search(sentence, amount.end())
    return sentence[starts[-1] if starts else 0 : end.start() if end else len(sentence)]


def _period(sentence: str, amount: re.Match[str]) -> str:
    """The time an amount is for: the one that is named nearest to it."""
    sentence = _TIMES.sub(lambda each: " " * len(each[0]), sentence)
    found = {
        name: min(max(match.start() - amount.end(), amount.start() - match.end()) for match in matches)
        for name, pattern in _PERIODS.items()
        if (matches := list(re.finditer(pattern, sentence, re.IGNORECASE)))
    }
    return min(found, key=lambda name: found[name]) if found else ""


def _currency(text: str) -> str:
    found = re.search(_SIGN, text, re.IGNORECASE)
    return _CURRENCIES.get(found[0].lower(), "") if found else ""


def _value(text: str) -> float:
    """The number an amount names: a group of three figures behind a sign is of thousands, one of two of cents."""
    found = _NUMBER.search(text)
    if not found:
        return 0
    whole = re.sub(r"[.,'’ \u00a0\u202f](?=\d{3}(?!\d))", "", found[0]).replace(",", ".")
    number = float(whole)
    return number * 1000 if re.search(r"\d\s?k", text, re.IGNORECASE) else number


def _text(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:.2f}"
