"""The open postings of an organisation for its own site: what other sites frame, and what they take in."""

from __future__ import annotations

import functools
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from jobboard.outputs.addresses import file_of
from jobboard.outputs.page.frame import EMBED_POLICY
from tests.helpers import SITE, at, build_site, make_organisation, make_posting, write_site

THREE = replace(SITE, languages=("en", "fr", "es"), page_size=2, has_embeds=True)
FILES: dict[str, str | bytes | None] = {
    "organisations/network.md": make_organisation(name="Network", formerly="[web]"),
    "organisations/part.md": make_organisation(name="Part", part_of="network"),
    "organisations/idle.md": make_organisation(name="Idle"),
    "postings/a.md": make_posting(title="<Analyst> & more", organisation="network", deadline="2026-03-20"),
    "postings/b.md": make_posting(title="Juriste", organisation="part", lang="fr", deadline="2026-03-21"),
    "postings/c.md": make_posting(title="Clerk", organisation="network", deadline="2026-03-22"),
    "postings/d.md": make_posting(title="Closed", organisation="network", deadline="2026-03-10"),
    "postings/e.md": make_posting(title="Draft", organisation="network", status="draft"),
}
EMBED = "embed/organisations/network/"
PREFIXES = {"en": "", "fr": "fr/", "es": "es/"}
in_every_language = pytest.mark.parametrize("lang", PREFIXES)


@functools.cache
def built(*, has_embeds: bool = True) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        content = write_site(Path(folder) / "content", FILES)
        return build_site(content, at("2026-03-16 12:00"), site=replace(THREE, has_embeds=has_embeds))


def page(path: str) -> Any:
    return html.document_fromstring(built()[file_of(path)].decode())


def piece(path: str) -> Any:
    return html.fragment_fromstring(built()[path].decode(), create_parent="div")


@in_every_language
def test_a_frame_says_what_it_is_in_the_language_of_its_address(lang: str) -> None:
    framed = page(f"{PREFIXES[lang]}{EMBED}")
    assert framed.get("lang") == lang
    assert framed.xpath("//meta[@http-equiv]/@content") == [EMBED_POLICY]
    assert framed.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert framed.xpath("//link[@rel='canonical']/@href") == [f"{SITE.url}/{PREFIXES[lang]}organisations/network/"]
    assert framed.xpath("//base/@target") == ["_top"]
    assert framed.xpath("//form | //nav | //footer | //link[@rel='alternate']") == []


@in_every_language
def test_it_lists_the_first_of_its_open_postings_and_of_its_parts_and_counts_all(lang: str) -> None:
    framed = page(f"{PREFIXES[lang]}{EMBED}")
    assert framed.xpath("//*[@class='card-title']/a/text()") == ["<Analyst> & more", "Juriste"]
    assert framed.xpath("//*[@class='count']/@data-count") == ["3"]
    assert framed.xpath("//*[@class='embed-more']/a/@href") == framed.xpath("//link[@rel='canonical']/@href")


@in_every_language
def test_a_piece_of_html_needs_nothing_of_ours(lang: str) -> None:
    taken = piece(f"{PREFIXES[lang]}{EMBED}list.html")
    assert taken.xpath("//ul/li/a/text()") == ["<Analyst> & more", "Juriste"]
    assert {each.startswith(f"{SITE.url}/") for each in taken.xpath("//a/@href")} == {True}
    assert taken.xpath("//ul/li/@data-closes") == ["2026-03-20T23:00:00Z", "2026-03-21T23:00:00Z"]
    assert {each.tag for each in taken.iter()} <= {"div", "ul", "li", "a", "bdi", "time", "p"}
    assert taken.xpath("//@class | //@style | //@id") == []
    assert taken.xpath("/div/*/@lang") == [lang, lang]
    assert ["Part" in each.text_content() for each in taken.xpath("//li")] == [False, True]


@in_every_language
def test_an_organisation_without_open_postings_says_so(lang: str) -> None:
    path = f"{PREFIXES[lang]}embed/organisations/idle/"
    assert [each.text for each in page(path).xpath("//p[@class='empty']")] == [piece(f"{path}list.html").find("p").text]
    assert piece(f"{path}list.html").xpath("//ul") == []


@in_every_language
def test_both_stay_under_every_id_the_organisation_had(lang: str) -> None:
    for file in ("index.html", "list.html"):
        old = f"{PREFIXES[lang]}embed/organisations/web/{file}"
        assert built()[old] == built()[f"{PREFIXES[lang]}{EMBED}{file}"]


def test_no_other_output_speaks_of_them() -> None:
    others = {path: data for path, data in built().items() if "embed/" not in path and path != ".jobboard-files"}
    assert [path for path, data in others.items() if b"/embed/" in data] == ["_headers"]


def test_without_the_setting_there_are_none_and_the_rest_is_the_same() -> None:
    without = built(has_embeds=False)
    assert [path for path in without if "embed/" in path] == []
    assert [
        path for path in without if path.endswith((".html", ".xml", ".ics")) and without[path] != built()[path]
    ] == []
