"""The golden sites: whole sites beside their content, compared byte by byte. `make golden` writes them anew."""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from jobboard.base.map import Spreading
from jobboard.pipeline.workers import spread
from tests.helpers import SITE, at, build_site

SITES = Path(__file__).parent / "sites"
NAMES = ("minimal", "full", "events")
_ASSET = re.compile(rb"\b(theme/[\w/-]+)\.[0-9a-f]{12}(\.[a-z]+)")
NOW = at("2026-03-16 12:00")


def build_golden(name: str, folder: Path, share: Spreading = spread) -> dict[str, bytes]:
    """The files of a golden site, built into a new folder below `folder`, under a sub-path.

    Those of the theme are left out: they are what is in `theme/`, and tell nothing. So are the digests in their names:
    every page would differ with a line of the style sheet.
    """
    site = replace(SITE, url="https://hub.example/board")
    built = build_site(
        SITES / name / "content", NOW, site=site, output=folder / "output", cache=folder / "cache", share=share
    )
    return {path: _ASSET.sub(rb"\1\2", data) for path, data in built.items() if not path.startswith("theme/")}


def main() -> None:
    """Write the expected files anew."""
    for name in NAMES:
        expected = SITES / name / "expected"
        shutil.rmtree(expected, ignore_errors=True)
        with tempfile.TemporaryDirectory() as folder:
            for path, data in build_golden(name, Path(folder)).items():
                (expected / path).parent.mkdir(parents=True, exist_ok=True)
                (expected / path).write_bytes(data)


if __name__ == "__main__":
    main()
