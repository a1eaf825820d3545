"""Who hires, as a posting's page introduces them, and which facts come first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from jobboard.model.texts.contrast import TEXT_CONTRAST, contrast_of
from tests.helpers import at, build_site, make_organisation, make_posting, write_site
from tests.outputs.postings.test_procedure import PAGE
from tests.outputs.reading import document, find, text_of
from tests.pictures import jpeg


def test_the_employer_is_named_in_full_with_its_sign_and_in_brief(tmp_path: Path) -> None:
    content = write_site(
        tmp_path / "content",
        {
            "images/logo.jpg": jpeg(200, 200),
            "organisations/first.md": make_organisation(
                "A body.", name="Union of Rivers", short_name="UR", logo="{file: images/logo.jpg, alt: A river}"
            ),
            "organisations/second.md": make_organisation("It joins the banks.", name="House of Bridges", summary=None),
            "postings/x.md": make_posting(organisation="[first, second]"),
        },
    )
    site = build_site(content, at("2026-03-16 12:00"))
    page = document(site, PAGE)
    (who,) = find(page, "div", class_="posting-who")
    assert text_of(who) == "Union of Rivers, House of Bridges"
    assert [each.get("src") for each in find(who, "img")] == ["/pictures/images/logo.jpg/logo.png"]
    brief = [text_of(each) for each in find(page, "section", class_="brief")]
    assert brief[0].startswith("Union of Rivers")
    assert brief[0].endswith("Open postings of UR")
    assert brief[1] == "HB House of Bridges It joins the banks. Open postings of House of Bridges"


COLOURS = ("#000000", "#ffffff", "#ffd617", "#003399", "#767676", "#808080", "#ff0000", "#0c6e80")


def test_initials_on_the_colour_of_an_organisation_are_read_whatever_it_is(tmp_path: Path) -> None:
    names = {f"c{number}": colour for number, colour in enumerate(COLOURS)}
    files = {f"organisations/{id_}.md": make_organisation(colour=f'"{colour}"') for id_, colour in names.items()}
    files["postings/x.md"] = make_posting(organisation=f"[{', '.join(names)}, example-network]")
    page = document(build_site(write_site(tmp_path / "content", files), at("2026-03-16 12:00")), PAGE)
    *signs, plain = (next(find_class(each, "sign")) for each in find(page, "section", class_="brief"))
    drawn = [tuple(part.get("fill", "") for part in sign) for sign in signs]
    assert [ground for ground, _ in drawn] == [*COLOURS]
    assert min(contrast_of(*each) for each in drawn) >= TEXT_CONTRAST
    assert (text_of(plain), len(plain)) == ("EN", 0)


def find_class(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """The elements below that have a class, be they HTML or SVG."""
    return (each for each in element.iter() if each.get("class") == name)


def test_a_page_does_not_change_with_another_posting_of_its_employer(tmp_path: Path) -> None:
    files = {"postings/x.md": make_posting()}
    alone = build_site(write_site(tmp_path / "content", files), at("2026-03-16 12:00"))
    more = write_site(tmp_path / "more", files | {"postings/y.md": make_posting(title="Another")})
    assert build_site(more, at("2026-03-16 12:00"))[PAGE] == alone[PAGE]


def test_what_one_decides_by_comes_first_and_the_rest_is_folded(tmp_path: Path) -> None:
    posting = make_posting(
        place="{city: Ghent, country: BE}",
        workplace="hybrid",
        contract="{type: permanent}",
        salary="{amount: 3000, currency: EUR, per: month}",
        languages="{en: fluent}",
        eligibility="{permit: required}",
        starts="May",
        skills="[maps]",
        experience="2 years",
        reference="A 1",
    )
    site = build_site(write_site(tmp_path / "content", {"postings/x.md": posting}), at("2026-03-16 12:00"))
    (facts,) = find(document(site, PAGE), "section", class_="facts")
    (folded,) = find(facts, "details")
    terms, hidden = ([text_of(each) for each in find(within, "dt")] for within in (facts, folded))
    assert terms[: -len(hidden)] == [
        "Deadline", "Salary", "Place", "Workplace", "Who may apply", "Contract", "Languages", "Starts"
    ]  # fmt: skip
    assert hidden == ["Organisation", "Kind", "Skills", "Experience", "Reference", "Published"]


def test_a_few_more_facts_are_not_worth_folding(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting()}), at("2026-03-16 12:00"))
    assert find(document(site, PAGE), "details") == []
