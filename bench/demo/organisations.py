"""The twelve organisations of the demo. Their names are made of syllables, so that none is real."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from bench.demo.document import document
from bench.demo.english import ENGLISH
from bench.demo.french import FRENCH
from bench.demo.spanish import SPANISH
from bench.demo.texts import Texts
from bench.items import Town
from jobboard.board.advice.colours import is_seen
from jobboard.model.texts.contrast import nearest_shade

TEXTS: Mapping[str, Texts] = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Who hires and who issues. `rate` is what a euro is in its `currency`, roughly."""

    id: str
    short: str
    name: str
    lang: str
    town: Town
    street: str
    currency: str
    rate: float
    part_of: str
    has_logo: bool

    @property
    def website(self) -> str:
        return f"https://{self.id}.example"

    @property
    def texts(self) -> Texts:
        return TEXTS[self.lang]


_ROWS = (
    ("varholt", "Varholt Towns", "Varholt Network of Towns", "en", "Brussels", "BE", "Europe/Brussels", "Rue 1"),
    (
        "ostermere",
        "Ostermere Regions",
        "Council of Ostermere Regions",
        "en",
        "Malmö",
        "SE",
        "Europe/Stockholm",
        "Gata 2",
    ),
    ("quillwick", "Quillwick Harbours", "Quillwick Forum of Harbours", "en", "Cork", "IE", "Europe/Dublin", "Quay 3"),
    ("tolvestad", "Tolvestad Agency", "Tolvestad Climate Agency", "en", "Tampere", "FI", "Europe/Helsinki", "Katu 4"),
    (
        "bramdorne",
        "Bramdorne",
        "Bramdorne Institute of Finance",
        "en",
        "Gdańsk",
        "PL",
        "Europe/Warsaw",
        "Ulica 5",
    ),
    ("merrilhac", "Merrilhac", "Réseau des communes de Merrilhac", "fr", "Lille", "FR", "Europe/Paris", "Rue 6"),
    ("kestanne", "Kestanne", "Agence de Kestanne pour la mobilité", "fr", "Liège", "BE", "Europe/Brussels", "Quai 7"),
    ("lundilhac", "Lundilhac", "Bibliothèques de Lundilhac", "fr", "Montréal", "CA", "America/Toronto", "Rue 8"),
    ("fennanne", "Fennanne", "Maison de l’Europe de Fennanne", "fr", "Grenoble", "FR", "Europe/Paris", "Place 9"),
    ("sandosa", "Sandosa", "Red de Municipios de Sandosa", "es", "Zaragoza", "ES", "Europe/Madrid", "Calle 10"),
    ("haskosa", "Haskosa", "Unión de Regiones de Haskosa", "es", "Málaga", "ES", "Europe/Madrid", "Calle 11"),
    ("ilverosa", "Ilverosa", "Foro de Ilverosa", "es", "Montevideo", "UY", "America/Montevideo", "Calle 12"),
)
_MONEY = {"SE": ("SEK", 11), "PL": ("PLN", 4.3), "CA": ("CAD", 1.5), "UY": ("UYU", 30)}
_PART_OF = {"fennanne": "merrilhac"}
_WITHOUT_LOGO = {"fennanne", "haskosa"}

ORGANISATIONS = tuple(
    Organisation(
        id=id_,
        short=short,
        name=name,
        lang=lang,
        town=Town(name=town, country=country, zone=zone),
        street=street,
        currency=_MONEY.get(country, ("EUR", 1))[0],
        rate=_MONEY.get(country, ("EUR", 1))[1],
        part_of=_PART_OF.get(id_, ""),
        has_logo=id_ not in _WITHOUT_LOGO,
    )
    for id_, short, name, lang, town, country, zone, street in _ROWS
)


@dataclass(frozen=True)
class Demo:
    """What every item is made of: a seed and an instant."""

    seed: int
    now: datetime

    def rng(self, kind: str, number: int | str) -> Random:
        """Chance for one item, the same each time."""
        return Random(f"{self.seed}/{kind}/{number}")  # noqa: S311 (nothing secret is made of it)


def organisation_files() -> dict[str, bytes]:
    """A file for each organisation."""
    return {f"organisations/{each.id}.md": _file(each) for each in ORGANISATIONS}


def _file(each: Organisation) -> bytes:
    texts = each.texts
    press = {"name": texts.press_office, "email": f"press@{each.id}.example", "phone": "+32 2 555 01 00"}
    fields: dict[str, Any] = {
        "name": each.name,
        "short_name": each.short,
        "website": each.website,
        "lang": each.lang,
        "email": f"info@{each.id}.example",
        "domains": [f"{each.id}.example"],
        "place": {"city": each.town.name, "country": each.town.country, "street": each.street},
        "timezone": each.town.zone,
        "press_contacts": [press],
        "equal_opportunities": texts.equal,
        "privacy": f"{each.website}/privacy",
    }
    colour = f"#{Random(each.id).randrange(1 << 24):06x}"  # noqa: S311 (nothing secret is made of it)
    fields["colour"] = nearest_shade(colour, is_seen)
    if each.part_of:
        fields["part_of"] = each.part_of
    if each.has_logo:
        fields["logo"] = {"file": f"images/logo-{each.id}.png", "alt": each.short}
    return document(fields, [texts.about.format(name=each.name)])
