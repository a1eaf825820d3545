"""The page of a press release, its press kit and its markup."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from pathlib import Path

import pytest

from jobboard.board.board import Board
from jobboard.model.news import Asset
from jobboard.outputs.news.press_kit import kit_names, kit_text
from jobboard.outputs.page.people import Person
from tests.helpers import SITE, build_site, make_board, make_news, make_organisation, project_theme, write_site
from tests.outputs.reading import document, find, links, markup, text_of
from tests.pictures import jpeg

PAGE = "news/bridge/index.html"
KIT = "news/bridge/press-kit.zip"
QUOTES = (
    "[{text: It holds., name: Adèle Exemple, role: Mayor, organisation: second},"
    " {text: So far., name: B. Example}, {text: It does., name: Adèle Exemple}]"
)

ASSETS = "[{file: images/a.jpg, title: Bridge, alt: A bridge, credit: A. Example}, {file: files/plan.pdf, title: Plan}]"


def site_of(folder: Path, body: str = "Trams and bicycles share it.\n", **changes: str | None) -> dict[str, bytes]:
    return build_site(write_site(folder / "content", files_of(body, **changes)))


def files_of(body: str, **changes: str | None) -> dict[str, str | bytes | None]:
    release = {"kind": "press-release", "organisations": "[example-network, second]"}
    return {
        "news/bridge.md": make_news(body, **{**release, **changes}),
        "organisations/second.md": make_organisation(
            "We are the second.\n", name="Second", press_contacts="[{email: press@second.example}]"
        ),
        "images/a.jpg": jpeg(600, 400),
        "images/b.jpg": jpeg(300, 200),
        "files/a.jpg": jpeg(90, 60),
        "files/plan.pdf": b"%PDF-1.4 plan",
    }


def test_a_quote_can_be_linked_to_alone(tmp_path: Path) -> None:
    page = document(site_of(tmp_path, quotes=QUOTES), PAGE)
    quotes = [each for each in find(page, "figure") if each.get("class") == "quote"]
    assert [each.get("id") for each in quotes] == [
        "quote-adele-exemple",
        "quote-b-example",
        "quote-adele-exemple-2",
    ]
    assert [links(each)[-1] for each in quotes] == [f"/news/bridge/#{each.get('id')}" for each in quotes]
    assert text_of(quotes[0]) == "It holds. Adèle Exemple, Mayor, Second Link to this quote"


def test_another_persons_quote_moves_no_anchor(tmp_path: Path) -> None:
    def anchors(folder: Path, quotes: str) -> list[str | None]:
        page = document(site_of(folder, quotes=quotes), PAGE)
        return [each.get("id") for each in find(page, "figure") if each.get("class") == "quote"]

    first = anchors(tmp_path / "a", "[{text: A., name: Ada Example}]")
    both = anchors(tmp_path / "b", "[{text: B., name: Bo Example}, {text: A., name: Ada Example}]")
    assert first[0] == both[1] == "quote-ada-example"


def test_quotes_of_people_who_write_their_names_otherwise_have_anchors_of_their_own(tmp_path: Path) -> None:
    """Nobody's moves when another is quoted, and no two are the same, whatever a name ends in."""

    def anchors(folder: Path, names: str) -> list[str | None]:
        quotes = ", ".join(f"{{text: A., name: {name}}}" for name in names.split(", "))
        page = document(site_of(folder, quotes=f"[{quotes}]"), "news/bridge/index.html")
        return [each.get("id") for each in find(page, "figure") if each.get("class") == "quote"]

    one, two = anchors(tmp_path / "a", "Άννα Κ"), anchors(tmp_path / "b", "Εύα Λ, Άννα Κ")
    assert one[0] == two[1] != two[0]
    same = anchors(tmp_path / "c", "Ada, Ada, Ada 2, Ada")
    assert same == ["quote-ada", "quote-ada-2", "quote-ada-2-2", "quote-ada-3"]


@pytest.mark.parametrize(
    "files",
    [
        ("a/team.png", "b/team.png", "c/a-team.png"),
        ("a/b/c.png", "a-b/c.png"),
        ("README.txt", "x/readme.TXT"),
        ("x/e\u0301.png", "y/\u00e9.png", "z/\u00c9.png"),
        ("x/plan.pdf", "y/Plan.pdf", "x-plan.pdf", "x/x-plan.pdf"),
    ],
)
def test_no_two_files_of_a_press_kit_have_one_name_on_any_disk(files: tuple[str, ...]) -> None:
    """Else one would replace another where the kit is unpacked."""
    names = kit_names(tuple(Asset(file=file, title="T", alt="") for file in files))
    unpacked = {unicodedata.normalize("NFC", name).casefold() for name in (*names, "README.txt")}
    assert len(unpacked) == len(files) + 1
    assert all("/" not in name for name in names)


