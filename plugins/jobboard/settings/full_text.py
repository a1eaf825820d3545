"""What the setting JOBBOARD_SEARCH asks of this machine, if readers are to search full texts."""

from __future__ import annotations

from pathlib import Path

from jobboard.pipeline.pagefind import is_new_enough, node, version_here
from jobboard.settings.checker import ENGINE_NOT_INSTALLED
from jobboard.settings.place import line_of_setting
from jobboard.settings.settings import SEARCH_BY, Settings
from jobboard.source.message import Phrase, phrase
from jobboard.source.problem import Problem

_PACKAGE = "npm install pagefind@1.6"


def check_full_text(settings: Settings, settings_file: str) -> tuple[Problem, ...]:
    """What is missing for an index of full texts, if the settings want one. Nothing has been written then."""
    if not settings.site.has_full_text:
        return ()
    place = line_of_setting(SEARCH_BY, Path(settings_file))
    if node() is None:
        hint = phrase("install Node 20 or a later one, then: %(command)s", command=_PACKAGE)
        return (Problem(*place, SEARCH_BY, ENGINE_NOT_INSTALLED(engine="Node"), hint),)
    if not is_new_enough(version_here(Path.cwd())):
        return (Problem(*place, SEARCH_BY, ENGINE_NOT_INSTALLED(engine="pagefind 1.6"), Phrase(_PACKAGE)),)
    return ()
