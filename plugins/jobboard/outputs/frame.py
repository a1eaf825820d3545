"""What every page has around it: head, navigation and footer. Nothing here changes with a posting."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Any

from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    CLOSED,
    HOME,
    JOBS,
    NEWS,
    ORGANISATIONS,
    STYLESHEET,
    absolute,
    feed_path,
    here,
    href,
    link_here,
)
from jobboard.outputs.cards import Link
from jobboard.outputs.json_ld import json_ld
from jobboard.outputs.script import Script, script_of
from jobboard.outputs.versions import ONE_VERSION, Alternate, SwitchLink, Versions, alternates_of, switch_of

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)
"""Goes into every page. `frame-ancestors` works only as a header, so `hosting` adds it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as a page announces it."""

    title: str
    href: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The same on every page of a site."""

    name: str
    description: str
    lang: str
    words: str
    """A digest of the catalogue: pages depend on it."""
    home: str
    assets: str
    stylesheet: str
    script: Script
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    feeds: tuple[Feed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says of itself to browsers and search engines. `section` is the address of its menu entry.

    `markup` is a finished block of JSON-LD, or empty.
    """

    title: str
    description: str
    canonical: str
    policy: str
    section: str = ""
    is_indexed: bool = True
    feeds: tuple[Feed, ...] = ()
    markup: str = ""
    alternates: tuple[Alternate, ...] = ()
    switch: tuple[SwitchLink, ...] = ()


def frame_of(site: Site) -> Frame:
    """The frame of a site's pages."""
    return Frame(
        name=site.name,
        description=site.description,
        lang=site.lang,
        words=site.words,
        home=link_here(site, HOME),
        assets=href(site, "theme/"),
        stylesheet=href(site, STYLESHEET),
        script=script_of(site),
        navigation=(
            Link(text=site.say("Jobs"), href=link_here(site, JOBS)),
            Link(text=site.say("News"), href=link_here(site, NEWS)),
            Link(text=site.say("Organisations"), href=link_here(site, ORGANISATIONS)),
        ),
        footer=(Link(text=site.say("Closed jobs"), href=link_here(site, CLOSED)),),
        feeds=feed_pair(site, "jobs", jobs_feed(site)) + feed_pair(site, "news", news_feed(site)),
    )


def jobs_feed(site: Site) -> str:
    """What the feed of the jobs is called."""
    return site.say("%(site)s: jobs", site=site.name)


def news_feed(site: Site) -> str:
    """What the feed of the news is called."""
    return site.say("%(site)s: news", site=site.name)


def feed_pair(site: Site, scope: str, title: str) -> tuple[Feed, ...]:
    """The two forms of a feed, each with a title of its own."""
    return (
        Feed(
            title=f"{title} (RSS)",
            href=absolute(site, here(site, feed_path(scope, "rss.xml"))),
            type="application/rss+xml",
        ),
        Feed(
            title=f"{title} (Atom)",
            href=absolute(site, here(site, feed_path(scope, "atom.xml"))),
            type="application/atom+xml",
        ),
    )


def head_of(
    site: Site,
    path: str,
    title: str,
    description: str,
    *,
    section: str = "",
    markup: tuple[dict[str, Any], ...] = (),
    versions: Versions = ONE_VERSION,
    **more: Any,
) -> Head:
    """The head of the page at `path`; `markup` is what it says in JSON-LD.

    `section` is the address of the menu entry it belongs to, in any edition.
    """
    block = json_ld(markup)
    return Head(
        title=f"{title} · {site.name}" if title != site.name else title,
        description=description,
        canonical=absolute(site, path),
        policy=policy_for(block),
        markup=block,
        alternates=alternates_of(site, versions),
        switch=switch_of(site, versions, path),
        section=link_here(site, section) if section else "",
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
