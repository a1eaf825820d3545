"""One answer held against what should have come: what differs, each as a kind and a sentence about this address."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from jobboard.net.download import Answer
from jobboard.outputs.site.host_rules import EVERYWHERE, LEAST_COMPRESSED, is_text, served_with
from jobboard.verifying.built import BuiltSite

_NOT_LISTED = b'content="noindex"'
_THERE, _GONE = 200, 410
_PERMANENT = frozenset({301, 308})
_GZIP = ("gzip", "x-gzip")
_BEFORE, _AFTER = 8, 24
"""Bytes that are shown around the first that differs."""

_MOST = 4
"""How many times larger than the file that was built a text may be once it is unpacked."""


_ALSO = {"text/xml": "application/xml", "application/javascript": "text/javascript"}
"""Types by other names."""

_SAY_IT_THEMSELVES = frozenset(
    {
        *("text/html", "text/css", "text/javascript", "application/json", "application/manifest+json"),
        *("application/feed+json", "application/schema+json", "application/xml", "application/rss+xml"),
        *("application/atom+xml", "text/x-opml"),
    }
)


OF_HOSTS = frozenset(
    {
        *("compression", "hidden", "Content-Type", "Cache-Control", "Content-Security-Policy"),
        *("Access-Control-Allow-Origin", *(name for name, _ in EVERYWHERE)),
    }
)
"""The kinds of deviation that who runs the host alone can mend."""


class Deviation(NamedTuple):
    """What visitors of one address get otherwise; `kind` is a header's name, or what else is not as it should be."""

    kind: str
    address: str
    sentence: str


def deviations_of(built: BuiltSite, path: str, address: str, answer: Answer) -> Iterator[Deviation]:
    """What is wrong with the answer for a file of the site."""
    data = built.read(path)
    is_tombstone = answer.status == _GONE and _NOT_LISTED in data
    if answer.status != _THERE and not is_tombstone:
        yield Deviation("status", address, answered(answer))
        return
    came = uncompressed(answer, most=len(data) * _MOST + LEAST_COMPRESSED)
    if came != data:
        yield Deviation("text", address, f"it is not what was built: {_otherwise(answer, came, data)}")
        yield from _unreadable(path, address, came)
    for name, value in served_with(built.site, path).items():
        found = answer.headers.get(name.lower(), "")
        if not _is_as_told(name, found, value):
            yield Deviation(name, address, f"'{found}' instead of '{value}'" if found else f"'{value}' is missing")
    type_ = served_with(built.site, path).get("Content-Type", "")
    is_long = answer.status == _THERE and len(came) > LEAST_COMPRESSED * 2  # nginx packs no other answers
    if is_text(type_) and is_long and not answer.headers.get("content-encoding"):
        yield Deviation("compression", address, f"{len(came):,} bytes travel as they are")


def deviations_of_move(built: BuiltSite, old: str, new: str, address: str, answer: Answer) -> Iterator[Deviation]:
    """What is wrong with an old address, which leads on or shows the page that does."""
    if answer.status in _PERMANENT:
        place = re.sub(r"^https?://[^/]+", "", answer.headers.get("location", ""))
        target = re.sub(r"^https?://[^/]+", "", f"{built.site.url}/{new}")
        if place != target:
            yield Deviation("redirect", address, f"it leads to '{place}' instead of '{target}'")
        return
    page = f"{old}index.html"
    if not (built.folder / page).is_file():
        yield Deviation("redirect", address, f"{answered(answer)} and shows no page that leads on")
    elif answer.status != _THERE or uncompressed(answer, most=10**6) != built.read(page):
        yield Deviation("redirect", address, f"{answered(answer)}, with another page")


def deviations_of_missing(built: BuiltSite, page: str, address: str, answer: Answer) -> Iterator[Deviation]:
    """What is wrong with the answer for something that is not there; `page` is the one to be shown for it."""
    if answer.status not in (404, _GONE):
        yield Deviation("missing", address, f"{answered(answer)}, as if there were such a page")
    elif uncompressed(answer, most=10**6) != built.read(page):
        yield Deviation("missing", address, f"another page than {page} is shown")


def answered(answer: Answer) -> str:
    """With what code a server answers, and where it leads."""
    place = answer.headers.get("location", "") if 300 <= answer.status < 400 else ""
    return f"the server answers {answer.status}{f' and leads to {place!r}' if place else ''}"


def uncompressed(answer: Answer, *, most: int) -> bytes:
    """The body as it was before it travelled, up to so many bytes; what cannot be unpacked, or was packed in a way that
    nobody has asked for, is nothing."""
    packing = _packing(answer)
    if packing in ("", "identity"):
        return answer.body
    try:
        return zlib.decompressobj(wbits=31).decompress(answer.body, most) if packing in _GZIP else b""
    except zlib.error:
        return b""


def _packing(answer: Answer) -> str:
    return answer.headers.get("content-encoding", "").strip().lower()


def _otherwise(answer: Answer, came: bytes, data: bytes) -> str:
    """What a visitor has instead: the first place that differs, in words where it is a text."""
    if not came:
        packed = _packing(answer)
        return f"it comes packed as {packed!r} and cannot be opened" if packed and answer.body else "it is empty"
    if came.split() == data.split():
        return "its spaces and line ends are others"
    at = next(
        (n for n, (one, other) in enumerate(zip(came, data, strict=False)) if one != other), min(len(came), len(data))
    )
    begin = max(at - _BEFORE, 0)
    found, built = (each[begin : at + _AFTER].decode(errors="replace") for each in (came, data))
    return f"at byte {at:,} stands {found!r} instead of {built!r}; {len(came):,} bytes instead of {len(data):,}"


def _unreadable(path: str, address: str, came: bytes) -> Iterator[Deviation]:
    """What programs cannot read."""
    try:
        if path.endswith((".xml", ".opml")):
            etree.fromstring(came, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
        elif path.endswith(".json"):
            json.loads(came)
        elif path.endswith(".ics") and not re.fullmatch(rb"BEGIN:VCALENDAR\r\n.*END:VCALENDAR\r\n", came, re.DOTALL):
            raise ValueError("it is no calendar")  # noqa: TRY301 (told as the others are)
    except (etree.XMLSyntaxError, ValueError, RecursionError):
        yield Deviation("unreadable", address, "programs cannot read it")


def _is_as_told(name: str, found: str, told: str) -> bool:
    """Whether a header says what it should, in its words or in others."""
    if name == "Content-Type":
        return _is_type(found.lower(), told)
    return " ".join(found.split()) == told


def _is_type(found: str, told: str) -> bool:
    """Whether a type is the one it should be. Of what says itself that it is UTF-8 the type need not say it."""
    plain, wanted = found.partition(";")[0].strip(), told.partition(";")[0]
    charset = re.search(r"charset=\"?([^\s;\"]+)", found)
    if not is_text(told) or wanted in _SAY_IT_THEMSELVES:
        return _ALSO.get(plain, plain) == wanted and (charset is None or charset[1] == "utf-8")
    return plain == wanted and charset is not None and charset[1] == "utf-8"
