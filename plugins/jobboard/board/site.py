"""The settings of a site, as plain values: what the board and its outputs need to know beside the content."""

from __future__ import annotations

from dataclasses import dataclass, field

from jobboard.source.catalogue import catalogue_digest, catalogue_of
from jobboard.source.document import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`url` has no slash at its end and may have a path (`https://example.org/board`). `zone` is an IANA name.

    `identity` is a tag authority (RFC 4151), such as `hub.example,2026`: feed ids are made of it and never
    of `url`, so that moving the site renames nothing. `retention_days` is how long a closed posting stays
    readable before only its title, organisation and dates are left. `has_facets` gives every kind, country, topic,
    language and workplace a listing of its own.
    """

    name: str
    description: str
    url: str
    zone: str
    lang: str
    identity: str
    retention_days: int = 365
    page_size: int = 50
    feed_size: int = 100
    has_facets: bool = True
    words: str = field(init=False)
    """A digest of the catalogue the interface speaks from: whoever depends on a site depends on its words."""
    digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", catalogue_digest(self.lang))
        object.__setattr__(self, "digest", digest_of(repr(self).encode()))

    def say(self, message: str, /, **values: object) -> str:
        """A message of the interface in the site's language, with its values in place."""
        return catalogue_of(self.lang).say(message, **values)

    def say_as(self, context: str, message: str, /, **values: object) -> str:
        """A message whose English stands for several things; `context` tells which."""
        return catalogue_of(self.lang).say_as(context, message, **values)

    def say_number(self, one: str, several: str, number: int, /, **values: object) -> str:
        """The message for so many; it names them as `%(number)s`."""
        return catalogue_of(self.lang).say_number(one, several, number, **values)
