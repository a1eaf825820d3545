"""`jobboard lsp`: what an editor shows while a file is written."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jobboard.commands.ends import Doing
from jobboard.commands.options import with_lang, with_options
from jobboard.pipeline import report
from jobboard.source.message import phrase
from jobboard.source.wording import worded

if TYPE_CHECKING:
    from jobboard.settings.settings import Settings

_NEEDS = phrase(
    "speaking with editors needs %(name)s: %(command)s", name="pygls", command="pip install 'jobboard[editor]'"
)


@click.command(cls=Doing)
@with_options
@with_lang
@click.option("--stdio", is_flag=True, expose_value=False, help="By standard input and output, as it does anyway.")
def lsp(settings: str, content: str, now: str) -> None:
    """Speak with an editor (Language Server Protocol, by standard input and output).

    It says what check says as you type, offers fields and values, says what they mean, and mends what can be mended.
    Files are named from the folder that the editor has open. Writes nothing, not even its cache.
    """
    if importlib.util.find_spec("pygls") is None:
        raise click.ClickException(worded(_NEEDS, report.spoken()))
    from jobboard.language_server.server import serve_editor  # noqa: PLC0415 (the help needs none of this)
    from jobboard.pelican_adapter.run import Options, load_settings  # noqa: PLC0415

    def load(root: Path) -> Settings:
        below = str(root / content) if content else ""
        return load_settings(Options(settings=str(root / settings), content=below, now=now))

    serve_editor(load, settings, report.spoken())
