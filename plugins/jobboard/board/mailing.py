"""Where readers ask for news by mail: a template of an address in, the address for one subscription out.

The template is that of a service, or of the group's own mailing lists (decision 68).
"""

from __future__ import annotations

from urllib.parse import quote

PLACEHOLDERS = ("id", "lang", "feed", "name")
"""What a template may name: what is followed, the language of the pages, the address of the feed (RSS), and what
readers call it."""


def mail_address(template: str, **values: str) -> str:
    """The address for a subscription, every value percent-encoded (RFC 3986, 2.1; RFC 6068, 5); empty without template.

    `values` has one for each of the PLACEHOLDERS.
    """
    return template.format_map({name: quote(text, safe="") for name, text in values.items()})
