"""Builds again and again in one process: what was saved in, the site and what open pages are told out.

A save is built at once from what the watcher says has changed. When saving has paused, everything is looked at, so that
nothing the watcher did not see, and no file changed by hand in the output, stays unnoticed (decision 25).
"""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Collection, Iterable
from pathlib import Path

from jobboard.engine.folder import OutputError
from jobboard.outputs.page.theme import ThemeError
from jobboard.outputs.text.cached import forget_content
from jobboard.pelican_adapter.run import Options, load_settings
from jobboard.pelican_adapter.site import build_site, job_of
from jobboard.pipeline import report
from jobboard.pipeline.build import ContentError, get_ready
from jobboard.pipeline.failure import SYSTEM_ERRORS, ending_of, sentence_of
from jobboard.pipeline.session import Session
from jobboard.preview.builds import Builds
from jobboard.preview.planned import PlannedSite
from jobboard.settings.settings import Settings, SettingsError
from jobboard.source.characters import escaped, escaped_line
from jobboard.source.message import Phrase
from jobboard.source.problem import Problem, is_blocking
from jobboard.source.wording import worded, worded_line

PACKAGE = Path(__file__).parents[1]
"""The code itself: a change in it starts the server anew."""

QUIET_AFTER = 1000
"""Milliseconds without a save after which everything is looked at."""

_TICKS = 60
"""Ticks without a save after which that is done again: for lost events, and for what opens and closes by itself."""

_MOST_KEPT = 25
"""Builds of which something may be left in memory."""


class Preview:
    """Builds the site of `options` again and again, or plans it where that is enough; open pages hear of it through
    `builds`."""

    def __init__(self, options: Options, builds: Builds, planned: PlannedSite | None = None) -> None:
        self._options = options
        self._builds = builds
        self._planned = planned
        self._session = Session()
        self._is_behind = True
        self._trouble: tuple[str, ...] = ()
        self._builds_kept = 0
        self._is_littered = False

    def build(self, changed: Iterable[Path] | None = None, *, is_quiet: bool = False) -> None:
        """Build the site; a failure is reported, and the site stays as it was.

        `changed` is all that was saved since the last build, None if that is not known. With `is_quiet`, nobody waits
        for it: one that finds nothing to do is not reported, and gets ready for the next.
        """
        is_behind, self._is_behind = self._is_behind, True
        self._builds_kept += not is_quiet
        self._is_littered |= not is_quiet
        try:
            if self._planned is not None:
                is_new = self._planned.plan_again()
            else:
                is_new = self._written(None if is_behind else changed, is_quiet=is_quiet)
        except ContentError as error:
            self._is_behind = False
            self._tell_trouble(error)
        except (SettingsError, ThemeError, OutputError, *SYSTEM_ERRORS) as error:
            self._tell_trouble(error)
        except Exception as error:  # noqa: BLE001 (it may be the code that is being worked on: a save mends it)
            sys.stderr.write(escaped(traceback.format_exc()))
            self._tell_trouble(OutputError(f"{type(error).__name__}: {error}"))
        else:
            self._is_behind, self._trouble = False, ()
            self._builds.tell_built(is_new=is_new)
        self._let_go(is_paused=is_quiet)

    def _written(self, changed: Iterable[Path] | None, *, is_quiet: bool) -> bool:
        """Build into the output folder; True if the site there is new."""
        settings = load_settings(self._options)
        self._session.key = self._session.key or settings.key
        known = None if changed is None else in_content(changed, settings)
        is_silent = is_quiet and not self._trouble
        built = build_site(settings, session=self._session, changed=known, is_quiet=is_silent)
        if is_quiet:
            get_ready(job_of(settings), self._session)
        return built.summary.is_new

    def _let_go(self, *, is_paused: bool) -> None:
        """Let go of what earlier builds left: in a pause, or when it is much.

        Builds do not look for cycles of objects, of which old boards are full, and remember what they made of content.
        """
        if self._builds_kept >= _MOST_KEPT:
            self._builds_kept, self._is_littered = 0, True
            forget_content()
            is_paused = True
        if is_paused and self._is_littered:
            self._is_littered = False
            gc.collect()

    def needs_new_process(self, changed: Collection[Path]) -> bool:
        """True if the code or the settings are others, and can be read: what cannot is told, and the old go on."""
        own = Path(self._options.settings).resolve().parent
        code = [path for path in changed if path.is_relative_to(PACKAGE) or path.parent == own]
        code = [path for path in code if path.suffix in (".py", ".po")]
        try:
            for path in code:
                if path.suffix == ".py" and path.is_file():
                    compile(path.read_bytes(), path, "exec")
            if code:
                load_settings(self._options)
        except (SettingsError, OSError, SyntaxError, ValueError) as error:
            self._tell_trouble(error if isinstance(error, SettingsError) else OutputError(str(error)))
            return False
        return bool(code)

    def _tell_trouble(self, error: BaseException) -> None:
        """Say it once, here and on open pages."""
        problems: tuple[Problem, ...] = getattr(error, "problems", ())
        blocking = tuple(worded_line(each, report.spoken()) for each in problems if is_blocking([each]))
        lines = blocking or tuple(sentence_of(error).split("\n"))
        if lines != self._trouble:
            self._trouble = lines
            report.print_failure(error)
            self._builds.tell_trouble((*lines, worded(Phrase(ending_of(error)), report.spoken())))


def keep_up(preview: Preview, saves: Iterable[Collection[Path]]) -> None:
    """Build after every save, and look at everything when it is quiet. Ends when a new process must go on.

    `saves` are the paths saved; none for a tick in which nothing was.
    """
    quiet = 0
    for changed in saves:
        quiet = 0 if changed else quiet + 1
        if changed:
            report.say(f"\nSaved: {', '.join(sorted({escaped_line(path.name) for path in changed}))}")
            if preview.needs_new_process(changed):
                return
            preview.build(changed)
        elif quiet % _TICKS == 1:
            preview.build(is_quiet=True)


def in_content(changed: Iterable[Path], settings: Settings) -> set[str] | None:
    """The paths as the content calls them; None if there are others than those and the theme's.

    The theme is read at every build, so that its files need not be named.
    """
    found = set()
    for path in changed:
        if path.is_relative_to(settings.content):
            found.add(path.relative_to(settings.content).as_posix())
        elif not path.is_relative_to(settings.theme):
            return None
    return found
