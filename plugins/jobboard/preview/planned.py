"""The site with what nobody may see yet, as of an instant: planned at once, each file made when it is asked for.

Nothing of it is written, and nothing of it kept: the site that readers see is planned from the same files by the same
stages, and knows nothing of this one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from html import escape
from pathlib import PurePosixPath
from threading import Lock

from jobboard.board.site import Site
from jobboard.engine.output import Output
from jobboard.outputs.addresses import file_of, href
from jobboard.outputs.page.made import Making
from jobboard.outputs.page.previewing import InstantForm, instant_form
from jobboard.outputs.text.cached import forget_content
from jobboard.pelican_adapter.run import Options, load_settings
from jobboard.pelican_adapter.site import shown_as
from jobboard.pipeline.build import ContentError, inputs_of
from jobboard.pipeline.check import Validated, load_content, validate
from jobboard.pipeline.planning import planned
from jobboard.pipeline.session import Session
from jobboard.preview.files import media_type
from jobboard.preview.shown import Found
from jobboard.settings.clock import to_instant
from jobboard.settings.settings import SettingsError
from jobboard.settings.theme import load_theme


class PlannedSite:
    """The site of `options`, at the instant they name until somebody asks for another. Several threads may ask.

    `look` and `plan` once before anything is asked for.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self._editions: tuple[Site, ...] = ()
        self._made_of = ""
        self._outputs: Mapping[str, Output] = {}
        self._lock = Lock()

    def look(self, instant: datetime | None = None) -> Validated:
        """Read and check the content, and link it as seen at `instant` (aware), or where it was last shown.

        Raises SettingsError, or ContentError with the problems that `check` names.
        """
        settings = load_settings(self.options)
        now = instant or self.now or settings.now
        content = load_content(settings.content, settings.cache, settings.engine, session=Session(settings.key))
        site = dataclasses.replace(settings.site, preview=now)
        validated = validate(content, site, now, shown_as(settings.content))
        if validated.board is None:
            raise ContentError(validated.problems)
        return validated

    def plan(self, validated: Validated) -> None:
        """Plan the site of what `look` has answered. Raises ThemeError."""
        board, content = validated.board, validated.loaded
        if board is None:
            raise ContentError(validated.problems)
        theme = load_theme(load_settings(self.options).theme)
        outputs, _ = planned(board, content, theme, Making(for_once=True))
        with self._lock:
            forget_content()
            self._editions = board.site.editions()
            self._outputs = {each.path: each for each in outputs}
            self._made_of = inputs_of(content, dataclasses.replace(board.site, preview=None), theme)

    def plan_again(self) -> bool:
        """Look and plan anew; True if anything that readers will see has changed, whatever the instant."""
        before = self._made_of
        self.plan(self.look())
        return self._made_of != before

    @property
    def now(self) -> datetime | None:
        return self._editions[0].preview if self._editions else None

    def output(self, path: str) -> Output | None:
        """What is planned for a path, `/` at its end for the page of a folder."""
        return self._outputs.get(file_of(path))

    def at(self, path: str) -> Found | None:
        with self._lock:
            output = self.output(self._below_root(path)) if self._editions else None
            return None if output is None else Found(media_type(PurePosixPath(output.path)), output.express())

    def bar(self, path: str) -> bytes:
        """The form that asks for another instant, in the language of the page's edition. It works without script."""
        main, *others = self._editions
        site = next((each for each in others if self._below_root(path).startswith(each.prefix)), main)
        form = instant_form(site)
        return b"" if form is None else _in_html(form, site.lang)

    def show_as_of(self, text: str) -> None:
        try:
            self.plan(self.look(to_instant(text, load_settings(self.options).site.zone)))
        except (SettingsError, ContentError) as error:
            raise ValueError("The content has problems: jobboard check names them.") from error

    def _below_root(self, path: str) -> str:
        """The same from where the board is: as a guest it stands below a path of the host."""
        return path.removeprefix(href(self._editions[0], "")[1:])


def _in_html(form: InstantForm, lang: str) -> bytes:
    steps = "".join(f'<button name="now" value="{minute}">{escape(words)}</button>' for words, minute in form.steps)
    return (
        '<link rel="stylesheet" href="/.jobboard/preview.css">'
        f'<form class="jobboard-instant" lang="{lang}"><label>{escape(form.label)} '
        f'<input type="datetime-local" name="now" value="{form.minute}" required></label>'
        f"<button>{escape(form.submit)}</button>{steps}</form>"
    ).encode()
