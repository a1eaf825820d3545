"""Several vacancies in a file, names of files, what the command may be told, and where guesses stood."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from jobboard.importing.sources.entry import ImportFailedError
from jobboard.importing.vacancy.papers import extra
from tests.importing.vacancy.forms import FORMS, docx
from tests.importing.vacancy.judge import draft_from, fields_of, take

FIRST = (
    ("h1", "Policy Officer, Trams"),
    ("p", "The Northern Towns Alliance looks for you, and for your knowledge of trams in towns of every size."),
    ("li", "Write about trams."),
    ("p", "Apply by 5 May 2027 at trams@northern-towns.example."),
)
SECOND = (
    ("h1", "Finance Assistant"),
    ("p", "The Red de Comarcas looks for you, and for your way with numbers, papers and people of every kind."),
    ("li", "Keep the books."),
    ("p", "Apply by 9 June 2027 at books@red-comarcas.example."),
)


@pytest.mark.parametrize("form", FORMS)
def test_each_vacancy_of_a_file_is_a_draft_of_its_own(form: str, content: Path) -> None:
    told = list[str]()
    taken = take(
        content, FORMS[form]((("p", "Two posts"), *FIRST, *SECOND)), form, announce=lambda it: told.append(str(it))
    )
    assert [Path(path).stem for path in taken.paths] == ["policy-officer-trams", "finance-assistant"]
    first, second = (Path(path).read_text(encoding="utf-8") for path in taken.paths)
    assert [fields_of(each)["organisation"] for each in (first, second)] == ["northern-towns", "red-comarcas"]
    assert [fields_of(each)["deadline"] for each in (first, second)] == ["2027-05-05", "2027-06-09"]
    assert "books" not in first
    assert "trams" not in second
    assert "Two posts" in first
    assert told == ["2 vacancies are in it; each is a draft of its own"]


def test_how_many_there_are_is_said_before_anybody_is_asked(content: Path) -> None:
    told = list[str]()

    def wants(title: str) -> bool:
        told.append(title)
        return False

    take(content, docx((*FIRST, *SECOND)), "docx", announce=lambda it: told.append(str(it)), wants=wants)
    assert told == [
        "2 vacancies are in it; each is a draft of its own",
        "Policy Officer, Trams",
        "Finance Assistant",
    ]


def test_only_those_that_are_wanted_are_written(content: Path) -> None:
    taken = take(content, docx((*FIRST, *SECOND)), "docx", wants=lambda title: title == "Finance Assistant")
    assert [Path(path).stem for path in taken.paths] == ["finance-assistant"]
    assert "not written, as you asked: 'Policy Officer, Trams'" in map(str, taken.said)


def test_of_one_vacancy_nobody_is_asked_and_nothing_is_counted(content: Path) -> None:
    told = list[object]()
    assert take(content, docx(FIRST), "docx", announce=told.append, wants=lambda _: False).paths
    assert told == []


def test_a_title_within_the_text_begins_no_vacancy(content: Path) -> None:
    blocks = (*FIRST[:2], ("h2", "Your manager"), ("p", "You report to the Director."), *FIRST[2:])
    assert len(take(content, docx(blocks), "docx").paths) == 1


def test_a_name_that_is_taken_gets_a_number_and_nothing_is_written_over(content: Path) -> None:
    (content / "postings").mkdir()
    (content / "postings" / "policy-officer-trams.md").write_text("mine")
    assert Path(take(content, docx(FIRST), "docx").paths[0]).stem == "policy-officer-trams-2"
    assert (content / "postings" / "policy-officer-trams.md").read_text() == "mine"


def test_the_organisation_that_is_named_counts(content: Path) -> None:
    assert (
        fields_of(draft_from(content, docx(FIRST), "docx", organisation="red-comarcas"))["organisation"]
        == "red-comarcas"
    )


def test_an_organisation_that_is_not_there_is_refused(content: Path) -> None:
    with pytest.raises(ImportFailedError, match=r"organisations/red-comarca\.md; did you mean 'red-comarcas'\?"):
        take(content, docx(FIRST), "docx", organisation="red-comarca")


def test_a_dry_run_writes_nothing(content: Path) -> None:
    assert take(content, docx(FIRST), "docx", is_dry=True).paths
    assert not (content / "postings").exists()


def test_comments_say_how_sure_a_guess_is_and_where_it_stood(content: Path) -> None:
    draft = draft_from(content, docx((*FIRST, ("row", "Reference", "NTA/1"))), "docx")
    assert "# certain, at 'Reference': \"Reference NTA/1\"\nreference: NTA/1\n" in draft
    assert (
        "# likely, below 'Policy Officer, Trams': \"Apply by 5 May 2027 at trams@northern-towns.example.\"\ndeadline"
        in draft
    )
    assert "status: draft\n" in draft


def test_comments_speak_the_language_of_whoever_imports(content: Path) -> None:
    assert "deadline: 2027-05-05" in draft_from(content, docx(FIRST), "docx", spoken="fr")


def test_what_found_no_place_stands_at_the_end(content: Path) -> None:
    rows = (("row", "Reference", "NTA/1"), ("row", "Deadline", "soon"), ("row", "Canteen", "three stars"))
    body = draft_from(content, docx((("p", "Northern Towns Alliance"), *FIRST, *rows)), "docx").split("\n---\n")[1]
    assert body.endswith("## Not placed\n\n-   Northern Towns Alliance\n-   Deadline: soon\n-   Canteen: three stars\n")


@pytest.mark.parametrize(("lang", "heading"), [("fr", "Non placé"), ("es", "Sin colocar"), ("de", "Not placed")])
def test_it_stands_below_a_heading_in_the_language_of_the_document(lang: str, heading: str, content: Path) -> None:
    draft = draft_from(content, docx((("p", "Northern Towns Alliance"), *FIRST)), "docx", lang=lang)
    assert f"## {heading}\n" in draft
    assert f"lang: {lang}\n" in draft


def test_without_the_extra_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, content: Path) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(ImportFailedError) as told:
        take(content, docx(FIRST), "docx")
    assert str(told.value) == "reading this needs mammoth: pip install 'jobboard[import]'"
    assert extra.library is not None


def test_a_document_that_is_not_there_is_named(content: Path) -> None:
    with pytest.raises(ImportFailedError, match=r"there is no file .*/none\.docx"):
        take(content, b"", "txt", source=str(content / "none.docx"))
