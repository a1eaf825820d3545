"""What readers search: which rows there are, what is in them and what never, and what an edit writes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jobboard.outputs.data.search import SearchRow
from tests.helpers import (
    SITE,
    at,
    build_site,
    make_event,
    make_introduction,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    project_theme,
    write_site,
)
from tests.outputs.reading import document, links

CONTACTS = ("ada@hub.example", "+32 2 555 01 00")
FILES: dict[str, str | bytes | None] = {
    "topics.yaml": "culture: {en: Culture, fr: Culture vive, es: Cultura}\nmobility: {en: Mobility}\n",
    "topics/culture.md": make_introduction(title="Towns that play"),
    "organisations/part.md": make_organisation(name="Part of It", short_name="Part", part_of="example-network"),
    "postings/call.md": make_posting(
        title=f'"Call {CONTACTS[1]} now"',
        summary=f'"Or write to {CONTACTS[0]}."',
        topics="[culture]",
        place="[{city: Ghent, country: BE}, {city: Liège, country: BE}]",
        contacts=f"[{{name: Hidden Person, email: {CONTACTS[0]}}}]",
    ),
    "postings/new.md": make_posting(published="2026-01-01", title="Turn of the Year"),
    "postings/nouveau.md": make_posting(lang="fr", translation_of="old", title="Vieux", deadline=None, apply=None),
    "postings/old.md": make_posting(published="2025-12-31", title="Old"),
    "postings/later.md": make_posting(published="2026-03-20", title="Later"),
    "postings/draft.md": make_posting(status="draft", title="Draft"),
    "news/bridge.md": make_news(
        authors="[{name: Ada Author}]",
        quotes="[{text: It holds., name: Quentin Quoted}, {text: Yes., name: Ada Author}]",
        contacts=f"[{{name: Hidden Person, email: {CONTACTS[0]}}}]",
        expires="2026-03-20",
    ),
    "events/x.md": make_event(speakers="[{name: Grace Speaker}]", status="cancelled"),
    "pages/about.md": make_page(summary="Who we are."),
}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("rows") / "content", FILES)


@pytest.fixture(scope="module")
def site(content: Path) -> dict[str, bytes]:
    return build_site(content, site=replace(SITE, languages=("en", "fr")))


def rows(site: dict[str, bytes], part: str) -> dict[str, dict[str, Any]]:
    found = json.loads(site[f"search/{part}.json"])
    named = (dict(zip(found["columns"], row, strict=True)) for row in found["rows"])
    return {f"{each['folder']}/{each['id']}": each for each in named}


def parts(site: dict[str, bytes]) -> set[str]:
    return {path for path in site if path.startswith("search/") and path.endswith(".json")}


def test_everything_visible_has_a_row_in_the_year_it_appeared_in_and_a_translation_with_its_original(
    site: dict[str, bytes],
) -> None:
    assert parts(site) == {"search/2025.json", "search/2026.json", "search/standing.json"}
    assert set(rows(site, "2025")) == {"postings/old", "postings/nouveau"}
    assert set(rows(site, "2026")) == {"postings/call", "postings/new", "news/bridge", "events/x"}
    assert rows(site, "2025")["postings/nouveau"]["group"] == "old"
    assert set(rows(site, "standing")) == {
        "organisations/example-network",
        "organisations/part",
        "pages/about",
        "topics/culture",
    }


def test_a_row_has_names_and_ids_and_instants(site: dict[str, bytes]) -> None:
    found, standing = rows(site, "2026"), rows(site, "standing")
    call = found["postings/call"]
    assert (call["organisations"], call["topics"]) == (["example-network"], ["culture"])
    assert (call["towns"], call["countries"], call["first"], call["last"]) == (
        ["Ghent", "Liège"],
        ["BE"],
        "2026-03-31",
        "2026-03-31",
    )
    assert call["closes"] == at("2026-04-01 00:00").timestamp()
    assert found["news/bridge"]["names"] == ["Ada Author", "Quentin Quoted"]
    assert found["news/bridge"]["closes"] == at("2026-03-21 00:00").timestamp()
    assert (found["events/x"]["names"], found["events/x"]["state"]) == (["Grace Speaker"], "cancelled")
    assert standing["organisations/part"]["names"] == ["Part", "Example Network"]
    titles = [row[5] for row in json.loads(site["search/standing.json"])["rows"] if row[0] == "topics"]
    assert titles == ["Towns that play", "Culture vive"]
    assert SearchRow.__struct_fields__[5] == "title"


@pytest.mark.parametrize("now", ["2026-03-16 12:00", "2026-04-01 00:00", "2027-04-02 00:00"])
def test_no_row_has_contact_data_at_any_time(content: Path, now: str, tmp_path: Path) -> None:
    built = build_site(content, at(now), output=tmp_path / "output")
    text = b"".join(built[path] for path in parts(built)).decode()
    assert [each for each in (*CONTACTS, "Hidden Person") if each in text] == []
    assert rows(built, "2026")["postings/call"]["title"] == "Call [contact details removed] now"
    summary = rows(built, "2026")["postings/call"]["summary"]
    assert summary == ("" if now.startswith("2027") else "Or write to [contact details removed].")


def test_nothing_that_passes_writes_a_row_until_a_posting_is_archived(content: Path, tmp_path: Path) -> None:
    before, after, archived = (
        build_site(content, at(now), output=tmp_path / now[:10])
        for now in ("2026-03-20 12:00", "2026-12-24 12:00", "2027-12-24 12:00")
    )
    assert {path for path in parts(before) if before[path] != after[path]} == set()
    assert {path for path in parts(before) if before[path] != archived[path]} == {
        "search/2025.json",
        "search/2026.json",
    }


@pytest.mark.parametrize(
    ("path", "text", "written"),
    [
        ("postings/call.md", make_posting(title="Otherwise"), {"search/2026.json"}),
        ("postings/old.md", make_posting(published="2025-12-31", title="Older"), {"search/2025.json"}),
        ("organisations/part.md", make_organisation(name="Whole"), {"search/standing.json"}),
        ("topics.yaml", "culture: {en: Arts, fr: Arts vifs}\nmobility: {en: Mobility}\n", {"search/standing.json"}),
    ],
)
def test_an_edit_writes_one_file_of_rows_and_not_the_page(
    path: str, text: str, written: set[str], site: dict[str, bytes], tmp_path: Path
) -> None:
    content = write_site(tmp_path / "content", {**FILES, path: text})
    edited = build_site(content, site=replace(SITE, languages=("en", "fr")))
    assert {each for each in parts(site) if site[each] != edited[each]} == written
    assert site["search/index.html"] == edited["search/index.html"]


def test_only_the_page_for_searching_has_its_scripts_and_the_menu_leads_to_it(site: dict[str, bytes]) -> None:
    asking = {f"{lang}{page}" for lang in ("", "fr/") for page in ("jobs/index.html", "saved/index.html", "404.html")}
    for name, others in (("js/search.js", set()), ('src="/theme/js/words.', asking)):
        script = project_theme().assets.get(name, name).encode()
        pages = {path for path, data in site.items() if path.endswith(".html") and script in data}
        assert pages == {"search/index.html", "fr/search/index.html"} | others
    assert "/search/" in links(document(site, "index.html"))
    assert "/fr/search/" in links(document(site, "fr/index.html"))


def test_no_page_leads_to_an_address_with_words_in_it(site: dict[str, bytes]) -> None:
    assert [path for path, data in site.items() if b"search/?" in data] == []


def test_a_bare_board_has_no_search(content: Path, tmp_path: Path) -> None:
    built = build_site(content, site=replace(SITE, has_extras=False), output=tmp_path / "output")
    assert [path for path in built if path.startswith("search/")] == []
    assert "/search/" not in links(document(built, "index.html"))


@pytest.mark.parametrize("has_full_text", [True, False])
def test_webassembly_may_run_on_the_page_for_searching_alone_and_where_there_is_an_index(
    has_full_text: bool, content: Path, tmp_path: Path
) -> None:
    full = replace(SITE, languages=("en", "fr"), has_full_text=has_full_text)
    built = build_site(content, site=full, output=tmp_path / "output")
    allowed = {path for path, data in built.items() if b"wasm-unsafe-eval" in data}
    assert allowed == ({"search/index.html", "fr/search/index.html", "_headers"} if has_full_text else set())
    ruled = [line for line in built["_headers"].decode().splitlines() if line.startswith(("/search", "/fr/s", "/page"))]
    assert ruled == (["/search/*", "/fr/search/*", "/pagefind/*"] if has_full_text else [])
