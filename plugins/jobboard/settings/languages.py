"""The settings about languages: which the interface speaks, and what of the site is said in each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from jobboard.model.texts import codes
from jobboard.settings.place import SETTING_VALUE, Add, example
from jobboard.source.catalogue import SOURCE_LANGUAGE
from jobboard.source.catalogue import languages as spoken
from jobboard.source.message import in_turn, message, phrase

LANGUAGE_NOT_SPOKEN = message("language-not-spoken", "the pages do not speak %(lang)s yet")
LANGUAGE_TWICE = message("language-twice", "names a language twice: %(languages)s")
DEFAULT_LANGUAGE_MISSING = message("default-language-missing", "lacks %(lang)s, which is DEFAULT_LANG")
SETTING_WITHOUT_A_LANGUAGE = message("setting-without-a-language", "has no text in %(lang)s")

_ADDING = phrase("docs/languages.md says how a language is added")
_DESCRIPTION = "Jobs, traineeships and news."


class Languages(Struct, frozen=True, kw_only=True):
    """The root's language, those of all editions (the root's first), and the site's description in each."""

    lang: str
    languages: tuple[str, ...]
    descriptions: tuple[tuple[str, str], ...]


def check_languages(pelican: Mapping[str, Any], add: Add) -> Languages:
    """Read DEFAULT_LANG, JOBBOARD_LANGUAGES and JOBBOARD_DESCRIPTION."""
    lang = _default_language(str(pelican.get("DEFAULT_LANG")), add)
    languages = _languages(pelican.get("JOBBOARD_LANGUAGES", [lang]), lang, add)
    descriptions = _descriptions(pelican.get("JOBBOARD_DESCRIPTION", _DESCRIPTION), languages, add)
    return Languages(lang=lang, languages=languages, descriptions=tuple(descriptions.items()))


def _default_language(value: str, add: Add) -> str:
    name = "DEFAULT_LANG"
    if value in spoken():  # asked first, since a list of all languages takes long to load
        return value
    if not codes.is_language(value):
        add(
            name,
            SETTING_VALUE(words=phrase("a language code like en"), found=repr(value)),
            codes.language_proposal(value),
        )
    else:
        texts, setting = f"lang: {value}", f"{name} = 'en'"
        hint = phrase("write %(setting)s, and '%(texts)s' in the texts themselves", setting=setting, texts=texts)
        add(name, LANGUAGE_NOT_SPOKEN(lang=repr(value)), in_turn(hint, _ADDING))
    return SOURCE_LANGUAGE


def _languages(value: object, lang: str, add: Add) -> tuple[str, ...]:
    name = "JOBBOARD_LANGUAGES"
    if not isinstance(value, list | tuple) or not value or not all(isinstance(each, str) for each in value):
        hint = example(f"{name} = {[lang, *(each for each in spoken() if each != lang)]}")
        add(name, SETTING_VALUE(words=phrase("a list of language codes"), found=repr(value)), hint)
        return (lang,)
    for each in dict.fromkeys(value):
        if each not in spoken():
            add(name, LANGUAGE_NOT_SPOKEN(lang=repr(each)), in_turn(phrase("leave it out"), _ADDING))
    if len({*value}) < len(value):
        add(name, LANGUAGE_TWICE(languages=", ".join(value)), phrase("leave one out"))
    if lang not in value:
        add(
            name,
            DEFAULT_LANGUAGE_MISSING(lang=repr(lang)),
            phrase("write %(written)s", written=f"{name} = {[lang, *value]}"),
        )
    return tuple(dict.fromkeys(each for each in (lang, *value) if each in spoken()))


def _descriptions(value: object, languages: tuple[str, ...], add: Add) -> dict[str, str]:
    name = "JOBBOARD_DESCRIPTION"
    texts = value if isinstance(value, dict) else dict.fromkeys(languages, value)
    for lang in languages if isinstance(value, dict) else languages[:1]:
        text = texts.get(lang)
        if lang not in texts:
            add(
                name,
                SETTING_WITHOUT_A_LANGUAGE(lang=repr(lang)),
                phrase("write one for each language, or one text for all"),
            )
        elif not isinstance(text, str) or not text.strip():
            add(name, SETTING_VALUE(words=phrase("a text"), found=repr(text)), example(f"{name} = 'Talent Hub'"))
    return {lang: str(texts.get(lang, _DESCRIPTION)).strip() for lang in languages}
