"""How to apply: e-mail addresses with the subject asked for, a form elsewhere, the documents wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from jobboard.model.fields.field import MISSING, declared
from jobboard.model.fields.lists import list_of, one_or_several
from jobboard.model.fields.misnamed import LONGEST_SHOWN
from jobboard.model.fields.record import Where, as_record, record_type
from jobboard.model.fields.values import EMAIL, HTTPS_URL, LINE, TEXT
from jobboard.source.message import UNSAID, Phrase, in_turn, message, phrase
from jobboard.source.yaml.syntax import as_value

SUBJECT_WITHOUT_EMAIL = message("subject-without-email", "there is no mail to put it on")


_WORDS_ALONE = phrase(
    "words alone are no way to apply, such as by post: add the email that answers questions, or the url of a page that "
    "says how; the words stay in 'note'"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Apply:
    """At least one of `email` and `url`. The subject is put into the mail for the applicant (RFC 6068)."""

    EXAMPLE: ClassVar = ("email",)

    email: tuple[str, ...] = declared(
        one_or_several(EMAIL),
        "Where to send the application; of several addresses, to all of them.",
        "jobs@example.org",
        default=(),
        also="mail e_mail emails mails addresses address to cc courriel courriels correo correos",
    )
    url: str | None = declared(
        HTTPS_URL, "Where the form is.", "https://example.org/apply", also="link href website form portal lien enlace"
    )
    subject: str | None = declared(
        LINE, "Subject line the mail must have.", '"Application: Data Analyst"', also="subject_line objet asunto"
    )
    documents: tuple[str, ...] = declared(
        list_of(LINE),
        "What to send.",
        "[CV, cover letter]",
        default=(),
        also="attachments files send required_documents pieces documentos",
    )
    limit: str | None = declared(
        LINE, "A limit other than the deadline, in words.", "the first 400 applications", also="max maximum cap"
    )
    note: str | None = declared(
        TEXT,
        "Anything else an applicant must know.",
        "One PDF, in English.",
        also="notes instructions remark how comment remarque nota",
    )

    def check(self, where: Where) -> None:
        if not where.has("email", "url"):
            in_words = where.has("note", "documents", "limit", "subject")
            hint = _WORDS_ALONE if in_words else phrase("say how to apply: an email or a url")
            where.problem("email", MISSING, hint)
        if where.has("subject") and not where.has("email"):
            where.problem("subject", SUBJECT_WITHOUT_EMAIL, phrase("add 'email', or delete this line"))


def _hint_on_words(text: str) -> Phrase:
    """How to write what is neither an address nor a link, such as `by post`."""
    if as_record(Apply, text) or not re.search(r"\w\s+\w", text) or re.search("[@:]|www", text):
        return UNSAID
    words = as_value(text) if len(text) <= LONGEST_SHOWN else "…"
    return in_turn(_WORDS_ALONE, phrase("write %(written)s", written=f"{{email: …, note: {words}}}"))


APPLY = record_type(Apply, phrase("an email or a url"), _hint_on_words)
