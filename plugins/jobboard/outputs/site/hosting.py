"""Files for search engines and hosts: robots.txt, headers and redirects.

`_headers` and `_redirects` are made of the table in `host_rules.py`, in the dialect of one host. Cloudflare applies
every rule that matches, in the order of the file, and joins the values of a header with a comma, unless a line with `!`
takes the earlier away. Of Netlify it is only known that one value counts, so there no address has two rules for a
header, but for drawings, where either does no harm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.board.site import FileHost, Site
from jobboard.outputs.addresses import EMBED, FULL_TEXT, HOME, MEDIA, SEARCH, SITEMAP, THEME, absolute, file_of, href
from jobboard.outputs.site.host_rules import (
    CHECKED,
    EVERYWHERE,
    PAGES,
    TYPES_BY_ENDING,
    Rules,
    base_of,
    lifetimes,
    not_found_pages,
    policies,
    prefixes_of,
    shared,
    special_types,
    type_of,
)

_LIFETIME, _POLICY = "Cache-Control", "Content-Security-Policy"
_ALL = "*"


class Elsewhere(Struct, frozen=True):
    """Addresses that are more than a page: (old, new) of what was renamed, and those of tombstones."""

    moves: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()


def robots(site: Site) -> str:
    """robots.txt (RFC 9309): everything may be read; closed postings say `noindex` themselves."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(site, SITEMAP)}\n"


def indexnow_key(site: Site) -> str:
    """By what search engines know that whoever tells them of the site may write into it (indexnow.org/documentation).

    It is no secret, since the site shows it, and it is made of what never changes.
    """
    return digest_of(f"indexnow {site.identity}".encode())


def indexnow_path(site: Site) -> str:
    """Where the key is: a file that is named as it says."""
    return f"{indexnow_key(site)}.txt"


def headers(site: Site, tops: tuple[str, ...]) -> str:
    """The `_headers` file. `tops` are globs that together are all of the site, each for a part of it."""
    blocks = _for_netlify(site, tops) if site.host is FileHost.NETLIFY else _for_cloudflare(site)
    return "".join(_block(site, glob, lines) for glob, lines in (*blocks, *_types(site)))


def tops_of(site: Site, paths: Iterable[str]) -> tuple[str, ...]:
    """Globs of what stands at the top of each edition: its folders as wholes, its files and home one by one. Folders
    that rules name are left out."""
    prefixes = sorted(prefixes_of(site), reverse=True)
    ruled = (THEME, FULL_TEXT, *(f"{each}{EMBED}" for each in prefixes))
    return tuple(sorted({_top(path, prefixes) for path in paths if not path.startswith(ruled)} | set(_homes(prefixes))))


def _homes(prefixes: list[str]) -> Iterator[str]:
    return (f"{each}{HOME}" for each in prefixes)


def _top(path: str, prefixes: list[str]) -> str:
    prefix = next(each for each in prefixes if path.startswith(each))
    first, slash, _ = path.removeprefix(prefix).partition("/")
    return f"{prefix}{first}/*" if slash else f"{prefix}{first}"


def _for_cloudflare(site: Site) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Everything for all, and then the exceptions, each without the earlier value."""
    yield _ALL, (f"{_POLICY}: {PAGES}", *_everywhere(site), f"{_LIFETIME}: {CHECKED}")
    for name, rules in ((_LIFETIME, lifetimes()), (_POLICY, policies(site))):
        for glob, value in rules:
            if glob != _ALL:
                yield glob, (f"! {name}", f"{name}: {value}")


def _for_netlify(site: Site, tops: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What holds for all is no more than that; each part of the site has its own."""
    searches = {glob: value for glob, value in policies(site) if glob.endswith(f"{SEARCH}*")}
    yield _ALL, _everywhere(site)
    for top in tops:
        policy = searches.get(top, PAGES)
        yield top, (f"{_POLICY}: {policy}", f"{_LIFETIME}: {CHECKED}")
    yield f"{THEME}*", (f"{_POLICY}: {PAGES}", f"{_LIFETIME}: {lifetimes()[0][1]}")
    for glob, value in policies(site):
        if glob == f"{MEDIA}*.svg":
            yield glob, (f"{_POLICY}: {value}",)
        elif glob != _ALL and glob not in searches:
            yield glob, (f"{_POLICY}: {value}", f"{_LIFETIME}: {CHECKED}")


def _everywhere(site: Site) -> tuple[str, ...]:
    found = tuple(f"{name}: {value}" for name, value in EVERYWHERE)
    return (*found, "X-Robots-Tag: noindex") if site.is_staging else found


def _types(site: Site) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What hosts do not know by a file's ending, and what scripts of any site may read."""
    open_to_all = shared(site)
    special = dict(special_types(site))
    for glob in open_to_all:
        yield glob, (f"Content-Type: {special.get(glob) or type_of(site, glob)}", "Access-Control-Allow-Origin: *")
    if site.has_twins:
        yield "*.md", (f"Content-Type: {TYPES_BY_ENDING['md']}",)


def _block(site: Site, glob: str, lines: Iterable[str]) -> str:
    return f"{base_of(site)}{glob}\n" + "".join(f"  {line}\n" for line in lines)


def redirects(site: Site, elsewhere: Elsewhere) -> str:
    """The `_redirects` file. Cloudflare follows a line even where there is a page, and can only send elsewhere; Netlify
    does so where a `!` says it, and answers with any code. What is not there it takes from the root alone."""
    if site.host is FileHost.CLOUDFLARE:
        return "".join(f"{href(site, old)} {href(site, new)} 301\n" for old, new in elsewhere.moves)
    moves = (f"{href(site, old)} {href(site, new)} 301!\n" for old, new in elsewhere.moves)
    gone = (f"{href(site, each)} {href(site, file_of(each))} 410!\n" for each in elsewhere.gone)
    missing = (f"{base_of(site)}{glob} {base_of(site)}{page} 404\n" for glob, page in _elsewhere_not_found(site))
    return "".join((*moves, *gone, *missing))


def _elsewhere_not_found(site: Site) -> Rules:
    """The pages for what is not there that the host does not find: all but the one at its top."""
    found = not_found_pages(site)
    return found if base_of(site) != "/" else found[:-1]
