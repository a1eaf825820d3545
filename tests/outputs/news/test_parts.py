"""The page of a press release, its press kit and its markup."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from pathlib import Path

import pytest

from jobboard.board.board import Board
from jobboard.model.news import Asset
from jobboard.outputs.news.kit_files import kit_names
from jobboard.outputs.news.press_kit import kit_text
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


def test_a_quote_is_copied_with_who_said_it(tmp_path: Path) -> None:
    page = document(site_of(tmp_path, quotes=QUOTES), PAGE)
    copied = [each.get("data-text") for each in find(page, "span") if each.get("class") == "quote-who"]
    assert copied == [
        "It holds.\n— Adèle Exemple, Mayor, Second",
        "So far.\n— B. Example",
        "It does.\n— Adèle Exemple",
    ]


@pytest.mark.parametrize("page", [PAGE, "organisations/second/index.html"])
def test_a_press_contact_is_one_line_whose_address_can_be_copied(page: str, tmp_path: Path) -> None:
    (section,) = [
        each for each in find(document(site_of(tmp_path), page), "section") if "contacts" in (each.get("class") or "")
    ]
    (line,) = find(section, "li")
    (address,) = [each for each in find(line, "a") if each.get("data-copy")]
    assert (address.get("href"), address.get("data-text")) == ("mailto:press@second.example", "press@second.example")
    assert [each.get("id") for each in find(section, "p") if each.get("role") == "status"] == ["copied"]


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
        ("release.txt", "x/Release.html"),
        ("x/e\u0301.png", "y/\u00e9.png", "z/\u00c9.png"),
        ("x/plan.pdf", "y/Plan.pdf", "x-plan.pdf", "x/x-plan.pdf"),
    ],
)
def test_no_two_files_of_a_press_kit_have_one_name_on_any_disk(files: tuple[str, ...]) -> None:
    """Else one would replace another where the kit is unpacked."""
    ours = ("README.txt", "release.txt", "release.html")
    names = kit_names(tuple(Asset(file=file, title="T", alt="") for file in files))
    unpacked = {unicodedata.normalize("NFC", name).casefold() for name in (*names, *ours)}
    assert len(unpacked) == len(files) + len(ours)
    assert all("/" not in name for name in names)


def test_the_script_that_copies_is_only_where_there_is_something_to_copy(tmp_path: Path) -> None:
    script = f'<script defer src="/{project_theme().assets["js/copy.js"]}">'.encode()
    assert script in site_of(tmp_path / "a", quotes=QUOTES)[PAGE]
    assert script not in site_of(tmp_path / "b", kind="news")[PAGE]


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
    assert "A. Example Plan (PDF, 1 kB) The text and 2 files in one (ZIP, " in said
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
        own = ["bridge/README.txt", "bridge/release.txt", "bridge/release.html"]
        assert found.namelist() == [*own, "bridge/a.jpg", "bridge/b.jpg", "bridge/plan.pdf"]
        assert found.read("bridge/plan.pdf") == b"%PDF-1.4 plan"
        assert found.read("bridge/README.txt").decode() == (
            "A bridge opens\nExample Network, Second\n2 March 2026\nhttps://hub.example/news/bridge/\n"
            "\nrelease.txt, release.html\n  Press release\n"
            "\na.jpg\n  Bridge\n  A bridge\n  A. Example\n\nplan.pdf\n  Plan\n\nb.jpg\n  Its lamp\n"
        )


def test_a_press_kit_is_the_same_bytes_in_two_builds(tmp_path: Path) -> None:
    first, second = (site_of(tmp_path / name, assets=ASSETS)[KIT] for name in "ab")
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as found:
        assert {entry.date_time for entry in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in found.infolist()} == {zipfile.ZIP_STORED}


def test_there_is_a_kit_as_soon_as_there_is_a_file_for_the_press(tmp_path: Path) -> None:
    assert KIT in site_of(tmp_path / "a", assets="[{file: files/plan.pdf, title: Plan}]")
    site = site_of(tmp_path / "b", image="{file: images/b.jpg, alt: Its lamp}")
    assert KIT not in site
    assert "in one" not in text_of(document(site, PAGE))


TOLD: dict[str, str] = {
    "quotes": QUOTES,
    "contacts": '[{name: Desk, role: Office, organisation: second, email: desk@example.org, phone: "+32 2 555 01 00"}]',
    "authors": "[{name: Ada Example, role: Head of bridges}]",
    "corrections": "[{on: 2026-03-12, note: It is longer.}]",
    "places": "[Ghent]",
    "distributed_by": "Wire",
    "assets": ASSETS,
}
"""Everything a release can say that its sheet says, too."""


def test_a_press_kit_holds_the_release_as_text(tmp_path: Path) -> None:
    body = "Trams *and* [bicycles](https://trams.example) share it.\n\n- One\n- Two\n"
    with kit(site_of(tmp_path, body, **TOLD)) as found:
        assert found.read("bridge/release.txt").decode() == (
            "Press release\nA bridge opens\n\n"
            "Ghent, 2 March 2026\nExample Network, Second\n\n"
            "By Ada Example, Head of bridges\n\n"
            "Correction\n12 March 2026: It is longer.\n\n"
            "Trams and bicycles (https://trams.example) share it.\n\n- One\n- Two\n\n"
            "It holds.\n— Adèle Exemple, Mayor, Second\n\n"
            "So far.\n— B. Example\n\n"
            "It does.\n— Adèle Exemple\n\n"
            "Contact for the press\nDesk, Office, Second · desk@example.org · +32 2 555 01 00\n\n"
            "About Example Network\nWe bring towns together.\n\n"
            "About Second\nWe are the second.\n\n"
            "Distributed by Wire\n\n"
            "https://hub.example/news/bridge/\n"
        )


def test_a_press_kit_holds_the_release_as_html_that_says_the_same_and_stands_alone(tmp_path: Path) -> None:
    body = "Trams. ![Lamp](images/b.jpg) See [us](organisations/second.md) and [here](#x).\n"
    with kit(site_of(tmp_path, body, **TOLD)) as found:
        files = {name: found.read(f"bridge/{name}") for name in ("release.txt", "release.html")}
    page = document(files, "release.html")
    said = text_of(page)
    words = [line.removeprefix("— ") for line in files["release.txt"].decode().split("\n")]
    several = (" · ", "Trams", "12 March")  # lines whose parts stand otherwise in HTML
    assert [each for each in words if each not in said and not any(part in each for part in several)] == []
    assert "desk@example.org +32 2 555 01 00" in said
    assert {link for link in links(page) if not link.startswith("https://")} == set()
    assert [each for each in page.iter() if each.get("src") or each.tag in ("script", "style")] == []


CHANGES: dict[str, dict[str, str | bytes]] = {
    "its text": {"news/bridge.md": make_news("Another.\n", kind="press-release", **TOLD)},
    "its title": {"news/bridge.md": make_news(title="It opens", kind="press-release", **TOLD)},
    "what an issuer says of itself": {"organisations/example-network.md": make_organisation("We differ.\n")},
    "the name of somebody's organisation": {"organisations/second.md": make_organisation(name="Third")},
    "a file": {"files/plan.pdf": b"%PDF-1.4 another"},
}


@pytest.mark.parametrize("changed", CHANGES)
def test_a_press_kit_is_made_anew_when_anything_it_says_changes(changed: str, tmp_path: Path) -> None:
    files = {**files_of("Trams.\n"), "news/bridge.md": make_news(kind="press-release", **TOLD)}
    content = write_site(tmp_path / "content", files)
    before = build_site(content)[KIT]
    write_site(content, {"organisations/example-network.md": make_organisation(), **files, **CHANGES[changed]})
    after = build_site(content)[KIT]
    assert before != after == build_site(content, output=tmp_path / "o", cache=tmp_path / "c")[KIT]


def test_a_press_kit_stays_as_it_is_when_others_change(tmp_path: Path) -> None:
    site_of(tmp_path, assets=ASSETS)
    time = (tmp_path / "output" / KIT).stat().st_mtime_ns
    files = {**files_of("Trams and bicycles share it.\n", assets=ASSETS), "news/other.md": make_news()}
    build_site(write_site(tmp_path / "content", files))
    assert (tmp_path / "output" / KIT).stat().st_mtime_ns == time


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
