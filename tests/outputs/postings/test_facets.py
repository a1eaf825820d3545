"""The list of a facet's value and its feed: one set of postings, whatever the facet."""

from __future__ import annotations

import pytest

from tests.helpers import build_site, make_posting, write_site
from tests.outputs.reading import document, feed, find, text_of

FILES = {
    "postings/remote.md": make_posting(
        title="Remote", workplace="remote", applicants_from="[PT]", place=None, topics="[culture]"
    ),
    "postings/hybrid.md": make_posting(title="Hybrid", kind="traineeship", workplace="hybrid"),
    "postings/site.md": make_posting(title="On site", workplace="on-site", topics="[mobility]"),
    "postings/silent.md": make_posting(title="Silent"),
    "postings/poste.md": make_posting(title="Poste", lang="fr"),
}
FOLDERS = {"topic": "topics"}
"""Where the feeds of a facet are, if not in the folder of its name."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_site(write_site(tmp_path_factory.mktemp("facets") / "content", FILES))


def test_every_list_of_a_facet_names_a_feed_of_the_same_postings(site: dict[str, bytes]) -> None:
    browse = find(document(site, "jobs/browse/index.html"), "a")
    lists = [link for each in browse if (link := each.get("href", "")).count("/") == 4 and link.startswith("/jobs/")]
    assert {link.split("/")[2] for link in lists} >= {"kind", "country", "topic", "language", "workplace"}
    for link in lists:
        name, value = link.strip("/").split("/")[1:]
        page = document(site, f"{link.strip('/')}/index.html")
        headings = [*find(page, "h2"), *find(page, "h3")]
        titles = sorted(text_of(each) for each in headings if each.get("class") == "card-title")
        for form in ("rss.xml", "atom.xml"):
            path = f"feeds/{FOLDERS.get(name, name)}/{value}.{form}"
            assert f"/{path}" in site[f"{link.strip('/')}/index.html"].decode(), link
            assert sorted(each.title for each in feed(site, path).entries) == titles, link


def test_feeds_of_workplaces_are_offered_in_the_order_of_the_form(site: dict[str, bytes]) -> None:
    page = site["subscribe/index.html"].decode()
    places = [page.index(f"/feeds/workplace/{each}.rss.xml") for each in ("on-site", "hybrid", "remote")]
    assert places == sorted(places)
