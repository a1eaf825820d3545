"""What a server is told of a site: where it is, and what of its addresses is more than a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import href
from jobboard.outputs.site.host_rules import HIDDEN, SHOWN, TYPES_BY_ENDING, base_of, is_text, special_types
from jobboard.outputs.site.hosting import Elsewhere


class Hosted(Struct, frozen=True, kw_only=True):
    """A site on a server. `root` is the folder that is served at `/`, so that a site with a path is in a folder of that
    name below it; `listen` is an address and port, `127.0.0.1:8080`, or what the server has for all of them."""

    site: Site
    elsewhere: Elsewhere
    root: str
    listen: str

    @property
    def name(self) -> str:
        """What readers call the host."""
        return urlsplit(self.site.url).hostname or "localhost"


def moved_links(hosted: Hosted) -> Iterator[tuple[str, str]]:
    """Old and new addresses on the host."""
    return ((href(hosted.site, old), href(hosted.site, new)) for old, new in hosted.elsewhere.moves)


def gone_links(hosted: Hosted) -> Iterator[str]:
    """The addresses of tombstones."""
    return (href(hosted.site, each) for each in hosted.elsewhere.gone)


def hidden_regex(site: Site) -> str:
    """What nobody is shown."""
    return f"^{re.escape(base_of(site))}(?!{re.escape(SHOWN)}){HIDDEN}"


def text_types(site: Site) -> tuple[str, ...]:
    """The types of texts without their charset, which are compressed: those that the site may have."""
    every = (*TYPES_BY_ENDING.values(), *(value for _, value in special_types(site)))
    return tuple(dict.fromkeys(plain_type(each) for each in every if is_text(each)))


def plain_type(type_: str) -> str:
    """A type without its charset."""
    return type_.replace("; charset=utf-8", "")
