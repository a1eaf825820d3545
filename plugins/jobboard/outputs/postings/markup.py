"""JobPosting as JSON-LD (docs/standards.md#job-postings): all that the content knows, and only what the page shows.

Google reads it; what its rules say of a property is beside the property.
"""

from __future__ import annotations

import html as html_module
import re
from typing import Any

from jobboard.board.board import BoardPosting
from jobboard.board.offices import countries_named, office_of
from jobboard.board.site import Site
from jobboard.model.parts.employment import Period, Salary
from jobboard.model.parts.offer import MARKED_KINDS
from jobboard.model.posting import Posting
from jobboard.outputs.addresses import absolute, identifier, posting_path
from jobboard.outputs.page.markup import address, organisation, without_empty
from jobboard.outputs.page.pictures import picture_address
from jobboard.outputs.postings.eligibility import help_with_moving, permit_words
from jobboard.outputs.postings.employer import employer_of
from jobboard.outputs.postings.facts import facts_of, language_line
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import LONGEST_ELSEWHERE, addressed, summary_of
from jobboard.outputs.text.clocks import clock, local
from jobboard.outputs.text.judged import judged
from jobboard.source.language.tongues.known import words_of

_EMPLOYMENT = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "contractor": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "intern": "INTERN",
    "volunteer": "VOLUNTEER",
    "per-diem": "PER_DIEM",
}

_CREDENTIALS = {
    "secondary school": "high school",
    "high school": "high school",
    "associate degree": "associate degree",
    "bachelor": "bachelor degree",
    "bachelor degree": "bachelor degree",
    "bachelors degree": "bachelor degree",
    "professional certificate": "professional certificate",
    "master": "postgraduate degree",
    "master degree": "postgraduate degree",
    "masters degree": "postgraduate degree",
    "doctorate": "postgraduate degree",
    "phd": "postgraduate degree",
}
"""What Google's list calls the degrees authors write. Anything else is prose, which Google refuses there."""

_TIME_SPAN = re.compile(r"(?:at least |minimum )?(\d{1,2})\+? (year|month)s?(?: of experience)?", re.IGNORECASE)

_TAG = re.compile("<[^>]*>")
_TAGS_AROUND = 200

_ROLES = re.compile(rf"(?:^|[^a-z])(?:{words_of('recruiting')})(?:$|[^a-z])")
"""Words that name a mailbox of an office. An address without one may be a person's, and is not for machines."""


def job_posting(site: Site, posting: BoardPosting, html: str) -> dict[str, Any]:
    """JobPosting for the page of one open posting, with the HTML of its body; empty for kinds that are no job."""
    content = posting.content
    if content.kind not in MARKED_KINDS:
        return {}
    page = absolute(site, posting_path(posting.id))
    employer = employer_of(posting)
    return without_empty(
        {
            "@type": "JobPosting",
            "@id": page,
            "url": page,
            "title": content.title,
            "description": judged(_description(site, posting, html), f"{site.url}/"),
            "image": picture_address(site, content.image) if content.image else "",
            **_dates(posting),
            "identifier": {
                "@type": "PropertyValue",
                "name": employer.hiring.name,
                "value": content.reference or identifier(site, "job", posting.identity),
            },
            "hiringOrganization": organisation(site, employer.hiring),
            "employmentUnit": organisation(site, employer.unit) if employer.unit else "",
            **_where(site, posting),
            "employmentType": [_EMPLOYMENT[each] for each in content.employment],
            "baseSalary": _salary(content.salary) if content.salary else "",
            "jobBenefits": ", ".join([*content.benefits, *filter(None, [help_with_moving(site, posting)])]),
            "jobStartDate": content.starts or "",
            "workHours": content.hours or "",
            "totalJobOpenings": content.positions if isinstance(content.positions, int) else "",
            **_requirements(site, posting),
            "directApply": False,  # true only for a short form on this very page (Google), which we have not
            "applicationContact": _contacts(content),
        }
    )


def job_description(site: Site, posting: BoardPosting) -> str:
    """The text of a posting as HTML, its links absolute.

    Where it has none, or a very long one, what lists say of it; without that, or if it is but the title again, its
    facts.
    """
    return _description(site, posting, posting.body.html)


