"""Markup of a news item for search engines: NewsArticle (docs/standards.md#other-markup). Only what the page shows."""

from __future__ import annotations

from typing import Any

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.model.news import NewsKind
from jobboard.outputs.addresses import absolute, news_path
from jobboard.outputs.news.kit_files import shown_in
from jobboard.outputs.page.markup import organisation, without_empty
from jobboard.outputs.page.pictures import picture_address
from jobboard.outputs.text.clocks import clock
from jobboard.source.pictures.picture import is_picture


def news_article(site: Site, item: BoardNews) -> dict[str, Any]:
    """NewsArticle for the page of a news item. Authors are names alone; without any, the issuers are the authors."""
    content = item.content
    address = absolute(site, news_path(item.id))
    issuers = [organisation(site, each.content) for each in item.organisations]
    is_release = content.kind is NewsKind.PRESS_RELEASE
    pictures = [content.image] if content.image else []
    pictures += [shown_in(asset) for asset in content.assets if is_picture(asset.file)]
    markup = {
        "@type": "NewsArticle",
        "@id": address,
        "headline": content.title,
        "datePublished": clock(item.opens_at, item.zone),
        "dateModified": clock(item.updated_at, item.zone),
        "author": [{"@type": "Person", "name": author.name} for author in content.authors] or issuers,
        "publisher": issuers[0],
        "sourceOrganization": issuers if len(issuers) > 1 else [],
        "image": [*dict.fromkeys(picture_address(site, each) for each in pictures)],
        "dateline": ", ".join(content.places) if is_release else "",
        "contentLocation": [] if is_release else [{"@type": "Place", "name": place} for place in content.places],
        "correction": [each.note for each in content.corrections],
        "sameAs": content.link or "",
        "inLanguage": item.lang,
        "mainEntityOfPage": address,
    }
    return without_empty(markup)
