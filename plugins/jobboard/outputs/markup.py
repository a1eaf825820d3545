"""Markup for search engines: schema.org as JSON-LD (STANDARDS section 1). Only what the page shows."""

from __future__ import annotations

import html as html_module
from typing import Any

from jobboard.board.board import BoardOrganisation, BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.model.employment import Salary
from jobboard.model.organisation import Organisation
from jobboard.model.parts import Place
from jobboard.model.posting import ANYWHERE, PostingKind, Workplace
from jobboard.outputs import words
from jobboard.outputs.addresses import absolute, identifier, media_path, organisation_path, posting_path
from jobboard.outputs.bodies import body_html

CONTEXT = "https://schema.org"
MARKED_KINDS = (PostingKind.JOB, PostingKind.TRAINEESHIP)
"""The kinds a job search engine is told of; a call for experts or a secondment is no job."""

_EMPLOYMENT = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "contractor": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "intern": "INTERN",
    "volunteer": "VOLUNTEER",
    "per-diem": "PER_DIEM",
}


def job_posting(site: Site, posting: BoardPosting) -> dict[str, Any]:
    """JobPosting for a page of one open posting; empty for kinds that are no job."""
    content = posting.content
    if content.kind not in MARKED_KINDS:
        return {}
    path = posting_path(posting.id)
    zone = to_zone(posting.zone)
    employer = posting.organisations[0]
    remote = content.workplace is Workplace.REMOTE
    return _without_empty(
        {
            "@context": CONTEXT,
            "@type": "JobPosting",
            "@id": absolute(site, path),
            "url": absolute(site, path),
            "title": content.title,
            "description": body_html(posting.body, posting.links, site, path)
            or f"<p>{html_module.escape(content.summary or content.title)}</p>",
            "datePosted": posting.life.opens_at.astimezone(zone).date().isoformat(),
            "validThrough": posting.life.closes_at.astimezone(to_zone(posting.deadline_zone)).isoformat(),
            "identifier": {
                "@type": "PropertyValue",
                "name": employer.content.name,
                "value": content.reference or identifier(site, "job", posting.identity),
            },
            "hiringOrganization": organisation(site, employer.content),
            "jobLocation": [_place(place) for place in content.place],
            "jobLocationType": "TELECOMMUTE" if remote else "",
            "applicantLocationRequirements": [
                {"@type": "Country", "name": words.country_words(code, "en")}
                for code in content.applicants_from
                if code != ANYWHERE
            ],
            "employmentType": [_EMPLOYMENT[each] for each in content.employment],
            "baseSalary": _salary(content.salary) if content.salary else "",
            "directApply": False,
        }
    )


def organisation(site: Site, content: Organisation) -> dict[str, Any]:
    """An Organization by its name, website and logo."""
    return _without_empty(
        {
            "@type": "Organization",
            "name": content.name,
            "sameAs": content.website,
            "logo": absolute(site, media_path(content.logo.file)) if content.logo else "",
        }
    )


def organisation_profile(site: Site, item: BoardOrganisation) -> dict[str, Any]:
    """The Organization a page is about."""
    content = item.content
    return _without_empty(
        {
            "@context": CONTEXT,
            **organisation(site, content),
            "@id": absolute(site, organisation_path(item.id)),
            "url": content.website,
            "alternateName": content.short_name or "",
            "email": content.email or "",
            "address": _address(content.place) if content.place else "",
            "sameAs": [content.website, *(profile.url for profile in content.social)],
            "parentOrganization": organisation(site, item.above[0]) if item.above else "",
        }
    )


def breadcrumbs(site: Site, trail: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """BreadcrumbList of (name, path) pairs from the top down."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": absolute(site, path)}
            for number, (name, path) in enumerate(trail, 1)
        ],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"@type": "Place", "address": _address(place)}


def _address(place: Place) -> dict[str, Any]:
    return _without_empty(
        {
            "@type": "PostalAddress",
            "streetAddress": place.street or "",
            "postalCode": place.postcode or "",
            "addressLocality": place.city,
            "addressCountry": place.country,
        }
    )


def _salary(salary: Salary) -> dict[str, Any] | str:
    figures = {"value": salary.amount, "minValue": salary.min, "maxValue": salary.max}
    given = {name: float(value) if value % 1 else int(value) for name, value in figures.items() if value is not None}
    if not given or salary.per is None:
        return ""
    return {
        "@type": "MonetaryAmount",
        "currency": salary.currency,
        "value": {"@type": "QuantitativeValue", **given, "unitText": salary.per.upper()},
    }


def _without_empty(markup: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in markup.items() if value not in ("", [], {}, None)}
