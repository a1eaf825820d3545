"""Every field that holds a mailbox or a number: shown while a posting is open, and in no file once it has closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.model.fields.values import FILE
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Scalar, Sequence
from tests.fields import Field, every_field
from tests.given import Texts, around, as_text, beside, files_in_examples, given
from tests.helpers import NOW, build_site, make_posting, write_site
from tests.outputs.contacts.test_blanking import CLOSED, GONE
from tests.pictures import jpeg

_OTHER_WAY = {"apply": "{url: https://example.org/form}"}


def _holds_contact_data(field: Field) -> bool:
    """True for whatever takes an address of mail or a number to call, and not any text."""
    return not _takes(field, "a word") and (_takes(field, "ada@example.org") or _takes(field, "+32 2 555 01 00"))


def _takes(field: Field, text: str) -> bool:
    return field.declaration.type.parse(Scalar(text, 1), "", Report("")) is not None


FIELDS = [each for each in every_field("postings") if _holds_contact_data(each)]


def test_postings_have_such_fields() -> None:
    assert {str(each) for each in FIELDS} >= {"postings.apply.email", "postings.contacts.email"}


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_contact_data_of_a_field_are_in_the_files_of_an_open_posting_and_in_none_of_a_closed_one(
    field: Field, tmp_path: Path
) -> None:
    written = field.declaration.example
    texts = _OTHER_WAY | given(field).given
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting("Work.", **texts)})
    assert _holding(written, build_site(content, NOW)) >= {"jobs/x/index.html", "jobs.json", "jobs.csv"}
    for now in (CLOSED, GONE):
        assert _holding(written, build_site(content, now)) == set()


EVERYWHERE = "Ask ada.x@example.org or +32 2 555 01 00"


def _saying(field: Field) -> Texts | None:
    """A posting in which that field says so; None for a field that takes no such words."""
    if field.declaration.type is FILE:
        return None
    for node in (Scalar(EVERYWHERE, 1), Sequence((Scalar(EVERYWHERE, 1),), 1)):
        if field.declaration.type.parse(node, "", Report("")) is not None:
            whole = around(field.way, node)
            return None if whole is None else beside(field) | {field.way[0][0]: as_text(whole)}
    return None


WORDS = [(field, texts) for field in every_field("postings") if (texts := _saying(field)) is not None]


def test_most_fields_take_words() -> None:
    assert {str(field) for field, _ in WORDS} >= {
        *("postings.title", "postings.place.city", "postings.skills", "postings.travel", "postings.positions"),
        *("postings.eligibility.note", "postings.contacts.name", "postings.apply.documents", "postings.closed.note"),
    }


@pytest.mark.parametrize(("field", "texts"), WORDS, ids=lambda each: str(each) if isinstance(each, Field) else "")
def test_contact_data_in_the_words_of_a_field_are_in_no_file_of_a_closed_posting(
    field: Field, texts: Texts, tmp_path: Path
) -> None:
    files: dict[str, str | bytes | None] = {"postings/x.md": make_posting("Work.", **{**_OTHER_WAY, **texts})}
    files |= {file: jpeg(60, 40) for file in files_in_examples()}
    site = build_site(write_site(tmp_path / "content", files), CLOSED)
    assert _holding("ada.x", site) == set()
    assert _holding("555 01", site) == set()


def _holding(text: str, site: dict[str, bytes]) -> set[str]:
    return {path for path, data in site.items() if text.encode() in data}
