"""A digest as a message that a mail program opens, and somebody looks at and sends (RFC 5322, RFC 2046)."""

from __future__ import annotations

from datetime import datetime
from email import policy
from email.errors import HeaderParseError
from email.headerregistry import Address, AddressHeader
from email.message import EmailMessage
from email.utils import format_datetime

from jobboard.base.digest import digest_of
from jobboard.outputs.mail.digest import Digest
from jobboard.outputs.mail.html import digest_html
from jobboard.outputs.mail.plain import digest_text


def sender_of(text: str) -> Address:
    """One address, as it is typed: `Hub <news@hub.example>`, or without a name. Raises ValueError for anything else."""
    try:
        header = policy.SMTP.header_factory("From", text)
        addresses = header.addresses if isinstance(header, AddressHeader) else ()
    except (HeaderParseError, IndexError) as error:
        raise ValueError(text) from error
    if header.defects or len(addresses) != 1 or not (addresses[0].username and "." in addresses[0].domain):
        raise ValueError(text)
    return addresses[0]


def letter_of(digest: Digest, sender: Address, now: datetime) -> bytes:
    """The message: plain text, and HTML for who wants it. A digest at an instant (aware) has the same bytes each time.

    It has no recipients yet, and says that it was not sent (`X-Unsent`, by which some programs open it as a draft).
    """
    text, html = digest_text(digest), digest_html(digest)
    name = digest_of("\0".join((text, html, str(sender), now.isoformat())).encode())
    message = EmailMessage(policy.SMTP)
    message["From"] = sender
    message["Subject"] = " ".join(digest.subject.split())
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<digest.{name}@{sender.domain}>"
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = digest.lang
    message.set_boundary(f"=_{name}")
    return message.as_bytes()
