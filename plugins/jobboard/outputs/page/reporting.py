"""A word to those who run the site about one of its pages: a mail that has the address of the page in it."""

from __future__ import annotations

from urllib.parse import quote

from jobboard.board.site import Site


def report_mail(site: Site, subject: str, address: str) -> str:
    """A mail to whom the accessibility statement names, who answers for the site (RFC 6068); empty if that names
    nobody."""
    if site.accessibility is None:
        return ""
    return f"mailto:{site.accessibility.contact}?subject={quote(subject, safe='')}&body={quote(address, safe='')}"
