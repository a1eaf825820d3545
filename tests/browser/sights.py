"""Pictures of the pages one remembers, to look at: `python -m tests.browser.sights FOLDER`, or `make pictures`.

The demo, a board that `jobboard init` begins, and one without a posting, as a reader meets them: on a phone and a desk,
light and dark, in the reader's own colours, without script, and on paper.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bench.corpus import NOW
from PIL import Image
from playwright.sync_api import Browser, Page, PdfMargins, sync_playwright

from jobboard.commands.init import init
from jobboard.pelican_adapter.run import Options, load_settings
from tests.browser.accessible.pages import build_noting_kinds
from tests.browser.chromium import launch
from tests.browser.reader import Reader
from tests.helpers import make_posting
from tests.judging.demo import build_demo

WIDTHS = {"phone": 390, "desk": 1280}
LOOKS: Mapping[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
_ARABIC = {
    "title": "محلل بيانات",
    "summary": "تحويل بيانات أربعين مدينة إلى رسوم ونصائح.",
    "lang": "ar",
    "starts": "في أقرب وقت",
}
_ARABIC_TEXT = """\
## عن العمل

ستعمل مع **أربعين مدينة** على بيانات النقل، وتكتب إلى jobs@example.org.

- رسوم
- نصائح
"""
_MARGINS: PdfMargins = {"top": "15mm", "right": "15mm", "bottom": "15mm", "left": "15mm"}
_ROWS, _COLUMNS = 4, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A page to look at: of which site, how one gets there, and how long the reader's clock is ahead of the site."""

    name: str
    site: Mapping[str, bytes]
    go: Callable[[Reader], object]
    later: timedelta = timedelta()
    is_printed: bool = False


def at_(address: str) -> Callable[[Reader], object]:
    """Straight to an address."""
    return lambda reader: reader.open(address)


def first_of(list_: str, card: str = "main .card-title a") -> Callable[[Reader], object]:
    """To what a list names first."""

    def go(reader: Reader) -> None:
        reader.open(list_)
        reader.open(reader.find(card).first.get_attribute("href") or list_)

    return go


def _with_saved(reader: Reader) -> None:
    reader.open("/jobs/closing-soon/")
    links = reader.find(".cards .card-title a").evaluate_all("all => all.map((each) => each.getAttribute('href'))")
    for href in links[:4]:
        reader.open(href)
        reader.page.locator(".save-button").click()
    reader.sleep_until(f"{NOW + timedelta(hours=54):%Y-%m-%d %H:%M}")  # by then the first has closed
    reader.open("/saved/")
    reader.page.locator(".saved-note textarea").first.fill("Ask Ana for a letter; the CV is in the blue folder.")


def sights(folder: Path) -> Iterator[Sight]:
    """All there is to look at. The sites are built below the folder."""
    built = build_demo(folder / "demo", NOW, "https://demo.example")
    demo, mistyped = built.files, "jobs/data-analist-twinning"
    yield Sight(name="home", site=demo, go=at_("/"), is_printed=True)
    yield Sight(name="list", site=demo, go=at_("/jobs/"), is_printed=True)
    yield Sight(name="organisation", site=demo, go=first_of("/organisations/"), is_printed=True)
    yield Sight(name="open", site=demo, go=at_(built.longest("posting.html")), is_printed=True)
    yield Sight(name="closing", site=demo, go=first_of("/jobs/closing-soon/"), later=timedelta(hours=30))
    yield Sight(name="closed", site=demo, go=first_of("/jobs/closed/2026/"), is_printed=True)
    yield Sight(name="framed", site=demo, go=first_of("/fr/jobs/", "main .card-title a[href^='/fr/jobs/']"))
    yield Sight(name="release", site=demo, go=first_of("/news/kind/press-release/"), is_printed=True)
    yield Sight(name="event", site=demo, go=first_of("/events/"), is_printed=True)
    yield Sight(name="saved", site=demo, go=_with_saved)
    yield Sight(name="numbers", site=demo, go=at_("/numbers/"), is_printed=True)
    yield Sight(name="subscribe", site=demo, go=at_("/subscribe/"))
    yield Sight(name="not-found", site={**demo, f"{mistyped}/index.html": demo["404.html"]}, go=at_(f"/{mistyped}/"))
    begun = _begin(folder / "begun")
    yield Sight(name="one-organisation", site=_built(begun), go=at_("/"))
    arabic = begun / "content/postings/muhallil.md"
    organisation = next((begun / "content/organisations").glob("*.md")).stem
    arabic.write_text(
        make_posting(_ARABIC_TEXT, **_ARABIC, organisation=organisation, published="2026-12-01", deadline="2027-01-15")
    )
    yield Sight(name="right-to-left", site=_built(begun), go=at_("/jobs/muhallil/"), is_printed=True)
    for posting in (begun / "content/postings").iterdir():
        posting.unlink()
    empty = _built(begun)
    yield Sight(name="empty", site=empty, go=at_("/"))
    yield Sight(name="empty-list", site=empty, go=at_("/jobs/"))


