"""Pictures and attachments as pages show them, and as outputs of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jobboard.board.site import Site
from jobboard.model.parts import Attachment, Image
from jobboard.outputs import words
from jobboard.outputs.addresses import absolute, href, media_path
from jobboard.source.lazy import Lazy


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture with the words that stand for it."""

    href: str
    address: str
    alt: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file offered for download, with its type and size in words."""

    title: str
    href: str
    note: str


def picture_of(image: Image | None, site: Site) -> Picture | None:
    """A picture as a page shows it."""
    if image is None:
        return None
    return Picture(
        href=href(site, media_path(image.file)),
        address=absolute(site, media_path(image.file)),
        alt=image.alt,
        credit=image.credit or "",
    )


def download_of(file: Attachment, sizes: Mapping[str, int], site: Site) -> Download:
    """An attachment as a page offers it: "PDF, 340 kB"."""
    kind = file.file.rsplit(".", 1)[-1].upper()
    return Download(
        title=file.title,
        href=href(site, media_path(file.file)),
        note=f"{kind}, {words.size_words(sizes[file.file], site.lang)}",
    )


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file of the content on its way to the site."""

    path: str
    digest: str
    data: Lazy[bytes]


def media_bytes(file: MediaFile) -> bytes:
    """The file as it is."""
    return file.data.value
