"""The language people are told things in: the one they name, else the environment's, as gettext reads it."""

from __future__ import annotations

import os
import re

from jobboard.source.catalogue import MESSAGES, SOURCE_LANGUAGE, languages

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""The first of them that is set decides; it may name several languages."""


def language_of_environment() -> str:
    """The first language of the environment that messages are said in; English if there is none."""
    named = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    return next((lang for each in named.split(":") if (lang := language_in(each))), SOURCE_LANGUAGE)


def language_in(text: str) -> str | None:
    """The language of the interface that is named, as `fr`, `fr-BE` or `fr_FR.UTF-8`; None if it is none."""
    lang = re.split("[-_.@]", text.strip().lower(), maxsplit=1)[0]
    return lang if lang == SOURCE_LANGUAGE or (lang.isalpha() and lang in languages(MESSAGES)) else None
