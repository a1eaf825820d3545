"""What texts lead to: links and pictures in bodies. Resolved once, checked once."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from urllib.parse import unquote

from msgspec import Struct, structs

from jobboard.board.checks import RENAMED, Item
from jobboard.board.files import (
    DOWNLOADS,
    FILE_NOT_PUBLISHED,
    PORTABLE,
    UNPORTABLE,
    hint_on_path,
    named_unportably,
)
from jobboard.board.synopsis import Resolved, Target
from jobboard.model.fields.references import Former
from jobboard.source.markdown.anchors import anchor_for, index_of
from jobboard.source.markdown.body_form import LINK_LEADS_NOWHERE
from jobboard.source.markdown.kept import Body, Reference
from jobboard.source.message import Phrase, message, phrase
from jobboard.source.pictures.picture import PICTURES
from jobboard.source.problem import Level, Problem, quoted

HEADING_MISSING = message(
    "heading-missing", "no heading %(heading)s in content/%(path)s; the link leads to its beginning"
)
PICTURE_ELSEWHERE = message("picture-elsewhere", "the picture %(address)s is on another site and cannot be shown")
PICTURE_MISSING = message("picture-missing", "no picture content/%(path)s")

_MAIL = re.compile(r"[^\s/@:]+@(?:[\w-]+\.)+[^\W\d_]{2,}")
_HOST = re.compile(r"(?://)?(?P<host>(?:[\w-]+\.)+(?P<end>[^\W\d_]{2,}))(?P<rest>(?:[/?#:].*)?)$", re.DOTALL)


class Reachable(Struct, frozen=True):
    """What texts may lead to: files, items by folder and id, and these by the ids they had (`former`).

    `anchors_of` are the anchors of an item's text; None of one whose file cannot be read.
    """

    files: Collection[str]
    items: Collection[tuple[str, str]]
    former: Former
    anchors_of: Callable[[tuple[str, str]], tuple[str, ...] | None]


def check_references(item: Item, body: Body, reachable: Reachable) -> Iterator[Problem]:
    """A missing picture is a problem; a link to nothing becomes text, one to no heading loses that, one by an old name
    leads there: advice."""
    files = reachable.files
    for reference in body.references:
        target = resolve(reference, reachable)
        if target is not None and target.id and (fragment := _fragment(reference.target)):
            anchors = reachable.anchors_of((target.folder, target.id))
            if anchors is not None and not _anchor(fragment, anchors):
                yield _no_heading(item, reference, fragment, _named(reference.target, files))
        if target is not None and UNPORTABLE.search(target.file):
            message = named_unportably(target.file)
            yield Problem(item.path, reference.line, "body", message, PORTABLE, Level.ADVICE)
        elif target is None:
            message, hint = _trouble_with(reference, files)
            level = Level.PROBLEM if reference.is_image else Level.ADVICE
            yield Problem(item.path, reference.line, "body", message, hint, level)
        elif target.id and target.id != (old := _id_of(_named(reference.target, files))):
            message = RENAMED(old=old, today=target.id)
            hint = phrase("write %(written)s", written=f"{target.folder}/{target.id}.md")
            yield Problem(item.path, reference.line, "body", message, hint, Level.ADVICE)


def _no_heading(item: Item, reference: Reference, fragment: str, path: str) -> Problem:
    hint = phrase("write a heading of that text in small letters with hyphens, or leave the # out")
    message = HEADING_MISSING(heading=quoted("#" + unquote(fragment)), path=path)
    return Problem(item.path, reference.line, "body", message, hint, Level.ADVICE)


def _trouble_with(reference: Reference, files: Collection[str]) -> tuple[Phrase, Phrase]:
    """Why a reference leads nowhere, and the way out."""
    path, allowed = _named(reference.target, files), PICTURES if reference.is_image else DOWNLOADS
    if path in files:
        return FILE_NOT_PUBLISHED(path=quoted(path)), phrase("use one of %(endings)s", endings=", ".join(allowed))
    if reference.is_image:
        if written := _as_address(reference.target):
            hint = phrase("put the file into content/images/ and name it here")
            return PICTURE_ELSEWHERE(address=quoted(written)), hint
        return PICTURE_MISSING(path=path), hint_on_path(path, files)
    if written := _as_address(reference.target):
        return LINK_LEADS_NOWHERE(address=quoted(reference.target)), phrase("write %(written)s", written=written)
    return (
        LINK_LEADS_NOWHERE(address=quoted(reference.target)),
        phrase("paths start at content/: news/title.md or files/report.pdf"),
    )


def _as_address(target: str) -> str:
    """A link target that lacks the beginning of an address, with it; empty for one that may be a path."""
    target = target.strip()
    if _MAIL.fullmatch(target):
        return f"mailto:{target}"
    found = _HOST.match(target)
    is_file = found and not found["rest"] and f".{found['end'].lower()}" in (*DOWNLOADS, ".md", ".html")
    return f"https://{found['host']}{found['rest']}" if found and not is_file else ""


def resolve(reference: Reference, reachable: Reachable) -> Target | None:
    """What a reference leads to, if anything: a `.md` file is an item, by whatever name it had, any other a file."""
    files, items = reachable.files, reachable.items
    path = _named(reference.target, files)
    if path.endswith(".md") and not reference.is_image:
        folder, id_ = path.partition("/")[0], _id_of(path)
        today = id_ if (folder, id_) in items else reachable.former.get((folder, id_), id_)
        return Target(folder=folder, id=today) if (folder, today) in items else None
    allowed = PICTURES if reference.is_image else DOWNLOADS
    return Target(file=path) if path in files and path.lower().endswith(allowed) else None


def links_of(body: Body, reachable: Reachable) -> Resolved:
    """Every reference of a body with its target."""
    found, led_to = [], {each.target for each in body.references if not each.is_image}
    for reference in body.references:
        target = resolve(reference, reachable)
        if target is not None and target.file and reference.target in led_to:
            target = structs.replace(target, is_led_to=True)
        if target is not None and target.id:
            key, fragment = (target.folder, target.id), _fragment(reference.target)
            if fragment:
                target = structs.replace(target, anchor=_anchor(fragment, reachable.anchors_of(key) or ()))
        found.append((reference.target, target))
    return tuple(dict(found).items())


def shown_links(links: Resolved, visible: Collection[tuple[str, str]]) -> Resolved:
    """The same where a target that is not public yet counts as nothing."""
    if all(_is_shown(target, visible) for _, target in links):
        return links
    return tuple((written, target if _is_shown(target, visible) else None) for written, target in links)


def _is_shown(target: Target | None, visible: Collection[tuple[str, str]]) -> bool:
    return target is None or not target.id or (target.folder, target.id) in visible


def _fragment(target: str) -> str:
    return target.partition("#")[2]


def _anchor(fragment: str, anchors: tuple[str, ...]) -> str:
    """The one of a text's anchors that an author means, empty if there is none."""
    return anchor_for(fragment, index_of(anchors)) or ""


def _named(target: str, files: Collection[str]) -> str:
    """A reference's path below the content folder, without leading slash.

    It is read as an address, with `%20` for a space, or else as the name of a file, `100%25.pdf`. What follows a `#` or
    `?` is part of it where a file has that name; else it leads to a place within the file and is left out.
    """
    for name in (_below(unquote(target)), _below(target)):
        if name in files:
            return name
    return _below(unquote(target.split("#", 1)[0].split("?", 1)[0]))


def _below(path: str) -> str:
    path = path.lstrip("/")
    return posixpath.normpath(unicodedata.normalize("NFC", path)) if path else ""


def _id_of(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".md")
