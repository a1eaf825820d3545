"""Records that several kinds of content share: places, people, contacts, pictures, files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from jobboard.model.fields.field import MISSING, Shared, declared
from jobboard.model.fields.record import Where, record_type
from jobboard.model.fields.references import id_in
from jobboard.model.fields.values import COUNTRY, EMAIL, FILE, HTTPS_URL, LINE, LONG_LINE, PHONE, YES_OR_NO, one_of
from jobboard.model.texts.codes import country_of
from jobboard.source.message import phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A town, a region or a whole country (schema.org PostalAddress). There is no short form: "Berkeley, CA" is not
    Canada."""

    EXAMPLE: ClassVar = ("city", "country")
    IN_WORDS: ClassVar = "city"
    WITH_WORDS: ClassVar = ("city",)

    city: str | None = declared(
        LINE,
        "The town, in its own spelling; without one, the region or the whole country is meant.",
        "Brussels",
        also="town place locality address_locality ville commune ciudad municipio",
        shared=Shared.LENT,
    )
    region: str | None = declared(
        LINE,
        "The region, state or province, where it is to be named.",
        "Wallonia",
        also=(
            "state province county land canton department address_region administrative_area departement etat "
            "provincia comunidad_autonoma estado"
        ),
        shared=Shared.LENT,
    )
    country: str = declared(
        COUNTRY,
        "ISO 3166-1 code of the country.",
        "BE",
        required=phrase("a place names a country, like BE"),
        also="country_code address_country pays pais",
        shared=Shared.SAME,
    )
    postcode: str | None = declared(
        LINE,
        "The postal code.",
        "1040",
        also="postal_code zip zip_code zipcode plz code_postal codigo_postal",
        shared=Shared.LENT,
    )
    street: str | None = declared(
        LINE,
        "Street and number.",
        "Square de Meeûs 1",
        also="address street_address address1 venue rue adresse calle direccion",
        shared=Shared.LENT,
    )

    @property
    def town_or_region(self) -> str:
        """What it is called within its country; empty for all of that."""
        return self.city or self.region or ""

    def check(self, where: Where) -> None:
        for name, hint in (
            ("street", phrase("a street is in a town: name it, like city: Brussels")),
            ("postcode", phrase("a postcode is in a town: name it, like city: Brussels")),
        ):
            if where.has(name) and not where.has("city"):
                where.problem("city", MISSING, hint)
                return


def _in_parts(text: str) -> str:
    """What somebody wrote as "Belgium", or as "Ghent, Belgium" with its country named in full."""
    if len(text) > 3 and (code := country_of(text)):
        return f"{{country: {code}}}"
    city, comma, country = (part.strip() for part in text.rpartition(","))
    code = country_of(country) if comma and len(country) > 3 else ""
    return f"{{city: {city}, country: {code}}}" if code and "," not in city else ""


PLACE = record_type(Place, phrase("a country, with the city or region in it"), as_fields=_in_parts)


def keep_metadata() -> Any:
    """Declare `keep_metadata`, of any record that names a picture."""
    return declared(
        YES_OR_NO,
        "Whether the file itself is published with all that the camera noted, place and names included.",
        "no",
        default=False,
        also="keep_exif keep_iptc exif iptc metadata",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of the content, with the words that stand for it."""

    file: str = declared(
        FILE,
        "Path below content/.",
        "images/team.jpg",
        required=phrase("a picture names its file"),
        also="path src source url image fichier archivo",
    )
    alt: str = declared(
        LONG_LINE,
        "What the picture shows, for those who cannot see it.",
        "Five colleagues around a map",
        required=phrase("say what the picture shows, for those who cannot see it"),
        also="alt_text description caption title texte_alternatif texto_alternativo",
    )
    credit: str | None = declared(LINE, "Who made it.", '"Photo: A. Example"', also="copyright photographer")
    keep_metadata: bool = keep_metadata()


IMAGE = record_type(Image, phrase("a file and its description"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file offered for download."""

    file: str = declared(
        FILE,
        "Path below content/.",
        "files/job-description.pdf",
        required=phrase("an attachment names its file"),
        also="path src url href link",
    )
    title: str = declared(
        LINE,
        "What the file is.",
        "Full job description",
        required=phrase("an attachment has a title"),
        also="name label description",
    )


ATTACHMENT = record_type(Attachment, phrase("a file and its title"))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDate:
    """A date an applicant should know: interviews, a test, the first day."""

    what: str = declared(LINE, "What happens.", "Interviews", required=phrase("say what happens"))
    when: str = declared(LINE, "When, in words.", "second half of March 2026", required=phrase("say when"))
    url: str | None = declared(HTTPS_URL, "Where to read more.", "https://example.org/interviews")


KEY_DATE = record_type(KeyDate, phrase("what happens and when"))


_ROLE_ALSO = "title position function job_title fonction cargo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody to ask. Needs an e-mail address or a phone number; leaves the page when a posting closes."""

    EXAMPLE: ClassVar = ("name", "email")
    IN_WORDS: ClassVar = "name"
    WITH_WORDS: ClassVar = ("email",)

    name: str | None = declared(
        LINE, "Who; an office is better than a person.", "Press office", also="person nom nombre"
    )
    role: str | None = declared(LINE, "What they do there.", "Head of policy", also=_ROLE_ALSO)
    email: str | None = declared(
        EMAIL, "Where to write.", "press@example.org", also="mail e_mail address courriel correo"
    )
    phone: str | None = declared(
        PHONE, "Where to call.", "+32 2 555 01 00", also="tel telephone mobile phone_number telefono"
    )
    organisation: str | None = declared(
        id_in("organisations"), "Id of the contact's organisation.", "cemr", also="organization company employer"
    )

    def check(self, where: Where) -> None:
        if not where.has("email", "phone"):
            where.problem("email", MISSING, phrase("a contact has an email or a phone"))


CONTACT = record_type(Contact, phrase("a name with an email or a phone"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote a news item."""

    IN_WORDS: ClassVar = "name"

    name: str = declared(
        LINE, "First and last name.", "Ada Example", required=phrase("an author has a name"), also="author nom nombre"
    )
    role: str | None = declared(LINE, "What they do there.", "Head of policy", also=_ROLE_ALSO)
    organisation: str | None = declared(
        id_in("organisations"), "Id of their organisation.", "cemr", also="organization company employer"
    )


AUTHOR = record_type(Author, phrase("a name, perhaps with a role"))


class Network(StrEnum):
    """Social networks with an icon-free, written name of their own."""

    BLUESKY = "bluesky"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    LINKEDIN = "linkedin"
    MASTODON = "mastodon"
    THREADS = "threads"
    TWITTER = "twitter"
    YOUTUBE = "youtube"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialLink:
    """A profile on a social network."""

    network: Network = declared(
        one_of(Network),
        "Which network.",
        "linkedin",
        required=phrase("say which network it is"),
        also="name platform site type",
    )
    url: str = declared(
        HTTPS_URL,
        "Address of the profile.",
        "https://www.linkedin.com/company/example",
        required=phrase("give the address of the profile"),
        also="link href profile address",
    )


SOCIAL_LINK = record_type(SocialLink, phrase("a network and an address"))
