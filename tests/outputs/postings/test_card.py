"""What a candidate chooses by, on the cards of lists."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from msgspec import structs

from jobboard.outputs.page.link import Link
from jobboard.outputs.page.script import Ageing
from jobboard.outputs.postings.card import card_to_fill
from jobboard.outputs.text.words import When
from tests.helpers import at, build_site, make_organisation, make_posting, write_site
from tests.outputs.reading import document, find, text_of
from tests.pictures import jpeg

FULL = {
    "deadline": "2026-03-31",
    "place": "{city: Brussels, country: BE}",
    "workplace": "on-site",
    "contract": "{type: fixed-term, duration: two years}",
    "salary": "{min: 42000, max: 48000, currency: EUR, per: year, note: scale B2}",
    "languages": "{en: fluent, fr: C1, es: asset}",
}


def built(tmp_path: Path, *postings: str, now: str = "2026-03-16 12:00", **organisation: str) -> dict[str, bytes]:
    files: dict[str, str | bytes | None] = {f"postings/p{n}.md": each for n, each in enumerate(postings, 1)}
    files["organisations/example-network.md"] = make_organisation(**organisation)
    if organisation:
        files["images/logo.jpg"] = jpeg(300, 100)
    return build_site(write_site(tmp_path / "content", files), at(now))


def cards(site: dict[str, bytes], path: str = "jobs/index.html") -> list[ET.Element]:
    return [each for each in document(site, path).iter() if each.get("class") == "job-card"]


def said(card: ET.Element, name: str) -> str:
    return " ".join(text_of(next(each for each in card.iter() if each.get("class") == name)).split())


def test_a_card_says_what_one_chooses_by_and_leads_to_one_place(tmp_path: Path) -> None:
    (card,) = cards(built(tmp_path, make_posting(**FULL)))
    found = [text_of(each) for each in next(each for each in card if each.tag.endswith("ul"))]
    pay = "€42,000 to €48,000 a year"
    assert found == ["Job", "Brussels, Belgium", "On site", "Fixed term", pay, "English, French C1"]
    assert said(card, "card-deadline") == "Apply by Tuesday 31 March 2026, 23:59 (Brussels time)"
    assert said(card, "card-published") == "Published 2 Mar"
    assert said(card, "badge") == ""
    assert len(find(card, "a")) == 1


def test_a_closed_card_says_nothing_that_it_would_be_chosen_by(tmp_path: Path) -> None:
    site = built(tmp_path, make_posting(**FULL), now="2026-04-02 12:00")
    (card,) = cards(site, "jobs/closed/2026/index.html")
    assert "€" not in text_of(card)
    assert "French" not in text_of(card)
    assert said(card, "card-deadline") == "Closed 31 March 2026"


@pytest.mark.parametrize(
    ("deadline", "words"), [("2026-12-31", "1 Dec"), ("2027-01-01", "1 Dec 2026"), ("rolling", "1 Dec 2026")]
)
def test_the_year_of_publication_is_said_where_no_other_date_says_it(tmp_path: Path, deadline: str, words: str) -> None:
    review = "2026-12-31" if deadline == "rolling" else None
    posting = make_posting(published="2026-12-01", deadline=deadline, review_by=review)
    (card,) = cards(built(tmp_path, posting, now="2026-12-02 12:00"))
    assert said(card, "card-published") == f"Published {words}"


def test_an_employer_has_its_logo_or_its_initials(tmp_path: Path) -> None:
    (card,) = cards(built(tmp_path / "with", make_posting(), logo="{file: images/logo.jpg, alt: A logo}"))
    (logo,) = find(card, "img")
    assert (logo.get("alt"), logo.get("loading")) == ("", "lazy")
    assert (logo.get("src") or "").endswith("pictures/images/logo.jpg/logo.png")
    (card,) = cards(built(tmp_path / "without", make_posting()))
    assert said(card, "sign") == "EN"


def test_links_with_the_same_words_are_told_apart(tmp_path: Path) -> None:
    postings = (make_posting(title="Analyst"), make_posting(title="Analyst"), make_posting(title="Archivist"))
    labels = [find(each, "a")[0].get("aria-label") for each in cards(built(tmp_path, *postings))]
    assert sorted(map(str, labels)) == ["Analyst – Example Network", "Analyst – Example Network", "None"]


def test_the_newest_stand_under_their_weeks_and_the_closed_under_their_months(tmp_path: Path) -> None:
    """Those of the days that the cards give, though the instants of the first two are in the other order."""
    postings = (
        make_posting(
            title="Sunday", published='"2026-03-08 23:30"', timezone="Pacific/Honolulu", deadline="2026-03-31"
        ),
        make_posting(title="Monday", published='"2026-03-09 00:30"', timezone="Asia/Tokyo", deadline="2026-04-01"),
        make_posting(title="Earlier", published="2026-03-05", deadline="2026-04-02"),
    )
    weeks = document(built(tmp_path / "open", *postings), "jobs/newest/index.html")
    assert outline(weeks) == ["Week of 9 March 2026", "Monday", "Week of 2 March 2026", "Sunday", "Earlier"]
    months = document(built(tmp_path / "shut", *postings, now="2026-04-10 12:00"), "jobs/closed/2026/index.html")
    assert outline(months) == ["April 2026", "Earlier", "Monday", "March 2026", "Sunday"]


def outline(page: ET.Element) -> list[str]:
    headings = (each for each in page.iter() if re.search(r"h[23]$", each.tag))
    return [text_of(each) for each in headings if (each.get("class") or "") in ("section-heading", "card-title")]


def test_a_card_to_fill_has_a_place_for_everything_that_an_open_one_says() -> None:
    dated, rolling = map(structs.asdict, card_to_fill())
    of_other_pages = {"closed_on", "week", "month", "through"}
    unnamed = {name for name, value in dated.items() if not texts_of(value)}
    assert unnamed == of_other_pages
    assert {name for name, value in rolling.items() if not texts_of(value)} == {*of_other_pages, "deadline", "ageing"}
    names = [text for value in dated.values() for text in texts_of(value)]
    assert len(names) == len(set(names))
    for name in names:
        assert name in (card_to_fill.__doc__ or ""), name


def texts_of(value: object) -> list[str]:
    """The names of values in a field of a card."""
    match value:
        case str():
            return [value] if value else []
        case When() | Ageing():
            return [text for each in structs.astuple(value) for text in texts_of(each)]
        case Link():
            return texts_of(value.text)
        case tuple():
            return [text for each in value for text in texts_of(each)]
    return []
