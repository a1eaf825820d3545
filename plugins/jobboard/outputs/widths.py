"""In which widths and forms pictures are published, and at which addresses.

Every place that shows a picture goes by this: a page, a text, a feed, and the plan, which makes the files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jobboard.board.site import Site
from jobboard.outputs.addresses import href, media_path, picture_path, plain_picture_path
from jobboard.source.pictures.picture import Measured, is_drawing

WIDTHS = (480, 960, 1600)
"""In pixels. The text of a page is 640 wide, twice that on a fine screen, 360 on a telephone."""

ON_CARD, FORM_ON_CARD = WIDTHS[0], "WEBP"
"""On a card a picture is 200 wide at most: the first step is enough, in the form that every browser knows by now."""

LOGO_WIDTHS = (192, 384, 576)
"""A logo is 192 wide at most, on finer screens twice or three times that."""

PREVIEW_WIDTH = 1200
"""What social networks ask for, and enough where no other form is known."""

CARD_WIDTH, CARD_HEIGHT = 1200, 630
"""Of a social card, in pixels: the shape that networks show whole (1.91 to 1)."""

IN_TEXT = "(min-width: 43rem) 40rem, 95vw"
"""How wide a picture in a text is drawn, for a browser to choose by."""

ENDINGS = {"AVIF": "avif", "WEBP": "webp"}
"""Best first: a browser takes the first it knows."""

_TALLEST = 16_000
"""In pixels: WebP knows no more than 16,383."""

_NEARLY = 0.85
"""A step that is nearly as wide as the picture is not worth a file."""

Measures = Mapping[str, Measured]
"""The sizes of the pictures that a page may show, by their path in the content."""


def is_made(measured: Measured) -> bool:
    """True for a picture that is made in widths: one that stands still and has pixels."""
    return measured.is_still and measured.form != "SVG"


def widths_of(measured: Measured, *, is_logo: bool = False) -> tuple[int, ...]:
    """The widths a picture is offered in: never wider than it is, none for what is shown as it is."""
    if not is_made(measured):
        return ()
    steps = LOGO_WIDTHS if is_logo else WIDTHS
    widest = widest_of(measured, steps[-1])
    return (*(width for width in steps if width < widest * _NEARLY), widest)


def widest_of(measured: Measured, most: int) -> int:
    """How wide a picture is made where it may be `most`: never wider than it is, nor higher than the forms bear."""
    return max(1, min(measured.width, most, _TALLEST * measured.width // measured.height))


def height_at(width: int, measured: Measured) -> int:
    """How high a picture is that is made so wide."""
    return max(1, round(measured.height * width / measured.width))


def srcsets_of(site: Site, file: str, measured: Measured, *, is_logo: bool = False) -> Iterator[tuple[str, str]]:
    """The type of each modern form of a picture, with its files and how wide they are, as `<source>` says it."""
    widths = widths_of(measured, is_logo=is_logo)
    for form, ending in ENDINGS.items() if widths else ():
        files = (f"{href(site, picture_path(file, width, ending))} {width}w" for width in widths)
        yield f"image/{form.lower()}", ", ".join(files)


def shown_path(file: str, measured: Measured, *, is_logo: bool = False) -> str:
    """What every browser can show of a picture."""
    if not is_made(measured):
        return media_path(file)
    return plain_picture_path(file, is_logo=is_logo)


def path_on_card(file: str) -> str:
    """What a card shows of a picture: no size is in it that depends on the picture's own."""
    return media_path(file) if is_drawing(file) else picture_path(file, ON_CARD, ENDINGS[FORM_ON_CARD])


def path_elsewhere(file: str, *, is_logo: bool = False) -> str:
    """What programs elsewhere show of a picture: no size is in it, so whoever names it need not know that."""
    if is_drawing(file):
        return media_path(file)
    return plain_picture_path(file, is_logo=is_logo)
