"""A site in three languages: what exists once, what exists in each, and how a reader gets from one to the other."""

from __future__ import annotations

import functools
import tempfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from jobboard.board.changes.next_change import changes_around
from jobboard.board.site import Site, Untranslated
from jobboard.outputs.addresses import file_of
from jobboard.outputs.plan.site import plan_site
from jobboard.source.catalogue import catalogue_digest as real
from tests.helpers import (
    NOW,
    SITE,
    build_site,
    make_board,
    make_news,
    make_organisation,
    make_posting,
    project_theme,
    write_site,
)
from tests.outputs.reading import document, feed, find, links, sitemap, text_of

THREE = replace(
    SITE,
    url="https://hub.example/board",
    languages=("en", "fr", "es"),
    descriptions=(("en", "Jobs."), ("fr", "Emplois."), ("es", "Empleos.")),
    description="Jobs.",
)
FILES = {
    "postings/analyst.md": make_posting(topics="[culture]"),
    "postings/analyste.md": make_posting(
        "Vous compterez des vélos.\n",
        title="Analyste de données",
        lang="fr",
        translation_of="analyst",
        deadline=None,
        topics="[culture]",
    ),
    "postings/solo.md": make_posting("Venez.\n", title="Juriste", lang="fr", deadline="2026-03-31 17:00"),
    "postings/jurist.md": make_posting("Kommen Sie.\n", title="Jurist", lang="de", workplace="hybrid"),
    "postings/old.md": make_posting(title="Old", published="2026-01-01", deadline="2026-02-01"),
    "postings/viejo.md": make_posting(title="Viejo", lang="es", published="2026-01-01", deadline="2026-02-02"),
    "news/bridge.md": make_news(related="[tram]"),
    "news/puente.md": make_news("Un puente.\n", title="Se abre un puente", lang="es", translation_of="bridge"),
    "news/tram.md": make_news(
        title="A tram", body="See [the analyst](postings/analyst.md), [us](organisations/example-network.md).\n"
    ),
    "organisations/verein.md": make_organisation("Wir.\n", name="Verein", lang="de", part_of="example-network"),
}


@functools.cache
def built(site: Site = THREE) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        return build_site(write_site(Path(folder) / "content", FILES), site=site)


def pages() -> list[str]:
    return [path for path in built() if path.endswith(".html")]


def address(path: str) -> str:
    return f"{THREE.url}/{path.removesuffix('index.html')}"


def file_at(url: str) -> str:
    return file_of(url.removeprefix(f"{THREE.url}/"))


def alternates(page: ET.Element) -> dict[str, str]:
    return {
        each.get("hreflang", ""): each.get("href", "")
        for each in find(page, "link", rel="alternate")
        if each.get("hreflang")
    }


def is_indexed(page: ET.Element) -> bool:
    return not find(page, "meta", name="robots", content="noindex")


def switch(path: str, site: Site = THREE) -> dict[str, str]:
    (navigation,) = [each for each in find(document(built(site), path), "nav") if each.get("class") == "languages"]
    return {each.get("lang", ""): urljoin(THREE.url, each.get("href", "")) for each in find(navigation, "a")}


def card(path: str, title: str) -> ET.Element:
    shown = (each for each in find(document(built(), path), "li") if each.get("class") == "job-card")
    return next(each for each in shown if title in text_of(each))


def titles(path: str, site: Site = THREE) -> list[str]:
    page = document(built(site), path)
    headings = [*find(page, "h2"), *find(page, "h3")]
    return [text_of(each) for each in headings if "card-title" in each.get("class", "")]


def test_every_alternate_is_there_may_be_indexed_and_answers_with_the_same_set() -> None:
    checked = 0
    for path in pages():
        page = document(built(), path)
        found = alternates(page)
        if not found:
            continue
        checked += 1
        assert is_indexed(page), path
        assert address(path) in {url for lang, url in found.items() if lang != "x-default"}, path
        assert found["x-default"] in {url for lang, url in found.items() if lang != "x-default"}, path
        assert find(page, "link", rel="canonical")[0].get("href") == address(path)
        for url in found.values():
            assert alternates(document(built(), file_at(url))) == found, (path, url)
    assert checked > 40


def test_each_version_of_a_list_is_named_with_the_root_for_everybody_else() -> None:
    assert alternates(document(built(), "fr/jobs/index.html")) == {
        "en": f"{THREE.url}/jobs/",
        "fr": f"{THREE.url}/fr/jobs/",
        "es": f"{THREE.url}/es/jobs/",
        "x-default": f"{THREE.url}/jobs/",
    }


