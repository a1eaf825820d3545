"""The setting JOBBOARD_ACCESSIBILITY: what the accessibility statement is made of, checked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from jobboard.board.accessibility import Accessibility, Compliance, InLanguages, Method
from jobboard.settings.place import SETTING_VALUE, Add
from jobboard.source.message import Phrase, any_of, message, phrase
from jobboard.source.problem import did_you_mean

KEY_UNKNOWN = message("statement-key-unknown", "has an unknown key %(key)s")
KEY_MISSING = message("statement-key-missing", "lacks %(key)s")
REVIEWED_FIRST = message("statement-reviewed-first", "is reviewed before it is prepared")
WITHOUT_AUDIT = message("statement-without-audit", "says 'fully' without an audit")
WITH_EXCEPTIONS = message("statement-with-exceptions", "says 'fully' and lists content that is not accessible")
LISTS_NOTHING = message("statement-lists-nothing", "says '%(status)s' and lists nothing that is not accessible")
STATEMENT_VALUE = message("statement-value", "%(key)s: expected %(words)s, found %(found)s")
STATEMENT_LANGUAGE = message("statement-language", "%(key)s: the pages do not speak %(lang)s")
STATEMENT_TEXT_MISSING = message("statement-text-missing", "%(key)s: has no text in %(lang)s")

SETTING = "JOBBOARD_ACCESSIBILITY"
_KEYS = (
    *("status", "method", "prepared", "reviewed", "audited"),
    *("non_compliant", "burden", "out_of_scope", "contact", "enforcement"),
)
_REQUIRED = ("status", "method", "prepared", "contact", "enforcement")
_MAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[a-z]{2,}", re.IGNORECASE)
_URL = re.compile(r"https://[^\s<>\"']+")


E = TypeVar("E", bound=StrEnum)


def check_accessibility(pelican: Mapping[str, Any], languages: Sequence[str], add: Add) -> Accessibility | None:
    """Read the setting; None if there is none, or nothing can be made of it. `languages` are the editions'."""
    given = pelican.get(SETTING)
    if given is None:
        return None
    if not isinstance(given, Mapping):
        add(
            SETTING,
            SETTING_VALUE(words="{'status': 'partially', …}", found=repr(given)),
            phrase("docs/accessibility.md says what goes in"),
        )
        return None
    return _Statement(given, languages, add).read()