def test_the_script_that_copies_is_only_where_there_is_something_to_copy(tmp_path: Path) -> None:
    script = f'<script defer src="/{project_theme().assets["js/copy.js"]}">'.encode()
    assert script in site_of(tmp_path / "a", quotes=QUOTES)[PAGE]
    assert script not in site_of(tmp_path / "b")[PAGE]


def test_a_release_names_its_place_and_minute_and_an_article_what_it_is_about(tmp_path: Path) -> None:
    said = {"places": "[Ghent, Lille]", "published": '"2026-03-10 09:30"'}
    release = text_of(document(site_of(tmp_path / "a", **said), PAGE))
    article = text_of(document(site_of(tmp_path / "b", **said, kind="news"), PAGE))
    assert "Ghent, Lille, 10 March 2026, 09:30 (Brussels time)" in release
    assert "Places: Ghent, Lille" in article
    assert "Places:" not in release


def test_all_issuers_stand_at_the_top_and_say_who_they_are_below(tmp_path: Path) -> None:
    text = text_of(document(site_of(tmp_path), PAGE))
    assert "Example Network, Second" in text
    assert "About Example Network We bring towns together. About Second We are the second." in text


def test_the_press_may_ask_the_issuers_where_the_release_names_nobody(tmp_path: Path) -> None:
    contact = "[{name: Desk, email: desk@example.org, organisation: second}]"
    assert "Contact for the press Second press@second.example" in text_of(document(site_of(tmp_path / "a"), PAGE))
    own = text_of(document(site_of(tmp_path / "b", contacts=contact), PAGE))
    assert "Contact for the press Desk, Second desk@example.org" in own
    assert "press@second.example" not in own


def test_authors_have_their_office_and_organisation(tmp_path: Path) -> None:
    authors = "[{name: Ada Example, role: Head of bridges, organisation: second}, {name: B. Example}]"
    page = document(site_of(tmp_path, kind="news", authors=authors), PAGE)
    assert "By Ada Example, Head of bridges, Second; B. Example" in text_of(page)


def test_a_file_states_its_type_size_and_credit(tmp_path: Path) -> None:
    (files,) = [
        each
        for each in find(document(site_of(tmp_path, assets=ASSETS), PAGE), "section")
        if each.get("class") == "files"
    ]
    said = text_of(files)
    assert "Bridge (JPG, 600 × 400 pixels, " in said
    assert "A. Example Plan (PDF, 1 kB) All 2 files in one (ZIP, " in said
    assert links(files) == ["/media/images/a.jpg", "/media/files/plan.pdf", "/news/bridge/press-kit.zip"]


def test_media_elsewhere_are_a_link_that_says_whose_site_it_opens_and_nothing_is_loaded(tmp_path: Path) -> None:
    embeds = '[{url: "https://www.video.example/1", title: Film, image: {file: images/a.jpg, alt: A still}}]'
    page = document(site_of(tmp_path, embeds=embeds), PAGE)
    (link,) = [each for each in find(page, "a") if each.get("href") == "https://www.video.example/1"]
    assert text_of(link) == "Film Opens video.example"
    loaded = [each.get(name) or "" for each in page.iter() for name in ("src", "srcset", "poster", "data")]
    assert [address for address in loaded if address and not address.startswith("/")] == []
    assert find(page, "iframe") == []


def kit(site: dict[str, bytes]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(site[KIT]))


def test_a_press_kit_holds_the_files_and_what_they_are(tmp_path: Path) -> None:
    with kit(site_of(tmp_path, assets=ASSETS, image="{file: images/b.jpg, alt: Its lamp}")) as found:
        assert found.testzip() is None
        assert found.namelist() == ["bridge/README.txt", "bridge/a.jpg", "bridge/b.jpg", "bridge/plan.pdf"]
        assert found.read("bridge/plan.pdf") == b"%PDF-1.4 plan"
        assert found.read("bridge/README.txt").decode() == (
            "A bridge opens\nExample Network, Second\n2 March 2026\nhttps://hub.example/news/bridge/\n"
            "\na.jpg\n  Bridge\n  A bridge\n  A. Example\n\nplan.pdf\n  Plan\n\nb.jpg\n  Its lamp\n"
        )


