"""A body on its way into a page or feed: its links get their addresses."""

from __future__ import annotations

import html as html_module
import re
from types import MappingProxyType
from urllib.parse import unquote

from jobboard.board.site import Site
from jobboard.board.synopsis import Resolved, Target
from jobboard.outputs.addresses import absolute, href, item_path, media_path
from jobboard.outputs.text.judged import SPELT_OUT
from jobboard.outputs.text.sentences import sentences_of
from jobboard.outputs.widths import IN_TEXT, Measures, height_at, path_elsewhere, shown_path, srcsets_of
from jobboard.source.direction import LEFT_TO_RIGHT, RIGHT_TO_LEFT, direction_of
from jobboard.source.markdown.kept import Body
from jobboard.source.markdown.sanitise import SECTION_PREFIX
from jobboard.source.pictures.picture import Measured

LONGEST_ELSEWHERE = 32 * 1024
"""Characters of HTML, some five thousand words, that stand in feeds and the like, too: a dozen files hold them."""

_ANCHOR = re.compile(r"<a\b([^>]*?)\shref=\"([^\"]*)\"([^>]*)>(.*?)</a>", re.DOTALL)
_IMAGE = re.compile(r'(<img\b(?:[^>"]|"[^"]*")*?\ssrc=")([^"]*)("(?:[^>"]|"[^"]*")*)>')
_WIDTH = re.compile(r'\swidth="(\d+)"')
_SPELT_OUT = re.compile(r'<a(\b[^>]*?\shref="(?:mailto:)?([^"]*)"[^>]*>\2</a>)')
_PLACE = re.compile(rf'(<(?:a|li|sup|h[1-6])\b(?:[^>"]|"[^"]*")*?\s(?:id="|href="#))({SECTION_PREFIX}|fn(?:ref\d*)?:)')
"""An anchor of a body, or a link to one of its own."""

_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")


def body_html(site: Site, body: Body, links: Resolved, page: str = "", seen: Measures = MappingProxyType({})) -> str:
    """The body with real addresses. Give `page`, its own address, for text read elsewhere: links become absolute.

    `seen` are the sizes of the pictures in it, so that a page shows them in widths, and nothing moves when they arrive.

    On a page, a link whose words are its address is marked, so that paper does not say it twice.
    """
    return addressed(site, body.html, links, page, seen)


def addressed(site: Site, html: str, links: Resolved, page: str = "", seen: Measures = MappingProxyType({})) -> str:
    """The same for the HTML of a body that was fetched."""
    if links or (page and 'href="#' in html):
        html = _with_addresses(site, html, links, page, seen)
    return html if page or "</a>" not in html else _SPELT_OUT.sub(rf'<a class="{SPELT_OUT}"\1', html)


def _with_addresses(site: Site, html: str, links: Resolved, page: str, seen: Measures) -> str:
    targets = dict(links)

    def link(match: re.Match[str]) -> str:
        before, written, after, text = match.groups()
        if _SCHEME.match(written):
            return match[0]
        if written.startswith("#"):
            address: str | None = absolute(site, page) if page else ""
        else:
            target = targets.get(html_module.unescape(written))
            address = _address(site, target, page)
            written = _fragment(written, target)
        if address is None:
            return text
        return f'<a{before} href="{html_module.escape(address)}{written}"{after}>{text}</a>'

    def image(match: re.Match[str]) -> str:
        target = targets.get(html_module.unescape(match[2]))
        if target is None or not target.file:
            return f"{match[1]}{match[3]}>"
        if not page and target.file in seen:
            return _in_widths(site, match, target.file, seen[target.file])
        path = path_elsewhere(target.file)
        return f"{match[1]}{html_module.escape(absolute(site, path) if page else href(site, path))}{match[3]}>"

    return _IMAGE.sub(image, _ANCHOR.sub(link, html))


def _in_widths(site: Site, image: re.Match[str], file: str, measured: Measured) -> str:
    """A picture of a text with its size and, where it is made in widths, with these; a size that is written stays."""
    size = _size(image[0], measured)
    shown = html_module.escape(href(site, shown_path(file, measured)))
    img = f'{image[1]}{shown}{image[3]}{size} loading="lazy">'
    sources = "".join(
        f'<source type="{type_}" srcset="{html_module.escape(srcset)}" sizes="{IN_TEXT}">'
        for type_, srcset in srcsets_of(site, file, measured)
    )
    return f"<picture>{sources}{img}</picture>" if sources else img


def _size(image: str, measured: Measured) -> str:
    """What the tag of a picture lacks of its size; beside a width that is written, the height that goes with it."""
    if ' height="' in image:
        return ""
    written = _WIDTH.search(image)
    if written is None:
        return f' width="{measured.width}" height="{measured.height}"'
    return f' height="{height_at(int(written[1]), measured)}"'


def html_elsewhere(site: Site, body: Body, links: Resolved, page: str = "") -> str:
    """The same for feeds and the like; empty for a text so long that it is only read on its own page (decision 43)."""
    html = body.html
    return addressed(site, html, links, page) if len(html) <= LONGEST_ELSEWHERE else ""


def beside_others(html: str, name: str) -> str:
    """A body on a page that has another: `name`, an id, is in its anchors, so that none is on the page twice."""
    return _PLACE.sub(rf"\1\g<2>{name}-", html)


def in_direction(html: str, lang: str) -> str:
    """HTML for where nobody says which way it runs. Readers presume from left to right, so only the other is said."""
    if not html or direction_of(lang) == LEFT_TO_RIGHT:
        return html
    return f'<div lang="{lang}" dir="{RIGHT_TO_LEFT}">{html}</div>'


def summary_of(written: str | None, body: Body, limit: int = 300) -> str:
    """The summary the author wrote, else the first paragraph, ended at a sentence and never inside one."""
    text = " ".join((written or body.excerpt).split())
    if len(text) <= limit or written:
        return text
    sentences = sentences_of(text)
    kept = next(sentences)
    for each in sentences:
        if len(kept) + 1 + len(each) > limit:
            break
        kept += f" {each}"
    return kept


def _address(site: Site, target: Target | None, page: str) -> str | None:
    if target is None:
        return None
    path = media_path(target.file) if target.file else item_path(site, target.folder, target.id)
    return absolute(site, path) if page else href(site, path)


def _fragment(written: str, target: Target | None) -> str:
    """What follows the address, as it stands in the HTML: escaped already. Not a `#` in the name of a file.

    Of a place in another text it is the anchor that place has.
    """
    if target is not None and target.id:
        return f"#{html_module.escape(target.anchor)}" if target.anchor else ""
    _, hash_, place = written.partition("#")
    is_of_name = target is not None and f"#{unquote(html_module.unescape(place))}" in target.file
    return f"#{place}" if hash_ and not is_of_name else ""
