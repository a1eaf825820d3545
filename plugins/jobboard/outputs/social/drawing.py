"""Social cards drawn: the words of one in, a PNG of few colours out, the same with the same Pillow anywhere.

Every pixel is the number of a colour. Those of letters come in steps from the ground to the full one, for smooth edges.
Loaded when a card is new.
"""

from __future__ import annotations

import functools
import io
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw

from jobboard.outputs.social.card import SocialCard
from jobboard.outputs.social.lines import BOLD, REGULAR, Setting, font, set_text
from jobboard.outputs.text.cached import remembered
from jobboard.outputs.widths import CARD_HEIGHT, CARD_WIDTH

GROUND, STRIP = "#0b3b47", "#072a33"
"""Behind the words, and behind the name of the site."""

WHITE, WARM, QUIET = "#ffffff", "#e9a82c", "#c8dde1"
"""Of the title and the site's name, of what it is and until when, and of whose it is."""

_STEPS = {WHITE: (1, 2), WARM: (3, 2), QUIET: (5, 2)}
"""Of a colour of letters: the number of its first step, and how many there are."""

_STRIP, _BAND = 7, 8
_SKYLINE = Path(__file__).parent / "skyline.png"
"""The towns at the foot of every page (`macros/skyline.html`), in pixels: 1 is a wall, 2 a lit window."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 88, 72, 56, 474
"""Where words stand: networks cut off corners and edges."""

_BAND_WIDTH, _EDGE, _STRIP_TOP = 28, 5, 560
_STAIRS = ((2, 14), (5, 14), (5, 11), (8, 11), (8, 8), (12, 8), (12, 11), (15, 11), (15, 14), (18, 14))
_GABLES = ((2, 30), *_STAIRS, (18, 30))
_TOWER = ((20, 30), (20, 12), (25, 2), (30, 12), (30, 30))
_LIT = ((6, 18, 9, 22), (11, 23, 14, 27), (23.5, 15, 26.5, 19))
"""The windows of the two houses beside the name, as `base.html` has them, on 32 by 32."""


@remembered(256)
def drawn(card: SocialCard) -> bytes:
    """The picture of a card. Kept, since whatever is over shows its organisation's."""
    canvas = _ground().copy()
    canvas.putpalette(_palette(card.colour or WARM))
    _write_words(canvas, card)
    if card.site:
        _write_site(canvas, card.site)
    out = io.BytesIO()
    canvas.save(out, "PNG", bits=4, compress_level=6)
    return out.getvalue()


def _write_words(canvas: Image.Image, card: SocialCard) -> None:
    """From above what it is, its title and whose it is, from below until when. The title has the room that is left."""
    width, top, bottom = CARD_WIDTH - _LEFT - _RIGHT, _TOP, _BOTTOM
    if card.kind:
        kind = set_text(card.kind, BOLD, (30,), width, 40, 1)
        _write(canvas, kind, WARM, top)
        top += kind.height + 8
    if card.moment:
        moment = set_text(card.moment, BOLD, (36, 32, 28), width, 60, 1)
        bottom -= moment.height + 14
        _write(canvas, moment, WARM, bottom + 14)
    names = set_text(card.names, REGULAR, (34, 30), width, 120, 2 if card.moment else 3)
    title = set_text(card.title, BOLD, (78, 70, 62, 56, 50, 44, 40), width, bottom - top - names.height - 14, 4)
    _write(canvas, title, WHITE, top)
    _write(canvas, names, QUIET, top + title.height + 14)


def _write_site(canvas: Image.Image, name: str) -> None:
    top, scale = _STRIP_TOP + 11, 1.5
    draw = ImageDraw.Draw(canvas)
    for house in (_GABLES, _TOWER):
        draw.polygon([(_LEFT + x * scale, top + y * scale) for x, y in house], fill=_full(WHITE))
    for left, up, right, down in _LIT:
        box = (_LEFT + left * scale, top + up * scale, _LEFT + right * scale, top + down * scale)
        draw.rectangle(box, fill=_full(WARM))
    setting = set_text(name, BOLD, (30, 26), CARD_WIDTH - _LEFT - 60 - _RIGHT, 40, 1)
    _write(canvas, setting, WHITE, _STRIP_TOP + 17, _LEFT + 60)


def _write(canvas: Image.Image, setting: Setting, colour: str, top: int, left: int = _LEFT) -> None:
    """Lines from `top` on, in a colour of letters."""
    strength = Image.new("L", (CARD_WIDTH - left, setting.height + setting.leading))
    draw = ImageDraw.Draw(strength)
    for number, line in enumerate(setting.lines):
        draw.text((0, number * setting.leading), line, fill=255, font=font(setting.face, setting.size))
    numbers, shown = _steps_of(colour)
    canvas.paste(strength.point(numbers), (left, top), strength.point(shown))


@functools.cache
def _steps_of(colour: str) -> tuple[list[int], list[int]]:
    """For each strength of a pixel the number of its colour, and whether it is seen (255) or the ground is (0)."""
    first, steps = _STEPS[colour]
    reached = [round(strength * steps / 255) for strength in range(256)]
    return [first - 1 + each if each else 0 for each in reached], [255 if each else 0 for each in reached]


@functools.cache
def _ground() -> Image.Image:
    """What every card has: the band at its side, the towns, and the strip they stand on."""
    canvas = Image.new("P", (CARD_WIDTH, CARD_HEIGHT), 0)
    draw = ImageDraw.Draw(canvas)
    draw.rectangle((0, _STRIP_TOP, CARD_WIDTH, CARD_HEIGHT), fill=_STRIP)
    with Image.open(_SKYLINE) as towns:
        numbers = Image.frombytes("L", towns.size, towns.tobytes())
    shown, colours = numbers.point([0, 255] + [255] * 254), numbers.point([0, _STRIP] + [_full(WARM)] * 254)
    canvas.paste(colours, (CARD_WIDTH - numbers.width, _STRIP_TOP - numbers.height), shown)
    draw.rectangle((0, 0, _BAND_WIDTH - 1, CARD_HEIGHT), fill=_BAND)
    draw.rectangle((_BAND_WIDTH, 0, _BAND_WIDTH + _EDGE - 1, CARD_HEIGHT), fill=_full(WHITE))
    return canvas


def _full(colour: str) -> int:
    """The number of a colour of letters itself."""
    first, steps = _STEPS[colour]
    return first + steps - 1


@functools.lru_cache(maxsize=256)
def _palette(band: str) -> list[int]:
    colours = {0: _rgb(GROUND), _STRIP: _rgb(STRIP), _BAND: _rgb(band)}
    for colour, (first, steps) in _STEPS.items():
        for step in range(steps):
            colours[first + step] = _between(_rgb(GROUND), _rgb(colour), (step + 1) / steps)
    return [value for number in range(len(colours)) for value in colours[number]]


def _between(one: tuple[int, ...], other: tuple[int, ...], share: float) -> tuple[int, ...]:
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))


def _rgb(colour: str) -> tuple[int, ...]:
    return ImageColor.getrgb(colour)[:3]
