"""What items lead to: files in fields, links and pictures in bodies. Resolved once, checked once."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator
from urllib.parse import unquote

from msgspec import structs

from jobboard.board.checks import Checker, Item
from jobboard.board.synopsis import Links, Target
from jobboard.model.introduction import Introduction
from jobboard.model.news import NewsItem
from jobboard.model.organisation import Organisation
from jobboard.model.page import Page
from jobboard.model.posting import Posting
from jobboard.source.anchors import anchor_for, index_of
from jobboard.source.body import Body, Reference
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
            yield checker.at(item, field, f"no file content/{path}", did_you_mean(path, files))
        elif not path.lower().endswith(PICTURES if is_picture else _DOWNLOADS):
            yield checker.at(
                item,
                field,
                f"{quoted(path)} is no kind of file this site publishes",
                f"use one of {', '.join(PICTURES if is_picture else _DOWNLOADS)}",
            )


def check_references(
    item: Item,
    body: Body,
    files: Collection[str],
    items: Collection[tuple[str, str]],
    anchors_of: Callable[[tuple[str, str]], tuple[str, ...] | None],
) -> Iterator[Problem]:
    """A picture that is missing is a problem; a link to nothing becomes text, one to no heading loses that: advice."""
    for reference in body.references:
        target = resolve(reference, files, items)
        if target is not None and target.id and (fragment := _fragment(reference.target)):
            anchors = anchors_of((target.folder, target.id))
            if anchors is not None and not _anchor(fragment, anchors):
                yield _no_heading(item, reference, fragment)
        elif target is None:
            message, hint = _trouble_with(reference, files)
            level = Level.PROBLEM if reference.is_image else Level.ADVICE
            yield Problem(item.path, reference.line, "body", message, hint, level)


def _no_heading(item: Item, reference: Reference, fragment: str) -> Problem:
    path = _clean(reference.target)
    hint = "write a heading of that text in small letters with hyphens, or leave the # out"
    message = f"no heading {quoted('#' + unquote(fragment))} in content/{path}; the link leads to its beginning"
    return Problem(item.path, reference.line, "body", message, hint, Level.ADVICE)


def _trouble_with(reference: Reference, files: Collection[str]) -> tuple[str, str]:
    """Why a reference leads nowhere, and the way out."""
    path, allowed = _clean(reference.target), PICTURES if reference.is_image else _DOWNLOADS
    if path in files:
        return f"{quoted(path)} is no kind of file this site publishes", f"use one of {', '.join(allowed)}"
    if reference.is_image:
        return f"no picture content/{path}", did_you_mean(path, files)
    return (
        f"the link to {quoted(reference.target)} leads nowhere and becomes plain text",
        "paths start at content/: news/title.md or files/report.pdf",
    )


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
    body: Body,
    files: Collection[str],
    visible: Collection[tuple[str, str]],
    anchors_of: Callable[[tuple[str, str]], tuple[str, ...] | None],
) -> Links:
    """Every reference of a body with its target; a target that is not public yet counts as nothing.

    `anchors_of` gives the anchors of an item's text, among which the one is looked for that a link names.
    """
    found = []
    for reference in body.references:
        target = resolve(reference, files, visible)
        if target is not None and target.id:
            key, fragment = (target.folder, target.id), _fragment(reference.target)
            if fragment:
                target = structs.replace(target, anchor=_anchor(fragment, anchors_of(key) or ()))
        found.append((reference.target, target))
    return tuple(dict(found).items())


def _fragment(target: str) -> str:
    return target.partition("#")[2]


def _anchor(fragment: str, anchors: tuple[str, ...]) -> str:
    """The one of a text's anchors that an author means, empty if there is none."""
    return anchor_for(fragment, index_of(anchors)) or ""


def _clean(target: str) -> str:
    """A reference's path below the content folder, without query, fragment or leading slash."""
    path = unquote(target.split("#", 1)[0].split("?", 1)[0]).lstrip("/")
    return posixpath.normpath(path) if path else ""
