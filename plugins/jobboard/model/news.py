"""The news item: press release, article, opinion or report (schema.org NewsArticle)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from jobboard.model import common
from jobboard.model.fields.field import MISSING, Shared, declared
from jobboard.model.fields.lists import list_of
from jobboard.model.fields.record import Where, record_type
from jobboard.model.fields.references import id_in
from jobboard.model.fields.values import FILE, HTTPS_URL, LINE, LONG_LINE, TEXT, day_type, moment_type, one_of
from jobboard.model.moments.moment import Moment
from jobboard.model.moments.not_a_moment import Side
from jobboard.model.parts.general import AUTHOR, CONTACT, IMAGE, Author, Contact, Image, keep_metadata
from jobboard.source.message import phrase
from jobboard.source.pictures.picture import is_picture


class NewsKind(StrEnum):
    """What a news item is."""

    NEWS = "news"
    PRESS_RELEASE = "press-release"
    OPINION = "opinion"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words somebody said for the release."""

    IN_WORDS: ClassVar = "text"

    text: str = declared(
        TEXT, "The words, without quotation marks.", "Our cities are ready.", required=phrase("a quote has a text")
    )
    name: str = declared(LINE, "Who said it.", "Ada Example", required=phrase("a quote names who said it"))
    role: str | None = declared(LINE, "Their office.", "Secretary General")
    organisation: str | None = declared(id_in("organisations"), "Id of their organisation.", "cemr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A picture or file for the press."""

    EXAMPLE: ClassVar = ("file", "title", "alt")

    file: str = declared(FILE, "Path below content/.", "images/launch.jpg", required=phrase("an asset names its file"))
    title: str = declared(LINE, "What it is.", "Launch event", required=phrase("an asset has a title"))
    alt: str | None = declared(LONG_LINE, "What it shows; a picture must have it.", "Three people on a stage")
    credit: str | None = declared(LINE, "Who made it.", '"Photo: A. Example"')
    keep_metadata: bool = keep_metadata()

    def check(self, where: Where) -> None:
        if self.file and is_picture(self.file) and not self.alt and where.knows("alt"):
            where.problem("alt", MISSING, phrase("say what the picture shows, for those who cannot see it"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """Media that lives on another site; shown as a link, so that nothing is requested before a click."""

    url: str = declared(
        HTTPS_URL, "Where it is.", "https://video.example.org/1", required=phrase("embedded media has an address")
    )
    title: str = declared(LINE, "What it is.", "Film of the launch", required=phrase("embedded media has a title"))
    image: Image | None = declared(IMAGE, "A still picture of it.", "{file: images/still.jpg, alt: A stage}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Something put right after publication, said at the top."""

    IN_WORDS: ClassVar = "note"

    on: Moment = declared(day_type(Side.FIRST), "When.", "2026-03-04", required=phrase("say when it was corrected"))
    note: str = declared(
        TEXT,
        "What was wrong and what is right.",
        "The name of the host city was misspelt.",
        required=phrase("say what was corrected"),
    )


@dataclass(frozen=True, kw_only=True)
class NewsItem:
    """One file of `content/news/`."""

    id: str
    path: str
    title: str = common.title("A hub for talent in cities and regions")
    organisations: tuple[str, ...] = declared(
        list_of(id_in("organisations")),
        "Ids of the organisations that issue it.",
        "[cemr, uclg]",
        required=phrase("every news item names who issues it: organisations: [example-network]"),
        also="organisation organization organizations publisher issuer company source organismes organizaciones",
        shared=Shared.LENT,
    )
    published: Moment = common.published(phrase("say when the news item appears: published: 2026-03-02"))
    kind: NewsKind = declared(
        one_of(NewsKind),
        "What it is.",
        "press-release",
        default=NewsKind.NEWS,
        also="type category format genre tipo",
        shared=Shared.SAME,
    )
    summary: str | None = common.summary()
    lang: str | None = common.lang()
    topics: tuple[str, ...] = common.topics()
    updated: Moment | None = common.updated()
    timezone: str | None = common.timezone()
    authors: tuple[Author, ...] = declared(
        list_of(AUTHOR),
        "Who wrote it.",
        "[{name: Ada Example, role: Head of policy}]",
        default=(),
        also="author byline by writer writers creator auteur auteurs autor autores",
    )
    quotes: tuple[Quote, ...] = declared(
        list_of(record_type(Quote, phrase("a text and a name"))),
        "Quotes, one by one.",
        "[{text: Our cities are ready., name: Ada Example}]",
        default=(),
        also="quote citation citations cita citas",
    )
    contacts: tuple[Contact, ...] = declared(
        list_of(CONTACT),
        "Whom the press may ask.",
        "[{name: Press office, email: press@example.org}]",
        default=(),
        also="contact press_contact press_contacts media_contact contact_presse contacto contactos",
    )
    assets: tuple[Asset, ...] = declared(
        list_of(record_type(Asset, phrase("a file and its title"))),
        "Pictures and files for the press.",
        "[{file: images/launch.jpg, title: Launch, alt: A stage}]",
        default=(),
        also="attachments attachment files media press_kit downloads gallery",
    )
    embeds: tuple[Embed, ...] = declared(
        list_of(record_type(Embed, phrase("an address and a title"))),
        "Media on other sites.",
        "[{url: https://video.example.org/1, title: Film}]",
        default=(),
        also="embed video videos youtube",
    )
    distributed_by: str | None = declared(
        LINE, "Who sent it out.", "Wire Association on behalf of Eurocities", also="distributor via wire"
    )
    places: tuple[str, ...] = declared(
        list_of(LINE),
        "Places it is about or comes from, in words.",
        "[Brussels, Tampere]",
        default=(),
        also="place location locations dateline lieu lieux lugar lugares",
    )
    corrections: tuple[Correction, ...] = declared(
        list_of(record_type(Correction, phrase("a day and a note"))),
        "What was put right later.",
        "[{on: 2026-03-04, note: A name was misspelt.}]",
        default=(),
        also="correction errata erratum corrigendum",
    )
    link: str | None = declared(
        HTTPS_URL,
        "Where it was published first or in full.",
        "https://example.org/story",
        also="url canonical canonical_url source_url original_url external_url lien enlace",
    )
    related: tuple[str, ...] = declared(
        list_of(id_in("news")),
        "Ids of other news items.",
        "[jobs-for-city-lovers]",
        default=(),
        also="related_posts see_also",
        shared=Shared.LENT,
    )
    expires: Moment | None = declared(
        moment_type(Side.LAST),
        "When it leaves lists and feeds; the page stays.",
        "2027-01-31",
        also=(
            "expiry expiry_date expiration expiration_date expires_at unpublish unpublish_date valid_until "
            "valid_through deadline end_date"
        ),
        shared=Shared.LENT,
    )
    image: Image | None = common.image()
    status: common.Visibility | None = common.status()
    formerly: tuple[str, ...] = common.formerly()
    translation_of: str | None = common.translation_of()

    def check(self, where: Where) -> None:
        common.advise_on_title(self.title, where)
