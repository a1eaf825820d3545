"""A text from elsewhere as Markdown: unsafe HTML in, Markdown and a list of what could not be kept out."""

from __future__ import annotations

import html as html_module
import re
import warnings
from collections import Counter
from typing import Any, Protocol
from urllib.parse import urljoin, urlsplit

import nh3
from bs4 import BeautifulSoup, Tag

from jobboard.importing.addresses import host_of
from jobboard.importing.markdown import escaped, tidy, to_markdown
from jobboard.source.sanitise import ATTRIBUTES, SCHEMES, TAGS, refused_tags
from jobboard.source.text import normal, printable

MAX_CHARACTERS = 1_000_000
MAX_TAGS = 40_000
MAX_DEPTH = 100

_TANGLED = "the text is too long or too tangled, and was taken without its form"
_EMBEDS = ("iframe", "video", "audio", "embed", "object")
_BOXES = frozenset(
    ("div", "section", "article", "header", "footer", "aside", "main", "address", "details", "summary", "center")
)
_PARTS = frozenset({"source", "track", "param", "font", "big", "tt", "u", "mark", "picture", "var", "samp"})
"""Tags that may go without a word: what they hold stays, or belongs to something that is noted."""

_WITH_ADDRESS = {"iframe": "src", "video": "src", "audio": "src", "embed": "src", "object": "data", "source": "src"}
_BLOCKS = [*_BOXES, "p", "ul", "ol", "table", "blockquote", "pre", "dl", "h1", "h2", "h3", "h4", "h5", "h6"]
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_ANY_TAG = re.compile(r"<[^<>]*>")
_NEST_NOT = frozenset(
    ("br", "hr", "img", "wbr", "col", "input", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "source")
)
"""Tags that have no end, or that the next of their kind ends."""

_SCRIPT_LINK = re.compile(r"""\bhref\s*=\s*["']?\s*(?:javascript|vbscript|data)\s*:""", re.IGNORECASE)


class Local(Protocol):
    """Where in the content folder the file at an address lies, or the item that was there; empty if nowhere."""

    def __call__(self, address: str, *, is_picture: bool) -> str: ...


def to_body(html: str, base: str, local: Local) -> tuple[str, tuple[str, ...]]:
    """The Markdown of `html`, whose relative addresses start at `base`, and notes on what became something else.

    Pictures that `local` knows stay pictures if they have a description; others become links. Embedded media of
    other sites become links, scripts and forms go. What is nested or tangled absurdly is taken as plain text.
    """
    notes: Counter[str] = Counter()
    html = printable(normal(html))
    if _is_tangled(html):
        return to_plain(html), (_TANGLED,)
    try:
        soup = _parsed(html, notes)
        _replace_embeds(soup, base, notes)
        _resolve_links(soup, base, local, notes)
        _replace_pictures(soup, base, local, notes)
        _number_lists(soup)
        text = to_markdown(soup)
    except RecursionError:
        return to_plain(html), (_TANGLED,)
    return printable(normal(text)), tuple(f"{count} × {what}" if count > 1 else what for what, count in notes.items())


def to_plain(html: str) -> str:
    """Only the words of `html`, in paragraphs, as Markdown that holds no mark."""
    return tidy(escaped("\n\n".join(filter(None, map(str.strip, to_words(html).split("\n\n"))))))


def to_words(html: str) -> str:
    """The text of `html` without any tag or character nobody can see."""
    html = html.replace("</p>", "</p>\n\n")
    text = _ANY_TAG.sub("", html) if _is_tangled(html) else nh3.clean(html, tags=set(), attributes={})
    return printable(normal(html_module.unescape(text)))


def to_line(html: str) -> str:
    """`html`, or a text with entities in it, as one line of plain text; entities may have been written twice."""
    text = html
    for _ in range(2):
        text = html_module.unescape(text)
    return " ".join(to_words(text if "<" in html or "<" not in text else html).split())


