"""What items lead to: files in fields, links and pictures in bodies. Resolved once, checked once."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote

from jobboard.board.checks import Checker, Item
from jobboard.board.synopsis import Links, Target
from jobboard.model.introduction import Introduction
from jobboard.model.news import NewsItem
from jobboard.model.organisation import Organisation
from jobboard.model.page import Page
from jobboard.model.posting import Posting
from jobboard.source.body import Body, Reference
from jobboard.source.characters import hidden_in, plainly
from jobboard.source.pictures import PICTURES
from jobboard.source.problem import Level, Problem, did_you_mean, quoted

_DOWNLOADS = (
    *PICTURES,
    ".csv",
    ".doc",
    ".docx",
    ".ics",
    ".mp3",
    ".mp4",
    ".odp",
    ".ods",
    ".odt",
    ".pdf",
    ".ppt",
    ".pptx",
    ".txt",
    ".xls",
    ".xlsx",
    ".zip",
)
"""What may be published. Not SVG or HTML, which can carry script."""

_MAIL = re.compile(r"[^\s/@:]+@(?:[\w-]+\.)+[^\W\d_]{2,}")
_HOST = re.compile(r"(?://)?(?P<host>(?:[\w-]+\.)+(?P<end>[^\W\d_]{2,}))(?P<rest>(?:[/?#:].*)?)$", re.DOTALL)


def files_of(item: Item) -> Iterator[tuple[str, str]]:
    """The files an item's fields name, as (dotted field, path below the content folder)."""
    if isinstance(item, Organisation):
        if item.logo:
            yield "logo.file", item.logo.file
        return
    if isinstance(item, Page | Introduction):
        return
    if item.image:
        yield "image.file", item.image.file
    if isinstance(item, NewsItem):
        yield from ((f"assets.{number}.file", asset.file) for number, asset in enumerate(item.assets, 1))
        yield from (
            (f"embeds.{n}.image.file", embed.image.file) for n, embed in enumerate(item.embeds, 1) if embed.image
        )
    elif isinstance(item, Posting):
        yield from ((f"attachments.{number}.file", file.file) for number, file in enumerate(item.attachments, 1))


def check_files(item: Item, files: Collection[str], checker: Checker) -> Iterator[Problem]:
    """Files named in fields must exist, and be of a kind that may be published."""
    for field, path in files_of(item):
        is_picture = not field.startswith(("assets", "attachments"))
        if path not in files:
            yield checker.at(item, field, f"no file content/{path}", hint_on_path(path, files))
        elif not path.lower().endswith(PICTURES if is_picture else _DOWNLOADS):
            yield checker.at(
                item,
                field,
                f"{quoted(path)} is no kind of file this site publishes",
                f"use one of {', '.join(PICTURES if is_picture else _DOWNLOADS)}",
            )


def check_references(
    item: Item, body: Body, files: Collection[str], items: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    """A picture that is missing is a problem; a link to nothing becomes text, with advice."""
    for reference in body.references:
        if resolve(reference, files, items) is None:
            message, hint = _trouble_with(reference, files)
            level = Level.PROBLEM if reference.is_image else Level.ADVICE
            yield Problem(item.path, reference.line, "body", message, hint, level)


def _trouble_with(reference: Reference, files: Collection[str]) -> tuple[str, str]:
    """Why a reference leads nowhere, and the way out."""
    path, allowed = _clean(reference.target), PICTURES if reference.is_image else _DOWNLOADS
    if path in files:
        return f"{quoted(path)} is no kind of file this site publishes", f"use one of {', '.join(allowed)}"
    if reference.is_image:
        if written := _as_address(reference.target):
            hint = "put the file into content/images/ and name it here"
            return f"the picture {quoted(written)} is on another site and cannot be shown", hint
        return f"no picture content/{path}", hint_on_path(path, files)
    if written := _as_address(reference.target):
        return f"the link to {quoted(reference.target)} leads nowhere and becomes plain text", f"write {written}"
    return (
        f"the link to {quoted(reference.target)} leads nowhere and becomes plain text",
        "paths start at content/: news/title.md or files/report.pdf",
    )


def _as_address(target: str) -> str:
    """A link target that lacks the beginning of an address, with it; empty for one that may be a path."""
    target = target.strip()
    if _MAIL.fullmatch(target):
        return f"mailto:{target}"
    found = _HOST.match(target)
    is_file = found and not found["rest"] and f".{found['end'].lower()}" in (*_DOWNLOADS, ".md", ".html", ".svg")
    return f"https://{found['host']}{found['rest']}" if found and not is_file else ""


def hint_on_path(path: str, files: Collection[str]) -> str:
    """The near path that there is, or the character that makes two paths differ though they look the same."""
    if same := next((each for each in files if plainly(each) == plainly(path)), ""):
        return f"{hidden_in(path) or hidden_in(same)}; rename the file, or write its name anew: {plainly(path)}"
    hidden = hidden_in(path)
    return f"{hidden}; write {plainly(path)}" if hidden else did_you_mean(path, files)


def resolve(reference: Reference, files: Collection[str], items: Collection[tuple[str, str]]) -> Target | None:
    """What a reference leads to, if anything: a `.md` file is an item, any other a file of the content."""
    path = _clean(reference.target)
    if path.endswith(".md") and not reference.is_image:
        folder, _, rest = path.partition("/")
        id_ = rest.rsplit("/", 1)[-1].removesuffix(".md")
        return Target(folder=folder, id=id_) if (folder, id_) in items else None
    allowed = PICTURES if reference.is_image else _DOWNLOADS
    return Target(file=path) if path in files and path.lower().endswith(allowed) else None


def links_of(
    body: Body, files: Collection[str], items: Mapping[tuple[str, str], Item], visible: Collection[tuple[str, str]]
) -> Links:
    """Every reference of a body with its target; a target that is not public yet counts as nothing."""
    found = []
    for reference in body.references:
        target = resolve(reference, files, items)
        is_hidden = target is not None and bool(target.id) and (target.folder, target.id) not in visible
        found.append((reference.target, None if is_hidden else target))
    return tuple(dict(found).items())


def _clean(target: str) -> str:
    """A reference's path below the content folder, without query, fragment or leading slash."""
    path = unquote(target.split("#", 1)[0].split("?", 1)[0]).lstrip("/")
    return posixpath.normpath(unicodedata.normalize("NFC", path)) if path else ""
