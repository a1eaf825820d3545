"""No output leads to what its build did not write: pages, what waits in their templates, feeds, calendars, data."""

from __future__ import annotations

import csv
import functools
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from icalendar import Calendar
from lxml import etree, html

from jobboard.board.site import Untranslated
from jobboard.outputs.addresses import file_of
from tests.addresses import in_json, in_page
from tests.golden import NAMES, build_golden
from tests.helpers import (
    REPOSITORY,
    at,
    build_site,
    make_event,
    make_introduction,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    write_site,
)
from tests.outputs.lifecycles import BOARD_SITE, FILES, INSTANTS
from tests.outputs.site.test_plain import STATEMENT
from tests.outputs.site_at import SiteAt

Found = Iterator[tuple[str, bool]]
"""Addresses of an output; true where the place in the page must be there too."""

_SCHEMES_OF_TERMS = {"scheme", "domain"}
"""Attributes of feeds that name a vocabulary: nobody goes there (RFC 4287, 4.2.2.2)."""

_WITHOUT_LINKS = (
    r"^theme/|^media/|(^|/)card\.png$|^pictures/|(^|/)write/help/[\w.]+\.webp$|\.zip$|^_headers$|^\.jobboard-files$"
)
_LINES = re.compile(r"https://\S+")
_DATA = re.compile(r"\bdata-[a-z-]+$")


def linked(path: str, data: bytes) -> Found:
    """Every address an output holds, read as its readers do."""
    if path.endswith(".html"):
        yield from ((each, True) for each in _page(data))
    elif path.endswith(".json"):
        yield from ((each, False) for each in in_json(json.loads(data)))
    elif path.endswith((".xml", ".opml")):
        yield from _xml(etree.fromstring(data))
    elif path.endswith(".ics"):
        yield from ((each, False) for each in _calendar(data))
    elif path.endswith(".csv"):
        rows = csv.reader(io.StringIO(data.decode("utf-8-sig")))
        yield from (
            (each, False) for row in rows for cell in row for each in cell.split("; ") if each[:8] == "https://"
        )
    elif path == "_redirects":
        yield from ((line.split()[1], False) for line in data.decode().splitlines())
    elif path == "llms.txt" or path.endswith(".md"):
        yield from ((each, False) for each in re.findall(r"[(<](https://[^)>\s]+)", data.decode()))
    elif path == "robots.txt":
        yield from ((each, False) for each in _LINES.findall(data.decode()))
    else:
        assert re.search(_WITHOUT_LINKS, path), f"say how {path} is read"


@functools.lru_cache(maxsize=4096)
def _page(data: bytes) -> tuple[str, ...]:
    """A page with what waits in templates, which an HTML parser that runs no script keeps where it stands."""
    root = html.document_fromstring(data.decode())
    told = (
        value for each in root.iter() if isinstance(each.tag, str) for name, value in each.items() if _is_data(name)
    )
    return (*in_page(root), *(each for each in told if each.startswith(("/", "https://"))))


def _is_data(name: str) -> bool:
    return _DATA.match(name) is not None


def _xml(root: Any) -> Found:
    for each in root.iter(etree.Element):
        named = (value for name, value in each.attrib.items() if name not in _SCHEMES_OF_TERMS)
        yield from ((value, False) for value in (*named, each.text or "") if value.startswith("https://"))
        if "<" in (each.text or ""):
            yield from ((found, False) for found in in_page(html.fragment_fromstring(each.text, create_parent=True)))


def _calendar(data: bytes) -> Iterator[str]:
    for each in Calendar.from_ical(data).walk():
        for name in ("URL", "SOURCE", "DESCRIPTION"):
            yield from _LINES.findall(str(each.get(name, "")))


@functools.lru_cache(maxsize=4096)
def _anchors(data: bytes) -> frozenset[str]:
    return frozenset(html.document_fromstring(data.decode()).xpath("//@id"))


def dead(site: Mapping[str, bytes], home: str) -> dict[str, set[str]]:
    """The own addresses that lead nowhere, by the output that holds them; `home` is the site's address."""
    found: dict[str, set[str]] = {}
    for path, data in site.items():
        page = path.removesuffix("index.html")
        for written, has_place in _read(path, data):
            aim = _aim(home, "" if written.startswith(("/", "https://")) else page, written)
            if aim is None:
                continue
            file, fragment = aim
            if file not in site or (has_place and fragment and not _has(site[file], fragment)):
                found.setdefault(path, set()).add(written)
    return found


@functools.lru_cache(maxsize=8192)
def _read(path: str, data: bytes) -> tuple[tuple[str, bool], ...]:
    """What is linked, each once; read once, though a site has it at many instants."""
    return tuple(dict.fromkeys(linked(path, data)))


@functools.lru_cache(maxsize=1 << 16)
def _aim(home: str, page: str, written: str) -> tuple[str, str] | None:
    """The file that an address on a page means, and the place in it; None on another host, no name where the host has
    none of ours."""
    address = urljoin(f"{home}/{page}", written.replace("webcal:", "https:"))
    if not address.startswith(f"{home}/"):
        return ("", "") if urlsplit(address).netloc == urlsplit(home).netloc else None
    parts = urlsplit(address.removeprefix(f"{home}/"))
    return file_of(unquote(parts.path)), parts.fragment


def _has(page: bytes, fragment: str) -> bool:
    return fragment == "breadcrumbs" or fragment == "website" or unquote(fragment) in _anchors(page)


@pytest.fixture(scope="module")
def site_at(tmp_path_factory: pytest.TempPathFactory) -> SiteAt:
    return SiteAt(write_site(tmp_path_factory.mktemp("links") / "content", FILES), BOARD_SITE)


