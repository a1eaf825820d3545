"""What a command that changes files has before it: settings and content in, the file that is meant out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo
from pathlib import Path

from msgspec import Struct

from jobboard.board.status import to_zone
from jobboard.editing.item import ORIGINAL, ContentFile, several, stamp
from jobboard.editing.refusal import NotEditedError
from jobboard.model.fields.values import AOE
from jobboard.settings.settings import Settings
from jobboard.source.below import files_below
from jobboard.source.content.taken_names import names_in
from jobboard.source.kinds import FOLDERS
from jobboard.source.message import UNSAID, any_of, in_turn, phrase
from jobboard.source.problem import did_you_mean
from jobboard.source.slug import to_slug
from jobboard.writing_desk.employers import zone_in
from jobboard.writing_desk.project import Project, trouble_with_name


class Desk(Struct, frozen=True):
    """The content as it was read; `shown_as` is its folder as people call it."""

    settings: Settings
    shown_as: str
    items: tuple[ContentFile, ...]

    def item(self, named: str) -> ContentFile:
        """The file of an id, of `postings/id`, or at a path as people type it. Raises NotEditedError."""
        folder, id_ = _folder_and_id(named)
        found = [each for each in self.items if each.id == id_ and folder in ("", each.folder)]
        if len(found) == 1:
            return found[0]
        if found:
            paths = any_of(*(f"{each.folder}/{each.id}" for each in found))
            raise NotEditedError(phrase("there are several files of that name; write %(paths)s", paths=paths))
        raise self._unknown(id_, [each for each in self.items if folder in ("", each.folder)])

    def _unknown(self, id_: str, among: list[ContentFile]) -> NotEditedError:
        told = phrase("there is no file %(name)s.md", name=id_)
        today = next((each.id for each in among if _was_called(each, id_)), "")
        near = did_you_mean(to_slug(id_), [each.id for each in among])
        hint = phrase("it is called '%(id)s' today", id=today) if today else near
        return NotEditedError(in_turn(told, hint) if hint != UNSAID else told)

    def original(self, item: ContentFile) -> ContentFile:
        """The original of a translation, else the item itself. Raises NotEditedError if it is not there."""
        named = item.text(ORIGINAL)
        return self.original(self.item(f"{item.folder}/{named}")) if named and named != item.id else item

    def translations(self, item: ContentFile) -> Iterable[ContentFile]:
        """The translations of an original."""
        others = (each for each in self.items if each.folder == item.folder and ORIGINAL.encode() in each.data)
        names = {item.id, *map(str, several(item.fields.get("formerly")))}
        return [each for each in others if each.id != item.id and any(_says(each, ORIGINAL, name) for name in names)]

    def zone(self, item: ContentFile) -> tzinfo:
        """The zone of an item: its own, else its first organisation's or that of one above, else the site's."""
        own = item.text("timezone")
        otherwise = self.settings.site.zone
        return to_zone(own if own not in ("", AOE) else zone_in(item.employer, self.settings.content, otherwise))

    def stamp(self, item: ContentFile) -> str:
        """The day it is for an item."""
        return stamp(self.settings.now, self.zone(item))

    def trouble_with_name(self, name: str, item: ContentFile, *, is_renamed: bool = False) -> str:
        """Why a file beside that item cannot have a name, in English; one it had before, it may have again."""
        taken = names_in(self.settings.content / item.folder)
        own = several(item.fields.get("formerly")) if is_renamed else []
        others = {each: file for each, file in taken.items() if each not in own or file.stem != item.id}
        return trouble_with_name(name, item.folder, others, self.project)

    @property
    def project(self) -> Project:
        """The same for `new`."""
        found = self.settings
        return Project(
            content=found.content, shown_as=self.shown_as, now=found.now, zone=found.site.zone, lang=found.site.lang
        )


def open_desk(settings: str, content: str, now: str) -> Desk:
    """Read the settings and every file. Raises SettingsError, or OSError."""
    from jobboard.pelican_adapter.run import Options, load_settings  # noqa: PLC0415 (the help needs none of this)
    from jobboard.pelican_adapter.site import shown_as  # noqa: PLC0415

    found = load_settings(Options(settings=settings, content=content, now=now))
    root = found.content
    files = [file for folder in FOLDERS if (root / folder).is_dir() for file in files_below(root / folder)]
    items = [
        ContentFile(each.relative_to(root).as_posix(), each.read_bytes()) for each in files if each.suffix == ".md"
    ]
    return Desk(found, shown_as(root), tuple(items))


def _folder_and_id(named: str) -> tuple[str, str]:
    parts = Path(named.strip().replace("\\", "/")).parts
    folder = next((each for each in parts[:-1] if each in FOLDERS), "")
    return folder, (parts[-1] if parts else "").removesuffix(".md")


def _was_called(item: ContentFile, id_: str) -> bool:
    return b"formerly" in item.data and _says(item, "formerly", id_)


def _says(item: ContentFile, name: str, text: str) -> bool:
    """True if a field of a file that can be read is that text, or a list that has it."""
    try:
        found = item.fields.get(name)
    except NotEditedError:
        return False
    return text in found if isinstance(found, list) else found == text
