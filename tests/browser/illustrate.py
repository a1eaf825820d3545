"""The pictures of the guides, in each language: `python -m tests.browser.illustrate` makes them anew."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, expect, sync_playwright

from jobboard.board.site import WritingForm
from jobboard.source.catalogue import MESSAGES, SOURCE_LANGUAGE, languages
from jobboard.source.guides import GUIDE_PICTURES
from tests.browser.chromium import launch
from tests.browser.reader import Reader
from tests.helpers import SITE, at, build_site, make_organisation, make_posting, write_site

_NOW = "2026-12-01 12:00"
_SIZE = {"width": 560, "height": 520}
_SCALE = 2
"""Pixels of a picture for one of the page (`outputs/form/help.py` halves them)."""

_TITLES = {"en": "Data Analyst", "fr": "Analyste de données", "es": "Analista de datos"}
_TEXTS = {
    "en": "You turn the travel data of forty cities into charts and advice.",
    "fr": "Vous ferez des données de mobilité de quarante villes des graphiques et des conseils.",
    "es": "Convertirá los datos de movilidad de cuarenta ciudades en gráficos y consejos.",
}


def _site(folder: Path) -> dict[str, bytes]:
    """A board with one vacancy in each language, and the form."""
    postings = {
        f"postings/{lang}.md": make_posting(
            _TEXTS[lang],
            title=title,
            lang=lang,
            organisation="sample-cities",
            published="2026-12-01",
            deadline="2027-01-15",
            place="{city: Brussels, country: BE}",
            salary="{min: 3400, max: 4100, currency: EUR, per: month}",
        )
        for lang, title in _TITLES.items()
    }
    organisation = make_organisation(name="Sample Cities Network", website="https://sample-cities.example")
    content = write_site(folder / "content", {**postings, "organisations/sample-cities.md": organisation})
    site = replace(SITE, languages=languages(MESSAGES), form=WritingForm(editors="editors@hub.example"))
    return build_site(content, at(_NOW), site=site)


def _shots(reader: Reader, lang: str) -> Iterator[tuple[str, bytes]]:
    page = reader.page
    page.set_viewport_size(_SIZE)
    reader.open(f"/{'' if lang == SOURCE_LANGUAGE else f'{lang}/'}write/")
    title = reader.find("[data-part=fields] input[type=text]").first
    title.fill(_TITLES[lang])
    title.blur()
    yield "form", _around(page, page.locator("[data-part=fields] h2").first, 16, 440)
    mail = reader.find("[data-part=fields] input[inputmode=email]").first
    mail.fill("jobs")
    page.locator(".write-form button[type=submit]").click()
    expect(mail).to_have_attribute("aria-invalid", "true")
    yield "mistake", _around(page, mail, 150, 230)
    reader.open(f"/jobs/{lang}/")
    yield "page", _around(page, page.locator("h1"), 40, 420)


def _around(page: Page, it: Locator, above: int, height: int) -> bytes:
    """The part of the page that begins so far above an element, whatever sticks to the window left out."""
    box = it.evaluate("it => it.getBoundingClientRect().top + scrollY")
    page.set_viewport_size({**_SIZE, "height": int(box) + height + 200})
    page.evaluate("scrollTo(0, 0)")
    top = it.evaluate("it => it.getBoundingClientRect().top + scrollY")
    shot = page.screenshot(clip={"x": 0, "y": top - above, "width": _SIZE["width"], "height": height})
    page.set_viewport_size(_SIZE)
    return shot


def _small(shot: bytes) -> bytes:
    out = io.BytesIO()
    Image.open(io.BytesIO(shot)).convert("RGB").save(out, "WEBP", quality=38, method=6)
    return out.getvalue()


def main() -> None:
    """Write a picture for each place of the guide and each language."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        files, browser = _site(Path(folder)), launch(playwright)
        for lang in languages(MESSAGES):
            reader = Reader(browser, files, _NOW, device_scale_factor=_SCALE, color_scheme="light", locale=lang)
            for name, shot in _shots(reader, lang):
                (GUIDE_PICTURES / f"{name}.{lang}.webp").write_bytes(_small(shot))
            reader.leave()
        browser.close()


if __name__ == "__main__":
    main()