def _begin(folder: Path) -> Path:
    init.main([str(folder), "--yes", "--now", NOW.isoformat()], standalone_mode=False)
    return folder


def _built(folder: Path) -> Mapping[str, bytes]:
    settings = load_settings(Options(settings=str(folder / "pelicanconf.py")))
    return build_noting_kinds(settings.content, NOW, settings.site).files


def take(browser: Browser, sight: Sight, folder: Path) -> None:
    """Write the pictures of one sight."""
    now: datetime = NOW + sight.later
    reader = Reader(browser, sight.site, now, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    sight.go(reader)
    for device, width in WIDTHS.items():
        for look, media in LOOKS.items():
            reader.page.set_viewport_size({"width": width, "height": 844})
            reader.page.emulate_media(**{"forced_colors": "none", **media})
            _shoot(reader.page, folder / f"{sight.name}-{device}-{look}.png")
    address = reader.page.url.removeprefix(reader.home)
    if sight.is_printed:
        reader.page.emulate_media(color_scheme="light", forced_colors="none")
        reader.page.pdf(path=folder / f"{sight.name}.pdf", format="A4", margin=_MARGINS)
    reader.leave()
    plain = Reader(browser, sight.site, now, script=False, viewport={"width": 390, "height": 844})
    plain.open(f"/{address}")
    _shoot(plain.page, folder / f"{sight.name}-phone-unscripted.png")
    plain.leave()


def _shoot(page: Page, file: Path) -> None:
    """The whole page: what loads late is met on the way down."""
    for _ in range(2):
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_timeout(150)
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=file, full_page=True)


def sheet_of_cards(site: Mapping[str, bytes]) -> Image.Image:
    """Some of the social cards, at half their size."""
    paths = sorted(path for path in site if path.endswith("card.png"))
    some = paths[:: max(1, len(paths) // (_ROWS * _COLUMNS))]
    cards = [Image.open(io.BytesIO(site[path])).convert("RGB").reduce(2) for path in some]
    width, height = cards[0].size
    sheet = Image.new("RGB", (_COLUMNS * width, _ROWS * height))
    for number, card in enumerate(cards[: _ROWS * _COLUMNS]):
        sheet.paste(card, (number % _COLUMNS * width, number // _COLUMNS * height))
    return sheet


def main() -> None:
    """Take all of them, or those whose names are given."""
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as built, sync_playwright() as playwright:
        browser = launch(playwright)
        for sight in sights(Path(built)):
            if not names or sight.name in names:
                take(browser, sight, folder)
                sys.stdout.write(f"{sight.name}\n")
                sys.stdout.flush()
            if sight.name == "home":
                sheet_of_cards(sight.site).save(folder / "cards.png")
        browser.close()


if __name__ == "__main__":
    main()
