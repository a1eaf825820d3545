"""The card of a news item: what lists show of it, and nothing more."""

from __future__ import annotations

from msgspec import Struct

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.model.fields.addresses import host_words
from jobboard.outputs.framed import link_to
from jobboard.outputs.page.link import Link, language_label, organisation_links, other_language
from jobboard.outputs.page.pictures import picture_on_card
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import summary_of
from jobboard.outputs.text.words import When


class NewsCard(Struct, frozen=True, kw_only=True):
    """One news item in a listing. `elsewhere` is the site that published it, if not ours; `through` as in a job's.
    `picture` is an address, or empty."""

    title: str
    href: str
    lang: str
    kind: str
    organisations: tuple[Link, ...]
    published: When
    summary: str
    language_words: str
    elsewhere: str
    picture: str
    through: str = ""


def news_card(site: Site, item: BoardNews) -> NewsCard:
    """What listings show of a news item, in the site's language."""
    return NewsCard(
        title=item.content.title,
        href=link_to(site, item),
        lang=other_language(site, item.lang),
        kind=site.say(words.NEWS_KINDS[item.content.kind]),
        organisations=organisation_links(site, item.organisations),
        published=words.day_of(item.opens_at, item.zone, site.lang),
        summary=summary_of(item.content.summary, item.body),
        language_words=language_label(site, item.lang),
        elsewhere=host_words(item.content.link or "").removeprefix("www."),
        picture=picture_on_card(site, item.content.image),
    )
