"""How to apply: e-mail addresses with the subject asked for, a form elsewhere, the documents wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from jobboard.model.fields.field import MISSING, declared
from jobboard.model.fields.lists import list_of, one_or_several
from jobboard.model.fields.record import Where, record_type
from jobboard.model.fields.values import EMAIL, HTTPS_URL, LINE, TEXT
from jobboard.source.message import message, phrase

SUBJECT_WITHOUT_EMAIL = message("subject-without-email", "there is no mail to put it on")


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
            where.problem("email", MISSING, phrase("say how to apply: an email or a url"))
        if where.has("subject") and not where.has("email"):
            where.problem("subject", SUBJECT_WITHOUT_EMAIL, phrase("add 'email', or delete this line"))


APPLY = record_type(Apply, phrase("an email or a url"))
