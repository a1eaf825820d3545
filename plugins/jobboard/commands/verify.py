"""`jobboard verify`: what visitors of a published site get, held against the build."""

from __future__ import annotations

import sys

import click

from jobboard.commands.ends import COULD_NOT_LOOK, Looking
from jobboard.pipeline import report
from jobboard.source.characters import escaped


@click.command(cls=Looking)
@click.argument("url", metavar="URL")
@click.option("--settings", default="publishconf.py", show_default=True, metavar="FILE", help="Settings file.")
@click.option("--output", default="", metavar="DIR", help="Folder of the built site.  [default: that of the settings]")
@click.option("--sample", type=click.IntRange(1), default=100, show_default=True, metavar="N", help="How many files.")
@click.option("--all", "everything", is_flag=True, help="Ask for every file, and every old address.")
@click.option("--no-headers", is_flag=True, help="Leave headers out, on a host that lets nobody set any.")
def verify(url: str, settings: str, output: str, sample: int, everything: bool, no_headers: bool) -> None:  # noqa: FBT001 (click passes them by name)
    """Compare a published site with the build, and say what visitors get that they should not.

    Asks for a sample of files, the same each time, one of each kind among them: are they as they were built, with their
    type, lifetime and security headers, and compressed? Do old addresses lead on, and is what is not there told in its
    language? Reads output/ and the settings, and writes nothing. Ends with exit code 0 if all is as it should be, 1 if
    something differs, and 2 if it could not look.

    \b
      jobboard verify https://example.org/board
    """
    from jobboard.pelican_adapter.run import Options, load_settings  # noqa: PLC0415 (the help needs none of this)
    from jobboard.settings.settings import SettingsError  # noqa: PLC0415
    from jobboard.verifying.built import UnbuiltError, load_built, sample_of  # noqa: PLC0415
    from jobboard.verifying.told import verdict_on  # noqa: PLC0415
    from jobboard.verifying.visit import UnansweredError, visit, without_headers  # noqa: PLC0415

    address = _checked(url)
    try:
        found = load_settings(Options(settings=settings, output=output))
        built = load_built(found.site, found.output, address)
        files = built.files if everything else sample_of(built, sample)
        visited = visit(built, files, built.moves if everything else built.moves[:sample])
        visited = without_headers(visited) if no_headers else visited
    except SettingsError as error:
        report.print_failure(error)
        sys.exit(COULD_NOT_LOOK)
    except (UnbuiltError, UnansweredError) as error:
        report.print_trouble(f"Cannot tell: {error}")
        sys.exit(COULD_NOT_LOOK)
    for sentence in verdict_on(visited, len(built.files)):
        report.put(escaped(sentence))
    sys.exit(1 if visited.deviations else 0)


def _checked(url: str) -> str:
    from jobboard.settings.site_address import is_address  # noqa: PLC0415 (as above)

    address = url.rstrip("/")
    if not is_address(address):
        wanted = "expected the address of a site like https://example.org/board"
        report.print_trouble(f"Cannot tell: {wanted}, found '{address}'")
        sys.exit(COULD_NOT_LOOK)
    return address
