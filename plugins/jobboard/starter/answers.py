"""The five questions of `jobboard init`: what is given or typed in, answers that can be used out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec import Struct

from jobboard.model.fields.field import FieldType
from jobboard.model.fields.values import HTTPS_URL, LINE
from jobboard.settings.site_address import is_address
from jobboard.source.answer import cleaned
from jobboard.source.problem import Level, Report
from jobboard.source.yaml.tree import Scalar
from jobboard.starter.texts import TEXTS

_Ask = Callable[[str, str, Callable[[str], str]], str]
"""Asks a question, with what counts if nothing is typed, until the third argument finds no trouble with the answer."""

_LOCALTIME = Path("/etc/localtime")


class InitError(Exception):
    """Nothing was written; the message says why."""


class Answers(Struct, frozen=True, kw_only=True):
    """What a new board is made of."""

    name: str
    url: str
    organisation: str
    website: str
    zone: str
    lang: str

    @property
    def host(self) -> str:
        """The name of the host at the public address."""
        return urlsplit(self.url).hostname or ""


class Question(Struct, frozen=True):
    """A question, and what is wrong with an answer to it (empty if nothing is)."""

    words: str
    trouble: Callable[[str], str]


def _typed(type_: FieldType[object]) -> Callable[[str], str]:
    def trouble(text: str) -> str:
        report = Report("")
        type_.parse(Scalar(text, 1), "", report)
        found = [each for each in report if each.level is Level.PROBLEM]
        return f"{found[0].message}{f'; {found[0].hint}' if found[0].hint else ''}" if found else ""

    return trouble


def _trouble_with_url(text: str) -> str:
    return "" if is_address(text) else f"expected a full address like https://example.org/board, found '{text}'"


def _trouble_with_zone(text: str) -> str:
    return "" if _is_zone(text) else f"expected a time zone like Europe/Brussels, found '{text}'"


ASKED: Mapping[str, Question] = {
    "name": Question("Name of the site", _typed(LINE)),
    "url": Question("Its public address, like https://example.org/board", _trouble_with_url),
    "organisation": Question("The organisation that publishes it, or the first of several", _typed(LINE)),
    "website": Question("Website of that organisation, like https://example.org", _typed(HTTPS_URL)),
    "zone": Question("Time zone in which days begin and deadlines end, like Europe/Brussels", _trouble_with_zone),
}
"""By the names of their options."""


def answers_of(given: Mapping[str, str], lang: str, ask: _Ask | None) -> Answers:
    """The answers given, and those to what is asked for the others; without `ask` the defaults.

    Raises InitError for one that cannot be used.
    """
    found = {}
    for name, question in ASKED.items():
        answer = cleaned(given.get(name, ""))
        if answer and (trouble := question.trouble(answer)):
            raise InitError(f"--{name}: {trouble}")
        found[name] = answer or _asked(question, default_of(name, lang), ask)
    return Answers(**{**found, "url": found["url"].rstrip("/")}, lang=lang)


def default_of(name: str, lang: str) -> str:
    """What counts if a question has no answer. Addresses are those of a sample, which `publish` refuses."""
    texts = TEXTS[lang]
    defaults = {"url": "https://board.example", "website": "https://organisation.example", "zone": machine_zone()}
    return {"name": texts.name, "organisation": texts.organisation, **defaults}[name]


def machine_zone(link: Path = _LOCALTIME) -> str:
    """The time zone of this machine where it says its name, else UTC."""
    try:
        _, _, name = link.resolve().as_posix().partition("/zoneinfo/")
    except OSError:
        return "UTC"
    return name if _is_zone(name) and "/" in name and not name.startswith("Etc/") else "UTC"


def _is_zone(name: str) -> bool:
    """True for the name of a time zone (IANA)."""
    try:
        return bool(name) and ZoneInfo(name) is not None
    except (OSError, ValueError, KeyError):
        return False


def _asked(question: Question, default: str, ask: _Ask | None) -> str:
    if ask is None:
        return default
    return cleaned(ask(question.words, default, lambda text: question.trouble(cleaned(text))))
