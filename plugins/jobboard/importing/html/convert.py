"""A text from elsewhere as Markdown: unsafe HTML in, Markdown and a list of what could not be kept out."""

from __future__ import annotations

import html as html_module
import re
import warnings
from collections import Counter

import nh3
from bs4 import BeautifulSoup
from bs4.element import Tag

from jobboard.importing.html.addresses import absolute_address, named_host
from jobboard.importing.html.footnotes import take_footnotes
from jobboard.importing.html.local import Local
from jobboard.importing.html.markdown import tidy, to_markdown
from jobboard.importing.html.markdown_line import escaped_words
from jobboard.importing.html.pictures import replace_pictures, settle_pictures
from jobboard.importing.html.reshape import reshape
from jobboard.importing.html.shapes import BOXES, INLINE, attribute, new_tag
from jobboard.importing.html.unseen import NOSCRIPT, drop_unseen, quoted_words
from jobboard.source.markdown.sanitise import SCHEMES, TAGS, refused_tags
from jobboard.source.text import normal, printable

_MAX_CHARACTERS = 1_000_000
MAX_TAGS = 40_000
_MAX_DEPTH = 100

_TANGLED = "the text is too long or too tangled, and was taken without its form"
_EMBEDS = ("iframe", "video", "audio", "embed", "object", "amp-iframe", "amp-video", "amp-youtube", "lite-youtube")
_CONTROLS = frozenset(
    {
        *("select", "button", "textarea", "input", "datalist", "output", "progress", "meter", "label", "legend"),
        *("keygen",),
    }
)
_PICTURES = frozenset({"source", "picture", "amp-img", "svg"})
_WORDLESS = frozenset(
    {
        *("track", "param", "html", "head", "body", "meta", "link", "title", "rp", "rt", "ruby", "wbr", "col"),
        *("colgroup", "area", "base", "thead"),
    }
)
"""Tags that may go without a word: what they hold stays, or belongs to something that is noted."""

_OF_FORMULAS = (
    *("math", "semantics", "mi", "mn", "mo", "ms", "mtext", "mspace", "mrow", "mfrac", "msqrt", "mroot", "mstyle"),
    *("merror", "mpadded", "mphantom", "mfenced", "menclose", "maction", "msub", "msup", "msubsup", "munder", "mover"),
    *("munderover", "mmultiscripts", "mprescripts", "mtable", "mtr", "mtd", "mlabeledtr"),
)
_FORMULA = re.compile(rf"<(/?)(?:{'|'.join(_OF_FORMULAS)})\b[^>]*>", re.IGNORECASE)
"""What a cleaner drops with its words, which stay where `span` stands in its place."""

