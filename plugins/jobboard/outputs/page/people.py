"""People named on a page, authors and contacts, with what a page shows that is no part of its item."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from jobboard.model.fields.addresses import host_words, in_own_script
from jobboard.model.parts.general import Author, Contact
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.media import PageFiles

_NOT_DIALLED = re.compile(r"(?<=\d)[ .-]*\(0\)|[^\d+]")

Names = Mapping[str, Link]
"""Organisations that people of an item belong to, by id."""


class Extras(Struct, frozen=True, kw_only=True):
    """What a page shows that is no part of its item: names of its people's organisations, sizes of its files."""

    names: tuple[tuple[str, Link], ...] = ()
    files: PageFiles = PageFiles()


class Person(Struct, frozen=True, kw_only=True):
    """Somebody named on a page: an author or a contact. `lang` is that of the role, empty where it is the page's."""

    name: str
    role: str
    lang: str = ""
    organisation: Link | None
    email: str = ""
    phone: str = ""

    @property
    def is_named(self) -> bool:
        """True if it is said who it is, by name, by role or by organisation."""
        return bool(self.name or self.role or self.organisation)

    @property
    def call(self) -> str:
        """The number as an address (RFC 3966): its digits, without the `(0)` that is not dialled from abroad."""
        return f"tel:{_NOT_DIALLED.sub('', self.phone)}"

    @property
    def email_words(self) -> str:
        """The address as its readers write it: a domain in its own script."""
        return in_own_script(self.email)


def site_of(url: str) -> str:
    """Whose site an address opens: "youtube.com"."""
    return host_words(url).removeprefix("www.")


def author_views(authors: tuple[Author, ...], names: Names, lang: str) -> tuple[Person, ...]:
    """Who wrote it; what they are is said in the language `lang`."""
    return tuple(
        Person(name=each.name, role=each.role or "", lang=lang, organisation=unit_of(each, names)) for each in authors
    )


def contact_view(contact: Contact, organisation: Link | None, lang: str) -> Person:
    """Whom one may ask, and whose people they are, if that is to be said; `lang` is the language of the role."""
    return Person(
        name=contact.name or "",
        role=contact.role or "",
        lang=lang,
        organisation=organisation,
        email=contact.email or "",
        phone=contact.phone or "",
    )


def unit_of(person: Author | Contact, names: Names) -> Link | None:
    """The organisation that a person says to belong to."""
    return names.get(person.organisation or "")