class _Statement:
    """Takes one value after another and reports what is wrong with it."""

    def __init__(self, given: Mapping[str, Any], languages: Sequence[str], add: Add) -> None:
        self._given = given
        self._languages = languages
        self._report = add
        self._sound = True

    def read(self) -> Accessibility | None:
        for key in self._given:
            if key not in _KEYS:
                self._add(KEY_UNKNOWN(key=repr(key)), did_you_mean(str(key), _KEYS))
        for key in _REQUIRED:
            if key not in self._given:
                self._add(KEY_MISSING(key=repr(key)), phrase("docs/accessibility.md says what goes in"))
        status, method = self._word("status", Compliance), self._word("method", Method)
        prepared, reviewed, audited = (self._day(key) for key in ("prepared", "reviewed", "audited"))
        lists = {key: self._texts(key) for key in ("non_compliant", "burden", "out_of_scope")}
        contact, (enforcement_name, enforcement_url) = self._contact(), self._enforcement()
        if prepared and reviewed and reviewed < prepared:
            self._add(REVIEWED_FIRST, phrase("'reviewed' is the last time somebody looked at it again"))
        self._check_claim(status, audited, sum(map(len, lists.values())))
        if not self._sound or status is None or method is None or prepared is None:
            return None
        return Accessibility(
            status=status,
            method=method,
            prepared=prepared,
            reviewed=reviewed,
            audited=audited,
            contact=contact,
            enforcement_name=enforcement_name,
            enforcement_url=enforcement_url,
            **lists,
        )

    def _check_claim(self, status: Compliance | None, audited: date | None, exceptions: int) -> None:
        """Nothing is called compliant that nobody audited, nor with exceptions; what is not compliant says where."""
        if status is Compliance.FULLY and audited is None and "audited" not in self._given:
            self._add(WITHOUT_AUDIT, phrase("give the day of the audit as 'audited', or write 'partially'"))
        if status is Compliance.FULLY and exceptions:
            self._add(WITH_EXCEPTIONS, phrase("write 'partially'"))
        if status in (Compliance.PARTIALLY, Compliance.NOT) and not exceptions and self._sound:
            hint = phrase("list it in 'non_compliant', 'burden' or 'out_of_scope'")
            self._add(LISTS_NOTHING(status=status.value), hint)

    def _add(self, message: Phrase, hint: Phrase) -> None:
        self._sound = False
        self._report(SETTING, message, hint)

    def _word(self, key: str, words: type[E]) -> E | None:
        value = self._given.get(key)
        if key in self._given and value not in list(words):
            self._add(
                STATEMENT_VALUE(key=key, words=any_of(*words), found=repr(value)), did_you_mean(str(value), list(words))
            )
        return words(value) if value in list(words) else None

    def _day(self, key: str) -> date | None:
        value = self._given.get(key)
        if value is None:
            return None
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self._add(
                STATEMENT_VALUE(key=key, words=phrase("a date like 2026-03-31"), found=repr(value)),
                phrase("write the year first"),
            )
            return None

    def _texts(self, key: str) -> tuple[InLanguages, ...]:
        value = self._given.get(key, ())
        if not isinstance(value, list | tuple):
            self._add(
                STATEMENT_VALUE(key=key, words=phrase("a list of texts"), found=repr(value)),
                phrase("put it into square brackets"),
            )
            return ()
        return tuple(self._text(f"{key}.{number}", each) for number, each in enumerate(value, 1))

    def _text(self, key: str, value: object) -> InLanguages:
        """A text for everybody, or one for each language of the site."""
        texts = dict(value) if isinstance(value, Mapping) else {self._languages[0]: value}
        for lang in texts if isinstance(value, Mapping) else ():
            if lang not in self._languages:
                self._add(
                    STATEMENT_LANGUAGE(key=key, lang=repr(lang)),
                    phrase("they speak %(languages)s", languages=", ".join(self._languages)),
                )
        if isinstance(value, Mapping) and self._languages[0] not in texts:
            self._add(
                STATEMENT_TEXT_MISSING(key=key, lang=repr(self._languages[0])),
                phrase("that is what readers of the others fall back on"),
            )
        for text in texts.values():
            if not isinstance(text, str) or not text.strip():
                self._add(
                    STATEMENT_VALUE(key=key, words=phrase("a text"), found=repr(text)),
                    phrase("one text, or {'en': …, 'fr': …}"),
                )
        return tuple((lang, str(texts[lang]).strip()) for lang in self._languages if lang in texts)

    def _contact(self) -> str:
        value = self._given.get("contact", "")
        if "contact" in self._given and not (isinstance(value, str) and _MAIL.fullmatch(value)):
            self._add(
                STATEMENT_VALUE(key="contact", words=phrase("a mail address"), found=repr(value)),
                phrase("for example %(example)s", example="accessibility@example.org"),
            )
        return str(value)

    def _enforcement(self) -> tuple[InLanguages, str]:
        value = self._given.get("enforcement")
        if "enforcement" not in self._given:
            return (), ""
        if not isinstance(value, Mapping) or value.keys() != {"name", "url"}:
            example = "{'name': 'Example Ombudsman', 'url': 'https://ombudsman.example'}"
            self._add(
                STATEMENT_VALUE(key="enforcement", words=phrase("a name and a url"), found=repr(value)),
                phrase("for example %(example)s", example=example),
            )
            return (), ""
        if not isinstance(value["url"], str) or not _URL.fullmatch(value["url"]):
            self._add(
                STATEMENT_VALUE(key="enforcement.url", words=phrase("an https address"), found=repr(value["url"])),
                phrase("copy it from the browser"),
            )
        return self._text("enforcement.name", value["name"]), str(value["url"])
