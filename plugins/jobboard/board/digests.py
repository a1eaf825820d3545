"""Digests that stand for an item: whoever shows it is made again when one of them changes."""

from __future__ import annotations

from datetime import datetime

from jobboard.base.digest import digest_of
from jobboard.board.checks import Item
from jobboard.model.library import Library
from jobboard.source.markdown.kept import Body


def file_digest(item: Item, library: Library) -> str:
    """A file's name and bytes: an item's id is its address and identity, so a renamed file is another item.

    Where it names another by an id of then, the one of today, too: that stands in another file.
    """
    own, renamed = f"{item.id} {library.documents[item.path].digest}", library.renamed.get(item.path)
    return f"{own} {[library.former[each.folder, each.id] for each in renamed]}" if renamed else own


def files_digest(item: Item, original: Item | None, library: Library) -> str:
    """The file of an item and that of its original, if it has one: a translation shows what is in both."""
    return f"{file_digest(item, library)} {file_digest(original, library) if original else ''}"


def item_digest(own: str, standing: str, updated_at: datetime, named: str) -> str:
    """One name for everything an item shows: its file, what that names, where it stands. Instants follow from these."""
    return f"{own}|{standing}|{updated_at.isoformat()}|{named}"


def text_digest(title: str, body: Body) -> str:
    """A name for what one reads of an item; of one without a text for its title, so that it is not any other's."""
    return digest_of((title if body.is_empty else body.html).encode())
