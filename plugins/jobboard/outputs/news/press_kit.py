"""The press kit: a news item and all of its files in one ZIP, the same bytes whenever and wherever it is made.

Nothing is compressed (pictures and PDFs are already), since what a compressor answers depends on its version.
"""

from __future__ import annotations

import io
import zipfile

from msgspec import Struct

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.outputs.addresses import absolute, news_path
from jobboard.outputs.news.kit_files import KIT_HTML, KIT_README, KIT_TEXT, KitFile, kit_assets, kit_names
from jobboard.outputs.news.release import ReleaseSheet, release_sheet, release_text
from jobboard.outputs.page.html import Html
from jobboard.outputs.page.link import Link
from jobboard.outputs.text import words

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first instant a ZIP knows: every entry bears it, so that no clock shows in the bytes."""

_UNIX = 3
_READABLE = 0o100644 << 16


class PressKit(Struct, frozen=True, kw_only=True):
    """The view of a kit: its folder, what stands in it as text, the item on a sheet of its own, and files by name."""

    folder: str
    readme: str
    text: str
    sheet: ReleaseSheet
    files: tuple[tuple[str, bytes], ...]


def press_kit(site: Site, item: BoardNews, names: tuple[tuple[str, Link], ...], files: tuple[KitFile, ...]) -> PressKit:
    """The kit of a visible item. `names` are the organisations of the people in it, by id."""
    sheet = release_sheet(site, item, dict(names))
    text = release_text(site, sheet)
    held = tuple((each.name, each.data) for each in sorted(files, key=lambda each: each.name))
    return PressKit(folder=item.id, readme=kit_text(site, item), text=text, sheet=sheet, files=held)


def kit_text(site: Site, item: BoardNews) -> str:
    """What goes with the files: what they belong to, what each shows and who made it, and where to look."""
    content, assets = item.content, kit_assets(item)
    lines = [
        content.title,
        ", ".join(each.content.name for each in item.organisations),
        words.moment_words(content.published, item.zone, site.lang).text,
        absolute(site, news_path(item.id)),
        "",
        f"{KIT_TEXT}, {KIT_HTML}",
        f"  {site.say(words.NEWS_KINDS[content.kind])}",
    ]
    for name, asset in zip(kit_names(assets), assets, strict=True):
        lines += ["", name, *dict.fromkeys(f"  {text}" for text in (asset.title, asset.alt, asset.credit) if text)]
    return "\n".join([*lines, ""])


class Zipped(Struct, frozen=True):
    """The format of kits: a ZIP (APPNOTE 6.3) of one folder, its texts first, then the files by name."""

    html: Html
    """How the sheet becomes a page that stands alone."""

    @property
    def version(self) -> str:
        return f"kit-1-{self.html.version}"

    def express(self, view: PressKit) -> bytes:
        """Raises ThemeError where the template of the sheet fails."""
        out = io.BytesIO()
        texts = (
            (KIT_README, view.readme.encode()),
            (KIT_TEXT, view.text.encode()),
            (KIT_HTML, self.html.express(view.sheet)),
        )
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as kit:
            for name, data in texts:
                kit.writestr(_entry(f"{view.folder}/{name}"), data)
            for name, data in view.files:
                kit.writestr(_entry(f"{view.folder}/{name}"), data)
        return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = _UNIX  # else that of the machine
    entry.external_attr = _READABLE
    return entry
