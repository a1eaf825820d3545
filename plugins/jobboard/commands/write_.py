"""The command that opens the form for writing on this computer: `write`."""

from __future__ import annotations

import click

from jobboard.commands.ends import Doing
from jobboard.commands.options import PORT, with_lang, with_options
from jobboard.pipeline import report


@click.command(cls=Doing)
@with_options
@with_lang
@click.option("--port", type=PORT, default=8001, show_default=True, help="Port to serve at.")
def write(settings: str, content: str, now: str, port: int) -> None:
    """Open the form for writing on this computer.

    It lists drafts and what closes soon, edits files and writes new ones, and changes only what you change. It says
    what the check says, and shows the page as it will look while you type. A document dropped on it becomes drafts. It
    answers to this computer alone.
    """
    import functools  # noqa: PLC0415 (the help needs none of this)
    import secrets  # noqa: PLC0415
    import tempfile  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415
    from threading import Lock  # noqa: PLC0415

    from jobboard.outputs.addresses import WRITE  # noqa: PLC0415
    from jobboard.preview.server import PreviewServer  # noqa: PLC0415
    from jobboard.settings.settings import SettingsError  # noqa: PLC0415
    from jobboard.writing_desk.desk import open_desk  # noqa: PLC0415
    from jobboard.writing_desk.pages import SeenPages  # noqa: PLC0415
    from jobboard.writing_desk.server import WritingHandler, tell_start  # noqa: PLC0415

    opening = functools.partial(open_desk, settings, content, now)
    token = secrets.token_urlsafe(18)
    url = f"http://127.0.0.1:{port}/{token}"
    try:
        desk = opening()
    except SettingsError as error:
        report.print_failure(error)
        raise SystemExit(1) from None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        pages = SeenPages(url, Path(folder))
        report.print_problems(pages.look(desk))
        handler = functools.partial(
            WritingHandler, token=token, pages=pages, open_desk=opening, lock=Lock(), content=desk.settings.content
        )
        with PreviewServer(("127.0.0.1", port), handler) as server:
            tell_start(f"{url}/{WRITE}")
            server.serve_forever()
