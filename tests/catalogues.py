"""The interface's catalogues and the words in code and templates. `make catalogues` brings the first up to the second.

New messages come in untranslated, and those nobody says any more go. `make catalogues NEW=de` begins a language.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from jobboard.source.catalogue import CATALOGUES, SOURCE_LANGUAGE, file_of_catalogue, languages

REPOSITORY = Path(__file__).parents[1]
TEMPLATE = CATALOGUES / "jobboard.pot"

_METHODS = [("plugins/jobboard/outputs/**.py", "python"), ("theme/templates/**.html", "jinja2")]
_KEYWORDS = {
    **dict.fromkeys(("say", "mark", "_", "gettext")),
    **dict.fromkeys(("say_as", "mark_as", "pgettext"), ((1, "c"), 2)),
    **dict.fromkeys(("say_number", "ngettext"), (1, 2)),
}
_SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""Files that are the same must not differ by the day they were written."""


def extract() -> Catalog:
    """Every message of the code and the templates."""
    catalogue = _empty(None)
    for path, _, message, comments, context in sorted(_found()):
        catalogue.add(message, locations=[(path, 0)], auto_comments=comments, context=context or None)
    return catalogue


def read(lang: str) -> Catalog:
    """A language's catalogue, as Babel reads it."""
    with file_of_catalogue(lang).open("rb") as file:
        return read_po(file, locale=lang)


def written(catalogue: Catalog) -> bytes:
    """A catalogue as it is kept: files without lines, so that moving code changes nothing."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=120, ignore_obsolete=True, include_lineno=False)
    return buffer.getvalue()


def main(new: str = "") -> None:
    """Write the template and every catalogue anew."""
    template = extract()
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(written(template))
    for lang in dict.fromkeys([*languages(), *([new] if new else [])]):
        if lang == SOURCE_LANGUAGE:
            continue
        file = file_of_catalogue(lang)
        file.parent.mkdir(parents=True, exist_ok=True)
        catalogue = read(lang) if file.exists() else _empty(lang)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        file.write_bytes(written(catalogue))


def _empty(lang: str | None) -> Catalog:
    return Catalog(
        lang,
        header_comment="# The words of the interface. After a change to those in code or templates: make catalogues",
        project="jobboard",
        version="1",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        creation_date=_SOME_DAY,
        revision_date=_SOME_DAY,
        fuzzy=False,
    )


def _found() -> list[tuple[str, int, str | tuple[str, ...], list[str], str]]:
    found = extract_from_dir(REPOSITORY, _METHODS, keywords=_KEYWORDS, strip_comment_tags=True)
    return [(path, line, message, comments, context or "") for path, line, message, comments, context in found]


if __name__ == "__main__":
    main(*sys.argv[1:])
