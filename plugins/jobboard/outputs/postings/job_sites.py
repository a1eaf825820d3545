"""Open jobs for job sites, as XML: a table for each dialect, from the name of an element to what a job says there.

What the dialects ask is in docs/standards.md#job-sites. A value is text; an empty one leaves its element out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from email.utils import format_datetime
from html import escape, unescape
from typing import Any

from msgspec import Struct

from jobboard.board.board import BoardPosting
from jobboard.board.offices import office_of
from jobboard.board.site import Site
from jobboard.engine.output import Chunks, chunk_key
from jobboard.model.parts.employment import Period
from jobboard.model.parts.general import Place
from jobboard.model.posting import ANYWHERE
from jobboard.outputs.addresses import absolute, posting_path
from jobboard.outputs.postings.employer import Employer, employer_of
from jobboard.outputs.postings.facts import language_line
from jobboard.outputs.postings.job_sites_format import job_element, xml_file
from jobboard.outputs.postings.markup import job_description
from jobboard.outputs.postings.towns import towns_of
from jobboard.outputs.text import words
from jobboard.outputs.text.clocks import clock, local
from jobboard.outputs.text.judged import judged
from jobboard.source.text import printable

_AMPERSAND = re.compile(r"&amp;(#?\w*;?)")


class Vacancy(Struct, frozen=True, kw_only=True):
    """What a job site counts as one job. `place` and `country` are None where a dialect takes them all together."""

    site: Site
    posting: BoardPosting
    employer: Employer
    number: str
    place: Place | None
    country: str


Table = Mapping[str, Callable[[Vacancy], str]]
"""A dialect: the elements of a job in their order, each with what it says."""


def indeed_file(site: Site, updated: datetime, postings: tuple[BoardPosting, ...]) -> Chunks[BoardPosting]:
    """The dialect of Indeed, which others read too: a job for each posting and town."""
    head = (
        ("publisher", site.name),
        ("publisherurl", f"{site.url}/"),
        ("lastBuildDate", format_datetime(updated.astimezone(UTC), usegmt=True)),
    )

    def jobs(posting: BoardPosting) -> bytes:
        return b"".join([job_element(_filled_in(INDEED, each)) for each in _by_town(site, posting)])

    return xml_file("source", head, _keyed(site, postings), jobs)


def jooble_file(site: Site, _updated: datetime, postings: tuple[BoardPosting, ...]) -> Chunks[BoardPosting]:
    """The dialect of Jooble: a job for each posting, its number in an attribute."""

    def job(posting: BoardPosting) -> bytes:
        number = posting.identity
        vacancy = Vacancy(
            site=site, posting=posting, employer=employer_of(posting), number=number, place=None, country=""
        )
        return job_element(_filled_in(JOOBLE, vacancy), id=number)

    return xml_file("jobs", (), _keyed(site, postings), job)


def _keyed(site: Site, postings: Iterable[BoardPosting]) -> Iterator[tuple[str, BoardPosting]]:
    return ((chunk_key(site, each), each) for each in postings)


def _filled_in(table: Table, job: Vacancy) -> Iterator[tuple[str, str]]:
    filled = ((name, say(job)) for name, say in table.items())
    return ((name, text) for name, text in filled if text)


def _by_town(site: Site, posting: BoardPosting) -> Iterator[Vacancy]:
    """A job for each town, or for each country one may work from; work from anywhere is at the office of who hires.

    Its number is made of the posting's identity and the town, so that it stays when another town joins.
    """
    content, employer = posting.content, employer_of(posting)
    places: dict[str, Place | None] = {**towns_of(content.place)}
    for code in content.applicants_from if not places else ():
        places["" if code == ANYWHERE else code.lower()] = office_of(posting)
    for where, town in (places or {"": None}).items():
        yield Vacancy(
            site=site,
            posting=posting,
            employer=employer,
            number=f"{posting.identity}--{where}".removesuffix("--"),
            place=town,
            country=town.country if town else where.upper(),
        )


def _description(job: Vacancy) -> str:
    """The text as on the page, and the languages, for which there is no element."""
    described = job_description(job.site, job.posting)
    asked = "; ".join(language_line(job.site, code, level) for code, level in job.posting.content.languages)
    languages = escape(asked, quote=False)
    html = _literal(described if languages in described else f"{described}\n<p>{languages}</p>")
    return judged(printable(html), f"{job.site.url}/")


def _literal(html: str) -> str:
    """HTML with the characters themselves, as Indeed asks, where they cannot be taken for markup or an entity."""
    return _AMPERSAND.sub(_ampersand, html).replace("&nbsp;", "\u00a0") if "&" in html else html


def _ampersand(match: re.Match[str]) -> str:
    text = f"&{match[1]}"
    return text if unescape(text) == text else match[0]


def _place(name: str) -> Callable[[Vacancy], str]:
    return lambda job: (getattr(job.place, name) or "") if job.place else ""


def _content(name: str) -> Callable[[Vacancy], str]:
    return lambda job: getattr(job.posting.content, name) or ""


def _regions(job: Vacancy) -> str:
    """Every place; of remote work without one, the countries."""
    content, lang = job.posting.content, job.site.lang
    countries = (words.country_words(code, lang) for code in content.applicants_from)
    return "; ".join([words.place_words(each, lang) for each in content.place] or countries)


def _salary(job: Vacancy) -> str:
    """Figures without signs or spaces within: "EUR 42000 - 48000 per year", else what the note says.

    They know no pay for a whole assignment, and would take it for that of a year.
    """
    salary = job.posting.content.salary
    if salary is None or salary.currency is None or salary.per is None or salary.per is Period.ASSIGNMENT:
        return (salary and salary.note) or ""
    if salary.amount is not None:
        figures = f"{salary.amount:f}"
    elif salary.min is None or salary.max is None:
        figures = f"from {salary.min:f}" if salary.min is not None else f"up to {salary.max:f}"
    else:
        figures = f"{salary.min:f} - {salary.max:f}"
    return f"{salary.currency} {figures} per {salary.per}"


def _employment(names: Mapping[str, str]) -> Callable[[Vacancy], str]:
    return lambda job: ", ".join(names[each] for each in job.posting.content.employment)


def _address(job: Vacancy) -> str:
    return absolute(job.site, posting_path(job.posting.id))


def _dotted(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _local_day(instant: datetime, job: Vacancy) -> str:
    return _dotted(local(instant, job.posting.zone).date())


_INDEED_TYPES = {
    "full-time": "fulltime",
    "part-time": "parttime",
    "contractor": "contract",
    "temporary": "temporary",
    "intern": "internship",
    "volunteer": "volunteer",
    "per-diem": "perdiem",
}
_INDEED_REMOTE: Mapping[Any, str] = {"remote": "Fully remote", "hybrid": "Hybrid remote"}

INDEED: Table = {
    "title": _content("title"),
    "date": lambda job: clock(job.posting.life.opens_at, job.posting.zone),
    "referencenumber": lambda job: job.number,
    "requisitionid": lambda job: job.posting.content.reference or job.posting.identity,
    "url": _address,
    "company": lambda job: job.employer.hiring.name,
    "city": _place("city"),
    "state": _place("region"),
    "country": lambda job: job.country,
    "postalcode": _place("postcode"),
    "streetaddress": _place("street"),
    "email": lambda job: next(iter(job.posting.content.apply.email if job.posting.content.apply else ()), ""),
    "description": _description,
    "salary": _salary,
    "education": _content("education"),
    "jobtype": _employment(_INDEED_TYPES),
    "category": lambda job: ", ".join(each.name_in(job.site.lang) for each in job.posting.topics),
    "experience": _content("experience"),
    "expirationdate": lambda job: clock(job.posting.life.closes_at, job.posting.deadline_zone),
    "remotetype": lambda job: _INDEED_REMOTE.get(job.posting.content.workplace, ""),
    "lastactivitydate": lambda job: clock(job.posting.updated_at, job.posting.zone),
}
"""Dates in ISO 8601, the first one as on the page."""

JOOBLE: Table = {
    "link": _address,
    "name": _content("title"),
    "region": _regions,
    "company": lambda job: job.employer.hiring.name,
    "description": _description,
    "salary": _salary,
    "jobtype": _employment(words.EMPLOYMENT),
    "pubdate": lambda job: _local_day(job.posting.life.opens_at, job),
    "updated": lambda job: _local_day(job.posting.updated_at, job),
    "expire": lambda job: _dotted(job.posting.life.last_day),
}
"""Dates as DD.MM.YYYY; the last one is the last day on which one may apply."""
