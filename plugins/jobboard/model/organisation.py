"""The organisation: who hires, who issues (schema.org Organization). Its body is its boilerplate."""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.model import common
from jobboard.model.field import declared
from jobboard.model.lists import list_of
from jobboard.model.parts import CONTACT, IMAGE, PLACE, SOCIAL_LINK, Contact, Image, Place, SocialLink
from jobboard.model.references import id_in
from jobboard.model.values import EMAIL, HTTPS_URL, LINE, TEXT


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """One file of `content/organisations/`."""

    id: str
    path: str
    name: str = declared(
        LINE, "Full name.", "Council of European Municipalities and Regions", required="every organisation has a name"
    )
    website: str = declared(
        HTTPS_URL, "Address of its website.", "https://www.example.org", required="every organisation has a website"
    )
    short_name: str | None = declared(LINE, "Short name or acronym.", "CEMR")
    part_of: str | None = declared(id_in("organisations"), "Id of the organisation it belongs to.", "cemr")
    summary: str | None = common.summary()
    lang: str | None = common.lang()
    email: str | None = declared(EMAIL, "General address.", "info@example.org")
    place: Place | None = declared(PLACE, "Where its office is.", "{city: Brussels, country: BE}")
    timezone: str | None = common.timezone()
    logo: Image | None = declared(IMAGE, "Its logo.", "{file: images/logo.png, alt: Logo of CEMR}")
    social: tuple[SocialLink, ...] = declared(
        list_of(SOCIAL_LINK),
        "Its profiles.",
        "[{network: linkedin, url: https://www.linkedin.com/company/example}]",
        default=(),
    )
    newsroom: str | None = declared(
        HTTPS_URL, "Address of its newsroom on another site.", "https://wire.example.org/newsroom/example"
    )
    press_contacts: tuple[Contact, ...] = declared(
        list_of(CONTACT), "Whom the press may ask.", "[{name: Press office, email: press@example.org}]", default=()
    )
    equal_opportunities: str | None = declared(
        TEXT, "Its promise to applicants, shown on every posting.", "Everybody is welcome to apply."
    )
    privacy: str | None = declared(
        HTTPS_URL, "Address of its privacy notice for applicants.", "https://example.org/privacy"
    )
    formerly: tuple[str, ...] = common.formerly()
