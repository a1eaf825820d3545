"""An address that does not exist offers what there is of nearly the same name, wherever the page is served from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.helpers import (
    SITE,
    build_site,
    make_event,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    write_site,
)

Read = Callable[..., Reader]

BOARD = replace(SITE, url="https://hub.example/board", languages=("en", "fr"))
FILES: dict[str, str | bytes | None] = {
    "topics.yaml": "climate: {en: Climate, fr: Climat}\n",
    "organisations/union-of-towns.md": make_organisation(name="Union of Towns"),
    "pages/about.md": make_page("Hello.\n", title="About us"),
    "postings/data-analyst-brussels.md": make_posting(title="Data Analyst", topics="[climate]"),
    "postings/data-analyst-ghent.md": make_posting(title="Data Analyst, Ghent", deadline="2026-03-10"),
    "postings/economiste-a-liege.md": make_posting(title="Économiste à Liège", lang="fr"),
    "postings/still-a-draft.md": make_posting(title="Still a Draft", status="draft"),
    "postings/not-yet-there.md": make_posting(title="Not yet There", published="2026-05-01", deadline="2026-06-01"),
    "news/bridge-for-trams.md": make_news(title="A bridge for trams", published="2025-03-02"),
    "events/budgets-for-residents.md": make_event(status="cancelled"),
    **{f"postings/clerk-{number}.md": make_posting(title=f"Clerk {number}") for number in range(1, 9)},
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    built = build_site(write_site(tmp_path_factory.mktemp("near") / "content", FILES), site=BOARD)
    return {f"board/{path}": data for path, data in built.items()} | {"robots.txt": built["robots.txt"]}


def open_missing(
    read: Read, site: dict[str, bytes], path: str, *, script: bool = True, now: str = "2026-03-16 12:00"
) -> Reader:
    """The page at an address that does not exist, as a host serves it."""
    assert f"board/{path}index.html" not in site
    name = path if path.endswith(".html") else f"{path}index.html" if path.endswith("/") else path
    data = site["board/fr/404.html" if path.startswith("fr/") else "board/404.html"]
    served = name if name.endswith(".html") else f"{name}/index.html"
    reader = read({**site, f"board/{served}": data}, now, script=script)
    reader.open(f"/board/{path}" if served == name else f"/board/{path}/")
    return reader


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("jobs/data-analist-brussels/", {"Data Analyst", "Data Analyst, Ghent"}),
        ("jobs/data-anaylst-brussels/", {"Data Analyst", "Data Analyst, Ghent"}),
        ("jobs/Data%20Analyst%20Brussels/", {"Data Analyst", "Data Analyst, Ghent"}),
        ("jobs/data-ana/", {"Data Analyst", "Data Analyst, Ghent"}),
        ("a/b/c/d/brige-for-trams.html", {"A bridge for trams"}),
        ("news/trams-for-bridge/", {"A bridge for trams"}),
        ("jobs/%C3%A9conomiste-%C3%A0-li%C3%A8ge/", {"Économiste à Liège"}),
        ("organisations/union-of-town/", {"Union of Towns"}),
        ("topics/climat/", {"Climate"}),
        ("abuot/", {"About us"}),
        ("events/budget-for-resident/", {"Budgets for residents"}),
        ("jobs/still-a-draft/", set()),
        ("jobs/not-yet-there/", set()),
        ("jobs/zzzzzzzz/", set()),
        ("jobs/%ff/", set()),
    ],
)
def test_what_is_nearly_called_so_is_offered(path: str, found: set[str], site: dict[str, bytes], read: Read) -> None:
    reader = open_missing(read, site, path)
    titles = reader.find(".nearest-list a")
    expect(titles).to_have_count(len(found))
    assert set(titles.all_text_contents()) == found
    for each in titles.all():
        assert f"{each.get_attribute('href').removeprefix('/')}index.html" in site  # type: ignore[union-attr]
    expect(reader.find("[data-offer]")).to_be_visible() if found else expect(reader.find("[data-offer]")).to_be_hidden()
    assert reader.foreign == []


def test_at_most_five_are_offered_the_nearest_first(site: dict[str, bytes], read: Read) -> None:
    titles = open_missing(read, site, "jobs/clerk-33/").find(".nearest-list a")
    expect(titles).to_have_count(5)
    expect(titles.first).to_have_text("Clerk 3")


def test_each_says_its_kind_and_what_has_closed_by_now_says_so(site: dict[str, bytes], read: Read) -> None:
    lines = open_missing(read, site, "jobs/data-analyst-brusels/", now="2026-04-02 12:00").find(".nearest-list li")
    expect(lines).to_have_text(["Data Analyst Job Closed", "Data Analyst, Ghent Job Closed"])
    lines = open_missing(read, site, "jobs/data-analyst-brusels/").find(".nearest-list li")
    expect(lines).to_have_text(["Data Analyst Job Open", "Data Analyst, Ghent Job Closed"])
    event = open_missing(read, site, "events/budgets-for-resident/").find(".nearest-list li")
    expect(event).to_have_text(["Budgets for residents Event Cancelled"])


def test_the_words_of_the_address_are_ready_to_be_searched(site: dict[str, bytes], read: Read) -> None:
    reader = open_missing(read, site, "jobs/tram-driver/")
    expect(reader.find("main [type=search]")).to_have_value("tram driver")
    reader.find("main form button").click()
    reader.page.wait_for_url("**/board/search/?q=tram+driver")


def test_the_edition_of_the_address_leads_to_its_own_pages(site: dict[str, bytes], read: Read) -> None:
    titles = open_missing(read, site, "fr/organisations/union-of-town/").find(".nearest-list a")
    expect(titles).to_have_text("Union of Towns")
    assert titles.get_attribute("href") == "/board/fr/organisations/union-of-towns/"


def test_without_a_script_the_page_leads_on_all_the_same(site: dict[str, bytes], read: Read) -> None:
    reader = open_missing(read, site, "jobs/data-analist/", script=False)
    found = [each.get_attribute("href") for each in reader.find("main a").all()]
    assert found == ["/board/jobs/", "/board/news/", "/board/organisations/", "/board/search/"]
    assert reader.find("main form").count() == 0
