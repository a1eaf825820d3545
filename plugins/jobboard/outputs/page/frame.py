"""What every page has around it: head, navigation and footer. Nothing here changes with a posting."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    CLOSED_JOBS,
    HOME,
    SAVED,
    SUBSCRIBE,
    WRITE,
    absolute,
    feed_path,
    here,
    href,
    link_here,
)
from jobboard.outputs.page.collection import Collection, standing
from jobboard.outputs.page.json_ld import json_ld
from jobboard.outputs.page.keeping import Keeping, keeping_of
from jobboard.outputs.page.link import Link, with_current
from jobboard.outputs.page.pictures import LinkPreview, card_preview
from jobboard.outputs.page.previewing import page_title, preview_words
from jobboard.outputs.page.script import Script, script_of
from jobboard.outputs.page.theme import Assets
from jobboard.outputs.page.trail import Position, links_of_trail, markup_of_trail, trail_of
from jobboard.outputs.page.versions import ONE_VERSION, Alternate, SwitchLink, Versions, alternates_of, switch_of
from jobboard.source.direction import direction_of

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)
"""Goes into every page. `frame-ancestors` works only as a header, so `hosting` adds it there."""


_FULL_TEXT = CONTENT_SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
FULL_TEXT_POLICY = f"{_FULL_TEXT}; worker-src 'self'"
"""Of the page that asks an index of full texts, and of the worker that looks into it: both run WebAssembly."""


EMBED_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; "
    "base-uri 'none'"
)
"""Of what other sites may show in a frame: the style, the pictures and the script of this site, and nothing to send."""

NOWHERE_ELSE = Position()


class Feed(Struct, frozen=True, kw_only=True):
    """A feed as a page announces it."""

    title: str
    href: str
    type: str


class Frame(Struct, frozen=True, kw_only=True):
    """The same on every page of a site, but for what `around` adds for one."""

    name: str
    description: str
    lang: str
    """The language of the page's own words, for `<html lang>`."""
    direction: str
    """`ltr` or `rtl`, for `<html dir>`."""
    words: str
    """A digest of the catalogue: pages depend on it."""
    home: str
    """The address of the home page."""
    assets: Mapping[str, str]
    """Where the files of `static/` are: `site.assets["js/board.js"]`. The style sheets together are `style.css`."""
    script: Script
    navigation: tuple[Link, ...]
    """The menu. The entry the page belongs to is the current one."""
    footer: tuple[Link, ...]
    """The menu at the foot: what that at the top has, but for `subscribe`, and more."""
    feeds: tuple[Feed, ...]
    """The standing feeds."""
    other_feeds: tuple[Feed, ...] = ()
    """Those of the standing feeds that the page does not announce as its own."""
    subscribe: str
    """The page that lists every feed; empty if there is none."""
    keeping: Keeping | None
    """What the script is told that keeps things for a reader; nothing where there is no page of saved postings."""
    preview: str = ""
    """On a preview the sentence that says so, with the instant it shows; empty on every site that readers see."""


class Head(Struct, frozen=True, kw_only=True):
    """What a page says of itself to browsers, search engines and social networks."""

    title: str
    description: str
    canonical: str
    policy: str
    """The Content Security Policy, for the first `<meta>`."""
    section: str = ""
    """The address of its menu entry."""
    robots: str = ""
    """What search engines are asked: `noindex`, or nothing."""
    feeds: tuple[Feed, ...] = ()
    markup: str = ""
    """A finished block of JSON-LD, or empty."""
    alternates: tuple[Alternate, ...] = ()
    """The page in all its languages, itself among them; empty where there is but one."""
    switch: tuple[SwitchLink, ...] = ()
    """Where the language switch leads; empty where the site has one language."""
    type: str = "website"
    """What it is by Open Graph: `article` is the page of one item."""
    twin: str = ""
    """The same as Markdown; empty where there is no such file."""
    trail: tuple[Link, ...] = ()
    """The way to it from home, itself the last; empty for home."""
    preview: LinkPreview | None = None
    """The picture that goes with a link to it; nothing where the site has no social cards."""

    @property
    def card(self) -> str:
        """The form of such a link (`twitter:card`): with a large picture, or without one; empty for lists then."""
        if self.preview is not None:
            return "summary_large_image"
        return "summary" if self.type == "article" else ""


