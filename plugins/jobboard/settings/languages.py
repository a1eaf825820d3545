"""The settings about languages: which the interface speaks, and what of the site is said in each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from jobboard.model.texts import codes
from jobboard.settings.place import Add
from jobboard.source.catalogue import SOURCE_LANGUAGE
from jobboard.source.catalogue import languages as spoken

_ADDING = "docs/languages.md says how a language is added"
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
        add(name, f"expected a language code like en, found {value!r}", codes.language_proposal(value))
    else:
        hint = f"write {name} = 'en', and 'lang: {value}' in the texts themselves; {_ADDING}"
        add(name, f"the pages do not speak {value!r} yet", hint)
    return SOURCE_LANGUAGE


def _languages(value: object, lang: str, add: Add) -> tuple[str, ...]:
    name = "JOBBOARD_LANGUAGES"
    if not isinstance(value, list | tuple) or not value or not all(isinstance(each, str) for each in value):
        example = [lang, *(each for each in spoken() if each != lang)]
        add(name, f"expected a list of language codes, found {value!r}", f"for example {name} = {example}")
        return (lang,)
    for each in dict.fromkeys(value):
        if each not in spoken():
            add(name, f"the pages do not speak {each!r} yet", f"leave it out; {_ADDING}")
    if len({*value}) < len(value):
        add(name, f"names a language twice: {', '.join(value)}", "leave one out")
    if lang not in value:
        add(name, f"lacks {lang!r}, which is DEFAULT_LANG", f"write {name} = {[lang, *value]}")
    return tuple(dict.fromkeys(each for each in (lang, *value) if each in spoken()))


def _descriptions(value: object, languages: tuple[str, ...], add: Add) -> dict[str, str]:
    name = "JOBBOARD_DESCRIPTION"
    texts = value if isinstance(value, dict) else dict.fromkeys(languages, value)
    for lang in languages if isinstance(value, dict) else languages[:1]:
        text = texts.get(lang)
        if lang not in texts:
            add(name, f"has no text in {lang!r}", "write one for each language, or one text for all")
        elif not isinstance(text, str) or not text.strip():
            add(name, f"expected a text, found {text!r}", f"for example {name} = 'Talent Hub'")
    return {lang: str(texts.get(lang, _DESCRIPTION)).strip() for lang in languages}
