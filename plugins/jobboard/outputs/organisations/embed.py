"""The open postings of an organisation for its own site: as a page to frame, and as a piece of HTML to take in.

Both say the same as the list of the board. A frame has the board's script, which takes away what closes; a piece that
another server takes in has nothing but the words, the deadline among them, and full addresses (decision 78).
"""

from __future__ import annotations

from typing import ClassVar
from urllib.parse import urljoin

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.outputs.addresses import absolute, embed_path, here, organisation_path
from jobboard.outputs.organisations.lists import marked
from jobboard.outputs.page.frame import EMBED_POLICY, Head, head_of
from jobboard.outputs.page.link import Link, other_language
from jobboard.outputs.page.made import Made
from jobboard.outputs.page.script import Recount, recount_of
from jobboard.outputs.postings.card import JobCard, cards_told_apart
from jobboard.outputs.postings.list import NOTHING_OPEN, count_words


class EmbedPage(Struct, frozen=True, kw_only=True):
    """The view of the page to frame: a list and a link to all there is, without the frame of the site.

    Its template lets links open in the whole window.
    """

    template: ClassVar = "embed.html"
    head: Head
    lang: str
    name: str
    count: str
    recount: Recount
    cards: tuple[JobCard, ...]
    empty: str
    more: Link


class EmbedList(Struct, frozen=True, kw_only=True):
    """The view of the piece to take in. Every address is a full one; `lang` is that of its words."""

    template: ClassVar = "embed_list.html"
    head: Head
    lang: str
    cards: tuple[JobCard, ...]
    empty: str
    more: Link


def embed_page(site: Site, item: BoardOrganisation, cards: tuple[Made[JobCard], ...], total: int) -> EmbedPage:
    """The page to frame; `cards` are the first of the `total` open postings of an organisation and its parts."""
    return EmbedPage(
        head=_head(site, item),
        lang=other_language(site, item.lang),
        name=item.content.name,
        count=count_words(site, total),
        recount=recount_of(site, total, len(cards)),
        cards=_shown(site, item, cards),
        empty=site.say(NOTHING_OPEN),
        more=_more(site, item),
    )


def embed_list(site: Site, item: BoardOrganisation, cards: tuple[Made[JobCard], ...]) -> EmbedList:
    """The piece to take in."""
    return EmbedList(
        head=_head(site, item),
        lang=site.lang,
        cards=tuple(replace(each, href=urljoin(site.url, each.href)) for each in _shown(site, item, cards)),
        empty=site.say(NOTHING_OPEN),
        more=_more(site, item),
    )


def _shown(site: Site, item: BoardOrganisation, cards: tuple[Made[JobCard], ...]) -> tuple[JobCard, ...]:
    return cards_told_apart(site, (marked(site, each.value, item) for each in cards))


def _more(site: Site, item: BoardOrganisation) -> Link:
    return Link(
        text=site.say("All postings of %(organisation)s on %(site)s", organisation=item.content.name, site=site.name),
        href=absolute(site, here(site, organisation_path(item.id))),
    )


def _head(site: Site, item: BoardOrganisation) -> Head:
    """Search engines are told of the page of the organisation, and not to list this one."""
    head = head_of(
        site,
        here(site, embed_path(item.id)),
        site.say("Open postings: %(value)s", value=item.content.name),
        "",
        original=here(site, organisation_path(item.id)),
        is_indexed=False,
    )
    return replace(head, policy=EMBED_POLICY)
