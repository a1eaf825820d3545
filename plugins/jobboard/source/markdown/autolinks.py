"""Bare addresses: in a text they are kept from being read as emphasis, in the HTML they become links.

What counts as one is GitHub's (GFM 0.29, section 6.9, "Autolinks (extension)"). Beyond it, punctuation of other scripts
ends an address, closing brackets and quotation marks that the address does not open are not its own, and hosts may
be written in any script.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from jobboard.source.markdown import allow_list

LINK_REL = f'rel="{allow_list.REL}"'
"""On every link, as `sanitise` writes it."""

_WEB = r"(?:(?<![A-Za-z0-9])https?://|(?<![A-Za-z0-9.@/_=-])www\.)(?=\w)"
_MARKS = {"*": "\ufdd0", "_": "\ufdd1", "~": "\ufdd2"}
"""Noncharacters, which no file may hold, stand for the signs of emphasis within an address."""

_SHIELD = str.maketrans(_MARKS)
_MASKED = re.compile("|".join(f"{each}|{quote(each)}" for each in _MARKS.values()), re.IGNORECASE)
_UNMASKED = {each: mark for mark, each in _MARKS.items()}
_WRITTEN = re.compile(r"://[^\s<>\"`|\[\]()]*")
_WRITTEN_BARE = re.compile(r"www\.[^\s<>\"`|\[\]()]*", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<=[^\W_])~(?=[^\W_])")
_LONGEST = 2_000
"""Characters of an address that becomes a link: no browser promises to follow one that is longer."""

_TRAILING = "?!.,:;*_~'\"\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a\u00ab\u00bb\u2026\u2013\u2014"
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_PAST = re.compile("[\u3000-\u3002\u3008-\u3011\u3014-\u301b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65]")
_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+);$")

LINK_TAGS = r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>"
_PASSED = re.compile(rf"(<(?:(?P<tag>a|code|pre)\b.*?</(?P=tag)>|{LINK_TAGS[1:]}))", re.DOTALL)
_FOUND = re.compile(
    rf"(?P<web>{_WEB}(?:(?!&(?:lt|gt|nbsp);)[^\s<>\"`])+)"
    r"|(?P<mail>(?<![\w.+%-])[\w.+-]{1,64}@(?=[\w-])[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)


def shielded(text: str) -> str:
    """A text in which no sign within a web address can be taken for emphasis, nor a tilde in 5~10 for a stroke.

    `unshielded` takes it back, wherever in the HTML it came to stand.
    """
    if "~" in text:
        text = _BETWEEN.sub(_MARKS["~"], text)
    if "://" in text:
        text = _WRITTEN.sub(_shielded, text)
    return _WRITTEN_BARE.sub(_shielded, text) if "www." in text.lower() else text


def unshielded(html: str) -> str:
    """The HTML of a shielded text with the signs put back."""
    if "%EF%B7%9" not in html and not any(each in html for each in _UNMASKED):
        return html
    return _MASKED.sub(lambda found: _UNMASKED[_character(found[0])], html)


def linked(html: str) -> str:
    """Sanitised HTML with every bare web and mail address as a link, but for those in links and code."""
    if not _may_hold_one(html) or _holds_links_alone(html):
        return html
    parts = _PASSED.split(html)
    parts[::3] = [_FOUND.sub(_linked, part) if _may_hold_one(part) else part for part in parts[::3]]
    del parts[2::3]
    return "".join(parts)


def _may_hold_one(text: str) -> bool:
    return "://" in text or "@" in text or "www." in text.lower()


def _holds_links_alone(html: str) -> bool:
    """True if every sign of an address is in the target of a link: most texts are such, and this is quickly seen."""
    is_web = html.count("://") == html.count(' href="https://') + html.count(' href="http://')
    return is_web and html.count("@") == html.count(' href="mailto:') and "www." not in html.lower()


def _shielded(found: re.Match[str]) -> str:
    address = found[0].rstrip(_TRAILING)
    return _escaping_kept(address) + found[0][len(address) :]


def _escaping_kept(address: str) -> str:
    r"""Signs become noncharacters, but for those behind a backslash, which Markdown takes off: `a\_b`."""
    parts = address.split("\\")
    return "\\".join([parts[0].translate(_SHIELD), *(part[:1] + part[1:].translate(_SHIELD) for part in parts[1:])])


def _character(masked: str) -> str:
    return bytes.fromhex(masked.replace("%", "")).decode() if masked.startswith("%") else masked


def _linked(found: re.Match[str]) -> str:
    if found["mail"]:
        address = found[0].rstrip("-_")
        rest = found[0][len(address) :]
        return (
            f'<a href="mailto:{address}" {LINK_REL}>{address}</a>{rest}' if "." in address.split("@")[1] else found[0]
        )
    if len(found[0]) > _LONGEST:
        return found[0]
    address = _trimmed(found[0])
    host = address.split("://", 1)[-1].split("/", 1)[0]
    if not host or (address[:4].lower() == "www." and "." not in address[4:]):
        return found[0]
    target = address if "://" in address else f"http://{address}"
    return f'<a href="{target}" {LINK_REL}>{address}</a>{found[0][len(address) :]}'


def _trimmed(address: str) -> str:
    """The address without what follows it: punctuation, entities, brackets that it does not open."""
    if past := _PAST.search(address):
        address = address[: past.start()]
    surplus = {close: address.count(close) - address.count(open_) for close, open_ in _BRACKETS.items()}
    while address:
        last = address[-1]
        if last == ";" and (entity := _ENTITY.search(address[-40:])):
            address = address[: len(address) - len(entity[0])]
        elif surplus.get(last, 0) > 0:
            surplus[last] -= 1
            address = address[:-1]
        elif last in _TRAILING:
            address = address.rstrip(_TRAILING.replace(";", "")) if last != ";" else address[:-1]
        else:
            break
    return address