@pytest.mark.parametrize("now", INSTANTS, ids=lambda now: f"{now:%Y-%m-%dT%H:%M:%S}")
def test_nothing_leads_nowhere_at_any_instant(now: datetime, site_at: SiteAt) -> None:
    assert dead(site_at.files(now), BOARD_SITE.url) == {}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_golden_site_leads_nowhere(name: str, tmp_path: Path) -> None:
    built = build_golden(name, tmp_path)
    theme = {f"theme/{path.relative_to(STATIC)}": b"" for path in STATIC.rglob("*") if path.is_file()}
    assert dead({**built, **theme, "theme/style.css": b""}, "https://hub.example/board") == {}


STATIC = REPOSITORY / "theme/static"
EDITIONS = replace(BOARD_SITE, accessibility=STATEMENT, languages=("en", "fr", "es"))
EVERYTHING: dict[str, str | bytes | None] = {
    "topics.yaml": "culture: {en: Culture}\nalone: {en: Alone}\n",
    "topics/alone.md": make_introduction("[To a job](postings/first.md).\n"),
    "organisations/part.md": make_organisation(part_of="example-network", short_name="Part"),
    "pages/about.md": make_page("[A job](postings/first.md), [later](news/later.md).\n"),
    "postings/first.md": make_posting("## Tasks\n\nCount.\n", topics="[culture]", place="{city: Ghent, country: BE}"),
    "postings/alone.md": make_posting(lang="es", kind="traineeship", organisation="part", topics="[culture]"),
    "postings/rolling.md": make_posting(deadline="rolling", review_by="2027-01-31", formerly="[was]"),
    "postings/premier.md": make_posting(lang="fr", translation_of="first", deadline=None, apply=None),
    "news/bridge.md": make_news(
        topics="[alone]", quotes="[{text: It holds., name: Ada Example}]", lang="fr", related="[older]"
    ),
    "news/older.md": make_news(published="2025-03-02", formerly="[oldest]"),
    "news/later.md": make_news(published="2028-03-02"),
    "events/held.md": make_event(register="{email: events@hub.example}", topics="[alone]", formerly="[once]"),
    "events/gone.md": make_event(published="2026-03-01", starts="2026-03-03"),
}


@pytest.mark.parametrize("has_extras", [True, False])
@pytest.mark.parametrize("untranslated", [*Untranslated])
@pytest.mark.parametrize("now", ["2026-03-01 12:00", "2026-03-02 12:00", "2026-12-31 23:00", "2029-01-01 00:00"])
def test_nothing_leads_nowhere_whatever_a_site_has_and_lists(
    now: str, untranslated: Untranslated, has_extras: bool, tmp_path: Path
) -> None:
    site = replace(EDITIONS, has_extras=has_extras, untranslated=untranslated)
    built = build_site(write_site(tmp_path / "content", EVERYTHING), at(now), site=site)
    assert dead(built, site.url) == {}


OF_ONE_ITEM: Mapping[str, tuple[Mapping[str, Any], str]] = {
    "cards": ({"has_social_cards": False}, r"/card\.png$"),
    "calendars": ({"has_item_calendars": False}, r"^(jobs|events)/.*\.ics$"),
    "press kits": ({"has_press_kits": False}, r"\.zip$"),
    "twins": ({"has_twins": False}, r"\.md$"),
    "frames": ({"untranslated": Untranslated.SHOW}, r"^fr/jobs/alone/index\.html$"),
    "embeds": ({"has_embeds": False}, r"^(../)?embed/"),
}
"""What is made for each item or organisation: how to have none, and the paths of it."""


@pytest.mark.parametrize("what", OF_ONE_ITEM)
def test_whatever_is_made_for_each_item_can_be_done_without_and_nothing_leads_there(what: str, tmp_path: Path) -> None:
    changes, pattern = OF_ONE_ITEM[what]
    files = {**EVERYTHING, "a.txt": b"A file.\n", "news/kit.md": make_news(assets="[{file: a.txt, title: A}]")}
    content = write_site(tmp_path / "content", files)
    whole = replace(EDITIONS, has_twins=True, has_embeds=True)
    now = at("2026-03-02 12:00")
    there = {path for path in build_site(content, now, site=whole) if re.search(pattern, path)}
    built = build_site(content, now, site=replace(whole, **changes), output=tmp_path / "less")
    assert there
    assert not there & built.keys()
    assert dead(built, EDITIONS.url) == {}


def test_every_file_beside_a_page_of_an_item_has_a_setting(tmp_path: Path) -> None:
    files = {**EVERYTHING, "a.txt": b"A file.\n", "news/kit.md": make_news(assets="[{file: a.txt, title: A}]")}
    bare = replace(EDITIONS, has_twins=True, has_embeds=True)
    for changes, _ in OF_ONE_ITEM.values():
        bare = replace(bare, **changes)
    built = build_site(write_site(tmp_path / "content", files), at("2026-03-02 12:00"), site=bare)
    of_items = {path for path in built if re.match(r"(jobs|news|events)/(first|rolling|kit|bridge|held)/", path)}
    assert {path for path in of_items if not path.endswith("/index.html")} == set()


def test_a_site_without_content_leads_nowhere_dead(tmp_path: Path) -> None:
    built = build_site(write_site(tmp_path / "content", {"organisations/example-network.md": None}), site=EDITIONS)
    assert dead(built, EDITIONS.url) == {}


def test_a_dead_link_is_found_wherever_it_hides() -> None:
    page = b'<a href="/no/"></a><template><a href="/never/"></a></template><p id="x" data-build="/none"></p>'
    assert dead(
        {"index.html": page, "a/index.html": b'<a href="/#x"></a><a href="../#y"></a>'}, "https://a.example"
    ) == {
        "index.html": {"/no/", "/never/", "/none"},
        "a/index.html": {"../#y"},
    }
