"""The plugin: in a site of its own it switches Pelican's generators off; in another's it adds a board and leaves them.

A guest is built before Pelican reads or writes anything: a board with a mistake leaves the whole site as it was.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.utils import clean_output_dir

from jobboard.pelican_adapter.site import build_or_exit
from jobboard.pipeline import report
from jobboard.settings.guest import PATH, excluded, is_guest
from jobboard.settings.spoken import language_of_environment

SWITCHED_OFF: dict[str, Any] = {
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "TEMPLATE_PAGES": {},
    "OUTPUT_SOURCES": False,
    "FEED_ALL_ATOM": None,
    "FEED_ALL_RSS": None,
    "CATEGORY_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "TRANSLATION_FEED_ATOM": None,
    "DELETE_OUTPUT_DIRECTORY": False,
}
"""Pelican's own outputs: every file of the site is planned by us, so that nothing is written unchecked.

Emptying the output folder is off too: Pelican would do it before the content is read.
"""


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(prepare)
    signals.get_generators.connect(generators)
    signals.all_generators_finalized.connect(before_writing)
    signals.content_written.connect(refuse_to_share)
    signals.feed_written.connect(refuse_to_share)


def prepare(pelican: Pelican) -> None:
    """Keep Pelican from writing anything itself; in a site of others, from what is the board's alone."""
    if not report.language:
        report.speak(language_of_environment())
    pelican.settings.update(excluded(pelican.settings) if is_guest(pelican.settings) else SWITCHED_OFF)
    pelican.delete_outputdir = False


def generators(pelican: Pelican) -> type[BoardGenerator] | None:
    """The generator this plugin adds. As a guest it has none: then the board is built at once, and refused at once."""
    if not is_guest(pelican.settings):
        return BoardGenerator
    found = build_or_exit(pelican.settings)
    if pelican.settings["DELETE_OUTPUT_DIRECTORY"]:
        empty_but_for(found.output, found.root, pelican)
    return None


def before_writing(generators: list[Any]) -> None:
    """Pelican's generators know what they will write. As a host of its own, the board lets them write nothing."""
    own = [each for each in generators if type(each).__module__ == "pelican.generators"]
    if is_guest(own[0].settings):
        context = own[0].context
        for found in (*context["generated_content"].values(), *context["static_content"].values()):
            if found is not None and found.save_as:
                refuse_to_share(Path(own[0].output_path, found.save_as), context, found.get_relative_source_path())
        return
    for generator in own:  # which would still load the templates they have no use for
        generator.generate_output = _write_nothing


def refuse_to_share(path: str | Path, context: dict[str, Any], what: str = "", **_more: Any) -> None:
    """End with exit code 1 where a page of others would be among those of the board."""
    if not is_guest(context):
        return
    inside = Path(os.path.relpath(path, context["OUTPUT_PATH"])).as_posix()
    folder = str(context[PATH]).strip("/")
    if inside == folder or inside.startswith(f"{folder}/"):
        report.print_trouble(
            f"{what or inside} is written to {inside}, in the folder of the board: give it another address, or the "
            f"board another path ({PATH})."
        )
        sys.exit(1)


def empty_but_for(kept: Path, root: Path, pelican: Pelican) -> None:
    """Empty the output folder as Pelican would (DELETE_OUTPUT_DIRECTORY), but for the board's folder within it."""
    if Path(os.path.realpath(pelican.path)).is_relative_to(os.path.realpath(root)):
        return
    retention: Iterable[str] = pelican.output_retention
    for name in kept.relative_to(root).parts:
        is_theirs = name in retention
        clean_output_dir(str(root), [*retention, name])
        if is_theirs:
            return
        root, retention = root / name, ()


def _write_nothing(_writer: object) -> None:
    pass


class BoardGenerator:
    """Builds the whole site in Pelican's output phase."""

    def __init__(self, settings: dict[str, Any], **_paths: Any) -> None:
        self._settings = settings

    def generate_output(self, _writer: object) -> None:
        build_or_exit(self._settings)
