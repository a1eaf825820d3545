"""The files of a press kit: which they are, and what each is called there."""

from __future__ import annotations

import unicodedata
from collections import Counter

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.board.board import BoardNews
from jobboard.model.news import Asset
from jobboard.model.parts.general import Image
from jobboard.outputs.page.media import MediaFile, kept_bytes, media_bytes

KIT_README, KIT_TEXT, KIT_HTML = "README.txt", "release.txt", "release.html"
"""What is ours in a kit: what the files are, and the item as plain text and as HTML."""


class KitFile(Struct, frozen=True, kw_only=True):
    """A file of the kit under its name there."""

    name: str
    file: MediaFile
    keeps_metadata: bool

    @property
    def digest(self) -> str:
        return f"{self.name} {self.file.digest} {self.keeps_metadata}"

    @property
    def data(self) -> bytes:
        return kept_bytes(self.file) if self.keeps_metadata else media_bytes(self.file)


def shown_in(asset: Asset) -> Image:
    """A picture for the press as one of a page."""
    return Image(file=asset.file, alt=asset.alt or asset.title)


def kit_assets(item: BoardNews) -> tuple[Asset, ...]:
    """The files of a kit: those for the press, and the item's picture, each once; without any for the press, none."""
    content = item.content
    found = {asset.file: asset for asset in content.assets}
    if found and content.image is not None and content.image.file not in found:
        image = content.image
        found[image.file] = Asset(
            file=image.file, title=image.alt, alt=image.alt, credit=image.credit, keep_metadata=image.keep_metadata
        )
    return tuple(found.values())


def kit_names(assets: tuple[Asset, ...]) -> tuple[str, ...]:
    """The names of files within the kit: their own, with their folder in front where two would be the same.

    Where a folder's name makes two the same again, a digest of the path comes before them.
    """
    files = [asset.file for asset in assets]
    names = _told_apart([file.rsplit("/", 1)[-1] for file in files], [file.replace("/", "-") for file in files])
    return tuple(_told_apart(names, [f"{digest_of(file.encode())[:8]}-{file.rsplit('/', 1)[-1]}" for file in files]))


def _told_apart(names: list[str], others: list[str]) -> list[str]:
    """The names, and the other name of each that more than one file would have, on whatever disk it is unpacked."""
    seen = Counter(map(_as_on_disks, (*names, KIT_README, KIT_TEXT, KIT_HTML)))
    return [name if seen[_as_on_disks(name)] == 1 else other for name, other in zip(names, others, strict=True)]


def _as_on_disks(name: str) -> str:
    """What is one name to some disk: capitals and the spelling of accents make no difference there."""
    return unicodedata.normalize("NFC", name).casefold()
