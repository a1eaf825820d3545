"""Contact data: what a closed posting no longer shows, wherever its words appear. Names in prose stay."""

from __future__ import annotations

import html as html_module
import re

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.source.catalogue import mark

REMOVED = mark("[contact details removed]")

_PLAIN = re.compile(r"[^\d@%\[({]*")
"""Words that can hold neither: no digit, no sign of an address, no bracket. Most are such, and soon seen."""

_TAG = re.compile(r"<[^>]*>")
_HARMLESS = "".join(re.escape(chr(code)) for code in range(128) if chr(code) not in "<0123456789@%[({")
_SUSPECT = re.compile(rf">[{_HARMLESS}]*[^{_HARMLESS}<][^<]*")
"""The end of a tag and text after it that could hold either; where there is more than ASCII, it is looked at again."""

_LINK = re.compile(r'<a\b[^>]*\shref="([^"]*)"[^>]*>((?:(?!<a\b).)*?)</a>', re.DOTALL | re.IGNORECASE)
_WORDED = re.compile(r'(\s(?:alt|title)=")([^"]*)"')
_CALLING = re.compile(
    r"(?:mailto|tel|sms|skype|callto|facetime|xmpp|sip|whatsapp|signal|tg):|https?://wa\.me/", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"(?<![\w.%+-])[\w.%+-]+(?:@|%40| ?[\[({] ?(?:at|@|arobase|arroba) ?[\])}] ?)"
    r"[\w-]+(?:(?:\.| ?[\[({] ?(?:dot|point|punto) ?[\])}] ?)[\w-]+)+"
    r"|(?<![\w.%+-])[\w.%+-]+@$",
    re.IGNORECASE,
)
_SIGNS = ("@", "%40", "[", "(", "{")
"""An address has one of these."""

_SPACE = r"(?:[ \u00a0\u2007\u2009\u202f()./\u2010-\u2015-]|&nbsp;)"
_PHONE = re.compile(
    rf"(?<![\w/])(?:\+|00?(?=[\d &\u00a0\u202f]))\d(?:{_SPACE}{{0,3}}\d){{7,14}}(?!\w)"
    rf"|(?<!\w)(?:tel|phone|telephone|tél|téléphone|teléfono|mobile|móvil|gsm|fax)\b\.?:? ?"
    rf"\(?\d(?:{_SPACE}{{0,3}}\d){{5,14}}(?!\w)",
    re.IGNORECASE,
)

_DIGIT = re.compile(r"\d")
_FEWEST_DIGITS = 6
"""That a phone number has."""


def without_contacts(html: str, site: Site) -> str:
    """The same HTML with mail addresses and phone numbers blanked, and links that write to or call somebody undone."""

    def reworded(tag: re.Match[str]) -> str:
        return _WORDED.sub(lambda found: f'{found[1]}{blanked(found[2], site)}"', tag[0])

    html = _LINK.sub(_unlinked, html)
    if 'alt="' in html or 'title="' in html:
        html = _TAG.sub(reworded, html)
    return _SUSPECT.sub(lambda found: blanked(found[0], site), f">{html}")[1:]


def blanked(text: str, site: Site) -> str:
    """Plain text with mail addresses and phone numbers blanked."""
    if _PLAIN.fullmatch(text):
        return text
    removed = site.say(REMOVED)
    if any(sign in text for sign in _SIGNS):
        text = _ADDRESS.sub(removed, text)
    return _PHONE.sub(removed, text) if len(_DIGIT.findall(text)) >= _FEWEST_DIGITS else text


def title_of(posting: BoardPosting, site: Site) -> str:
    """The title as it may be shown: a closed posting's without contact data."""
    title = posting.content.title
    return blanked(title, site) if posting.status.is_closed else title


def _unlinked(link: re.Match[str]) -> str:
    address = html_module.unescape(link[1]).strip()
    return link[2] if _CALLING.match(address) or _ADDRESS.search(address) else link[0]
