"""The key facts of a posting, as the pairs of its description list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from jobboard.board.board import BoardPosting
from jobboard.board.offices import office_of
from jobboard.board.site import Site
from jobboard.model.parts.employment import Contract, Salary
from jobboard.model.parts.languages import LanguageLevel
from jobboard.model.posting import Workplace
from jobboard.outputs.addresses import facet_path, link_here, organisation_path
from jobboard.outputs.contacts.blanking import blanked, link_without_contacts
from jobboard.outputs.page.facts import Fact, Span, name_in_full, place_in_full
from jobboard.outputs.page.link import other_language, topic_links
from jobboard.outputs.postings.eligibility import eligibility_lines
from jobboard.outputs.text import words
from jobboard.outputs.text.salaries import salary_words
from jobboard.source.catalogue import mark


def facts_of(site: Site, posting: BoardPosting) -> tuple[Fact, ...]:
    """Every fact the posting gives, those one decides by first. Facts it does not give are left out.

    Those of a closed one are without contact data.
    """
    dates = _shown(site, posting, [(site.say("Other dates"), _dates(posting, _own(site, posting)))])
    return (*first_facts(site, posting), *other_facts(site, posting), *dates)


def first_facts(site: Site, posting: BoardPosting) -> tuple[Fact, ...]:
    """What candidates ask first: until when, for what pay, where, whether they may, and on what terms."""
    return _shown(site, posting, _of_the_offer(site, posting))


def other_facts(site: Site, posting: BoardPosting) -> tuple[Fact, ...]:
    """All others, but for its dates."""
    return _shown(site, posting, _of_the_rest(site, posting))


def _shown(site: Site, posting: BoardPosting, told: Iterable[_Lines]) -> tuple[Fact, ...]:
    facts = (Fact(term=term, lines=lines) for term, lines in told if lines)
    if not posting.status.is_closed:
        return tuple(facts)
    numbers = site.say("Reference")
    return tuple(_without_contacts(site, fact, is_reference=fact.term == numbers) for fact in facts)


def _without_contacts(site: Site, fact: Fact, *, is_reference: bool) -> Fact:
    lines = tuple(each if each.datetime else _blanked(site, each, is_reference=is_reference) for each in fact.lines)
    return Fact(term=fact.term, lines=lines)


def _blanked(site: Site, span: Span, *, is_reference: bool) -> Span:
    text, link = blanked(site, span.text, is_reference=is_reference), link_without_contacts(span.href)
    return span if (text, link) == (span.text, span.href) else replace(span, text=text, href=link)


_Lines = tuple[str, tuple[Span, ...]]
"""A term and what there is to say of it."""


def _own(site: Site, posting: BoardPosting) -> str:
    """The language of what its author wrote, where that is not the page's."""
    return other_language(site, posting.lang)


def _of_the_offer(site: Site, posting: BoardPosting) -> Iterator[_Lines]:
    content, lang, own = posting.content, site.lang, _own(site, posting)
    yield site.say(mark("Deadline was") if posting.status.is_closed else mark("Deadline")), _deadline(site, posting)
    yield site.say("Salary"), _salary(content.salary, lang, own)
    yield site.say("Place"), _places(site, posting)
    yield site.say("Workplace"), _workplace(site, posting)
    yield site.say("Who may apply"), tuple(eligibility_lines(site, posting))
    yield site.say("Contract"), _contract(site, content.contract, own)
    yield (
        site.say("Languages"),
        tuple(Span(text=language_line(site, code, level)) for code, level in content.languages),
    )
    yield site.say("Starts"), _texts(_plain(content.starts, own))
    yield (
        site.say("Working time"),
        _texts(
            words.sentence([site.say(words.EMPLOYMENT[each]) for each in content.employment]),
            _plain(content.hours, own),
        ),
    )


def _of_the_rest(site: Site, posting: BoardPosting) -> Iterator[_Lines]:
    content, lang, own = posting.content, site.lang, _own(site, posting)
    yield site.say("Organisation"), tuple(_organisations(site, posting))
    yield (
        site.say("Kind"),
        (Span(text=site.say(words.POSTING_KINDS[content.kind]), href=_facet(site, "kind", content.kind)),),
    )
    yield site.say("Benefits"), tuple(Span(text=each, lang=own) for each in content.benefits)
    yield site.say("Skills"), tuple(Span(text=each, lang=own) for each in content.skills)
    yield site.say("Experience"), _texts(_plain(content.experience, own))
    yield site.say("Education"), _texts(_plain(content.education, own))
    yield site.say("Travel"), _texts(_plain(content.travel, own))
    yield site.say("Positions"), _texts(_number(content.positions, own))
    yield (
        site.say("Topics"),
        tuple(Span(text=each.text, href=each.href) for each in topic_links(site, posting.topics)),
    )
    yield site.say("Reference"), _texts(_plain(content.reference, own))
    yield site.say("Published"), _day(words.day_of(posting.life.opens_at, posting.zone, lang))
    yield (
        site.say("Updated"),
        _day(words.day_of(posting.updated_at, posting.zone, lang))
        if posting.updated_at > posting.life.opens_at
        else (),
    )


