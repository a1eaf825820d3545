"""The page of an organisation, which is its newsroom and its careers page, and the lists it leads to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers import SITE, at, build_site, make_news, make_organisation, make_posting, write_site
from tests.outputs.reading import document, find, links, markup, pages_of_list, text_of

NETWORKS = ("twitter", "linkedin", "youtube", "facebook", "instagram", "other")
WHOLE = make_organisation(
    name="Whole of Towns",
    short_name="WHOLE",
    place="{city: Brussels, country: BE, postcode: '1040', street: Square de Meeûs 1}",
    newsroom="https://wire.example/newsroom/whole",
    social=f"[{', '.join(f'{{network: {each}, url: https://{each}.example/w}}' for each in NETWORKS)}]",
    press_contacts="[{name: Press desk, email: press@whole.example, phone: +32 2 555 01 00}]",
    equal_opportunities="Everybody is welcome.",
    privacy="https://whole.example/privacy",
)
FILES: dict[str, str | bytes | None] = {
    "organisations/example-network.md": None,
    "organisations/whole.md": WHOLE,
    "organisations/part.md": make_organisation(name="Part of the Whole", short_name="PART", part_of="whole"),
    "organisations/piece.md": make_organisation(name="Piece", part_of="part"),
    "postings/own.md": make_posting(title="Own", organisation="whole", deadline="2026-03-30"),
    "postings/theirs.md": make_posting(title="Theirs", organisation="part", deadline="2026-03-29"),
    "postings/both.md": make_posting(title="Both", organisation="[part, whole]", deadline="2026-03-31"),
    "news/theirs.md": make_news(title="Their news", organisations="[part]"),
}
WHOLE_PAGE, PART_PAGE = "organisations/whole/index.html", "organisations/part/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_site(write_site(tmp_path_factory.mktemp("newsroom") / "content", FILES))


def cards(site: dict[str, bytes], path: str) -> list[str]:
    return [text_of(each) for each in document(site, path).iter() if each.get("class") == "card-title"]


def many(count: int, **more: str) -> dict[str, str | bytes | None]:
    """Postings and news of one organisation, on the days of a month before the one `count` names."""
    days = range(1, count)
    return {
        **{f"postings/p{n}.md": make_posting(title=f"Job {n}", deadline=f"2026-04-{n:02}") for n in days},
        **{f"news/n{n}.md": make_news(title=f"News {n}", published=f"2026-02-{n:02}") for n in days},
        **more,
    }


def test_the_whole_shows_the_postings_and_news_of_its_parts_and_says_whose_they_are(site: dict[str, bytes]) -> None:
    assert cards(site, WHOLE_PAGE) == ["Theirs", "Own", "Both", "Their news"]
    who = [text_of(each) for each in document(site, WHOLE_PAGE).iter() if each.get("class") == "card-who"]
    assert who == ["Part of the Whole Part of WHOLE", "Whole of Towns", "Part of the Whole, Whole of Towns"]
    assert "PART Part of WHOLE" in text_of(find(document(site, WHOLE_PAGE), "section", id="news")[0])


def test_the_lists_of_the_whole_say_whose_an_item_is_as_its_page_does(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path / "content", FILES), site=replace(SITE, page_size=1))
    first, second, *_ = pages_of_list(site, "organisations/whole/jobs/")
    assert "Part of the Whole Part of WHOLE" in text_of(document(site, first))
    assert "Part of WHOLE" not in text_of(document(site, second))


def test_a_part_shows_its_own_and_leads_up(site: dict[str, bytes]) -> None:
    assert cards(site, PART_PAGE) == ["Theirs", "Both", "Their news"]
    assert b"card-through" not in site[PART_PAGE]
    assert "/organisations/whole/" in links(document(site, PART_PAGE))
    up = [
        link for link in links(document(site, "organisations/piece/index.html")) if link.startswith("/organisations/")
    ]
    assert [link for link in up if link != "/organisations/"] == ["/organisations/part/", "/organisations/whole/"]


def test_the_page_leads_to_each_of_its_sections_and_to_no_other(site: dict[str, bytes]) -> None:
    expected = {
        WHOLE_PAGE: ["#jobs", "#news", "#press"],
        PART_PAGE: ["#jobs", "#news"],
        "organisations/piece/index.html": ["#jobs"],
    }
    for path, anchors in expected.items():
        page = document(site, path)
        (contents,) = [each for each in find(page, "nav") if each.get("class") == "contents"]
        assert links(contents) == anchors
        assert [f"#{each.get('id')}" for each in find(page, "section") if each.get("id")] == anchors


def test_a_journalist_and_a_candidate_find_all_they_need(site: dict[str, bytes]) -> None:
    page = document(site, WHOLE_PAGE)
    assert (
        text_of(find(page, "section", id="press")[0]) == "Press contacts Press desk press@whole.example +32 2 555 01 00"
    )
    assert "Subscribe in your calendar Address of the calendar" in text_of(find(page, "details", id="follow")[0])
    jobs = text_of(find(page, "section", id="jobs")[0])
    assert "For applicants Everybody is welcome. How the employer handles applicants’ data" in jobs
    facts = text_of(next(each for each in find(page, "dl") if each.get("class") == "organisation-facts"))
    assert "Square de Meeûs 1, 1040 Brussels, Belgium" in facts
    assert "Newsroom wire.example/newsroom/whole" in facts
    assert facts.endswith("Elsewhere Twitter LinkedIn YouTube Facebook Instagram other.example")
    assert {
        "https://whole.example/privacy",
        "mailto:press@whole.example",
        "tel:+3225550100",
        "webcal://hub.example/calendars/organisations/whole.ics",
        "https://hub.example/calendars/organisations/whole.ics",
        "https://hub.example/feeds/organisations/whole.rss.xml",
    } <= set(links(page))


def test_search_engines_are_told_whom_the_press_may_ask(site: dict[str, bytes]) -> None:
    (node,) = [each for each in markup(site, WHOLE_PAGE) if each["@type"] == "Organization"]
    assert node["contactPoint"] == {
        "@type": "ContactPoint",
        "contactType": "press",
        "name": "Press desk",
        "email": "press@whole.example",
        "telephone": "+32 2 555 01 00",
    }


def test_a_page_with_room_for_everything_has_no_lists_beside_it(site: dict[str, bytes]) -> None:
    found = {path for path in site if path.startswith("organisations/whole/")}
    assert found == {WHOLE_PAGE, "organisations/whole/card.png"}


def test_what_does_not_fit_on_the_page_is_on_lists(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path / "content", many(6)), site=replace(SITE, page_size=2))
    path = "organisations/example-network/"
    assert cards(site, f"{path}index.html") == ["Job 1", "Job 2", "News 5", "News 4"]
    assert {f"/{path}jobs/", f"/{path}news/"} <= set(links(document(site, f"{path}index.html")))
    jobs, news = (pages_of_list(site, f"{path}{of}/") for of in ("jobs", "news"))
    assert [card for page in jobs for card in cards(site, page)] == [f"Job {n}" for n in range(1, 6)]
    assert [card for page in news for card in cards(site, page)] == [f"News {n}" for n in range(5, 0, -1)]
    assert len(jobs) > 1
    assert len(news) > 1
    for page in (*jobs, *news):
        assert f"/{path}" in links(document(site, page))
    assert text_of(find(document(site, jobs[1]), "h1")[0]) == "Open postings: Example Network"


def test_a_list_keeps_its_address_when_everything_on_it_has_closed(tmp_path: Path) -> None:
    content, small = write_site(tmp_path / "content", many(4)), replace(SITE, page_size=2)
    build_site(content, site=small)
    site = build_site(content, at("2026-06-01 12:00"), site=small)
    page = document(site, "organisations/example-network/jobs/index.html")
    assert "There are no open postings at the moment." in text_of(page)
    assert "/organisations/example-network/jobs/" not in links(
        document(site, "organisations/example-network/index.html")
    )


def test_the_lists_of_a_renamed_organisation_are_found_at_the_old_address(tmp_path: Path) -> None:
    renamed = make_organisation(formerly="[old-network]")
    content = write_site(tmp_path / "content", many(4, **{"organisations/example-network.md": renamed}))
    site = build_site(content, site=replace(SITE, page_size=2, languages=("en", "fr")))
    for edition in ("", "fr/"):
        for last in ("", "jobs/", "news/"):
            page = document(site, f"{edition}organisations/old-network/{last}index.html")
            assert f"/{edition}organisations/example-network/{last}" in links(page)


def test_an_edited_text_leaves_the_page_of_its_organisation_alone(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", FILES)
    before = build_site(content)
    write_site(
        content, {"postings/own.md": make_posting("Other.", title="Own", organisation="whole", deadline="2026-03-30")}
    )
    assert build_site(content)[WHOLE_PAGE] == before[WHOLE_PAGE]


def test_its_colour_is_a_line_that_holds_no_words_and_no_style(tmp_path: Path) -> None:
    coloured = make_organisation(colour='"#0A5A69"')
    site = build_site(write_site(tmp_path / "content", {"organisations/example-network.md": coloured}))
    for path in ("organisations/example-network/index.html", "organisations/index.html", "index.html"):
        (line,) = (each for each in document(site, path).iter() if each.get("class") == "accent")
        assert (line.get("aria-hidden"), [each.get("fill") for each in line]) == ("true", ["#0a5a69"])
        assert text_of(line) == ""
        assert b"style=" not in site[path]


def test_without_a_colour_there_is_no_line(site: dict[str, bytes]) -> None:
    assert [path for path, data in site.items() if b'class="accent"' in data] == []
