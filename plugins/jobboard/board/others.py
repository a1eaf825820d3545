"""What of an item depends on other items: what it asks of them, and what it heard.

A translation shows its original, a link leads to what is there today, and an old name belongs to one item alone. So an
item whose file is as it was is unchanged only if it would hear the same again; it need not be read to know that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.board.board import BoardNews, BoardPosting
from jobboard.board.resolve import Reachable, resolve
from jobboard.board.synopsis import Asked, Synopsis
from jobboard.model.fields.references import references_of
from jobboard.model.library import Library
from jobboard.source.content.folder import TOPICS
from jobboard.source.markdown.kept import Reference

_IN_CONTEXT = ("organisations", TOPICS)
"""What any item may name: a change of it is one for all of them, so nobody asks."""


class Others(Struct, frozen=True):
    """All items, as far as others ask: their ids with their paths, files of translations, and who had which name."""

    library: Library
    reachable: Reachable
    paths: Mapping[str, Mapping[str, str]]
    translations: Mapping[tuple[str, str], list[str]]
    claims: Mapping[tuple[str, str], list[str]]

    def answer(self, path: str, synopsis: Synopsis, asked: Asked) -> str:
        """A digest of what the item at `path` hears now."""
        folder, digest = path.partition("/")[0], self.library.documents.digest
        there = self.paths[folder]
        heard: list[object] = [(there.get(name), self.claims.get((folder, name))) for name in synopsis.formerly]
        heard += [(self.library.former.get(key), key[1] in self.paths[key[0]]) for key in asked.names]
        heard += [self._led_to(each) for each in asked.references]
        if original := synopsis.original:
            heard += [digest(there.get(original, "")), self.translations.get((folder, original))]
        return digest_of(repr(heard).encode())

    def _led_to(self, reference: Reference) -> tuple[object, str | None]:
        """What a reference leads to; where it names a place in the text of that, the text too."""
        target = resolve(reference, self.reachable)
        if target is None or not target.id or "#" not in reference.target:
            return target, None
        return target, self.library.documents.digest(self.paths[target.folder].get(target.id, ""))


def others_of(library: Library, asking: Mapping[str, Synopsis], reachable: Reachable) -> Others:
    """All items of a library; `asking` are the synopses of those that are unchanged and ask."""
    translations: dict[tuple[str, str], list[str]] = {}
    claims: dict[tuple[str, str], list[str]] = {}
    for path, formerly, original in sorted(_known_as(library, asking)):
        folder = path.partition("/")[0]
        for name in formerly:
            claims.setdefault((folder, name), []).append(path)
        if original:
            translations.setdefault((folder, original), []).append(library.documents.digest(path) or "")
    paths = {folder: items.paths for folder, items in library.items.items()}
    return Others(library, reachable, paths, translations, claims)


def _known_as(library: Library, asking: Mapping[str, Synopsis]) -> Iterable[tuple[str, tuple[str, ...], str]]:
    """(path, former names, original) of every item that has any."""
    for items in library.changed.values():
        for item in items:
            yield item.path, item.formerly, getattr(item, "translation_of", None) or ""
    for path, synopsis in asking.items():
        if synopsis.asked is not None:
            yield path, synopsis.formerly, synopsis.original


def asked_by(item: BoardPosting | BoardNews, library: Library, reachable: Reachable) -> Asked | None:
    """What an item that was looked at asks of others; None where it asks nothing."""
    folder = item.path.partition("/")[0]
    named = (*references_of(item.content, folder), *library.renamed.get(item.path, ()))
    names = tuple(dict.fromkeys((each.folder, each.id) for each in named if each.folder not in _IN_CONTEXT))
    references = tuple(each for each in item.body.references if not _leads_there_for_good(each, reachable))
    asks = item.synopsis.formerly or item.synopsis.original or names or references
    return Asked(names=names, references=references) if asks else None


def _leads_there_for_good(reference: Reference, reachable: Reachable) -> bool:
    """True if neither an item that comes nor a file with a more fitting name can make it lead elsewhere."""
    target = resolve(reference, reachable)
    return target is not None and (reference.target == target.file or target.folder == "organisations")


def changed_by_others(others: Others, asking: Mapping[str, Synopsis]) -> set[str]:
    """The paths of unchanged items that would not hear of others what they heard."""
    return {
        path
        for path, each in asking.items()
        if each.asked is not None and others.answer(path, each, each.asked) != each.asked.heard
    }
