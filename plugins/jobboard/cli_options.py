"""Options that several commands of the `jobboard` command share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--settings", default="pelicanconf.py", show_default=True, metavar="FILE", help="Settings file."),
    click.option("--content", default="", metavar="DIR", help="Folder with postings/, news/, organisations/."),
    click.option(
        "--now",
        default="",
        metavar="INSTANT",
        help="Build as of this instant, like 2026-12-01T12:00+01:00.",
    ),
)


def with_options(command: F) -> F:
    """Give a command the options of every command that reads the content."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
