"""The guides as documents of the repository: `python -m tests.guides` writes `docs/authoring.md` and the others."""

from __future__ import annotations

from pathlib import Path

from jobboard.source.catalogue import MESSAGES, SOURCE_LANGUAGE, languages
from jobboard.source.guides import guide_file
from tests.helpers import REPOSITORY

LANGUAGES = languages(MESSAGES)
_NAMES = {"en": "English", "fr": "Français", "es": "Español"}
_MORE = {
    "en": "More: [every rule in detail](authoring-in-detail.md), [every field](reference/README.md) and "
    "[every message](messages.md).",
    "fr": "Pour aller plus loin, en anglais : [toutes les règles](authoring-in-detail.md), [tous les "
    "champs](reference/README.md), [tous les messages](messages.md).",
    "es": "Más, en inglés: [todas las reglas](authoring-in-detail.md), [todos los campos](reference/README.md), [todos "
    "los mensajes](messages.md).",
}
_PICTURES = "../plugins/jobboard/guides/images/"


def page_of(lang: str) -> Path:
    """Where the guide stands among the documents."""
    return REPOSITORY / "docs" / (f"authoring.{lang}.md" if lang != SOURCE_LANGUAGE else "authoring.md")


def as_document(lang: str) -> str:
    """The guide with the way to its other languages below the title, and what says more at the end."""
    title, text = guide_file(lang).read_text(encoding="utf-8").split("\n", 1)
    ways = " · ".join(_NAMES[each] if each == lang else f"[{_NAMES[each]}]({page_of(each).name})" for each in LANGUAGES)
    return f"{title}\n\n{ways}\n{text.replace('](images/', f']({_PICTURES}')}\n{_MORE[lang]}\n"


if __name__ == "__main__":
    for each in LANGUAGES:
        page_of(each).write_text(as_document(each), encoding="utf-8")
