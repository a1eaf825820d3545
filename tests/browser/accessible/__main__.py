"""Asks axe-core about every page there is: `python -m tests.browser.accessible`, which is `make axe`.

The site with every kind of page, in every language of the interface: open, when all is over, without a posting, and
with its lists narrowed; light and dark, wide and narrow. It ends with 1 if a rule is broken.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.accessible.pages import EVERY_LANGUAGE, NOW, OVER, QUERIES, Built, build_noting_kinds
from tests.browser.chromium import launch
from tests.browser.reader import Reader
from tests.browser.sites import content_of_every_kind
from tests.helpers import write_site
from tests.judging.axe import SCHEMES, WIDTHS, examine


def sites(folder: Path) -> Iterator[tuple[str, datetime, Built]]:
    """A site in each state, with its name and the time at which it is read."""
    everything = write_site(folder / "every/content", content_of_every_kind())
    nothing = write_site(folder / "nothing/content", {})
    yield "open", NOW, build_noting_kinds(everything, site=EVERY_LANGUAGE)
    yield "closed", OVER, build_noting_kinds(everything, OVER, site=EVERY_LANGUAGE)
    yield "empty", NOW, build_noting_kinds(nothing, site=EVERY_LANGUAGE)


def pages_of(state: str, built: Built) -> Iterator[tuple[str, str]]:
    """The template and the address of each page, lists as they are narrowed too."""
    for (template, _), paths in sorted(built.pages.items()):
        for path in paths:
            yield template, path
            if template == "jobs.html" and state == "open":
                yield from ((f"{template}, narrowed", f"{path}{query}") for query in QUERIES)


def look(browser: Browser, state: str, now: datetime, built: Built) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Each page in each look: its kind, what it is, what breaks a rule, and what the judge leaves to people."""
    reader = Reader(browser, built.files, now)
    for template, path in pages_of(state, built):
        reader.open(path)
        for width in WIDTHS:
            reader.page.set_viewport_size({"width": width, "height": 800})
            for scheme in SCHEMES:
                reader.page.emulate_media(color_scheme=scheme)
                broken, left = examine(reader.page)
                yield template, f"{state} {path} {scheme} {width}", list(broken), list(left)
    reader.leave()


def main() -> int:
    """Print what breaks a rule, and a table by kind of page."""
    looks, faults, open_questions = Counter[str](), Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        for state, now, built in sites(Path(folder)):
            for template, what, broken, left in look(browser, state, now, built):
                looks[template] += 1
                faults[template] += len(broken)
                open_questions[template] += len(left)
                sys.stdout.writelines(f"{what}: {each}\n" for each in broken)
    sys.stdout.write(f"{'':26}{'looked at':>12}{'broken':>12}{'for people':>12}\n")
    for each in sorted(looks):
        sys.stdout.write(f"{each:26}{looks[each]:12}{faults[each]:12}{open_questions[each]:12}\n")
    sys.stdout.write(f"{'all':26}{looks.total():12}{faults.total():12}{open_questions.total():12}\n")
    return 1 if faults.total() or not looks else 0


if __name__ == "__main__":
    sys.exit(main())
