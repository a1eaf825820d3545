"""Names of countries, languages, currencies and zones: every code has one, in every language of the interface."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest

from jobboard.board.status import Status
from jobboard.model.event import EventKind
from jobboard.model.fields.lists import MANY
from jobboard.model.fields.values import AOE
from jobboard.model.moments.zones import is_zone
from jobboard.model.news import NewsKind
from jobboard.model.parts.employment import ContractType, Employment, Period, Salary
from jobboard.model.parts.languages import LanguageLevel
from jobboard.model.posting import PostingKind, Workplace
from jobboard.model.texts import codes
from jobboard.outputs.events import words as event_words
from jobboard.outputs.text import names, salaries, words
from jobboard.source.catalogue import languages
from tests.helpers import SITE, build_site, make_news, make_posting, write_site
from tests.outputs.reading import document, text_of

COUNTRIES, LANGUAGES, CURRENCIES = (sorted(each()) for each in (codes._countries, codes._languages, codes._currencies))
ZONES = sorted(name for name in zoneinfo.available_timezones() if is_zone(name))
in_every_language = pytest.mark.parametrize("lang", languages())
SPANISH = replace(SITE, lang="es", languages=("es", "en", "fr"))


def unnamed(found: Iterable[tuple[str, str]]) -> list[str]:
    """The codes whose words are empty, or hold a name as Python shows it."""
    return [code for code, text in found if not text.strip() or "None" in text]


def chunks(found: list[str]) -> list[list[str]]:
    """As many as a list of a posting may hold without advice."""
    return [found[start : start + MANY] for start in range(0, len(found), MANY)]


@in_every_language
def test_every_code_has_words(lang: str) -> None:
    assert len(COUNTRIES) > 240
    assert len(LANGUAGES) > 600
    assert len(CURRENCIES) > 300
    assert len(ZONES) > 400
    assert not unnamed((code, words.country_words(code, lang)) for code in COUNTRIES)
    assert not unnamed((code, words.language_words(code, lang)) for code in LANGUAGES)
    assert not unnamed((code, words.in_language(code, lang)) for code in LANGUAGES)
    assert not unnamed((zone, words.zone_words(zone, lang)) for zone in (*ZONES, AOE))
    for code in CURRENCIES:
        salary = Salary(amount=Decimal(42000), currency=code, per=Period.YEAR)
        assert "42" in salaries.salary_words(salary, lang)


@in_every_language
def test_a_name_falls_back_to_english_and_then_to_the_code(lang: str) -> None:
    assert names.language_name("luo", lang) == "Luo"
    assert names.language_name("qaa", lang) == "qaa"
    assert names.country_name("QX", lang) == "QX"
    assert salaries.salary_words(Salary(amount=Decimal(5), currency="QQQ"), lang).replace("\xa0", "") in (
        "QQQ5",
        "5QQQ",
    )


def test_a_language_that_has_no_name_of_its_own_for_itself_is_named_in_the_words_of_the_page() -> None:
    assert names.own_name("fr") == "Français"
    assert names.own_name("ary") == ""
    assert all(isinstance(names.own_name(code), str) for code in LANGUAGES)


@in_every_language
@pytest.mark.parametrize(("sign", "ahead"), [("+", "−"), ("-", "+")])
def test_a_fixed_offset_is_shown_as_it_is_counted_from_utc(lang: str, sign: str, ahead: str) -> None:
    """The sign in an IANA name is the other way round."""
    found = [zone for zone in ZONES if zone.startswith(f"Etc/GMT{sign}") and not zone.endswith(f"{sign}0")]
    assert len(found) in (12, 14)
    for zone in found:
        assert words.zone_words(zone, lang) == f"UTC{ahead}{zone.partition(sign)[2]}"


@in_every_language
def test_no_zone_is_called_by_a_name_that_says_another_hour(lang: str) -> None:
    """Zones that no city gave its name are UTC; old and long names are those of their city."""
    universal = ("UTC", "GMT0", "Zulu", *(f"Etc/{name}" for name in ("UTC", "UCT", "GMT", "GMT0", "GMT-0", "GMT+0")))
    universal += ("Etc/Universal", "Etc/Greenwich", "Etc/Zulu")
    assert {words.zone_words(zone, lang) for zone in universal} == {"UTC"}
    shown = {zone: words.zone_words(zone, lang) for zone in (*zoneinfo.available_timezones(),)}
    wrong = ("GMT", "UCT", "Zulu", "EST", "CST", "MST", "PST", "CET", "MET", "EET", "WET", "Etc", "/")
    assert [text for text in shown.values() if any(each in text for each in wrong)] == []
    assert words.zone_words("America/Argentina/Cordoba", "en") == "Cordoba time"
    assert words.zone_words("US/Eastern", "en") == "New York time"
    assert words.zone_words(AOE, "en") == "anywhere on Earth"


@pytest.mark.parametrize(
    ("choices", "table"),
    [
        (PostingKind, words.POSTING_KINDS),
        (NewsKind, words.NEWS_KINDS),
        (EventKind, event_words.EVENT_KINDS),
        (Workplace, words.WORKPLACES),
        (Employment, words.EMPLOYMENT),
        (ContractType, words.CONTRACTS),
        (Period, salaries.PERIODS),
        ([each for each in LanguageLevel if each.islower()], words.LEVELS),  # A1 to C2 say themselves what they are
        ([each for each in Status if each.is_visible], words.STATUSES),
    ],
)
def test_every_choice_of_a_field_has_words(choices: Iterable[StrEnum], table: dict[str, str]) -> None:
    assert {*table} == {*choices}


def test_pages_name_every_language_and_country_there_is(tmp_path: Path) -> None:
    """Postings in Spanish ask for each language, and take applicants from each country."""
    asked = [f"{{{', '.join(f'{code}: working' for code in codes_)}}}" for codes_ in chunks(LANGUAGES)]
    remote = {"workplace": "remote", "lang": "es"}
    postings = {
        f"postings/speaks-{number}.md": make_posting(lang="es", languages=each) for number, each in enumerate(asked)
    }
    for number, each in enumerate(chunks(COUNTRIES)):
        postings[f"postings/lives-{number}.md"] = make_posting(applicants_from=f"[{', '.join(each)}]", **remote)
    site = build_site(write_site(tmp_path / "content", postings), site=SPANISH)
    pages = " ".join(text_of(document(site, f"jobs/{path[9:-3]}/index.html")) for path in postings)
    assert "Luo: conocimiento práctico" in pages
    assert pages.count(": conocimiento práctico") == len(LANGUAGES)
    assert [code for code in COUNTRIES if words.country_words(code, "es") not in pages] == []


def test_a_text_in_a_language_without_a_name_is_listed_and_linked_in_every_edition(tmp_path: Path) -> None:
    rare = [code for code in LANGUAGES if any(code not in names.locale_for(lang).languages for lang in languages())]
    assert len(rare) > 60
    files = {
        "postings/x.md": make_posting(lang="es"),
        "news/x.md": make_news(lang="es"),
        "postings/x-ary.md": make_posting(lang="ary", translation_of="x", deadline=None, apply=None),
        **{f"postings/y-{code}.md": make_posting(lang=code) for code in rare},
        "news/x-ary.md": make_news(lang="ary", translation_of="x"),
    }
    site = build_site(write_site(tmp_path / "content", files), site=SPANISH)
    assert 'hreflang="ary">Moroccan Arabic<' in site["jobs/x/index.html"].decode()
    assert 'hreflang="ary">Moroccan Arabic<' in site["news/x/index.html"].decode()
    assert 'hreflang="es" lang="es" dir="ltr">Español<' in site["jobs/x-ary/index.html"].decode()
    for code in rare:
        assert f"jobs/language/{code}/index.html" in site
        assert f"fr/jobs/language/{code}/index.html" in site
