"""The board of `every_field.py`, with everything on: of each kind an item that is given fields, some that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tests.fields import make_item
from tests.given import Texts, files_in_examples, ids_in_examples
from tests.helpers import SITE, make_organisation
from tests.pictures import draw_town, encoded
from tests.planted import camera_notes

from jobboard.board.accessibility import Accessibility, Compliance, Method
from jobboard.model.fields.field import Shared, declarations
from jobboard.model.library import RECORDS
from jobboard.source.content.folder import TOPICS

EVERYTHING = replace(
    SITE,
    languages=("en", "fr"),  # the root's, and one below a prefix: a third would be as the second
    has_embeds=True,
    descriptions=(("fr", "Emplois et nouvelles."),),
    accessibility=Accessibility(
        status=Compliance.PARTIALLY,
        method=Method.SELF,
        prepared=date(2026, 3, 1),
        reviewed=None,
        audited=None,
        non_compliant=(),
        burden=(),
        out_of_scope=(),
        contact="access@example.org",
        enforcement_name=(("en", "An ombudsman"),),
        enforcement_url="https://example.org/ombudsman",
    ),
)

Files = Mapping[str, str | bytes | None]
"""Content by path; None for a file that is not there."""

SUBJECTS = {folder: "example-network" if folder == "organisations" else "subject" for folder in RECORDS}
"""The items that are given fields; the organisation is the one that all others name."""

BEFORE: dict[str, Texts] = {
    "postings": {"topics": "[subject]", "apply": "{url: https://example.org/form}"},
    "news": {"topics": "[subject]", "summary": "Trams share it."},
    "events": {"topics": "[subject]"},
}
"""What stands in them: another way to apply than the example's, and a summary where a list would else depend on all of
the file, since it shows the first words of the text."""


def every_file() -> Files:
    """All of the content."""
    return {**_beside(), **{path: text for folder in RECORDS for path, text in item(folder).items()}}


def item(folder: str, texts: Texts | None = None) -> dict[str, str | None]:
    """The item of that folder which is given fields, and its translation; a translation has none."""
    texts, id_ = BEFORE.get(folder, {}) | (texts or {}), SUBJECTS[folder]
    files: dict[str, str | None] = {f"{folder}/{id_}.md": make_item(folder, **texts)}
    if "translation_of" in declarations(RECORDS[folder]):
        files[f"{folder}/sujet.md"] = None if "translation_of" in texts else _translation(folder, id_)
    return files


def _translation(folder: str, original: str) -> str:
    """A translation that takes from its original whatever it may."""
    declared = declarations(RECORDS[folder]).items()
    left_out: Texts = dict.fromkeys(name for name, each in declared if each.shared is not Shared.OWN)
    return make_item(folder, **left_out | {"title": "Sujet", "translation_of": original, "lang": "es"})


def _beside() -> dict[str, str | bytes | None]:
    """What examples name: files, topics, and items of which the pages, like the lists, show those given fields."""
    ids = sorted(ids_in_examples())
    topics = [SUBJECTS["topics"], *(id_ for folder, id_ in ids if folder in (TOPICS, "topics"))]
    items = {f"{folder}/{id_}.md": _leading(folder) for folder, id_ in ids if folder != TOPICS}
    part = [path for path in items if path.startswith("organisations/")][-1]
    pictures = {path: _file(path) for path in files_in_examples()}
    return {
        TOPICS: "".join(f"{id_}: {{en: {id_}, fr: En {id_}, es: El {id_}}}\n" for id_ in topics),
        **items,
        part: make_organisation(part_of=SUBJECTS["organisations"]),
        **pictures,
    }


def _file(path: str) -> bytes:
    form, town = _FORMS[path[-4:]], draw_town(24, 16, seed=len(path))
    return encoded(town, form) if form == "PDF" else encoded(town, form, exif=camera_notes())


_FORMS = {".jpg": "JPEG", ".png": "PNG", ".pdf": "PDF"}


def _leading(folder: str) -> str:
    """An item that leads to every one that is given fields."""
    links = " ".join(f"[{each}]({each}/{id_}.md)" for each, id_ in SUBJECTS.items() if each != "topics")
    return make_item(folder, f"See {links}.\n", **_WITH_THEM.get(folder, {}))


_WITH_THEM: dict[str, Texts] = {
    "postings": {"topics": "[subject]"},
    "news": {"topics": "[subject]", "related": "[subject]"},
    "events": {"topics": "[subject]"},
    "pages": {"menu": "main", "order": "5"},
}
"""What brings such an item together with those that are given fields."""
