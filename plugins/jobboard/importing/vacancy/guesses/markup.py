"""What the JobPosting of a web page says (schema.org, JSON-LD): its properties in, guesses that are certain out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jobboard.importing.html.convert import to_line
from jobboard.importing.sources.dates import from_feed
from jobboard.importing.vacancy.guesses.guess import Guess, Sure, in_flow, listed
from jobboard.model.parts.employment import Employment
from jobboard.source.message import UNSAID, phrase
from jobboard.source.yaml.syntax import to_yaml

_TYPES = {each.name: each.value for each in Employment} | {"OTHER": ""}
_LONGEST = 400


def guess_by_markup(markup: Mapping[str, Any], today: str) -> Iterator[Guess]:
    """The fields that the markup of a page holds; the employer's name is compared elsewhere."""
    texts = {"title": "title", "experience": "experienceRequirements", "education": "educationRequirements"}
    for field, name in texts.items():
        text = _text(markup.get(name))
        if text and len(text) <= _LONGEST:
            yield _guess(field, to_yaml(text) if field == "title" else in_flow(text), text)
    if reference := _number(markup.get("identifier")):
        yield _guess("reference", in_flow(reference), reference)
    for field, name in (("published", "datePosted"), ("deadline", "validThrough")):
        typed = _text(markup.get(name))
        if day := from_feed(typed):
            note = phrase("it is over") if field == "deadline" and day[:10] < today else UNSAID
            yield _guess(field, f'"{day}"' if " " in day else day, typed, note)
    yield from _of_work(markup)
    if salary := _salary(markup.get("baseSalary")):
        yield _guess("salary", salary, salary)
    if skills := [each.strip() for each in _text(markup.get("skills")).split(",") if each.strip()]:
        yield _guess("skills", listed(skills), ", ".join(skills))


def employer_in(markup: Mapping[str, Any]) -> str:
    """The name of who hires."""
    return _text(markup.get("hiringOrganization"))


def _of_work(markup: Mapping[str, Any]) -> Iterator[Guess]:
    types = [_TYPES.get(_text(each).upper(), "") for each in _several(markup.get("employmentType"))]
    if found := list(filter(None, types)):
        yield _guess("employment", f"[{', '.join(found)}]", ", ".join(found))
    if _text(markup.get("jobLocationType")).upper() == "TELECOMMUTE":
        yield _guess("workplace", "remote", "TELECOMMUTE")
        countries = [_text(each) for each in _several(markup.get("applicantLocationRequirements"))]
        if codes := [each for each in countries if re.fullmatch("[A-Z]{2}", each)]:
            yield _guess("applicants_from", f"[{', '.join(codes)}]", ", ".join(codes))
    for location in _several(markup.get("jobLocation"))[:1]:
        address = location.get("address") if isinstance(location, dict) else None
        if isinstance(address, dict) and (country := _text(address.get("addressCountry"))):
            city = _text(address.get("addressLocality"))
            value = f"{{city: {in_flow(city)}, country: {country}}}" if city else f"{{country: {country}}}"
            yield _guess("place", value, f"{city} {country}".strip())


def _salary(found: object) -> str:
    value = found.get("value") if isinstance(found, dict) else None
    if not isinstance(found, dict) or not isinstance(value, dict):
        return ""
    currency, unit = _text(found.get("currency")), _text(value.get("unitText")).lower()
    amounts = [
        (name, _text(value.get(key))) for name, key in (("min", "minValue"), ("max", "maxValue"), ("amount", "value"))
    ]
    given = [f"{name}: {text}" for name, text in amounts if re.fullmatch(r"\d+(?:\.\d+)?", text)]
    return f"{{{', '.join(given[:2])}, currency: {currency}, per: {unit}}}" if given and currency and unit else ""


def _guess(field: str, value: str, words: str, note: Any = UNSAID) -> Guess:
    where = phrase("in the page's markup")
    return Guess(field=field, value=value, words=words, sure=Sure.CERTAIN, where=where, note=note)


def _several(found: object) -> list[Any]:
    return found if isinstance(found, list) else [] if found is None else [found]


def _number(found: object) -> str:
    """The employer's number; its `name` is that of whose number it is."""
    return _text(found["value"] if isinstance(found, dict) and "value" in found else found)


def _text(found: object) -> str:
    """A property as a line of text: its own, or the name or value of what it holds."""
    if isinstance(found, dict):
        found = next((found[name] for name in ("name", "value", "credentialCategory") if name in found), "")
    return to_line(str(found)) if isinstance(found, str | int | float) else ""
