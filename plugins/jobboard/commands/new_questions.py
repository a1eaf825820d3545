"""What `jobboard new` asks for a new file of each kind of content."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from jobboard.model.fields.field import FieldType, declarations
from jobboard.model.fields.values import EMAIL, HTTPS_URL, ID, LINE, MOMENT
from jobboard.model.kinds import RECORDS
from jobboard.model.parts.closing import DEADLINE
from jobboard.source.kinds import BY_FOLDER, COMMANDS


class Question(Struct, frozen=True):
    """What is asked for a field, and how an answer is judged; `is_to_come` of a day that must not be over."""

    name: str
    words: str
    type: FieldType[object]
    is_to_come: bool = False


_TITLE = Question("title", "Title of the posting, without place or salary", LINE)
_EMPLOYER = Question("organisation", "Id of the organisation that hires (a file of content/organisations/)", ID)
_DEADLINE = Question("deadline", "Last day to apply, like 2026-03-31 or 2026-03-31 17:00", DEADLINE, is_to_come=True)
APPLY = Question("apply", "Where to apply: an e-mail address or an https link", EMAIL)
_PUBLISHED = Question("published", "Day it appears", MOMENT)
NAME_OF_FILE = Question(
    "name", "Name of the file: small letters, digits and hyphens, like data-analyst; it is the address for ever", ID
)

QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "posting": (_TITLE, _EMPLOYER, _PUBLISHED, _DEADLINE, APPLY),
    "news": (
        Question("title", "Title", LINE),
        Question("organisation", "Id of the organisation that issues it", ID),
        _PUBLISHED,
    ),
    "event": (
        Question("title", "Title", LINE),
        Question("organisation", "Id of the organisation that holds it", ID),
        _PUBLISHED,
        Question("starts", "When it starts, like 2027-03-04 or 2027-03-04 14:00", MOMENT, is_to_come=True),
    ),
    "organisation": (
        Question("title", "Full name", LINE),
        Question("website", "Its website, like https://example.org", HTTPS_URL),
    ),
    "page": (Question("title", "Title", LINE),),
}


def questions_of(kind: str) -> tuple[Question, ...]:
    """What is asked for a new file: of a kind without questions of its own, every required field."""
    folder = COMMANDS[kind]
    return QUESTIONS.get(kind) or tuple(
        Question(name, f"{each.doc.rstrip('.')}, like {each.example}", each.type, name == BY_FOLDER[folder].leaves)
        for name, each in declarations(RECORDS[folder]).items()
        if each.required
    )
