"""Every field that holds a mailbox or a number: shown while a posting is open, and in no file once it has closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Scalar
from tests.fields import Field, every_field
from tests.given import given
from tests.helpers import NOW, build_site, make_posting, write_site
from tests.outputs.contacts.test_blanking import CLOSED, GONE

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


def _holding(text: str, site: dict[str, bytes]) -> set[str]:
    return {path for path, data in site.items() if text.encode() in data}
