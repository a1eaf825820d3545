"""Names stand where readers of the page's language look for them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jobboard.outputs.text.alphabet import alphabetical
from tests.helpers import SITE, build_site, make_organisation, make_posting, write_site
from tests.outputs.reading import document

EDITIONS = replace(SITE, languages=("en", "fr", "es"))
TOPICS = """\
health: {en: Health, fr: Santé, es: Salud}
schools: {en: Schools, fr: Écoles, es: Ñandúes}
zoning: {en: Zoning, fr: Zonage, es: Ocio}
nature: {en: Nature, fr: Nature, es: Nzz}
"""
ORGANISATIONS = ("Zug", "Ålesund", "aalst", "Éire", "Île-de-France", "Ñuñoa", "Oviedo", "Nzz", "“Egmont”")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    names = {f"o{number}": name for number, name in enumerate(ORGANISATIONS)}
    files: dict[str, str | bytes | None] = {
        f"organisations/{id_}.md": make_organisation(name=f"'{name}'", part_of=None if id_ == "o0" else "o0")
        for id_, name in names.items()
    }
    files |= {"organisations/example-network.md": None, "topics.yaml": TOPICS}
    countries = ", ".join(f"{{city: A, country: {code}}}" for code in ("ZM", "EG", "AX", "IM", "ES", "EE"))
    for number, lang in enumerate(("en", "fr", "es", "et", "de", "zu")):
        files[f"postings/p{number}.md"] = make_posting(
            organisation=f"o{number}", lang=lang, place=f"[{countries}]", topics="[health, schools, zoning, nature]"
        )
    return build_site(write_site(tmp_path_factory.mktemp("alphabet") / "content", files), site=EDITIONS)


@pytest.mark.parametrize(
    "names", ["Strasse|strassen|STRASSEN|Straßen|STRAẞEN", "coeur|cœur|Cœur|CŒUR", "fin|ﬁn|Fin|ﬁns"]
)
def test_no_two_names_have_one_key(names: str) -> None:
    """So that their order depends on nothing but themselves: accents and the like first, then capitals."""
    expected = names.split("|")
    backwards = expected[::-1]
    assert sorted(backwards, key=lambda name: alphabetical(name, "en")) == expected


def texts(site: dict[str, bytes], path: str, href: str) -> list[str]:
    """The words of the links of a page to addresses that begin so, each once: where it stands first."""
    found = (each for each in document(site, path).iter() if each.tag.endswith("}a"))
    return [*dict.fromkeys("".join(each.itertext()).strip() for each in found if each.get("href", "").startswith(href))]


def of(names: list[str], wanted: tuple[str, ...]) -> list[str]:
    return [name for name in names if name in wanted]


IN_ENGLISH = ["aalst", "Ålesund", "“Egmont”", "Éire", "Île-de-France", "Ñuñoa", "Nzz", "Oviedo", "Zug"]
IN_SPANISH = ["aalst", "Ålesund", "“Egmont”", "Éire", "Île-de-France", "Nzz", "Ñuñoa", "Oviedo", "Zug"]


@pytest.mark.parametrize(("prefix", "expected"), [("", IN_ENGLISH), ("fr/", IN_ENGLISH), ("es/", IN_SPANISH)])
def test_organisations_are_in_the_order_of_the_page(built: dict[str, bytes], prefix: str, expected: list[str]) -> None:
    """On their page, at home, as parts of another, on the page of feeds and calendars; signs count before letters."""
    expected = ["“Egmont”", *(name for name in expected if name != "“Egmont”")]
    path = f"/{prefix}organisations/o"
    for page in ("organisations/index.html", "subscribe/index.html"):
        assert of(texts(built, f"{prefix}{page}", path), ORGANISATIONS) == expected
    at_home = of(texts(built, f"{prefix}index.html", path), ORGANISATIONS)  # where there is room for eight
    assert at_home == [name for name in expected if name in at_home]
    assert len(at_home) == 8
    parts = of(texts(built, f"{prefix}organisations/o0/index.html", path), ORGANISATIONS)
    assert parts[:8] == [name for name in expected if name != "Zug"]


def test_data_and_lists_of_feeds_are_in_the_order_of_the_site(built: dict[str, bytes]) -> None:
    names: list[Any] = [each["name"] for each in json.loads(built["organisations.json"])["organisations"]]
    assert names == ["“Egmont”", *(name for name in IN_ENGLISH if name != "“Egmont”")]
    opml = built["es/feeds.opml"].decode()
    assert opml.index("Nzz") < opml.index("Ñuñoa") < opml.index("Oviedo")


@pytest.mark.parametrize(
    ("prefix", "facet", "expected"),
    [
        ("fr/", "country", ["Égypte", "Espagne", "Estonie", "Île de Man", "Îles Åland", "Zambie"]),
        ("es/", "country", ["Egipto", "España", "Estonia", "Isla de Man", "Islas Aland", "Zambia"]),
        ("", "country", ["Åland Islands", "Egypt", "Estonia", "Isle of Man", "Spain", "Zambia"]),
        ("fr/", "topic", ["Écoles", "Nature", "Santé", "Zonage"]),
        ("es/", "topic", ["Nzz", "Ñandúes", "Ocio", "Salud"]),
        ("es/", "language", ["Alemán", "Español", "Estonio", "Francés", "Inglés", "Zulú"]),
    ],
)
def test_facets_are_in_the_order_of_the_page(
    built: dict[str, bytes], prefix: str, facet: str, expected: list[str]
) -> None:
    assert texts(built, f"{prefix}jobs/browse/index.html", f"/{prefix}jobs/{facet}/") == expected


def test_topics_with_feeds_are_in_the_order_of_the_page(built: dict[str, bytes]) -> None:
    found = texts(built, "es/subscribe/index.html", "/es/jobs/topic/")
    assert found == ["Nzz", "Ñandúes", "Ocio", "Salud"]


def test_accents_and_capitals_decide_only_between_names_that_are_else_the_same(tmp_path: Path) -> None:
    names = ["Cote", "coté", "Côté", "côte", "cote", "Coter"]
    assert sorted(names, key=lambda name: alphabetical(name, "fr")) == ["cote", "Cote", "coté", "côte", "Côté", "Coter"]
