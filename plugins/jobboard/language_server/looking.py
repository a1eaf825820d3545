"""A board while it is written: the files as they are on the disk, the open ones as they are typed; nothing is written.

The disk is looked at when a file is opened or saved; between two letters only the open texts are read again.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import structs

from jobboard.language_server.known import Nameable, known_of
from jobboard.model.library import Library
from jobboard.pipeline.check import Loaded, load_content, validate
from jobboard.pipeline.session import Session
from jobboard.pipeline.unsaved import with_texts, without_texts
from jobboard.settings.settings import Settings, SettingsError
from jobboard.source.problem import Problem


class Looking:
    """The content of some settings, which `load` reads anew when the disk is looked at. It may raise SettingsError."""

    def __init__(self, load: Callable[[], Settings], lang: str) -> None:
        self._load = load
        self.lang = lang
        self._session = Session()
        self._settings: Settings | None = None
        self._files: Loaded | None = None
        self._shown: Loaded | None = None
        self._library: Library | None = None

    @property
    def content(self) -> Path | None:
        """The folder of the content; None while the settings cannot be read."""
        return self._settings.content if self._settings else None

    def look_at_files(self) -> tuple[Problem, ...]:
        """Read settings and files anew; what is wrong with the settings, with paths as they have them."""
        try:
            self._settings = self._load()
        except SettingsError as error:
            return error.problems
        self._session = Session()
        self._files = self._shown = load_content(self._settings.content, None, self._settings.engine)
        return ()

    def check_texts(self, texts: Mapping[str, bytes]) -> tuple[Problem, ...]:
        """What `check` would say with these texts by path in place of the files; paths are below the content."""
        if self._settings is None or self._files is None or self._shown is None:
            return ()
        without_texts(self._shown, self._files)
        self._shown = with_texts(self._files, texts)
        now, site = self._settings.now, self._settings.site
        found = validate(self._shown, site, now, "", is_advised=True, session=self._session)
        self._library = found.library
        return tuple(structs.replace(each, path=each.path.removeprefix("/")) for each in found.problems)

    def known(self) -> Nameable | None:
        """What can be named, in the editor's language; None while the settings cannot be read."""
        if self._settings is None or self._shown is None:
            return None
        site = dataclasses.replace(self._settings.site, lang=self.lang)
        return known_of(site, self._shown.scan, self._library)
