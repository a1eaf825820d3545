"""`jobboard import`: what is typed in, an order for `importing.run` out; its outcome as lines and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from jobboard.commands.ends import Doing
from jobboard.commands.import_vacancy import import_vacancy, is_document
from jobboard.commands.options import settings_or_exit, with_options
from jobboard.pipeline import report
from jobboard.source.characters import escaped_line

if TYPE_CHECKING:
    from jobboard.importing.order import Order
    from jobboard.settings.settings import Settings

_KINDS = ("news", "press-release", "opinion", "report")


def _pairs(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """`Name=id`, several times, as a mapping. The last `=` counts: a name may hold one, an id cannot."""
    found = {}
    for value in values:
        name, is_pair, id_ = value.rpartition("=")
        if not (is_pair and name.strip() and id_.strip()):
            raise click.BadParameter(f"expected a name and an id, like 'Local life=democracy', found '{value}'")
        found[name.strip()] = id_.strip()
    return found


@click.command("import", cls=Doing)
@click.argument("source")
@with_options
@click.option(
    "--into", default="news", show_default=True, metavar="FOLDER", help="news, or a folder in it like news/archive."
)
@click.option("--organisation", default="", metavar="ID", help="Id of the organisation that issues the items.")
@click.option(
    "--organisation-of",
    "issuers",
    multiple=True,
    callback=_pairs,
    metavar="NAME=ID",
    help="The organisation of items with this author or category; may be given several times.",
)
@click.option(
    "--topic",
    "topics",
    multiple=True,
    callback=_pairs,
    metavar="NAME=ID",
    help="The topic that a category or tag means; may be given several times.",
)
@click.option("--lang", default="", metavar="CODE", help="Language of the items, like fr; else what the source says.")
@click.option("--kind", default="", type=click.Choice(["", *_KINDS]), metavar="KIND", help=f"{', '.join(_KINDS)}.")
@click.option(
    "--post-type",
    "types",
    multiple=True,
    metavar="TYPE",
    help="Take items of this type of an export, too, like page or press_release; may be given several times.",
)
@click.option("--with-files", is_flag=True, help="Fetch pictures and PDFs, too; else they stay links.")
@click.option("--with-drafts", is_flag=True, help="Take what is not public at its source, as drafts.")
@click.option(
    "--redirects",
    default="",
    metavar="FILE",
    help="Write old and new addresses of a WordPress export into this file, for the host.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def import_(source: str, settings: str, content: str, now: str, redirects: str, **given: Any) -> None:
    """Import a vacancy or news from SOURCE.

    A vacancy is a document: .docx, .odt, .pdf, .html, .eml or .txt, or '-' for standard input. It becomes a draft in
    postings/, with what its fields may be; '--organisation', '--lang' and '--dry-run' are for it, too.

    News are an RSS or Atom feed, or an export of WordPress (WXR) or Blogger: a file, packed as ZIP or gz if need be, or
    the address of a feed. Each item becomes a Markdown file for you to read before you commit it. Running it again
    brings what is new or has changed at the source; files you have edited are left alone.

    \b
      jobboard import vacancy.docx --organisation cemr
      jobboard import blog.xml --organisation cemr --lang fr --dry-run
      jobboard import https://example.org/feed/ --organisation cemr
    """
    from jobboard.importing.order import outcome_of  # noqa: PLC0415
    from jobboard.importing.run import run_import  # noqa: PLC0415
    from jobboard.importing.sources.entry import ImportFailedError  # noqa: PLC0415 (a build pays for none of this)
    from jobboard.importing.write import write_redirects  # noqa: PLC0415
    from jobboard.model.texts.codes import is_language  # noqa: PLC0415

    if given["lang"] and not is_language(given["lang"]):
        raise click.BadParameter(f"expected a code like fr, found '{given['lang']}'", param_hint="--lang")
    found = settings_or_exit(settings, content, now)
    if is_document(source):
        sys.exit(import_vacancy(source, found, given))
    order = _order(source, found, given)
    try:
        outcome = run_import(order)
        if redirects and not order.is_dry:
            write_redirects(Path(redirects), outcome.redirects)
    except ImportFailedError as error:
        raise click.ClickException(str(error)) from None
    for line in outcome.lines:
        report.say(escaped_line(line))
    report.say(outcome_of(outcome, is_dry=order.is_dry))
    sys.exit(1 if outcome.has_failed else 0)


def _order(source: str, found: Settings, given: Mapping[str, Any]) -> Order:
    """What is to be imported, and how: the settings and what was typed."""
    from jobboard.importing.order import Order  # noqa: PLC0415 (as above)
    from jobboard.importing.sources.public import POST  # noqa: PLC0415
    from jobboard.pelican_adapter.site import shown_as  # noqa: PLC0415

    return Order(
        source=source,
        content=found.content,
        shown_as=shown_as(found.content),
        folder=given["into"].strip("/"),
        organisation=given["organisation"],
        issuers=given["issuers"],
        topics=given["topics"],
        lang=given["lang"],
        kind=given["kind"],
        day=found.now.astimezone(ZoneInfo(found.site.zone)).date().isoformat(),
        types=frozenset({POST, *(each.strip().lower() for each in given["types"])}),
        takes_files=given["with_files"],
        takes_drafts=given["with_drafts"],
        is_dry=given["dry_run"],
    )
