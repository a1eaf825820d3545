"""What differs, in words: each kind once, with what it means for visitors and the first addresses."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.verifying.judge import Deviation
from jobboard.verifying.visit import Visit

_SHOWN = 3
_MEANS = {
    "status": "Visitors do not get what was built",
    "text": "Visitors get something else than was built; if it is an older build, publish again",
    "unreadable": "Programs get something they cannot read",
    "redirect": "Old addresses do not lead on as they should",
    "missing": "What is not there is not told as it should be",
    "hidden": "Files for hosts and for the build are shown to everybody",
    "compression": "Texts travel uncompressed, and pages come later than they could",
    "Content-Type": "Browsers and feed readers may take files for something else",
    "Cache-Control": "Browsers may show old copies, and what has closed looks open",
    "Content-Security-Policy": "Pages may be framed by anybody, or not where they should",
    "Access-Control-Allow-Origin": "Scripts of other sites cannot read data and feeds",
    "X-Content-Type-Options": "Browsers may guess types",
    "Referrer-Policy": "Other sites may learn which page a visitor came from",
    "Permissions-Policy": "Pages may ask for camera, microphone and place",
}
"""By kind of deviation, in the order they are told."""


def verdict_on(visit: Visit, whole: int) -> Iterator[str]:
    """What was looked at, then what differs; `whole` is how many files the site has."""
    files = f"{whole:,} files" if visit.files >= whole else f"{visit.files:,} of {whole:,} files (--all: every one)"
    asked = f"Asked for {files}, and for {visit.others:,} addresses that lead elsewhere or nowhere."
    if not visit.deviations:
        yield f"{asked} Everything came as it should."
        return
    yield asked
    for kind, means in _MEANS.items():
        found = [each for each in visit.deviations if each.kind == kind]
        if found:
            yield f"\n{means} ({kind}, {len(found):,} {'address' if len(found) == 1 else 'addresses'}):"
            yield from _first(found)


def _first(found: list[Deviation]) -> Iterator[str]:
    for each in found[:_SHOWN]:
        yield f"  {each.address}: {each.sentence}"
    if len(found) > _SHOWN:
        yield "  …"
