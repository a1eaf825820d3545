"""Key facts, as the pairs of a description list: terms and what there is to say of each."""

from __future__ import annotations

from msgspec import Struct

from jobboard.model.organisation import Organisation
from jobboard.model.parts.general import Place
from jobboard.outputs.text import words
from jobboard.source.direction import isolated


class Span(Struct, frozen=True, kw_only=True):
    """A stretch of a fact: text, perhaps a link, perhaps a date for machines, perhaps in another language."""

    text: str
    href: str = ""
    datetime: str = ""
    lang: str = ""


class Fact(Struct, frozen=True, kw_only=True):
    """A term and what there is to say of it, a line each."""

    term: str
    lines: tuple[Span, ...]


def name_in_full(organisation: Organisation, lang: str) -> str:
    """ "Council of European Municipalities and Regions (CEMR)", in a text of that language."""
    if not organisation.short_name:
        return organisation.name
    return f"{isolated(organisation.name, lang)} ({isolated(organisation.short_name, lang)})"


def place_in_full(place: Place, lang: str) -> str:
    """ "Square de Meeûs 1, 1000 Brussels, Belgium"."""
    town = f"{place.postcode or ''} {place.city or ''}".strip()
    region = place.region if place.region != place.city else ""
    parts = (place.street, town, region, words.country_words(place.country, lang))
    return ", ".join(isolated(part, lang) for part in parts if part)
