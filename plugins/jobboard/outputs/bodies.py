"""A body on its way into a page or feed: its links get their addresses."""

from __future__ import annotations

import html as html_module
import re

from jobboard.board.site import Site
from jobboard.board.synopsis import Links, Target
from jobboard.outputs.addresses import absolute, href, item_path, media_path
from jobboard.outputs.sentences import sentences_of
from jobboard.source.body import Body

_ANCHOR = re.compile(r"<a\b([^>]*?)\shref=\"([^\"]*)\"([^>]*)>(.*?)</a>", re.DOTALL)
_IMAGE = re.compile(r'(<img\b[^>]*?\ssrc=")([^"]*)(")')
_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")


def body_html(body: Body, links: Links, site: Site, page: str = "") -> str:
    """The body with real addresses. Give `page`, its own address, for text read elsewhere: links become absolute."""
    return addressed(body.html, links, site, page)


def addressed(html: str, links: Links, site: Site, page: str = "") -> str:
    """The same for the HTML of a body that was fetched."""
    if not links and (not page or 'href="#' not in html):
        return html
    targets = {html_module.escape(written, quote=False): target for written, target in links}

    def link(match: re.Match[str]) -> str:
        before, written, after, text = match.groups()
        if _SCHEME.match(written):
            return match[0]
        if written.startswith("#"):
            address: str | None = absolute(site, page) if page else ""
        else:
            address = _address(targets.get(written), site, page)
        if address is None:
            return text
        fragment = _fragment(written, targets.get(written))
        return f'<a{before} href="{html_module.escape(address)}{fragment}"{after}>{text}</a>'

    def image(match: re.Match[str]) -> str:
        address = _address(targets.get(match[2]), site, page)
        return f"{match[1]}{html_module.escape(address or '')}{match[3]}"

    return _IMAGE.sub(image, _ANCHOR.sub(link, html))


def summary_of(written: str | None, body: Body, limit: int = 300) -> str:
    """The summary the author wrote, else the first paragraph, ended at a sentence and never inside one."""
    text = " ".join((written or body.excerpt).split())
    if len(text) <= limit or written:
        return text
    sentences = sentences_of(text)
    kept = sentences[0]
    for each in sentences[1:]:
        if len(kept) + 1 + len(each) > limit:
            break
        kept += f" {each}"
    return kept


def _address(target: Target | None, site: Site, page: str) -> str | None:
    if target is None:
        return None
    path = media_path(target.file) if target.file else item_path(site, target.folder, target.id)
    return absolute(site, path) if page else href(site, path)


def _fragment(written: str, target: Target | None) -> str:
    """What follows the address: a place in another text, or what is written, which is escaped already."""
    if target is not None and target.id:
        return f"#{html_module.escape(target.anchor)}" if target.anchor else ""
    return f"#{written.split('#', 1)[1]}" if "#" in written else ""
