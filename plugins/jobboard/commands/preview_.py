"""`jobboard preview`: one page as it will be, at once."""

from __future__ import annotations

import sys

import click

from jobboard.commands.ends import Doing
from jobboard.commands.options import PORT, with_lang, with_options


@click.command(cls=Doing)
@click.argument("item", metavar="FILE-OR-ID")
@with_options
@with_lang
@click.option("--port", type=PORT, help="Port to serve at.  [default: any free one]")
@click.option("--output", default="", metavar="DIR", help="Where it is written.  [default: preview/ in the cache]")
@click.option("--once", is_flag=True, help="Write the page and what it loads, and serve nothing.")
def preview(item: str, settings: str, content: str, now: str, port: int | None, output: str, once: bool) -> None:  # noqa: FBT001 (click passes it by name)
    """Show the page of one file as readers will see it, be it a draft or still to come, and the site around it.

    What appears later is shown as it will be then. Every page says that it is a preview; nothing of it gets into the
    site. Ends with exit code 1 if the content has problems, or if there is no such file.

    \b
      jobboard preview data-analyst
      jobboard preview content/postings/data-analyst.md --now 2026-12-24
    """
    from jobboard.pelican_adapter.run import Options  # noqa: PLC0415 (the help needs none of this)
    from jobboard.preview.item import preview_item  # noqa: PLC0415

    options = Options(settings=settings, content=content, now=now)
    sys.exit(preview_item(options, item, port or 0, output, is_served=not once))
