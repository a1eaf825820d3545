"""A file that commands change: its path and bytes in, what it is and says out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo

from msgspec import Struct

from jobboard.editing.change import FieldChange
from jobboard.editing.editor import edited
from jobboard.editing.refusal import NotEditedError
from jobboard.editing.sheet import Data, data_of, read_fields
from jobboard.model.fields.field import Declaration, Shared, declarations
from jobboard.model.fields.values import MOMENT
from jobboard.model.kinds import RECORDS
from jobboard.model.moments.moment import Moment
from jobboard.source.kinds import BY_FOLDER, Kind, folder_of
from jobboard.source.message import Phrase, phrase
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Scalar

_NOTHING = ("", "~", "null", "Null", "NULL")
"""What stands where nothing is meant: YAML's nulls (1.2.2, section 10.3.2), which content is read as text of."""

UPDATED, ORIGINAL = "updated", "translation_of"


class ContentFile(Struct, frozen=True):
    """One file of content: its path below the content folder, and its bytes."""

    path: str
    data: bytes

    @property
    def folder(self) -> str:
        return folder_of(self.path)

    @property
    def id(self) -> str:
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")

    @property
    def kind(self) -> Kind:
        return BY_FOLDER[self.folder]

    @property
    def record(self) -> type:
        return RECORDS[self.folder]

    @property
    def declared(self) -> dict[str, Declaration]:
        return declarations(self.record)

    @property
    def fields(self) -> dict[str, Data]:
        """What its front matter says. Raises NotEditedError where it cannot be read."""
        found = data_of(read_fields(self.data))
        return found if isinstance(found, dict) else {}

    @property
    def said(self) -> dict[str, Data]:
        """The fields of it that say something: a name with nothing behind it, or a null, says nothing."""
        found = self.fields
        return {name: found[name] for name in found if found[name] not in _NOTHING}

    def text(self, name: str) -> str:
        """A field that is one text; empty where it is not there, or something else."""
        found = self.said.get(name)
        return found if isinstance(found, str) else ""

    @property
    def employer(self) -> str:
        """The first organisation that it names; empty if it names none. Raises NotEditedError if it cannot be read."""
        fields = self.fields
        for name, each in self.declared.items():
            if each.type.refers_to == "organisations" and name in fields:
                found = fields[name]
                first = found[0] if isinstance(found, list) and found else found
                return first if isinstance(first, str) else ""
        return ""

    @property
    def employer_if_readable(self) -> str:
        """The same, and empty where it cannot be read: the check says what is wrong with it."""
        try:
            return self.employer
        except NotEditedError:
            return ""


class Edit(Struct, frozen=True):
    """A file before and after: `before` is None of one that is new, `after` of one that goes."""

    path: str
    before: bytes | None
    after: bytes | None


Recipe = Callable[[ContentFile], list[FieldChange]]
"""What a command does to a file that says a thing itself. Raises NotEditedError."""


def with_changes(item: ContentFile, changes: Iterable[FieldChange]) -> Edit:
    """The file with those changes. Raises NotEditedError."""
    return Edit(item.path, item.data, edited(item.data, changes, item.record))


def in_every_language(item: ContentFile, recipe: Recipe, translations: Iterable[ContentFile]) -> Iterator[Edit]:
    """An original changed, and in its translations whatever they say of the same facts: they may not contradict it."""
    with told_of(item):
        changes = recipe(item)
        yield with_changes(item, changes)
    names = {str(each.path[0]) for each in changes}
    shared = {name for name in names if item.declared[name].shared is not Shared.OWN}
    for other in translations:
        with told_of(other):
            if said := shared & other.fields.keys():
                yield with_changes(other, (each for each in recipe(other) if each.path[0] in said))


@contextmanager
def told_of(item: ContentFile) -> Iterator[None]:
    """A refusal within names that file."""
    try:
        yield
    except NotEditedError as error:
        raise NotEditedError(Phrase("%(path)s: %(words)s", {"path": item.path, "words": error.words})) from None


def moment_in(text: Data | None) -> Moment | None:
    """A date or minute as it is written; None where it is none."""
    return MOMENT.parse(Scalar(text, 1), "", Report("")) if isinstance(text, str) else None


def stamp(now: datetime, zone: tzinfo, after: Iterable[Moment | None] = ()) -> str:
    """The day it is; with its minute, if one of those moments is on the same day and must come first."""
    here = now.astimezone(zone)
    is_told_apart = any(each is not None and each.day == here.date() for each in after)
    return f"{here:%Y-%m-%d %H:%M}" if is_told_apart else here.date().isoformat()


def several(value: Data | None) -> list[Data]:
    """The values of a field that holds one or several."""
    return value if isinstance(value, list) else [] if value is None else [value]


def moment_given(text: str) -> Moment:
    """A date or minute that somebody gave. Raises NotEditedError for anything else."""
    report = Report("")
    found = MOMENT.parse(Scalar(text, 1), "", report)
    if found is None:
        raise NotEditedError(next(iter(report)).in_full)
    return found


def no_such_field(item: ContentFile, name: str) -> NotEditedError:
    """The refusal of a command that needs a field which the kind has not."""
    return NotEditedError(phrase("files of %(folder)s/ have no field '%(field)s'", folder=item.folder, field=name))
