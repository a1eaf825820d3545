"""`make serve`: build, serve, and build again on every save, until somebody ends it; open pages reload themselves."""

from __future__ import annotations

import functools
import gc
import os
import sys
import threading
from collections.abc import Iterator
from errno import EACCES, EADDRINUSE
from pathlib import Path
from typing import NoReturn

from watchfiles import watch

from jobboard.engine.folder import OutputError
from jobboard.pelican_adapter.run import Options, load_settings
from jobboard.pipeline import report
from jobboard.preview.builds import Builds
from jobboard.preview.planned import PlannedSite
from jobboard.preview.preview import PACKAGE, QUIET_AFTER, Preview, keep_up
from jobboard.preview.server import PreviewHandler, PreviewServer
from jobboard.preview.shown import Served, ShownFolder
from jobboard.settings.settings import Settings, SettingsError


def serve(options: Options, bind: str, port: int, *, with_drafts: bool = False) -> int:
    """Serve until interrupted; the exit code is 1 if the settings or the address cannot be used.

    `with_drafts` what nobody may see yet is shown as well; nothing is written then.
    """
    planned = PlannedSite(options) if with_drafts else None
    builds = Builds()
    try:
        settings = load_settings(options)
        if planned is None:
            _make_folder(settings.output)
        now = settings.now if options.now else None
        server = open_server(builds, planned or ShownFolder(settings.root, now), bind, port)
    except (SettingsError, OutputError) as error:
        report.print_failure(error)
        return 1
    preview = Preview(options, builds, planned)
    preview.build()
    return keep_serving(server, preview, settings, Path(options.settings))


def keep_serving(server: PreviewServer, preview: Preview, settings: Settings, file: Path, path: str = "") -> int:
    """Serve what was built until interrupted, and build after every save; `file` is that of the settings, `path` where
    people are sent."""
    gc.enable()  # this process lives on: see `cli.run`
    threading.Thread(target=server.serve_forever, daemon=True).start()
    report.say(f"Serving at {settings.site.url}/{path} - stop with Ctrl+C")
    is_over = False
    try:
        keep_up(preview, watched(settings, file))
    except KeyboardInterrupt:
        is_over = True
    server.shutdown()
    server.server_close()
    if not is_over:
        _start_anew()
    return 0


def watched(settings: Settings, settings_file: Path) -> Iterator[set[Path]]:
    """What is saved, a set of paths at a time; an empty one for every tick without. Hidden files are nobody's."""
    base = settings_file.with_name("pelicanconf.py")
    files = {settings_file, base} if base.is_file() else {settings_file}
    places = (settings.content, settings.theme, PACKAGE, *files)
    for changes in watch(*places, step=20, debounce=200, rust_timeout=QUIET_AFTER, yield_on_timeout=True):
        yield {path for path in (Path(name) for _, name in changes) if not path.name.startswith(".")}


def _make_folder(output: Path) -> None:
    """There must be something to serve. Raises OutputError."""
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{error.filename or output}: {error.strerror or error}") from error


def open_server(builds: Builds, site: Served, bind: str, port: int) -> PreviewServer:
    """The server of a site, not serving yet; of any free port for 0. Raises OutputError if there can be none there."""
    handler = functools.partial(PreviewHandler, builds=builds, site=site, host=bind)
    try:
        return PreviewServer((bind, port), handler)
    except (OSError, UnicodeError) as error:
        other = "--port" if getattr(error, "errno", None) in (EADDRINUSE, EACCES) else "--bind"
        reason = getattr(error, "strerror", None) or error
        raise OutputError(f"Cannot serve at {bind}:{port}: {reason}; choose another with {other}") from error


def _start_anew() -> NoReturn:
    """Go on in a new process, with the code and the settings as they are now."""
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 (the command that started this one)
