"""The catalogues and the words in code and templates. `make catalogues` brings the first up to the second.

There are two of each language: the words of pages, to which belongs what declarations say of fields, and those of
messages. New messages come in untranslated, and those nobody says any more go. `make catalogues NEW=de` begins a
language.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from jobboard.outputs.form.labels import all_help
from jobboard.source.catalogue import CATALOGUES, MESSAGES, PAGES, SOURCE_LANGUAGE, file_of_catalogue, languages

REPOSITORY = Path(__file__).parents[1]

_METHODS = [("plugins/jobboard/outputs/**.py", "python"), ("theme/templates/**.html", "jinja2")]
_KEYWORDS = {
    **dict.fromkeys(("say", "mark", "_", "gettext")),
    **dict.fromkeys(("say_as", "mark_as", "pgettext"), ((1, "c"), 2)),
    **dict.fromkeys(("say_number", "ngettext"), (1, 2)),
}
_DECLARING = ("phrase", "message")
"""What takes a text of a message, as its last argument by position."""

_SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""Files that are the same must not differ by the day they were written."""


def template(words: str) -> Path:
    """Where all words of that sort are, in English."""
    return CATALOGUES / f"{words}.pot"


def extract(words: str) -> Catalog:
    """Every message of the code and the templates."""
    catalogue = _empty(None, words)
    for path, _, message, comments, context in sorted(_found(words)):
        catalogue.add(message, locations=[(path, 0)], auto_comments=comments, context=context or None)
    return catalogue


def read(lang: str, words: str) -> Catalog:
    """A language's catalogue, as Babel reads it."""
    with file_of_catalogue(lang, words).open("rb") as file:
        return read_po(file, locale=lang)


def written(catalogue: Catalog) -> bytes:
    """A catalogue as it is kept: files without lines, so that moving code changes nothing."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=120, ignore_obsolete=True, include_lineno=False)
    return buffer.getvalue()


def main(new: str = "") -> None:
    """Write the templates and every catalogue anew."""
    for words in (PAGES, MESSAGES):
        _bring_up_to_date(words, dict.fromkeys([*languages(), *([new] if new else [])]))


def _bring_up_to_date(words: str, langs: dict[str, None]) -> None:
    found = extract(words)
    CATALOGUES.mkdir(exist_ok=True)
    template(words).write_bytes(written(found))
    for lang in langs:
        if lang == SOURCE_LANGUAGE:
            continue
        file = file_of_catalogue(lang, words)
        file.parent.mkdir(parents=True, exist_ok=True)
        catalogue = read(lang, words) if file.exists() else _empty(lang, words)
        catalogue.update(found, no_fuzzy_matching=True, update_creation_date=False)
        file.write_bytes(written(catalogue))


def _empty(lang: str | None, words: str) -> Catalog:
    what = "the interface" if words == PAGES else "messages to authors"
    return Catalog(
        lang,
        header_comment=f"# The words of {what}. After a change to those in code or templates: make catalogues",
        project="jobboard",
        version="1",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        creation_date=_SOME_DAY,
        revision_date=_SOME_DAY,
        fuzzy=False,
    )


def _found(words: str) -> Iterator[tuple[str, int, str | tuple[str, ...], list[str], str]]:
    if words == MESSAGES:
        yield from _found_in_calls()
        return
    for record, text in all_help():
        yield f"plugins/{record.__module__.replace('.', '/')}.py", 0, text, [], ""
    found = extract_from_dir(REPOSITORY, _METHODS, keywords=_KEYWORDS, strip_comment_tags=True)
    yield from ((path, line, message, comments, context or "") for path, line, message, comments, context in found)


def _found_in_calls() -> Iterator[tuple[str, int, str, list[str], str]]:
    """The texts of messages. Babel's extractor gives up on calls within calls without a word."""
    for module in sorted((REPOSITORY / "plugins" / "jobboard").rglob("*.py")):
        path = module.relative_to(REPOSITORY).as_posix()
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in _DECLARING and call.args:
                text = call.args[-1]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield path, call.lineno, text.value, [], ""


if __name__ == "__main__":
    main(*sys.argv[1:])
