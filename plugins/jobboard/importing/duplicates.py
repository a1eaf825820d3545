"""Entries of a source in, the same with a name of its own for each that is an item of its own out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from jobboard.base.digest import digest_of
from jobboard.importing.sources.entry import Imported


def with_own_names(entries: Iterable[Imported]) -> list[Imported]:
    """Entries that share a key but neither title nor text get keys of their own, made of title and date.

    Some feeds give the address of their front page as the id of every item. All such keys are changed, not all but
    the first: which is first changes with every new item.
    """
    given = list(entries)
    sharing: dict[str, list[Imported]] = defaultdict(list)
    for entry in given:
        sharing[entry.key].append(entry)
    abused = {key for key, group in sharing.items() if any(_differ(group[0], other) for other in group[1:])}
    return [replace(entry, key=_key(entry)) if entry.key in abused else entry for entry in given]


def _differ(one: Imported, other: Imported) -> bool:
    return one.title.split() != other.title.split() and one.html.split() != other.html.split()


def _key(entry: Imported) -> str:
    text = f"{' '.join(entry.title.split())}\n{entry.published or entry.typed}"
    return f"{entry.key}#{digest_of(text.encode('utf-8', 'replace'), 8)}"