def test_translations_of_news_and_postings_name_each_other_with_the_original_for_everybody_else() -> None:
    for path in ("news/bridge/index.html", "news/puente/index.html"):
        assert alternates(document(built(), path)) == {
            "en": f"{THREE.url}/news/bridge/",
            "es": f"{THREE.url}/news/puente/",
            "x-default": f"{THREE.url}/news/bridge/",
        }
    assert set(alternates(document(built(), "jobs/analyst/index.html"))) == {"en", "fr", "x-default"}
    assert alternates(document(built(), "jobs/solo/index.html")) == {}


def test_every_page_says_its_language_and_its_own_address() -> None:
    expected = {
        "fr/jobs/index.html": "fr",
        "es/index.html": "es",
        "jobs/index.html": "en",
        "jobs/solo/index.html": "fr",
    }
    assert {path: document(built(), path).get("lang") for path in expected} == expected


def test_an_item_in_a_language_the_interface_does_not_speak_has_the_words_of_the_root_around_it() -> None:
    page = document(built(), "jobs/jurist/index.html")
    assert page.get("lang") == "en"
    assert find(page, "h1")[0].get("lang") == "de"
    assert "Text in German" in text_of(page)


def test_every_link_within_the_site_leads_somewhere() -> None:
    for path in pages():
        for link in links(document(built(), path)):
            target = urljoin(address(path), link).split("#")[0]
            if target.startswith(THREE.url):
                assert file_at(target) in built(), (path, link)


def test_the_switch_leads_to_the_same_list_in_the_other_language() -> None:
    assert switch("fr/jobs/topic/culture/index.html") == {
        "en": f"{THREE.url}/jobs/topic/culture/",
        "fr": f"{THREE.url}/fr/jobs/topic/culture/",
        "es": f"{THREE.url}/es/jobs/topic/culture/",
    }


def test_the_switch_of_an_item_leads_to_its_translation_else_to_the_list_of_the_language() -> None:
    showing = replace(THREE, untranslated=Untranslated.SHOW)
    assert switch("jobs/analyst/index.html", showing) == {
        "en": f"{THREE.url}/jobs/analyst/",
        "fr": f"{THREE.url}/jobs/analyste/",
        "es": f"{THREE.url}/es/jobs/",
    }
    assert switch("news/puente/index.html", showing) == {
        "en": f"{THREE.url}/news/bridge/",
        "fr": f"{THREE.url}/fr/news/",
        "es": f"{THREE.url}/news/puente/",
    }


def test_the_switch_names_languages_in_their_own_words_and_marks_the_one_being_read() -> None:
    (navigation,) = [
        each for each in find(document(built(), "fr/index.html"), "nav") if each.get("class") == "languages"
    ]
    assert [(text_of(each), each.get("lang"), each.get("hreflang")) for each in find(navigation, "a")] == [
        ("English", "en", "en"),
        ("Français", "fr", "fr"),
        ("Español", "es", "es"),
    ]
    assert [text_of(each) for each in find(navigation, "a", aria_current="true")] == ["Français"]


def test_a_list_shows_a_translation_group_once_in_the_language_of_its_readers() -> None:
    assert {"Data Analyst", "Analyste de données"} & set(titles("jobs/index.html")) == {"Data Analyst"}
    assert {"Data Analyst", "Analyste de données"} & set(titles("fr/jobs/index.html")) == {"Analyste de données"}
    assert {"Data Analyst", "Analyste de données"} & set(titles("es/jobs/index.html")) == {"Data Analyst"}
    assert titles("es/news/index.html") == ["Se abre un puente", "A tram"]


def test_a_card_in_another_language_says_so_and_has_its_lang() -> None:
    foreign = card("jobs/index.html", "Juriste")
    assert find(foreign, "h2")[0].get("lang") == "fr"
    assert find(foreign, "h2")[0].find("*").get("hreflang") == "fr"  # type: ignore[union-attr]
    assert "Text in French" in text_of(foreign)
    own = card("fr/jobs/index.html", "Juriste")
    assert find(own, "h2")[0].get("lang") is None
    assert "Texte en" not in text_of(own)
    assert "mardi 31 mars 2026 à 17 h 00, heure de Bruxelles" in text_of(own)


