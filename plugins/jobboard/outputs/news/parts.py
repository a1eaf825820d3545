"""What a news item holds besides its text: people, quotes, files, media elsewhere, what issuers say of themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.model.news import NewsKind
from jobboard.outputs.addresses import absolute, href, media_path, news_path, organisation_path, press_kit_path
from jobboard.outputs.framed import path_here
from jobboard.outputs.news.kit_files import kit_assets, shown_in
from jobboard.outputs.page.link import Link, organisation_links, other_language
from jobboard.outputs.page.media import Download, PageFiles
from jobboard.outputs.page.people import Names, Person, contact_view, site_of, unit_of
from jobboard.outputs.page.pictures import Picture, picture_of
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import beside_others, html_elsewhere
from jobboard.outputs.text.words import When
from jobboard.outputs.widths import Measures
from jobboard.source.slug import to_key


class QuoteView(Struct, frozen=True, kw_only=True):
    """Words somebody said, with the anchor they are found at and the whole address of that.

    `copied` is what a journalist takes along: the words, and on a line of its own who said them.
    """

    text: str
    name: str
    role: str
    organisation: Link | None
    copied: str
    anchor: str
    href: str
    address: str


class FileView(Struct, frozen=True, kw_only=True):
    """A file for the press; `picture` shows one that can be seen."""

    title: str
    href: str
    note: str
    credit: str
    picture: Picture | None


class EmbedView(Struct, frozen=True, kw_only=True):
    """Media on another site: a link that says whose, perhaps with a picture of ours."""

    title: str
    href: str
    host: str
    picture: Picture | None


def contact_views(site: Site, item: BoardNews, names: Names) -> tuple[Person, ...]:
    """Whom the press may ask: the item's own contacts, else of a press release those of its issuers."""
    if item.content.contacts or item.content.kind is not NewsKind.PRESS_RELEASE:
        lang = other_language(site, item.lang)
        return tuple(contact_view(each, unit_of(each, names), lang) for each in item.content.contacts)
    issuers = zip(organisation_links(site, item.organisations), item.organisations, strict=True)
    return tuple(
        contact_view(each, link, link.lang) for link, issuer in issuers for each in issuer.content.press_contacts
    )


def corrections(site: Site, item: BoardNews) -> tuple[tuple[When, str], ...]:
    """What was put right, each with its day."""
    made = item.content.corrections
    return tuple((words.moment_words(each.on, item.zone, site.lang), each.note) for each in made)


def quote_views(site: Site, item: BoardNews, names: Names) -> Iterator[QuoteView]:
    """Quotes, each with an anchor made of the speaker's name: other people's quotes do not move it."""
    path, taken = news_path(item.id), set[str]()
    for quote in item.content.quotes:
        base = f"quote-{to_key(quote.name)}".rstrip("-")
        numbered = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 2)))
        anchor = next(each for each in numbered if each not in taken)
        taken.add(anchor)
        organisation = names.get(quote.organisation or "")
        who = (quote.name, quote.role, organisation.text if organisation else "")
        yield QuoteView(
            text=quote.text,
            name=quote.name,
            role=quote.role or "",
            organisation=organisation,
            copied=f"{quote.text}\n— {', '.join(filter(None, who))}",
            anchor=anchor,
            href=f"{href(site, path_here(site, item.lang, path))}#{anchor}",
            address=f"{absolute(site, path)}#{anchor}",
        )


def file_views(site: Site, item: BoardNews, files: PageFiles) -> Iterator[FileView]:
    """PageFiles for the press, with type, size and credit; of a picture also how large it is."""
    measured = files.measured
    for asset in item.content.assets:
        seen = measured.get(asset.file)
        kind = asset.file.rsplit(".", 1)[-1].upper()
        points = site.say("%(width)s × %(height)s pixels", width=seen.width, height=seen.height) if seen else ""
        yield FileView(
            title=asset.title,
            href=href(site, media_path(asset.file)),
            note=", ".join(filter(None, (kind, points, words.size_words(files.sizes[asset.file], site.lang)))),
            credit=asset.credit or "",
            picture=picture_of(site, shown_in(asset), measured) if seen else None,
        )


def kit_view(site: Site, item: BoardNews, sizes: Mapping[str, int]) -> Download | None:
    """The press kit, where there is one."""
    files = kit_assets(item) if site.has_press_kits else ()
    if not files:
        return None
    size = words.size_words(sum(sizes[asset.file] for asset in files), site.lang)
    return Download(
        title=site.say_number("The text and a file in one", "The text and %(number)s files in one", len(files)),
        href=href(site, press_kit_path(item.id)),
        note=f"ZIP, {size}",
    )


def embed_views(site: Site, item: BoardNews, seen: Measures) -> Iterator[EmbedView]:
    """Media on other sites, which nothing is asked of before a click."""
    for embed in item.content.embeds:
        picture = picture_of(site, embed.image, seen) if embed.image else None
        yield EmbedView(title=embed.title, href=embed.url, host=site_of(embed.url), picture=picture)


def boilerplates(site: Site, item: BoardNews) -> Iterator[tuple[Link, str]]:
    """Of a press release, what each issuer says of itself."""
    if item.content.kind is not NewsKind.PRESS_RELEASE:
        return
    for link, each in zip(organisation_links(site, item.organisations), item.organisations, strict=True):
        if html := html_elsewhere(site, each.body, each.links):
            yield link, beside_others(html, each.id)


def boilerplates_elsewhere(site: Site, item: BoardNews) -> Iterator[tuple[str, str, str]]:
    """The same for who reads it away from the site: name, language where it is another, HTML with whole addresses."""
    for each in item.organisations if item.content.kind is NewsKind.PRESS_RELEASE else ():
        if html := html_elsewhere(site, each.body, each.links, organisation_path(each.id)):
            yield each.content.name, other_language(site, each.lang), beside_others(html, each.id)
