"""What social networks and chats are told of a page: the same tags everywhere, and a picture that is there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers import (
    SITE,
    build_site,
    make_event,
    make_introduction,
    make_news,
    make_page,
    make_posting,
    write_site,
)
from tests.outputs.reading import document, find
from tests.pictures import jpeg

ITEMS = {"postings": make_posting, "news": make_news, "events": make_event}
PAGES = {"postings": "jobs/x/index.html", "news": "news/x/index.html", "events": "events/x/index.html"}
ALWAYS = {"og:site_name", "og:type", "og:title", "og:description", "og:url"}
PICTURE = {"og:image", "og:image:alt", "og:image:type", "og:image:width", "og:image:height", "twitter:card"}
EVERYTHING = {
    "postings/x.md": make_posting(topics="[mobility]"),
    "postings/old.md": make_posting(published="2026-01-02", deadline="2026-02-01"),
    "postings/archived.md": make_posting(published="2024-01-02", deadline="2024-02-01"),
    "postings/renamed.md": make_posting(formerly="[called]"),
    "news/x.md": make_news(topics="[mobility]"),
    "events/x.md": make_event(),
    "pages/about.md": make_page(),
    "topics/mobility.md": make_introduction(),
    "images/a.jpg": jpeg(90, 60),
}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><path d="M0 0h9v9z"/></svg>'
HOST = "https://hub.example/"


def tags_of(site: dict[str, bytes], path: str) -> dict[str, str]:
    named = [
        (each.get("property") or each.get("name") or "", each.get("content") or "")
        for each in find(document(site, path), "meta")
    ]
    return {name: text for name, text in named if name.startswith(("og:", "twitter:"))}


def tags(folder: Path, kind: str, path: str = "", **changes: str) -> dict[str, str]:
    files = {f"{kind}/x.md": ITEMS[kind](**changes), "images/a.jpg": jpeg(90, 60), "images/a.svg": SVG}
    return tags_of(build_site(write_site(folder / "content", files)), path or PAGES[kind])


@pytest.mark.parametrize("kind", ITEMS)
def test_a_link_to_an_item_with_a_picture_shows_it_large(kind: str, tmp_path: Path) -> None:
    found = tags(tmp_path, kind, image="{file: images/a.jpg, alt: A town}")
    assert found.keys() == ALWAYS | PICTURE
    assert (found["twitter:card"], found["og:type"]) == ("summary_large_image", "article")
    assert (found["og:image"], found["og:image:type"], found["og:image:alt"]) == (
        f"{HOST}pictures/images/a.jpg/preview.jpg",
        "image/jpeg",
        "A town",
    )


@pytest.mark.parametrize("kind", ITEMS)
@pytest.mark.parametrize("changes", [{}, {"image": "{file: images/a.svg, alt: A town}"}], ids=["none", "a drawing"])
def test_a_link_to_an_item_without_one_shows_its_card(kind: str, changes: dict[str, str], tmp_path: Path) -> None:
    found = tags(tmp_path, kind, **changes)
    assert found.keys() == ALWAYS | PICTURE
    assert found["og:image"] == f"{HOST}{PAGES[kind].replace('index.html', 'card.png')}"
    assert (found["og:image:type"], found["og:image:width"], found["og:image:height"]) == ("image/png", "1200", "630")
    assert found["twitter:card"] == "summary_large_image"


def test_every_page_has_a_picture_that_is_there_and_words_for_it(tmp_path: Path) -> None:
    edition = replace(SITE, languages=("en", "fr"), descriptions=(("en", SITE.description), ("fr", "Les emplois.")))
    site = build_site(write_site(tmp_path / "content", EVERYTHING), site=edition)
    pages = [path for path in site if path.endswith(".html")]
    found = {path: tags_of(site, path) for path in pages if b"og:url" in site[path]}
    assert len(found) > 40
    for path, told in found.items():
        assert told.keys() == ALWAYS | PICTURE, path
        assert told["og:image"].removeprefix(HOST) in site, path
        assert told["og:image:alt"], path
    assert found["jobs/index.html"]["og:image"] == f"{HOST}card.png"
    assert found["fr/jobs/index.html"]["og:image"] == f"{HOST}fr/card.png"
    assert found["fr/index.html"]["og:image:alt"] == "Example Hub · Les emplois."
    assert found["organisations/example-network/index.html"]["og:image"].endswith(
        "/organisations/example-network/card.png"
    )


def test_the_words_for_a_card_are_in_the_language_of_its_page(tmp_path: Path) -> None:
    files = {"postings/x.md": make_posting(), "postings/y.md": make_posting(title="Analyste", lang="fr")}
    site = build_site(write_site(tmp_path / "content", files), site=replace(SITE, languages=("en", "fr")))
    said = [tags_of(site, f"jobs/{id_}/index.html")["og:image:alt"] for id_ in "xy"]
    assert said == [
        "Job · Data Analyst · Example Network · Apply by 31 March 2026 · Example Hub",
        "Emploi · Analyste · Example Network · Candidatures jusqu’au 31 mars 2026 · Example Hub",
    ]


def test_without_cards_pages_have_their_own_pictures_alone(tmp_path: Path) -> None:
    files = {**EVERYTHING, "news/y.md": make_news(image="{file: images/a.jpg, alt: A town}")}
    site = build_site(write_site(tmp_path / "content", files), site=replace(SITE, has_social_cards=False))
    assert [path for path in site if path.endswith("card.png")] == []
    assert tags_of(site, "news/y/index.html").keys() == ALWAYS | PICTURE
    assert tags_of(site, "jobs/x/index.html").keys() == ALWAYS | {"twitter:card"}
    assert tags_of(site, "jobs/x/index.html")["twitter:card"] == "summary"
    assert tags_of(site, "jobs/index.html").keys() == ALWAYS
