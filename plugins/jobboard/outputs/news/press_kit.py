"""The press kit: all files of a news item in one ZIP, the same bytes whenever and wherever it is made.

Nothing is compressed (pictures and PDFs are already), since what a compressor answers depends on its version.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections import Counter

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.model.news import Asset
from jobboard.model.parts.general import Image
from jobboard.outputs.addresses import absolute, news_path
from jobboard.outputs.page.media import MediaFile, kept_bytes, media_bytes
from jobboard.outputs.text import words

_LEAST = 2
"""A kit of one file would be that file with a detour."""

_README = "README.txt"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first instant a ZIP knows: every entry bears it, so that no clock shows in the bytes."""

_UNIX = 3
_READABLE = 0o100644 << 16


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
    """What the kit holds: the item's files and its picture, each once; nothing if that is less than two."""
    content = item.content
    found = {asset.file: asset for asset in content.assets}
    if content.image is not None and content.image.file not in found:
        image = content.image
        found[image.file] = Asset(
            file=image.file, title=image.alt, alt=image.alt, credit=image.credit, keep_metadata=image.keep_metadata
        )
    return tuple(found.values()) if len(found) >= _LEAST else ()


def kit_names(assets: tuple[Asset, ...]) -> tuple[str, ...]:
    """The names of files within the kit: their own, with their folder in front where two would be the same.

    Where a folder's name makes two the same again, a digest of the path comes before them.
    """
    files = [asset.file for asset in assets]
    names = _told_apart([file.rsplit("/", 1)[-1] for file in files], [file.replace("/", "-") for file in files])
    return tuple(_told_apart(names, [f"{digest_of(file.encode())[:8]}-{file.rsplit('/', 1)[-1]}" for file in files]))


def _told_apart(names: list[str], others: list[str]) -> list[str]:
    """The names, and the other name of each that more than one file would have, on whatever disk it is unpacked."""
    seen = Counter(map(_as_on_disks, (*names, _README)))
    return [name if seen[_as_on_disks(name)] == 1 else other for name, other in zip(names, others, strict=True)]


def _as_on_disks(name: str) -> str:
    """What is one name to some disk: capitals and the spelling of accents make no difference there."""
    return unicodedata.normalize("NFC", name).casefold()


def kit_text(site: Site, item: BoardNews) -> str:
    """What goes with the files: what they belong to, what each shows and who made it, and where to look."""
    content, assets = item.content, kit_assets(item)
    lines = [
        content.title,
        ", ".join(each.content.name for each in item.organisations),
        words.moment_words(content.published, item.zone, site.lang).text,
        absolute(site, news_path(item.id)),
    ]
    for name, asset in zip(kit_names(assets), assets, strict=True):
        lines += ["", name, *dict.fromkeys(f"  {text}" for text in (asset.title, asset.alt, asset.credit) if text)]
    return "\n".join([*lines, ""])


def press_kit(folder: str, text: str, files: tuple[KitFile, ...]) -> bytes:
    """The ZIP (APPNOTE 6.3): one folder, its text first, then the files by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as kit:
        kit.writestr(_entry(f"{folder}/{_README}"), text.encode())
        for each in sorted(files, key=lambda each: each.name):
            kit.writestr(_entry(f"{folder}/{each.name}"), each.data)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = _UNIX  # else that of the machine
    entry.external_attr = _READABLE
    return entry
