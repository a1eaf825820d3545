"""The organisation: who hires, who issues (schema.org Organization). Its body is its boilerplate."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jobboard.model import common
from jobboard.model.fields.addresses import is_number, to_ascii_host
from jobboard.model.fields.field import InvalidError, declared
from jobboard.model.fields.input import Input
from jobboard.model.fields.lists import list_of
from jobboard.model.fields.references import id_in
from jobboard.model.fields.scalar import scalar_type
from jobboard.model.fields.values import EMAIL, HTTPS_URL, LINE, TEXT
from jobboard.model.parts.general import CONTACT, PLACE, SOCIAL_LINK, Contact, Place, SocialLink
from jobboard.model.parts.logo import LOGO, Logo
from jobboard.model.texts.colours import hex_of
from jobboard.source.message import phrase
from jobboard.source.yaml.syntax import in_quotes

_NOT_A_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:/*|[*.]+)", re.IGNORECASE)
_LARGEST = 300
"""Characters of a text that is looked at: a name of a host has 253 at most."""


def _to_domain(text: str) -> str:
    """A domain as the domain name system has it, in small letters. Raises InvalidError."""
    typed = text.strip()
    found = to_ascii_host(typed) if len(typed) < _LARGEST and not is_number(typed) else ""
    if not found or found.lower().startswith("www."):
        meant = _spelt_domain(typed)
        alone = phrase("the domain alone: %(domain)s", domain=meant)
        raise InvalidError(alone if meant != typed else phrase("name a host, like example.org"))
    return found.lower()


def _spelt_domain(text: str) -> str:
    """The domain in an address, or in a host with a `www.` before it; any other text as it is."""
    bare = text.strip().rpartition("@")[2][:_LARGEST]
    host = re.split("[/:?#]", _NOT_A_HOST.sub("", bare, count=1))[0].lower().removeprefix("www.")
    try:
        found = "" if is_number(host) else to_ascii_host(host)
    except InvalidError:
        found = ""
    return host if found else text


DOMAIN = scalar_type(
    _to_domain,
    "domain-expected",
    phrase("a domain like example.org"),
    {"type": "string", "pattern": r"^[^\s/@:]+\.[^\s/@:]+$"},
    as_typed=_spelt_domain,
    asked=Input.DOMAIN,
)


def _to_colour(text: str) -> str:
    """A colour in small letters. Raises InvalidError."""
    if re.fullmatch("#[0-9a-fA-F]{6}", text.strip()):
        return text.strip().lower()
    found = hex_of(text)
    if found:
        raise InvalidError(phrase("write %(written)s", written=in_quotes(found)))
    raise InvalidError(phrase("six digits or letters from a to f behind a '#'"))


COLOUR = scalar_type(
    _to_colour,
    "colour-expected",
    phrase("a colour like '#0a5a69'"),
    {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"},
    as_typed=lambda text: hex_of(text) or text,
    asked=Input.COLOUR,
)


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """One file of `content/organisations/`."""

    id: str
    path: str
    name: str = declared(
        LINE,
        "Full name.",
        "Council of European Municipalities and Regions",
        required=phrase("every organisation has a name"),
        also="title full_name legal_name organisation organization nom nombre",
    )
    website: str = declared(
        HTTPS_URL,
        "Address of its website.",
        "https://www.example.org",
        required=phrase("every organisation has a website"),
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
    domains: tuple[str, ...] = declared(
        list_of(DOMAIN),
        "Its own domains, for mail and for the web; `check` asks about addresses in its postings that are on none.",
        "[example.org, example.eu]",
        default=(),
        also="domain own_domains mail_domains email_domains hosts domaine domaines dominio dominios",
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
    colour: str | None = declared(
        COLOUR,
        "Its colour, for a line on its page and its card, and behind its initials where it has no logo.",
        '"#0c6e80"',
        also="color accent accent_colour accent_color brand_colour brand_color theme_color hex couleur",
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
