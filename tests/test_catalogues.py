"""The interface's words: everything said has a translation, and translations fit what is said."""

from __future__ import annotations

import ast
import re

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from jobboard.source.catalogue import CATALOGUES, MESSAGES, PAGES, SOURCE_LANGUAGE, catalogue_of, languages
from tests.catalogues import REPOSITORY, extract, read, template

TRANSLATED = [lang for lang in languages() if lang != SOURCE_LANGUAGE]
SORTS = (PAGES, MESSAGES)
CATALOGUED = [(lang, words) for words in SORTS for lang in TRANSLATED]
OUTPUTS = sorted((REPOSITORY / "plugins" / "jobboard" / "outputs").rglob("*.py"))


def keys(catalogue: object) -> set[tuple[str | None, str | tuple[str, ...]]]:
    return {(message.context, message.id) for message in catalogue if message.id}  # type: ignore[attr-defined]


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def test_french_and_spanish_have_catalogues() -> None:
    assert {"en", "es", "fr"} <= set(languages())
    assert languages(MESSAGES) == languages()
    assert {path.name for path in CATALOGUES.iterdir() if path.is_dir()} == set(TRANSLATED)


@pytest.mark.parametrize("words", SORTS)
def test_the_template_holds_exactly_what_is_said(words: str) -> None:
    with template(words).open("rb") as file:
        assert keys(read_po(file)) == keys(extract(words)), "run make catalogues"


@pytest.mark.parametrize(("lang", "words"), CATALOGUED)
def test_a_catalogue_holds_exactly_what_is_said(lang: str, words: str) -> None:
    assert keys(read(lang, words)) == keys(extract(words)), "run make catalogues"


@pytest.mark.parametrize(("lang", "words"), CATALOGUED)
def test_every_message_is_translated_and_none_is_fuzzy(lang: str, words: str) -> None:
    missing = [
        message.id for message in read(lang, words) if message.id and not (all(forms(message)) and forms(message))
    ]
    fuzzy = [message.id for message in read(lang, words) if message.id and message.fuzzy]
    assert (missing, fuzzy) == ([], [])


@pytest.mark.parametrize(("lang", "words"), CATALOGUED)
def test_a_translation_names_the_values_of_its_message_and_no_others(lang: str, words: str) -> None:
    wrong = []
    for message in read(lang, words):
        originals = (message.id,) if isinstance(message.id, str) else message.id
        expected = {tuple(sorted(set(re.findall(r"%\(\w+\)s|%.?", each)))) for each in originals}
        found = {tuple(sorted(set(re.findall(r"%\(\w+\)s|%.?", each)))) for each in forms(message)}
        if message.id and not found <= expected:
            wrong.append((message.id, message.string))
    assert wrong == []


@pytest.mark.parametrize(("lang", "words"), CATALOGUED)
def test_a_translation_keeps_the_markup_of_its_message(lang: str, words: str) -> None:
    wrong = [
        message.id
        for message in read(lang, words)
        if isinstance(message.id, str) and message.id
        for each in forms(message)
        if sorted(re.findall(r"</?[a-z%][^>]*>", each)) != sorted(re.findall(r"</?[a-z%][^>]*>", message.id))
    ]
    assert wrong == []


def test_no_line_of_a_french_page_begins_or_ends_with_a_sign_or_breaks_a_time() -> None:
    loose = re.compile(r"« | [:;!?»]|(?<=%\(hour\)s) | (?=%\(minute\)s)")
    assert [each for message in read("fr", PAGES) for each in forms(message) if message.id and loose.search(each)] == []


@pytest.mark.parametrize(("lang", "words"), CATALOGUED)
def test_our_reader_of_catalogues_agrees_with_that_of_babel(lang: str, words: str) -> None:
    theirs = {
        (f"{message.context}\x04" if message.context else "")
        + (message.id if isinstance(message.id, str) else message.id[0]): forms(message)
        for message in read(lang, words)
        if message.id
    }
    assert dict(catalogue_of(lang, words).messages) == theirs


def test_every_literal_that_is_said_or_marked_is_extracted() -> None:
    """Babel's extractor gives up on some nested calls without a word."""
    found = {each for _, id_ in keys(extract(PAGES)) for each in ((id_,) if isinstance(id_, str) else id_)}
    said = {
        argument.value
        for module in OUTPUTS
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", getattr(call.func, "id", ""))
        in {"say", "say_as", "say_number", "mark", "mark_as"}
        for argument in call.args[-1:]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert said - found == set()


def test_templates_hold_no_words_that_are_not_said() -> None:
    found = []
    for page in sorted((REPOSITORY / "theme" / "templates").rglob("*.html")):
        text = re.sub(r"\{#.*?#\}|\{%-?\s*trans\b.*?endtrans\s*-?%\}", "", page.read_text("utf-8"), flags=re.DOTALL)
        text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", text, flags=re.DOTALL)
        labels = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*[A-Za-z][^"]*)"', text)
        words = [line.strip() for line in re.sub(r"<[^>]*>", "", text).split("\n") if re.search("[A-Za-z]{2}", line)]
        words = [line for line in words if not re.fullmatch(r'(?:[a-z-]+="(?:\s*|auto)"\s*)+|article', line)]
        found += [(page.name, each) for each in [*labels, *words]]
    assert found == []


def test_expressions_in_templates_hold_no_words_that_are_not_said() -> None:
    found = []
    for page in sorted((REPOSITORY / "theme" / "templates").rglob("*.html")):
        text = re.sub(r"\{#.*?#\}", "", page.read_text("utf-8"), flags=re.DOTALL)
        for inside in re.findall(r"\{\{(.*?)\}\}|\{%(.*?)%\}", text, flags=re.DOTALL):
            bare = re.sub(r'(?:_|pgettext)\((?:"[^"]*"(?:, )?)+\)', "", "".join(inside))
            found += [(page.name, each) for each in re.findall(r'"([A-Z][a-z]+[^"]*)"', bare)]
    assert found == []
