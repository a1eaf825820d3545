"""Puts feeds before the W3C feed validator: `python -m tests.judging.feeds FOLDER`, the folder of a checkout of it.

No package registry has w3c/feedvalidator. Looked at is every RSS and Atom feed of the demo, of the golden sites and of
the site with every kind of page; the demo's pages, which `make test` does not build, go to the Nu HTML checker as well.
`make validate FEEDVALIDATOR=folder` runs this. It ends with 1 if there is an error or a warning.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.browser.sites import EVERY_KIND, content_of_every_kind
from tests.golden import NAMES, NOW, SITES
from tests.helpers import SITE, build_site, write_site
from tests.judges import feed_faults
from tests.judging.demo import build_demo
from tests.judging.nu import complaints

_URL = "https://hub.example/board"


def built_sites(folder: Path) -> Iterator[tuple[str, Path]]:
    """The name of each site, and where it is built. Their clock is behind every judge's: no date is to come."""
    build_demo(folder / "demo", NOW, _URL)
    yield "demo", folder / "demo/output"
    for name in NAMES:
        build_site(
            SITES / name / "content", NOW, site=replace(SITE, url=_URL), output=folder / name, cache=folder / "x"
        )
        yield name, folder / name
    content = write_site(folder / "every/content", content_of_every_kind())
    build_site(content, NOW, site=replace(EVERY_KIND, url=_URL))
    yield "every kind", folder / "every/output"


def faults_of(site: Path, form: str) -> tuple[int, list[str]]:
    """How many feeds of that form there are, and what is wrong with them."""
    feeds = sorted(site.glob(f"**/feeds/**/*.{form}.xml"))
    paths = [(feed, feed.relative_to(site).as_posix()) for feed in feeds]
    found = [(path, feed_faults(feed.read_bytes(), f"{_URL}/{path}")) for feed, path in paths]
    return len(feeds), [f"{path}: {fault}" for path, faults in found for fault in faults]


def main(validator: str) -> int:
    """Print a table by site and form, below it what is wrong."""
    sys.path.insert(0, str(Path(validator, "src")))
    warnings.simplefilter("ignore")  # the validator's own
    importlib.import_module("feedvalidator")
    said: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, site in built_sites(Path(folder)):
            for form in ("rss", "atom"):
                count, faults = faults_of(site, form)
                sys.stdout.write(f"{name:12}{form:6}{count:5} feeds{len(faults):5} faults\n")
                said += [f"{name}: {fault}" for fault in faults] or ([] if count else [f"{name} has no {form}"])
            if name == "demo":
                pages = sorted(site.rglob("*.html"))
                faults = complaints(pages)
                sys.stdout.write(f"{name:12}{'html':6}{len(pages):5} pages{len(faults):5} faults\n")
                said += faults
    sys.stdout.writelines(f"{each}\n" for each in said)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
