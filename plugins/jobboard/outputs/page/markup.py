"""Markup for search engines: schema.org as JSON-LD (docs/standards.md#other-markup). Only what the page shows.

A node's `@id` is the address of the page that is about it, the same wherever it is named. The markup of postings is in
`job_markup`, that of news in `markup_news`; `json_ld` puts a page's nodes together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.model.organisation import Organisation
from jobboard.model.parts.general import Place
from jobboard.outputs.addresses import absolute, organisation_path
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.pictures import picture_address


def organisation(site: Site, content: Organisation) -> dict[str, Any]:
    """An Organization as others name it: by its name, website and logo. Google asks for the website in `sameAs`."""
    return without_empty(
        {
            "@type": "Organization",
            "@id": absolute(site, organisation_path(content.id)),
            "name": content.name,
            "url": content.website,
            "sameAs": content.website,
            "logo": picture_address(site, content.logo) if content.logo else "",
        }
    )


def organisation_profile(site: Site, item: BoardOrganisation, parts: Iterable[Link]) -> dict[str, Any]:
    """The Organization a page is about; `parts` lead to those it is made of."""
    content = item.content
    general = {"@type": "ContactPoint", "contactType": "general enquiries", "email": content.email}
    press = [
        without_empty(
            {
                "@type": "ContactPoint",
                "contactType": "press",
                "name": each.name or each.role,
                "email": each.email,
                "telephone": each.phone,
            }
        )
        for each in content.press_contacts
    ]
    contacts = [*([general] if content.email else []), *press]
    return without_empty(
        {
            **organisation(site, content),
            "alternateName": content.short_name or "",
            "email": content.email or "",
            "contactPoint": contacts[0] if len(contacts) == 1 else contacts,
            "address": address(content.place) if content.place else "",
            "sameAs": [content.website, *(profile.url for profile in content.social)],
            "parentOrganization": organisation(site, item.above[0]) if item.above else "",
            "subOrganization": [
                {"@type": "Organization", "@id": urljoin(f"{site.url}/", each.href), "name": each.text}
                for each in parts
            ],
        }
    )


def breadcrumbs(site: Site, trail: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """BreadcrumbList of (name, path) pairs from the top down."""
    return {
        "@type": "BreadcrumbList",
        "@id": f"{absolute(site, trail[-1][1])}#breadcrumbs",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": absolute(site, path)}
            for number, (name, path) in enumerate(trail, 1)
        ],
    }


def address(place: Place) -> dict[str, Any]:
    """A PostalAddress. The country is a code, and stands nowhere else (Google)."""
    return without_empty(
        {
            "@type": "PostalAddress",
            "streetAddress": place.street or "",
            "postalCode": place.postcode or "",
            "addressLocality": place.city or "",
            "addressRegion": place.region or "",
            "addressCountry": place.country,
        }
    )


def without_empty(markup: dict[str, Any]) -> dict[str, Any]:
    """The properties that say something."""
    return {name: value for name, value in markup.items() if value not in ("", [], {}, None)}