def test_a_press_kit_is_the_same_bytes_in_two_builds(tmp_path: Path) -> None:
    first, second = (site_of(tmp_path / name, assets=ASSETS)[KIT] for name in "ab")
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as found:
        assert {entry.date_time for entry in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in found.infolist()} == {zipfile.ZIP_STORED}


def test_one_file_alone_needs_no_kit(tmp_path: Path) -> None:
    site = site_of(tmp_path, assets="[{file: files/plan.pdf, title: Plan}]")
    assert KIT not in site
    assert "All" not in text_of(document(site, PAGE))


def test_a_press_kit_is_made_anew_when_a_file_changes_and_not_when_the_text_does(tmp_path: Path) -> None:
    before = site_of(tmp_path, assets=ASSETS)
    time = (tmp_path / "output" / KIT).stat().st_mtime_ns
    assert site_of(tmp_path, "Another text.\n", assets=ASSETS)[KIT] == before[KIT]
    assert (tmp_path / "output" / KIT).stat().st_mtime_ns == time
    files = {**files_of("Another text.\n", assets=ASSETS), "files/plan.pdf": b"%PDF-1.4 another"}
    assert build_site(write_site(tmp_path / "content", files))[KIT] != before[KIT]


def test_two_files_of_one_name_keep_their_folders_in_the_kit(tmp_path: Path) -> None:
    board: Board = make_board(
        tmp_path, files_of("", assets="[{file: images/a.jpg, title: A, alt: A}, {file: files/a.jpg, title: B, alt: B}]")
    )
    (item,) = board.news
    assert kit_names(item.content.assets) == ("images-a.jpg", "files-a.jpg")
    assert "files-a.jpg" in kit_text(SITE, item)


def test_search_engines_are_told_what_the_page_shows(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        published='"2026-03-10 09:30"',
        updated="2026-03-12",
        places="[Ghent]",
        image="{file: images/b.jpg, alt: A lamp}",
        assets=ASSETS,
        corrections="[{on: 2026-03-12, note: It is longer.}]",
        link="https://wire.example/1",
    )
    organisations = [
        {
            "@type": "Organization",
            "@id": f"https://hub.example/organisations/{id_}/",
            "name": name,
            "url": "https://example.org",
            "sameAs": "https://example.org",
        }
        for id_, name in (("example-network", "Example Network"), ("second", "Second"))
    ]
    (article,) = [each for each in markup(site, PAGE) if each["@type"] == "NewsArticle"]
    assert article == {
        "@type": "NewsArticle",
        "@id": "https://hub.example/news/bridge/",
        "headline": "A bridge opens",
        "datePublished": "2026-03-10T09:30:00+01:00",
        "dateModified": "2026-03-12T00:00:00+01:00",
        "author": organisations,
        "publisher": organisations[0],
        "sourceOrganization": organisations,
        "image": [f"https://hub.example/pictures/images/{name}.jpg/preview.jpg" for name in ("b", "a")],
        "dateline": "Ghent",
        "correction": ["It is longer."],
        "sameAs": "https://wire.example/1",
        "inLanguage": "en",
        "mainEntityOfPage": "https://hub.example/news/bridge/",
    }


def test_an_author_is_a_name_alone_for_search_engines(tmp_path: Path) -> None:
    site = site_of(tmp_path, kind="news", authors="[{name: Ada Example, role: Head}]", places="[Ghent]")
    (article,) = [each for each in markup(site, PAGE) if each["@type"] == "NewsArticle"]
    assert article["author"] == [{"@type": "Person", "name": "Ada Example"}]
    assert article["contentLocation"] == [{"@type": "Place", "name": "Ghent"}]


def test_a_page_is_made_anew_when_an_organisation_of_a_quote_changes_its_name(tmp_path: Path) -> None:
    said = {"kind": "news", "organisations": "[example-network]", "quotes": QUOTES}
    assert "Mayor, Second" in text_of(document(site_of(tmp_path, **said), PAGE))
    files = {**files_of("Trams.\n", **said), "organisations/second.md": make_organisation(name="Third")}
    assert "Mayor, Third" in text_of(document(build_site(write_site(tmp_path / "content", files)), PAGE))


@pytest.mark.parametrize(
    ("phone", "call"),
    [
        ("+32 2 555 01 00", "tel:+3225550100"),
        ("+32 (0)2 555/01.00", "tel:+3225550100"),
        ("+44 (0) 20-7946 0000", "tel:+442079460000"),
        ("02 555 01 00", "tel:025550100"),
        ("(02) 555 01 00", "tel:025550100"),
    ],
)
def test_a_number_is_dialled_by_its_digits(phone: str, call: str) -> None:
    assert Person(name="", role="", organisation=None, phone=phone).call == call
