"""How to apply for a posting, as its page says it."""

from __future__ import annotations

from urllib.parse import quote

from msgspec import Struct

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.model.addresses import host_words
from jobboard.model.apply import Apply
from jobboard.outputs.page.link import other_language
from jobboard.outputs.text import words
from jobboard.outputs.text.words import When


class ApplySection(Struct, frozen=True, kw_only=True):
    """How to apply. `mail` opens a mail with the subject in place; `link` is a form on another site."""

    address: str
    mail: str
    subject: str
    link: str
    host: str
    documents: tuple[str, ...]
    limit: str
    note: str
    deadline: When | None
    privacy: str
    promise: str
    promise_lang: str
    lang: str


def apply_section(site: Site, posting: BoardPosting, apply: Apply) -> ApplySection:
    """The ways to apply, with what an applicant must know."""
    employer = posting.organisations[0].content
    return ApplySection(
        address=apply.email or "",
        mail=mail_link(apply.email, apply.subject) if apply.email else "",
        subject=apply.subject or "",
        link=apply.url or "",
        host=host_words(apply.url) if apply.url else "",
        documents=apply.documents,
        limit=apply.limit or "",
        note=apply.note or "",
        deadline=words.deadline_words(posting.content.deadline, posting.deadline_zone, site.lang, weekday=True),
        privacy=employer.privacy or "",
        promise=employer.equal_opportunities or "",
        promise_lang=other_language(posting.organisations[0].lang, site),
        lang=other_language(posting.lang, site),
    )


def mail_link(address: str, subject: str | None) -> str:
    """A `mailto:` with the subject in place (RFC 6068), and never anything else in it."""
    return f"mailto:{address}?subject={quote(subject, safe='')}" if subject else f"mailto:{address}"
