"""News: its listing, and the page of an item."""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.outputs import words
from jobboard.outputs.addresses import NEWS, href, media_path, news_path
from jobboard.outputs.bodies import body_html, summary_of
from jobboard.outputs.cards import Link, NewsCard, language_label, organisation_links, other_language
from jobboard.outputs.frame import Head, feed_forms, head_of, organisation_feeds
from jobboard.outputs.listing import Pages, Slice, pages_of
from jobboard.outputs.markup import breadcrumbs, news_article
from jobboard.outputs.media import Picture, picture_of
from jobboard.outputs.words import When


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsListPage:
    """The view of one page of the news."""

    head: Head
    cards: tuple[NewsCard, ...]
    pages: Pages | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody named on a page: an author, a speaker of a quote, a contact."""

    name: str
    role: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """Words somebody said."""

    text: str
    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPage:
    """The view of a news item."""

    head: Head
    title: str
    lang: str
    language_words: str
    kind: str
    organisations: tuple[Link, ...]
    published: When
    updated: When | None
    places: tuple[str, ...]
    authors: tuple[Person, ...]
    corrections: tuple[tuple[When, str], ...]
    picture: Picture | None
    body: str
    quotes: tuple[QuoteView, ...]
    embeds: tuple[Link, ...]
    files: tuple[Link, ...]
    link: str
    link_host: str
    contacts: tuple[Person, ...]
    distributed_by: str
    topics: tuple[str, ...]
    boilerplates: tuple[tuple[Link, str], ...]
    related: tuple[NewsCard, ...]


def news_list_page(site: Site, part: Slice, cards: tuple[NewsCard, ...]) -> NewsListPage:
    """One page of the news."""
    title = f"News{part.suffix}"
    return NewsListPage(
        head=head_of(
            site,
            part.path,
            title,
            f"Press releases and news of {site.name}.",
            section=NEWS,
            feeds=feed_forms(site, "news", f"{site.name}: news"),
        ),
        cards=cards,
        pages=pages_of(site, part),
    )


def news_page(site: Site, item: BoardNews, related: tuple[NewsCard, ...]) -> NewsPage:
    """The page of a visible news item."""
    content, lang = item.content, site.lang
    path = news_path(item.id)
    return NewsPage(
        head=head_of(
            site,
            path,
            content.title,
            summary_of(content.summary, item.body, 200),
            section=NEWS,
            feeds=organisation_feeds(site, item.organisations[0]),
            markup=(news_article(site, item), breadcrumbs(site, (("News", NEWS), (content.title, path)))),
        ),
        title=content.title,
        lang=other_language(item.lang, site),
        language_words=language_label(item.lang, site),
        kind=words.NEWS_KINDS[content.kind],
        organisations=organisation_links(item.organisations, site),
        published=words.day_of(item.opens_at, item.zone, lang),
        updated=words.day_of(item.updated_at, item.zone, lang) if item.updated_at > item.opens_at else None,
        places=content.places,
        authors=tuple(Person(name=each.name, role=each.role or "") for each in content.authors),
        corrections=tuple((words.moment_words(each.on, item.zone, lang), each.note) for each in content.corrections),
        picture=picture_of(content.image, site),
        body=body_html(item.body, item.links, site),
        quotes=tuple(QuoteView(text=each.text, name=each.name, role=each.role or "") for each in content.quotes),
        embeds=tuple(Link(text=each.title, href=each.url) for each in content.embeds),
        files=tuple(Link(text=each.title, href=href(site, media_path(each.file))) for each in content.assets),
        link=content.link or "",
        link_host=content.link.split("/")[2] if content.link else "",
        contacts=tuple(
            Person(name=each.name or "", role="", email=each.email or "", phone=each.phone or "")
            for each in content.contacts
        ),
        distributed_by=content.distributed_by or "",
        topics=tuple(topic.name_in(lang) for topic in item.topics),
        boilerplates=_boilerplates(site, item),
        related=related,
    )


def files_shown(item: BoardNews) -> tuple[str, ...]:
    """The files of the content that the page of a news item needs published."""
    content = item.content
    named = [asset.file for asset in content.assets] + [embed.image.file for embed in content.embeds if embed.image]
    named += [content.image.file] if content.image else []
    return (
        tuple(dict.fromkeys([*named, *(target.file for _, target in item.links if target and target.file)]))
        if item.is_visible
        else ()
    )


def _boilerplates(site: Site, item: BoardNews) -> tuple[tuple[Link, str], ...]:
    """Of a press release, what each issuer says of itself."""
    if item.content.kind != "press-release":
        return ()
    links = organisation_links(item.organisations, site)
    return tuple(
        (link, body_html(each.body, each.links, site))
        for link, each in zip(links, item.organisations, strict=True)
        if not each.body.is_empty
    )
