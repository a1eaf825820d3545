"""The virtual host of Apache, and the same for a site's folder as `.htaccess`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jobboard.hosting.hosted import Hosted, gone_links, hidden_regex, moved_links, plain_type, text_types
from jobboard.outputs.addresses import NOT_FOUND
from jobboard.outputs.site.host_rules import (
    EVERYWHERE,
    TYPES_BY_ENDING,
    base_of,
    lifetimes,
    not_found_pages,
    policies,
    regex_of,
    shared,
    special_types,
)

_THERE = "&& %{REQUEST_STATUS} =~ /^(200|206|304)$/"
"""What an exception is made for: the page in the place of something that is not there has no part in it."""


_IN_A_LINE = 20
"""Addresses in one expression. Apache looks at each line for each request, and takes lines of 8 kB."""


def apache_block(hosted: Hosted) -> str:
    """A virtual host, with `mod_headers`, `mod_alias`, `mod_mime` and `mod_dir`; compressed with `mod_deflate`."""
    head = (
        f"<VirtualHost {hosted.listen or '*:80'}>",
        f"    ServerName {hosted.name}",
        f"    DocumentRoot {hosted.root}",
        "    TraceEnable Off",
        f"    <Directory {hosted.root}>",
        "        Require all granted",
        "        AllowOverride None",
        "    </Directory>",
    )
    return "\n".join((*head, *(f"    {line}" for line in _lines(hosted)), "</VirtualHost>", ""))


def htaccess(hosted: Hosted) -> str:
    """The file `.htaccess` in the folder of the site, where its host allows one (`AllowOverride All`)."""
    return "\n".join((*_lines(hosted), ""))


def _lines(hosted: Hosted) -> Iterator[str]:
    yield "DirectoryIndex index.html"
    yield from _elsewhere(hosted)
    yield from _types(hosted)
    yield from _headers(hosted)
    yield from _compressing(hosted)


def _elsewhere(hosted: Hosted) -> Iterator[str]:
    base = base_of(hosted.site)
    yield f"ErrorDocument 404 {base}{NOT_FOUND}"
    for glob, page in not_found_pages(hosted.site)[:-1]:
        yield from _if(hosted, glob, f"ErrorDocument 404 {base}{page}")
    yield f'RedirectMatch 404 "{hidden_regex(hosted.site)}"'
    for old, new in moved_links(hosted):
        yield f'RedirectMatch 301 "^{re.escape(old)}$" "{new}"'
    gone = [re.escape(each) for each in gone_links(hosted)]
    if gone:
        yield "ErrorDocument 410 /%{REQUEST_URI}index.html"
    for start in range(0, len(gone), _IN_A_LINE):
        yield f'RedirectMatch 410 "^(?:{"|".join(gone[start : start + _IN_A_LINE])})$"'


def _types(hosted: Hosted) -> Iterator[str]:
    """By ending for all, and by path for some."""
    for ending, type_ in TYPES_BY_ENDING.items():
        yield f'AddType "{type_}" .{ending}'
    for glob, type_ in reversed(special_types(hosted.site)):
        yield from _if(hosted, glob, f'ForceType "{type_}"')


def _headers(hosted: Hosted) -> Iterator[str]:
    """A later line takes the place of an earlier one, so the first rules come last."""
    open_to_all = [(each, "*") for each in shared(hosted.site)]
    for name, value in EVERYWHERE:
        yield f'Header always set {name} "{value}"'
    yield from _header(hosted, "Cache-Control", lifetimes())
    yield from _header(hosted, "Content-Security-Policy", policies(hosted.site))
    yield from _header(hosted, "Access-Control-Allow-Origin", open_to_all)


def _header(hosted: Hosted, name: str, rules: Iterable[tuple[str, str]]) -> Iterator[str]:
    for glob, value in reversed([*rules]):
        where = f"%{{REQUEST_URI}} =~ m#{regex_of(hosted.site, glob)}#i"
        yield f'Header always set {name} "{value}" "expr={where}{"" if glob == "*" else f" {_THERE}"}"'


def _compressing(hosted: Hosted) -> Iterator[str]:
    """An answer that was compressed has another ETag, by which Apache would not know it again."""
    types = (plain_type(each).partition(";")[0] for each in text_types(hosted.site))
    yield "<IfModule mod_deflate.c>"
    yield f"    AddOutputFilterByType DEFLATE {' '.join(dict.fromkeys(types))} image/svg+xml"
    yield '    RequestHeader edit If-None-Match "-gzip\\"" "\\""'
    yield "</IfModule>"


def _if(hosted: Hosted, glob: str, line: str) -> Iterator[str]:
    yield f'<If "%{{REQUEST_URI}} =~ m#{regex_of(hosted.site, glob)}#i">'
    yield f"    {line}"
    yield "</If>"
