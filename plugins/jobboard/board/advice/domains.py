"""Advice on addresses of other domains than those that an organisation says are its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jobboard.board.board import BoardPosting
from jobboard.board.checks import Locator
from jobboard.board.timing import above
from jobboard.model.fields.addresses import in_own_script
from jobboard.model.fields.hosts import host_in, is_within
from jobboard.model.organisation import Organisation
from jobboard.model.posting import Posting
from jobboard.source.message import message, phrase
from jobboard.source.problem import Level, Problem

FOREIGN_DOMAIN = message("domain-of-somebody-else", "%(domain)s is no domain of %(organisation)s")


def advise_on_domains(posting: BoardPosting, locator: Locator) -> Iterator[Problem]:
    """Ways to apply, and contacts, on a host of nobody that the posting names.

    Asked only where who hires, or one above it, gives its `domains`. A translation is asked what its own file says.
    """
    first = posting.organisations[0]
    owner = next((each for each in (first.content, *first.above) if each.domains), None)
    if owner is None:
        return
    content, written = posting.content, locator.library.documents[posting.path].fields
    known = {domain for each in _named_by(posting, locator) for domain in _domains_of(each)}
    for field, address in _addresses(content):
        host = host_in(address)
        if written.entry(field.partition(".")[0]) and not is_within(host, known):
            name = in_own_script(host)
            message = FOREIGN_DOMAIN(domain=name, organisation=owner.short_name or owner.name)
            hint = phrase(
                "if it is theirs, add %(domain)s to 'domains' in content/%(path)s", domain=name, path=owner.path
            )
            yield locator.at(content, field, message, hint, Level.ADVICE)


def _named_by(posting: BoardPosting, locator: Locator) -> Iterator[Organisation]:
    """Who hires, whom its contacts belong to, and all that those are part of."""
    organisations = locator.library.organisations
    for each in posting.organisations:
        yield from (each.content, *each.above)
    for _, contact in _records(posting.content, "contacts"):
        named = organisations.get(contact.organisation or "")
        yield from (named, *above(named, organisations)) if named else ()


def _domains_of(organisation: Organisation) -> Iterable[str]:
    """Its own, and where its website and its mail are."""
    addresses = filter(None, (organisation.website, organisation.email))
    return (*organisation.domains, *(host_in(each).removeprefix("www.") for each in addresses))


def _addresses(content: Posting) -> Iterator[tuple[str, str]]:
    """The addresses that applicants are led to, each with its field."""
    for field, record in (*_records(content, "apply"), *_records(content, "contacts")):
        for name in ("email", "url"):
            found = getattr(record, name, None) or ()
            yield from ((f"{field}.{name}", each) for each in ((found,) if isinstance(found, str) else found))


def _records(content: Posting, name: str) -> Iterator[tuple[str, Any]]:
    """What a field of a posting holds, be it one record or several, with the field of each; nothing if it has none."""
    found = getattr(content, name, None) or ()
    several = isinstance(found, tuple)
    for number, each in enumerate(found if several else (found,), 1):
        yield f"{name}.{number}" if several else name, each
