"""Pictures of a text: where they really are, and what they are in a file.

Sites load pictures late, draw characters as pictures and count readers by pictures of one point. Before a text is
converted, each has its real address; characters are characters again and counters are gone.
"""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from jobboard.importing.html.addresses import absolute_address
from jobboard.importing.html.local import Local
from jobboard.importing.html.shapes import attribute, new_tag
from jobboard.importing.html.unseen import NOSCRIPT

_LATE = ("data-src", "data-lazy-src", "data-original", "data-lazyload", "data-lazy", "data-image", "data-img-url")
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)$", re.IGNORECASE)
_EMOJI = re.compile(r"emoji|smiley|smilie|emoticon", re.IGNORECASE)
_CODES = re.compile(r"/([0-9a-f]{4,6}(?:-[0-9a-f]{4,6})*)\.(?:png|svg|gif)$", re.IGNORECASE)
_STYLE_SIZE = re.compile(r"(?<![-\w])(?:width|height)\s*:\s*([0-9]+)(?:\.[0-9]+)?px", re.IGNORECASE)
_COUNTERS = re.compile(
    r"^https?://(?:feeds\.\w+\.com/~[rf4]/|(?:stats|pixel)\.(?:wordpress|wp)\.com/|(?:\w+\.)?feedsportal\.com/|"
    r"rss\.\w+\.com/[~c]/|(?:ad\.)?doubleclick\.net/|(?:www\.)?google-analytics\.com/|track\.|pixel\.)",
    re.IGNORECASE,
)
_CLOSING = frozenset(".,;:!?)")
_POINT = 2
"""A picture that is no wider or higher shows nothing."""


def settle_pictures(soup: BeautifulSoup, base: str, notes: Counter[str]) -> None:
    """Give each picture its real address in full; take out those that show nothing."""
    for picture in soup.find_all("amp-img"):
        picture.name = "img"
    _take_from_noscript(soup, base)
    for picture in soup.find_all("img"):
        address = _address(picture, base)
        if (character := _character(picture, address)) is not None:
            picture.replace_with(NavigableString(character))
        elif _is_counter(picture, address):
            notes["a counting pixel is left out"] += 1
            picture.decompose()
        elif not address:
            notes["a picture without a readable address is left out"] += 1
            picture.decompose()
        else:
            picture["src"] = address


def replace_pictures(soup: Tag, local: Local, notes: Counter[str]) -> None:
    """A picture stays one if its file is here and it has a description; else it becomes a link to it."""
    for picture in soup.find_all("img"):
        address = str(picture["src"])
        path, alt = local(address, is_picture=True), " ".join(attribute(picture, "alt").split())
        around = _link_elsewhere(picture, address)
        if path and alt:
            picture["src"], picture["alt"] = path, alt
            continue
        notes["a picture became a link" if alt else "a picture without a description became a link"] += 1
        name = unquote(urlsplit(address).path.rsplit("/", 1)[-1]) or address
        link = new_tag("a", href=path or address)
        if around is None:
            link.string = alt or name
            _set_apart(picture)
            picture.replace_with(link)
            continue
        link.string = name
        around.insert_after(NavigableString(" ("), link, NavigableString(")"))
        picture.replace_with(NavigableString(alt or ("" if around.get_text(strip=True) else name)))


def _set_apart(picture: Tag) -> None:
    """A space between a picture and the words beside it: a link would run into them."""
    picture.insert_before(NavigableString(" "))
    if str(picture.next_sibling or "")[:1] not in _CLOSING:
        picture.insert_after(NavigableString(" "))


def _link_elsewhere(picture: Tag, address: str) -> Tag | None:
    """The link a picture stands in, if it leads elsewhere; one to the same picture, larger, is taken off."""
    around = picture.find_parent("a")
    if around is None:
        return None
    target = str(around.get("href") or "")
    is_same = (
        not target
        or target.split("?", 1)[0] == address.split("?", 1)[0]
        or _PICTURE.search(urlsplit(target).path) is not None
        or "attachment_id=" in target
        or "attachment" in str(around.get("rel") or "")
    )
    if not is_same:
        return around
    if around.get_text(strip=True):
        around.insert_before(picture.extract(), NavigableString(" "))
    else:
        around.unwrap()
    return None


def _take_from_noscript(soup: BeautifulSoup, base: str) -> None:
    """A picture for browsers without scripts stands for the empty one before it, or for none."""
    shown = {_address(each, base) for each in soup.find_all("img") if each.find_parent(class_=NOSCRIPT) is None}
    for box in soup.find_all(class_=NOSCRIPT):
        pictures = [each for each in box.find_all("img") if _address(each, base) not in shown]
        for picture in pictures:
            before = box.find_previous_sibling(_is_any)
            empty = before if isinstance(before, Tag) and before.name == "img" and not _address(before, base) else None
            if empty is not None:
                empty.replace_with(picture.extract())
            else:
                box.insert_before(picture.extract())


def _address(picture: Tag, base: str) -> str:
    """The address a browser would show in the end, in full; empty if there is none."""
    late = [attribute(picture, name) for name in _LATE]
    sets = [_largest(attribute(picture, name)) for name in _SETS]
    around = picture.find_parent("picture")
    if around is not None:
        sets += [_largest(attribute(each, name)) for each in around.find_all("source") for name in _SETS]
    candidates = [*(text for text in late if "/" in text or "." in text), attribute(picture, "src"), *sets]
    return next(filter(None, (absolute_address(text, base) for text in candidates)), "")


def _is_any(_: Tag) -> bool:
    return True


def _largest(srcset: str) -> str:
    """Of `a.jpg 300w, b.jpg 600w` the largest."""
    found = re.findall(r"(\S+?),?(?:\s+([0-9.]+)[wx])?(?:,\s*|$)", srcset)
    return max(found, key=lambda each: float(each[1] or 1) if each[1].count(".") < 2 else 0)[0] if found else ""


def _character(picture: Tag, address: str) -> str | None:
    """The character a picture is drawn for; None if it is a picture."""
    alt = attribute(picture, "alt")
    marks = f"{' '.join(picture.get_attribute_list('class'))} {address}"
    is_symbol = 0 < len(alt) <= 10 and not any(each.isalnum() or each.isascii() for each in alt.replace("\ufe0f", ""))
    if is_symbol or (_EMOJI.search(marks) and 0 < len(alt) <= 20):
        return alt
    if _EMOJI.search(marks) and (found := _CODES.search(urlsplit(address).path)):
        return "".join(chr(int(code, 16)) for code in found[1].split("-") if int(code, 16) < 0x110000)
    return None


def _is_counter(picture: Tag, address: str) -> bool:
    sizes = [attribute(picture, name).removesuffix("px") for name in ("width", "height")]
    sizes += _STYLE_SIZE.findall(str(picture.get("style") or ""))
    numbers = [int(size) for size in sizes if size.isdigit() and size.isascii()]
    return any(number <= _POINT for number in numbers) or _COUNTERS.match(address) is not None