def frame_of(
    site: Site,
    main: tuple[Link, ...] = (),
    footer: tuple[Link, ...] = (),
    *,
    scopes: Iterable[str] = (),
    assets: Mapping[str, str] = MappingProxyType({}),
) -> Frame:
    """The frame of a site's pages; `main` and `footer` are what its menus lead to, `scopes` the feeds it announces.

    `assets` are the addresses of the theme's files by their names in it.
    """
    return Frame(
        name=site.name,
        description=site.description,
        lang=site.lang,
        direction=direction_of(site.lang),
        words=site.words,
        home=link_here(site, HOME),
        assets=Assets((name, href(site, path)) for name, path in assets.items()),
        script=script_of(site),
        navigation=(*main, *_subscribing(site)),
        footer=(*main, *_always_there(site), *footer),
        feeds=tuple(
            feed
            for scope in (*(["all"] if site.has_extras else []), *scopes)
            for feed in feeds_of(site, standing(site, scope))
            if not feed.type.endswith("json")  # three more lines on every page, for readers that read the others too
        ),
        subscribe=link_here(site, SUBSCRIBE) if site.has_extras else "",
        keeping=keeping_of(site) if site.has_extras else None,
        preview=preview_words(site),
    )


def _subscribing(site: Site) -> Iterator[Link]:
    """The last of the menu, where there is such a page; at the foot it has a place of its own."""
    if site.has_extras:
        yield Link(text=site.say("Subscribe"), href=link_here(site, SUBSCRIBE))


def _always_there(site: Site) -> Iterator[Link]:
    """What the foot leads to on every board, and no menu."""
    yield Link(text=site.say("Closed jobs"), href=link_here(site, CLOSED_JOBS))
    if site.has_extras:
        yield Link(text=site.say("Saved postings"), href=link_here(site, SAVED))
    if site.form is not None:
        yield Link(text=site.say("Write for the board"), href=link_here(site, WRITE))


def around(frame: Frame, head: Head) -> Frame:
    """The frame of one page: its menu entry is the current one, and what it announces itself is not announced twice."""
    own = {feed.href for feed in head.feeds}
    return replace(
        frame,
        navigation=with_current(frame.navigation, head.section),
        other_feeds=tuple(feed for feed in frame.feeds if feed.href not in own),
    )


def feeds_of(site: Site, collection: Collection) -> tuple[Feed, ...]:
    """The forms of a collection's feed, each with a title of its own."""

    def form(name: str, extension: str, type_: str) -> Feed:
        path = here(site, feed_path(collection.path, extension))
        return Feed(title=f"{collection.title} ({name})", href=absolute(site, path), type=type_)

    forms = (
        form("RSS", "rss.xml", "application/rss+xml"),
        form("Atom", "atom.xml", "application/atom+xml"),
        form("JSON Feed", "json", "application/feed+json"),
    )
    return forms if site.has_extras else forms[:2]


def head_of(
    site: Site,
    path: str,
    title: str,
    description: str,
    *,
    section: str = "",
    original: str = "",
    is_indexed: bool = True,
    markup: tuple[dict[str, Any], ...] = (),
    place: Position = NOWHERE_ELSE,
    versions: Versions = ONE_VERSION,
    preview: LinkPreview | None = None,
    **more: Any,
) -> Head:
    """The head of the page at `path`; `markup` is what it says in JSON-LD beside the way to its `place`.

    `section` is the address of the menu entry it belongs to, in any edition, `original` the page that it frames. A page
    without a picture of its own has the card of the edition.
    """
    trail = trail_of(site, path, title, place)
    is_itself = is_indexed and original in ("", path)
    block = json_ld((*markup, markup_of_trail(site, path, trail)) if is_itself and trail else markup)
    return Head(
        title=page_title(site, title),
        description=description,
        canonical=absolute(site, original or path),
        policy=policy_for(block),
        markup=block,
        alternates=alternates_of(site, versions),
        switch=switch_of(site, versions, path),
        section=link_here(site, section) if section else "",
        robots="" if is_indexed and site.preview is None and not site.is_staging else "noindex",
        trail=links_of_trail(site, trail),
        preview=preview or card_preview(site, here(site, HOME), f"{site.name} · {site.description}"),
        **more,
    )


def policy_for(block: str) -> str:
    """The page's policy, with the hash of its block of JSON-LD as it stands in the page.

    Browsers never run such a block and so never block it; checkers that go by the letter want the hash.
    """
    if not block:
        return CONTENT_SECURITY_POLICY
    digest = base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()
    return CONTENT_SECURITY_POLICY.replace("script-src 'self'", f"script-src 'self' 'sha256-{digest}'")
