"""What the reference says of the field under the pointer, and of a value what it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.language_server.declared_at import DeclaredField, field_at
from jobboard.language_server.known import Nameable
from jobboard.language_server.offers import values_of
from jobboard.language_server.place import Spelling, TypedPlace, place_at
from jobboard.model.fields.input import Input
from jobboard.outputs.form.labels import help_for, label_of
from jobboard.source.wording import worded


class HoverText(Struct, frozen=True):
    """Markdown about what is spelt there."""

    text: str
    word: Spelling


def hover(folder: str, lines: Sequence[str], line: int, column: int, known: Nameable) -> HoverText | None:
    """What there is to say at a place of a file of that folder."""
    place = place_at(lines, line, column)
    if place is None:
        return None
    return _of_value(folder, place, known) if place.is_value else _of_name(folder, place, known)


def help_on(field: DeclaredField, site: Site) -> str:
    """Name, help, what to write and an example of a field, as Markdown; help and form speak the site's language."""
    declared = field.declaration
    if declared is None:
        return ""
    star = f" — {worded(declared.required, site.lang)}" if declared.required else ""
    help_ = help_for(field.record, field.name)
    said = site.say(help_) if help_ else declared.doc if site.lang == "en" else ""
    parts = (
        f"**{field.name}**: {site.say(label_of(field.name))}{star}",
        said,
        worded(declared.type.words, site.lang),
        f"```yaml\n{field.name}: {declared.example}\n```",
    )
    return "\n\n".join(part for part in parts if part)


def _of_name(folder: str, place: TypedPlace, known: Nameable) -> HoverText | None:
    word = place.word
    name = word.text.strip(" :\"'")
    found = field_at(folder, (*place.parents, name)) if name else None
    text = help_on(found, known.site) if found else ""
    return HoverText(text, word) if text else None


def _of_value(folder: str, place: TypedPlace, known: Nameable) -> HoverText | None:
    """The name of a code or an id; of any other value what is said of its field."""
    found = field_at(folder, place.parents)
    if found is None:
        return None
    written = place.word.text.strip(" \"'")
    name = dict(values_of(found, folder, known)).get(written, "")
    if name and name != written:
        return HoverText(f"**{written}**: {name}", place.word)
    text = "" if found.type.asked is Input.PAIRS else help_on(found, known.site)
    return HoverText(text, place.word) if text else None