def _dates(posting: BoardPosting, own: str) -> tuple[Span, ...]:
    return tuple(
        Span(text=f"{each.what}: {each.when}", href=each.url or "", lang=own) for each in posting.content.dates
    )


def _deadline(site: Site, posting: BoardPosting) -> tuple[Span, ...]:
    deadline = words.deadline_words(posting.content.deadline, posting.deadline_zone, site.lang, weekday=True)
    if deadline is not None:
        return (Span(text=deadline.text, datetime=deadline.datetime),)
    rolling = (
        mark("None: applications were read as they arrived")
        if posting.status.is_closed
        else mark("None: applications are read as they arrive")
    )
    lines = [Span(text=site.say(rolling))]
    if posting.content.review_by is not None:
        review = words.moment_words(posting.content.review_by, posting.zone, site.lang)
        text = site.say("Open until %(date)s at the latest", date=review.text)
        lines.append(Span(text=text, datetime=review.datetime))
    return tuple(lines)


def _organisations(site: Site, posting: BoardPosting) -> Iterator[Span]:
    """Every organisation by its full name, followed by those it is part of."""
    named = {each.id for each in posting.organisations}
    for each in posting.organisations:
        content = each.content
        yield Span(
            text=name_in_full(content, site.lang),
            href=link_here(site, organisation_path(each.id)),
            lang=other_language(site, each.lang),
        )
        for higher in each.above:
            if higher.id not in named:
                named.add(higher.id)
                yield Span(
                    text=site.say("Part of %(organisation)s", organisation=higher.name),
                    href=link_here(site, organisation_path(higher.id)),
                )


def _places(site: Site, posting: BoardPosting) -> tuple[Span, ...]:
    return tuple(
        Span(text=place_in_full(place, site.lang), href=_facet(site, "country", place.country.lower()))
        for place in posting.content.place
    )


def _workplace(site: Site, posting: BoardPosting) -> tuple[Span, ...]:
    workplace = posting.content.workplace
    if workplace is None:
        return ()
    text = site.say(words.WORKPLACES[workplace])
    if workplace is Workplace.REMOTE:
        countries = ", ".join(words.country_words(code, site.lang) for code in posting.content.applicants_from)
        text = site.say("Remote, from %(countries)s", countries=countries)
    office = office_of(posting)
    belongs = _texts(site.say("Office: %(place)s", place=place_in_full(office, site.lang)) if office else "")
    return (Span(text=text, href=_facet(site, "workplace", workplace)), *belongs)


def _salary(salary: Salary | None, lang: str, own: str) -> tuple[Span, ...]:
    """The pay; with a note of its author's it is in the language `own`."""
    return (Span(text=salary_words(salary, lang), lang=own if salary.note else ""),) if salary else ()


def _contract(site: Site, contract: Contract | None, lang: str) -> tuple[Span, ...]:
    if contract is None:
        return ()
    parts = [site.say(words.CONTRACTS[contract.type])] if contract.type else []
    parts += [contract.duration] if contract.duration else []
    parts += [site.say("until %(date)s", date=contract.ends)] if contract.ends else []
    if contract.renewable is not None:
        parts.append(site.say(mark("can be extended") if contract.renewable else mark("cannot be extended")))
    return (Span(text=", ".join(parts), lang=lang if contract.duration or contract.ends else ""),)


def language_line(site: Site, code: str, level: LanguageLevel | None) -> str:
    """ "French: working knowledge"; the language alone where no level is said."""
    name = words.language_words(code, site.lang)
    if level is None:
        return name
    known = words.LEVELS.get(level)
    return site.say("%(language)s: %(level)s", language=name, level=site.say(known) if known else level)


def _plain(text: str | None, lang: str) -> Span | None:
    return Span(text=text, lang=lang) if text else None


def _number(value: int | str | None, lang: str) -> str | Span | None:
    return _plain(value, lang) if isinstance(value, str) else str(value or "")


def _texts(*lines: str | Span | None) -> tuple[Span, ...]:
    return tuple(Span(text=each) if isinstance(each, str) else each for each in lines if each)


def _day(when: words.When) -> tuple[Span, ...]:
    return (Span(text=when.text, datetime=when.datetime),)


def _facet(site: Site, name: str, value: str) -> str:
    """Where postings that share a value are listed, if this site lists them so."""
    return link_here(site, facet_path(name, value)) if site.has_extras else ""