def test_a_page_of_an_edition_leads_into_the_same_edition() -> None:
    page = document(built(), "fr/organisations/example-network/index.html")
    own = {each for each in links(page) if each.startswith("/board/fr/")}
    assert {"/board/fr/", "/board/fr/jobs/", "/board/fr/news/", "/board/fr/organisations/verein/"} <= own
    assert "/board/jobs/analyste/" in links(page)


def test_a_body_leads_to_the_organisation_in_its_own_edition_and_to_the_one_page_of_an_item() -> None:
    found = links(document(built(), "news/tram/index.html"))
    assert "/board/jobs/analyst/" in found
    assert "/board/organisations/example-network/" in found


def test_feeds_are_there_in_each_language_with_identities_of_their_own() -> None:
    french, english = feed(built(), "fr/feeds/jobs.atom.xml"), feed(built(), "feeds/jobs.atom.xml")
    assert french.feed.title == "Example Hub\xa0: offres d’emploi"
    assert french.feed.id != english.feed.id
    assert "Analyste de données" in {entry.title for entry in french.entries}
    assert "Data Analyst" in {entry.title for entry in english.entries}
    assert {"fr/feeds/organisations/verein.rss.xml", "es/feeds/news.rss.xml"} <= set(built())


def test_the_sitemap_lists_every_edition() -> None:
    found = set(sitemap(built()))
    assert {f"{THREE.url}/{path}" for path in ("", "fr/", "es/jobs/", "fr/organisations/verein/")} <= found
    assert {file_at(url) for url in found} <= set(built())


def test_descriptions_are_those_of_the_language() -> None:
    assert "Emplois." in text_of(document(built(), "fr/index.html"))
    assert "Jobs." in text_of(document(built(), "index.html"))


def test_what_is_not_translated_may_be_hidden_but_a_language_without_an_edition_is_in_every_list() -> None:
    hiding = replace(THREE, untranslated=Untranslated.HIDE)
    assert set(titles("jobs/index.html", hiding)) == {"Data Analyst", "Jurist"}
    assert set(titles("fr/jobs/index.html", hiding)) == {"Analyste de données", "Juriste", "Jurist"}
    assert set(titles("es/jobs/index.html", hiding)) == {"Jurist"}
    showing = replace(THREE, untranslated=Untranslated.SHOW)
    assert set(built(hiding)) == set(built(showing)), "an address is there in every edition, whatever is listed"


def test_a_site_of_one_language_has_no_switch() -> None:
    page = built(replace(THREE, languages=()))["index.html"].decode()
    assert "languages" not in page
    assert 'rel="alternate" hreflang' not in page


@pytest.mark.parametrize("main", ["fr", "es"])
def test_any_language_of_the_interface_may_be_that_of_the_root(main: str) -> None:
    site = replace(THREE, lang=main, languages=(main, "en"))
    topics = "culture: {en: Culture, fr: Culture, es: Cultura}\n"
    labelled = {
        path: text if not isinstance(text, str) or "lang:" in text else text.replace("---\n", "---\nlang: en\n", 1)
        for path, text in FILES.items()
        if path.endswith(".md")
    }
    with tempfile.TemporaryDirectory() as folder:
        content = write_site(Path(folder) / "content", {**FILES, **labelled, "topics.yaml": topics})
        found = build_site(content, site=site)
    assert document(found, "index.html").get("lang") == main
    assert document(found, "en/jobs/index.html").get("lang") == "en"


def test_a_changed_translation_makes_anew_what_speaks_the_language_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keys() -> dict[str, str]:
        board = make_board(tmp_path, FILES, NOW, replace(THREE))
        outputs = plan_site(board, changes_around(board), project_theme(), {}, lambda _: None)  # type: ignore[arg-type,return-value]
        return {output.path: output.key for output in outputs}

    before = keys()
    monkeypatch.setattr("jobboard.board.site.catalogue_digest", lambda lang: "another" if lang == "fr" else real(lang))
    after = keys()
    changed = {path for path in before if before[path] != after[path]}
    french = {path for path in before if path.startswith("fr/")}
    own = {f"jobs/{id_}/{file}" for id_ in ("analyste", "solo") for file in ("index.html", "deadline.ics")}
    assert changed == french | own | {"build.json"}


def test_an_edit_in_three_languages_gives_what_a_clean_build_gives(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", FILES)
    build_site(content, site=THREE)
    write_site(content, {**FILES, "postings/analyste.md": FILES["postings/analyste.md"].replace("vélos", "trams")})
    edited = build_site(content, site=THREE)
    clean = build_site(content, site=THREE, output=tmp_path / "clean", cache=tmp_path / "other")
    assert edited == clean