def _parsed(html: str, notes: Counter[str]) -> BeautifulSoup:
    """The cleaned document."""
    known = {*_BOXES, *_PARTS, *_EMBEDS, "html", "head", "body", "meta", "link", "title"}
    for tag in refused_tags(html):
        if tag not in known:
            notes[f"<{tag}> is left out"] += 1
    if found := len(_SCRIPT_LINK.findall(html_module.unescape(html))):
        notes["a link that runs a script lost its address"] += found
    clean = nh3.clean(
        html,
        tags={*TAGS, *_BOXES, *_EMBEDS, "source"},
        clean_content_tags={"script", "style", "noscript", "form", "select", "button", "svg", "math", "template"},
        attributes={**ATTRIBUTES, **{tag: {name, "title"} for tag, name in _WITH_ADDRESS.items()}},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what looks like a file name is a text here
        return BeautifulSoup(clean, "html.parser")


def _is_tangled(html: str) -> bool:
    """True for what no editor writes and no parser should be given: too long, too many tags, or nested too deeply."""
    if len(html) > MAX_CHARACTERS or html.count("<") > MAX_TAGS:
        return True
    depth = 0
    for found in _TAG.finditer(html):
        if found[2].lower() not in _NEST_NOT:
            depth = max(0, depth - 1) if found[1] else depth + 1
            if depth > MAX_DEPTH:
                return True
    return False


def _replace_embeds(soup: BeautifulSoup, base: str, notes: Counter[str]) -> None:
    """Media of other sites, and players, become a paragraph with a link that says whose site it opens."""
    for element in soup.find_all(_EMBEDS):
        inside = element.find("source") if not _address(element) else None
        address = _absolute(_address(element) or (_address(inside) if isinstance(inside, Tag) else ""), base)
        host = host_of(address)
        if not host:
            notes[f"<{element.name}> without an address is left out"] += 1
            element.decompose()
            continue
        notes[f"<{element.name}> of {host} became a link"] += 1
        link = soup.new_tag("a", href=address)
        link.string = f"{_text_of(element.get('title')) or address.rsplit('/', 1)[-1] or host} ({host})"
        paragraph = soup.new_tag("p")
        paragraph.append(link)
        element.replace_with(paragraph)


def _resolve_links(soup: BeautifulSoup, base: str, local: Local, notes: Counter[str]) -> None:
    """Addresses in full; a link to something that is imported leads to its file."""
    for link in soup.find_all("a"):
        address = _text_of(link.get("href"))
        if not address or address.startswith("#"):
            link.unwrap()  # an anchor, or a jump to one: the site names its own
        elif address.lower().startswith(("mailto:", "tel:")):
            link["href"] = address.split("?", 1)[0]
        elif full := _absolute(address, base):
            link["href"] = local(full, is_picture=False) or full
        else:
            notes["a link without a readable address became text"] += 1
            link.unwrap()


def _replace_pictures(soup: BeautifulSoup, base: str, local: Local, notes: Counter[str]) -> None:
    """A picture stays one if its file is here and it has a description; else it becomes a link to it."""
    for picture in soup.find_all("img"):
        address = _absolute(_text_of(picture.get("src")), base)
        if not address:
            notes["a picture without a readable address is left out"] += 1
            picture.decompose()
            continue
        path, alt = local(address, is_picture=True), " ".join(_text_of(picture.get("alt")).split())
        if path and alt:
            _unlink(picture)
            picture["src"], picture["alt"] = path, alt
            continue
        notes["a picture became a link" if alt else "a picture without a description became a link"] += 1
        _unlink(picture)
        link = soup.new_tag("a", href=path or address)
        link.string = alt or address.rsplit("/", 1)[-1].split("?", 1)[0] or address
        picture.replace_with(link)


def _unlink(picture: Tag) -> None:
    """Take off a link around a picture: it leads to the same picture, larger, and a link holds no other."""
    around = picture.find_parent("a")
    if around is not None:
        around.unwrap()


def _number_lists(soup: BeautifulSoup) -> None:
    """Every item of a numbered list gets its number, counted once and not per item."""
    for ordered in soup.find_all("ol"):
        start = _text_of(ordered.get("start"))
        items = [child for child in ordered.children if isinstance(child, Tag) and child.name == "li"]
        for number, item in enumerate(items, int(start) if start.isdigit() and start.isascii() else 1):
            item["value"] = str(number)
    for caption in soup.find_all("figcaption"):
        caption.name = "p"
    for link in soup.find_all("a"):
        if link.find(_BLOCKS):  # a card: Markdown has links within a paragraph only
            link.unwrap()


def _address(element: Tag) -> str:
    return _text_of(element.get(_WITH_ADDRESS.get(element.name, "src")))


def _text_of(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _absolute(address: str, base: str) -> str:
    """A web address in full, empty if it is none."""
    try:
        full = urljoin(base, address)
        return full if address and urlsplit(full).scheme in ("http", "https") and urlsplit(full).hostname else ""
    except ValueError:
        return ""
