"""Pictures and attachments as pages show them, and as outputs of their own."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.model.parts.general import Attachment, Image
from jobboard.outputs.addresses import absolute, href, media_path
from jobboard.outputs.text import words
from jobboard.source.lazy import Lazy
from jobboard.source.pictures.picture import Measured, is_picture


class Source(Struct, frozen=True, kw_only=True):
    """One form of a picture in several widths, as `<source>` says it."""

    type: str
    srcset: str


class Picture(Struct, frozen=True, kw_only=True):
    """A picture with the words that stand for it. Width and height are in pixels, 0 where they are not known."""

    href: str
    address: str
    alt: str
    credit: str
    width: int = 0
    height: int = 0
    type: str = ""
    sources: tuple[Source, ...] = ()


class Download(Struct, frozen=True, kw_only=True):
    """A file offered for download, with its type and size in words."""

    title: str
    href: str
    note: str


def picture_of(site: Site, image: Image | None) -> Picture | None:
    """A picture as a page shows it."""
    if image is None:
        return None
    return Picture(
        href=href(site, media_path(image.file)),
        address=absolute(site, media_path(image.file)),
        alt=image.alt,
        credit=image.credit or "",
    )


def download_of(site: Site, file: Attachment, sizes: Mapping[str, int]) -> Download:
    """An attachment as a page offers it: "PDF, 340 kB"."""
    kind = file.file.rsplit(".", 1)[-1].upper()
    return Download(
        title=file.title,
        href=href(site, media_path(file.file)),
        note=f"{kind}, {words.size_words(sizes[file.file], site.lang)}",
    )


class MediaFile(Struct, frozen=True):
    """A file of the content on its way to the site. `measured` is a picture's size."""

    path: str
    digest: str
    data: Lazy[bytes]
    measured: Lazy[Measured]


def media_bytes(file: MediaFile) -> bytes:
    """The file as it is published: a picture without what a camera wrote into it, any other as it is."""
    if not is_picture(file.path):
        return file.data.value
    from jobboard.source.pictures.metadata import without_metadata  # noqa: PLC0415 (large, and for pictures that are new)

    return without_metadata(file.data.value)
