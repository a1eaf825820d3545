"""The translation of a file that is there, begun: where it stands, and what it holds."""

from __future__ import annotations

from jobboard.editing.copying import translating
from jobboard.editing.item import ORIGINAL, ContentFile, Edit, told_of
from jobboard.editing.refusal import NotEditedError
from jobboard.model.fields.values import LANGUAGE
from jobboard.outputs.text.names import language_name
from jobboard.source.message import Phrase, phrase
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Scalar
from jobboard.writing_desk.desk import Desk


def translation_begun(desk: Desk, item: ContentFile, lang: str, name: str) -> Edit:
    """The file of a translation, a draft, under that name or one that nobody has. Raises NotEditedError."""
    told = Report("")
    if LANGUAGE.parse(Scalar(lang, 1), "", told) is None:
        raise NotEditedError(next(iter(told)).said)
    original = desk.original(item)
    there = [original, *desk.translations(original)]
    known = next((each for each in there if (each.text("lang") or desk.settings.site.lang) == lang), None)
    if known is not None:
        raise NotEditedError(phrase("%(path)s is in that language already", path=f"{desk.shown_as}/{known.path}"))
    with told_of(item):
        made = translating(item, original.id, lang, max(desk.stamp(item), original.text("published")))
    chosen = free_name(desk, item, name, f"{original.id}-{lang}")
    return Edit(f"{item.path.rpartition('/')[0]}/{chosen}.md", None, made)


def lacking(desk: Desk, item: ContentFile) -> list[tuple[str, str]]:
    """The languages of the board that an item has no file in, each with its own name. Raises NotEditedError."""
    if ORIGINAL not in item.declared:
        return []
    original = desk.original(item)
    main = desk.settings.site.lang
    there = {each.text("lang") or main for each in (original, *desk.translations(original))}
    return [
        (each.lang, language_name(each.lang, each.lang))
        for each in desk.settings.site.editions()
        if each.lang not in there
    ]


def free_name(desk: Desk, item: ContentFile, name: str, otherwise: str) -> str:
    """The name that was given, or else one that nobody has. Raises NotEditedError if it cannot be had."""
    names = [name] if name else [otherwise, *(f"{otherwise}-{number}" for number in range(2, 100))]
    if found := next((each for each in names if not desk.trouble_with_name(each, item)), ""):
        return found
    raise NotEditedError(Phrase(desk.trouble_with_name(names[0], item)))