_WITH_ADDRESS = {"object": "data"}
_FURTHER_ADDRESSES = ("data-src", "data-lazy-src", "data-litespeed-src", "data-url")
_LAZY = re.compile(r"<(/?)noscript\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_TWICE = re.compile(r"&(?:#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});")
_ANY_TAG = re.compile(r"<[^<>]*>")
_NEST_NOT = frozenset(
    ("br", "hr", "img", "wbr", "col", "input", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "source")
)
"""Tags that have no end, or that the next of their kind ends."""

_SCRIPT_LINK = re.compile(r"""\bhref\s*=\s*["']?\s*(?:javascript|vbscript|data)\s*:""", re.IGNORECASE)
_ATTRIBUTES = {
    "*": {"class", "style", "hidden", "id", "title", "lang", "align"},
    "a": {"href", "name", "rel"},
    "img": {"src", "alt", "width", "height", "srcset", "sizes"},
    "amp-img": {"src", "alt", "width", "height", "srcset"},
    "source": {"src", "srcset"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "table": {"role"},
    "ol": {"start"},
    "object": {"data"},
    **{tag: {"src", "title", "videoid", "data-videoid"} for tag in _EMBEDS if tag != "object"},
}
_KEPT = TAGS | BOXES | INLINE | _CONTROLS | _PICTURES | {*_EMBEDS, "rt"}
_GONE = {"script", "style", "math-annotation", "annotation", "annotation-xml", "rp"}
"""Tags whose content nobody sees."""


def to_body(html: str, base: str, local: Local, lang: str = "") -> tuple[str, tuple[str, ...]]:
    """The Markdown of `html`, whose relative addresses start at `base`, and notes on what became something else.

    Pictures that `local` knows stay pictures if they have a description; others become links. Embedded media of
    other sites become links, scripts and the controls of forms go. Parts in another language than `lang` keep their
    own. What is nested or tangled absurdly is taken as plain text.
    """
    notes: Counter[str] = Counter()
    html = printable(normal(html))
    if is_tangled(html):
        return to_plain(html), (_TANGLED,)
    try:
        soup = cleaned_soup(html, notes)
        settle_pictures(soup, base, notes)
        drop_unseen(soup, notes)
        footnotes = take_footnotes(soup, base)
        for part in [soup, *(note for _, note in footnotes)]:
            _replace_embeds(part, base, notes)
            _drop_controls(part, notes)
            _resolve_links(part, base, local, notes)
            replace_pictures(part, local, notes)
            reshape(part, lang, notes)
        text = to_markdown(soup, footnotes)
    except RecursionError:
        return to_plain(html), (_TANGLED,)
    return printable(normal(text)), tuple(f"{count} × {what}" if count > 1 else what for what, count in notes.items())


def to_plain(html: str) -> str:
    """Only the words of `html`, in paragraphs, as Markdown that holds no mark."""
    return tidy(escaped_words("\n\n".join(filter(None, map(str.strip, to_words(html).split("\n\n"))))))


def to_words(html: str) -> str:
    """The text of `html` without any tag or character nobody can see."""
    html = html.replace("</p>", "</p>\n\n")
    text = _ANY_TAG.sub("", html) if is_tangled(html) else nh3.clean(html, tags=set(), attributes={})
    return printable(normal(html_module.unescape(text)))


def to_line(html: str) -> str:
    """`html`, or a text with entities in it, as one line of plain text; entities may have been written twice."""
    text = to_words(html)
    return " ".join(printable(html_module.unescape(text) if _TWICE.search(text) else text).split())


def cleaned_soup(html: str, notes: Counter[str]) -> BeautifulSoup:
    """The cleaned document."""
    known = {*_KEPT, *_WORDLESS, *_OF_FORMULAS, "noscript"}
    for tag in refused_tags(html):
        if tag not in known:
            notes[f"<{tag}> is left out"] += 1
    if found := html.lower().count("</math>"):
        notes["a formula became its letters in a row"] += found
    if found := len(_SCRIPT_LINK.findall(html_module.unescape(html))):
        notes["a link that runs a script lost its address"] += found
    clean = nh3.clean(
        _LAZY.sub(
            lambda found: f'<{found[1]}span class="{NOSCRIPT}">' if not found[1] else "</span>",
            _FORMULA.sub(r"<\1span>", html),
        ),
        tags=set(_KEPT),
        clean_content_tags=_GONE,
        attributes=_ATTRIBUTES,
        generic_attribute_prefixes={"data-"},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what looks like a file name is a text here
        return BeautifulSoup(clean, "html.parser", string_containers={})  # else what `rt` holds is no text


def is_tangled(html: str) -> bool:
    """True for what no editor writes and no parser should be given: too long, too many tags, or nested too deeply."""
    if len(html) > _MAX_CHARACTERS or html.count("<") > MAX_TAGS:
        return True
    depth = 0
    for found in _TAG.finditer(html):
        if found[2].lower() not in _NEST_NOT:
            depth = max(0, depth - 1) if found[1] else depth + 1
            if depth > _MAX_DEPTH:
                return True
    return False


def _replace_embeds(soup: Tag, base: str, notes: Counter[str]) -> None:
    """Media of other sites, and players, become a paragraph with a link that says whose site it opens."""
    for element in soup.find_all(_EMBEDS):
        if element.decomposed:  # one within another
            continue
        inside = [each for each in element.find_all(["source", "embed"]) if isinstance(each, Tag)]
        addresses = (absolute_address(text, base) for each in (element, *inside) for text in _addresses(each))
        address = next(filter(None, addresses), "")
        host = named_host(address)
        if not host:
            notes[f"<{element.name}> without an address is left out"] += 1
            element.decompose()
            continue
        notes[f"<{element.name}> of {host} became a link"] += 1
        link = new_tag("a", href=address)
        link.string = f"{attribute(element, 'title') or address.rsplit('/', 1)[-1] or host} ({host})"
        paragraph = new_tag("p")
        paragraph.append(link)
        element.replace_with(paragraph)


def _addresses(element: Tag) -> list[str]:
    """The addresses an element may show, the one it shows when all scripts have run first."""
    if video := attribute(element, "videoid") or attribute(element, "data-videoid"):
        return [f"https://www.youtube.com/watch?v={video}"]
    names = (*_FURTHER_ADDRESSES, _WITH_ADDRESS.get(element.name, "src"))
    return [text for name in names if (text := attribute(element, name))]


def _drop_controls(soup: Tag, notes: Counter[str]) -> None:
    """What readers type into, press or choose from; the note has its words."""
    controls = [each for each in soup.find_all(list(_CONTROLS)) if each.find_parent(list(_CONTROLS)) is None]
    words = [" ".join(each.get_text(" ").split()) for each in controls]
    for control in controls:
        control.decompose()
    if controls:
        notes[f"a form is left out{quoted_words(words)}"] += 1


def _resolve_links(soup: Tag, base: str, local: Local, notes: Counter[str]) -> None:
    """Addresses in full; a link to something that is imported leads to its file."""
    for link in soup.find_all("a"):
        address = attribute(link, "href")
        if not address or address.startswith("#"):
            link.unwrap()  # an anchor, or a jump to one: the site names its own
        elif address.lower().startswith(("mailto:", "tel:")):
            link["href"] = address.split("?", 1)[0]
        elif full := absolute_address(address, base):
            link["href"] = local(full, is_picture=False) or full
        else:
            notes["a link without a readable address became text"] += 1
            link.unwrap()