def _description(site: Site, posting: BoardPosting, html: str) -> str:
    title, summary = posting.content.title, posting.content.summary or ""
    if len(html) > LONGEST_ELSEWHERE:
        html, summary = "", summary_of(summary, posting.body)
    written = addressed(site, html, posting.links, posting_path(posting.id))
    if _says_more(written, title):
        return written
    said = f"<p>{html_module.escape(summary, quote=False)}</p>"
    return said if _says_more(said, title) else _facts_as_html(site, posting)


def _says_more(html: str, title: str) -> bool:
    """True if a text says anything beside the title, which Google refuses as a description."""
    if len(html) > 3 * len(title) + _TAGS_AROUND:  # the title itself and the anchor made of it are surely shorter
        return True
    text = html_module.unescape(_TAG.sub(" ", html))
    return _letters(text) not in ("", _letters(title))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _facts_as_html(site: Site, posting: BoardPosting) -> str:
    """The key facts as the page lists them."""
    facts = ((each.term, "; ".join(span.text for span in each.lines)) for each in facts_of(site, posting))
    lines = (f"<li>{html_module.escape(f'{term}: {text}', quote=False)}</li>" for term, text in facts)
    return f"<ul>{''.join(lines)}</ul>"


def _dates(posting: BoardPosting) -> dict[str, str]:
    """The first day and the instant of closing, each on the clocks the page names."""
    return {
        "datePosted": local(posting.life.opens_at, posting.zone).date().isoformat(),
        "validThrough": clock(posting.life.closes_at, posting.deadline_zone),
    }


def _where(site: Site, posting: BoardPosting) -> dict[str, Any]:
    """Places, one or several. Only work done wholly from elsewhere is TELECOMMUTE, and only with countries to live in.

    Google refuses TELECOMMUTE that names neither a place nor a country. Work from anywhere is told of as work at the
    organisation's office, as the page says it, too.
    """
    office, countries = office_of(posting), countries_named(posting.content)
    found = (office,) if office else posting.content.place
    places = [{"@type": "Place", "address": address(place)} for place in found]
    return {
        "jobLocation": places[0] if len(places) == 1 else places,
        "jobLocationType": "TELECOMMUTE" if countries else "",
        "applicantLocationRequirements": [
            {"@type": "Country", "name": words.country_words(code, site.lang)} for code in countries
        ],
    }


def _requirements(site: Site, posting: BoardPosting) -> dict[str, Any]:
    """What is asked for: in prose, and in Google's terms where the prose is one of them."""
    content = posting.content
    degree = re.sub(r"^an? |['’.]", "", (content.education or "").lower())
    span = _TIME_SPAN.fullmatch(content.experience or "")
    months = int(span[1]) * (12 if span[2].lower() == "year" else 1) if span else 0
    eligibility = [permit_words(site, posting), (content.eligibility and content.eligibility.note) or ""]
    return {
        "eligibilityToWorkRequirement": [each for each in eligibility if each],
        "qualifications": [each for each in (content.education, content.experience) if each],
        "skills": [*(language_line(site, code, level) for code, level in content.languages), *content.skills],
        "educationRequirements": {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": _CREDENTIALS[degree],
        }
        if degree in _CREDENTIALS
        else "",
        "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}
        if months
        else "",
    }


def _contacts(content: Posting) -> list[dict[str, str]] | dict[str, str]:
    """The mailboxes for applications and for questions, as far as they are an office's and not somebody's own."""
    mailboxes = {each.email: "questions" for each in content.contacts if each.email}
    mailboxes |= dict.fromkeys(content.apply.email if content.apply else (), "applications")
    found = [
        {"@type": "ContactPoint", "contactType": what, "email": email}
        for email, what in mailboxes.items()
        if _ROLES.search(email.split("@")[0].lower())
    ]
    return found[0] if len(found) == 1 else found


def _salary(salary: Salary) -> dict[str, Any] | str:
    """Figures with a unit of time. schema.org has none for all of an assignment, and Google refuses pay without one."""
    figures = {"value": salary.amount, "minValue": salary.min, "maxValue": salary.max}
    given = {name: float(value) if value % 1 else int(value) for name, value in figures.items() if value is not None}
    if not given or salary.per is None or salary.per is Period.ASSIGNMENT:
        return ""
    return {
        "@type": "MonetaryAmount",
        "currency": salary.currency,
        "value": {"@type": "QuantitativeValue", **given, "unitText": salary.per.upper()},
    }
