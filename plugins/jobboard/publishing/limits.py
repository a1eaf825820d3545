"""What hosts take: figures of their own pages, each with where it stands and when it was read.

They change, and plans differ; read were the texts those pages are made of, in the hosts' repositories. What is over a
limit is said before anything travels, with the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from jobboard.publishing.site_files import SiteFile
from jobboard.source.message import Phrase, phrase

_MIB, _GB = 1024**2, 10**9


class HostLimits(Struct, frozen=True, kw_only=True):
    """What a plan of a host takes; 0 where it names no figure. Sizes in bytes, `line` in characters."""

    source: str
    read_on: str
    files: int = 0
    size: int = 0
    file_size: int = 0
    header_rules: int = 0
    line: int = 0
    moves: int = 0


_CLOUDFLARE = HostLimits(
    source="developers.cloudflare.com/pages/platform/limits/",
    read_on="2026-11-26",
    files=20_000,
    file_size=25 * _MIB,
    header_rules=100,
    line=2_000,
    moves=2_000,
)

HOST_LIMITS: Mapping[str, HostLimits] = {
    "github": HostLimits(
        source="docs.github.com/pages/getting-started-with-github-pages/github-pages-limits",
        read_on="2026-11-26",
        size=_GB,
    ),
    "gitlab": HostLimits(
        source="docs.gitlab.com/user/gitlab_com/ and …/project/pages/redirects/; files: gitlab-org/gitlab issue 500273",
        read_on="2026-11-26",
        files=200_000,
        size=_GB,
        moves=1_000,
    ),
    "cloudflare": _CLOUDFLARE,
    "cloudflare-paid": HostLimits(
        source=_CLOUDFLARE.source,
        read_on="2026-11-26",
        files=100_000,
        file_size=_CLOUDFLARE.file_size,
        header_rules=_CLOUDFLARE.header_rules,
        line=_CLOUDFLARE.line,
        moves=_CLOUDFLARE.moves,
    ),
}
"""By the name a target gives as `plan`. Of Netlify no figure was found; its answer to a deploy says what it refuses."""


def over_limits(plan: str, files: Mapping[str, SiteFile]) -> Iterator[Phrase]:
    """A sentence for each limit that the site is over; none for a plan that names none."""
    limits = HOST_LIMITS.get(plan)
    if limits is None:
        return
    largest = max(files.values(), key=lambda file: file.size, default=None)
    headers, moves = _lines(files, "_headers"), _lines(files, "_redirects")
    longest = max(map(len, headers), default=0)
    figures = (
        (phrase("files"), len(files), limits.files),
        (phrase("bytes in all"), sum(file.size for file in files.values()), limits.size),
        (
            phrase("bytes in %(path)s", path=largest.path if largest else ""),
            largest.size if largest else 0,
            limits.file_size,
        ),
        (phrase("rules in _headers"), sum(not line[:1].isspace() for line in headers), limits.header_rules),
        (phrase("characters in a line of _headers"), longest, limits.line),
        (phrase("rules in _redirects"), len(moves), limits.moves),
    )
    for what, found, most in figures:
        if most and found > most:
            yield phrase(
                "%(found)s %(what)s, and %(plan)s takes %(most)s (%(source)s, read on %(day)s)",
                found=found,
                what=what,
                plan=plan,
                most=most,
                source=limits.source,
                day=limits.read_on,
            )


def _lines(files: Mapping[str, SiteFile], path: str) -> list[str]:
    """The lines of a file of rules that say something."""
    if path not in files:
        return []
    text = files[path].source.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if re.match(r"\s*[^\s#]", line)]
