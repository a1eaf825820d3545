"""The organisation: who hires, who issues (schema.org Organization). Its body is its boilerplate."""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.model import common
from jobboard.model.field import declared
from jobboard.model.lists import list_of
from jobboard.model.logo import LOGO, Logo
from jobboard.model.parts import CONTACT, PLACE, SOCIAL_LINK, Contact, Place, SocialLink
from jobboard.model.references import id_in
from jobboard.model.values import EMAIL, HTTPS_URL, LINE, TEXT


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """One file of `content/organisations/`."""

    id: str
    path: str
    name: str = declared(
        LINE,
        "Full name.",
        "Council of European Municipalities and Regions",
        required="every organisation has a name",
        also="title full_name legal_name organisation organization nom nombre",
    )
    website: str = declared(
        HTTPS_URL,
        "Address of its website.",
        "https://www.example.org",
        required="every organisation has a website",
        also="url link homepage web site site_web sitio_web same_as",
    )
    short_name: str | None = declared(
        LINE, "Short name or acronym.", "CEMR", also="acronym abbreviation short sigle siglas"
    )
    part_of: str | None = declared(
        id_in("organisations"),
        "Id of the organisation it belongs to.",
        "cemr",
        also="parent parent_organisation parent_organization member_of",
    )
    summary: str | None = common.summary()
    lang: str | None = common.lang()
    email: str | None = declared(
        EMAIL, "General address.", "info@example.org", also="mail e_mail e-mail contact courriel correo"
    )
    place: Place | None = declared(
        PLACE,
        "Where its office is.",
        "{city: Brussels, country: BE}",
        also="address location headquarters seat adresse siege direccion sede",
    )
    timezone: str | None = common.timezone()
    logo: Logo | None = declared(
        LOGO, "Its logo.", "{file: images/logo.png, alt: Logo of CEMR}", also="image picture icon logotype"
    )
    social: tuple[SocialLink, ...] = declared(
        list_of(SOCIAL_LINK),
        "Its profiles.",
        "[{network: linkedin, url: https://www.linkedin.com/company/example}]",
        default=(),
        also="social_media socials profiles linkedin twitter facebook instagram youtube mastodon bluesky threads",
    )
    newsroom: str | None = declared(
        HTTPS_URL,
        "Address of its newsroom on another site.",
        "https://wire.example.org/newsroom/example",
        also="press press_room press_page salle_de_presse sala_de_prensa",
    )
    press_contacts: tuple[Contact, ...] = declared(
        list_of(CONTACT),
        "Whom the press may ask.",
        "[{name: Press office, email: press@example.org}]",
        default=(),
        also="contacts press_contact media_contacts contact_presse",
    )
    equal_opportunities: str | None = declared(
        TEXT,
        "Its promise to applicants, shown on every posting.",
        "Everybody is welcome to apply.",
        also="diversity equality eeo equal_opportunity egalite igualdad",
    )
    privacy: str | None = declared(
        HTTPS_URL,
        "Address of its privacy notice for applicants.",
        "https://example.org/privacy",
        also="privacy_notice privacy_policy gdpr confidentialite privacidad",
    )
    formerly: tuple[str, ...] = common.formerly()
