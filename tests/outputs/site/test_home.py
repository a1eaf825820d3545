"""The home page says what is there, what closes, what is new, what is on, and who is behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import at, build_site, make_event, make_news, make_organisation, make_posting, write_site
from tests.outputs.reading import document, find, text_of
from tests.pictures import draw_town, encoded

NOW = at("2026-03-10 12:00")
PICTURE = "{file: images/town.png, alt: A town}"
TWELVE = {f"organisations/o{n:02}.md": make_organisation(name=f"Office {n:02}") for n in range(12)}


def home(folder: Path, files: dict[str, str | bytes | None]) -> tuple[dict[str, bytes], str]:
    site = build_site(write_site(folder, files), NOW)
    return site, text_of(document(site, "index.html"))


def posting(number: int, deadline: str) -> str:
    return make_posting(title=f"Post {number:02}", published=f"2026-02-{number:02}", deadline=deadline)


def test_no_posting_stands_there_twice_and_eight_at_most(tmp_path: Path) -> None:
    """Of those that close soon the first three, however many there are."""
    files: dict[str, str | bytes | None] = {f"postings/p{n}.md": posting(n, "2026-05-01") for n in range(1, 10)}
    files |= {f"postings/s{n}.md": posting(n, f"2026-03-{n}") for n in range(12, 17)}
    site, _ = home(tmp_path, files)
    titles = [text_of(each) for each in find(document(site, "index.html"), "h3") if "Post" in text_of(each)]
    assert titles == [f"Post {n:02}" for n in (12, 13, 14, 16, 15, 9, 8, 7)]


def test_a_board_without_an_open_posting_says_so_and_how_to_be_told(tmp_path: Path) -> None:
    site, text = home(tmp_path, {"postings/old.md": posting(1, "2026-03-01")})
    assert "There are no open postings at the moment. Be told of the next one" in text
    assert find(document(site, "index.html"), "input") == []
    assert all(word not in text for word in ("Newest", "Closing soon", "See 0"))


def test_what_is_not_there_has_no_heading(tmp_path: Path) -> None:
    _, text = home(tmp_path, {"postings/one.md": posting(1, "2026-05-01")})
    assert all(word not in text.partition("Newest postings")[2] for word in ("All events", "All news"))


def test_of_many_organisations_those_are_named_that_hire_most_in_the_order_of_their_names(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = dict(TWELVE)
    for n in (11, 10, 10):
        files[f"postings/{len(files)}.md"] = make_posting(organisation=f"o{n}", deadline="2026-05-01")
    site, text = home(tmp_path, files)
    tiles = [text_of(each) for each in find(document(site, "index.html"), "article", class_="tile")]
    assert tiles == [
        "EN Example Network",
        *(f"O Office {n:02}" for n in range(5)),
        "O Office 10 2 open postings",
        "O Office 11 1 open posting",
    ]
    assert "All 13 organisations" in text


@pytest.mark.parametrize(("number", "says"), [(1, True), (3, True), (4, False)])
def test_a_few_organisations_say_what_they_are(number: int, says: bool, tmp_path: Path) -> None:
    own: dict[str, str | bytes | None] = {"organisations/example-network.md": None}
    names = list(TWELVE)[:number]
    _, text = home(tmp_path, own | {name: TWELVE[name] for name in names})
    assert ("We bring towns together." in text) is says


def test_the_field_asks_the_list_and_is_not_there_where_nothing_answers(tmp_path: Path) -> None:
    site, _ = home(tmp_path, {"postings/one.md": posting(1, "2026-05-01")})
    (form,) = find(document(site, "index.html"), "form")
    assert (form.get("action"), form.get("method"), find(form, "input")[0].get("name")) == ("/jobs/", None, "q")


def test_news_and_events_come_with_their_pictures(tmp_path: Path) -> None:
    """On every list they are on; a picture that is narrower than the card's file has one of its own width."""
    files: dict[str, str | bytes | None] = {
        "news/told.md": make_news(image=PICTURE, published="2026-03-01"),
        "events/held.md": make_event(image=PICTURE, starts="2026-04-01 10:00", ends="2026-04-01 12:00"),
        "images/town.png": encoded(draw_town(90, 60), "PNG"),
    }
    site, _ = home(tmp_path, files)
    expected = "/pictures/images/town.png/480.webp"
    for path in ("index.html", "news/index.html", "events/index.html"):
        shown = [each.get("src") for each in find(document(site, path), "img", class_="card-picture")]
        assert set(shown) == {expected}, path
    assert expected[1:] in site
