"""The page of a news item: a press release, an article, an opinion or a report."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.model.news import NewsKind
from jobboard.outputs.addresses import NEWS, news_path
from jobboard.outputs.framed import path_here
from jobboard.outputs.news import parts
from jobboard.outputs.news.card import NewsCard
from jobboard.outputs.news.markup import news_article
from jobboard.outputs.news.social import social_of_news
from jobboard.outputs.page.collection import of_organisation
from jobboard.outputs.page.frame import Head, feeds_of, head_of
from jobboard.outputs.page.link import Link, organisation_links, other_language, topic_links
from jobboard.outputs.page.made import Made
from jobboard.outputs.page.media import Download
from jobboard.outputs.page.meta import Meta, meta_of
from jobboard.outputs.page.people import Extras, Person, author_views, site_of
from jobboard.outputs.page.pictures import LinkPreview, Picture, picture_of, preview_or_card
from jobboard.outputs.page.trail import Position
from jobboard.outputs.page.twin import twin_of
from jobboard.outputs.page.versions import translation_links, versions_of_item
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import body_html, summary_of
from jobboard.outputs.text.clocks import clock
from jobboard.outputs.text.words import When
from jobboard.source.direction import isolated


class NewsPage(Struct, frozen=True, kw_only=True):
    """The view of a news item. `dateline` is where a press release comes from; `meta` has what others are about.

    `published_time` and `modified_time` are for cards of social networks (ISO 8601 with offset).
    """

    template: ClassVar = "news.html"
    head: Head
    title: str
    lang: str
    kind: str
    organisations: tuple[Link, ...]
    published: When
    published_time: str
    modified_time: str
    dateline: str
    meta: Meta | None
    authors: tuple[Person, ...]
    corrections: tuple[tuple[When, str], ...]
    picture: Picture | None
    body: str
    """HTML: print it with `|judged`."""
    quotes: tuple[parts.QuoteView, ...]
    embeds: tuple[parts.EmbedView, ...]
    files: tuple[parts.FileView, ...]
    kit: Download | None
    """All files in one."""
    link: str
    """Where else it is to be read; empty where it is all here."""
    link_host: str
    contacts: tuple[Person, ...]
    distributed_by: str
    topics: tuple[Link, ...]
    boilerplates: tuple[tuple[Link, str], ...]
    """What each issuer says of itself, after its name. HTML: print it with `|judged`."""
    related: tuple[NewsCard, ...]

    @property
    def has_copies(self) -> bool:
        """True if there is something that a button copies."""
        return bool(self.quotes or self.contacts)

    @property
    def has_footer(self) -> bool:
        """True if there is anything to say below the text and its contacts."""
        return bool(self.topics or self.distributed_by)


def news_page(
    site: Site,
    item: BoardNews,
    related: tuple[Made[NewsCard], ...],
    extras: Extras,
    members: tuple[tuple[str, str], ...],
) -> NewsPage:
    """The page of a visible news item. `members` are (language, path) of its translation group, the original first."""
    content, lang = item.content, site.lang
    names, seen = dict(extras.names), extras.files.measured
    preview = preview_or_card(site, item.content.image, seen, news_path(item.id), social_of_news(site, item).words)
    return NewsPage(
        head=_head(site, item, members, preview),
        title=content.title,
        lang=other_language(site, item.lang),
        kind=site.say(words.NEWS_KINDS[content.kind]),
        organisations=organisation_links(site, item.organisations),
        published=words.moment_words(content.published, item.zone, lang),
        published_time=clock(item.opens_at, item.zone),
        modified_time=clock(item.updated_at, item.zone),
        dateline=_places(item) if _is_release(item) else "",
        meta=_meta(site, item, members),
        authors=author_views(content.authors, names, other_language(site, item.lang)),
        corrections=parts.corrections(site, item),
        picture=picture_of(site, content.image, seen) if content.image else None,
        body=body_html(site, item.body, item.links, seen=seen),
        quotes=tuple(parts.quote_views(site, item, names)),
        embeds=tuple(parts.embed_views(site, item, seen)),
        files=tuple(parts.file_views(site, item, extras.files)),
        kit=parts.kit_view(site, item, extras.files.sizes),
        link=content.link or "",
        link_host=site_of(content.link) if content.link else "",
        contacts=parts.contact_views(site, item, names),
        distributed_by=content.distributed_by or "",
        topics=topic_links(site, item.topics),
        boilerplates=tuple(parts.boilerplates(site, item)),
        related=tuple(each.value for each in related),
    )


def _head(site: Site, item: BoardNews, members: tuple[tuple[str, str], ...], preview: LinkPreview | None) -> Head:
    title, original = item.content.title, news_path(item.id)
    path = path_here(site, item.lang, original)
    return head_of(
        site,
        path,
        title,
        summary_of(item.content.summary, item.body, 200),
        section=NEWS,
        original=original,
        versions=versions_of_item(site, item, members, NEWS),
        feeds=feeds_of(site, of_organisation(site, item.organisations[0])),
        markup=(news_article(site, item),) if path == original else (),
        twin=twin_of(site, original),
        place=Position(lang=other_language(site, item.lang)),
        type="article",
        preview=preview,
    )


def _meta(site: Site, item: BoardNews, members: tuple[tuple[str, str], ...]) -> Meta | None:
    is_updated = item.updated_at > item.opens_at
    return meta_of(
        site,
        item.lang,
        translation_links(site, members, news_path(item.id)),
        places="" if _is_release(item) else _places(item),
        updated=words.day_of(item.updated_at, item.zone, site.lang) if is_updated else None,
    )


def _is_release(item: BoardNews) -> bool:
    return item.content.kind is NewsKind.PRESS_RELEASE


def _places(item: BoardNews) -> str:
    return ", ".join(isolated(each, item.lang) for each in item.content.places)
