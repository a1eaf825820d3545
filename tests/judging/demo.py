"""The demo as it is put before judges."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bench.demo.__main__ import write_demo
from bench.demo.organisations import Demo

from jobboard.pelican_adapter.run import Options, load_settings
from tests.browser.accessible.pages import Built, build_noting_kinds


def build_demo(folder: Path, now: datetime, url: str) -> Built:
    """The demo as it is at `now`, built for that address into `output` below the folder."""
    write_demo(folder, Demo(2026, now))
    settings = load_settings(Options(settings=str(folder / "pelicanconf.py")))
    return build_noting_kinds(settings.content, now, replace(settings.site, url=url))
