"""What every page has around it: head, navigation and footer. Nothing here changes with a posting."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Any

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    CLOSED,
    HOME,
    JOBS,
    NEWS,
    ORGANISATIONS,
    STYLESHEET,
    SUBSCRIBE,
    absolute,
    feed_path,
    href,
)
from jobboard.outputs.cards import Link
from jobboard.outputs.json_ld import json_ld
from jobboard.outputs.script import Script, script_of

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
    """The same on every page of a site. `subscribe` is the page that lists every feed; empty if there is none."""

    name: str
    description: str
    lang: str
    home: str
    stylesheet: str
    script: Script
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    feeds: tuple[Feed, ...]
    subscribe: str


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


def frame_of(site: Site) -> Frame:
    """The frame of a site's pages."""
    return Frame(
        name=site.name,
        description=site.description,
        lang=site.lang,
        home=href(site, HOME),
        stylesheet=href(site, STYLESHEET),
        script=script_of(site),
        navigation=(
            Link(text="Jobs", href=href(site, JOBS)),
            Link(text="News", href=href(site, NEWS)),
            Link(text="Organisations", href=href(site, ORGANISATIONS)),
        ),
        footer=(Link(text="Closed jobs", href=href(site, CLOSED)),),
        feeds=tuple(
            feed
            for scope in (("all", "jobs", "news") if site.has_facets else ("jobs", "news"))
            for feed in feed_forms(site, scope, f"{site.name}: {scope}")
            if not feed.type.endswith("json")  # three more lines on every page, for readers that read the others too
        ),
        subscribe=href(site, SUBSCRIBE) if site.has_facets else "",
    )


def feed_forms(site: Site, scope: str, title: str) -> tuple[Feed, ...]:
    """The forms of a feed, each with a title of its own."""
    forms = (
        Feed(title=f"{title} (RSS)", href=absolute(site, feed_path(scope, "rss.xml")), type="application/rss+xml"),
        Feed(title=f"{title} (Atom)", href=absolute(site, feed_path(scope, "atom.xml")), type="application/atom+xml"),
        Feed(title=f"{title} (JSON Feed)", href=absolute(site, feed_path(scope, "json")), type="application/feed+json"),
    )
    return forms if site.has_facets else forms[:2]


def organisation_feeds(site: Site, organisation: BoardOrganisation) -> tuple[Feed, ...]:
    """The forms of an organisation's feed."""
    name = organisation.content.short_name or organisation.content.name
    return feed_forms(site, f"organisations/{organisation.id}", f"{name} on {site.name}")


def head_of(
    site: Site,
    path: str,
    title: str,
    description: str,
    *,
    section: str = "",
    markup: tuple[dict[str, Any], ...] = (),
    **more: Any,
) -> Head:
    """The head of the page at `path`; `section` is the address of its menu entry, `markup` what it says in JSON-LD."""
    block = json_ld(markup)
    return Head(
        title=f"{title} · {site.name}" if title != site.name else title,
        description=description,
        canonical=absolute(site, path),
        policy=policy_for(block),
        markup=block,
        section=href(site, section) if section else "",
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
