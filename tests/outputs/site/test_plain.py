"""Plain pages, the menus that lead to them, and the accessibility statement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from jobboard.board.accessibility import Accessibility, Compliance, Method
from jobboard.outputs.site.accessibility import accessibility_page
from tests.helpers import SITE, build_site, make_page, make_posting, write_site
from tests.outputs.reading import document, find, links, sitemap, text_of

EDITIONS = replace(SITE, languages=("en", "fr", "es"))
FILES: dict[str, str | bytes | None] = {
    "pages/about.md": make_page("[Apply](pages/apply.md), [our report](files/report.pdf), [later](pages/later.md).\n"),
    "pages/apply.md": make_page(title="How to apply", menu="footer", order="2", updated="2026-03-01"),
    "pages/postuler.md": make_page(title="Comment postuler", lang="fr", translation_of="apply"),
    "pages/imprint.md": make_page(title="Legal notice and imprint", menu="footer", menu_title="Imprint", order="1"),
    "pages/board.md": make_page(title="Our board", menu="main", formerly="[council]"),
    "pages/later.md": make_page(title="Later", menu="footer", status="draft"),
    "files/report.pdf": b"%PDF-1.4",
}
STATEMENT = Accessibility(
    status=Compliance.PARTIALLY,
    method=Method.SELF,
    prepared=date(2026, 3, 1),
    reviewed=date(2026, 3, 2),
    audited=None,
    non_compliant=((("en", "Old PDF files."), ("fr", "De vieux fichiers PDF.")),),
    burden=((("en", "Maps."),),),
    out_of_scope=(),
    contact="access@hub.example",
    enforcement_name=(("en", "the Ombudsman"), ("fr", "le Médiateur")),
    enforcement_url="https://ombudsman.example",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    content = write_site(tmp_path_factory.mktemp("pages") / "content", FILES)
    return build_site(content, site=replace(EDITIONS, accessibility=STATEMENT))


def menu(site: dict[str, bytes], path: str, label: str) -> list[tuple[str, str, str | None]]:
    """What a menu leads to: the words, the address, and their language where it is another."""
    nav = find(document(site, path), "nav", aria_label=label)[0]
    return [(text_of(each), each.get("href", ""), each.get("lang")) for each in find(nav, "a")]


def test_a_page_is_at_its_name_and_leads_where_its_text_says(site: dict[str, bytes]) -> None:
    prose = find(document(site, "about/index.html"), "div", class_="prose")[0]
    assert links(prose) == ["/apply/", "/media/files/report.pdf"]
    assert text_of(prose) == "Apply, our report, later."
    assert site["media/files/report.pdf"] == b"%PDF-1.4"


def test_a_page_says_when_it_changed_and_what_it_is_about(site: dict[str, bytes]) -> None:
    page = document(site, "apply/index.html")
    assert "Updated 1 March 2026" in text_of(page)
    assert find(page, "meta", name="description")[0].get("content") == "Three networks look for people."


def test_menus_lead_to_pages_in_their_order_and_in_the_readers_language(site: dict[str, bytes]) -> None:
    assert menu(site, "jobs/index.html", "Footer")[-4:] == [
        ("Imprint", "/imprint/", None),
        ("How to apply", "/apply/", None),
        ("Accessibility", "/accessibility/", None),
        ("The board in figures", "/numbers/", None),
    ]
    assert menu(site, "fr/jobs/index.html", "Pied de page")[-4:-1] == [
        ("Imprint", "/fr/imprint/", "en"),
        ("Comment postuler", "/postuler/", None),
        ("Accessibilité", "/fr/accessibility/", None),
    ]
    main = menu(site, "jobs/index.html", "Main")
    assert main[-3:-1] == [("Our board", "/board/", None), ("Search", "/search/", None)]
    nav = find(document(site, "board/index.html"), "nav", aria_label="Main")[0]
    assert [text_of(each) for each in find(nav, "a", aria_current="true")] == ["Our board"]


def test_a_draft_is_nowhere(site: dict[str, bytes]) -> None:
    assert [path for path in site if "later" in path] == []
    assert [path for path, data in site.items() if b"/later/" in data] == []


def test_a_page_and_its_translation_know_each_other(site: dict[str, bytes]) -> None:
    expected = [
        ("en", "https://hub.example/apply/"),
        ("fr", "https://hub.example/postuler/"),
        ("x-default", "https://hub.example/apply/"),
    ]
    for path in ("apply/index.html", "postuler/index.html"):
        alternates = [each for each in find(document(site, path), "link", rel="alternate") if each.get("hreflang")]
        assert [(each.get("hreflang"), each.get("href")) for each in alternates] == expected
    french = document(site, "postuler/index.html")
    assert french.get("lang") == "fr"
    main = find(french, "main")[0]
    assert [(text_of(each), each.get("href")) for each in find(main, "a", hreflang="en")] == [("English", "/apply/")]


def test_pages_are_in_the_sitemap_once_and_keep_their_old_addresses(site: dict[str, bytes]) -> None:
    found = sitemap(site)
    for path in ("about/", "apply/", "postuler/", "imprint/", "board/", "accessibility/", "fr/accessibility/"):
        assert found.count(f"https://hub.example/{path}") == 1
    assert "/board/" in links(document(site, "council/index.html"))
    assert "/council/ /board/ 301" in site["_redirects"].decode()


def test_a_new_posting_changes_no_plain_page_and_a_renamed_page_changes_all(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", FILES)
    before = build_site(content)
    write_site(content, {"postings/new.md": make_posting()})
    after = build_site(content)
    assert [path for path in ("about/index.html", "board/index.html") if before[path] != after[path]] == []
    write_site(content, {"pages/apply.md": make_page(title="Applying", menu="footer")})
    renamed = build_site(content)
    assert [path for path in after if path.endswith(".html") and after[path] == renamed[path]] == []


def test_the_statement_has_every_section_of_the_european_model(site: dict[str, bytes]) -> None:
    main = find(document(site, "accessibility/index.html"), "main")[0]
    assert [text_of(each) for tag in ("h1", "h2", "h3") for each in find(main, tag)] == [
        "Accessibility statement",
        "Compliance status",
        "Non-accessible content",
        "Preparation of this accessibility statement",
        "Feedback and contact information",
        "Enforcement procedure",
        "Non-compliance with the applicable law",
        "Disproportionate burden",
    ]
    text = text_of(main)
    for words in (
        "applies to hub.example.",
        "partially compliant with the European standard EN 301 549 V3.2.1 (WCAG 2.1, level AA)",
        "prepared on 1 March 2026. It rests on an assessment that we carried out ourselves.",
        "last reviewed on 2 March 2026",
        "you may turn to the Ombudsman.",
    ):
        assert words in text
    assert links(main)[1:] == ["mailto:access@hub.example", "https://ombudsman.example"]


def test_the_statement_speaks_the_language_of_its_edition_and_marks_what_does_not(site: dict[str, bytes]) -> None:
    main = find(document(site, "fr/accessibility/index.html"), "main")[0]
    assert [(text_of(each), each.get("lang")) for each in find(main, "li")][2:] == [  # after the way to the page
        ("De vieux fichiers PDF.", None),
        ("Maps.", "en"),
    ]
    assert "partiellement conforme à la norme européenne EN 301 549" in text_of(main)
    assert "établie le 1 mars 2026" in text_of(main)


def test_an_audit_is_named_with_its_day() -> None:
    stated = structs.replace(STATEMENT, status=Compliance.FULLY, audited=date(2026, 2, 1), non_compliant=(), burden=())
    page = accessibility_page(SITE, stated)
    assert page.audited is not None
    assert page.audited.text == "1 February 2026"
    assert page.reasons == ()
    assert page.compliance.startswith("This website is fully compliant with ")


def test_without_the_setting_there_is_no_statement(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path / "content", {}))
    assert "accessibility/index.html" not in site
    assert "Accessibility" not in text_of(document(site, "index.html"))
