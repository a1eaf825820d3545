"""PageFiles of the content as outputs: what is published of each, and attachments as pages offer them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.model.parts.general import Attachment
from jobboard.outputs.addresses import href, media_path
from jobboard.outputs.text import words
from jobboard.source.lazy import Lazy
from jobboard.source.pictures.picture import Measured, is_drawing, is_picture


class Download(Struct, frozen=True, kw_only=True):
    """A file offered for download, with its type and size in words."""

    title: str
    href: str
    note: str


def download_of(site: Site, file: Attachment, sizes: Mapping[str, int]) -> Download:
    """An attachment as a page offers it: "PDF, 340 kB"."""
    kind = file.file.rsplit(".", 1)[-1].upper()
    return Download(
        title=file.title,
        href=href(site, media_path(file.file)),
        note=f"{kind}, {words.size_words(sizes[file.file], site.lang)}",
    )


class PageFiles(Struct, frozen=True):
    """The files that a page leads to or shows: path, bytes, and of a picture its size in pixels."""

    entries: tuple[tuple[str, int, Measured | None], ...] = ()

    @property
    def sizes(self) -> dict[str, int]:
        return {path: size for path, size, _ in self.entries}

    @property
    def measured(self) -> dict[str, Measured]:
        return {path: measured for path, _, measured in self.entries if measured}


class MediaFile(Struct, frozen=True):
    """A file of the content on its way to the site. `measured` is a picture's size."""

    path: str
    digest: str
    data: Lazy[bytes]
    measured: Lazy[Measured]


def media_bytes(file: MediaFile) -> bytes:
    """The file as it is published: a picture without what a camera wrote into it, a drawing without what could act, any
    other as it is."""
    if is_drawing(file.path):
        from jobboard.source.pictures.svg import safe_svg  # noqa: PLC0415 (for drawings that are new)

        return safe_svg(file.data.value)
    if not is_picture(file.path):
        return file.data.value
    from jobboard.source.pictures.metadata import without_metadata  # noqa: PLC0415 (large, and for pictures that are new)

    return without_metadata(file.data.value)


def kept_bytes(file: MediaFile) -> bytes:
    """The same for a picture whose author wants its notes kept. What could act is not kept."""
    return media_bytes(file) if is_drawing(file.path) else file.data.value
