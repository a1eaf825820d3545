"""A news item on a sheet of its own, for the press kit: as HTML without anything around it, and as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.outputs.addresses import absolute, here, news_path
from jobboard.outputs.news import parts
from jobboard.outputs.page.frame import Head, head_of
from jobboard.outputs.page.link import other_language
from jobboard.outputs.page.people import Names, Person, author_views
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import body_html
from jobboard.outputs.text.plain import in_plain_text
from jobboard.outputs.text.words import When


class ReleaseSheet(Struct, frozen=True, kw_only=True):
    """The view of the sheet. Nothing on it leads to another page of the site but `address`, that of its own page."""

    template: ClassVar = "release.html"
    head: Head
    title: str
    lang: str
    kind: str
    organisations: str
    published: When
    places: str
    authors: tuple[Person, ...]
    corrections: tuple[tuple[When, str], ...]
    body: str
    """HTML: print it with `|judged`."""
    quotes: tuple[parts.QuoteView, ...]
    contacts: tuple[Person, ...]
    boilerplates: tuple[tuple[str, str, str], ...]
    """What each issuer says of itself, after its name and the language of both. HTML: print it with `|judged`."""
    distributed_by: str
    address: str


def release_sheet(site: Site, item: BoardNews, names: Names) -> ReleaseSheet:
    """The sheet of a visible item, in the words of its edition."""
    content, path, lang = item.content, news_path(item.id), other_language(site, item.lang)
    return ReleaseSheet(
        head=head_of(site, here(site, path), content.title, "", original=path),
        title=content.title,
        lang=lang,
        kind=site.say(words.NEWS_KINDS[content.kind]),
        organisations=", ".join(each.content.name for each in item.organisations),
        published=words.moment_words(content.published, item.zone, site.lang),
        places=", ".join(content.places),
        authors=author_views(content.authors, names, lang),
        corrections=parts.corrections(site, item),
        body=body_html(site, item.body, item.links, path),
        quotes=tuple(parts.quote_views(site, item, names)),
        contacts=parts.contact_views(site, item, names),
        boilerplates=tuple(parts.boilerplates_elsewhere(site, item)),
        distributed_by=content.distributed_by or "",
        address=absolute(site, path),
    )


def release_text(site: Site, sheet: ReleaseSheet) -> str:
    """The sheet as plain text, a blank line between its parts."""
    return "\n\n".join(part for part in _parts(site, sheet) if part) + "\n"


def _parts(site: Site, sheet: ReleaseSheet) -> Iterator[str]:
    yield f"{sheet.kind}\n{sheet.title}"
    yield "\n".join((", ".join(filter(None, (sheet.places, sheet.published.text))), sheet.organisations))
    if sheet.authors:
        yield site.say("By %(people)s", people="; ".join(map(_who, sheet.authors)))
    if sheet.corrections:
        heading = site.say_number("Correction", "Corrections", len(sheet.corrections))
        yield "\n".join((heading, *(f"{on.text}: {note}" for on, note in sheet.corrections)))
    yield in_plain_text(sheet.body)
    yield from (quote.copied for quote in sheet.quotes)
    if sheet.contacts:
        lines = (" · ".join(filter(None, (_who(each), each.email, each.phone))) for each in sheet.contacts)
        yield "\n".join((site.say("Contact for the press"), *lines))
    for name, _, body in sheet.boilerplates:
        yield "\n".join((site.say("About %(organisation)s", organisation=name), in_plain_text(body)))
    if sheet.distributed_by:
        yield site.say("Distributed by %(distributor)s", distributor=sheet.distributed_by)
    yield sheet.address


def _who(person: Person) -> str:
    organisation = person.organisation.text if person.organisation else ""
    return ", ".join(filter(None, (person.name, person.role, organisation)))
