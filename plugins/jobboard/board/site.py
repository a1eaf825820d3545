"""The settings of a site, as plain values: what the board and its outputs need to know beside the content."""

from __future__ import annotations

from dataclasses import dataclass, field

from jobboard.source.document import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`url` has no slash at its end and may have a path (`https://example.org/board`). `zone` is an IANA name.

    `identity` is a tag authority (RFC 4151), such as `hub.example,2026`: feed ids are made of it and never
    of `url`, so that moving the site renames nothing. `retention_days` is how long a closed posting stays
    readable before only its title, organisation and dates are left. `has_facets` gives every kind, country, topic,
    language and workplace a listing of its own, and deadlines their calendars.
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
    digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", digest_of(repr(self).encode()))
