"""The format of social cards: what one says in, a picture out."""

from __future__ import annotations

import functools
from importlib import metadata

from msgspec import Struct

from jobboard.outputs.page.made import Made
from jobboard.outputs.social.card import SocialCard


class CardPicture(Struct, frozen=True):
    """A PNG. Its number is raised with what draws it or with a file of `font/`; Pillow makes the pixels."""

    @property
    def version(self) -> str:
        return _version()

    def express(self, view: SocialCard) -> bytes:
        from jobboard.outputs.social.drawing import drawn  # noqa: PLC0415 (most builds draw nothing)

        return drawn(view)


def card_shown(card: Made[SocialCard]) -> SocialCard:
    """The card itself: all that its picture depends on."""
    return card.value


@functools.cache
def _version() -> str:
    return f"social-card-1-pillow-{metadata.version('pillow')}"
