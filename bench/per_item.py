"""`python -m bench.per_item FOLDER`: what the files that are made for each item cost a cold build, each on and off.

The board is that of `python -m bench`, in three languages with events; FOLDER is worked in, and emptied after each
build. Seconds are of all processors together, and files those of the whole site.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from bench.corpus import NOW, Corpus
from bench.generators import write_content
from bench.jobboard_site import EVERYTHING, VARIANTS, Jobboard
from bench.measure import measure

WITHOUT: Mapping[str, Mapping[str, Any]] = {
    "social cards": {"JOBBOARD_SOCIAL_CARDS": False},
    "frames": {"JOBBOARD_UNTRANSLATED": "show"},
    "calendars of items": {"JOBBOARD_ITEM_CALENDARS": False},
    "press kits": {"JOBBOARD_PRESS_KITS": False},
    "Markdown twins": {"JOBBOARD_MARKDOWN_TWINS": False},
    "embeds": {"JOBBOARD_EMBED": False},
}
"""What is made for each item or organisation, and the settings without it."""

ALL_ON: Mapping[str, Any] = {**VARIANTS[EVERYTHING], "JOBBOARD_MARKDOWN_TWINS": True, "JOBBOARD_EMBED": True}


def variants(*, is_short: bool) -> dict[str, dict[str, Any]]:
    """The settings to build with, by what they are called."""
    off = {name: value for settings in WITHOUT.values() for name, value in settings.items()}
    each = {} if is_short else {f"without {name}": {**ALL_ON, **settings} for name, settings in WITHOUT.items()}
    return {"all on": {**ALL_ON}, **each, "all off": {**ALL_ON, **off}}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--size", default=1000, show_default=True, help="Number of postings.")
@click.option("--short", is_flag=True, help="All on and all off only.")
def main(folder: Path, size: int, short: bool) -> None:  # noqa: FBT001 (click passes it by name)
    """Say what the files that are made for each item cost, in FOLDER."""
    for name, settings in variants(is_short=short).items():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        site = Jobboard(folder=folder, name=EVERYTHING, settings=settings)
        write_content(site, Corpus(size))
        seen = measure(site.command(NOW), folder / "log")
        files = [each for each in site.output.rglob("*") if each.is_file()]
        megabytes = sum(each.stat().st_size for each in files) / 1e6
        click.echo(f"{name}: {len(files):,} files, {megabytes:,.0f} MB, {seen.cpu:.1f} s of processor")


if __name__ == "__main__":
    main()
