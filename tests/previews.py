"""A small project under preview."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from jobboard.pelican_adapter.run import Options
from jobboard.preview.builds import Builds
from jobboard.preview.preview import Preview
from jobboard.preview.server import PreviewHandler, PreviewServer
from jobboard.preview.shown import ShownFolder
from tests.helpers import REPOSITORY, make_posting, settings_of, write_site

SETTINGS = settings_of("theme")


class Project:
    """The project in `folder`, built once; `builds` is what open pages hear."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.posting = folder / "content/postings/analyst.md"
        self.page = folder / "output/jobs/analyst/index.html"
        self.settings = folder / "pelicanconf.py"
        self.settings.write_text(f'{SETTINGS}JOBBOARD_CACHE = "{folder / "cache"}"\n')
        shutil.copytree(REPOSITORY / "theme", folder / "theme")
        write_site(folder / "content", {"postings/analyst.md": make_posting()})
        self.builds = Builds()
        self.preview = Preview(Options(settings=str(self.settings)), self.builds)
        self.preview.build()

    def write(self, text: str) -> set[Path]:
        """Change the posting; answers what a watcher would say of it."""
        self.posting.write_text(text)
        return {self.posting}

    def save(self, text: str) -> None:
        """Change the posting, and build."""
        self.preview.build(self.write(text))

    @contextmanager
    def served(self, host: str = "localhost") -> Iterator[int]:
        """The port the project is served at."""
        site = ShownFolder(self.folder / "output")
        handler = functools.partial(PreviewHandler, builds=self.builds, site=site, host=host)
        with PreviewServer(("127.0.0.1", 0), handler) as server:
            serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
            serving.start()
            yield server.server_port
            server.shutdown()
            serving.join()
