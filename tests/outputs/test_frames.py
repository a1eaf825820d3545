"""Frames: what an edition shows of a text that is not in its language, and who leads there."""

from __future__ import annotations

import functools
import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import html

from jobboard.board.site import Site, Untranslated
from jobboard.outputs.addresses import file_of
from jobboard.source.kinds import KINDS
from tests.helpers import SITE, at, build_site, make_event, make_news, make_page, make_posting, write_site

THREE = replace(SITE, languages=("en", "fr", "es"))
FILES: dict[str, str | bytes | None] = {
    "topics.yaml": "culture: {en: Culture, fr: Culture, es: Cultura}\n",
    "pages/about.md": make_page(menu="main"),
    "pages/mentions.md": make_page(title="Mentions", lang="fr", menu="footer", formerly="[legal]"),
    "postings/analyst.md": make_posting(topics="[culture]", formerly="[counter]"),
    "postings/juriste.md": make_posting(
        title="Juriste", lang="fr", salary="{min: 2000, currency: EUR, per: month, note: Selon le barème}"
    ),
    "postings/jurist.md": make_posting(title="Jurist", lang="de"),
    "postings/clerk.md": make_posting(title="Clerk"),
    "postings/greffier.md": make_posting(
        title="Greffier", lang="fr", translation_of="clerk", deadline=None, apply=None, formerly="[commis]"
    ),
    "postings/shut.md": make_posting(title="Closed", published="2026-01-01", deadline="2026-02-01"),
    "postings/kept.md": make_posting(title="Kept", published="2024-01-01", deadline="2024-02-01"),
    "news/bridge.md": make_news(topics="[culture]", related="[tramway, puente]"),
    "news/tramway.md": make_news(title="Un tramway", lang="fr"),
    "news/puente.md": make_news(title="Un puente", lang="es", translation_of="bridge"),
    "events/fair.md": make_event(topics="[culture]"),
    "events/foire.md": make_event(title="Une foire", lang="fr"),
}
NOW = at("2026-03-16 12:00")
OWN = [kind for kind in KINDS if not kind.in_editions]
"""The kinds whose items have a page of their own."""


@functools.cache
def built(site: Site = THREE) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        return build_site(write_site(Path(folder) / "content", FILES), NOW, site=site)


@functools.cache
def page(path: str) -> Any:
    found = html.document_fromstring(built()[path].decode())
    for each in found.xpath("//template"):
        each.drop_tree()
    return found


def reached(address: str) -> Any:
    """The page an address leads to, be it by way of one that has moved."""
    found = page(file_of(address.removeprefix(f"{THREE.url}/")))
    (refresh,) = found.xpath("//meta[@http-equiv='refresh']/@content") or [""]
    return reached(urljoin(f"{THREE.url}/", refresh.partition("url=")[2])) if refresh else found


def frames() -> Iterator[tuple[str, Any]]:
    """Every page of the site whose text has its page elsewhere."""
    for path in built():
        if path.endswith("index.html"):
            found = page(path)
            own = f"{THREE.url}/{path.removesuffix('index.html')}"
            if found.xpath("//link[@rel='canonical']/@href") != [own] and not found.xpath("//meta[@http-equiv]")[1:]:
                yield path, found


@pytest.mark.parametrize("kind", OWN, ids=lambda kind: kind.folder)
def test_an_item_is_shown_by_every_edition_and_canonical_to_its_page(kind: Any) -> None:
    ids = [path.split("/")[1].removesuffix(".md") for path in FILES if path.startswith(f"{kind.folder}/")]
    assert ids
    for id_ in ids:
        own = f"{THREE.url}/{kind.path(id_)}"
        speaks = page(file_of(kind.path(id_))).get("lang")
        for reader in THREE.languages:
            address = own if reader == speaks else f"{THREE.url}/{reader}/{kind.path(id_)}"
            shown = reached(address)
            assert shown.get("lang") == reader, address
            members = [own, *page(file_of(kind.path(id_))).xpath("//link[@rel='alternate'][@hreflang]/@href")]
            assert shown.xpath("//link[@rel='canonical']/@href")[0] in members


def test_no_list_and_no_menu_leads_into_another_interface() -> None:
    checked = 0
    for path in built():
        if not path.endswith(".html"):
            continue
        links = page(path).xpath(
            "//*[contains(@class, 'card-title')]//a/@href | //header//nav[1]//a/@href | //footer//a/@href"
        )
        for link in links:
            if link.endswith("/"):
                checked += 1
                assert reached(urljoin(f"{THREE.url}/", link)).get("lang") == page(path).get("lang"), (path, link)
    assert checked > 500


def test_the_switch_of_an_item_leads_to_it_in_each_language_and_knows_where_one_is() -> None:
    checked = 0
    for path in built():
        if not path.endswith("index.html") or not page(path).xpath("//meta[@property='og:type'][@content='article']"):
            continue
        links = page(path).xpath("//nav[@class='languages']//a")
        assert [each.get("lang") for each in links] == list(THREE.languages)
        for each in links:
            checked += 1
            assert reached(urljoin(f"{THREE.url}/", each.get("href"))).get("lang") == each.get("lang"), path
        (here,) = [each for each in links if each.get("aria-current")]
        assert here.get("lang") == page(path).get("lang")
        assert file_of(urljoin(f"{THREE.url}/", here.get("href")).removeprefix(f"{THREE.url}/")) == path
    assert checked > 50


