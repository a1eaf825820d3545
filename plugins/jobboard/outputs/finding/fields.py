"""What one may filter by: of each field the values of a posting, and what readers of an edition call a value.

One entry a field, by its name in the address (`/jobs/?kind=traineeship&country=be`). Fields whose values are days,
amounts or free words are not here: the columns hold those as numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.board.status import TICK
from jobboard.model.parts.offer import ANYWHERE
from jobboard.model.texts.towns import town_key, town_name
from jobboard.model.topic import Topic
from jobboard.outputs.finding.row import FindRow
from jobboard.outputs.page.script import browser_zone
from jobboard.outputs.page.signs import sign_of
from jobboard.outputs.text import words
from jobboard.outputs.text.clocks import comes_twice, local
from jobboard.source.catalogue import mark

PERMITS = {
    "required": mark("Those who may work there already"),
    "sponsored": mark("Those who need a permit, which the employer obtains"),
    "not-needed": mark("Everybody: no permit is needed"),
}


class Hirer(Struct, frozen=True, kw_only=True):
    """What the filter says of an organisation; `above` are the ids of those it is part of, nearest first.

    It has a `logo` (an address) or a `monogram`, as on cards; `lang` is the language of its name.
    """

    id: str
    name: str
    short_name: str
    lang: str
    logo: str
    monogram: str
    above: tuple[str, ...]


def hirer_of(site: Site, organisation: BoardOrganisation) -> Hirer:
    """An organisation by its names and its sign."""
    content = organisation.content
    logo, monogram = sign_of(site, content)
    return Hirer(
        id=organisation.id,
        name=content.name,
        short_name=content.short_name or "",
        lang=organisation.lang,
        logo=logo,
        monogram=monogram,
        above=tuple(each.id for each in organisation.above),
    )


class ValueNames(Struct, frozen=True, kw_only=True):
    """What values are called that the content names itself: organisations and topics by id, towns by key."""

    organisations: Mapping[str, Hirer]
    topics: Mapping[str, Topic]
    towns: Mapping[str, tuple[str, str]]


class FindField(Struct, frozen=True):
    """The values of a row, in their order, the name of one in an edition, and the `term` over them in the panel.

    `written` is a value as browsers know it; `more` are values there must be, whether a row has them or not. Rows are
    told `beside` those of another field that they mostly follow from, and are left out where they are `within` them.
    """

    values: Callable[[FindRow], tuple[str, ...]]
    name: Callable[[Site, str, ValueNames], str]
    written: Callable[[str], str] = str
    more: Callable[[ValueNames], Iterable[str]] = lambda _: ()
    beside: str = ""
    within: str = ""
    term: str = ""


def place_value(country: str, town: str) -> str:
    """A place in the address: `be-brussels`, whichever of the town's names is written, or `be`."""
    return f"{country.lower()}-{town_key(country, town)}" if town else country.lower()


def _countries(row: FindRow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(country.lower() for country, _ in row.places))


def _places(row: FindRow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place_value(*each) for each in row.places))


def _applicants(row: FindRow) -> tuple[str, ...]:
    return tuple(code.lower() for code in row.applicants_from)


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _needed(row: FindRow) -> tuple[str, ...]:
    """The languages one must speak: those asked for, but for an asset; of none asked for, that of the text."""
    return tuple(code for code, level in row.languages if level != "asset") or (row.lang,)


def _asked(row: FindRow) -> tuple[str, ...]:
    """The languages one must speak, with the levels that are short."""
    return tuple(
        " ".join(filter(None, (code, words.short_level(level)))) for code, level in row.languages if level != "asset"
    )


def _asked_words(site: Site, value: str, _: ValueNames) -> str:
    code, space, level = value.partition(" ")
    return f"{words.language_words(code, site.lang)}{space}{level}"


def _country(site: Site, value: str, _: ValueNames) -> str:
    return words.country_words(value if value == ANYWHERE else value.upper(), site.lang)


def _town(site: Site, value: str, known: ValueNames) -> str:
    country, town = known.towns[value]
    return town_name(country, town, site.lang) if town else words.country_words(country, site.lang)


def _language(site: Site, value: str, _: ValueNames) -> str:
    return words.language_words(value, site.lang)


def _topic(site: Site, value: str, known: ValueNames) -> str:
    return known.topics[value].name_in(site.lang, site.main)


def _in_table(table: Mapping[str, str]) -> Callable[[Site, str, ValueNames], str]:
    return lambda site, value, _: site.say(table[value])


FIELDS: Mapping[str, FindField] = {
    "kind": FindField(lambda row: _one(row.kind), _in_table(words.POSTING_KINDS), term=mark("Kind")),
    "topic": FindField(lambda row: row.topics, _topic, term=mark("Topic")),
    "country": FindField(_countries, _country, within="town", term=mark("Country")),
    "town": FindField(_places, _town, beside="organisation", term=mark("Town")),
    "workplace": FindField(lambda row: _one(row.workplace), _in_table(words.WORKPLACES), term=mark("Workplace")),
    "from": FindField(_applicants, _country, term=mark("I can work from")),
    "language": FindField(_needed, _language, term=mark("Languages I speak")),
    "organisation": FindField(
        lambda row: row.organisations,
        lambda _, value, known: known.organisations[value].name,
        more=lambda known: known.organisations,
        term=mark("Organisation"),
    ),
    "contract": FindField(lambda row: _one(row.contract), _in_table(words.CONTRACTS), term=mark("Contract")),
    "permit": FindField(lambda row: _one(row.permit), _in_table(PERMITS), term=mark("Who may apply")),
}
"""In the order of the panel."""


def _zone(row: FindRow) -> tuple[str, ...]:
    """The zone of its deadline; where its clocks show the last minute twice, with which of the two is meant."""
    minute = local(row.deadline - TICK, row.zone) if row.deadline else None
    return (f"{row.zone} {words.offset_words(minute)}" if minute and comes_twice(minute) else row.zone,)


def _zone_words(site: Site, value: str, _: ValueNames) -> str:
    zone, _space, offset = value.partition(" ")
    return ", ".join(filter(None, (words.zone_words(zone, site.lang), offset)))


SAID: Mapping[str, FindField] = {
    "asked": FindField(_asked, _asked_words),
    "lang": FindField(lambda row: (row.lang,), lambda site, value, _: words.in_language(value, site.lang)),
    "zone": FindField(_zone, _zone_words, lambda value: browser_zone(value.partition(" ")[0]), beside="organisation"),
}
"""What cards say beside those, with its words, and nobody filters by."""
