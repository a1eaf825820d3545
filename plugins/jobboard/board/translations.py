"""Translation groups: which translations cannot be ones, what they contradict, and all of them completed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Protocol, cast

from jobboard.board.chains import cycles_in
from jobboard.board.checks import Item, Locator, cycle_problem
from jobboard.model.kinds import has_field
from jobboard.model.library import Library
from jobboard.model.records import Items
from jobboard.model.translations import completed, differences
from jobboard.source.message import Phrase, Value, message, phrase
from jobboard.source.problem import Problem, quoted
from jobboard.source.yaml.tree import Mapping as MappingNode
from jobboard.source.yaml.tree import Node, Scalar, Sequence

LANGUAGE_TAKEN = message("language-taken", "the same language as %(id)s")
TRANSLATION_OF_A_TRANSLATION = message("translation-of-a-translation", "%(id)s is a translation itself")
TRANSLATION_SAYS_MORE = message("translation-says-more", "%(own)s here, but nothing in content/%(path)s")
TRANSLATION_DIFFERS = message("translation-differs", "%(own)s here, but %(theirs)s in content/%(path)s")
_NO_VALUE = phrase("nothing")


class _Translated(Item, Protocol):
    """A record of a kind that may be translated."""

    @property
    def lang(self) -> str | None: ...

    @property
    def translation_of(self) -> str | None: ...


_SAY_WHICH = phrase("say the language of this text: lang: fr")
_TAKE_IT = phrase("delete it here: a translation takes it from its original")


def check_translations(library: Library, default_lang: str) -> Iterator[Problem]:
    """Translations of themselves or of translations, in a language that is taken, or with other facts.

    A text that names no language is in `default_lang`.
    """
    locator = Locator(library)
    for folder, found in library.items.items():
        items = cast("Items[_Translated]", found)
        translations = {each.id: each for each in _translations(folder, library)}
        following = {id_: str(each.translation_of) for id_, each in translations.items()}
        in_cycles: set[str] = set()
        for cycle in cycles_in({id_: original for id_, original in following.items() if original in items}):
            in_cycles.update(cycle)
            hint = (
                phrase("one of them is the original: delete the line there")
                if len(cycle) > 1
                else phrase("name the original")
            )
            yield cycle_problem([items[id_] for id_ in cycle], "translation_of", hint, locator)
        taken: dict[tuple[str, str], _Translated] = {}
        for item in translations.values():
            original = items.get(str(item.translation_of))
            if original is not None and original.id not in in_cycles:
                yield from _check_language(item, original, taken, locator, default_lang)
                yield from _check_translation(item, original, locator)


def with_originals(library: Library) -> Library:
    """The library with every translation completed by what it takes from its original."""
    whole = {
        folder: {item.id: item for item in _completed(found, folder, library)}
        for folder, found in library.items.items()
    }
    return replace(
        library,
        items={folder: found.with_own(whole[folder]) for folder, found in library.items.items()},
        changed={
            folder: tuple(whole[folder].get(each.id, each) for each in found) if whole[folder] else found
            for folder, found in library.changed.items()
        },
    )


def _completed(items: Items[Any], folder: str, library: Library) -> Iterator[Any]:
    for item in _translations(folder, library):
        original = items.get(str(item.translation_of))
        if original is not None:
            yield completed(item, original, _written_in(item, library))


def _translations(folder: str, library: Library) -> list[_Translated]:
    """The translations among what is changed; some kinds have none."""
    if not has_field(folder, "translation_of"):
        return []
    return [each for each in library.changed[folder] if each.translation_of is not None]


def _written_in(item: Item, library: Library) -> set[str]:
    return {entry.key for entry in library.documents[item.path].fields.entries}


def _check_language(
    item: _Translated, original: _Translated, taken: dict[tuple[str, str], _Translated], locator: Locator, default: str
) -> Iterator[Problem]:
    """A language that the original has, or another of its translations; `taken` are those seen before."""
    lang = item.lang or default
    first = taken.setdefault((original.id, lang), item)
    other = original if lang == (original.lang or default) else first
    if other is not item and original.translation_of is None:
        yield locator.at(item, "lang", LANGUAGE_TAKEN(id=other.id), _SAY_WHICH)


def _check_translation(item: _Translated, original: _Translated, locator: Locator) -> Iterator[Problem]:
    if original.translation_of is not None:
        hint = phrase("name the original: %(id)s", id=original.translation_of)
        yield locator.at(item, "translation_of", TRANSLATION_OF_A_TRANSLATION(id=original.id), hint)
        return
    for field in differences(item, original, _written_in(item, locator.library)):
        yield locator.at(item, field, *_difference(item, original, field, locator.library))


def _difference(item: Item, original: Item, field: str, library: Library) -> tuple[Phrase, Phrase]:
    """What the two files say, and the way out."""
    own, theirs = (_value_in(each, field, library) for each in (item, original))
    if theirs == _NO_VALUE:
        return TRANSLATION_SAYS_MORE(own=own, path=original.path), phrase("write it there, or delete it here")
    return TRANSLATION_DIFFERS(own=own, theirs=theirs, path=original.path), _TAKE_IT


def _value_in(item: Item, field: str, library: Library) -> Value:
    """A field as it is written; a part of several records is written several times."""
    name, _, part = field.partition(".")
    node = library.documents[item.path].fields.value(name)
    found = [_part_of(each, part) for each in (node.items if isinstance(node, Sequence) and part else (node,))]
    return _listed([each for each in found if each is not None])


def _part_of(node: Node | None, part: str) -> Node | None:
    """That part of a record; the value itself where the field has a short form, or no parts."""
    if not part or not isinstance(node, MappingNode):
        return node
    return node.value(part)


def _listed(nodes: list[Node]) -> Value:
    texts = [each for node in nodes for each in (node.items if isinstance(node, Sequence) else (node,))]
    if not texts:
        return _NO_VALUE
    if len(texts) == 1:
        return quoted(_as_typed(texts[0]))
    return "[" + ", ".join(map(_as_typed, texts)) + "]"


def _as_typed(node: Node) -> str:
    """A value on one line, as an author may write it."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return "[" + ", ".join(map(_as_typed, node.items)) + "]"
    return "{" + ", ".join(f"{entry.key}: {_as_typed(entry.value)}" for entry in node.entries) + "}"
