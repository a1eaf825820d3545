"""What a form produced is taken apart by its headings, whatever a text below them looks like."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jobboard.intake.answers import read_answers
from jobboard.intake.drafting import drafted
from tests.intake.judge import ENGLISH, FORMS, VACANCY, content_in, issue, read, taken

TEXT = """\
You will look after roads.

### Deadline

None: we read as they arrive. ### Title

### Title

<!-- a comment of mine -->

- [ ] a box
"""


def test_a_text_may_hold_any_heading_of_the_form() -> None:
    answers = read(issue({**VACANCY, "body": TEXT}))
    assert answers.given["body"].text == TEXT.strip()
    assert answers.given["deadline"].text == "2026-12-31"
    assert answers.given["title"].text == "Head of Roads"


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=400))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    answers = read(issue({**VACANCY, "body": text}))
    found = answers.given.get("body")
    assert (found.text if found else "") in (text.strip(), "") or text.lstrip().startswith("<!--")


@pytest.mark.parametrize(
    "other",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: f"\ufeff{text}",
        lambda text: text.replace("### ", "#### "),
        lambda text: text.replace("### Deadline", "###   DEADLINE  ###"),
        lambda text: f"Good afternoon!\n\n{text}",
        lambda text: text.replace("### Title", "### Title\u200b"),
        lambda text: text.replace("\n\n", "\n"),
    ],
    ids=["windows", "a mark", "deeper", "capitals", "a greeting", "unseen", "no empty lines"],
)
def test_hosts_and_people_may_write_the_same_in_other_ways(other) -> None:  # type: ignore[no-untyped-def]
    found = read(other(issue(VACANCY)))
    assert {name: each.text for name, each in found.given.items() if name != "body"} == {
        name: each for name, each in VACANCY.items() if name != "body"
    }


def test_sections_may_be_gone_or_in_another_order() -> None:
    first, *others = issue(VACANCY).split("### ")[1:-1]
    text = "### ".join(["", *reversed(others), first, "Text\n\nHello"])
    assert read(text).given["deadline"].text == "2026-12-31"
    assert read("### Title\n\nA\n\n### Deadline\n\n2026-12-31\n\n### Text\n\nB").given["title"].text == "A"


@pytest.mark.parametrize("form", FORMS, ids=lambda each: f"{each.folder}-{each.lang}")
def test_kind_and_language_are_known_by_the_headings(form) -> None:  # type: ignore[no-untyped-def]
    assert read(issue({"title": "A title"}, form)).form == form


@pytest.mark.parametrize("text", ["", "Hello", "### Title\n\nx", "# Deadline", "### Nothing\n\n### Of\n\n### Ours"])
def test_what_no_form_produced_is_none(text: str) -> None:
    assert read_answers(text, FORMS) is None


def fields(**given: str) -> dict[str, object]:
    """The front matter that answers make; names of parts have two underscores."""
    answers = read(issue({**VACANCY, **{name.replace("__", "."): each for name, each in given.items()}}))
    text = drafted(answers, FORMS, today=date(2026, 3, 16), main="en").text
    return yaml.load(text.removeprefix("---\n").partition("\n---\n")[0], Loader=yaml.BaseLoader)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [
        ("deadline", "31 December 2026", "2026-12-31"),
        ("deadline", "31 décembre 2026", "2026-12-31"),
        ("deadline", "31/12/2026", "2026-12-31"),
        ("deadline", "03/04/2027", "03/04/2027"),
        ("deadline", "2026-12-31 17:00", "2026-12-31 17:00"),
        ("lang", "French", "fr"),
        ("lang", "français", "fr"),
        ("lang", "fr", "fr"),
        ("kind", "Traineeship", "traineeship"),
        ("kind", "Stage", "traineeship"),
        ("kind", "traineeship", "traineeship"),
        ("workplace", "Hybride", "hybrid"),
        ("organisation", "north", ["north"]),
        ("organisation", "North, Example Network, of Towns", ["north", "example-network"]),
        ("topics", "Culture, sport, Mobility", ["culture", "mobility"]),
        ("languages", "English: Fluent\nFrench", {"en": "fluent", "fr": ""}),
        ("languages", "English\n* Español", ["en", "es"]),
        ("languages", "English C1\n- Français courant", {"en": "C1", "fr": "fluent"}),
        ("languages", "français B2, Spanish – asset, Greek (basic)", {"fr": "B2", "es": "asset", "el": "basic"}),
        ("languages", "English, fluent; German", {"en": "fluent", "de": ""}),
        ("applicants_from", "Belgium\nFrance", ["BE", "FR"]),
        ("applicants_from", "anywhere", ["anywhere"]),
    ],
)
def test_words_become_what_is_meant_where_that_is_sure(name: str, typed: str, meant: object) -> None:
    assert fields(**{name: typed})[name] == meant


@pytest.mark.parametrize(
    ("name", "part", "typed", "meant"),
    [
        ("salary", "min", "45 000", "45000"),
        ("salary", "currency", "€", "EUR"),
        ("salary", "per", "Mois", "month"),
        ("place", "country", "Bélgica", "BE"),
        ("place", "country", "be", "BE"),
        ("contract", "type", "Fixed term", "fixed-term"),
    ],
)
def test_so_do_words_in_parts_of_fields(name: str, part: str, typed: str, meant: str) -> None:
    found = fields(**{f"{name}__{part}": typed})[name]
    assert isinstance(found, dict)
    assert found[part] == meant


@pytest.mark.parametrize(
    "title",
    [
        "a: b",
        "#hash",
        "'quote",
        '"double"',
        "- item",
        "@x",
        "{a}",
        "[b]",
        "yes",
        "1.0",
        "~",
        "a # b",
        "---",
        "a\\b",
        "é",
        "🙂",
    ],
)
def test_a_title_is_the_text_that_was_typed(title: str) -> None:
    assert fields(title=title)["title"] == title


def test_a_form_in_another_language_says_so_in_the_file(tmp_path: Path) -> None:
    french = next(form for form in FORMS if (form.folder, form.lang) == ("postings", "fr"))
    found = taken(content_in(tmp_path), issue(VACANCY, french))
    assert "lang: fr\n" in found.text
    assert "lang:" not in taken(content_in(tmp_path), issue(VACANCY)).text


def test_names_are_free_and_lie_with_their_organisation(tmp_path: Path) -> None:
    text = issue(VACANCY)
    content = content_in(tmp_path)
    names = []
    for _ in range(3):
        found = taken(content, text)
        names.append(found.path)
        (content / found.path).parent.mkdir(exist_ok=True)
        (content / found.path).write_text(found.text)
    assert names == ["postings/head-of-roads.md", "postings/head-of-roads-2.md", "postings/head-of-roads-3.md"]
    (content / "postings/example-network").mkdir()
    assert taken(content, text).path == "postings/example-network/head-of-roads-4.md"


@pytest.mark.parametrize("title", ["con", "index", "../../etc/passwd", "Ελλάδα", "closed", "\u202e", "a/b\\c"])
def test_no_title_leads_out_of_the_folder(title: str, tmp_path: Path) -> None:
    content = content_in(tmp_path)
    path = (content / taken(content, issue({**VACANCY, "title": title})).path).resolve()
    assert path.parent == (content / "postings").resolve()
    assert path.suffix == ".md"


HOSTILE = {
    "status": "x\nstatus: draft",
    "fences": "---\nstatus: draft\n---",
    "anchors": "&a [*a]",
    "tags": "!!python/object/apply:os.system [ls]",
    "template": "{{ site }} {% include 'x' %}",
    "html": "<script>alert(1)</script>",
    "null": "a\0b",
    "escape": "\x1b[31m",
}


@pytest.mark.parametrize("field", ["title", "summary", "reference", "salary.note", "topics", "languages", "body"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_an_answer_is_a_value_and_nothing_else(field: str, text: str) -> None:
    answers = read(issue({**VACANCY, field: text}))
    found = drafted(answers, FORMS, today=date(2026, 3, 16), main="en").text
    front = yaml.load(found.removeprefix("---\n").partition("\n---\n")[0], Loader=yaml.BaseLoader)
    asked = {each.field.partition(".")[0] for each in ENGLISH["postings"].questions}
    assert front.keys() <= {*asked, "published"}
    assert "status" not in front
    assert all(each.isprintable() or each in "\n\t" for each in found)


def test_forms_are_few_enough_to_be_told_apart() -> None:
    headings = [{each.heading for each in form.questions} for form in FORMS]
    assert all(one != other for one, other in itertools.combinations(headings, 2))
