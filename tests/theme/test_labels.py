"""What menus are announced as: each for what it leads to, in the language of the page."""

from __future__ import annotations

import functools
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers import SITE, build_site, make_event, make_news, make_posting, write_site
from tests.outputs.reading import document, find

FILES = {f"{folder}/{n}.md": make() for n in "ab" for folder, make in (("postings", make_posting), ("news", make_news))}

LABELS = {
    "jobs": {"en": "Views of the postings", "fr": "Présentations des offres", "es": "Vistas de las ofertas"},
    "jobs/closed": {"en": "Views of the postings", "fr": "Présentations des offres", "es": "Vistas de las ofertas"},
    "events": {"en": "Views of the events", "fr": "Présentations des événements", "es": "Vistas de los eventos"},
    "events/past": {"en": "Views of the events", "fr": "Présentations des événements", "es": "Vistas de los eventos"},
    "news": {"en": "Lists of news", "fr": "Listes d’actualités", "es": "Listas de noticias"},
    "organisations/example-network/jobs": {
        "en": "The organisation and its postings",
        "fr": "L’organisation et ses offres",
        "es": "La organización y sus ofertas",
    },
    "organisations/example-network/news": {
        "en": "The organisation of this news",
        "fr": "L’organisation dont viennent ces actualités",
        "es": "La organización de estas noticias",
    },
}
"""The menu above a list, by the list and the language."""


@functools.cache
def built() -> dict[str, bytes]:
    site = replace(SITE, languages=("en", "fr", "es"), page_size=1)
    with tempfile.TemporaryDirectory() as folder:
        files = {**FILES, "events/x.md": make_event(), "events/y.md": make_event()}
        return build_site(write_site(Path(folder) / "content", files), site=site)


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
@pytest.mark.parametrize("path", LABELS)
def test_a_menu_of_lists_is_announced_for_what_it_leads_to(path: str, lang: str) -> None:
    page = document(built(), f"{'' if lang == 'en' else f'{lang}/'}{path}/index.html")
    (main,) = find(page, "main")
    menus = (each for each in find(main, "nav") if each.get("class") != "trail")
    assert next(each.get("aria-label") for each in menus) == LABELS[path][lang]


def test_no_two_menus_of_a_page_are_announced_alike() -> None:
    for path in (each for each in built() if each.endswith(".html")):
        labels = [each.get("aria-label") for each in find(document(built(), path), "nav")]
        assert all(labels), path
        assert len(labels) == len(set(labels)), path
