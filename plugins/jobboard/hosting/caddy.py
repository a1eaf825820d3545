"""The site block of Caddy, for its `Caddyfile`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

from jobboard.hosting.hosted import Hosted, gone_links, moved_links, plain_type, text_types
from jobboard.outputs.addresses import NOT_FOUND
from jobboard.outputs.site.host_rules import (
    EVERYWHERE,
    HIDDEN,
    SHOWN,
    TYPES_BY_ENDING,
    base_of,
    lifetimes,
    not_found_pages,
    policies,
    regex_of,
    shared,
    special_types,
)

Numbers = Iterator[int]


def caddy_block(hosted: Hosted) -> str:
    """A site: by its name Caddy gets a certificate itself, at a given address it does not."""
    address = f"http://{hosted.listen}" if hosted.listen else hosted.name
    return "\n".join((f"{address} {{", *(f"    {line}" for line in _lines(hosted)), "}", ""))


def _lines(hosted: Hosted) -> Iterator[str]:
    numbers = count(1)
    yield f"root * {hosted.root}"
    yield "@hidden {"
    yield f"    path_regexp ^{re.escape(base_of(hosted.site))}{HIDDEN}"
    yield f"    not path {base_of(hosted.site)}{SHOWN}*"
    yield "}"
    yield "error @hidden 404"
    for old, new in moved_links(hosted):
        yield f"redir {old} {new} 301"
    for each in gone_links(hosted):
        yield f"error {each} 410"
    yield from _headers(hosted, numbers)
    yield from _compressing(hosted)
    yield "file_server"
    yield from _errors(hosted)


def _headers(hosted: Hosted, numbers: Numbers) -> Iterator[str]:
    """A later line takes the place of an earlier one, so the first rules come last."""
    site = hosted.site
    types = (
        *special_types(site),
        *((f"*.{ending}", type_) for ending, type_ in TYPES_BY_ENDING.items() if ending != "html"),
    )
    yield from _header(hosted, numbers, "Content-Type", types)
    yield from _header(hosted, numbers, "Cache-Control", lifetimes())
    yield from _header(hosted, numbers, "Content-Security-Policy", policies(site))
    yield from _header(hosted, numbers, "Access-Control-Allow-Origin", [(each, "*") for each in shared(site)])
    for name, value in EVERYWHERE:
        yield f'header {name} "{value}"'


def _header(hosted: Hosted, numbers: Numbers, name: str, rules: Iterable[tuple[str, str]]) -> Iterator[str]:
    for glob, value in reversed([*rules]):
        matcher = f"@rule{next(numbers)}"
        yield f"{matcher} path_regexp (?i){regex_of(hosted.site, glob)}"
        yield f'header {matcher} {name} "{value}"'


def _compressing(hosted: Hosted) -> Iterator[str]:
    types = (plain_type(each).partition(";")[0] for each in text_types(hosted.site))
    yield "encode gzip {"
    yield "    match {"
    for each in (*dict.fromkeys(types), "image/svg+xml"):
        yield f"        header Content-Type {each}*"
    yield "    }"
    yield "}"


def _errors(hosted: Hosted) -> Iterator[str]:
    """The page for what is not there, without what its address would have been served with."""
    base = base_of(hosted.site)
    yield "handle_errors {"
    yield '    header Content-Type "text/html; charset=utf-8"'
    yield f'    header Cache-Control "{lifetimes()[-1][1]}"'
    yield f'    header Content-Security-Policy "{policies(hosted.site)[-1][1]}"'
    yield "    header -Access-Control-Allow-Origin"
    yield "    @gone expression {err.status_code} == 410"
    yield "    handle @gone {"
    yield "        rewrite * {path}index.html"
    yield "        file_server"
    yield "    }"
    for number, (glob, page) in enumerate(not_found_pages(hosted.site)[:-1], 1):
        yield f"    @missing{number} path {base}{glob}"
        yield f"    handle @missing{number} {{"
        yield f"        rewrite * {base}{page}"
        yield "        file_server"
        yield "    }"
    yield "    handle {"
    yield f"        rewrite * {base}{NOT_FOUND}"
    yield "        file_server"
    yield "    }"
    yield "}"
