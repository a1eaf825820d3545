"""A mail as a program saves it (.eml) in, its text as HTML out. Nothing that it names is fetched."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage

from jobboard.importing.vacancy.papers.page import page_of
from jobboard.importing.vacancy.papers.paper import Paper, refusal
from jobboard.importing.vacancy.papers.plain import html_of_text
from jobboard.source.message import Phrase, phrase
from jobboard.source.problem import quoted

_PREFIX = re.compile(r"^(?:(?:re|fwd?|tr|rv|wg|aw|vs)\s*:\s*)+", re.IGNORECASE)
_PART = re.compile(rb"^content-type[ \t]*:", re.IGNORECASE | re.MULTILINE)
_MAX_PARTS = 200


def read_mail(data: bytes, name: str) -> Paper:
    """The text of a mail, its HTML first. Raises ImportFailedError."""
    if len(_PART.findall(data)) > _MAX_PARTS:  # before they are read: those within others end at the parser's depth
        raise refusal(name, phrase("it holds absurdly many parts; nothing is read of it"))
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage):
        raise refusal(name, phrase("it is no mail that can be read"))
    dropped = tuple(_left_out(message))
    subject = _PREFIX.sub("", " ".join(str(message.get("subject") or "").split()))
    body = message.get_body(("html", "plain"))
    text = _text_of(body) if isinstance(body, EmailMessage) else ""
    if not text.strip():
        raise refusal(name, phrase("it is a mail without a text; save what is attached to it, and import that"))
    if isinstance(body, EmailMessage) and body.get_content_subtype() == "html":
        page = page_of(text, "")
        return Paper(html=page.html, dropped=(*dropped, *page.dropped), subject=subject)
    return Paper(html=html_of_text(text), dropped=dropped, subject=subject)


def _text_of(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError):
        data = part.get_payload(decode=True)
        return data.decode("cp1252", "replace") if isinstance(data, bytes) else ""


def _left_out(message: EmailMessage) -> Iterator[Phrase]:
    yield phrase("who sent it to whom, and when")
    for each in message.walk():
        filename = each.get_filename()
        if filename and not (each.get_content_maintype() == "image" and each.get("content-id")):
            yield phrase("attached, to be imported by itself: %(name)s", name=quoted(filename))
        elif each.get_content_type() == "message/rfc822":
            yield phrase("a mail that is attached to it; open that, save it, and import it")
