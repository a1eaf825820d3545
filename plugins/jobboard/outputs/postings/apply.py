"""How to apply for a posting, as its page says it."""

from __future__ import annotations

from urllib.parse import quote

from msgspec import Struct

from jobboard.board.board import BoardOrganisation, BoardPosting
from jobboard.board.site import Site
from jobboard.model.fields.addresses import host_words
from jobboard.model.parts.apply import Apply
from jobboard.outputs.page.link import other_language
from jobboard.outputs.text import words
from jobboard.outputs.text.words import When
from jobboard.source.catalogue import mark


class Promise(Struct, frozen=True, kw_only=True):
    """What an employer says to applicants: its promise in the language `lang`, and where it tells of their data."""

    text: str
    lang: str
    privacy: str


class ApplySection(Struct, frozen=True, kw_only=True):
    """How to apply. `mail` opens a mail to all `addresses`, the subject in place; `link` is a form on another site."""

    addresses: tuple[str, ...]
    address_words: str
    """What the addresses are, and whether one writes to all of them."""
    mail: str
    subject: str
    link: str
    host: str
    documents: tuple[str, ...]
    limit: str
    note: str
    deadline: When | None
    promise: Promise | None
    lang: str


def apply_section(site: Site, posting: BoardPosting, apply: Apply) -> ApplySection:
    """The ways to apply, with what an applicant must know."""
    return ApplySection(
        addresses=apply.email,
        address_words=site.say(mark("E-mail addresses, to all of them") if apply.email[1:] else mark("E-mail address")),
        mail=mail_link(apply.email, apply.subject) if apply.email else "",
        subject=apply.subject or "",
        link=apply.url or "",
        host=host_words(apply.url) if apply.url else "",
        documents=apply.documents,
        limit=apply.limit or "",
        note=apply.note or "",
        deadline=words.deadline_words(posting.content.deadline, posting.deadline_zone, site.lang, weekday=True),
        promise=promise_of(site, posting.organisations[0]),
        lang=other_language(site, posting.lang),
    )


def promise_of(site: Site, employer: BoardOrganisation) -> Promise | None:
    """What applicants are promised by an employer; None if it says nothing of the kind."""
    content = employer.content
    if not content.equal_opportunities and not content.privacy:
        return None
    return Promise(
        text=content.equal_opportunities or "",
        lang=other_language(site, employer.lang),
        privacy=content.privacy or "",
    )


def mail_link(addresses: tuple[str, ...], subject: str | None) -> str:
    """A `mailto:` to all of them with the subject in place (RFC 6068), and never anything else in it."""
    to = f"mailto:{','.join(addresses)}"
    return f"{to}?subject={quote(subject, safe='')}" if subject else to
