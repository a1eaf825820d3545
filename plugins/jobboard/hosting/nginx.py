"""The server block of nginx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jobboard.hosting.hosted import (
    Hosted,
    gone_links,
    hidden_regex,
    moved_links,
    plain_type,
    text_types,
)
from jobboard.outputs.addresses import NOT_FOUND
from jobboard.outputs.site.host_rules import (
    EVERYWHERE,
    LEAST_COMPRESSED,
    TYPES_BY_ENDING,
    base_of,
    lifetimes,
    not_found_pages,
    policies,
    regex_of,
    shared,
    special_types,
)

_ALWAYS_TEXT = "text/html"
"""What nginx compresses and gives a charset unasked, and warns of being told."""


def nginx_block(hosted: Hosted) -> str:
    """Maps and a server, for a file that the `http` block includes."""
    site, base = hosted.site, base_of(hosted.site)
    open_to_all = ((each, "*") for each in shared(site))
    pages = ((glob, f"{base}{page}") for glob, page in not_found_pages(site)[:-1])
    return "\n".join(
        (
            *_map(hosted, "lifetime", lifetimes()),
            *_map(hosted, "policy", policies(site)),
            *_map(hosted, "shared", open_to_all),
            *_map(hosted, "not_found", pages, f"{base}{NOT_FOUND}"),
            "server {",
            *(f"    {line}" for line in _server(hosted)),
            "}",
            "",
        )
    )


def _map(hosted: Hosted, name: str, rules: Iterable[tuple[str, str]], default: str = "") -> Iterator[str]:
    yield f"map $uri $board_{name} {{"
    yield f'    default "{default}";'
    for glob, value in rules:
        yield f'    "~*{regex_of(hosted.site, glob)}" "{value}";'
    yield "}"


def _server(hosted: Hosted) -> Iterator[str]:
    yield f"listen {hosted.listen or 80};"
    yield f"server_name {hosted.name};"
    yield f"root {hosted.root};"
    yield "index index.html;"
    yield "absolute_redirect off;"
    yield "error_page 403 404 =404 $board_not_found;"  # it refuses to show a folder without a page
    yield from _types(hosted)
    yield from _compressing(hosted)
    yield f'location ~ "{hidden_regex(hosted.site)}" {{ return 404; }}'
    for old, new in moved_links(hosted):
        yield f"location = {old} {{ return 301 {new}; }}"
    for each in gone_links(hosted):
        yield f"location = {each} {{ error_page 410 {each}index.html; return 410; }}"
    yield from _headers()


def _types(hosted: Hosted) -> Iterator[str]:
    """By ending for all, and by path for some."""
    yield "types {"
    for ending, type_ in TYPES_BY_ENDING.items():
        yield f"    {plain_type(type_)} {ending};"
    yield "}"
    yield "default_type application/octet-stream;"
    yield "charset utf-8;"
    yield f"charset_types {_quoted(hosted)};"
    for glob, type_ in special_types(hosted.site):
        yield f'location ~* "{regex_of(hosted.site, glob)}" {{ types {{ }} default_type "{plain_type(type_)}"; }}'


def _compressing(hosted: Hosted) -> Iterator[str]:
    yield "gzip on;"
    yield "gzip_vary on;"
    yield "gzip_proxied any;"
    yield f"gzip_min_length {LEAST_COMPRESSED};"
    yield f"gzip_types {_quoted(hosted)} image/svg+xml;"


def _headers() -> Iterator[str]:
    """One that is empty is not sent."""
    yield "add_header Cache-Control $board_lifetime always;"
    yield "add_header Content-Security-Policy $board_policy always;"
    yield "add_header Access-Control-Allow-Origin $board_shared always;"
    for name, value in EVERYWHERE:
        yield f'add_header {name} "{value}" always;'


def _quoted(hosted: Hosted) -> str:
    types = (each for each in text_types(hosted.site) if each != _ALWAYS_TEXT)
    return " ".join(f'"{each}"' if " " in each else each for each in types)
