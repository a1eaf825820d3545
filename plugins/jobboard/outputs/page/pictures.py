"""Pictures as pages show them: in several widths and two modern forms, each an output of its own.

One way for all: a picture of an item, a logo, a file for the press, a picture in a text. A browser that knows neither
form, a feed and a search engine get one JPEG, or of a logo one PNG, never the file as its author gave it; only what
moves, and drawings, are shown as they are. Decisions 21 and 53 say why.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from importlib import metadata

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.board.synopsis import NamedFile
from jobboard.engine.output import Output
from jobboard.model.parts.general import Image
from jobboard.model.parts.logo import Logo
from jobboard.outputs.addresses import absolute, card_path, href, picture_path, plain_picture_path
from jobboard.outputs.page.media import MediaFile, media_bytes
from jobboard.outputs.widths import (
    CARD_HEIGHT,
    CARD_WIDTH,
    ENDINGS,
    FORM_ON_CARD,
    LOGO_WIDTHS,
    ON_CARD,
    PREVIEW_WIDTH,
    Measures,
    height_at,
    is_made,
    path_elsewhere,
    path_on_card,
    shown_path,
    srcsets_of,
    widest_of,
    widths_of,
)
from jobboard.source.pictures.picture import Measured, is_drawing

_DARK = "(prefers-color-scheme: dark)"


class Source(Struct, frozen=True, kw_only=True):
    """What a browser may show instead, as `<source>` says it. `type` and `media` say when; empty is always.

    `in_widths` is true if `srcset` says how wide each file is. Width and height are in pixels.
    """

    type: str
    media: str
    srcset: str
    in_widths: bool
    width: int
    height: int


class Picture(Struct, frozen=True, kw_only=True):
    """A picture with the words that stand for it. `href` is what every browser can show; width and height are those of
    the whole picture in pixels. `has_dark` is true if there is another for dark pages among the sources."""

    href: str
    alt: str
    credit: str
    width: int
    height: int
    sources: tuple[Source, ...]
    has_dark: bool = False


class LinkPreview(Struct, frozen=True, kw_only=True):
    """The picture that goes with a link to a page: a JPEG or a PNG. Width and height are its own."""

    address: str
    type: str
    alt: str
    width: int
    height: int


def picture_of(site: Site, image: Image | Logo, seen: Measures) -> Picture:
    """A picture as a page shows it, with its size, so that nothing moves when it arrives."""
    is_logo, measured = isinstance(image, Logo), seen[image.file]
    dark = image.dark if isinstance(image, Logo) else None
    return Picture(
        href=href(site, shown_path(image.file, measured, is_logo=is_logo)),
        alt=image.alt,
        credit=image.credit or "",
        width=measured.width,
        height=measured.height,
        sources=(
            *(_dark_sources(site, dark, seen[dark]) if dark else ()),
            *_sources(site, image.file, measured, is_logo=is_logo),
        ),
        has_dark=dark is not None,
    )


def picture_on_card(site: Site, image: Image | None) -> str:
    """The address of a picture as a card shows it; empty if there is none."""
    return href(site, path_on_card(image.file)) if image else ""


def preview_of(site: Site, image: Image, seen: Measures) -> LinkPreview | None:
    """What goes with a link to the page; nothing for a drawing, since nothing here makes pixels of it."""
    measured = seen[image.file]
    if is_drawing(image.file):
        return None
    width = widest_of(measured, PREVIEW_WIDTH)
    return LinkPreview(
        address=picture_address(site, image),
        type="image/jpeg",
        alt=image.alt,
        width=width,
        height=height_at(width, measured),
    )


def card_preview(site: Site, page: str, words: str) -> LinkPreview | None:
    """The social card of a page, which says these words; nothing where the site has no such cards."""
    if not site.has_social_cards:
        return None
    address = absolute(site, card_path(page))
    return LinkPreview(address=address, type="image/png", alt=words, width=CARD_WIDTH, height=CARD_HEIGHT)


def preview_or_card(site: Site, image: Image | None, seen: Measures, page: str, words: str) -> LinkPreview | None:
    """The picture that a page of an item has of its own, or else its card, which says these words."""
    own = preview_of(site, image, seen) if image else None
    return own or card_preview(site, page, words)


def picture_address(site: Site, image: Image | Logo) -> str:
    """Where others find a picture: job sites, search engines, whoever reads the data."""
    return absolute(site, path_elsewhere(image.file, is_logo=isinstance(image, Logo)))


def _sources(site: Site, file: str, measured: Measured, *, is_logo: bool, media: str = "") -> Iterator[Source]:
    """The widths of a picture, in each modern form; none of what is shown as it is."""
    for type_, srcset in srcsets_of(site, file, measured, is_logo=is_logo):
        yield _source(measured, type_, srcset, media, in_widths=True)


def _dark_sources(site: Site, file: str, measured: Measured) -> Iterator[Source]:
    yield from _sources(site, file, measured, is_logo=True, media=_DARK)
    yield _source(measured, "", href(site, shown_path(file, measured, is_logo=True)), _DARK, in_widths=False)


def _source(measured: Measured, type_: str, srcset: str, media: str, *, in_widths: bool) -> Source:
    return Source(
        type=type_, media=media, srcset=srcset, in_widths=in_widths, width=measured.width, height=measured.height
    )


def is_shown_whole(file: MediaFile, shown: Iterable[NamedFile]) -> bool:
    """True if pages that show the picture show the file itself."""
    return any(True for _ in shown) and not is_made(file.measured.value)


def plan_picture(file: MediaFile, named: Iterable[NamedFile]) -> Iterator[Output]:
    """A picture in every width and form that pages show, by all who name it."""
    measured = file.measured.value
    if measured.form == "SVG":
        return
    uses = {each.is_logo for each in named}
    widths = {width for is_logo in uses for width in widths_of(measured, is_logo=is_logo)}
    for width in sorted(widths):
        for form, ending in ENDINGS.items():
            yield _made(file, picture_path(file.path, width, ending), form, width)
    if False in uses and ON_CARD not in widths:
        path = picture_path(file.path, ON_CARD, ENDINGS[FORM_ON_CARD])
        yield _made(file, path, FORM_ON_CARD, widest_of(measured, ON_CARD))
    for is_logo in sorted(uses):
        form, most = ("PNG", LOGO_WIDTHS[-1]) if is_logo else ("JPEG", PREVIEW_WIDTH)
        yield _made(file, plain_picture_path(file.path, is_logo=is_logo), form, widest_of(measured, most))


def _made(file: MediaFile, path: str, form: str, width: int) -> Output:
    return Output(path=path, make=picture_bytes, inputs=(file,), format=Encoded(form=form, width=width))


def picture_bytes(file: MediaFile) -> bytes:
    """The picture as it is published: what the encoder starts from."""
    return media_bytes(file)


class Encoded(Struct, frozen=True, kw_only=True):
    """The format of a picture made narrower. The same bytes on every machine with the same Pillow."""

    form: str
    width: int

    @property
    def version(self) -> str:
        return f"picture-2-{self.form}-{self.width}-pillow-{_pillow_version()}"

    def express(self, view: bytes) -> bytes:
        from jobboard.source.pictures.encode import encoded  # noqa: PLC0415 (most builds encode nothing)

        return encoded(view, self.form, self.width)


@functools.cache
def _pillow_version() -> str:
    return metadata.version("pillow")
