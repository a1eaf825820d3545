"""A web page that was saved in, its text as HTML out, with its JobPosting if it has one (schema.org, JSON-LD).

Menus, forms and what frames a page are left out, and said. Nothing is fetched.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag

from jobboard.importing.html.shapes import attribute
from jobboard.importing.vacancy.papers.paper import Paper, shortened
from jobboard.source.message import Phrase, phrase

_FRAME = ["nav", "header", "footer", "aside", "form", "dialog", "iframe", "template"]
_SILENT = ["script", "style", "noscript", "svg", "head", "link", "meta", "img", "picture", "source"]
_ROLES = ("navigation", "contentinfo", "search", "dialog", "alertdialog")
_CALLED = re.compile(
    r"\b(?:cookies?|cookie ?(?:bar|banner)|consent|gdpr|rgpd|tarteaucitron|breadcrumbs?|share|sharing|skip)\b"
)
"""Words in the class or id of an element that frames a page."""

_WORDS_OF_FRAME = 120
"""An element of more words that is only called so is looked at as text."""

_MAX_TAGS = 60_000


def page_of(html: str, base: str) -> Paper:
    """The text of a page; of several postings in its markup the first."""
    return next(papers_of(html, base))


def papers_of(html: str, base: str) -> Iterator[Paper]:
    """The text of a page, once for each JobPosting in its markup, or once without."""
    if html.count("<") > _MAX_TAGS:
        html = re.sub(r"<[^<>]*>", " ", html)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what looks like a file name is a text here
        soup = BeautifulSoup(html, "lxml")
    found = list(_postings(soup))
    dropped = tuple(_without_frame(soup))
    text = str(soup.body or soup)
    if len(found) < 2:
        yield Paper(html=text, dropped=dropped, base=base, markup=found[0] if found else {})
        return
    for each in found:
        yield Paper(html=str(each.get("description", "")), dropped=dropped, base=base, markup=each)


def _postings(soup: BeautifulSoup) -> Iterator[Mapping[str, Any]]:
    for script in soup.find_all("script", type=re.compile(r"^application/ld\+json", re.IGNORECASE)):
        try:
            data = json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _in(data)


def _in(data: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list):
        for each in data:
            yield from _in(each)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
            yield data
        else:
            yield from _in(data.get("@graph"))


def _is_frame(element: Tag) -> bool:
    """True for a menu, a head, a foot, or a banner about cookies: by its name, its role, or what it is called."""
    if element.name in _FRAME or element.get("role") in _ROLES:
        return True
    called = " ".join(
        [attribute(element, "id"), *element.get_attribute_list("class")] if element.name != "body" else []
    )
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|[^a-zA-Z]", " ", called).lower()
    is_called = _CALLED.search(words) is not None
    return is_called and len(element.get_text(" ").split()) <= _WORDS_OF_FRAME and element.find("h1") is None


def _without_frame(soup: BeautifulSoup) -> Iterator[Phrase]:
    """Take out what is not the text of a page."""
    pictures = len(soup.find_all("img"))
    for each in soup.find_all(_SILENT):
        each.decompose()
    words = []
    for each in soup.find_all(_is_frame):
        if not each.decomposed and not (each.name == "header" and each.find("h1")):
            words.append(" ".join(each.get_text(" ").split()))
            each.decompose()
    if shown := " / ".join(filter(None, words)):
        yield phrase("what frames the page: %(words)s", words=shortened(shown))
    if pictures:
        yield phrase("pictures: %(number)s", number=pictures)
