"""Options that several commands of the `jobboard` command share."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jobboard.pipeline import report
from jobboard.settings.spoken import language_in
from jobboard.source.catalogue import MESSAGES, languages
from jobboard.source.kinds import folders_in_words
from jobboard.source.message import any_of, in_turn, phrase
from jobboard.source.problem import did_you_mean, quoted
from jobboard.source.wording import worded

if TYPE_CHECKING:
    from jobboard.settings.settings import Settings

_PORTS = range(1, 65536)


class _Port(click.ParamType[int]):
    """A number that a server can be reached by."""

    name = "port"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value).strip()
        if not (text.isascii() and text.isdecimal() and len(text) <= 5 and int(text) in _PORTS):
            self.fail(f"expected a number from {_PORTS[0]} to {_PORTS[-1]}, found '{value}'", param, ctx)
        return int(text)


class _Host(click.ParamType[str]):
    """A name or number of this machine."""

    name = "host"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value).strip()
        if not re.fullmatch(r"[A-Za-z0-9.:_-]{1,253}", text):
            self.fail(f"expected a host name or an IP number like 127.0.0.1, found '{value}'", param, ctx)
        return text


PORT, HOST = _Port(), _Host()
SECONDS = click.IntRange(0, 100_000)

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--settings", default="pelicanconf.py", show_default=True, metavar="FILE", help="Settings file."),
    click.option("--content", default="", metavar="DIR", help=f"Folder with {folders_in_words()}."),
    click.option(
        "--now",
        default="",
        metavar="INSTANT",
        help="Build as of this instant, like 2026-12-01T12:00+01:00.",
    ),
)


def _speak(_ctx: click.Context, _param: click.Parameter, value: str) -> None:
    if not value:
        return
    lang = language_in(value)
    if lang is None:
        known = languages(MESSAGES)
        told = phrase("expected %(words)s, found %(found)s", words=any_of(*known), found=quoted(value))
        near = did_you_mean(value.lower(), known)
        raise click.BadParameter(worded(in_turn(told, near) if near else told, report.spoken()))
    report.speak(lang)


def with_lang(command: F) -> F:
    """Give a command the option that says in which language people are told things."""
    return click.option(
        "--lang",
        default="",
        metavar="CODE",
        expose_value=False,
        callback=_speak,
        help="Language of messages, like fr.  [default: the environment's]",
    )(command)


def with_published_options(command: F) -> F:
    """Give a command the same options, of which the settings are those of the published site."""
    for option in reversed(_OPTIONS[1:]):
        command = option(command)
    return click.option(
        "--settings", default="publishconf.py", show_default=True, metavar="FILE", help="Settings file."
    )(command)


def settings_or_exit(settings: str, content: str, now: str) -> Settings:
    """The settings that these options mean; a report and exit code 1 where they cannot be used."""
    from jobboard.pelican_adapter.run import Options, load_settings  # noqa: PLC0415 (the help needs none of this)
    from jobboard.settings.settings import SettingsError  # noqa: PLC0415

    try:
        return load_settings(Options(settings=settings, content=content, now=now))
    except SettingsError as error:
        report.print_failure(error)
        raise SystemExit(1) from None


def with_options(command: F) -> F:
    """Give a command the options of every command that reads the content."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
