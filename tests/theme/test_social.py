"""What social networks and chats are told of a page: the same tags for whatever has a picture."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import build_site, make_event, make_news, make_posting, write_site
from tests.outputs.reading import document, find
from tests.pictures import jpeg

ITEMS = {"postings": make_posting, "news": make_news, "events": make_event}
PAGES = {"postings": "jobs/x/index.html", "news": "news/x/index.html", "events": "events/x/index.html"}
ALWAYS = {"og:site_name", "og:type", "og:title", "og:description", "og:url", "twitter:card"}
PICTURE = {"og:image", "og:image:alt", "og:image:type", "og:image:width", "og:image:height"}


def tags(folder: Path, kind: str, path: str = "", **changes: str) -> dict[str, str | None]:
    files = {f"{kind}/x.md": ITEMS[kind](**changes), "images/a.jpg": jpeg(90, 60)}
    page = document(build_site(write_site(folder / "content", files)), path or PAGES[kind])
    named = [(each.get("property") or each.get("name") or "", each.get("content")) for each in find(page, "meta")]
    return {name: text for name, text in named if name.startswith(("og:", "twitter:"))}


@pytest.mark.parametrize("kind", ITEMS)
def test_a_link_to_an_item_with_a_picture_shows_it_large(kind: str, tmp_path: Path) -> None:
    found = tags(tmp_path, kind, image="{file: images/a.jpg, alt: A town}")
    assert found.keys() >= ALWAYS | PICTURE
    assert (found["twitter:card"], found["og:type"]) == ("summary_large_image", "article")
    assert (found["og:image"], found["og:image:alt"]) == (
        "https://hub.example/pictures/images/a.jpg/preview.jpg",
        "A town",
    )


@pytest.mark.parametrize("kind", ITEMS)
def test_a_link_to_an_item_without_one_says_so(kind: str, tmp_path: Path) -> None:
    found = tags(tmp_path, kind)
    assert found.keys() == ALWAYS
    assert found["twitter:card"] == "summary"


def test_a_list_is_no_card(tmp_path: Path) -> None:
    found = tags(tmp_path, "postings", "jobs/index.html")
    assert found.keys() == ALWAYS - {"twitter:card"}
    assert found["og:type"] == "website"