def test_a_frame_says_nothing_for_search_engines_and_marks_the_text() -> None:
    found = list(frames())
    assert {path.split("/")[1] for path, _ in found} >= {"jobs", "news", "events"}
    for path, shown in found:
        assert shown.xpath("//script[@type='application/ld+json']") == [], path
        assert shown.xpath("//link[@hreflang]") == [], path
        text = page(file_of(shown.xpath("//link[@rel='canonical']/@href")[0].removeprefix(f"{THREE.url}/")))
        (title,), (original,) = shown.xpath("//h1"), text.xpath("//h1")
        assert title.text == original.text
        assert title.get("lang") == (original.get("lang") or text.get("lang")), path
        assert all(each.get("lang") == title.get("lang") for each in shown.xpath("//*[@class='prose']")), path
        assert shown.xpath("//ul[@class='card-meta']"), path


def test_a_frame_is_asked_to_be_left_out_of_search_where_its_page_is() -> None:
    for path, shown in frames():
        text = page(file_of(shown.xpath("//link[@rel='canonical']/@href")[0].removeprefix(f"{THREE.url}/")))
        asked = [each.xpath("//meta[@name='robots']/@content") for each in (shown, text)]
        assert asked[0] == asked[1], path


def test_what_is_for_programs_knows_of_no_frame() -> None:
    known = {path.removesuffix("index.html") for path, _ in frames()}
    for path, data in built().items():
        if not path.endswith((".html", "_redirects", ".jobboard-files")):
            assert [each for each in known if f"{THREE.url}/{each}".encode() in data] == [], path


def test_a_frame_speaks_as_its_reader_of_what_the_text_does_not_say() -> None:
    shown = page("en/jobs/juriste/index.html")
    assert "How to apply" in shown.text_content()
    assert "Text in French" in shown.text_content()
    assert "/jobs/" in shown.xpath("//nav[@class='site-navigation']//a/@href")
    (salary,) = [each for each in shown.xpath("//dd") if "Selon le barème" in each.text_content()]
    assert salary.get("lang") == "fr"


def test_a_frame_of_a_posting_hands_on_what_its_page_does() -> None:
    """The address to share, its code on paper, the calendar, the picture of a link, the id under which it is saved."""
    same = (
        "//div[@class='sharing']//a/@href",
        "//*[local-name()='svg'][@class='qr']/*/@d",
        "//ul[@class='call-ways']//a[@type]/@href",
        "//meta[@property='og:image']/@content",
    )
    checked = 0
    for path, shown in frames():
        if "/jobs/" not in f"/{path}":
            continue
        checked += 1
        original = file_of(shown.xpath("//link[@rel='canonical']/@href")[0].removeprefix(f"{THREE.url}/"))
        text = page(original)
        for each in same:
            assert shown.xpath(each) == text.xpath(each), (path, each)
        assert all(each.removeprefix(f"{THREE.url}/") in built() for each in shown.xpath(same[-1]))
        kept = [[each["id"] for each in saved_on(one)] for one in (path, original)]
        assert kept[0] == kept[1], path
        assert bool(kept[0]) == (text.xpath("//article/@data-status")[0] in ("open", "closing-soon"))
    assert checked > 8


def saved_on(path: str) -> list[dict[str, str]]:
    whole = html.document_fromstring(built()[path].decode())
    return [json.loads(each) for each in whole.xpath("//@data-save")]


def test_a_frame_of_a_posting_leads_back_to_the_lists_of_its_edition() -> None:
    for path, shown in frames():
        if "/jobs/" in f"/{path}":
            root = "/" if shown.get("lang") == THREE.main else f"/{shown.get('lang')}/"
            assert shown.xpath("//*[@class='trail-list']//a/@href") == [root, f"{root}jobs/"], path
            (told,) = map(json.loads, shown.xpath("//@data-like"))
            assert told["framed"] == f"/{shown.get('lang')}/jobs/"


def test_a_renamed_text_is_found_by_its_frame_of_before() -> None:
    assert reached(f"{THREE.url}/fr/jobs/counter/") is page("fr/jobs/analyst/index.html")
    assert reached(f"{THREE.url}/en/legal/") is page("en/mentions/index.html")
    assert reached(f"{THREE.url}/es/jobs/commis/") is page("es/jobs/greffier/index.html")
    assert reached(f"{THREE.url}/en/jobs/commis/") is page("jobs/clerk/index.html")
    lines = built()["_redirects"].decode().splitlines()
    assert "/fr/jobs/counter/ /fr/jobs/analyst/ 301" in lines
    assert not [each for each in lines if each.endswith("/jobs/clerk/ 301")], "a translation may be taken back"


def test_a_frame_leads_on_once_there_is_a_translation_and_stays_until_then() -> None:
    shown = reached(f"{THREE.url}/fr/jobs/clerk/")
    assert shown is page("jobs/greffier/index.html")
    spanish = page("es/jobs/clerk/index.html")
    assert spanish.xpath("//ul[@class='card-meta']//a/@href") == ["/es/jobs/greffier/"]
    assert page("jobs/clerk/index.html").xpath("//ul[@class='card-meta']//a/@href") == ["/jobs/greffier/"]


def test_what_people_trim_the_address_of_a_frame_to_leads_to_the_list() -> None:
    assert reached(f"{THREE.url}/en/") is page("index.html")
    assert reached(f"{THREE.url}/en/jobs/") is page("jobs/index.html")
    assert reached(f"{THREE.url}/en/events/") is page("events/index.html")


@pytest.mark.parametrize("untranslated", [Untranslated.SHOW, Untranslated.HIDE])
def test_other_sites_have_no_frames(untranslated: Untranslated) -> None:
    with_frames, without = set(built()), set(built(replace(THREE, untranslated=untranslated)))
    assert without < with_frames
    assert not [path for path in without if path.startswith("en/")]
    assert set(built(replace(THREE, languages=()))) <= without
